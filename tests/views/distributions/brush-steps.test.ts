import { describe, expect, it } from 'vitest';
import { scaleOf } from '../../../src/charts/scale';
import { NO_SLOTS, type Slot } from '../../../src/charts/spread-plan';
import {
  ABOVE_ZERO,
  type BrushAxis,
  difference,
  endsOf,
  endsOfSpecial,
  figureAt,
  holds,
  movedEnd,
  outerEnds,
  pixelGrid,
} from '../../../src/views/distributions/panels/brush-steps';

const slot: Slot = { from: 0, to: 20, words: '' } as Slot;
/** From 0 at pixel 100 to 40 at pixel 140: a pixel is 1. Four bins of 10. */
function axis(change: Partial<BrushAxis> = {}, low = 0): BrushAxis {
  return {
    x: scaleOf({ low, high: 40, isLog: false }, 100, 140),
    slots: NO_SLOTS,
    zeroApart: false,
    stops: [0, 10, 20, 30, 40],
    ...change,
  };
}
const withSlots = (slots: Partial<BrushAxis['slots']>): Pick<BrushAxis, 'slots'> => ({ slots: { ...NO_SLOTS, ...slots } });

describe('where a brush ends at the ends of an axis', () => {
  it('takes in what lies beyond, so that the greatest figure is never left out', () => {
    expect(outerEnds(axis())).toEqual([-Infinity, Infinity]);
  });
  it('leaves what has a bar of its own to that bar', () => {
    expect(outerEnds(axis(withSlots({ below: slot, above: slot })))).toEqual([0, 40]);
  });
  it('leaves zeros to the bar of theirs', () => {
    expect(outerEnds(axis({ zeroApart: true, ...withSlots({ zero: slot }) }))).toEqual([ABOVE_ZERO, Infinity]);
  });
  it('cannot leave zeros out where figures below 0 are brushed with them', () => {
    expect(outerEnds(axis({ zeroApart: true }, -40))).toEqual([-Infinity, Infinity]);
  });
});

describe('a place in the picture', () => {
  it.each([
    [112.4, 12],
    [112.6, 13],
    [90, -Infinity],
    [140, Infinity],
  ])('%d across is the figure %d', (across, figure) => {
    expect(figureAt(axis(), across)).toBeCloseTo(figure, 9);
  });
  it('in the bar of what lies above is open', () => {
    const above = { from: 150, to: 170, words: '' } as Slot;
    expect([145, 155].map((across) => figureAt(axis(withSlots({ above })), across))).toEqual([40, Infinity]);
  });
  it('is always one of the grid, a pixel each', () => {
    const grid = pixelGrid(axis());
    expect(grid).toHaveLength(41);
    expect([grid[0], grid[1], grid[40]]).toEqual([0, 1, 40]);
    expect(grid.some((figure) => Math.abs(figure - figureAt(axis(), 117.2)) < 1e-12)).toBe(true);
  });
  it('is found on an axis that runs upwards too', () => {
    const up: BrushAxis = { ...axis(), x: scaleOf({ low: 0, high: 40, isLog: false }, 140, 100) };
    expect([figureAt(up, 130), figureAt(up, 145), figureAt(up, 95)]).toEqual([10, -Infinity, Infinity]);
    expect(pixelGrid(up).slice(0, 3)).toEqual([0, 1, 2]);
  });
});

describe('an end moved by keys', () => {
  const whole: [number, number] = [-Infinity, Infinity];
  it.each([
    [whole, 'from', 1, [10, Infinity]],
    [whole, 'from', 2, [20, Infinity]],
    [whole, 'to', -1, [-Infinity, 30]],
    [[10, 30], 'to', 1, [10, Infinity]],
    [[10, 30], 'from', -1, [-Infinity, 30]],
    [[12, 30], 'from', 1, [20, 30]],
    [[18, 30], 'from', -1, [10, 30]],
    [[10, 30], 'from', 9, [20, 30]],
    [[10, 30], 'to', -9, [10, 20]],
  ] as const)('%j: %s by %d is %j', (ends, end, by, wanted) => {
    expect(movedEnd(axis(), ends, end, by)).toEqual(wanted);
  });
});

describe('bars of their own', () => {
  it.each([
    ['missing', null],
    ['zero', [0, 0]],
    ['below', [-Infinity, 0]],
    ['above', [40, Infinity]],
  ] as const)('%s brushes %j', (special, ends) => {
    expect(endsOfSpecial(special, axis())).toEqual(ends);
  });
  it.each([
    [[{ from: 0, to: 0 }], [0, 0], true],
    [[{ from: 0, to: 5 }], [0, 0], true],
    [[{ from: 1, to: 5 }], [0, 0], false],
    [[{ from: 5, to: null }], [40, Infinity], true],
    [[{ from: 5, to: 40 }], [40, Infinity], false],
  ] as const)('%j holds %j: %s', (ranges, ends, isHeld) => {
    expect(holds(ranges, ends)).toBe(isHeld);
  });
});

it.each([
  [[10, 20], [5, 20], { x: [5, 10], how: 'add' }],
  [[10, 20], [10, 30], { x: [20, 30], how: 'add' }],
  [[10, 20], [15, 20], { x: [10, 15], how: 'subtract' }],
  [[10, 20], [10, 12], { x: [12, 20], how: 'subtract' }],
  [[10, 20], [10, 20], { x: null, how: 'add' }],
] as const)('beside further ranges %j becomes %j by %j', (before, after, wanted) => {
  expect(difference(before, after)).toEqual(wanted);
});
it('two places of one figure brush nothing', () => {
  expect([endsOf(3, 3), endsOf(5, 3)]).toEqual([null, [3, 5]]);
});
