import { describe, expect, it } from 'vitest';
import type { ChartSpec, Frame } from '../../../scoring/distribution/format';
import { spreadOf } from '../../../scoring/distribution/spread';
import { segmentsOf } from '../../../scoring/distribution/segments';
import { concentrationOf } from '../../../scoring/distribution/concentration';
import { heatOf } from '../../../scoring/distribution/heat';
import { relationOf } from '../../../scoring/distribution/relation';
import { measureOf, offeredMeasures, type Measured } from '../../../scoring/distribution/measure';
import { pathsOf } from '../../../scoring/distribution/paths';
import type { Ranked } from '../../../scoring/board/context';
import { type Line, literalBoard } from '../board/literal-board';

const FRAME: Frame = { year: 2024, segment: {}, clauses: [], pins: [] };
const line = (firm: string, revenue: number | null, industry: string | null = '软件', year = 2024, score: number | null = 50): Line => ({
  firm,
  year,
  score,
  revenue,
  industry,
});
const measured = (ctx: Ranked, id: Parameters<typeof measureOf>[1]): Measured => {
  const found = measureOf(ctx, id);
  if ('is' in found) throw new Error(found.why);
  return found;
};
const spread = (ctx: Ranked, more: Partial<Frame> = {}, spec: Partial<Extract<ChartSpec, { is: 'spread' }>> = {}) =>
  spreadOf(
    ctx,
    { is: 'spread', measure: 'field:revenue', mode: 'histogram', log: false, ...spec },
    { ...FRAME, ...more },
    measured(ctx, 'field:revenue'),
  );

describe('spreadOf', () => {
  const ctx = literalBoard([
    line('a', 0),
    line('b', 2),
    line('c', 4),
    line('d', 6),
    line('e', null),
    line('f', -2),
    line('g', 9, '软件', 2023),
  ]);

  it('accounts for every firm of the year: with a value, missing by reason, zero and negative', () => {
    const { account } = spread(ctx);
    expect(account).toEqual({ rows: 6, present: 5, left: [{ why: 'blank', count: 1 }], zero: 1, negative: 1 });
  });

  it('zeros and missing are bars of their own, and every firm is in a bar', () => {
    const { bars } = spread(ctx);
    expect([bars.zeroApart, bars.all.zero, bars.all.missing]).toEqual([true, 1, 1]);
    const counted = bars.all.bins.reduce((sum, count) => sum + count, 0);
    expect(counted + bars.all.zero + bars.all.missing + bars.all.below + bars.all.above).toBe(6);
  });

  it('quantiles are of type 7 over the firms that have a value: zeros in, missing out', () => {
    // −2, 0, 2, 4, 6
    const { all } = spread(ctx);
    expect([all.n, all.missing, all.zero, all.p25, all.p50, all.p75, all.mean]).toEqual([5, 1, 1, 0, 2, 4, 2]);
  });

  it('selected firms are counted beside all, in the same bins', () => {
    const { bars, selected } = spread(ctx, {
      clauses: [{ is: 'ranges', measure: 'field:revenue', ranges: [{ from: 2, to: 5 }], missing: false }],
    });
    expect(selected).toMatchObject({ n: 2, p50: 3 });
    expect(bars.selected!.bins.reduce((sum, count) => sum + count, 0)).toBe(2);
    expect([bars.selected!.zero, bars.selected!.missing]).toEqual([0, 0]);
  });

  it('a logarithm is refused where something is below 0, and said so', () => {
    const { refusesLog, bars } = spread(ctx, {}, { log: true });
    expect([refusesLog, bars.isLog]).toEqual([true, false]);
  });

  it('a logarithm is suggested where the greatest is more than 50 times the median', () => {
    expect(spread(literalBoard([line('a', 1), line('b', 2), line('c', 101)])).suggestsLog).toBe(true);
    expect(spread(literalBoard([line('a', 1), line('b', 2), line('c', 100)])).suggestsLog).toBe(false);
  });

  it.each<[string, Line[], object]>([
    ['nobody has a value', [line('a', null)], { account: { rows: 1, present: 0 }, all: { n: 0, p50: null, mean: null } }],
    ['one firm', [line('a', 7)], { all: { n: 1, p5: 7, p50: 7, p95: 7, mean: 7 }, bars: { rule: 'one' } }],
    ['all equal', [line('a', 3), line('b', 3)], { all: { p25: 3, p75: 3 }, bars: { rule: 'one' } }],
    ['only zeros', [line('a', 0), line('b', 0)], { account: { zero: 2 }, bars: { all: { zero: 2 } } }],
  ])('%s', (_, lines, wanted) => {
    expect(spread(literalBoard(lines))).toMatchObject(wanted);
  });

  it('no firm at all is an empty answer, not an error', () => {
    expect(spread(ctx, { segment: { industry: '医药' } })).toMatchObject({ account: { rows: 0, present: 0 }, all: { n: 0 } });
  });

  it('a density is not drawn of fewer than 30 firms', () => {
    expect(spread(ctx, {}, { mode: 'density' }).density).toEqual({ all: null, selected: null, bandwidth: null });
  });

  it('steps of the cumulated share begin at the lowest figure and end at 1', () => {
    expect(spread(ctx, {}, { mode: 'ecdf' }).ecdf!.all).toEqual({ at: [-2, 0, 2, 4, 6], height: [0.2, 0.4, 0.6, 0.8, 1] });
  });

  it('every year at once counts firm-years', () => {
    expect(spread(ctx, { year: null }).account.rows).toBe(7);
  });

  it('a pinned firm has its percentile and its rank from the top; a firm without a value has neither', () => {
    const { pins } = spread(ctx, { pins: ['c', 'e', 'nobody'] });
    expect(pins).toEqual([
      { firm: 'c', name: 'c示例', value: 4, percentile: 0.8, rank: 2, n: 5, segment: null, next: null },
      { firm: 'e', name: 'e示例', value: null, percentile: null, rank: null, n: 5, segment: null, next: null },
      { firm: 'nobody', name: 'nobody', value: null, percentile: null, rank: null, n: 5, segment: null, next: null },
    ]);
  });
});

