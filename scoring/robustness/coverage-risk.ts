import { absenceOf } from '../absence';
import type { Ranked } from '../board/context';
import type { Segment } from '../board/format';
import { segmentView, yearOf } from '../board/segment-view';
import { STATUS } from '../scored';
import { extremeMean } from './extreme-mean';

/**
 * Firms of a board that weights within ±share could bring below the scheme's least coverage, or up to it. The draws keep the ranked firms as they are;
 * this is how many that leaves out of account. 0 where the scheme asks for no coverage.
 */
export function coverageAtRisk(ctx: Ranked, segment: Segment, year: number, share: number): number {
  const { scheme, evaluated, weights, totals } = ctx;
  const least = scheme.minimumCoverage;
  if (!(least > 0)) return 0;
  const base = new Set(scheme.groups.flatMap(({ id, kind }) => (kind === 'base' ? [id] : [])));
  const { missing, inapplicable } = absenceOf(evaluated);
  const has = (bits: readonly Uint32Array[] | null, at: number, row: number): boolean =>
    bits !== null && ((bits[at >>> 5]![row]! >>> (at & 31)) & 1) === 1;
  let count = 0;
  for (const row of yearOf(ctx, segmentView(ctx, segment), year).rows) {
    const status = totals.status[row];
    if (status !== STATUS.ranked && status !== STATUS.insufficient_data) continue;
    const values: number[] = [];
    const own: number[] = [];
    scheme.indicators.forEach(({ group }, at) => {
      if (!base.has(group) || has(inapplicable, at, row)) return;
      values.push(has(missing, at, row) ? 0 : 1);
      own.push(weights[at]![Math.max(0, evaluated.stage[row]!)]!);
    });
    const [low, high] = extremeMean(values, own, share);
    if (status === STATUS.ranked ? low < least - 1e-9 : high >= least - 1e-9) count++;
  }
  return count;
}
