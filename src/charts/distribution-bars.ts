import type { BarCounts, Bars, Pin, Quantiles } from '../../scoring/distribution/format';
import { bottomAxis, leftAxis, leftRoom, type AxisWords } from './axis';
import { brushMarks, type Brushed, type BrushWords } from './brush-marks';
import { element, layer, picture, round, titled, type Size } from './element';
import { hatched, stripesIn, type Box } from './hatch';
import { label } from './label';
import { pinLines, type PinLabel } from './pins';
import { QUANTILE_ROOM, quantileBar, type QuantileWords } from './quantile-bar';
import { scaleOf, type Scale } from './scale';
import { spreadPlan, type Special, type SpreadPlan } from './spread-plan';

/** What is drawn besides the bars. */
export interface BarsMarks {
  readonly quantiles: Quantiles | null;
  readonly pins: readonly Pin[];
  readonly brushed: Brushed;
  /** See `Domain`. */
  readonly logUnit?: number;
}
export interface BarsWords extends AxisWords, BrushWords, QuantileWords {
  readonly count: (count: number) => string;
  /** Above the axis of counts: firms, or firm-years. */
  readonly firms: string;
  readonly missing: string;
  readonly zero: string;
  readonly below: (edge: number) => string;
  readonly above: (edge: number) => string;
  /** Told by the pointer; `selected` is null while nothing is selected. */
  readonly bin: (from: number, to: number, count: number, selected: number | null) => string;
  readonly apart: (is: Special, count: number, selected: number | null) => string;
  readonly pin: (pin: Pin) => PinLabel;
  /** In the place of bars where nobody has a figure. */
  readonly nothing: string;
}

export interface BarsPlan extends SpreadPlan {
  /** Counts ⇄ heights. */
  readonly y: Scale;
}

const SPECIALS = ['missing', 'zero', 'below', 'above'] as const;
const FOOT = 22;

/**
 * Where the bars of a histogram stand. The axis of counts ends at the fullest bin, or a third above it where a bar set apart is longer; a longer one is drawn
 * broken, so that many missing do not flatten what is known.
 */
export function barsPlan(bars: Bars, marks: BarsMarks, size: Size, words: BarsWords): BarsPlan {
  const { edges, isLog, all, zeroApart } = bars;
  const [low, high] = [edges[0] ?? 0, edges.at(-1) ?? 1];
  const fullest = Math.max(0, ...all.bins);
  const longest = Math.max(fullest, all.missing, all.zero, all.below, all.above, 1);
  const most = fullest > 0 ? Math.min(longest, fullest * 1.35) : longest;
  const counts = { low: 0, high: most, isLog: false };
  const slots = {
    ...(all.missing > 0 ? { missing: [words.missing, words.count(all.missing)] as const } : {}),
    ...(zeroApart ? { zero: [words.zero, words.count(all.zero)] as const } : {}),
    ...(all.below > 0 ? { below: [words.below(low), words.count(all.below)] as const } : {}),
    ...(all.above > 0 ? { above: [words.above(high), words.count(all.above)] as const } : {}),
  };
  const left = leftRoom(scaleOf(counts, size.height, 60), words.count, 1);
  const foot = FOOT + (marks.quantiles === null ? 0 : QUANTILE_ROOM);
  const plan = spreadPlan({ domain: { low, high, isLog, logUnit: marks.logUnit }, slots, pins: marks.pins, left, foot }, size, words.pin);
  return { ...plan, y: scaleOf(counts, plan.ground, plan.top) };
}

/**
 * Firms by figure: everybody in grey, the selected over them, missing (hatched), zero and what lies beyond the shown range as bars of their own. Layers
 * `selected` and `brush` can be drawn anew by themselves.
 */
export function distributionBars(document: Document, bars: Bars, marks: BarsMarks, size: Size, words: BarsWords): SVGElement {
  const plan = barsPlan(bars, marks, size, words);
  const { top, ground, width, x, slots } = plan;
  const isEmpty = bars.all.bins.every((count) => count === 0);
  const nothing = label(document, words.nothing, { x: (x.from + x.to) / 2, y: (top + ground) / 2, anchor: 'middle', halo: true });
  return picture(document, size, [
    ...leftAxis(document, plan.y, { left: Math.min(...slotStarts(plan), x.from), right: x.to }, words.count, 1),
    label(document, words.firms, { x: 0, y: 10 }),
    ...(isEmpty ? [nothing] : bottomAxis(document, x, { top: ground, ground, right: slots.above?.from ?? width }, words)),
    element(document, 'g', { 'data-layer': 'all' }, [...binBars(document, bars, plan, words), ...barsApart(document, bars, plan, words)]),
    layer(document, 'selected', bars.selected === null ? [] : selectedBars(document, bars, bars.selected, plan)),
    ...SPECIALS.flatMap((is) => cutsOf(document, is, bars.all[is], plan)),
    layer(document, 'brush', brushMarks(document, marks.brushed, plan, words)),
    ...(marks.quantiles === null ? [] : quantileBar(document, marks.quantiles, x, width, ground + FOOT + 8, words)),
    pinLines(document, plan.pins, top, ground),
  ]);
}