describe('measureOf', () => {
  const ctx = literalBoard([
    line('a', 10, '软件', 2024, 80),
    { firm: 'b', year: 2024, score: 60, revenue: 5, industry: '软件', status: 'vetoed' },
    line('c', 2, '软件', 2024, null),
  ]);
  it('a score counts where it ranks; the others are left by what became of them', () => {
    const { account } = spreadOf(ctx, { is: 'spread', measure: 'score', mode: 'histogram', log: false }, FRAME, measured(ctx, 'score'));
    expect(account).toEqual({
      rows: 3,
      present: 1,
      left: [
        { why: 'not_scored', count: 1 },
        { why: 'vetoed', count: 1 },
      ],
      zero: 0,
      negative: 0,
    });
  });

  it('a ratio is pooled as the sum of one over the sum of the other', () => {
    const made = spreadOf(
      ctx,
      { is: 'spread', measure: 'formula:revenue / (revenue + revenue)', mode: 'histogram', log: false },
      FRAME,
      measured(ctx, 'formula:revenue / (revenue + revenue)'),
    );
    expect([made.all.pooled, made.all.n]).toEqual([0.5, 3]);
  });

  it.each([
    ['field:nothing', 'unknown_measure'],
    ['group:nothing', 'unknown_measure'],
    ['points:nothing', 'unknown_measure'],
    ['figure:nothing', 'unknown_measure'],
    ['field:industry', 'unknown_measure'],
    ['formula:revenue +', 'bad_formula'],
    ['formula:nothing / revenue', 'bad_formula'],
    ["formula:industry = '软件'", 'bad_formula'],
  ] as const)('%s is refused as %s', (id, why) => {
    expect(measureOf(ctx, id)).toMatchObject({ is: 'refused', why });
  });

  it('offers the score, the groups, the indicators, usual ratios and growths, and the number fields', () => {
    expect(
      offeredMeasures(ctx, [
        { id: 'revenue', kind: 'money' },
        { id: 'industry', kind: 'text' },
      ]).map(({ id }) => id),
    ).toEqual(['score', 'group:all', 'figure:one', 'points:one', 'formula:growth(revenue)', 'field:revenue']);
  });
});

