import { REASON, wordCount } from '../column';
import type { Panel } from '../panel';
import type { ComparisonSet } from '../scheme/format';

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

/** Places each row in its comparison set. A row without a stage, or without an industry, is in no set. */
export function comparisonOf(panel: Panel, kind: ComparisonSet, stage: Int16Array): Comparison {
  const reasons = new Uint8Array(panel.rows);
  const set = new Int32Array(panel.rows);
  const years = kind === 'all' ? new Map<number, number>() : numbered(panel.year);
  const inner = innerCodes(panel, kind, stage, reasons);
  const width = inner ? inner.count : 1;
  for (let row = 0; row < panel.rows; row++) {
    const year = kind === 'all' ? 0 : years.get(panel.year[row]!)!;
    set[row] = reasons[row] !== 0 ? -1 : year * width + (inner ? inner.codes[row]! : 0);
  }
  const sets = Math.max(1, years.size) * width;
  return { set, sets, reasons, ...grouped(set, sets) };
}

function numbered(years: Int32Array): Map<number, number> {
  const seen = new Map<number, number>();
  for (const year of years) if (!seen.has(year)) seen.set(year, seen.size);
  return seen;
}

/** Codes of the second part of the set, stage or industry; writes the reason where there is none. */
function innerCodes(
  panel: Panel,
  kind: ComparisonSet,
  stage: Int16Array,
  reasons: Uint8Array,
): { codes: ArrayLike<number>; count: number } | null {
  if (kind === 'year*stage') {
    let high = 0;
    for (let row = 0; row < stage.length; row++) {
      if (stage[row]! < 0) reasons[row] = REASON.no_stage;
      else if (stage[row]! > high) high = stage[row]!;
    }
    return { codes: stage, count: high + 1 };
  }
  if (kind !== 'year*industry') return null;
  const industry = panel.fields.get('industry');
  if (industry?.kind !== 'text') {
    reasons.fill(REASON.not_collected);
    return { codes: reasons, count: 1 };
  }
  reasons.set(industry.reasons);
  return { codes: industry.codes, count: Math.max(1, wordCount(industry.words)) };
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
