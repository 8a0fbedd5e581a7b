import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neighbours, whyAbove } from '../../../scoring/compare/why';
import { panelOf } from '../panel-of';
import { schemeWith } from '../schemes';
import { plain, scored } from './given';

const panel = panelOf({ a: [9, 4, 4, null], b: [2, 8, 8, 1] });
const fines = [{ id: 'd', formula: 'b > 7', points: 3 }];
const ctx = scored(panel, schemeWith({ indicators: [plain('a', { weight: 20 }), plain('b')], deductions: fines, cap: 18 }));

describe('why one firm stands above another', () => {
  it('is what each indicator gives the one more than the other, and what is taken off', () => {
    // Firm 0: 18 + 2 = 20, capped 18. Firm 1: 8 + 8 − 3 = 13.
    const { by, own, other, lines } = whyAbove(ctx, {}, 0, 1);
    expect([by, own.rank, other.rank]).toEqual([5, 1, 2]);
    expect(lines.map(({ is, name, own: first, other: second, by: part }) => [name?.en ?? is, first, second, part])).toEqual([
      ['a', 18, 8, 10],
      ['deduction', -0, -3, 3],
      ['limit', -2, 0, -2],
      ['b', 2, 8, -6],
    ]);
  });
  it('of two equal firms is nothing', () => {
    expect(whyAbove(ctx, {}, 1, 2)).toMatchObject({ by: 0, lines: [] });
  });
  it('shows a missing value as missing, not as nothing earned', () => {
    const line = whyAbove(ctx, {}, 0, 3).lines.find(({ name }) => name?.en === 'a')!;
    expect([line.own, line.other, line.by]).toEqual([18, null, 18]);
  });
  it('is none against a firm without a score', () => {
    const gated = scored(panel, schemeWith({ indicators: [plain('b')], gates: [{ id: 'g', formula: 'b > 1' }] }));
    expect(whyAbove(gated, {}, 0, 3)).toMatchObject({ by: null, lines: [], other: { score: null, rank: null } });
  });
  it('adds up to the difference, whatever the gaps, shares, caps and fines', () => {
    const cell = fc.option(fc.integer({ min: -3, max: 14 }), { freq: 3, nil: null });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell, cell), { minLength: 2, maxLength: 6 }),
        fc.constantFrom('zero', 'skip'),
        (list, missing) => {
          const any = panelOf({ a: list.map(([x]) => x), b: list.map(([, x]) => x), c: list.map(([, , x]) => x) });
          const of = scored(
            any,
            schemeWith({
              groups: [{ id: 'g' }, { id: 'x', kind: 'bonus' }],
              indicators: [plain('a', { missing, weight: 13.7 }), plain('b', { missing }), plain('c', { group: 'x', missing })],
              deductions: fines,
              cap: 20,
            }),
          );
          const { by, lines } = whyAbove(of, {}, 0, 1);
          expect(Math.abs(by! - lines.reduce((sum, line) => sum + line.by, 0))).toBeLessThanOrEqual(1e-9);
        },
      ),
    );
  });
});

describe('neighbours', () => {
  it('are those just above and below, best first', () => {
    expect(neighbours(ctx, {}, 1, 1).map(({ firm, rank }) => [firm, rank])).toEqual([
      ['F0', 1],
      ['F2', 2],
    ]);
    expect(neighbours(ctx, {}, 0, 2).map(({ firm }) => firm)).toEqual(['F1', 'F2']);
  });
  it('of a firm without a rank are none', () => {
    const gated = scored(panel, schemeWith({ indicators: [plain('b')], gates: [{ id: 'g', formula: 'b > 1' }] }));
    expect(neighbours(gated, {}, 3, 2)).toEqual([]);
  });
});
