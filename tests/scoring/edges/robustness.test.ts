import { describe, expect, it } from 'vitest';
import { compareReport } from '../../../scoring/compare/report';
import { compareSides } from '../../../scoring/compare/comparison';
import { attainableRank } from '../../../scoring/robustness/attainable';
import { cutStability } from '../../../scoring/robustness/cut';
import { Drawer, drawableOf } from '../../../scoring/robustness/draws';
import { FactorialWork } from '../../../scoring/robustness/factorial';
import { missingBounds } from '../../../scoring/robustness/missing-bounds';
import { normalise } from '../../../scoring/robustness/normalise';
import { pairStability } from '../../../scoring/robustness/pair';
import { rankRanges } from '../../../scoring/robustness/rank-ranges';
import { removeOne } from '../../../scoring/robustness/remove-one';
import { sensitivity } from '../../../scoring/robustness/sensitivity';
import { shape, winsorise } from '../../../scoring/robustness/winsorise';
import { plain, scored } from '../compare/given';
import { panelOf } from '../panel-of';
import { made, type Made } from '../robustness/board';
import { schemeWith } from '../schemes';

/** What every method of the page says of a board of which all can be said by heart. `stays`: no draw, no choice and no removal moves anybody. */
interface Known {
  readonly given: Made;
  readonly ranks: readonly number[];
  readonly best: readonly number[];
  readonly worst: readonly number[];
  /** Bounds of ranks from missing data. */
  readonly gapBest: readonly number[];
  readonly gapWorst: readonly number[];
  readonly removed: number;
}
const BOARDS: readonly (readonly [string, Known])[] = [
  ['nobody', { given: { shares: [], weights: [10, 10] }, ranks: [], best: [], worst: [], gapBest: [], gapWorst: [], removed: 2 }],
  [
    'one firm',
    { given: { shares: [[0.4, 0.8]], weights: [10, 10] }, ranks: [1], best: [1], worst: [1], gapBest: [1], gapWorst: [1], removed: 2 },
  ],
  [
    'ties of equal firms',
    {
      given: {
        shares: [
          [0.4, 0.8],
          [0.4, 0.8],
          [0.1, 0.2],
        ],
        weights: [10, 10],
      },
      ranks: [1, 1, 3],
      best: [1, 1, 3],
      worst: [2, 2, 3],
      gapBest: [1, 1, 3],
      gapWorst: [2, 2, 3],
      removed: 2,
    },
  ],
  [
    'a constant indicator beside another',
    {
      given: {
        shares: [
          [0.5, 0.8],
          [0.5, 0.2],
        ],
        weights: [10, 10],
      },
      ranks: [1, 2],
      best: [1, 2],
      worst: [1, 2],
      gapBest: [1, 2],
      gapWorst: [1, 2],
      removed: 2,
    },
  ],
  [
    'zeros only',
    {
      given: {
        shares: [
          [0, 0],
          [0, 0],
        ],
        weights: [10, 10],
      },
      ranks: [1, 1],
      best: [1, 1],
      worst: [2, 2],
      gapBest: [1, 1],
      gapWorst: [2, 2],
      removed: 2,
    },
  ],
  [
    'everything missing',
    {
      given: {
        shares: [
          [null, null],
          [null, null],
        ],
        weights: [10, 10],
      },
      ranks: [1, 1],
      best: [1, 1],
      worst: [2, 2],
      gapBest: [1, 1],
      gapWorst: [2, 2],
      removed: 2,
    },
  ],
  [
    'everything missing and skipped',
    {
      given: {
        shares: [
          [null, null],
          [null, null],
        ],
        weights: [10, 10],
        missing: ['skip', 'skip'],
      },
      ranks: [1, 1],
      best: [1, 1],
      worst: [2, 2],
      gapBest: [1, 1],
      gapWorst: [2, 2],
      removed: 2,
    },
  ],
  [
    'figures below the scale, which are zeros',
    {
      given: {
        shares: [
          [-3, 0.5],
          [-1, 0.2],
        ],
        weights: [10, 10],
      },
      ranks: [1, 2],
      best: [1, 2],
      worst: [1, 2],
      gapBest: [1, 2],
      gapWorst: [1, 2],
      removed: 2,
    },
  ],
  [
    'a weight of 0, whose indicator turns nobody',
    {
      given: {
        shares: [
          [0.2, 0.9],
          [0.9, 0.8],
        ],
        weights: [0, 10],
      },
      ranks: [1, 2],
      best: [1, 2],
      worst: [1, 2],
      gapBest: [1, 2],
      gapWorst: [1, 2],
      removed: 0,
    },
  ],
  [
    'no weight at all',
    {
      given: {
        shares: [
          [0.2, 0.9],
          [0.9, 0.8],
        ],
        weights: [0, 0],
      },
      ranks: [1, 1],
      best: [1, 1],
      worst: [2, 2],
      gapBest: [1, 1],
      gapWorst: [2, 2],
      removed: 0,
    },
  ],
];

