import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandwidthOfSorted, commonBandwidth, type DensityChoice, densityOfSorted } from '../../../scoring/statistics/density';
import { column, G, H, shown } from './shown';

const drawn = (sorted: Float64Array, choice?: DensityChoice) => {
  const density = densityOfSorted(sorted, choice);
  if (density.reason !== null) throw new Error(density.reason);
  return density;
};
/** Heights at 0, 50, 100, 400 and 1500: every 50 from 0 to 1500. */
const atFive = ({ heights }: { heights: Float64Array }) => [0, 1, 2, 8, 30].map((at) => heights[at]!);
const GRID = { from: 0, to: 1500, points: 31 };

describe('the bandwidth', () => {
  it('is bw.nrd0 of R (reference.R)', () => {
    expect(bandwidthOfSorted(G).value).toBeCloseTo(44.3205151022099, 10);
    expect(bandwidthOfSorted(H).value).toBeCloseTo(82.3600746268657, 10);
    const zeros = column([...Array<number>(30).fill(0), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(bandwidthOfSorted(zeros).value).toBeCloseTo(0.0802907882286411, 12);
  });
  it('of values of which half are equal rests on the standard deviation', () => {
    // Thirty-nine times 0 and once 40: sd √40, n^−0.2 of 40.
    const one = column([...Array<number>(39).fill(0), 40]);
    expect(bandwidthOfSorted(one).value).toBeCloseTo(0.9 * Math.sqrt(40) * 40 ** -0.2, 12);
  });
  it.each([
    [[], 'too_few'],
    [Array<number>(29).fill(1), 'too_few'],
    [Array<number>(30).fill(0.3), 'constant'],
  ])('of %j is none: %s', (values, reason) => {
    expect(shown(bandwidthOfSorted(column(values)))).toBe(reason);
  });
  it('common to groups is the mean of their own, small and constant groups passed over (reference.R)', () => {
    expect(commonBandwidth([G, column([1, 2]), H, column(Array<number>(40).fill(7))])).toMatchObject({ n: 72 });
    expect(commonBandwidth([G, column([1, 2]), H]).value).toBeCloseTo(63.3402948645378, 10);
    expect(shown(commonBandwidth([column([1, 2])]))).toBe('too_few');
    expect(shown(commonBandwidth([]))).toBe('too_few');
  });
});

describe('the density', () => {
  it('is the mean of normal densities around each firm (reference.R)', () => {
    const wanted = [0.004340514179286522, 0.004938123027766573, 0.002858709627731015, 0.000229528234030587, 0.000225032515687944];
    atFive(drawn(G, GRID)).forEach((height, at) => expect(height).toBeCloseTo(wanted[at]!, 15));
  });
  it('laid back at 0 has twice the height there and nothing below (reference.R)', () => {
    const wanted = [0.008681028358573045, 0.006340108202652884, 0.003004308418944101, 0.000229528234030587, 0.000225032515687944];
    atFive(drawn(G, { ...GRID, isReflected: true })).forEach((height, at) => expect(height).toBeCloseTo(wanted[at]!, 15));
    const { grid, heights } = drawn(G, { from: -100, to: 100, points: 5, isReflected: true });
    expect(Array.from(grid)).toEqual([-100, -50, 0, 50, 100]);
    expect(Array.from(heights.subarray(0, 2))).toEqual([0, 0]);
    expect(heights[2]).toBeCloseTo(wanted[0]!, 15);
  });
  it('has the area 1, laid back or not', () => {
    for (const isReflected of [false, true]) {
      const { grid, heights } = drawn(G, { isReflected, points: 4096, from: isReflected ? 0 : -400, to: 5000 });
      const step = grid[1]! - grid[0]!;
      const area = heights.reduce((sum, height, at) => sum + height * step * (at === 0 || at === heights.length - 1 ? 0.5 : 1), 0);
      expect(area).toBeCloseTo(1, 6);
    }
  });
  it('reaches three bandwidths beyond the firms, and to 0 where laid back', () => {
    const open = drawn(H);
    expect([open.grid[0], open.grid[255]].map((end) => Math.round(end!))).toEqual([1 - 247, 2500 + 247]);
    expect(drawn(H, { isReflected: true }).grid[0]).toBe(0);
    expect(open.heights.length).toBe(256);
  });
  it('with a bandwidth given is drawn even of equal values: a single kernel', () => {
    const { heights } = drawn(column(Array<number>(30).fill(7)), { bandwidth: 2, from: 5, to: 9, points: 3 });
    // φ(0) ÷ 2 and φ(1) ÷ 2.
    expect(heights[1]).toBeCloseTo(0.3989422804014327 / 2, 12);
    expect(heights[0]).toBeCloseTo(0.24197072451914337 / 2, 12);
  });
  it.each([
    [[], {}, 'too_few'],
    [Array<number>(29).fill(1), { bandwidth: 1 }, 'too_few'],
    [Array<number>(30).fill(1), {}, 'constant'],
    [[-1, ...Array.from({ length: 30 }, (_, at) => at)], { isReflected: true }, 'negative'],
  ])('of %j with %j is none: %s', (values, choice, reason) => {
    expect(densityOfSorted(column(values), choice)).toEqual({ reason, n: values.length });
  });
  it('asked with no bandwidth worth the name, or on one point, is a mistake of the caller', () => {
    expect(() => densityOfSorted(G, { bandwidth: 0 })).toThrow('bandwidth 0');
    expect(() => densityOfSorted(G, { points: 1 })).toThrow('1 points');
  });

  it('on any grid is the sum written out', () => {
    const cells = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 30, maxLength: 60 });
    fc.assert(
      fc.property(cells, fc.double({ min: 0.01, max: 50, noNaN: true }), fc.integer({ min: 2, max: 90 }), (values, bandwidth, points) => {
        const sorted = Float64Array.from(values).sort();
        const { grid, heights } = drawn(sorted, { bandwidth, points, from: -20, to: 110 });
        grid.forEach((at, i) => {
          const height = values.reduce((sum, value) => sum + Math.exp(-(((at - value) / bandwidth) ** 2) / 2), 0);
          expect(heights[i]).toBeCloseTo(height / (values.length * bandwidth * Math.sqrt(2 * Math.PI)), 10);
        });
      }),
    );
  });

  it('of more than 50,000 firms keeps within a thousandth of the peak', () => {
    // Quantiles of a skewed set with a lump: −ln(1 − p) and every tenth firm at 1.
    const many = Float64Array.from({ length: 60_000 }, (_, at) => (at % 10 === 0 ? 1 : -Math.log(1 - (at + 0.5) / 60_000))).sort();
    const { grid, heights, bandwidth } = drawn(many, { isReflected: true, points: 101, from: 0, to: 5 });
    const exact = Array.from(grid, (at) => {
      let sum = 0;
      for (const value of many) sum += Math.exp(-(((at - value) / bandwidth) ** 2) / 2) + Math.exp(-(((at + value) / bandwidth) ** 2) / 2);
      return sum / (many.length * bandwidth * Math.sqrt(2 * Math.PI));
    });
    const peak = Math.max(...exact);
    exact.forEach((height, at) => expect(Math.abs(heights[at]! - height)).toBeLessThan(peak / 1000));
  });
});
