import type { ChangeAnswer, ChangePart } from '../../../../scoring/distribution/format';
import type { Written } from './written';

export const CHANGE_PARTS = ['stayers', 'entrants', 'leavers'] as const;

/** One line of the parts of a change; what it adds is rounded so that the printed parts add up to the printed change. */
export interface PartRow extends Omit<ChangePart, 'contribution' | 'n'> {
  readonly is: (typeof CHANGE_PARTS)[number] | 'all';
  /** Before and after; of one part the same, of all those of each year. */
  readonly n: readonly [number | null, number | null];
  readonly contribution: number | null;
  /** Before rounding. */
  readonly exact: number | null;
}

/** The parts and all of them together. */
export function partRows(answer: ChangeAnswer, { factor, changeDigits }: Pick<Written, 'factor' | 'changeDigits'>): readonly PartRow[] {
  const { before, after } = answer;
  const [b, a] = [before.figures, after.figures];
  const change = b.mean === null || a.mean === null ? null : a.mean - b.mean;
  const unit = factor / 10 ** changeDigits;
  const parts = CHANGE_PARTS.map((is) => answer[is]);
  const shown =
    change === null
      ? parts.map(({ contribution }) => contribution)
      : addingUp(
          parts.map(({ contribution }) => contribution ?? 0),
          change,
          unit,
        );
  const rows = CHANGE_PARTS.map((is, at): PartRow => {
    const { n, contribution, ...rest } = answer[is];
    return {
      is,
      ...rest,
      n: [is === 'entrants' ? null : n, is === 'leavers' ? null : n],
      contribution: contribution === null ? null : shown[at]!,
      exact: contribution,
    };
  });
  const all: PartRow = {
    is: 'all',
    n: [b.n, a.n],
    medianBefore: b.p50,
    medianAfter: a.p50,
    meanBefore: b.mean,
    meanAfter: a.mean,
    contribution: change,
    exact: change,
  };
  return [...rows, all];
}

/** Figures as whole units, so that they sum to the rounded total: what rounding leaves goes to those it is nearest to. */
export function addingUp(parts: readonly number[], total: number, unit: number): number[] {
  const exact = parts.map((part) => part / unit);
  const whole = exact.map(Math.round);
  let left = Math.round(total / unit) - whole.reduce((sum, part) => sum + part, 0);
  const way = Math.sign(left);
  const byNeed = exact.map((_, at) => at).sort((p, q) => way * (exact[q]! - whole[q]! - (exact[p]! - whole[p]!)) || p - q);
  for (const at of byNeed) {
    if (left === 0) break;
    whole[at]! += way;
    left -= way;
  }
  return whole.map((part) => part * unit);
}
