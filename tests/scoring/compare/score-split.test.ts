import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ranked } from '../../../scoring/board/context';
import { PARTS, type ScoreSplit, splitScores } from '../../../scoring/compare/score-split';
import type { Panel } from '../../../scoring/panel';
import type { Scheme } from '../../../scoring/scheme/format';
import { panelOf } from '../panel-of';
import { schemeWith } from '../schemes';
import { plain, scored } from './given';

const everyRow = ({ rows }: Panel): Int32Array => Int32Array.from({ length: rows }, (_, row) => row);
const within = (a: Ranked, b: Ranked): ScoreSplit => splitScores(a, b, { rowA: everyRow(a.panel), rowB: everyRow(a.panel) });
const at = (split: ScoreSplit, i: number) =>
  Object.fromEntries(['change', ...PARTS].map((part) => [part, split[part as keyof ScoreSplit][i]]));
const nothing = { value: 0, weight: 0, shared: 0, deduction: 0, limit: 0 };

describe('a change of score', () => {
  const panel = panelOf({ a: [4, 9], b: [6, 2] });
  const first = schemeWith({ indicators: [plain('a'), plain('b')] });

  it('between two weightings is all weight effect', () => {
    const second = schemeWith({ indicators: [plain('a', { weight: 20 }), plain('b', { weight: 5 })] });
    // Firm 0: 0.4 × (20 − 10) + 0.6 × (5 − 10) = 1; firm 1: 0.9 × 10 + 0.2 × −5 = 8.
    const split = within(scored(panel, first), scored(panel, second));
    expect(at(split, 0)).toEqual({ ...nothing, change: 1, weight: 1 });
    expect(at(split, 1)).toEqual({ ...nothing, change: 8, weight: 8 });
  });
  it('between two rules of one weight is all value effect', () => {
    const half = { rule: { is: 'per-unit', perUnit: 0.5, cap: 10 } };
    const second = schemeWith({ indicators: [plain('a', half), plain('b')] });
    expect(at(within(scored(panel, first), scored(panel, second)), 0)).toEqual({ ...nothing, change: -2, value: -2 });
  });
  it('where both move, each counts at the mean of the other', () => {
    const second = schemeWith({ indicators: [plain('a', { rule: { is: 'per-unit', perUnit: 2, cap: 10 }, weight: 20 }), plain('b')] });
    // s from 0.4 to 0.8, w from 10 to 20: value 15 × 0.4 = 6, weight 0.6 × 10 = 6, together 16 − 4.
    const { value, weight, change } = at(within(scored(panel, first), scored(panel, second)), 0);
    expect([value, weight, change].map((part) => Number(part!.toFixed(12)))).toEqual([6, 6, 12]);
  });
  it('is that of the worked example in docs/method/comparing.md', () => {
    const firm = panelOf({ rd: [8], revenue: [5] });
    const old = schemeWith({ indicators: [plain('rd', { weight: 20 }), plain('revenue', { weight: 30 })] });
    const stricter = { weight: 30, rule: { is: 'per-unit', perUnit: 0.75, cap: 10 } };
    const changed = schemeWith({ indicators: [plain('rd', stricter), plain('revenue', { weight: 20 })] });
    const [a, b] = [scored(firm, old), scored(firm, changed)];
    expect([a.totals.score[0], b.totals.score[0]]).toEqual([31, 28]);
    const { value, weight, shared, deduction, limit } = at(within(a, b), 0);
    expect([value, weight].map((part) => Number(part!.toFixed(12)))).toEqual([-5, 2]);
    expect([shared, deduction, limit]).toEqual([0, 0, 0]);
  });
  it('by an indicator that only one version has is weight effect, whichever has it', () => {
    const bare = scored(panel, schemeWith({ indicators: [plain('b')] }));
    const full = scored(panel, first);
    expect(at(within(bare, full), 0)).toEqual({ ...nothing, change: 4, weight: 4 });
    expect(at(within(full, bare), 1)).toEqual({ ...nothing, change: -9, weight: -9 });
  });
  it('by the cap or the floor stands apart', () => {
    const capped = scored(panel, schemeWith({ indicators: [plain('a'), plain('b')], cap: 8 }));
    expect(at(within(scored(panel, first), capped), 0)).toEqual({ ...nothing, change: -2, limit: -2 });
    const fined = schemeWith({ indicators: [plain('a'), plain('b')], deductions: [{ id: 'd', formula: 'b', perUnit: 4 }] });
    // Firm 0: 10 − 24 is below nothing, so the floor gives 14 back.
    expect(at(within(scored(panel, first), scored(panel, fined)), 0)).toEqual({ ...nothing, change: -10, deduction: -24, limit: 14 });
  });
  it('by a weight shared out for a skipped value stands apart', () => {
    const gap = panelOf({ a: [4, 1], b: [null, 1] });
    const skipping = schemeWith({ indicators: [plain('a'), plain('b', { missing: 'skip' })] });
    // 4 of 10 in a, which now carries 20.
    expect(at(within(scored(gap, first), scored(gap, skipping)), 0)).toEqual({ ...nothing, change: 4, shared: 4 });
  });
  it('is none where a side has no score or no row', () => {
    const gated = scored(panel, schemeWith({ indicators: [plain('a')], gates: [{ id: 'x', formula: 'b > 3' }] }));
    expect(at(within(scored(panel, first), gated), 1)).toEqual(Object.fromEntries(['change', ...PARTS].map((part) => [part, NaN])));
    const none = splitScores(gated, gated, { rowA: Int32Array.of(-1), rowB: Int32Array.of(0) });
    expect(none.change[0]).toBeNaN();
  });
});