describe('segmentsOf', () => {
  const ctx = literalBoard([
    line('a', 1, '软件'),
    line('b', 3, '软件'),
    line('c', 10, '医药'),
    line('d', null, '医药'),
    line('e', null, '装备'),
    line('f', 5, null),
  ]);
  const rows = segmentsOf(
    ctx,
    { is: 'segments', measure: 'field:revenue', by: 'industry', mode: 'box', log: false, free: false },
    { ...FRAME, clauses: [{ is: 'segments', dimension: 'industry', values: ['医药', '装备'] }] },
    measured(ctx, 'field:revenue'),
  )!;
  it('segments stand by their median, those without a figure last; unknown is a segment of its own', () => {
    expect(rows.rows.map(({ value, figures, selected }) => [value, figures.p50, figures.n, figures.missing, selected])).toEqual([
      ['医药', 10, 1, 1, 2],
      ['?', 5, 1, 0, 0],
      ['软件', 2, 2, 0, 0],
      ['装备', null, 0, 1, 1],
    ]);
  });
  it('the total is of the firms, not the mean of segments', () => {
    expect([rows.total.figures.n, rows.total.figures.p50, rows.total.figures.mean, rows.total.selected]).toEqual([4, 4, 4.75, 3]);
  });
  it('draws only the shape that was asked for', () => {
    expect(rows.rows[2]).toMatchObject({
      box: { q1: 1.5, median: 2, q3: 2.5, low: 1, high: 3, beyondLow: 0, beyondHigh: 0 },
      letters: null,
      density: null,
      bars: null,
    });
    expect(rows.rows[3]!.box).toBeNull();
  });
  it('is null where the data cannot be cut so', () => {
    expect(
      segmentsOf(
        ctx,
        { is: 'segments', measure: 'field:revenue', by: 'district', mode: 'box', log: false, free: false },
        FRAME,
        measured(ctx, 'field:revenue'),
      ),
    ).toBeNull();
  });
  it('by year every year has its row, in order', () => {
    const years = literalBoard([line('a', 1, '软件', 2023), line('a', 2, '软件', 2024), line('b', 4, '软件', 2024)]);
    const made = segmentsOf(
      years,
      { is: 'segments', measure: 'field:revenue', by: 'year', mode: 'ridge', log: false, free: false },
      FRAME,
      measured(years, 'field:revenue'),
    )!;
    expect(made.rows.map(({ value, figures }) => [value, figures.n, figures.p50])).toEqual([
      ['2023', 1, 1],
      ['2024', 2, 3],
    ]);
  });
});

describe('concentrationOf', () => {
  const asked = (lines: Line[], more: Partial<Frame> = {}) => {
    const ctx = literalBoard(lines);
    return concentrationOf(
      ctx,
      { is: 'concentration', measure: 'field:revenue', by: 'industry' },
      { ...FRAME, ...more },
      measured(ctx, 'field:revenue'),
    );
  };
  it('one firm with all of it: Gini 1 − 1 ÷ n, HHI 1, CR1 1', () => {
    const made = asked([line('a', 0), line('b', 0), line('c', 0), line('d', 8)]);
    expect([made.gini.value, made.hhi.value, made.effective.value, made.cr[0]!.share.value]).toEqual([0.75, 1, 1, 1]);
    expect(made.top[0]).toEqual({ firm: 'd', name: 'd示例', value: 8, share: 1 });
  });
  it('equal firms: Gini 0, as many effective as there are', () => {
    const made = asked([line('a', 5), line('b', 5), line('c', 5), line('d', 5)]);
    expect([made.gini.value, made.effective.value]).toEqual([0, 4]);
  });
  it('negative figures are refused, not left out', () => {
    const made = asked([line('a', -1), line('b', 5)]);
    expect([made.gini.reason, made.lorenz.all, made.deciles, made.top]).toEqual(['negative', null, [], []]);
  });
  it('what lies between industries and within them adds up to Theil’s T', () => {
    const made = asked([line('a', 1, '软件'), line('b', 3, '软件'), line('c', 6, '医药'), line('d', 2, '医药')]);
    expect(made.split!.between.value! + made.split!.within.value!).toBeCloseTo(made.theil.value!, 12);
  });
  it('each year has its own', () => {
    const made = asked([line('a', 1, '软件', 2023), line('b', 3, '软件', 2023), line('a', 2), line('b', 2)]);
    expect(made.years.map(({ year, n, gini }) => [year, n, gini.value])).toEqual([
      [2023, 2, 0.25],
      [2024, 2, 0],
    ]);
  });
  it('a pinned firm stands on the curve: all firms at or below it, and what they hold', () => {
    const made = asked([line('a', 1), line('b', 3)], { pins: ['a'] });
    expect(made.pins[0]).toMatchObject({ at: 0.5, height: 0.25 });
  });
});

