import type { Curve, Pin, Quantiles, SpreadAnswer } from '../../scoring/distribution/format';
import { bottomAxis, leftAxis, leftRoom, line, type AxisWords } from './axis';
import { brushMarks, type Brushed, type BrushWords } from './brush-marks';
import { ALL_KEY, curveKey, keySize, SELECTED_KEY } from './curve-key';
import { alongSteps, firstFrom, stepPath, within } from './curve-path';
import { element, layer, picture, round, type Size } from './element';
import { placingWithin } from './free-place';
import { label } from './label';
import { pinLines, type PinLabel } from './pins';
import { scaleOf, type Domain, type Scale } from './scale';
import { spreadPlan, type SpreadPlan } from './spread-plan';

export interface EcdfShown {
  readonly curves: NonNullable<SpreadAnswer['ecdf']>;
  readonly domain: Domain;
  readonly quantiles: Quantiles | null;
  readonly pins: readonly Pin[];
  readonly brushed: Brushed;
}
export interface EcdfWords extends AxisWords, BrushWords {
  /** A share of 0…1 at a tick. */
  readonly share: (share: number, step: number) => string;
  readonly shareOfFirms: string;
  readonly all: string;
  readonly selected: string;
  readonly median: (value: number) => string;
  readonly pin: (pin: Pin) => PinLabel;
  readonly nothing: string;
}
export interface EcdfPlan extends SpreadPlan {
  /** Shares ⇄ heights. */
  readonly y: Scale;
}

const SHARES = { low: 0, high: 1, isLog: false };
const FOOT = 22;

export function ecdfPlan({ domain, pins }: Pick<EcdfShown, 'domain' | 'pins'>, size: Size, words: EcdfWords): EcdfPlan {
  const left = leftRoom(scaleOf(SHARES, size.height, 40), words.share);
  const plan = spreadPlan({ domain, slots: {}, pins, left, foot: FOOT }, size, words.pin);
  return { ...plan, y: scaleOf(SHARES, plan.ground, plan.top) };
}

/**
 * The share of firms at or below each figure, in steps: everybody in grey, the selected over them, a guide at the median. What lies beyond the axis at the right
 * is a dashed rise at its end.
 */
export function distributionEcdf(document: Document, shown: EcdfShown, size: Size, words: EcdfWords): SVGElement {
  const plan = ecdfPlan(shown, size, words);
  const { x, y, top, ground, width } = plan;
  const { all, selected } = shown.curves;
  const nothing = label(document, words.nothing, { x: (x.from + x.to) / 2, y: (top + ground) / 2, anchor: 'middle', halo: true });
  return picture(document, size, [
    ...leftAxis(document, y, { left: x.from, right: x.to }, words.share),
    label(document, words.shareOfFirms, { x: 0, y: 10 }),
    ...(all.at.length === 0 ? [nothing] : bottomAxis(document, x, { top, ground, right: width }, words)),
    ...medianGuide(document, shown.quantiles, plan, words),
    element(document, 'g', { 'data-layer': 'all' }, steps(document, all, plan, 'var(--all-strong)')),
    layer(document, 'selected', selected === null ? [] : selectedSteps(document, selected, plan)),
    layer(document, 'brush', brushMarks(document, shown.brushed, plan, words)),
    ...keys(document, shown.curves, plan, words),
    pinLines(document, plan.pins, top, ground),
  ]);
}

/** The contents of the layer `selected`. */
export function selectedSteps(document: Document, curve: Curve, plan: EcdfPlan): SVGElement[] {
  return steps(document, curve, plan, 'var(--selected)');
}

function steps(document: Document, curve: Curve, { x, y }: EcdfPlan, stroke: string): SVGElement[] {
  if (curve.at.length === 0) return [];
  // Firms below the axis are below its first figure too: their steps stand at its left end.
  const shown = within(curve, { low: -Infinity, high: x.high });
  const reached = y.at(shown.height.at(-1) ?? 0);
  const path = stepPath(shown, x.at, y.at);
  const look = { fill: 'none', stroke, 'stroke-width': 1.8 };
  return [
    ...(path === '' ? [] : [element(document, 'path', { d: `${path}H${round(x.to)}`, ...look })]),
    ...(reached - y.to < 0.5 ? [] : [line(document, x.to, x.to, reached, y.to, stroke, { 'stroke-dasharray': '2 2' })]),
  ];
}

function medianGuide(document: Document, quantiles: Quantiles | null, { x, y, ground }: EcdfPlan, words: EcdfWords): SVGElement[] {
  const median = quantiles?.p50 ?? null;
  if (median === null) return [];
  const [across, half] = [x.at(median), y.at(0.5)];
  const look = { 'stroke-dasharray': '3 3' };
  return [
    line(document, x.from, across, half, half, 'var(--faint)', look),
    line(document, across, across, half, ground, 'var(--faint)', look),
    label(document, words.median(median), { x: across + 6, y: ground - 6, tone: 'ink', weight: 600, halo: true }),
  ];
}

function keys(document: Document, { all, selected }: EcdfShown['curves'], plan: EcdfPlan, words: EcdfWords): SVGElement[] {
  const { x, y } = plan;
  const bounds = { x: x.from + 4, y: y.to + 2, width: x.to - x.from - 6, height: y.from - y.to - 24 };
  const placing = placingWithin(bounds, [...alongSteps(all, x.at, y.at), ...(selected === null ? [] : alongSteps(selected, x.at, y.at))]);
  const key = (words: string, curve: Curve, share: number, look: typeof ALL_KEY): SVGElement[] => {
    const at = curve.at[firstFrom(curve.height, share)];
    return at === undefined ? [] : curveKey(document, words, placing(keySize(words), { x: x.at(at) + 16, y: y.at(share) + 10 }), look);
  };
  return [...key(words.all, all, 0.8, ALL_KEY), ...(selected === null ? [] : key(words.selected, selected, 0.4, SELECTED_KEY))];
}
