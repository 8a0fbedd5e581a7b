import type { Range } from '../../scoring/distribution/format';
import { line } from './axis';
import { element } from './element';
import { label, widthOf } from './label';
import type { Slot, SpreadPlan } from './spread-plan';

export interface BrushWords {
  readonly range: (range: Range) => string;
}
/** What is brushed of a measure: ranges, and whether the missing are asked for too. */
export interface Brushed {
  readonly ranges: readonly Range[];
  readonly missing: boolean;
}

/** One shaded stretch of a picture, from left to right. An open side has no edge to drag. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly edges: readonly number[];
  readonly words: string;
}

/** The stretches that brushed ranges cover, bars set apart included: an open range takes those beyond the axis with it. */
export function stretchesOf({ ranges, missing }: Brushed, plan: Pick<SpreadPlan, 'x' | 'slots'>, words: BrushWords): readonly Stretch[] {
  const { x, slots } = plan;
  const whole = (slot: Slot | null, said: string): Stretch[] =>
    slot === null ? [] : [{ from: slot.from, to: slot.to, edges: [], words: said }];
  return [
    ...(missing ? whole(slots.missing, '') : []),
    ...ranges.flatMap((range) => {
      const said = words.range(range);
      const [low, high] = [range.from ?? -Infinity, range.to ?? Infinity];
      const zero = low <= 0 && (high > 0 || (low === 0 && high === 0)) ? whole(slots.zero, '') : [];
      if (low === 0 && high === 0 && slots.zero !== null) return zero;
      const below = low < x.low ? whole(slots.below, '') : [];
      const above = high > x.high ? whole(slots.above, '') : [];
      const onAxis = high >= x.low && low <= x.high ? [along(range, x.at(low), x.at(high), said)] : [];
      return [...zero, ...below, ...onAxis, ...above];
    }),
  ];
}

function along(range: Range, from: number, to: number, words: string): Stretch {
  return {
    from,
    to,
    words,
    edges: [...(range.from === null ? [] : [from]), ...(range.to === null || range.to === range.from ? [] : [to])],
  };
}

/** The contents of the brush layer: a shade over each range, its edges with handles, what it says. Quick enough to be drawn anew at each step of a brush. */
export function brushMarks(document: Document, brushed: Brushed, plan: SpreadPlan, words: BrushWords): SVGElement[] {
  const stretches = stretchesOf(brushed, plan, words);
  let free = 0;
  return stretches.flatMap((stretch) => {
    const marks = [shade(document, stretch, plan), ...stretch.edges.flatMap((at) => edge(document, at, plan))];
    const wide = widthOf(stretch.words) + 6;
    const x = Math.max(0, Math.min(stretch.from + 5, plan.width - wide));
    if (stretch.words === '' || x < free) return marks;
    free = x + wide;
    return [...marks, label(document, stretch.words, { x, y: plan.top + 11, tone: 'selected', weight: 600, halo: true })];
  });
}

/** A light shade over one stretch, in every picture of the brushed measure. */
export function shade(document: Document, { from, to }: Stretch, { top, ground }: Pick<SpreadPlan, 'top' | 'ground'>): SVGElement {
  return element(document, 'rect', {
    x: from,
    y: top,
    width: Math.max(1, to - from),
    height: ground - top,
    fill: 'var(--selected)',
    opacity: 0.1,
  });
}

function edge(document: Document, at: number, { top, ground }: SpreadPlan): SVGElement[] {
  const [tall, middle] = [Math.min(20, (ground - top) / 2), (top + ground) / 2];
  const handle = { x: Math.round(at) - 3, y: middle - tall / 2, width: 7, height: tall, rx: 3.5 };
  return [
    line(document, at, at, top, ground, 'var(--selected)'),
    element(document, 'rect', { ...handle, fill: 'var(--surface)', stroke: 'var(--selected)' }),
  ];
}
