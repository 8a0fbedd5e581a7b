import fc from 'fast-check';
import { expect, it } from 'vitest';
import { skylineLayers } from '../../../scoring/seedlings/skyline';
import { detect, says } from './given';

type Point = readonly [number, number, number];
const layersOf = (points: readonly Point[]): number[] =>
  Array.from(
    skylineLayers(
      [0, 1, 2].map((axis) => Float64Array.from(points, (point) => point[axis]!)) as [Float64Array, Float64Array, Float64Array],
    ),
  );

it('peels layer after layer', () => {
  expect(
    layersOf([
      [3, 3, 3],
      [2, 2, 2],
      [1, 1, 1],
      [0, 0, 4],
    ]),
  ).toEqual([1, 2, 3, 1]);
});
it('keeps a point that is best in one thing only', () => {
  expect(
    layersOf([
      [9, 0, 0],
      [0, 9, 0],
      [0, 0, 9],
      [1, 1, 1],
      [1, 1, 0],
    ]),
  ).toEqual([1, 1, 1, 1, 2]);
});
it('takes in every duplicate of a point', () => {
  expect(
    layersOf([
      [1, 1, 1],
      [1, 1, 1],
      [1, 1, 0],
      [1, 1, 0],
    ]),
  ).toEqual([1, 1, 2, 2]);
});
it('does not judge a point with a gap, and lets it beat nobody', () => {
  expect(
    layersOf([
      [9, 9, NaN],
      [1, 1, 1],
    ]),
  ).toEqual([0, 1]);
});
it('of one point is that point, of none is nothing', () => {
  expect(layersOf([[1, 2, 3]])).toEqual([1]);
  expect(layersOf([])).toEqual([]);
});

const beats = (a: Point, b: Point): boolean => a.every((value, axis) => value >= b[axis]!) && a.some((value, axis) => value > b[axis]!);

/** The definition: whoever nobody beats is layer 1; without them, layer 2; … */
function peeled(points: readonly Point[]): number[] {
  const layers = points.map((point): number => (point.some(Number.isNaN) ? 0 : -1));
  for (let layer = 1; layers.includes(-1); layer++) {
    const left = points.filter((_, i) => layers[i] === -1);
    points.forEach((point, i) => {
      if (layers[i] === -1 && !left.some((other) => beats(other, point))) layers[i] = -layer - 1;
    });
    layers.forEach((value, i) => {
      if (value < -1) layers[i] = -value - 1;
    });
  }
  return layers;
}

it('agrees with the definition, ties and gaps included', () => {
  const value = fc.oneof({ weight: 9, arbitrary: fc.integer({ min: -3, max: 3 }) }, { weight: 1, arbitrary: fc.constant(NaN) });
  fc.assert(
    fc.property(fc.array(fc.tuple(value, value, value), { maxLength: 40 }), (points) => {
      expect(layersOf(points)).toEqual(peeled(points));
    }),
    { numRuns: 400 },
  );
});

it('is met on the first layer of growth, technology and R&D intensity', () => {
  const found = detect([
    // Growth 100 %, 0 %, 0 %; intensity 10 %, 20 %, 5 %: the third is behind the second in everything.
    { revenue: [10, null, null, 80], technology: 0.5, rd: 8 },
    { revenue: [10, null, null, 10], technology: 0.5, rd: 2 },
    { revenue: [10, null, null, 10], technology: 0.4, rd: 0.5 },
    { revenue: [10, null, null, 10], technology: 0.4, rd: null },
  ]);
  expect(says(found, 'skyline')).toEqual(['met', 'met', 'unmet', 'unknown']);
});
it('a giant leap from a small base takes nobody’s place', () => {
  const found = detect([
    { revenue: [0.5, null, null, 80], technology: 1, rd: 80 },
    { revenue: [10, null, null, 10], technology: 0.5, rd: 2 },
  ]);
  expect(says(found, 'skyline')).toEqual(['not_applicable', 'met']);
});