describe('heatOf', () => {
  it('a cell is a segment in a year; without firms there it is refused', () => {
    const ctx = literalBoard([line('a', 1, '软件', 2023), line('b', 3, '软件', 2023), line('a', 4, '医药'), line('b', null, '软件')]);
    const made = heatOf(
      ctx,
      { is: 'heat', measure: 'field:revenue', by: 'industry', statistic: 'median' },
      FRAME,
      measured(ctx, 'field:revenue'),
    )!;
    expect(made.years).toEqual([2023, 2024]);
    expect(made.rows.map(({ value, cells }) => [value, cells.map(({ value: { value: found }, n, firms }) => [found, n, firms])])).toEqual([
      [
        '软件',
        [
          [2, 2, 2],
          [null, 0, 1],
        ],
      ],
      [
        '医药',
        [
          [null, 0, 0],
          [4, 1, 1],
        ],
      ],
    ]);
  });
});

describe('relationOf', () => {
  const ctx = literalBoard([
    line('a', 1, '软件', 2024, 10),
    line('b', 2, '软件', 2024, 20),
    line('c', 3, '软件', 2024, 40),
    line('d', null),
    line('e', 9, '软件', 2024, null),
  ]);
  const made = relationOf(
    ctx,
    { is: 'relation', x: 'field:revenue', y: 'score', logX: false, logY: false },
    { ...FRAME, pins: ['d'] },
    measured(ctx, 'field:revenue'),
    measured(ctx, 'score'),
  );
  it('every firm is with both figures, without one, or without either', () => {
    expect(made.account).toEqual({ rows: 5, present: 3, withoutX: 1, withoutY: 1, withoutBoth: 0 });
  });
  it('correlations are of the firms that have both', () => {
    expect(made.spearman.value).toBeCloseTo(1, 12);
    expect([made.spearman.n, made.kendall!.value]).toEqual([3, 1]);
  });
  it('cells and what lies beyond them hold everybody who has both', () => {
    expect(made.cells.reduce((sum, count) => sum + count, 0) + made.beyond).toBe(3);
  });
  it('few firms are points by name', () => {
    expect(made.points.map(({ firm, x, y, selected }) => [firm, x, y, selected])).toEqual([
      ['a', 1, 10, false],
      ['b', 2, 20, false],
      ['c', 3, 40, false],
    ]);
  });
  it('a pinned firm with one figure is said to lack the other', () => {
    expect(made.pins).toEqual([{ firm: 'd', name: 'd示例', x: null, y: 50 }]);
  });
});

it('a pinned firm has its figure, percentile and rank of every year', () => {
  const ctx = literalBoard([line('a', 1, '软件', 2023), line('b', 3, '软件', 2023), line('a', 4), line('b', 2)]);
  expect(pathsOf(ctx, { segment: {}, pins: ['a'] }, measured(ctx, 'field:revenue'))).toEqual([
    {
      firm: 'a',
      name: 'a示例',
      points: [
        { year: 2023, value: 1, percentile: 0.5, rank: 2, n: 2 },
        { year: 2024, value: 4, percentile: 1, rank: 1, n: 2 },
      ],
    },
  ]);
});
