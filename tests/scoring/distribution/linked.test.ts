import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brushPlaces, brushRows, makeCube, type Layer } from '../../../scoring/distribution/linked';
import { BELOW_PLACE, MISSING_PLACE, placeCount, placesOf, ZERO_PLACE } from '../../../scoring/distribution/places';

const all = (n: number): Int32Array => Int32Array.from({ length: n }, (_, at) => at);

describe('placesOf', () => {
  const axis = { edges: Float64Array.of(0, 1, 2, 4), isLog: false, zeroApart: true };
  it.each([
    [NaN, MISSING_PLACE],
    [0, ZERO_PLACE],
    [-0.1, BELOW_PLACE],
    [0.5, BELOW_PLACE + 1],
    [1, BELOW_PLACE + 2],
    [3.999, BELOW_PLACE + 3],
    [4, BELOW_PLACE + 4],
    [1e9, BELOW_PLACE + 4],
  ])('%d lies at place %i', (value, place) => {
    expect(placesOf(Float64Array.of(value), all(1), axis)[0]).toBe(place);
  });

  it('zero is a figure like another where it does not stand apart', () => {
    expect(placesOf(Float64Array.of(0), all(1), { ...axis, zeroApart: false })[0]).toBe(BELOW_PLACE + 1);
  });

  it('agrees with a look at every edge, on even and uneven grids, on a line and on a logarithm', () => {
    const edges = fc
      .uniqueArray(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 40 })
      .map((list) => Float64Array.from(list).sort());
    const figures = fc.array(fc.double({ min: 0, max: 2e6, noNaN: true }), { maxLength: 40 });
    fc.assert(
      fc.property(edges, figures, fc.boolean(), (grid, list, isLog) => {
        const values = Float64Array.from([...list, ...grid]);
        const found = placesOf(values, all(values.length), { edges: grid, isLog, zeroApart: false });
        const wanted = Array.from(values, (value) => BELOW_PLACE + grid.filter((edge) => edge <= value).length);
        expect([...found]).toEqual(wanted);
      }),
    );
  });

  it('an axis of one edge parts what is below it from the rest; of none it is refused', () => {
    expect([...placesOf(Float64Array.of(1, 2, 3), all(3), { edges: Float64Array.of(2), isLog: false, zeroApart: false })]).toEqual([
      BELOW_PLACE,
      BELOW_PLACE + 1,
      BELOW_PLACE + 1,
    ]);
    expect(() => placesOf(Float64Array.of(1), all(1), { edges: new Float64Array(0), isLog: false, zeroApart: false })).toThrow(/no edge/);
  });
});

describe('a brush', () => {
  const rows = fc.array(
    fc.record({ place: fc.nat(5), bar: fc.nat(3), parts: fc.uniqueArray(fc.nat(2), { maxLength: 3 }), passes: fc.boolean() }),
    { maxLength: 60 },
  );
  it('counts by places what a look at every row counts', () => {
    fc.assert(
      fc.property(rows, fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), fc.boolean(), (list, chosen, hasOthers) => {
        const n = list.length;
        const bars: Layer = { codes: Uint16Array.from(list, ({ bar }) => bar), offsets: null, count: 4 };
        const offsets = new Int32Array(n + 1);
        list.forEach(({ parts }, at) => (offsets[at + 1] = offsets[at]! + parts.length));
        const segments: Layer = { codes: Uint16Array.from(list.flatMap(({ parts }) => parts)), offsets, count: 3 };
        const inside = hasOthers ? Uint8Array.from(list, ({ passes }) => (passes ? 1 : 0)) : null;
        const active = Uint16Array.from(list, ({ place }) => place);
        const order = all(n).reverse();
        const places = Uint8Array.from(chosen, (one) => (one ? 1 : 0));
        const cube = makeCube({ active, places: 6, layers: [bars, segments], inside, order, keep: 3 });
        const selected = Uint8Array.from(list, ({ place, passes }) => (chosen[place] && (!hasOthers || passes) ? 1 : 0));
        expect(brushPlaces(cube, places)).toEqual(brushRows([bars, segments], selected, order, 3));
      }),
    );
  });

  it('lists the first rows of the table, in its order', () => {
    const cube = makeCube({
      active: Uint16Array.of(0, 1, 1, 0),
      places: 2,
      layers: [],
      inside: null,
      order: Int32Array.of(3, 1, 0, 2),
      keep: 2,
    });
    expect([...brushPlaces(cube, Uint8Array.of(1, 1)).first]).toEqual([0, 1]);
    expect([...brushPlaces(cube, Uint8Array.of(0, 1)).first]).toEqual([1, 3]);
    expect(brushPlaces(cube, Uint8Array.of(0, 0))).toEqual({ count: 0, layers: [], first: new Int32Array(0) });
  });

  it('an axis has a place for the missing, for zero, below, between and above', () => {
    expect(placeCount({ edges: Float64Array.of(1, 2), isLog: false, zeroApart: true })).toBe(5);
  });
});
