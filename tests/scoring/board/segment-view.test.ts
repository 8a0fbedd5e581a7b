import { expect, it } from 'vitest';
import { countedRank, rankOf, segmentView, yearOf } from '../../../scoring/board/segment-view';
import { literalBoard } from './literal-board';

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
