import { describe, expect, it } from 'vitest';
import { judge, pool } from '../../../../scoring/seedlings/back-test/judged';
import { FATE } from '../../../../scoring/seedlings/back-test/outcome';

const judged = (firms: readonly number[], scores: readonly number[], came: readonly number[], k = 2) =>
  judge(
    'rule',
    Float64Array.from(scores),
    Int32Array.from(firms),
    Uint8Array.from(came, (one) => (one === 1 ? FATE.came : FATE.fell_short)),
    k,
  );

describe('one year: 2 chosen of 4, both right, as were 2 of 4', () => {
  const { ranker } = judged([0, 1, 2, 3], [4, 3, 2, 1], [1, 1, 0, 0]);
  it('precision 1, recall 1, lift 2; a blind draw does as well once in six', () => {
    expect(ranker).toMatchObject({ hits: 2, precision: 1, recall: 1, lift: 2, auc: 1, averagePrecision: 1 });
    expect(ranker.chance).toBeCloseTo(1 / 6, 14);
  });
  it('the interval of the lift is that of the precision over the base of a half', () => {
    expect([ranker.liftLow, ranker.liftHigh]).toEqual([ranker.low! * 2, ranker.high! * 2]);
  });
  it('of one and a half hits the chance is that of one: five in six', () => {
    const shared = judged([0, 1, 2, 3], [4, 3, 3, 1], [1, 1, 0, 0]).ranker;
    expect(shared.hits).toBe(1.5);
    expect(shared.chance).toBeCloseTo(5 / 6, 14);
  });
});

describe('two years: 2 of 2 where half come true, 1 of 2 where a quarter does', () => {
  const first = judged([0, 1, 2, 3], [4, 3, 2, 1], [1, 1, 0, 0]);
  // Two pairs of three in order: the success stands above one of three failures.
  const second = judged([4, 5, 6, 7], [4, 3, 2, 1], [0, 1, 0, 0]);
  const pooled = pool([first, second], false);
  it('3 hits of 4; a blind draw expects 1 and a half, so the lift is 2', () => {
    expect(pooled).toMatchObject({ hits: 3, precision: 0.75, recall: 1, lift: 2, judged: 8 });
  });
  it('the interval is that of 3 in 4 (R 4.2.2: prop.test(3, 4, correct = FALSE))', () => {
    expect(pooled.low).toBeCloseTo(0.300641842582402, 13);
    expect(pooled.high).toBeCloseTo(0.9544127391902995, 13);
  });
  it('chance of 3 hits: 2 of the first (1 in 6) and 1 of the second (1 in 2)', () => {
    expect(pooled.chance).toBeCloseTo(1 / 12, 14);
  });
  it('AUC by pairs: 4 of 4 and 2 of 3; average precision by successes: 1, 1 and a half', () => {
    expect(pooled.auc).toBeCloseTo(6 / 7, 14);
    expect(pooled.averagePrecision).toBeCloseTo(2.5 / 3, 14);
  });
});

it('a year in which a way could not be had is left out of its pool', () => {
  const [none, had] = [judge('growth', 'no_earlier_year', Int32Array.of(0), Uint8Array.of(1), 1), judged([0, 1], [2, 1], [1, 0], 1)];
  expect(pool([none, had], false)).toMatchObject({ hits: 1, lift: 2 });
  expect(pool([none], false)).toMatchObject({ lacking: 'no_earlier_year', lift: null });
});

it('firm 0 chosen twice and firm 1 and 2 once each: (2 + 1 + 1)² ÷ (4 + 1 + 1) choices, not four', () => {
  const pooled = pool([judged([0, 1, 3], [3, 2, 1], [1, 0, 0]), judged([0, 2, 3], [3, 2, 1], [1, 0, 0])], true);
  // One in two of 16 ÷ 6: ½ ± 1.96 ÷ (2 √(16 ÷ 6 + 1.96²)), Wilson's interval of a half.
  const reach = 1.959963984540054 / (2 * Math.sqrt(16 / 6 + 1.959963984540054 ** 2));
  expect(pooled.low).toBeCloseTo(0.5 - reach, 13);
  expect(pooled.high).toBeCloseTo(0.5 + reach, 13);
  expect(pooled.chance).toBeNull();
});