/** The contents of the layer `selected`: two paths, whatever the number of bars, so that a brush can redraw it sixty times a second. */
export function selectedBars(document: Document, bars: Bars, counts: BarCounts, plan: BarsPlan): SVGElement[] {
  const boxes = [
    ...bars.all.bins.map((count, at) => binBox(bars, at, count, counts.bins[at] ?? 0, plan)),
    ...SPECIALS.map((is) => (is === 'missing' ? null : apartBox(is, bars.all[is], counts[is], plan))),
  ];
  const missing = apartBox('missing', bars.all.missing, counts.missing, plan);
  return [
    element(document, 'path', { d: boxes.map(outlineOf).join(''), fill: 'var(--selected)' }),
    ...(missing === null
      ? []
      : [
          element(document, 'path', {
            d: outlineOf(missing) + stripesIn(missing),
            fill: 'none',
            stroke: 'var(--selected)',
            'stroke-width': 1.6,
          }),
        ]),
  ];
}

function outlineOf(box: Box | null): string {
  return box === null ? '' : `M${round(box.x)} ${round(box.y)}h${round(box.width)}v${round(box.height)}h${round(-box.width)}Z`;
}

function binBars(document: Document, bars: Bars, plan: BarsPlan, words: BarsWords): SVGElement[] {
  return bars.all.bins.flatMap((count, at) => {
    const box = binBox(bars, at, count, count, plan);
    if (box === null) return [];
    const said = words.bin(bars.edges[at]!, bars.edges[at + 1]!, count, bars.selected?.bins[at] ?? null);
    return [titled(document, element(document, 'rect', { ...box, fill: 'var(--all)' }), said)];
  });
}

/** Of a bin's `count` firms the bar of `part`; anyone is seen, nobody is not. Bins of equal figures alone are a bar around them. */
function binBox({ edges }: Bars, at: number, count: number, part: number, { x, y, ground }: BarsPlan): Box | null {
  const tall = heightOf(part, count, y);
  if (tall === 0) return null;
  const [from, to] = [x.at(edges[at]!), x.at(edges[at + 1]!)];
  if (to - from < 0.01) return { x: from - 12, y: ground - tall, width: 24, height: tall };
  const gap = to - from > 3 ? 1 : 0;
  return { x: from + gap / 2, y: ground - tall, width: Math.max(0.8, to - from - gap), height: tall };
}

function barsApart(document: Document, { all, selected }: Bars, plan: BarsPlan, words: BarsWords): SVGElement[] {
  return SPECIALS.flatMap((is) => {
    const slot = plan.slots[is];
    if (slot === null) return [];
    const middle = (slot.from + slot.to) / 2;
    const name = label(document, slot.words, { x: middle, y: plan.ground + 15, anchor: 'middle' });
    const ground = element(document, 'rect', { x: middle - 9, y: plan.ground, width: 18, height: 1, fill: 'var(--line-strong)' });
    const box = apartBox(is, all[is], all[is], plan);
    if (box === null) return [ground, name, label(document, words.count(0), { x: middle, y: plan.ground - 4, anchor: 'middle' })];
    const bar = is === 'missing' ? hatched(document, box, 'var(--all-strong)') : element(document, 'rect', { ...box, fill: 'var(--all)' });
    const count = label(document, words.count(all[is]), { x: middle, y: box.y - 4, anchor: 'middle', halo: true });
    return [ground, titled(document, bar, words.apart(is, all[is], selected?.[is] ?? null)), count, name];
  });
}

function apartBox(is: Special, count: number, part: number, { slots, y, ground }: BarsPlan): Box | null {
  const slot = slots[is];
  const tall = heightOf(part, count, y);
  return slot === null || tall === 0 ? null : { x: (slot.from + slot.to) / 2 - 7, y: ground - tall, width: 14, height: tall };
}

/** A part keeps its share of a bar, also of a broken one. */
function heightOf(part: number, count: number, y: Scale): number {
  return part <= 0 || count <= 0 ? 0 : Math.max(1, (part / count) * (y.from - y.at(count)));
}

/** Two cuts through a bar that is longer than the axis. */
function cutsOf(document: Document, is: Special, count: number, plan: BarsPlan): SVGElement[] {
  const box = apartBox(is, count, count, plan);
  if (box === null || count <= plan.y.high) return [];
  const at = box.y + Math.min(16, box.height / 2);
  const cut = (down: number): string =>
    `M${round(box.x - 3)} ${round(at + down + 3)}L${round(box.x + box.width + 3)} ${round(at + down - 3)}`;
  return [element(document, 'path', { d: cut(0) + cut(5), stroke: 'var(--bg)', 'stroke-width': 2.4, fill: 'none' })];
}

function slotStarts({ slots }: BarsPlan): number[] {
  return SPECIALS.flatMap((is) => (slots[is] === null || is === 'above' ? [] : [slots[is].from]));
}
