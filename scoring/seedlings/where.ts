import type { Ranked } from '../board/context';
import { segmentCodes } from '../segment';
import type { Figures } from './figures';
import type { SeedlingAnswer } from './format';

const BY = ['district', 'industry', 'stage'] as const;
const known = new WeakMap<Figures, Map<(typeof BY)[number], Int32Array>>();

/** Where the firms at some positions are, most of them first, beside the universe; a dimension the data do not offer is left out. */
export function whereOf(ctx: Ranked, figures: Figures, listed: Int32Array): SeedlingAnswer['where'] {
  return BY.flatMap((by) => {
    const values = segmentCodes(ctx, by)?.values ?? [];
    const [of, all] = [countCodes(ctx, by, figures.rows, listed), universeOf(ctx, figures, by)];
    return values
      .flatMap((value, code) => (of[code]! > 0 ? [{ by, value, listed: of[code]!, universe: all[code]! }] : []))
      .sort((a, b) => b.listed - a.listed || b.universe - a.universe || (a.value < b.value ? -1 : 1));
  });
}

function universeOf(ctx: Ranked, figures: Figures, by: (typeof BY)[number]): Int32Array {
  let kept = known.get(figures);
  if (!kept) known.set(figures, (kept = new Map()));
  let counts = kept.get(by);
  if (!counts) kept.set(by, (counts = countCodes(ctx, by, figures.rows, null)));
  return counts;
}

/** Firms by code, of some positions or of all. */
function countCodes(ctx: Ranked, by: (typeof BY)[number], rows: Int32Array, positions: Int32Array | null): Int32Array {
  const found = segmentCodes(ctx, by);
  if (!found) return new Int32Array(0);
  const { codes, offsets, count } = found;
  const counts = new Int32Array(count);
  const n = positions ? positions.length : rows.length;
  for (let k = 0; k < n; k++) {
    const row = rows[positions ? positions[k]! : k]!;
    const end = offsets ? offsets[row + 1]! : row + 1;
    for (let at = offsets ? offsets[row]! : row; at < end; at++) counts[codes[at]!]!++;
  }
  return counts;
}
