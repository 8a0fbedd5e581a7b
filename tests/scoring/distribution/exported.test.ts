import { describe, expect, it } from 'vitest';
import { letOutOf } from '../../../scoring/distribution/exported';
import type { ChartSpec, Clause, Frame, MeasureId } from '../../../scoring/distribution/format';
import { literalBoard } from '../board/literal-board';

const K = 3;
/** Ten firms with revenues 0 … 9, and one without any, in two years. */
const board = () =>
  literalBoard(
    [2023, 2024].flatMap((year) =>
      Array.from({ length: 11 }, (_, at) => ({ firm: `f${at}`, year, score: 50, revenue: at < 10 ? at : null })),
    ),
  );
const chart = (measure: MeasureId = 'field:revenue'): ChartSpec => ({ is: 'spread', measure, mode: 'histogram', log: false });
const from = (low: number): Clause => ({ is: 'ranges', measure: 'field:revenue', ranges: [{ from: low, to: null }], missing: false });
const frame = (clauses: readonly Clause[] = [], year = 2024): Frame => ({ year, segment: {}, clauses, pins: [] });

describe('a chart for the public', () => {
  it('is held back where its firms differ from those of an earlier one by fewer than k', () => {
    const ctx = board();
    expect(letOutOf(ctx, chart(), frame([from(4)]), K)).toBeNull();
    // 4 … 9 and 2 … 9 differ by two.
    expect(letOutOf(ctx, chart(), frame([from(2)]), K)).toEqual({ firms: 2, isRefused: true });
    // By three, and by the same.
    expect(letOutOf(ctx, chart(), frame([from(7)]), K)).toBeNull();
    expect(letOutOf(ctx, chart(), frame([from(4)]), K)).toBeNull();
  });
  it('that was held back is not among the earlier ones', () => {
    const ctx = board();
    letOutOf(ctx, chart(), frame([from(4)]), K);
    letOutOf(ctx, chart(), frame([from(6)]), K);
    // Two from what was held back, three from 4 … 9, seven from all.
    expect(letOutOf(ctx, chart(), frame([from(7)]), K)).toBeNull();
  });
  it('counts the firms that have a value: nearly everybody selected beside everybody shows who is not', () => {
    const ctx = board();
    expect(letOutOf(ctx, chart(), frame(), K)).toBeNull();
    expect(letOutOf(ctx, chart(), frame([from(1)]), K)).toEqual({ firms: 1, isRefused: true });
  });
  it('of another measure, another year or other data is another matter', () => {
    const ctx = board();
    letOutOf(ctx, chart(), frame([from(4)]), K);
    expect(letOutOf(ctx, chart('score'), frame([from(5)]), K)).toBeNull();
    expect(letOutOf(ctx, chart(), frame([from(5)], 2023), K)).toBeNull();
    expect(letOutOf(board(), chart(), frame([from(5)]), K)).toBeNull();
  });
});
