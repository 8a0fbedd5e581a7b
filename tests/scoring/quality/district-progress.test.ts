import { describe, expect, it } from 'vitest';
import type { Delivery } from '../../../scoring/quality/delivery';
import { districtProgress, type Wanted } from '../../../scoring/quality/district-progress';
import { seriesPanel } from './series-panel';

const [JJ, WH] = ['锦江区', '武侯区'];
// 2023 and 2024. Rows: F0 0,1 · F1 2,3 · F2 4 · F3 5,6 · F4 7 · F5 8,9
const panel = seriesPanel(
  [
    { revenue: [1, 2], employees: [1, 2], district: [JJ, JJ] },
    { revenue: [1, 2], employees: [1, null], district: [JJ, null] },
    { revenue: [1, null], employees: [1, null], district: [JJ, null] },
    { revenue: [1, 2], employees: [1, null], district: [WH, WH] },
    { revenue: [null, 2], employees: [null, 2], district: [null, '高新区'] },
    { revenue: [1, null], employees: [1, null], district: [WH, WH] },
  ],
  2023,
);
const wanted = {
  wanted: ['revenue', 'employees'],
  districts: [WH, JJ, '青羊区'],
  received: [],
  deadline: '06-30',
} as const satisfies Wanted;
const progress = (more: Partial<Wanted> = {}) => districtProgress(panel, 2024, { ...wanted, ...more });
const of = (district: string, more: Partial<Wanted> = {}) => progress(more).find((one) => one.district === district)!;
const delivery = (day: string | null, ...rows: number[]): Delivery => ({
  source: `${day}.csv`,
  rows: Int32Array.from(rows),
  fields: ['revenue'],
  day,
});

it('districts stand in their official order, others after them', () => {
  expect(progress().map(({ district }) => district)).toEqual([WH, JJ, '青羊区', '高新区']);
});

it('counts who was expected, who delivered and who is absent', () => {
  // 锦江: three the year before; F0 and F1 (known from the year before) delivered, F2 is gone.
  expect(of(JJ)).toMatchObject({ expected: 3, delivered: 2, absent: 1 });
  // 武侯: F3 delivered; F5 has a row, and nothing that is wanted in it.
  expect(of(WH)).toMatchObject({ expected: 2, delivered: 1, absent: 1 });
  // 高新: nobody the year before, one now.
  expect(of('高新区')).toMatchObject({ expected: 1, delivered: 1, absent: 0 });
});

it('says how complete a delivery is and what it lacks, the least first', () => {
  // F0 has both, F1 the first of two: (1 + 0.5) ÷ 2.
  expect(of(JJ)).toMatchObject({ complete: 0.75, lacking: [{ field: 'employees', share: 0.5 }] });
  const more = of(JJ, { wanted: ['revenue', 'employees', 'rd_expense'] });
  expect(more.lacking).toEqual([
    { field: 'rd_expense', share: 0 },
    { field: 'employees', share: 0.5 },
  ]);
});

it('of a district that delivered nothing there is no share', () => {
  expect(of('青羊区')).toEqual({
    district: '青羊区',
    expected: 0,
    delivered: 0,
    complete: NaN,
    first: null,
    last: null,
    lateDays: null,
    lacking: [],
    absent: 0,
  });
});

describe('against the deadline of the year after the data', () => {
  it.each<[string, Delivery[], number | null, string | null]>([
    ['on the day', [delivery('2025-06-30', 1)], 0, '2025-06-30'],
    ['a day later', [delivery('2025-07-01', 1)], 1, '2025-07-01'],
    ['a supplement 28 days late', [delivery('2025-05-02', 1), delivery('2025-07-28', 3)], 28, '2025-07-28'],
    ['rows of another year', [delivery('2025-07-28', 0, 2)], null, null],
    ['rows of another district', [delivery('2025-07-28', 6)], null, null],
    ['a day nobody knows', [delivery(null, 1)], null, null],
    ['in time, and a day nobody knows', [delivery('2025-05-02', 1), delivery(null, 3)], null, '2025-05-02'],
    ['late, and a day nobody knows', [delivery('2025-07-02', 1), delivery(null, 3)], 2, '2025-07-02'],
    ['no day of the calendar', [delivery('2025-02-30', 1)], null, null],
  ])('%s', (_, received, lateDays, last) => {
    expect(of(JJ, { received })).toMatchObject({ lateDays, last });
  });
  it('the first day is kept too', () => {
    expect(of(JJ, { received: [delivery('2025-06-01', 1), delivery('2025-05-02', 1, 3)] }).first).toBe('2025-05-02');
  });
});

it('firms without a district stand last', () => {
  const bare = seriesPanel(
    [
      { revenue: [1], district: [null] },
      { revenue: [1], district: ['青羊区'] },
    ],
    2024,
  );
  expect(districtProgress(bare, 2024, { ...wanted, districts: [] }).map(({ district }) => district)).toEqual(['青羊区', '?']);
});

it('a panel without districts has no progress', () => {
  expect(districtProgress(seriesPanel([{ revenue: [1] }]), 2018, wanted)).toEqual([]);
});
