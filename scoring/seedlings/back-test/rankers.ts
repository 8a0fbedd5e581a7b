import type { Ranked } from '../../board/context';
import { formulaColumn } from '../../evaluate';
import { panelYears } from '../../panel';
import { STATUS } from '../../scored';
import { keyedRowsOf } from '../../year-rows';
import { RANKERS, type RankerId, type Ranker } from '../format';

/** Scores of rows of one year of a board that holds nothing later: higher is better, NaN is not judged. */
export type Choose = (asOf: Ranked, year: number, rows: Int32Array) => Float64Array;

/** Scores by position of the firms asked, or why there are none. */
export type Scores = Readonly<Record<RankerId, Float64Array | NonNullable<Ranker['lacking']>>>;

/**
 * How each way of choosing scores some firms by the data up to a year. `peers` are the firms of the segment, whom the rule compares with; all numbers are firm numbers. `board` null: that year
 * is not loaded, and only the blind draw is left.
 */
export function scoresOf(
  board: Ranked | null,
  year: number,
  { peers, firms }: { readonly peers: Int32Array; readonly firms: Int32Array },
  field: string,
  choose: Choose,
): Scores {
  const random = new Float64Array(firms.length);
  if (!board) return { ...(Object.fromEntries(RANKERS.map((id) => [id, 'no_earlier_year'])) as unknown as Scores), random };
  const { panel, totals } = board;
  const isPeer = new Uint8Array(panel.firmKeys.ends.length);
  for (const firm of peers) isPeer[firm] = 1;
  const rows = keyedRowsOf(panel, year).filter((row) => isPeer[panel.firm[row]!] === 1);
  const spread = (scores: Float64Array): Float64Array => {
    const byFirm = new Float64Array(isPeer.length).fill(NaN);
    rows.forEach((row, i) => (byFirm[panel.firm[row]!] = finiteOr(scores[i]!)));
    return Float64Array.from(firms, (firm) => byFirm[firm]!);
  };
  const hasBefore = panelYears(panel).includes(year - 1);
  const figure = (formula: string, needed: readonly string[], looksBack: boolean): Float64Array | 'no_field' | 'no_earlier_year' => {
    if (needed.some((id) => panel.fields.get(id)?.kind !== 'number')) return 'no_field';
    const found = spread(formulaColumn(panel, formula, 'number', rows).values);
    return looksBack && !hasBefore && found.every(Number.isNaN) ? 'no_earlier_year' : found;
  };
  const rule = spread(choose(board, year, rows));
  return {
    rule: !hasBefore && rule.every(Number.isNaN) ? 'no_earlier_year' : rule,
    growth: figure(`growth(${field})`, [field], true),
    rd_intensity: figure('rd_expense / revenue', ['rd_expense', 'revenue'], false),
    score: spread(Float64Array.from(rows, (row) => (totals.status[row] === STATUS.ranked ? totals.score[row]! : NaN))),
    random,
  };
}

function finiteOr(score: number): number {
  return Number.isFinite(score) ? score : NaN;
}
