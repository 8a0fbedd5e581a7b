import type { Dimension } from '../../../scoring/board/format';
import type { Clause, MeasureId, Range } from '../../../scoring/distribution/format';
import { brushed, rangesOf } from '../../state/spread-clauses';
import type { BrushEvent, Ends, RowNames } from './panels/panel';

/** Ends of a brush as a range; an infinity is open. */
export function rangeOf([from, to]: Ends): Range {
  return { from: Number.isFinite(from) ? from : null, to: Number.isFinite(to) ? to : null };
}

/** What a measure's condition is after a step of a brush. `before` is what stood when the brush began. */
export function afterBrush(
  before: { readonly ranges: readonly Range[]; readonly missing: boolean },
  { x, how, missing }: Pick<BrushEvent, 'x' | 'how' | 'missing'>,
): { readonly ranges: readonly Range[]; readonly missing: boolean } {
  if (missing)
    return how === 'subtract'
      ? { ...before, missing: false }
      : how === 'add'
        ? { ...before, missing: true }
        : { ranges: [], missing: true };
  if (x === null) return how === 'set' ? { ranges: [], missing: false } : before;
  return { ranges: brushed(before.ranges, rangeOf(x), how), missing: how === 'set' ? false : before.missing };
}

/** The edges a brush can end on: those of the picture, and the ends of ranges that stay. */
export function brushEdges(grid: readonly number[], kept: readonly Range[]): Float64Array {
  const ends = kept.flatMap(({ from, to }) => (from === to ? [] : [from, to])).filter((end): end is number => end !== null);
  return Float64Array.from(new Set([...grid, ...ends])).sort();
}

/** The segments of a dimension that are selected, and what a press on one makes of them: it alone, or with `more` beside the others; a selected one goes. */
export function rowNames(
  clauses: readonly Clause[],
  by: Dimension | 'year',
  select: (clause: Extract<Clause, { is: 'segments' }>) => void,
): RowNames | undefined {
  if (by === 'year') return undefined;
  const clause = clauses.find((one) => one.is === 'segments' && one.dimension === by);
  const on = clause?.is === 'segments' ? clause.values : [];
  return {
    on,
    onpick: (value, more) => {
      const others = more ? on.filter((one) => one !== value) : [];
      select({ is: 'segments', dimension: by, values: on.includes(value) ? others : [...others, value] });
    },
  };
}

/** Whether what is selected rests on the scheme in force: a saved group asks the official one, whatever draft is on screen. */
export function restsOnScheme(clauses: readonly Clause[]): boolean {
  return clauses.some((clause) =>
    clause.is === 'ranges' ? !/^(field|formula):/.test(clause.measure) : clause.is === 'segments' && clause.dimension === 'chosen',
  );
}

/** The rectangle two measures are brushed to: each has one range and no more. */
export function areaOf(clauses: readonly Clause[], x: MeasureId, y: MeasureId): { readonly x: Range; readonly y: Range } | null {
  const [one, other] = [rangesOf(clauses, x), rangesOf(clauses, y)];
  const open: Range = { from: null, to: null };
  if (one.ranges.length > 1 || other.ranges.length > 1 || one.missing || other.missing) return null;
  if (one.ranges.length + other.ranges.length === 0) return null;
  return { x: one.ranges[0] ?? open, y: other.ranges[0] ?? open };
}
