import { beforeAll, describe, expect, it } from 'vitest';
import type { MeasureFacts } from '../../../scoring/distribution/format';
import { firstWords, localeOf } from '../../../src/i18n';
import { addingUp } from '../../../src/views/distributions/panels/change-rows';
import { percentileWords } from '../../../src/views/distributions/panels/pin-words';
import { segmentWidths } from '../../../src/views/distributions/panels/segment-columns';
import { writtenOf } from '../../../src/views/distributions/panels/written';
import { EXPENSE, INTENSITY, TECHNOLOGY } from '../../fixtures/distribution-answers';
import { loadWords } from '../../fixtures/words';

beforeAll(async () => {
  await firstWords('en');
  await loadWords();
});
const of = (measure: MeasureFacts, values: readonly number[], currency = 'CNY', language: 'zh' | 'en' = 'zh') =>
  writtenOf(measure, values, currency, localeOf(language));

describe('figures of one chart', () => {
  it('of money have one unit, that of their middle', () => {
    const money = of(EXPENSE, [1e6, 5e6, 9e6]);
    expect([money.unit, money.cell(1e6), money.said(123_456_789), money.cell(null)]).toEqual(['万元', '100.0', '12,346 万元', '—']);
    expect(of(EXPENSE, [1e6, 5e6, 9e6], 'CNY', 'en').said(5e6)).toBe('5 million CNY');
    expect(of(EXPENSE, [1e6, 5e6, 9e6], 'USD').said(5e6)).toBe('500 万USD');
  });
  it('that are not 0 never read as 0', () => {
    const shares = of(INTENSITY, [0.05]);
    expect([shares.cell(0), shares.cell(0.00042), shares.cell(-0.00042), shares.said(0.000042)]).toEqual([
      '0.0',
      '0.042',
      '-0.042',
      '0.0042%',
    ]);
  });
  it('in a sentence have what the column has, and two figures at least', () => {
    const shares = of(INTENSITY, [0.05]);
    expect([0.0443, 0.155, 0.11, 1.2345, 0].map(shares.said)).toEqual(['4.4%', '15.5%', '11%', '123%', '0%']);
  });
  it('side by side have digits enough to differ', () => {
    const shares = of(INTENSITY, [0.05]);
    expect(shares.pair(0.0441, 0.0449)).toEqual(['4.4%', '4.5%']);
    expect(shares.pair(0.0441, 0.0442)).toEqual(['4.41%', '4.42%']);
    expect(shares.pair(0.05, 0.05)).toEqual(['5%', '5%']);
    expect(shares.span(-0.12, 0.04)).toBe('-12 到 4%');
    expect(shares.span(0.05, 0.05)).toBe('5%');
  });
  it('of points have their unit, of plain counts none', () => {
    expect(of(TECHNOLOGY, [20.5, 30.25]).said(41.25)).toBe('41.3 分');
    expect(of({ ...TECHNOLOGY, kind: 'number', unit: '' }, [2]).said(3)).toBe('3');
  });
});

it.each([
  [{ from: 0.08, to: 0.2 }, '8–20%'],
  [{ from: 0.08, to: null }, '≥ 8%'],
  [{ from: null, to: 0.2 }, '< 20%'],
  [{ from: null, to: null }, '任意值'],
  [{ from: 0, to: 0 }, '0%'],
  [{ from: Number.MIN_VALUE, to: 0.2 }, '> 0 且 < 20%'],
  [{ from: Number.MIN_VALUE, to: null }, '> 0'],
])('the range %j reads %s', (range, said) => {
  expect(of(INTENSITY, [0.05]).range(range)).toBe(said);
});

it.each([
  [
    [0, 0.005, 0.01],
    ['0.00', '0.50', '1.00'],
  ],
  [
    [0, 0.1, 0.2],
    ['0', '10', '20'],
  ],
  // On a logarithm an edge has the digits its own bin needs.
  [
    [0, 0.0002, 0.05, 0.6],
    ['0.000', '0.020', '5.0', '60'],
  ],
])('the edges %j read %j', (edges, said) => {
  expect(edges.map(of(INTENSITY, [0.05]).edges(edges))).toEqual(said);
});

it.each([
  [5, 5, '5'],
  [0.025, 0.005, '2.5'],
  [0, 0.005, '0'],
])('a tick at %d with steps of %d reads %s', (value, step, said) => {
  expect(of(INTENSITY, [0.05]).tick(value / (value >= 1 ? 100 : 1), step / (step >= 1 ? 100 : 1))).toBe(said);
});

it('a difference of ratios is in percentage points, with its sign', () => {
  const shares = of(INTENSITY, [0.05]);
  expect([shares.change(0.003), shares.change(-0.012), shares.change(0), shares.change(null)]).toEqual([
    '+0.30 个百分点',
    '-1.2 个百分点',
    '0 个百分点',
    '—',
  ]);
  expect(shares.apart(-0.067)).toBe('6.7 个百分点');
  expect(of(EXPENSE, [5e6]).change(1e6)).toBe('+100 万元');
});

it.each([
  [[0.215, 0.155, -0.07], 0.3, 0.01, [0.21, 0.16, -0.07]],
  [[0.4, 0.4, 0.4], 1.2, 1, [1, 0, 0]],
  [[-0.4, -0.4, -0.4], -1.2, 1, [-1, 0, 0]],
  [[1, 2, 3], 6, 1, [1, 2, 3]],
])('%j of %d in steps of %d is printed as %j, which adds up', (parts, total, unit, printed) => {
  expect(addingUp(parts, total, unit).map((part) => Math.round(part * 1000) / 1000 + 0)).toEqual(printed);
});

it.each([
  [0.9571, '95'],
  [0.9999, '99'],
  [1, '100'],
  [0.29, '29'],
])('a share of %d at or below is percentile %s', (share, said) => {
  expect(percentileWords(share, localeOf('zh'))).toBe(said);
});

describe('the width of a picture of segments', () => {
  const columns = [
    ['n', '5,822'],
    ['P50', '4.4'],
  ];
  it('is shared: names up to a quarter, figures what they need, shapes the rest', () => {
    const { name, shape, figures, whole } = segmentWidths(['集成电路'], columns, 700);
    expect(name + shape + figures[0]! + figures[1]!).toBe(700);
    expect(whole).toBe(700);
  });
  it('is scrolled where it is too narrow, and no name takes it all', () => {
    const { name, shape, whole } = segmentWidths(['长'.repeat(200)], columns, 320);
    // 24 % of 320, rounded up.
    expect([name, shape]).toEqual([77, 190]);
    expect(whole).toBeGreaterThan(320);
  });
});
