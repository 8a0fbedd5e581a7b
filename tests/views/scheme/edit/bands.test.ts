import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Tier } from '../../../../scoring/scheme/format';
import { addBand, bandsOfTiers, moveBound, removeBand, tiersOfBands } from '../../../../src/views/scheme/edit/bands';

const DOWN: Tier[] = [
  { from: 10, to: null, points: 10 },
  { from: 5, to: 10, points: 6 },
  { from: null, to: 5, points: 0 },
];

describe('bands of a rule', () => {
  it('stand from the lowest up, each with its place in the list as written', () => {
    expect(bandsOfTiers(DOWN)).toEqual({
      bounds: [
        { at: 5, isUpper: true },
        { at: 10, isUpper: true },
      ],
      points: [0, 6, 10],
      places: [2, 1, 0],
      isDown: true,
    });
  });
  it('0 belongs to the lower band where the rule says 以下', () => {
    const tiers: Tier[] = [
      { from: null, to: 0, toClosed: true, points: 0 },
      { from: 0, to: null, fromOpen: true, points: [4, 5] },
    ];
    expect(bandsOfTiers(tiers).bounds).toEqual([{ at: 0, isUpper: false }]);
    expect(tiersOfBands(bandsOfTiers(tiers))).toEqual(tiers);
  });
  it('one value alone stays one value alone', () => {
    const tiers: Tier[] = [
      { from: null, to: 3, points: 0 },
      { from: 3, to: 3, toClosed: true, points: 5 },
      { from: 3, to: null, fromOpen: true, points: 9 },
    ];
    expect(tiersOfBands(bandsOfTiers(tiers))).toEqual(tiers);
  });
  it('a boundary stops at its neighbours', () => {
    expect(moveBound(bandsOfTiers(DOWN), 0, 12).bounds.map(({ at }) => at)).toEqual([10, 10]);
    expect(moveBound(bandsOfTiers(DOWN), 1, 2).bounds.map(({ at }) => at)).toEqual([5, 5]);
    expect(moveBound(bandsOfTiers(DOWN), 1, 12).bounds.map(({ at }) => at)).toEqual([5, 12]);
  });
  it('a band added on top has points half way, and the top keeps its own', () => {
    expect(tiersOfBands(addBand(bandsOfTiers(DOWN), 20))).toEqual([
      { from: 20, to: null, points: 10 },
      { from: 10, to: 20, points: 8 },
      { from: 5, to: 10, points: 6 },
      { from: null, to: 5, points: 0 },
    ]);
  });
  it('a band taken out leaves no hole', () => {
    expect(tiersOfBands(removeBand(bandsOfTiers(DOWN), 1))).toEqual([
      { from: 10, to: null, points: 10 },
      { from: null, to: 10, points: 0 },
    ]);
    expect(tiersOfBands(removeBand(bandsOfTiers(DOWN), 0))).toEqual([
      { from: 10, to: null, points: 10 },
      { from: null, to: 10, points: 6 },
    ]);
  });
  it('whatever is done to them they tile the line', () => {
    const act = fc.oneof(
      fc.tuple(fc.nat(4), fc.integer({ min: -50, max: 50 })).map(([number, to]) => ({ is: 'move' as const, number, to })),
      fc.integer({ min: -50, max: 90 }).map((at) => ({ is: 'add' as const, at })),
      fc.nat(4).map((number) => ({ is: 'remove' as const, number })),
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 6 }), (acts) => {
        let bands = bandsOfTiers(DOWN);
        for (const one of acts) {
          if (one.is === 'move' && one.number < bands.bounds.length) bands = moveBound(bands, one.number, one.to);
          else if (one.is === 'add') bands = addBand(bands, Math.max(one.at, bands.bounds.at(-1)?.at ?? -99));
          else if (one.is === 'remove' && bands.points.length > 2 && one.number < bands.points.length)
            bands = removeBand(bands, one.number);
          bands = bandsOfTiers(tiersOfBands(bands));
        }
        const tiers = [...tiersOfBands({ ...bands, isDown: false })];
        expect([tiers[0]!.from, tiers.at(-1)!.to]).toEqual([null, null]);
        for (let at = 1; at < tiers.length; at++) {
          expect(tiers[at]!.from).toBe(tiers[at - 1]!.to);
          expect(tiers[at]!.fromOpen ?? false).toBe(tiers[at - 1]!.toClosed ?? false);
        }
      }),
    );
  });
});
