import { describe, expect, it } from 'vitest';
import type { ConcentrationAnswer, Curve } from '../../../scoring/distribution/format';
import { guardAnswer } from '../../../scoring/distribution/guard';
import { Guard } from '../../../scoring/distribution/guard-counts';
import { Cuts } from '../../../scoring/distribution/guard-cuts';
import { accountOf, few, found, LIMITS, MEASURE } from './guard-given';

/** Everything that is listed of some figures, straight from the definitions. */
function concentrationWith(values: readonly number[], more: Partial<ConcentrationAnswer> = {}): ConcentrationAnswer {
  const sorted = [...values].sort((a, b) => a - b);
  const n = sorted.length;
  const total = sorted.reduce((sum, value) => sum + value, 0);
  const upTo = (count: number): number => sorted.slice(0, count).reduce((sum, value) => sum + value, 0) / total;
  const hhi = sorted.reduce((sum, value) => sum + (value / total) ** 2, 0);
  const tenth = (at: number): number => Math.round((n * at) / 10);
  return {
    is: 'concentration',
    measure: MEASURE,
    account: accountOf(n, [], { zero: sorted.filter((value) => value === 0).length }),
    lorenz: { all: curveOf(sorted), selected: null },
    gini: found(0.5, n),
    giniSelected: null,
    theil: found(0.4, n),
    split: { by: 'industry', between: found(0.1, n), within: found(0.3, n) },
    hhi: found(hhi, n),
    effective: found(1 / hhi, n),
    cr: [1, 5, 10, 20].map((k) => ({ k, share: n < k ? few(n) : found(1 - upTo(n - k), n) })),
    top: sorted
      .slice(-10)
      .reverse()
      .map((value, at) => ({ firm: `F${at}`, name: `示例${at}`, value, share: value / total })),
    deciles:
      n < 10
        ? []
        : Array.from({ length: 10 }, (_, at) => ({
            n: tenth(at + 1) - tenth(at),
            from: sorted[tenth(at)]!,
            to: sorted[tenth(at + 1)] ?? sorted.at(-1)!,
            share: upTo(tenth(at + 1)) - upTo(tenth(at)),
            cumulative: upTo(tenth(at + 1)),
          })),
    years: [{ year: 2024, n, gini: found(0.5, n), cr10: n < 10 ? few(n) : found(1 - upTo(n - 10), n), hhi: found(hhi, n) }],
    pins: [],
    ...more,
  };
}
function curveOf(sorted: readonly number[]): Curve {
  const total = sorted.reduce((sum, value) => sum + value, 0);
  let held = 0;
  const height = [0, ...sorted.map((value) => (held += value) / total)];
  return { at: height.map((_, at) => at / sorted.length), height };
}
const equal = (n: number, value = 1): number[] => new Array<number>(n).fill(value);
const guarded = (answer: ConcentrationAnswer): ConcentrationAnswer => guardAnswer(answer, LIMITS).answer as ConcentrationAnswer;
const shares = ({ cr }: ConcentrationAnswer) =>
  Object.fromEntries(cr.map(({ k, share }) => [k, share.value === null ? null : Math.round(share.value * 1e6) / 1e6]));

describe('concentration ratios', () => {
  it('the share of one firm is not listed, nor is any firm named', () => {
    const answer = guarded(concentrationWith(equal(100)));
    expect(shares(answer)).toEqual({ 1: null, 5: 0.05, 10: 0.1, 20: 0.2 });
    expect([answer.top, answer.pins]).toEqual([[], []]);
  });

  it('CR20 of 23 firms would tell what the three smallest have', () => {
    expect(shares(guarded(concentrationWith(equal(23))))).toEqual({ 1: null, 5: 0.217391, 10: 0.434783, 20: null });
  });

  it('five firms of which one has nearly all are not listed, and ten of which the other five are not enough', () => {
    // 100, then 1 each: of the five largest 3 remain beside the two largest, less than a tenth of 100; of all 198 remain.
    expect(shares(guarded(concentrationWith([100, ...equal(200)])))).toEqual({
      1: null,
      5: null,
      10: null,
      20: 0.4 - 0.003333 > 0 ? 0.396667 : 0,
    });
  });

  it('what lies between two of them must not rest on two firms either', () => {
    // Sixth 50, seventh 40, then 1: between CR5 and CR10 three remain beside the two.
    const values = [...equal(5, 100), 50, 40, ...equal(100)];
    const found = shares(guarded(concentrationWith(values)));
    expect([found[5] !== null, found[10]]).toEqual([true, null]);
  });
});

it('where the whole rests on one firm nothing of it is listed', () => {
  const answer = guarded(concentrationWith([1000, ...equal(60)]));
  expect([answer.gini, answer.theil, answer.hhi, answer.effective, answer.split!.between]).toEqual(new Array(5).fill(few(61)));
  expect([answer.lorenz.all, answer.deciles]).toEqual([null, []]);
  expect(answer.years[0]).toMatchObject({ n: 61, gini: few(61), hhi: few(61), cr10: few(61) });
});

it('where four firms have anything at all nothing of it is listed', () => {
  expect(guarded(concentrationWith([...equal(60, 0), 5, 5, 5, 5])).gini).toEqual(few(64));
});

it('HHI is not listed where its root all but names the largest share', () => {
  // The largest has half: HHI = 0.25 + 100 · 0.005² = 0.2525, its root 0.5025.
  expect(guarded(concentrationWith([100, ...equal(100)])).hhi).toEqual(few(101));
  expect(guarded(concentrationWith([100, ...equal(100)])).gini.value).toBe(0.5);
  // Ten with a tenth each: root 0.316.
  expect(guarded(concentrationWith(equal(10))).hhi.value).toBeCloseTo(0.1, 12);
});

