import type { FirmnessAnswer } from '../../../scoring/robustness/format';
import type { FirmnessFace, RankRange } from '../../state/firmness-face';

/** Ranges of ranks of the very board on screen, and the scale all whiskers share. */
export interface Tested {
  readonly answer: FirmnessAnswer;
  /** Places from a rank to the furthest end of any range on the board: nothing is drawn beyond the scale. */
  readonly reach: number;
  rangeOf(row: number): RankRange | null;
}

/** What the table needs of an answer; null where the board has not been tested. */
export function testedOf(answer: FirmnessAnswer | null, firmness: Pick<FirmnessFace, 'rangeOf'>): Tested | null {
  if (!answer || answer.refused !== null) return null;
  const { ranks, low, high } = answer.ranges;
  let reach = 1;
  for (let at = 0; at < ranks.length; at++) reach = Math.max(reach, ranks[at]! - low[at]!, high[at]! - ranks[at]!);
  return { answer, reach, rangeOf: (row) => firmness.rangeOf(answer.ranges, row) };
}

/** Size of a whisker. */
export const WHISKER = { width: 72, height: 22 } as const;

/**
 * A whisker as paths: better ranks to the left of the firm's own, which stands in the middle. Places are drawn by ln(1 + places), as one place at the top
 * of a board of thousands and five hundred in its midst must both be seen; the numbers stand beside it.
 */
export function whisker(rank: number, { low, high }: RankRange, reach: number): { readonly range: string; readonly dot: string } {
  const middle = WHISKER.width / 2;
  const x = (at: number): number => {
    const away = (Math.sign(at - rank) * Math.log1p(Math.abs(at - rank))) / Math.log1p(reach);
    return Math.round((middle + away * (middle - 5)) * 100) / 100;
  };
  const y = WHISKER.height / 2;
  return { range: `M${x(low)} ${y}H${x(high)}`, dot: `M${middle - 3} ${y}a3 3 0 1 0 6 0a3 3 0 1 0 -6 0` };
}
