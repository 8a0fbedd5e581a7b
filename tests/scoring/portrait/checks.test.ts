import { describe, expect, it } from 'vitest';
import { portraitOf } from '../../../scoring/portrait/portrait';
import type { Check } from '../../../scoring/portrait/format';
import { plain, scored } from '../compare/given';
import { panelOf } from '../panel-of';
import { schemeWith } from '../schemes';

const fields = {
  t: [8, 9, 4, 3, 2, 1],
  u: [2, 6, 4, 5, 3, null],
  industry: ['芯', '芯', '芯', '芯', '芯', '芯'],
};
const indicators = [plain('t'), plain('u')];
const NOTHING = { titles: [], conflicts: [], on: '2026-01-01' };

function checks(row: number, parts: object = {}, more: object = {}, beside: Partial<typeof NOTHING> | object = {}): readonly Check[] {
  const ctx = scored(panelOf({ ...fields, ...more }), schemeWith({ indicators, ...parts }));
  return portraitOf(ctx, row, { ...NOTHING, ...beside, segment: {} }, null).checks;
}
const name = (id: string) => ({ zh: id, en: id });

describe('what to look at on the spot', () => {
  it('is what is missing, with its weight at stake', () =>
    expect(checks(5)).toEqual([{ is: 'missing', name: name('u'), reason: 'blank', stake: 10 }]));
  it('is what falls behind its own group, with the points not earned', () =>
    // u 2 is the least of five; t + u = 10 stands above 15 only in one of six.
    expect(checks(0)).toEqual([{ is: 'below', name: name('u'), behind: 0.8, n: 5, stake: 8 }]));
  it('is nothing among too few peers', () => {
    const ctx = scored(panelOf({ t: [8, 9, 4], u: [2, 6, 4], industry: ['芯', '芯', '芯'] }), schemeWith({ indicators }));
    expect(portraitOf(ctx, 0, { ...NOTHING, segment: {} }, null).checks).toEqual([]);
  });
  it('is not what most have too', () =>
    // Nobody but one has any: with 0 a firm stands behind one of six.
    expect(checks(0, {}, { u: [0, 0, 0, 0, 0, 7] })).toEqual([]));
  it('turns an indicator of which less is better', () => {
    const less = [plain('t'), { ...plain('u'), direction: 'less', rule: { is: 'goalposts', low: 0, high: 10 } }];
    // Now 6 is the most of five: better than nobody but half itself. t 9 + 4 of u = 13, the second of six: 8 + 8, 9 + 4, 4 + 6, 3 + 5, 2 + 7, 1 + 0.
    expect(checks(1, { indicators: less })).toMatchObject([
      { is: 'below', name: name('u'), behind: expect.closeTo(0.8, 12), n: 5, stake: 6 },
    ]);
  });
  it('is what was taken off, most first, and a deduction that could not be checked last', () => {
    const deductions = [
      { id: 'unknown', formula: 'flag_b', points: 3, provenance: 'illustrative' },
      { id: 'taken', formula: 'flag_a', points: 9, provenance: 'illustrative' },
    ];
    const list = [true, true, true, true, true, true];
    const found = checks(0, { deductions }, { flag_a: list, flag_b: [null, false, false, false, false, false] });
    expect(found.map((one) => [one.is, one.stake])).toEqual([
      ['deduction', 9],
      ['below', 8],
      ['deduction', null],
    ]);
  });
  it('begins with a gate that could not be checked', () => {
    const gates = [{ id: 'licence', formula: 'flag_a', provenance: 'illustrative' }];
    const found = checks(5, { gates }, { flag_a: [true, true, true, true, true, null] });
    expect(found[0]).toEqual({ is: 'condition', what: 'gate', name: name('licence'), stake: null });
  });
  it('is what sources give differently, where an indicator reads it', () => {
    const says = [
      { source: 'a.csv', value: '8' },
      { source: 'b.csv', value: '9' },
    ];
    const found = checks(
      1,
      {},
      {},
      {
        conflicts: [
          { field: 't', says },
          { field: 'elsewhere', says },
        ],
      },
    );
    expect(found).toEqual([{ is: 'conflict', name: name('t'), says, stake: 10 }]);
  });
  it('ends with titles that are over or end within a year, first to end first', () => {
    const titles = [
      { title: '专精特新', to: '2026-12-31' },
      { title: '高新技术企业', to: '2025-12-31' },
      { title: '小巨人', to: '2027-01-02' },
      { title: '瞪羚', to: null },
    ];
    expect(checks(1, {}, {}, { titles })).toEqual([
      { is: 'title', title: '高新技术企业', to: '2025-12-31', isOver: true, stake: null },
      { is: 'title', title: '专精特新', to: '2026-12-31', isOver: false, stake: null },
    ]);
  });
});
