import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concentrationOfSorted } from '../../../scoring/statistics/concentration';
import { decilesOfSorted } from '../../../scoring/statistics/deciles';
import { giniOfSorted, lorenzOfSorted, sampleGiniOfSorted } from '../../../scoring/statistics/lorenz';
import { type Split, theil, theilOf } from '../../../scoring/statistics/theil';
import { column, G, H, shown } from './shown';

const REFUSED = [
  [[], 'too_few'],
  [[-1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 'negative'],
  [Array<number>(10).fill(0), 'no_total'],
] as const satisfies readonly (readonly [readonly number[], string])[];
type Case = readonly [values: readonly (number | null)[], one: number | string, other: number | string];
const refusedTwice = REFUSED.map(([values, reason]): Case => [values, reason, reason]);
const money = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 1000 }), fc.double({ min: 0.01, max: 1e9, noNaN: true })), {
  minLength: 2,
  maxLength: 60,
});

describe('the Lorenz curve', () => {
  it.each([
    [[5], [0, 1], [0, 1]],
    [
      [1, 1, 2],
      [0, 1 / 3, 2 / 3, 1],
      [0, 0.25, 0.5, 1],
    ],
    [
      [0, 0, 0, 8],
      [0, 0.25, 0.5, 0.75, 1],
      [0, 0, 0, 0, 1],
    ],
  ])('of %j runs through %j, %j', (values, firms, shares) => {
    const curve = lorenzOfSorted(column(values), 100);
    if (curve.reason !== null) throw new Error(curve.reason);
    expect([Array.from(curve.firms), Array.from(curve.shares)]).toEqual([firms, shares]);
    expect([curve.n, curve.total]).toEqual([values.length, values.reduce((sum, value) => sum + value, 0)]);
  });
  it.each(REFUSED)('of %j is none: %s', (values, reason) => {
    expect(lorenzOfSorted(column(values), 100)).toEqual({ reason, n: values.length });
  });
  it('of money beyond all numbers is none', () => {
    expect(lorenzOfSorted(column([1.7e308, 1.7e308]), 100)).toEqual({ reason: 'not_finite', n: 2 });
  });
  it('thinned keeps both ends and moves no point', () => {
    fc.assert(
      fc.property(money, fc.integer({ min: 3, max: 20 }), (values, most) => {
        const sorted = column(values).sort();
        const [full, thin] = [lorenzOfSorted(sorted, 1000), lorenzOfSorted(sorted, most)];
        expect(full.reason).toBe(thin.reason);
        if (full.reason !== null || thin.reason !== null) return;
        expect(thin.firms.length).toBeLessThanOrEqual(most);
        expect([thin.firms[0], thin.firms.at(-1), thin.shares[0], thin.shares.at(-1)]).toEqual([0, 1, 0, 1]);
        const points = new Map(Array.from(full.firms, (at, i) => [at, full.shares[i]]));
        thin.firms.forEach((at, i) => expect(points.get(at)).toBe(thin.shares[i]));
      }),
    );
  });
});

describe('the Gini coefficient', () => {
  it('is half the mean difference of all pairs over the mean (reference.R)', () => {
    expect(giniOfSorted(G).value).toBeCloseTo(0.78367714800721, 13);
    expect(giniOfSorted(H).value).toBeCloseTo(0.694443225693226, 13);
    expect(sampleGiniOfSorted(G).value).toBeCloseTo((0.78367714800721 * 40) / 39, 13);
  });
  it.each<Case>([
    [[1, 1, 1], 0, 0],
    // One of four holds all: 1 − 1 ÷ 4, as a sample 1.
    [[0, 0, 0, 8], 0.75, 1],
    [[1, 3], 0.25, 0.5],
    [[5], 'too_few', 'too_few'],
    [[1e308, 1e308], 0, 0],
    ...refusedTwice,
  ])('of %j is %s, of the sample %s', (values, wanted, sample) => {
    expect([shown(giniOfSorted(column([...values]))), shown(sampleGiniOfSorted(column([...values])))]).toEqual([wanted, sample]);
  });
  it('lies in 0…1, does not care for the unit, and falls where the richer gives to the poorer', () => {
    fc.assert(
      fc.property(money, fc.constantFrom(1e-4, 7, 1e8), (values, unit) => {
        const sorted = column(values).sort();
        const gini = giniOfSorted(sorted).value;
        if (gini === null) return;
        expect(gini).toBeGreaterThanOrEqual(0);
        expect(gini).toBeLessThanOrEqual(1);
        expect(giniOfSorted(sorted.map((value) => value * unit)).value).toBeCloseTo(gini, 10);
        const evened = sorted.slice();
        const gift = (sorted.at(-1)! - sorted[0]!) / 2;
        evened[0]! += gift;
        evened[sorted.length - 1]! -= gift;
        expect(giniOfSorted(evened.sort()).value!).toBeLessThanOrEqual(gini + 1e-12);
      }),
    );
  });
});