const FIELDS = ['a', 'b', 'c', 'd', 'fine'] as const;
const cell = fc.option(
  fc.integer({ min: -20, max: 120 }).map((n) => n / 4),
  { freq: 4, nil: null },
);
const rows = fc.array(fc.tuple(cell, cell, cell, cell, cell), { minLength: 2, maxLength: 10 });
const tiers = {
  is: 'tiers',
  tiers: [
    { from: null, to: 3, points: 0 },
    { from: 3, to: 9, points: 4 },
    { from: 9, to: null, points: 10 },
  ],
};
/** The group of which an indicator is the only one. */
const HOLDS: Readonly<Record<string, string>> = { c: 'h', d: 'x' };
/** Any version: rules, weights, policies, groups, bonus, stages, deductions, caps; of four indicators any three or all. */
const version = fc
  .record({
    rule: fc.constantFrom(
      { is: 'linear', from: 0, to: 20 },
      { is: 'linear', from: 20, to: 0 },
      { is: 'log', full: 9 },
      { is: 'percentile' },
      tiers,
    ),
    weights: fc.tuple(...[0, 0, 0, 0].map(() => fc.integer({ min: 0, max: 300 }).map((n) => n / 10))),
    policies: fc.tuple(...[0, 0, 0, 0].map(() => fc.constantFrom('zero', 'skip', 'fail'))),
    dropped: fc.constantFrom(null, 'b', 'c', 'd'),
    cap: fc.constantFrom(null, 12, 40),
    fined: fc.constantFrom(0, 1, 5),
  })
  .map(({ rule, weights, policies, dropped, cap, fined }) =>
    schemeWith({
      groups: [{ id: 'g' }, { id: 'h' }, { id: 'x', kind: 'bonus' }].filter(({ id }) => id !== HOLDS[dropped ?? '']),
      stages: [
        { id: 'low', when: 'a < 10' },
        { id: 'high', when: 'true' },
      ],
      defaultStage: 'low',
      indicators: [
        { id: 'a', formula: 'a', rule, of: 10, weight: { low: weights[0]!, high: weights[0]! + 3.7 } },
        { id: 'b', formula: 'b', rule: tiers, of: 10, weight: weights[1] },
        { id: 'c', group: 'h', formula: 'c', rule: { is: 'min-max' }, of: 10, weight: weights[2] },
        { id: 'd', group: 'x', formula: 'd', rule: { is: 'per-unit', perUnit: 1 }, of: 10, weight: weights[3] },
      ]
        .map((indicator, at) => ({ ...indicator, missing: policies[at] }))
        .filter(({ id }) => id !== dropped),
      deductions: fined === 0 ? [] : [{ id: 'p', formula: 'fine', perUnit: fined, cap: 9 }],
      cap,
    }),
  );

