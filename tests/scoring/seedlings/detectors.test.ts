import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { robustZ } from '../../../scoring/seedlings/anomaly';
import { detectorsOf } from '../../../scoring/seedlings/detectors';
import { DETECTORS } from '../../../scoring/seedlings/format';
import { midShares } from '../../../scoring/seedlings/mid-shares';
import { keyedRowsOf } from '../../../scoring/year-rows';
import { type Firm, detect, ranked, says, settingWith } from './given';

describe('momentum', () => {
  const moved = (...revenue: (number | null)[]) => says(detect([{ revenue }]), 'momentum')[0];
  it('rises in trend and in the last year', () => {
    expect(moved(10, 12, 14, 16)).toBe('met');
  });
  it('bears a fall of a fifth and no more', () => {
    expect([moved(10, 20, 16, 25), moved(10, 20, 15.9, 25)]).toEqual(['met', 'unmet']);
  });
  it('ends with a last year that did not rise', () => {
    expect([moved(10, 14, 16, 16), moved(10, 14, 16, 15)]).toEqual(['unmet', 'unmet']);
  });
  it('needs a trend that rises', () => {
    expect(moved(30, 25, 21, 22)).toBe('unmet');
  });
  it('needs three figures', () => {
    expect([moved(10, null, 14, 16), moved(null, null, 14, 16), moved(14, 16), moved(16)]).toEqual([
      'met',
      'unknown',
      'unknown',
      'unknown',
    ]);
  });
  it('without a last year is unknown, unless a fall has already ended it', () => {
    expect([moved(10, 12, null, 16), moved(10, 12, 14, null), moved(20, 12, 14, null)]).toEqual(['unknown', 'unknown', 'unmet']);
  });
  it('over a year without income cannot be read', () => {
    expect(moved(10, 0, 14, 16)).toBe('unmet');
    expect(moved(0, 10, 14, 16)).toBe('unknown');
  });
  it('from a base below the floor is not applicable', () => {
    expect(moved(0.5, 12, 14, 16)).toBe('not_applicable');
  });
  it('of a constant path has a slope of 0, of a doubling one ln 2', () => {
    const { slope, rises, last } = detect([{ revenue: [10, 10, 10, 10] }, { revenue: [10, 20, 40, 80] }]).figures.momentum;
    expect(slope.values[0]).toBeCloseTo(0, 12);
    expect(slope.values[1]).toBeCloseTo(Math.LN2, 12);
    expect([...rises]).toEqual([0, 3]);
    expect([...last.values]).toEqual([0, 1]);
  });
});

describe('outperformer', () => {
  // Ten firms of one industry with figures 1 … 10: the mid-rank shares are 0.05, 0.15 … 0.95.
  const ten = (change: (firm: Firm, number: number) => Firm): Firm[] =>
    Array.from({ length: 10 }, (_, number) =>
      change({ industry: 'A', revenue: [10, null, null, 10 * (number + 1) ** 3], rd: 1, inv: 0, staff: 10 }, number),
    );
  it('stands ahead of nine in ten in two of three', () => {
    const found = detect(ten((firm, number) => ({ ...firm, inv: number })));
    expect(found.figures.ahead[1].share[9]).toBeCloseTo(0.95, 12);
    expect(found.figures.ahead[1].peers[9]).toBe(10);
    expect(says(found, 'outperformer')[9]).toBe('met');
    expect(says(found, 'outperformer')[8]).toBe('unmet');
  });
  it('ahead in one of three is unmet, with another one missing unknown', () => {
    expect(says(detect(ten((firm) => firm)), 'outperformer')[9]).toBe('unmet');
    expect(says(detect(ten((firm, number) => (number === 9 ? { ...firm, inv: null } : firm))), 'outperformer')[9]).toBe('unknown');
  });
  it('behind in two is unmet, whatever the third would be', () => {
    expect(says(detect(ten((firm) => ({ ...firm, inv: null }))), 'outperformer')[4]).toBe('unmet');
  });
  it('with nothing known is unknown', () => {
    expect(says(detect([{ revenue: [null] }]), 'outperformer')).toEqual(['unknown']);
  });
});

