import { describe, expect, it } from 'vitest';
import { bandsOf } from '../../../scoring/distribution/bands';
import type { Clause, Frame } from '../../../scoring/distribution/format';
import { literalBoard } from '../board/literal-board';

const FRAME: Frame = { year: 2024, segment: {}, clauses: [], pins: [] };
const lines = [-1, 0, 4, 5, 9, 20, null].map((revenue, at) => ({
  firm: `f${at}`,
  year: 2024,
  score: 50,
  revenue,
  industry: at % 2 === 0 ? '软件' : '医药',
}));
const ctx = literalBoard(lines);
const counts = (edges: readonly number[], clauses: readonly Clause[] = []) => {
  const bands = bandsOf(ctx, { ...FRAME, clauses }, 'field:revenue', edges)!;
  return [bands.rows, bands.missing, bands.bands.map(({ count }) => count)];
};

describe('bands of a measure', () => {
  it('hold their lower edge and not their upper one; with the missing they are everybody', () => {
    // below 0: −1; 0 to 5: 0, 4; 5 to 20: 5, 9; from 20 on: 20.
    expect(counts([0, 5, 20])).toEqual([7, 1, [1, 2, 2, 1]]);
  });
  it('are open at both ends', () => {
    const { bands } = bandsOf(ctx, FRAME, 'field:revenue', [0, 5])!;
    expect(bands.map(({ range }) => range)).toEqual([
      { from: null, to: 0 },
      { from: 0, to: 5 },
      { from: 5, to: null },
    ]);
  });
  it('count within the other conditions, and leave aside one on the measure itself', () => {
    const software: Clause = { is: 'segments', dimension: 'industry', values: ['软件'] };
    const own: Clause = { is: 'ranges', measure: 'field:revenue', ranges: [{ from: 4, to: 10 }], missing: false };
    // Software: −1, 4, 9, missing.
    expect(counts([0, 5], [software, own])).toEqual([4, 1, [1, 1, 1]]);
  });
  it('are none of a measure that is not there', () => {
    expect(bandsOf(ctx, FRAME, 'field:nowhere', [1])).toBeNull();
  });
});