describe('whatever the two versions and the two years', () => {
  it('the parts add up to the change of score, and no part is missing where there is a change', () => {
    fc.assert(
      fc.property(rows, version, version, (list, one, two) => {
        const firms = list.length;
        const twice = [...list, ...list.toReversed()];
        const panel = panelOf(Object.fromEntries(FIELDS.map((id, at) => [id, twice.map((cells) => cells[at]!)])), {
          firm: twice.map((_, row) => row % firms),
          year: twice.map((_, row) => (row < firms ? 2023 : 2024)),
        });
        const [a, b] = [scored(panel, one), scored(panel, two)];
        const rowA = Int32Array.from({ length: firms }, (_, row) => row);
        const split = splitScores(a, b, { rowA, rowB: rowA.map((row) => row + firms) });
        for (let i = 0; i < firms; i++) {
          const change = b.totals.score[i + firms]! - a.totals.score[i]!;
          const sum = PARTS.reduce((all, part) => all + split[part][i]!, 0);
          if (Number.isNaN(change)) expect(sum).toBeNaN();
          else expect(Math.abs(sum - change)).toBeLessThanOrEqual(1e-9);
        }
      }),
    );
  });
  it('nothing is shared out where no value is skipped, so that values and weights alone make what is earned', () => {
    const notSkipping = version.map((scheme) => ({
      ...scheme,
      indicators: scheme.indicators.map((indicator) => ({ ...indicator, missing: 'zero' as const })),
    }));
    fc.assert(
      fc.property(rows, notSkipping, notSkipping, (list, one, two) => {
        const panel = panelOf(Object.fromEntries(FIELDS.map((id, at) => [id, list.map((cells) => cells[at]!)])));
        const { shared } = within(scored(panel, one), scored(panel, two));
        // A min-max that separates nobody is missing too, but takes its weight out of the coverage only.
        for (const part of shared) expect(part === 0 || Number.isNaN(part)).toBe(true);
      }),
    );
  });
  it('without stages the short way gives what the long way gives', () => {
    const staged = (scheme: Scheme) => ({ ...scheme, stages: [{ id: 'only', name: { zh: '', en: '' }, when: 'true' }] });
    const plainly = version.map((scheme): Scheme => ({
      ...scheme,
      stages: [],
      defaultStage: null,
      indicators: scheme.indicators.map((indicator) => (indicator.id === 'a' ? { ...indicator, weight: 7 } : indicator)),
    }));
    fc.assert(
      fc.property(rows, plainly, plainly, (list, one, two) => {
        const panel = panelOf(Object.fromEntries(FIELDS.map((id, at) => [id, list.map((cells) => cells[at]!)])));
        const short = within(scored(panel, one), scored(panel, two));
        const long = within(scored(panel, staged(one)), scored(panel, staged(two)));
        for (const part of PARTS)
          short[part].forEach((value, i) => expect(Object.is(value, long[part][i]) || Math.abs(value - long[part][i]!) <= 1e-9).toBe(true));
      }),
    );
  });
  it('the other way round every part is the opposite', () => {
    fc.assert(
      fc.property(rows, version, version, (list, one, two) => {
        const panel = panelOf(Object.fromEntries(FIELDS.map((id, at) => [id, list.map((cells) => cells[at]!)])));
        const [a, b] = [scored(panel, one), scored(panel, two)];
        const [there, back] = [within(a, b), within(b, a)];
        for (const part of PARTS)
          there[part].forEach((value, i) =>
            expect(Number.isNaN(value) ? Number.isNaN(back[part][i]!) : Math.abs(value + back[part][i]!) <= 1e-9).toBe(true),
          );
      }),
    );
  });
  it('a version against itself moves nothing', () => {
    fc.assert(
      fc.property(rows, version, (list, one) => {
        const panel = panelOf(Object.fromEntries(FIELDS.map((id, at) => [id, list.map((cells) => cells[at]!)])));
        const split = within(scored(panel, one), scored(panel, one));
        for (const part of PARTS) for (const value of split[part]) expect(value === 0 || Number.isNaN(value)).toBe(true);
      }),
    );
  });
});