describe.each(BOARDS)('of %s', (_, { given, ranks, best, worst, gapBest, gapWorst, removed }) => {
  const { ctx, contenders } = made(given);
  const n = ranks.length;

  it.each(['around', 'any'] as const)('draws of weights %s leave every rank where it is', (how) => {
    const drawn = new Drawer(drawableOf(contenders), { how, share: 0.5, draws: 8, seed: 3 }).run(0, 8);
    const ranges = rankRanges([drawn], contenders.ranks, 1);
    for (const found of [ranges.low, ranges.middle, ranges.high, ranges.best, ranges.worst]) expect([...found]).toEqual(ranks);
    expect([...ranges.shift]).toEqual(ranks.map(() => 0));
    expect([...ranges.top]).toEqual(ranks.map((rank) => (rank === 1 ? 1 : 0)));
  });
  it('the ranks within reach are known', () => {
    const reach = ranks.map((_rank, i) => attainableRank(contenders, i, 0.5));
    expect([reach.map((one) => one.best), reach.map((one) => one.worst)]).toEqual([best, worst]);
  });
  it('the ranks left open by missing data are known', () => {
    const bounds = missingBounds(ctx, contenders);
    expect([[...bounds.best], [...bounds.worst]]).toEqual([gapBest, gapWorst]);
    for (const score of [...bounds.low, ...bounds.high]) expect(score).toBeGreaterThanOrEqual(0);
  });
  it('removing an indicator moves only whom its own figure parts', () => {
    const found = removeOne(contenders, 1);
    expect(found.filter(({ is }) => is === 'indicator')).toHaveLength(removed);
    for (const { shift } of found) expect(Number.isFinite(shift.mean) && shift.kept <= shift.list && shift.list <= n).toBe(true);
  });
  it('every other way of making the list is a number', () => {
    const work = new FactorialWork(ctx, contenders, 1);
    while (work.step());
    const { runs, best: bestRanks, worst: worstRanks } = work.result();
    expect(runs[0]!.shift.mean).toBe(0);
    for (const { shift } of runs) expect(Number.isFinite(shift.mean) && Number.isFinite(shift.most)).toBe(true);
    for (const rank of [...bestRanks, ...worstRanks]) expect(rank >= 1 && rank <= n).toBe(true);
  });
});

it.each<[string, Made, number, { inside: number; isNone: boolean }]>([
  ['nobody', { shares: [], weights: [10] }, 3, { inside: 0, isNone: true }],
  ['one firm', { shares: [[0.5]], weights: [10] }, 1, { inside: 1, isNone: true }],
  [
    'ties from end to end: the list of one holds all three',
    { shares: [[0.5], [0.5], [0.5]], weights: [10] },
    1,
    { inside: 3, isNone: true },
  ],
  ['no weight at all: all are tied', { shares: [[0.5], [0.2]], weights: [0] }, 1, { inside: 2, isNone: true }],
  ['everything missing: all are tied', { shares: [[null], [null]], weights: [10] }, 1, { inside: 2, isNone: true }],
])('the cut of %s', (_, given, k, wanted) => {
  expect(cutStability(made(given).contenders, k, 0.25)).toMatchObject(wanted);
});