describe('Theil’s T and L', () => {
  const both = column([...G.slice(1), ...H]);
  const industry = Int32Array.from(both, (_, at) => (at < 39 ? 0 : 1));
  const parts = (split: Split) => (split.reason === null ? [split.total, split.within, split.between] : split.reason);
  const close = (split: Split, wanted: readonly number[]) =>
    [parts(split)].flat().forEach((part, at) => expect(part).toBeCloseTo(wanted[at]!, 12));

  it('fall into a part within industries and one between (reference.R)', () => {
    const { t, l, firms, totals, ungrouped } = theil(both, industry, 2);
    close(t, [1.166272025816081, 1.166050790505236, 0.000221235310845088]);
    close(l, [1.34047145912527, 1.340250498031628545, 0.000220961093646188]);
    expect([Array.from(firms), ungrouped]).toEqual([[39, 32], 0]);
    expect(totals[0]).toBe(9986);
    expect(theilOf(H).t.value).toBeCloseTo(0.934032855148534, 12);
    expect(theilOf(H).l.value).toBeCloseTo(1.23815282044721, 12);
    expect(t.reason === null && t.groups[1]).toBeCloseTo(0.934032855148534, 12);
  });
  it('0 ln 0 is 0 in T; L has no number with a 0 (reference.R)', () => {
    expect(theilOf(G).t.value).toBeCloseTo(1.389952345084131, 12);
    expect(shown(theilOf(G).l)).toBe('zero');
  });
  it.each<Case>([
    [[1, 1, 1], 0, 0],
    [[5], 0, 0],
    [[3, null, 3, Infinity], 0, 0],
    // ln 2: one of two holds all.
    [[0, 4], Math.LN2, 'zero'],
    ...refusedTwice,
  ])('of %j are %s and %s', (values, t, l) => {
    const got = theilOf(column([...values]));
    [
      [got.t, t],
      [got.l, l],
    ].forEach(([answer, wanted]) => {
      if (typeof wanted === 'number') expect(shown(answer as typeof got.t)).toBeCloseTo(wanted, 14);
      else expect(shown(answer as typeof got.t)).toBe(wanted);
    });
  });
  it('count who has a value but no group; empty groups and groups of zeros have no index', () => {
    const { t, firms, ungrouped } = theil(column([1, 3, 0, 7, null]), Int32Array.of(0, 0, 2, -1, 1), 3);
    expect([Array.from(firms), ungrouped]).toEqual([[2, 0, 1], 1]);
    expect(t.reason === null && t.groups.map((own) => own !== null)).toEqual([true, false, false]);
  });
  it('a negative value without a group hinders nobody', () => {
    expect(theil(column([1, 3, -5]), Int32Array.of(0, 0, -1), 1).t.reason).toBeNull();
  });
  it('within and between make the total, which does not care for groups or the unit', () => {
    const cells = fc.array(fc.tuple(fc.double({ min: 0.001, max: 1e6, noNaN: true }), fc.integer({ min: 0, max: 3 })), {
      minLength: 1,
      maxLength: 50,
    });
    fc.assert(
      fc.property(cells, (rows) => {
        const values = column(rows.map(([value]) => value));
        const split = theil(
          values,
          Int32Array.from(rows, ([, group]) => group),
          4,
        );
        const whole = theilOf(values.map((value) => value * 1e4));
        for (const [part, all] of [
          [split.t, whole.t],
          [split.l, whole.l],
        ] as const) {
          if (part.reason !== null) throw new Error(part.reason);
          expect(part.total).toBeCloseTo(all.value!, 9);
          expect(part.within + part.between).toBeCloseTo(part.total, 12);
          expect(Math.min(part.within, part.between)).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});

describe('concentration', () => {
  it('of forty firms is that of reference.R', () => {
    const found = concentrationOfSorted(G, [1, 5, 10, 41]);
    if (found.reason !== null) throw new Error(found.reason);
    expect(found.hhi).toBeCloseTo(0.200509794425193, 13);
    expect(found.effective).toBeCloseTo(4.987287543068534, 12);
    const wanted = [0.400560785099139, 0.739034648507911, 0.867214099739635];
    wanted.forEach((share, at) => expect(found.ratios[at]!.share.value).toBeCloseTo(share, 13));
    expect(shown(found.ratios[3]!.share)).toBe('too_few');
  });
  it('of n equal firms is 1 ÷ n; the largest n hold all', () => {
    expect(concentrationOfSorted(column([2, 2, 2, 2]), [4])).toEqual({
      reason: null,
      n: 4,
      total: 8,
      hhi: 0.25,
      effective: 4,
      ratios: [{ k: 4, share: { value: 1, reason: null, n: 4 } }],
    });
    expect(concentrationOfSorted(column([7]), [1])).toMatchObject({ hhi: 1, effective: 1 });
  });
  it.each(REFUSED)('of %j is none: %s', (values, reason) => {
    expect(concentrationOfSorted(column(values), [1])).toEqual({ reason, n: values.length });
  });
});

describe('what each tenth holds', () => {
  it('is that of reference.R, with unequal counts where firms tie', () => {
    const found = decilesOfSorted(G);
    if (found.reason !== null) throw new Error(found.reason);
    expect(found.deciles.map(({ firms }) => firms)).toEqual([4, 4, 4, 4, 4, 4, 3, 5, 4, 4]);
    const wanted = [
      0.0013018225515722, 0.00440616863609053, 0.00751051472060885, 0.0111155617865011, 0.0170238333667134, 0.02473462847987182,
      0.02763869417184058, 0.07710795113158422, 0.1381934708592029, 0.69096735429601441,
    ];
    found.deciles.forEach(({ share }, at) => expect(share).toBeCloseTo(wanted[at]!, 13));
    expect(found.deciles[9]!.cumulative).toBe(1);
    expect([found.deciles[0]!.from, found.deciles[9]!.to, found.total]).toEqual([0, 4000, 9986]);
  });
  it('of 1…10 is one firm each', () => {
    const found = decilesOfSorted(column([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]));
    expect(found.reason === null && found.deciles.map(({ firms, total }) => [firms, total])).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((value) => [1, value]),
    );
  });
  it('never parts equal firms: a tenth may be empty and says so', () => {
    const found = decilesOfSorted(column([1, 1, 1, 1, 1, 1, 1, 1, 2, 2]));
    expect(found.reason === null && found.deciles.map(({ firms }) => firms)).toEqual([0, 0, 0, 0, 0, 0, 0, 8, 0, 2]);
  });
  it.each([[[1, 2, 3], 'too_few'] as const, ...REFUSED])('of %j is none: %s', (values, reason) => {
    expect(decilesOfSorted(column([...values]))).toEqual({ reason, n: values.length });
  });
  it('counts every firm once and all of the total', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 10, maxLength: 70 }), (values) => {
        const found = decilesOfSorted(column(values).sort());
        if (found.reason !== null) return;
        expect(found.deciles.reduce((sum, { firms }) => sum + firms, 0)).toBe(values.length);
        expect(found.deciles.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
        // A firm is in the last tenth whose bound it reaches.
        found.deciles.forEach(({ from, to, firms }, at) =>
          expect(values.filter((value) => value > from + 1e-9 && value < to - 1e-9).length, String(at)).toBeLessThanOrEqual(firms),
        );
      }),
    );
  });
});
