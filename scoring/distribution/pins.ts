import type { Ranked } from '../board/context';
import { firmName } from '../board/cell';
import { countUpTo } from '../statistics/sorted';
import { wordIndex } from '../word-index';
import type { Frame, Pin } from './format';
import type { Gathered } from './figures';
import type { Measured } from './measure';
import { nextTierOf } from './next-tier';

/** The most firms that are pinned at once. */
export const MOST_PINS = 5;

/** Row of each pinned firm among the rows of a frame, its latest year; −1 where it is in none of them. */
export function pinnedRows(
  ctx: Ranked,
  pins: readonly string[],
  rows: Int32Array,
): readonly { readonly firm: string; readonly row: number }[] {
  const numbers = new Map(pins.slice(0, MOST_PINS).map((firm) => [wordIndex(ctx.panel.firmKeys, firm), -1]));
  if (numbers.size > 0)
    for (const row of rows) {
      const seen = numbers.get(ctx.panel.firm[row]!);
      if (seen !== undefined && (seen < 0 || ctx.panel.year[row]! > ctx.panel.year[seen]!)) numbers.set(ctx.panel.firm[row]!, row);
    }
  return pins.slice(0, MOST_PINS).map((firm) => ({ firm, row: numbers.get(wordIndex(ctx.panel.firmKeys, firm)) ?? -1 }));
}

/** Where pinned firms stand in one measure. `segmentOf` names the part of a chart a row is drawn in. */
export function pinsOf(
  ctx: Ranked,
  { pins }: Pick<Frame, 'pins'>,
  rows: Int32Array,
  { facts, values }: Pick<Measured, 'facts' | 'values'>,
  { sorted }: Pick<Gathered, 'sorted'>,
  segmentOf: (row: number) => string | null = () => null,
): Pin[] {
  if (pins.length === 0) return [];
  const nextTier = nextTierOf(ctx, facts.id);
  return pinnedRows(ctx, pins, rows).map(({ firm, row }) => {
    const value = row < 0 ? NaN : values[row]!;
    const isThere = !Number.isNaN(value);
    const upTo = isThere ? countUpTo(sorted, value) : 0;
    return {
      firm,
      name: row < 0 ? firm : firmName(ctx.panel, row),
      value: isThere ? value : null,
      percentile: isThere ? upTo / sorted.length : null,
      rank: isThere ? sorted.length - upTo + 1 : null,
      n: sorted.length,
      segment: row < 0 ? null : segmentOf(row),
      next: isThere ? nextTier(row) : null,
    };
  });
}
