import type { Ranked } from '../../board/context';
import { hasBit, wordCount } from '../../column';
import type { Panel } from '../../panel';
import { STATUS } from '../../scored';
import { wordIndex } from '../../word-index';
import { rowsOfYear } from '../../year-rows';
import type { BackTestAsk } from '../format';
import { standsAt } from '../grown';
import { growthOf } from '../growth';
import { mergerSuspects } from '../mergers';

/**
 * What became of a firm. `left`: no row at the end of the horizon nor after. `review`: it came true, or would have, by what looks like a merger. `unknown`: the figure of the start is missing, or a
 * base of 0 or less; `unknown_end`: that of the end is missing. `barred`: there was nothing to come true: the title was held already, or the base lies below the floor.
 */
export const FATE = { fell_short: 0, came: 1, left: 2, review: 3, unknown: 4, barred: 5, unknown_end: 6 } as const;

/** What of the outcome is known at the start, and what of the end by then: neither is read by any choice. */
interface Reading {
  /** Fate that is settled at the start; null where the end decides. */
  readonly start: (row: number) => number | null;
  readonly end: (row: number, from: number) => number;
}

/**
 * Fates over `horizon` years of firms with the given rows of year `asOf`, by position. Read from the whole panel: figures of the end are what a choice must not see. A firm without a
 * row at the end that has one later did not leave.
 */
export function fatesOf(ctx: Ranked, rows: Int32Array, asOf: number, ask: BackTestAsk): Uint8Array {
  const { panel } = ctx;
  const end = asOf + ask.horizon;
  const [endRow, last] = [rowByFirm(panel, end), lastYears(panel)];
  const reading = readingOf(ctx, ask);
  const suspects = suspectFirms(panel, endRow, ask);
  return Uint8Array.from(rows, (row) => {
    const firm = panel.firm[row]!;
    const settled = reading.start(row);
    if (settled !== null) return settled;
    if (endRow[firm]! < 0) return last[firm]! > end ? FATE.unknown_end : FATE.left;
    const fate = reading.end(endRow[firm]!, row);
    return fate !== FATE.unknown_end && suspects[firm] === 1 ? FATE.review : fate;
  });
}

/** Firm number → its row of a year, −1 where there is none. */
export function rowByFirm(panel: Panel, year: number): Int32Array {
  const found = new Int32Array(wordCount(panel.firmKeys)).fill(-1);
  for (const row of rowsOfYear(panel, year)) found[panel.firm[row]!] = row;
  return found;
}

/** Firm number → the last year it has a row in; 0 of a firm without any. */
export function lastYears(panel: Panel): Int32Array {
  const last = new Int32Array(wordCount(panel.firmKeys));
  for (let row = 0; row < panel.rows; row++) last[panel.firm[row]!] = Math.max(last[panel.firm[row]!]!, panel.year[row]!);
  return last;
}

function readingOf(ctx: Ranked, { outcome, horizon, setting }: BackTestAsk): Reading {
  if (outcome.is === 'title') return titleGained(ctx.panel, outcome.title);
  if (outcome.is === 'score_rise') return scoreRise(ctx, outcome.points);
  const floor = outcome.field === setting.field ? setting.floor : null;
  return highGrowth(ctx.panel, outcome.field, outcome.rate, horizon, floor);
}

const NOTHING: Reading = { start: () => FATE.unknown, end: () => FATE.unknown_end };

/** x1 against x0 · (1 + rate)^h, reached within a relative 1e-9. */
function highGrowth({ fields }: Panel, field: string, rate: number, years: number, floor: number | null): Reading {
  const column = fields.get(field);
  if (column?.kind !== 'number') return NOTHING;
  const { values } = column;
  return {
    start: (row) => (!(values[row]! > 0) ? FATE.unknown : floor !== null && values[row]! < floor ? FATE.barred : null),
    end: (row, from) =>
      Number.isNaN(values[row]!)
        ? FATE.unknown_end
        : values[row]! > 0 && standsAt(values[from]!, values[row]!, years, rate) >= 0
          ? FATE.came
          : FATE.fell_short,
  };
}

function titleGained({ fields }: Panel, title: string): Reading {
  const column = fields.get('titles');
  if (column?.kind !== 'set') return NOTHING;
  const bit = wordIndex(column.words, title);
  const holds = (row: number): boolean => bit >= 0 && hasBit(column, row, bit);
  return {
    start: (row) => (column.reasons[row] !== 0 ? FATE.unknown : holds(row) ? FATE.barred : null),
    end: (row) => (column.reasons[row] !== 0 ? FATE.unknown_end : holds(row) ? FATE.came : FATE.fell_short),
  };
}

/** Under the scheme in force at both ends. A firm out of the ranking by a gate or a veto at the end has not risen. */
function scoreRise({ totals: { score, status } }: Ranked, points: number): Reading {
  return {
    start: (row) => (status[row] === STATUS.ranked ? null : FATE.unknown),
    end: (row, from) => {
      if (status[row] === STATUS.not_scored || status[row] === STATUS.vetoed) return FATE.fell_short;
      if (status[row] !== STATUS.ranked) return FATE.unknown_end;
      // Scores are compared as on a board: a hair below is not below.
      return score[row]! - score[from]! >= points - 1e-9 * Math.max(1, score[row]!) ? FATE.came : FATE.fell_short;
    },
  };
}

/** Firm number → 1 where a step of its window up to the end looks like a merger. */
function suspectFirms(panel: Panel, endRow: Int32Array, { outcome, setting, horizon }: BackTestAsk): Uint8Array {
  const field = outcome.is === 'high_growth' ? outcome.field : setting.field;
  const ends = endRow.filter((row) => row >= 0);
  const found = mergerSuspects(panel, ends, growthOf(panel, ends, field, horizon, null));
  const suspects = new Uint8Array(endRow.length);
  ends.forEach((row, i) => (suspects[panel.firm[row]!] = found[i]!));
  return suspects;
}
