import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberColumn } from '../../../scoring/column';
import { evaluateScheme } from '../../../scoring/evaluate';
import { checkScheme } from '../../../scoring/scheme/check';
import { quickScheme, suggestQuick } from '../../../scoring/scheme/quick';
import { total } from '../../../scoring/total';
import { weightsOf } from '../../../scoring/weights/given';
import { panelOf } from '../board/literal-board';

const field = (id: string, kind = 'number', role: string | null = null) => ({ id, zh: `中${id}`, en: id, kind, unit: '', role });
const fields = [
  field('year', 'year', 'year'),
  field('industry', 'text', 'industry'),
  field('x_a'),
  field('x_b', 'money'),
  field('x_flag', 'flag'),
  field('penalties', 'count'),
];
const weightsGiven = (weights: readonly number[]) =>
  quickScheme(
    'q',
    weights.map((weight, at) => ({ field: `f${at}`, direction: 'more', weight })),
    weights.map((_, at) => field(`f${at}`)),
  ).indicators.map(({ of }) => of);

describe('quickScheme', () => {
  it.each([
    [
      [1, 1, 1],
      [33.34, 33.33, 33.33],
    ],
    [
      [3, 1],
      [75, 25],
    ],
    [
      [40, 60],
      [40, 60],
    ],
    [[7], [100]],
    [[1, 0], [100]],
    [
      [1e-9, 1],
      [0.01, 99.99],
    ],
  ])('weights %j become %j', (given, wanted) => {
    expect(weightsGiven(given)).toEqual(wanted);
  });

  it('weights add up to exactly 100.00, each at least 0.01', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 30 }), (given) => {
        const weights = weightsGiven(given);
        expect(weights.reduce((sum, weight) => sum + Math.round(weight * 100), 0)).toBe(10_000);
        expect(Math.min(...weights)).toBeGreaterThanOrEqual(0.01);
      }),
    );
  });

  it('passes the check of the format', () => {
    const columns = fields.slice(2).map(({ id }) => ({ field: id, direction: 'less' as const, weight: 1 }));
    const made = quickScheme('试排', columns, fields, 'TWD');
    const kinds: Record<string, 'number' | 'truth'> = { x_a: 'number', x_b: 'number', x_flag: 'truth', penalties: 'number' };
    const { scheme, problems } = checkScheme(JSON.parse(JSON.stringify(made)), (id) => kinds[id] ?? null);
    expect(problems).toEqual([]);
    expect(scheme).toEqual(made);
    expect(made).toMatchObject({
      currency: 'TWD',
      name: { zh: '试排', en: '试排' },
      provenance: 'illustrative',
      minimumCoverage: 0,
      cap: 100,
    });
  });

  it('scores mid-rank percentiles of the year; a missing value earns nothing, lowers coverage and bars nobody', () => {
    const values = [10, 20, 20, 40, null, 5];
    const panel = panelOf(
      values.map((_, at) => ({ firm: `f${at}`, year: at === 5 ? 2023 : 2024, score: 0 })),
      new Map([
        ['x_a', numberColumn(values)],
        ['x_b', numberColumn(values.map(() => 1))],
      ]),
    );
    const scheme = quickScheme(
      'q',
      [
        { field: 'x_a', direction: 'more', weight: 4 },
        { field: 'x_b', direction: 'less', weight: 1 },
      ],
      fields,
    );
    const totals = total(evaluateScheme(panel, scheme), weightsOf(scheme));
    // (below + ½ equal) ÷ 4 × 80, and half of 20 for the column of equals.
    expect([...totals.score]).toEqual([20, 50, 50, 80, 10, 50].map((score) => expect.closeTo(score, 9)));
    expect([...totals.coverage]).toEqual([1, 1, 1, 1, expect.closeTo(0.2, 9), 1]);
    expect([...totals.status]).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('gives up to four columns a group each, more share one', () => {
    const columns = (n: number) => Array.from({ length: n }, (_, at) => ({ field: `f${at}`, direction: 'more' as const, weight: 1 }));
    const list = Array.from({ length: 5 }, (_, at) => field(`f${at}`));
    expect(quickScheme('q', columns(4), list).groups.map(({ id }) => id)).toEqual(['f0', 'f1', 'f2', 'f3']);
    expect(quickScheme('q', columns(5), list).groups.map(({ id }) => id)).toEqual(['columns']);
  });

  it.each([
    ['no column with a weight', [{ field: 'x_a', direction: 'more' as const, weight: 0 }]],
    ['a field that is not there', [{ field: 'x_z', direction: 'more' as const, weight: 1 }]],
    ['a column twice', [1, 2].map((weight) => ({ field: 'x_a', direction: 'more' as const, weight }))],
    ['add up to Infinity', [{ field: 'x_a', direction: 'more' as const, weight: Infinity }]],
  ])('refuses %s', (message, columns) => {
    expect(() => quickScheme('q', columns, fields)).toThrow(message);
  });
});

it('suggestQuick takes measures, no keys, segments or flags, and knows where less is better', () => {
  expect(suggestQuick(fields)).toEqual([
    { field: 'x_a', direction: 'more', weight: 1 },
    { field: 'x_b', direction: 'more', weight: 1 },
    { field: 'penalties', direction: 'less', weight: 1 },
  ]);
  expect(suggestQuick(Array.from({ length: 9 }, (_, at) => field(`f${at}`))).length).toBe(4);
});

it('suggestQuick begins with what is computed from several columns', () => {
  const intensity = { ...field('rd_intensity'), kind: 'ratio', formula: 'rd_expense / revenue' };
  expect(suggestQuick([field('revenue'), intensity]).map((column) => column.field)).toEqual(['rd_intensity', 'revenue']);
});

it('quickScheme scores a computed measure by its formula under its own name', () => {
  const growth = { ...field('revenue_growth'), kind: 'ratio', unit: '%', formula: 'growth(revenue)' };
  const scheme = quickScheme('q', [{ field: 'revenue_growth', direction: 'more', weight: 1 }], [growth]);
  expect(scheme.indicators.map(({ id, formula, unit }) => [id, formula, unit])).toEqual([['revenue_growth', 'growth(revenue)', '%']]);
});
