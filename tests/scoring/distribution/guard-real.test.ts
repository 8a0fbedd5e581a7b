import { describe, expect, it } from 'vitest';
import type { Ranked } from '../../../scoring/board/context';
import { chartOf } from '../../../scoring/distribution/chart';
import {
  CORRELATIONS,
  HEAT_STATISTICS,
  SEGMENT_MODES,
  SPREAD_MODES,
  type ChartAnswer,
  type ChartSpec,
  type Frame,
} from '../../../scoring/distribution/format';
import { guardAnswer } from '../../../scoring/distribution/guard';
import { seeded } from '../../scoring-sql/random';
import { type Line, literalBoard } from '../board/literal-board';
import { LIMITS } from './guard-given';

/** Two years of skewed money, of firms in industries of very different size; some missing, zero or gone. Every figure above 0 has a fraction that no round number has. */
function boardOf(firms: number, seed: number): Ranked {
  const draw = seeded(seed);
  const lines = Array.from({ length: 2 * firms }, (_, at): Line => {
    const size = draw() < 0.1 ? null : draw() < 0.1 ? 0 : Math.floor(10 ** (draw() * 5)) + 0.123456;
    const score = Math.floor(draw() * 90) + 0.654321;
    return { firm: `F${at % firms}`, year: at < firms ? 2023 : 2024, score, revenue: size, industry: `I${Math.floor(draw() ** 3 * 9)}` };
  });
  return literalBoard(lines.filter(({ year }) => year === 2024 || draw() > 0.2));
}
const revenue = { measure: 'field:revenue' } as const;
const clauses: Frame['clauses'] = [{ is: 'ranges', ...revenue, ranges: [{ from: 100, to: 5000 }], missing: false }];

const SPECS: readonly ChartSpec[] = [
  ...SPREAD_MODES.flatMap((mode) => [true, false].map((log): ChartSpec => ({ is: 'spread', ...revenue, mode, log }))),
  ...SEGMENT_MODES.flatMap((mode) =>
    [true, false].map((free): ChartSpec => ({ is: 'segments', ...revenue, by: free ? 'industry' : 'year', mode, log: free, free })),
  ),
  ...SEGMENT_MODES.map((mode): ChartSpec => ({ is: 'segments', ...revenue, by: 'industry', mode, log: false, free: false })),
  ...HEAT_STATISTICS.map((statistic): ChartSpec => ({ is: 'heat', ...revenue, by: 'industry', statistic })),
  ...CORRELATIONS.map((kind): ChartSpec => ({ is: 'matrix', measures: ['field:revenue', 'score'], kind })),
  { is: 'groups', ...revenue, by: 'industry', of: [] },
  { is: 'groups', ...revenue, by: 'industry', of: ['I0', 'I1', 'I2', 'I3'] },
  { is: 'change', ...revenue, from: null },
  { is: 'concentration', ...revenue, by: 'industry' },
  { is: 'relation', x: 'field:revenue', y: 'score', logX: true, logY: false },
];

/** Every kind in all its modes, with and without a selection and pinned firms. */
function answersOf(ctx: Ranked): ChartAnswer[] {
  const frames: Frame[] = [
    { year: 2024, segment: {}, clauses: [], pins: ['F1', 'F2'] },
    { year: 2024, segment: {}, clauses, pins: [] },
  ];
  return frames.flatMap((frame) =>
    SPECS.map((spec) => {
      const answer = chartOf(ctx, spec, frame);
      if (answer.is === 'refused') throw new Error(answer.why);
      return answer;
    }),
  );
}

/** Numbers of an answer that are a figure of one firm: those with the fraction that only figures have. */
function figuresIn(part: unknown): number[] {
  if (typeof part === 'number') return Math.abs((part % 1) - 0.123456) < 1e-9 || Math.abs((part % 1) - 0.654321) < 1e-9 ? [part] : [];
  return typeof part === 'object' && part !== null ? Object.values(part).flatMap(figuresIn) : [];
}

describe.each([3, 6, 12, 30, 80, 200, 600])('answers about %i firms', (firms) => {
  const answers = answersOf(boardOf(firms, firms));

  it('guarded once more lose nothing', () => {
    for (const answer of answers) {
      const once = guardAnswer(answer, LIMITS).answer;
      expect(guardAnswer(once, LIMITS)).toEqual({ answer: once, hidden: [] });
    }
  });

  it('do not hold the greatest figure of a firm', () => {
    const all = figuresIn(answers);
    expect(all.length).toBeGreaterThan(firms);
    for (const answer of answers) expect(figuresIn(guardAnswer(answer, LIMITS).answer)).not.toContain(Math.max(...all));
  });

  it('hold no count of one to four firms', () => {
    expect(smallCounts(answers).length).toBeGreaterThan(0);
    for (const answer of answers) expect(smallCounts(guardAnswer(answer, LIMITS).answer)).toEqual([]);
  });
});

/** Fields that count firms. */
const COUNTS = new Set([
  'n',
  'missing',
  'zero',
  'rows',
  'present',
  'count',
  'negative',
  'selected',
  'bins',
  'counts',
  'below',
  'above',
  'cells',
  'selectedCells',
  'firms',
  'beyond',
]);
function smallCounts(part: unknown, path = ''): string[] {
  if (typeof part !== 'object' || part === null) {
    const name = path.split('.').findLast((step) => !/^\d*$/.test(step)) ?? '';
    return typeof part === 'number' && COUNTS.has(name) && part > 0 && part < 5 ? [`${path} ${part}`] : [];
  }
  return Object.entries(part).flatMap(([name, inner]) => smallCounts(inner, `${path}.${name}`));
}
