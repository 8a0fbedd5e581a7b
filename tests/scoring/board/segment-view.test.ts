import { expect, it } from 'vitest';
import { countedRank, rankOf, segmentView, takeRanksOver, yearOf } from '../../../scoring/board/segment-view';
import type { Ranked } from '../../../scoring/board/context';
import { literalBoard, type Line } from './literal-board';

const LINES = [
  { firm: 'C', year: 2023, score: 50, industry: 'x' },
  { firm: 'A', year: 2023, score: 50 - 4e-8, industry: 'x' },
  { firm: 'B', year: 2023, score: 50 - 6e-8, industry: 'x' },
  { firm: 'D', year: 2023, score: 70, industry: 'y' },
  { firm: 'E', year: 2023, score: 60, industry: 'x', status: 'vetoed' },
  { firm: 'A', year: 2024, score: 1, industry: 'x' },
] as const;

it.each([
  [{}, [2, 2, 4, 1, 0]],
  [{ industry: 'x' }, [1, 1, 3, -1, 0]],
  [{ industry: 'z' }, [-1, -1, -1, -1, -1]],
])('in %j a rank counted without ranking the year is the rank of the year: %j', (segment, wanted) => {
  const ctx = literalBoard(LINES);
  const view = segmentView(ctx, segment);
  expect([0, 1, 2, 3, 4].map((row) => countedRank(ctx, view, row))).toEqual(wanted);
  expect(view.years.size).toBe(0);
  expect([0, 1, 2, 3, 4].map((row) => rankOf(ctx, view, row))).toEqual(wanted);
  expect([...view.years.keys()]).toEqual([2023]);
});

it('equals by a hair stand by firm key, not by score; the unranked last', () => {
  const ctx = literalBoard(LINES);
  const { rows, ranked } = yearOf(ctx, segmentView(ctx, { industry: 'x' }), 2023);
  expect([[...rows], ranked]).toEqual([[1, 0, 2, 4], 3]);
});

/** 1 + how many of the segment score higher, straight from the lines; 0 unranked, −1 not in the segment. */
function countedByHand(lines: readonly Line[], industry: string | null): number[] {
  const inside = (line: Line): boolean => industry === null || line.industry === industry;
  const isRanked = (line: Line): boolean => line.status === undefined && line.score !== null;
  return lines.map((line) => {
    if (!inside(line)) return -1;
    if (!isRanked(line)) return 0;
    return 1 + lines.filter((other) => other.year === line.year && inside(other) && isRanked(other) && other.score! > line.score!).length;
  });
}

it('drag after drag in the same memory, ranks are those counted by hand', () => {
  let state = 7;
  const next = (below: number): number => (state = (state * 16807) % 2147483647) % below;
  let last: Ranked | null = null;
  const firms = Array.from({ length: 90 }, (_, at) => `F${String(at).padStart(2, '0')}`);
  const still = firms.flatMap((firm) => [2023, 2024].map((year) => ({ firm, year, industry: next(2) === 0 ? 'x' : 'y' })));
  const panelled = literalBoard(still.map((line) => ({ ...line, score: 1 })));
  for (let drag = 0; drag < 12; drag++) {
    const lines: Line[] = still.map((line) => {
      const score = next(8) === 0 ? null : next(40);
      return next(9) === 0 ? { ...line, score, status: score === null ? 'not_scored' : 'vetoed' } : { ...line, score };
    });
    const ctx: Ranked = { ...literalBoard(lines), panel: panelled.panel };
    if (last) takeRanksOver(last, ctx);
    for (const industry of ['x', null, 'y']) {
      const view = segmentView(ctx, industry === null ? {} : { industry });
      expect(lines.map((_, row) => rankOf(ctx, view, row))).toEqual(countedByHand(lines, industry));
      const { rows, all, ranked } = yearOf(ctx, view, 2024);
      const members = lines.flatMap((line, row) => (line.year === 2024 && (industry === null || line.industry === industry) ? [row] : []));
      expect([[...rows].sort((a, b) => a - b), all]).toEqual([members, members.length]);
      const shown = [...rows].map((row) => rankOf(ctx, view, row));
      expect(shown).toEqual([...shown.slice(0, ranked).sort((a, b) => a - b), ...shown.slice(ranked).fill(0)]);
    }
    last = ctx;
  }
});