describe('anomaly', () => {
  const cells = (...values: number[]) => ({
    values: Float64Array.from(values),
    reasons: Uint8Array.from(values, (value) => Number(Number.isNaN(value))),
  });
  const alone = (n: number) => new Int32Array(n).fill(-1);
  it('is 0.6745 × the distance from the median over the MAD', () => {
    // Median 3, distances 2 1 0 1 7, MAD 1: 0.6745 × 7 = 4.7215.
    const { z, peers } = robustZ(cells(1, 2, 3, 4, 10), alone(5), 0);
    expect(z.values[4]).toBeCloseTo(4.7215, 12);
    expect(z.values[0]).toBeCloseTo(-1.349, 12);
    expect([...peers]).toEqual([5, 5, 5, 5, 5]);
  });
  it('takes the mean distance × 1.2533 where the MAD is 0', () => {
    // Median 1, mean distance 6 ÷ 6 = 1: 6 ÷ 1.2533.
    expect(robustZ(cells(1, 1, 1, 1, 1, 7), alone(6), 0).z.values[5]).toBeCloseTo(6 / 1.2533, 12);
  });
  it('finds nobody among equals, and judges nobody among two', () => {
    expect([...robustZ(cells(1, 1, 1), alone(3), 0).z.values]).toEqual([0, 0, 0]);
    expect([...robustZ(cells(1, 9), alone(2), 0).z.values]).toEqual([NaN, NaN]);
  });
  it('compares within an industry of ten, and with everybody in a smaller one', () => {
    const values = [...Array.from({ length: 10 }, (_, i) => i), 100, 101];
    const set = Int32Array.from(values, (_, i) => (i < 10 ? 0 : 1));
    expect([...robustZ(cells(...values), set, 2).peers]).toEqual([...Array.from({ length: 10 }, () => 10), 12, 12]);
  });
  it('asks a person to look and is never met', () => {
    const slow = (number: number): Firm => ({ revenue: [10, null, null, 10 * (1 + number / 100) ** 3] });
    const found = detect([slow(1), slow(2), slow(3), slow(4), slow(90), { revenue: [10] }, { revenue: [0.1, null, null, 5] }]);
    expect(says(found, 'anomaly')).toEqual(['unmet', 'unmet', 'unmet', 'unmet', 'review', 'unknown', 'not_applicable']);
  });
});

describe('few points, high trajectory', () => {
  it('is in the lower half by points and the upper fifth by growth and technology', () => {
    // Mid-rank shares of five: 0.1 0.3 0.5 0.7 0.9. The last firm has the second lowest score and is first in growth and technology.
    const firms: Firm[] = [
      { revenue: [10, null, null, 11], technology: 0.1, other: 0 },
      { revenue: [10, null, null, 12], technology: 0.2, other: 1 },
      { revenue: [10, null, null, 13], technology: 0.3, other: 1 },
      { revenue: [10, null, null, 14], technology: 0.4, other: 1 },
      { revenue: [10, null, null, 15], technology: 0.5, other: 0 },
    ];
    const found = detect(firms);
    expect([...found.figures.shares.score]).toEqual([0.1, 0.5, 0.7, 0.9, 0.3]);
    expect(says(found, 'low_score')).toEqual(['unmet', 'unmet', 'unmet', 'unmet', 'met']);
    expect(says(detect(firms.with(4, { ...firms[4]!, revenue: [15] })), 'low_score')[4]).toBe('unknown');
    expect(found.figures.open[4]).toBe(0);
  });
  it('rests on what is still to be asked where the score lacks figures', () => {
    const firms = [0.1, 0.2, 0.3, 0.4].map((technology): Firm => ({
      revenue: [10, null, null, 10 + 10 * technology],
      technology,
      other: technology === 0.1 ? 0 : 1,
    }));
    const found = detect([...firms, { revenue: [10, null, null, 15], technology: 0.5, other: null }]);
    expect(says(found, 'low_score')[4]).toBe('met');
    expect(found.figures.open[4]).toBe(1);
  });
});

it('a path that surges is met, another unmet, one with a gap unknown', () => {
  expect(
    says(
      detect([{ revenue: [10, 13, 17, 22] }, { revenue: [10, 10, 10, 10] }, { revenue: [10, null, 17, 22] }, { revenue: [22] }]),
      'trajectory',
    ),
  ).toEqual(['met', 'unmet', 'unknown', 'unknown']);
});