describe('the Lorenz curve', () => {
  it('has five firms between its points', () => {
    const { lorenz } = guarded(concentrationWith(equal(18), { cr: [], deciles: [] }));
    expect(lorenz.all!.at.map((at) => Math.round(at * 18))).toEqual([0, 5, 10, 18]);
  });

  it('stands five firms off every ratio that is listed', () => {
    const { lorenz, cr } = guarded(concentrationWith(equal(100), { deciles: [] }));
    const places = lorenz.all!.at.map((at) => Math.round(at * 100));
    const cuts = [...places, ...cr.flatMap(({ k, share }) => (share.value === null ? [] : [100 - k]))].sort((a, b) => a - b);
    expect(cuts.slice(1).every((cut, at) => cut === cuts[at] || cut - cuts[at]! >= 5)).toBe(true);
  });

  it('of the selected goes where they or the others are few', () => {
    const selected = (n: number): Partial<ConcentrationAnswer> => {
      const all = concentrationWith(equal(40));
      return { lorenz: { all: all.lorenz.all, selected: curveOf(equal(n)) }, giniSelected: found(0.3, n) };
    };
    const of = (n: number): unknown[] => {
      const { giniSelected, lorenz } = guarded(concentrationWith(equal(40), selected(n)));
      return [giniSelected?.value ?? null, lorenz.selected !== null];
    };
    expect([of(4), of(5), of(35), of(36)]).toEqual([
      [null, false],
      [0.3, true],
      [0.3, true],
      [null, false],
    ]);
  });
});

describe('deciles', () => {
  it('do not end at a firm', () => {
    const { deciles } = guarded(concentrationWith(Array.from({ length: 400 }, (_, at) => at + 1)));
    expect([deciles[0]!.from, deciles[9]!.to]).toEqual([NaN, NaN]);
    expect([deciles[0]!.to, deciles[9]!.from]).toEqual([41, 361]);
  });

  it('of fewer than five firms are not listed at all', () => {
    expect(guarded(concentrationWith(equal(40))).deciles).toEqual([]);
  });

  it('a bound three firms off CR10 parts no listed shares', () => {
    // Thirteen firms in the highest tenth, ten in CR10.
    const { deciles } = guarded(concentrationWith(equal(130)));
    expect(deciles.map(({ share }) => Number.isNaN(share))).toEqual([...new Array<boolean>(8).fill(false), true, true]);
    expect(deciles.map(({ cumulative }) => Number.isNaN(cumulative))).toEqual([...new Array<boolean>(8).fill(false), true, false]);
  });

  it('the highest, which rests on one firm, goes with the one below it', () => {
    const values = [...Array.from({ length: 299 }, () => 1), 250];
    const { deciles } = guarded(concentrationWith(values, { cr: [] }));
    expect(deciles[9]!.share).toBeCloseTo(279 / 549, 12);
    const [small] = [guarded(concentrationWith([...equal(99), 150], { cr: [], hhi: few(100) })).deciles];
    expect(small.map(({ share }) => Number.isNaN(share))).toEqual([...new Array<boolean>(8).fill(false), true, true]);
  });
});

describe('years', () => {
  const year = (of: number, n: number) => ({
    year: of,
    n,
    gini: found(0.4, n),
    cr10: n < 10 ? few(n) : found(0.3, n),
    hhi: found(0.02, n),
  });

  it('of few firms are not listed, and CR10 of twelve firms is not', () => {
    const { years } = guarded(concentrationWith(equal(50), { years: [year(2022, 4), year(2023, 12), year(2024, 50)] }));
    expect(years).toEqual([
      { year: 2022, n: NaN, gini: few(NaN), cr10: few(NaN), hhi: few(NaN) },
      { ...year(2023, 12), cr10: few(12) },
      year(2024, 50),
    ]);
  });

  it('that make up the frame hide a second n', () => {
    const { years } = guarded(concentrationWith(equal(66), { years: [year(2022, 4), year(2023, 12), year(2024, 50)] }));
    expect(years.map(({ n }) => n)).toEqual([NaN, NaN, 50]);
    expect(years[1]!.gini).toEqual({ value: 0.4, reason: null, n: NaN });
  });
});

it('of four firms nothing is listed', () => {
  const answer = guarded(concentrationWith([1, 2, 3, 4]));
  expect(answer).toMatchObject({
    gini: few(NaN),
    theil: few(NaN),
    hhi: few(NaN),
    lorenz: { all: null },
    account: { present: NaN, rows: NaN },
  });
  expect(answer.cr.every(({ share }) => share.value === null && Number.isNaN(share.n))).toBe(true);
});

it.each([[[1, 2, 3, 4]], [equal(120)], [[1000, ...equal(60)]], [[...equal(99), 150]], [Array.from({ length: 400 }, (_, at) => at * at)]])(
  'guarding once more takes out nothing (case %#)',
  (values) => {
    const once = guardAnswer(concentrationWith(values), LIMITS).answer;
    expect(guardAnswer(once, LIMITS)).toEqual({ answer: once, hidden: [] });
  },
);

it('Cuts: the second of two cuts that stand too near is not taken', () => {
  const cuts = new Cuts(new Guard(LIMITS), 100, []);
  expect([cuts.take(90, 0.5), cuts.take(86, 0.4), cuts.take(85, 0.4), cuts.take(96, 0.6), cuts.take(90, 0.5), cuts.take(100, 1)]).toEqual([
    true,
    false,
    true,
    false,
    true,
    true,
  ]);
});
