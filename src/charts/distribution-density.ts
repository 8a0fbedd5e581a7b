import type { Curve, Pin, SpreadAnswer } from '../../scoring/distribution/format';
import { bottomAxis, type AxisWords } from './axis';
import { brushMarks, type Brushed, type BrushWords } from './brush-marks';
import { ALL_KEY, curveKey, keySize, SELECTED_KEY, type KeyLook } from './curve-key';
import { areaPath, curvePath, within } from './curve-path';
import { element, layer, picture, type Size } from './element';
import { placingWithin, type Point } from './free-place';
import { label } from './label';
import { pinLines, type PinLabel } from './pins';
import { scaleOf, type Domain, type Scale } from './scale';
import { spreadPlan, type SpreadPlan } from './spread-plan';

export interface DensityShown {
  readonly curves: NonNullable<SpreadAnswer['density']>;
  readonly domain: Domain;
  readonly pins: readonly Pin[];
  readonly brushed: Brushed;
}
export interface DensityWords extends AxisWords, BrushWords {
  readonly all: string;
  readonly selected: string;
  readonly bandwidth: (width: number) => string;
  readonly pin: (pin: Pin) => PinLabel;
  /** In the place of a curve that cannot be drawn: fewer than 30 firms, or all equal. */
  readonly refused: string;
}
export interface DensityPlan extends SpreadPlan {
  /** Densities ⇄ heights, up to the highest of both curves. */
  readonly y: Scale;
}

const [FOOT, LEFT] = [22, 10];

export function densityPlan({ curves, domain, pins }: Omit<DensityShown, 'brushed'>, size: Size, words: DensityWords): DensityPlan {
  const plan = spreadPlan({ domain, slots: {}, pins, left: LEFT, foot: FOOT }, size, words.pin);
  const highest = Math.max(...[curves.all, curves.selected].flatMap((curve) => curve?.height ?? []), 0);
  return { ...plan, y: scaleOf({ low: 0, high: highest === 0 ? 1 : highest, isLog: false }, plan.ground, plan.top + 4) };
}

/** How densely firms stand along the axis: everybody as a grey ground, the selected as a line over it; each has the area 1, the bandwidth is said. */
export function distributionDensity(document: Document, shown: DensityShown, size: Size, words: DensityWords): SVGElement {
  const plan = densityPlan(shown, size, words);
  const { x, top, ground, width } = plan;
  const { all, selected, bandwidth } = shown.curves;
  return picture(document, size, [
    ...bottomAxis(document, x, { top, ground, right: width }, words),
    ...(all === null
      ? [label(document, words.refused, { x: (x.from + x.to) / 2, y: (top + ground) / 2, anchor: 'middle', halo: true })]
      : [element(document, 'g', { 'data-layer': 'all' }, everybody(document, all, plan))]),
    layer(document, 'selected', selected === null ? [] : selectedDensity(document, selected, plan)),
    layer(document, 'brush', brushMarks(document, shown.brushed, plan, words)),
    ...(bandwidth === null || all === null ? [] : [label(document, words.bandwidth(bandwidth), { x: x.to, y: 10, anchor: 'end' })]),
    ...keys(document, shown.curves, plan, words),
    pinLines(document, plan.pins, top, ground),
  ]);
}

/** The contents of the layer `selected`. A curve higher than the plan knew stands at its top until the whole is drawn anew. */
export function selectedDensity(document: Document, curve: Curve, { x, y }: DensityPlan): SVGElement[] {
  const shown = within(curve, x);
  const line = { fill: 'none', stroke: 'var(--selected)', 'stroke-width': 2 };
  return [
    element(document, 'path', { d: areaPath(shown, x.at, y.at), fill: 'var(--selected)', opacity: 0.14 }),
    element(document, 'path', { d: curvePath(shown, x.at, y.at), ...line }),
  ];
}

function everybody(document: Document, curve: Curve, { x, y }: DensityPlan): SVGElement[] {
  const shown = within(curve, x);
  return [
    element(document, 'path', { d: areaPath(shown, x.at, y.at), fill: 'var(--all)', opacity: 0.5 }),
    element(document, 'path', { d: curvePath(shown, x.at, y.at), fill: 'none', stroke: 'var(--all-strong)', 'stroke-width': 1.4 }),
  ];
}

function keys(document: Document, { all, selected }: DensityShown['curves'], plan: DensityPlan, words: DensityWords): SVGElement[] {
  if (all === null) return [];
  const { x, y } = plan;
  const bounds = { x: x.from + 4, y: y.to, width: x.to - x.from - 6, height: y.from - y.to };
  const points = (curve: Curve | null): Point[] => curve?.at.map((value, at) => ({ x: x.at(value), y: y.at(curve.height[at]!) })) ?? [];
  const placing = placingWithin(bounds, [...points(all), ...points(selected)]);
  const key = (said: string, curve: Curve, look: KeyLook): SVGElement[] => {
    const peak = curve.height.indexOf(Math.max(...curve.height));
    const near = { x: x.at(curve.at[peak] ?? 0) + 24, y: y.at((curve.height[peak] ?? 0) * 0.86) };
    return curveKey(document, said, placing(keySize(said), near), look);
  };
  return [...(selected === null ? [] : key(words.selected, selected, SELECTED_KEY)), ...key(words.all, all, ALL_KEY)];
}