describe('a merger', () => {
  const suspect = (firm: Firm) => detect([firm]).figures.suspects[0];
  it('is suspected of a step above 300 % while the staff doubled', () => {
    expect(suspect({ revenue: [10, 11, 12, 48.1], staff: [20, 20, 20, 40] })).toBe(1);
  });
  it('in any year of the window', () => {
    expect(suspect({ revenue: [10, 41, 42, 43], staff: [20, 40, 41, 42] })).toBe(1);
  });
  it('not of exactly 300 %, of a smaller rise of the staff, or of an unknown staff', () => {
    expect(suspect({ revenue: [10, 11, 12, 48], staff: [20, 20, 20, 40] })).toBe(0);
    expect(suspect({ revenue: [10, 11, 12, 60], staff: [20, 20, 20, 39] })).toBe(0);
    expect(suspect({ revenue: [10, 11, 12, 60], staff: [20, 20, 20, null] })).toBe(0);
  });
  it('not of a firm that grew as much year by year', () => {
    expect(suspect({ revenue: [10, 20, 40, 80], staff: [20, 30, 45, 60] })).toBe(0);
  });
});

describe('bad input', () => {
  it('of no firm is nothing', () => {
    expect(detect([]).fired.length).toBe(0);
  });
  it('without the growth field says unknown of everything that needs it', () => {
    const found = detect([{ revenue: [10, 12, 14, 16], technology: 0.5, rd: 1, staff: 3, inv: 1 }], {}, ['revenue']);
    for (const id of DETECTORS.slice(0, -1)) expect(says(found, id), id).toEqual(['unknown']);
    expect([found.fired[0], found.unknown[0]]).toEqual([0, DETECTORS.length - 1]);
  });
  it('a lone firm stands in the middle of itself: not in the lower half', () => {
    expect(says(detect([{ revenue: [10, 12, 14, 16], technology: 0.5 }]), 'low_score')).toEqual(['unmet']);
  });
  it('reads a firm that changed its industry in that of the year', () => {
    const firms: Firm[] = [
      ...Array.from({ length: 9 }, (_, i): Firm => ({ industry: 'A', revenue: [10, null, null, 10 + i] })),
      { industry: ['B', 'B', 'B', 'A'], revenue: [10, null, null, 40] },
    ];
    expect(detect(firms).figures.apart.peers[9]).toBe(10);
  });
  it('two years only leave growth over three, momentum and trajectory unknown', () => {
    const found = detect([{ revenue: [10, 30], technology: 0.9, rd: 1 }]);
    for (const id of ['quadrant', 'momentum', 'trajectory', 'skyline'] as const) expect(says(found, id), id).toEqual(['unknown']);
    expect(says(detect([{ revenue: [10, 30], technology: 0.9 }], { years: 1, technologyCut: 0.5 }), 'quadrant')).toEqual(['met']);
  });
});

it('mid-rank shares count half of the equal ones', () => {
  expect([...midShares(Float64Array.of(1, 2, 2, NaN, 3))]).toEqual([0.125, 0.5, 0.5, NaN, 0.875]);
  expect([...midShares(new Float64Array(0))]).toEqual([]);
});

it('the order of the rows, and which part of a year is asked for, changes nothing a firm is told of its peers', () => {
  const cell = fc.oneof(fc.integer({ min: 0, max: 40 }), fc.constant(null));
  const firm = fc.record({
    revenue: fc.array(cell, { minLength: 1, maxLength: 4 }),
    industry: fc.constantFrom('A', 'B', null),
    technology: fc.oneof(
      fc.integer({ min: 0, max: 4 }).map((part) => part / 4),
      fc.constant(null),
    ),
    rd: cell,
    inv: cell,
    staff: cell,
  });
  fc.assert(
    fc.property(fc.array(firm, { minLength: 1, maxLength: 9 }), fc.infiniteStream(fc.nat()), (firms, stream) => {
      const ctx = ranked(firms);
      const rows = keyedRowsOf(ctx.panel, 2024);
      const shuffled = Int32Array.from(
        [...rows].map((row) => [row, stream.next().value!] as const).sort((a, b) => a[1] - b[1]),
        ([row]) => row,
      );
      const setting = settingWith({ growthCut: null });
      const [plain, mixed] = [detectorsOf(ctx, 2024, rows, setting), detectorsOf(ctx, 2024, shuffled, setting)];
      shuffled.forEach((row, i) => {
        const at = rows.indexOf(row);
        expect(mixed.verdicts.map((verdicts) => verdicts[i])).toEqual(plain.verdicts.map((verdicts) => verdicts[at]));
        expect(mixed.figures.merit[i]).toBe(plain.figures.merit[at]);
      });
    }),
    { numRuns: 60 },
  );
});
