import { REASON, wordCount } from '../column';
import type { Panel } from '../panel';
import type { ComparisonSet } from '../scheme/format';
import type { PeerGroup } from './relative';

/** Whom a relative rule compares with: every loaded firm-year of the set, gates and filters notwithstanding. */
export interface Comparison {
  /** Row → number of its set, −1 where it cannot be placed (then `reasons` says why). */
  readonly set: Int32Array;
  readonly sets: number;
  readonly reasons: Uint8Array;
  /** Rows grouped by set: those of set s are `rows[starts[s]] … rows[starts[s + 1] − 1]`. */
  readonly rows: Int32Array;
  readonly starts: Int32Array;
}

/**
 * Places each row in its comparison set, or in its peer group inside that. A row without the stage, or the industry, that is asked for is in no set.
 * `industries` stand for those of the data: −1 is none.
 */
export function comparisonOf(panel: Panel, kind: ComparisonSet, stage: Int16Array, within?: PeerGroup, industries?: Codes): Comparison {
  const reasons = new Uint8Array(panel.rows);
  const asks = (part: string): boolean => kind.includes(part) || within?.includes(part) === true;
  const parts = [
    ...(kind === 'all' ? [] : [numbered(panel.year)]),
    ...(asks('stage') ? [stageCodes(stage, reasons)] : []),
    ...(asks('industry') ? [industries ? placedCodes(industries, reasons) : industryCodes(panel, reasons)] : []),
  ];
  const set = new Int32Array(panel.rows);
  for (const { codes, count } of parts) for (let row = 0; row < set.length; row++) set[row] = set[row]! * count + codes[row]!;
  for (let row = 0; row < set.length; row++) if (reasons[row] !== 0) set[row] = -1;
  const sets = parts.reduce((product, { count }) => product * count, 1);
  return { set, sets, reasons, ...grouped(set, sets) };
}

/** The same for some rows only, by their places among them. */
export function comparisonAmong({ set, sets, reasons }: Comparison, rows: Int32Array): Comparison {
  const own = Int32Array.from(rows, (row) => set[row]!);
  return { set: own, sets, reasons: Uint8Array.from(rows, (row) => reasons[row]!), ...grouped(own, sets) };
}

interface Codes {
  readonly codes: ArrayLike<number>;
  readonly count: number;
}

function numbered(years: Int32Array): Codes {
  const seen = new Map<number, number>();
  for (const year of years) if (!seen.has(year)) seen.set(year, seen.size);
  return { codes: years.map((year) => seen.get(year)!), count: Math.max(1, seen.size) };
}

/** Stages as codes; writes the reason where there is none. */
function stageCodes(stage: Int16Array, reasons: Uint8Array): Codes {
  let high = 0;
  for (let row = 0; row < stage.length; row++) {
    if (stage[row]! < 0) reasons[row] = REASON.no_stage;
    else if (stage[row]! > high) high = stage[row]!;
  }
  return { codes: stage, count: high + 1 };
}

/** Industries as codes; writes the reason where there is none. */
function industryCodes(panel: Panel, reasons: Uint8Array): Codes {
  const industry = panel.fields.get('industry');
  if (industry?.kind !== 'text') {
    reasons.fill(REASON.not_collected);
    return { codes: new Uint8Array(panel.rows), count: 1 };
  }
  for (let row = 0; row < reasons.length; row++) if (reasons[row] === 0) reasons[row] = industry.reasons[row]!;
  return { codes: industry.codes, count: Math.max(1, wordCount(industry.words)) };
}

function placedCodes(given: Codes, reasons: Uint8Array): Codes {
  for (let row = 0; row < reasons.length; row++) if (given.codes[row]! < 0 && reasons[row] === 0) reasons[row] = REASON.not_collected;
  return given;
}

function grouped(set: Int32Array, sets: number): { rows: Int32Array; starts: Int32Array } {
  const starts = new Int32Array(sets + 1);
  for (const s of set) if (s >= 0) starts[s + 1]!++;
  for (let s = 0; s < sets; s++) starts[s + 1]! += starts[s]!;
  const next = starts.slice(0, sets);
  const rows = new Int32Array(starts[sets]!);
  for (let row = 0; row < set.length; row++) if (set[row]! >= 0) rows[next[set[row]!]!++] = row;
  return { rows, starts };
}
