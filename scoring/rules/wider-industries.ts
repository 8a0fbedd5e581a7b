import { type Column, unpackWords, wordCount } from '../column';
import { industryAt, industryCode, type Level, sharedIndustry } from '../industry-code';
import type { Panel } from '../panel';

/** The wider industries of a panel's rows, by GB/T 4754. */
export interface WiderIndustries {
  /** Row → code of its industry, as fine as it is known; null without one. */
  readonly code: (row: number) => string | null;
  /** Row → code of an industry that holds every firm of the row's own; null where there is none. */
  readonly holding: (row: number) => string | null;
}

/** Whether the firms of an industry are those of one year or of all. */
export type Span = 'year' | 'all';
const known = { year: new WeakMap<Panel, WiderIndustries | null>(), all: new WeakMap<Panel, WiderIndustries | null>() };

/**
 * What a panel knows of wider industries; null where nothing. An industry that is itself a code, a division's or a section's name stands where that stands. Any
 * other word stands in the finest industry that all `industry_code` of its firms share, so that all its firms have one wider industry.
 */
export function widerIndustries(panel: Panel, span: Span): WiderIndustries | null {
  let found = known[span].get(panel);
  if (found === undefined) known[span].set(panel, (found = findWider(panel, span)));
  return found;
}

function findWider({ fields, rows, year }: Panel, span: Span): WiderIndustries | null {
  const industry = fields.get('industry');
  if (industry?.kind !== 'text' || wordCount(industry.words) === 0) return null;
  const named = unpackWords(industry.words).map(industryCode);
  const own = codesOf(fields.get('industry_code'));
  const wordOf = (row: number): number => (industry.reasons[row] === 0 ? industry.codes[row]! : -1);
  const shared = new Map<string, string | null>();
  const key = (row: number, word: number): string => (span === 'year' ? `${year[row]} ${word}` : String(word));
  for (let row = 0; row < rows; row++) {
    const word = wordOf(row);
    const code = word >= 0 && named[word] === null ? own(row) : null;
    if (code === null) continue;
    const before = shared.get(key(row, word));
    shared.set(key(row, word), before === undefined ? code : before && sharedIndustry(before, code));
  }
  if (shared.size === 0 && named.every((code) => code === null)) return null;
  const holding = (row: number): string | null => {
    const word = wordOf(row);
    return word < 0 ? null : (named[word] ?? shared.get(key(row, word)) ?? null);
  };
  return {
    holding,
    code(row) {
      const [finer, wide] = [wordOf(row) < 0 ? null : own(row), holding(row)];
      // A code that contradicts the industry named says nothing more than it.
      return finer !== null && (wide === null || finer.startsWith(wide)) ? finer : wide;
    },
  };
}

/** Row → its own industry code; null where there is none, or it is no code. */
function codesOf(column: Column | undefined): (row: number) => string | null {
  if (column?.kind !== 'text') return () => null;
  const codes = unpackWords(column.words).map(industryCode);
  return (row) => (column.reasons[row] === 0 ? (codes[column.codes[row]!] ?? null) : null);
}

/** The rows by their wider industry at a level as numbers, −1 where their industry is not known so finely; null where no row's is. */
export function industriesAt(
  panel: Panel,
  wider: WiderIndustries,
  level: Level,
): { readonly codes: Int32Array; readonly count: number } | null {
  const seen = new Map<string, number>();
  const codes = Int32Array.from({ length: panel.rows }, (_, row) => {
    const code = wider.code(row);
    const at = code === null ? null : industryAt(code, level);
    if (at === null) return -1;
    const number = seen.get(at) ?? seen.size;
    seen.set(at, number);
    return number;
  });
  return seen.size > 0 ? { codes, count: seen.size } : null;
}