it.each<[string, Made, object]>([
  ['no weight at all', { shares: [[0.5], [0.2]], weights: [0] }, { is: 'identical' }],
  [
    'zeros only',
    {
      shares: [
        [0, 0],
        [0, 0],
      ],
      weights: [10, 10],
    },
    { is: 'identical' },
  ],
  ['everything missing', { shares: [[null], [null]], weights: [10] }, { is: 'identical' }],
  [
    'a constant indicator: the other decides',
    {
      shares: [
        [0.5, 0.8],
        [0.5, 0.2],
      ],
      weights: [10, 10],
    },
    { is: 'exact', delta: 1 },
  ],
])('δ* of two firms of %s', (_, given, wanted) => {
  expect(pairStability(made(given).contenders, 0, 1)).toMatchObject(wanted);
});

describe('normalisation', () => {
  const shown = (values: readonly number[], way: 'min-max' | 'percentile' | 'z-score') => {
    const found = normalise(Float64Array.from(values), way);
    return found && [...found].map((value) => Number(value.toFixed(6)));
  };
  // z of two values is ∓√½, so ½ ∓ √½ ÷ √12.
  it.each<[string, readonly number[], unknown, unknown, unknown]>([
    ['zeros and a minus zero', [0, -0], null, null, null],
    ['negatives', [-4, -2], [0, 1], [0.25, 0.75], [0.295876, 0.704124]],
    ['numbers whose squares overflow', [1e200, 3e200], [0, 1], [0.25, 0.75], [0.295876, 0.704124]],
    ['numbers near the end of all numbers', [5e307, 1.5e308], [0, 1], [0.25, 0.75], [0.295876, 0.704124]],
    ['ends further apart than a number reaches', [-1e308, 1e308], null, [0.25, 0.75], null],
  ])('of %s', (_, values, minMax, percentile, zScore) => {
    expect([shown(values, 'min-max'), shown(values, 'percentile'), shown(values, 'z-score')]).toEqual([minMax, percentile, zScore]);
  });
});

describe('winsorising', () => {
  it('of money, whose fourth powers overflow, is that of the same figures in a larger unit', () => {
    const figures = [1, 2, 3, 4, 5, 6, 7, 8, 9, 100];
    const { values, moved } = winsorise(Float64Array.from(figures, (figure) => figure * 1e100));
    expect([[...values].map((value) => Math.round(value / 1e100)), moved]).toEqual([[1, 2, 3, 4, 5, 6, 7, 8, 9, 9], 1]);
    // pandas: Series([1 … 9, 100]).kurt().
    expect(shape(Float64Array.from(figures, (figure) => figure * 1e100))[1]).toBeCloseTo(9.799244716163663, 10);
  });
  it('of negatives only draws the far end in, and zeros alone stay', () => {
    expect([...winsorise(Float64Array.of(-1, -2, -3, -4, -5, -6, -7, -8, -9, -100)).values].at(-1)).toBe(-9);
    expect(winsorise(Float64Array.of(0, 0, 0, 0, 0)).moved).toBe(0);
  });
});

it('indices over one run, and over no choice at all, are none', () => {
  expect(sensitivity([1], [4])).toMatchObject({ first: [null], total: [null], variance: 0 });
  expect(sensitivity([], [4])).toMatchObject({ first: [], total: [], variance: 0 });
});

describe('two versions compared', () => {
  const of = (a: readonly (number | null)[], b: readonly (number | null)[]) => {
    const panel = panelOf({ a, b });
    const side = (id: string) => ({ ranked: scored(panel, schemeWith({ version: id, indicators: [plain(id)] })), year: 2024 });
    return compareReport(compareSides(side('a'), side('b'), {}), 2);
  };
  it.each<[string, readonly (number | null)[], readonly (number | null)[], object]>([
    ['nobody', [], [], { both: 0, agreement: { tau: null, n: 0, reason: 'too_few' }, medianShift: null }],
    ['one firm', [3], [4], { both: 1, agreement: { tau: null, n: 1, reason: 'too_few' }, same: 1, medianShift: 0 }],
    ['ties on one side', [3, 3], [4, 5], { both: 2, agreement: { tau: null, n: 2, reason: 'constant' }, up: 0, down: 1 }],
    [
      'everything missing: all are tied at 0',
      [null, null],
      [null, null],
      { both: 2, agreement: { tau: null, reason: 'constant' }, same: 2 },
    ],
  ])('over %s', (_, a, b, wanted) => {
    const { summary, parts } = of(a, b);
    expect(summary).toMatchObject(wanted);
    for (const part of Object.values(parts)) expect(Number.isFinite(part)).toBe(true);
  });
});
