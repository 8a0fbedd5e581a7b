import { describe, expect, it } from 'vitest';
import type { ChartAnswer, ChartSpec, RelationAnswer, SpreadAnswer } from '../../../scoring/distribution/format';
import { chartOf } from '../../../scoring/distribution/chart';
import { guardAnswer } from '../../../scoring/distribution/guard';
import { drawnAnswer } from '../../../scoring/distribution/guard-drawn';
import { CONCENTRATION, RELATION, SPREAD } from '../../fixtures/distribution-answers';
import { literalBoard } from '../board/literal-board';
import { LIMITS } from './guard-given';

describe('drawnAnswer', () => {
  it('draws nobody where a count is hidden, and no bar of zeros whose count is', () => {
    const all = { ...SPREAD.bars.all, bins: [3, NaN, 9], zero: NaN, missing: NaN };
    const { bars } = drawnAnswer({ ...SPREAD, bars: { ...SPREAD.bars, all, selected: null } }) as SpreadAnswer;
    expect([bars.all.bins, bars.all.missing, bars.all.zero, bars.zeroApart]).toEqual([[3, 0, 9], 0, 0, false]);
  });

  it('draws the band of medians no wider than is known', () => {
    const bin = { x: 5, from: NaN, to: 8, median: 3, q1: NaN, q3: NaN, n: 12 };
    const { medians } = drawnAnswer({ ...RELATION, medians: [bin] }) as RelationAnswer;
    expect(medians).toEqual([{ x: 5, from: 5, to: 8, median: 3, q1: 3, q3: 3, n: 12 }]);
  });

  it('a Lorenz curve of its two ends alone is none: it would look like equality', () => {
    const ends = { at: [0, 1], height: [0, 1] };
    expect(drawnAnswer({ ...CONCENTRATION, lorenz: { all: ends, selected: null } })).toMatchObject({ lorenz: { all: null } });
  });

  it('leaves alone what hides nothing', () => {
    for (const answer of [SPREAD, RELATION, CONCENTRATION] as ChartAnswer[]) expect(drawnAnswer(answer)).toEqual(answer);
  });

  it('leaves no hidden count in what charts draw of bars and cells', () => {
    const ctx = literalBoard(
      Array.from({ length: 90 }, (_, at) => ({
        firm: `F${at}`,
        year: 2024,
        score: (at * 37) % 90,
        revenue: (at * at) % 400,
        industry: `I${at % 7}`,
      })),
    );
    const revenue = { measure: 'field:revenue' } as const;
    const specs: ChartSpec[] = [
      { is: 'spread', ...revenue, mode: 'histogram', log: false },
      { is: 'segments', ...revenue, by: 'industry', mode: 'histograms', log: false, free: false },
      { is: 'relation', x: 'field:revenue', y: 'score', logX: false, logY: false },
    ];
    for (const spec of specs) {
      const answer = chartOf(ctx, spec, { year: 2024, segment: {}, clauses: [], pins: [] });
      if (answer.is === 'refused') throw new Error(answer.why);
      const drawn = drawnAnswer(guardAnswer(answer, LIMITS).answer);
      const part =
        drawn.is === 'spread'
          ? drawn.bars.all
          : drawn.is === 'segments'
            ? drawn.rows.map(({ bars }) => bars)
            : drawn.is === 'relation'
              ? [drawn.cells, drawn.medians]
              : [];
      expect(JSON.stringify(part)).not.toMatch(/(:|,|\[)null(,|\])/);
    }
  });
});
