import type { BoardRow } from '../../../../scoring/board/format';
import type { FirmnessAnswer } from '../../../../scoring/robustness/format';
import type { Locale } from '../../../i18n';
import type { FirmnessFace, RankRange } from '../../../state/firmness-face';
import type { DrawnRange, Tested } from '../../boards/columns';
import { howWords } from './words';

/** Size of a whisker. */
export const WHISKER = { width: 72, height: 22 } as const;

/** The column of rank ranges for a tested board; null where it has not been tested, or no range can be given. */
export function testedOf(answer: FirmnessAnswer | null, firmness: Pick<FirmnessFace, 'rangeOf'>, locale: Locale): Tested | null {
  if (!answer || answer.refused !== null) return null;
  const reach = reachOf(answer.ranges);
  return {
    label: locale.t.firmness_board_column,
    note: locale.t.firmness_board_note(howWords(answer.ask, locale)),
    draw: (row) => {
      const range = row.rank === null ? null : firmness.rangeOf(answer.ranges, row.row);
      return range && drawnRange(row, range, reach, answer, locale);
    },
  };
}

/** Places from a rank to the furthest end of any range on the board: nothing is drawn beyond the scale. */
export function reachOf({ ranks, low, high }: FirmnessAnswer['ranges']): number {
  let reach = 1;
  for (let at = 0; at < ranks.length; at++) reach = Math.max(reach, ranks[at]! - low[at]!, high[at]! - ranks[at]!);
  return reach;
}

function drawnRange({ rank }: BoardRow, range: RankRange, reach: number, answer: FirmnessAnswer, { t, format }: Locale): DrawnRange {
  const [low, high] = [format.number(range.low), format.number(range.high)];
  return {
    ...WHISKER,
    ...whisker(rank!, range, reach),
    short: range.low === range.high ? low : t.firmness_between(low, high),
    words: t.firmness_board_cell(format.number(rank!), low, high, format.number(answer.ask.draws)),
  };
}

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
