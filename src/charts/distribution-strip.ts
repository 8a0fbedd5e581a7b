import type { Pin, SpreadAnswer } from '../../scoring/distribution/format';
import { bottomAxis, type AxisWords } from './axis';
import { brushMarks, type Brushed, type BrushWords } from './brush-marks';
import { element, layer, picture, round, titled, type Size } from './element';
import { label } from './label';
import { pinLines, type PinLabel } from './pins';
import type { Domain } from './scale';
import { spreadPlan, spotOf, type SpreadPlan } from './spread-plan';

type Strip = NonNullable<SpreadAnswer['strip']>;
export interface StripShown {
  readonly firms: Strip;
  readonly domain: Domain;
  readonly pins: readonly Pin[];
  readonly brushed: Brushed;
}
export interface StripWords extends AxisWords, BrushWords {
  /** Told by the pointer. */
  readonly firm: (name: string, value: number) => string;
  readonly pin: (pin: Pin) => PinLabel;
  readonly nothing: string;
}
export interface StripPlan extends SpreadPlan {
  readonly radius: number;
  /** A place for each firm, in the order of `firms`. */
  readonly dots: readonly { readonly x: number; readonly y: number }[];
}

const [FOOT, LEFT] = [22, 10];
/** Pressed dots still part. */
const DOT = { fill: 'var(--all)', stroke: 'var(--bg)', 'stroke-width': 0.6 };
const RADII = [4.5, 4, 3.5, 3];

/** Dots of equal places are piled, in the largest size that fits; a pile higher than the picture is pressed together, so that none is lost. */
export function stripPlan({ firms, domain, pins }: Omit<StripShown, 'brushed'>, size: Size, words: StripWords): StripPlan {
  const plan = spreadPlan({ domain, slots: {}, pins, left: LEFT, foot: FOOT }, size, words.pin);
  const room = Math.max(4, plan.ground - plan.top - 2);
  const piles = (radius: number): Map<number, number[]> => {
    const found = new Map<number, number[]>();
    firms.forEach(({ value }, at) => {
      const column = Math.floor((spotOf(plan, value) ?? 0) / (2 * radius + 1));
      found.set(column, [...(found.get(column) ?? []), at]);
    });
    return found;
  };
  const highest = (radius: number): number => Math.max(1, ...[...piles(radius).values()].map(({ length }) => length));
  const radius = RADII.find((tried) => highest(tried) * (2 * tried + 1) <= room) ?? RADII.at(-1)!;
  const step = Math.min(2 * radius + 1, room / highest(radius));
  const dots = firms.map(() => ({ x: 0, y: 0 }));
  for (const [column, pile] of piles(radius)) {
    const ascending = [...pile].sort((a, b) => firms[a]!.value - firms[b]!.value);
    ascending.forEach((at, order) => {
      dots[at] = { x: (column + 0.5) * (2 * radius + 1), y: plan.ground - radius - 1 - order * step };
    });
  }
  return { ...plan, radius, dots };
}

/** Every firm a dot, for few firms. */
export function distributionStrip(document: Document, shown: StripShown, size: Size, words: StripWords): SVGElement {
  const plan = stripPlan(shown, size, words);
  const { x, top, ground, width, radius } = plan;
  const dots = shown.firms.map(({ name, value }, at) => {
    const { x: cx, y: cy } = plan.dots[at]!;
    return titled(document, element(document, 'circle', { cx, cy, r: radius, ...DOT }), words.firm(name, value));
  });
  const nothing = label(document, words.nothing, { x: (x.from + x.to) / 2, y: (top + ground) / 2, anchor: 'middle', halo: true });
  return picture(document, size, [
    ...(shown.firms.length === 0 ? [nothing] : bottomAxis(document, x, { top, ground, right: width }, words)),
    element(document, 'g', { 'data-layer': 'all' }, dots),
    layer(document, 'selected', selectedDots(document, shown.firms, plan)),
    layer(document, 'brush', brushMarks(document, shown.brushed, plan, words)),
    pinLines(document, plan.pins, top, ground),
  ]);
}

/** The contents of the layer `selected`: one path. */
export function selectedDots(document: Document, firms: Strip, { dots, radius }: StripPlan): SVGElement[] {
  const d = firms.flatMap(({ selected }, at) => (selected ? [`M${round(dots[at]!.x)} ${round(dots[at]!.y)}h.01`] : []));
  if (d.length === 0) return [];
  const look = { fill: 'none', stroke: 'var(--selected)', 'stroke-width': 2 * radius - 0.6, 'stroke-linecap': 'round' };
  return [element(document, 'path', { d: d.join(''), ...look })];
}
