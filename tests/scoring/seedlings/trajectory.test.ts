import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Trajectory } from '../../../scoring/seedlings/format';
import { standsAt } from '../../../scoring/seedlings/grown';
import { trajectoryOf } from '../../../scoring/seedlings/trajectory';

describe('standsAt', () => {
  it.each([
    [10, 17.28, 3, 0.2, 0],
    [10, 17.29, 3, 0.2, 1],
    [10, 17.27, 3, 0.2, -1],
    [1e9, 1.728e9, 3, 0.2, 0],
    [1e-6, 1.728e-6, 3, 0.2, 0],
    [100, 0, 3, -1, 0],
  ])('%d → %d over %i years stands at %d: %i', (base, now, years, rate, side) => {
    expect(standsAt(base, now, years, rate)).toBe(side);
  });
});

describe('trajectoryOf', () => {
  it.each<[number[], Trajectory | null, string]>([
    [[10, 12, 14.4, 17.28], 'surge', '20 % every year is 20 % on average'],
    [[10, 12, 14.4, 17.27], 'steady', 'a hair below 20 %'],
    [[100, 150, 180, 175], 'steady', '20.5 % on average, but the last year fell, by less than 5 %'],
    [[100, 105, 110.25, 115.7625], 'steady', '5 % every year'],
    [[100, 104, 108, 112], 'plateau', 'about 4 % a year'],
    [[100, 100, 100, 100], 'plateau', 'nothing moved'],
    [[100, 140, 150, 140], 'plateau', '11.9 % on average, but the last year took 6.7 % back'],
    [[100, 95, 90.25, 85.7375], 'decline', '5 % less every year'],
    [[100, 110, 120, 85], 'decline', 'one fall took it all and more'],
    [[100, 90, 95, 100], 'dip_recover', 'back where it stood'],
    [[100, 90, 120, 150], 'dip_recover', 'a dip goes before a surge'],
    [[100, 95, 96, 101], 'dip_recover', 'a fall of exactly 5 % is a dip'],
    [[100, 96, 97, 101], 'plateau', 'a fall of 4 % is none'],
    [[100, 120, 100, 119], 'plateau', 'not quite back'],
    [[100, 250, 200, 300], 'volatile', 'growth of 150 %, −20 %, 50 % has a spread of 0.85'],
    [[100, 150, 225, 112.5], 'volatile', '50 %, 50 %, −50 %: a spread of 0.58'],
    [
      [100, 200, 300, 300],
      'steady',
      '100 %, 50 %, 0 %: a spread of exactly 0.5 is not above it, and a last year without growth is no surge',
    ],
    [[100, 150, 200, 0], 'volatile', 'a last figure of 0 is a fall of all'],
  ])('%j is %s: %s', (values, type) => {
    expect(trajectoryOf(values)).toBe(type);
  });

  it.each([[[NaN, 1, 1, 1]], [[1, 1, 1, NaN]], [[0, 1, 1, 1]], [[1, -1, 1, 1]], [[1, 1, 1, -1]], [[1, 1, 1, Infinity]]])(
    'of %j nothing is said',
    (values) => {
      expect(trajectoryOf(values)).toBeNull();
    },
  );

  it('refuses another number of years', () => {
    expect(() => trajectoryOf([1, 2, 3])).toThrow(/4 figures, not 3/);
  });

  it('every path of positive figures has a type, and the unit does not matter', () => {
    const figure = fc.integer({ min: 1, max: 1000 });
    fc.assert(
      fc.property(fc.tuple(figure, figure, figure, figure), fc.constantFrom(1e-4, 1e4, 1e8), (path, factor) => {
        const type = trajectoryOf(path);
        expect(type).not.toBeNull();
        expect(trajectoryOf(path.map((value) => value * factor))).toBe(type);
      }),
    );
  });
});
