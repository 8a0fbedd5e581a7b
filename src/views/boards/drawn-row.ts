import type { BoardRow, BoardSlice } from '../../../scoring/board/format';
import { sparkline, type Sparkline } from '../../charts/sparkline';
import type { Locale } from '../../i18n';
import { pathScale, type DrawnRange, type Tested } from './columns';
import { stackImage } from './stack-image';
import { stackWords } from './words';

/** A row as it is written and drawn: worked out in one go, so that a dragged weight leaves the table nothing but to put it in place. */
export interface DrawnRow {
  /** A dash where the row has no rank; `why` then says why, and is empty otherwise. */
  readonly rank: string;
  readonly why: string;
  /** `=` where the rank is shared. */
  readonly tie: string;
  readonly score: string;
  readonly scoreNote: string;
  /** Width of the bar behind the score. */
  readonly bar: string;
  readonly overall: string;
  readonly coverage: string;
  readonly coverageNote: string;
  /** null where there is no score to make up. */
  readonly stack: string | null;
  readonly stackWords: string;
  readonly path: Sparkline;
  readonly pathWords: string;
  /** Range of the rank; null where the board has not been tested or the row has no rank. */
  readonly range: DrawnRange | null;
}

/** Size of the path over the years. */
export const PATH = { width: 66, height: 22 } as const;
const NONE = '—';

/** `digits`: how many decimals the score needs to look unlike its neighbours'. */
export function drawRow(row: BoardRow, slice: BoardSlice, digits: number, locale: Locale, tested: Tested | null = null): DrawnRow {
  const { t, format } = locale;
  const { score } = row;
  const why = row.rank === null ? t.status_note[row.status] : '';
  const full = slice.fullMark || 1;
  const coverage = format.percent(row.coverage);
  return {
    rank: row.rank === null ? NONE : format.number(row.rank),
    why,
    tie: row.rank !== null && row.tied ? '=' : '',
    score:
      score === null
        ? NONE
        : row.high === undefined
          ? format.score(score, digits)
          : t.board_score_range(format.score(score, digits), format.score(row.high, digits)),
    scoreNote:
      score === null
        ? why
        : [format.score(score, 2), ...(row.high === undefined ? [] : [t.board_score_high(format.score(row.high, 2))])].join(' · '),
    bar: score === null ? '0' : `calc(${Math.max(0, Math.min(1, score / full))} * (100% - 8px))`,
    overall: row.overall === null ? NONE : format.number(row.overall),
    coverage,
    coverageNote: t.board_cell_coverage(coverage),
    stack: score === null ? null : stackImage(row, slice.groups, slice.fullMark),
    stackWords: score === null ? '' : stackWords(row, slice.groups, locale),
    path: sparkline(row.history, { ...PATH, ...pathScale(row.history, slice.fullMark) }),
    pathWords: t.board_cell_history(
      slice.years.map((year, at) => {
        const then = row.history[at] ?? null;
        return t.board_cell_history_year(year, then === null ? NONE : format.score(then));
      }),
    ),
    range: tested && tested.draw(row),
  };
}
