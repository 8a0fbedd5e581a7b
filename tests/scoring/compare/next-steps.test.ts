import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ranked } from '../../../scoring/board/context';
import type { NextStep } from '../../../scoring/compare/next-format';
import { nextSteps } from '../../../scoring/compare/next-steps';
import { withFigure, oneFirm, totalOf, totalWith } from '../../../scoring/compare/one-firm';
import { panelOf } from '../panel-of';
import { schemeWith } from '../schemes';
import { plain, scored } from './given';

const intensity = {
  id: 'rd',
  formula: 'rd_expense / revenue',
  of: 10,
  weight: 20,
  unit: '%',
  rule: {
    is: 'tiers',
    unit: '%',
    tiers: [
      { from: null, to: 5, points: 0 },
      { from: 5, to: 10, points: 5 },
      { from: 10, to: null, points: 10 },
    ],
  },
};
const staff = { id: 'staff', formula: 'employees', of: 10, rule: { is: 'linear', from: 0, to: 100 } };
/** Scores: firm 0 10 + 4 = 14, firm 1 20 + 3 = 23, firm 2 0 + 9 = 9, firm 3 10 + 10 = 20. */
const panel = panelOf({
  rd_expense: [6e6, 12e6, 1e6, 7e6],
  revenue: [100e6, 100e6, 100e6, 100e6],
  employees: [40, 30, 90, 100],
  industry: ['芯', '芯', '芯', '药'],
});
const ctx = scored(panel, schemeWith({ indicators: [intensity, staff] }));
const stepOf = (of: Ranked, row: number, id: string, segment = {}): NextStep['step'] =>
  nextSteps(of, segment, row).steps.find((one) => one.id === id)!.step;
const reachOf = (of: Ranked, row: number, id: string, segment = {}) => {
  const step = stepOf(of, row, id, segment);
  if (step.is !== 'reach') throw new Error(`step is ${step.is}`);
  return step;
};

describe('what a firm could earn next', () => {
  it('says gap, points, score and rank after, most points first', () => {
    expect([...ctx.totals.score]).toEqual([14, 23, 9, 20]);
    const { steps, rank, score, full } = nextSteps(ctx, {}, 0);
    expect([score, rank, full]).toEqual([14, 3, 0]);
    expect(steps.map(({ id }) => id)).toEqual(['rd', 'staff']);
    const rd = reachOf(ctx, 0, 'rd');
    // 6 % → 10 %: 5 points of 10 more, of weight 20: 10; 24 is above 23.
    expect([rd.target, rd.points, rd.after]).toEqual([0.1, 10, { score: 24, gained: 10, rank: 1, status: 'ranked' }]);
    expect(rd.gap).toBeCloseTo(0.04, 12);
    // 40 → 100 people: 6 more, 20: shares rank 2 with firm 3.
    expect(reachOf(ctx, 0, 'staff').after).toEqual({ score: 20, gained: 6, rank: 2, status: 'ranked' });
  });
  it('says what each field alone would have to become', () => {
    const { fields } = reachOf(ctx, 0, 'rd');
    expect(fields.map(({ field, now, to, also }) => [field, now, Math.round(to), also])).toEqual([
      ['rd_expense', 6e6, 10e6, []],
      ['revenue', 100e6, 60e6, []],
    ]);
    expect(fields[0]!.after).toEqual({ score: 24, gained: 10, rank: 1, status: 'ranked' });
  });
  it('counts the rank within the segment', () => {
    expect(reachOf(ctx, 2, 'rd').after).toMatchObject({ score: 19, rank: 3 });
    expect(reachOf(ctx, 2, 'rd', { industry: '芯' }).after).toMatchObject({ score: 19, rank: 2 });
  });
  it('counts what has all its points and what has no weight apart', () => {
    const { steps, full } = nextSteps(scored(panel, schemeWith({ indicators: [intensity, { ...staff, weight: 0 }] })), {}, 1);
    expect([steps, full]).toEqual([[], 1]);
  });
  it('moves every indicator that reads the field, and says which', () => {
    const also = scored(
      panel,
      schemeWith({
        indicators: [intensity, { ...plain('size', { formula: 'rd_expense' }), rule: { is: 'linear', unit: '万元', from: 0, to: 2000 } }],
      }),
    );
    const rd = reachOf(also, 0, 'rd');
    // The indicator alone: 13 → 23. The field moved: 1000 of 2000 万元 give 5 instead of 3 as well.
    expect([rd.after.score, rd.fields[0]!.after.score, rd.fields[0]!.also]).toEqual([23, 25, [{ zh: 'size', en: 'size' }]]);
  });
  it('leaves relative rules as they are and says so', () => {
    const relative = scored(
      panel,
      schemeWith({ indicators: [intensity, plain('place', { formula: 'rd_expense', rule: { is: 'percentile' } })] }),
    );
    expect(stepOf(relative, 0, 'place')).toEqual({ is: 'others' });
    const [move] = reachOf(relative, 0, 'rd').fields;
    expect([move!.held, move!.after.gained]).toEqual([[{ zh: 'place', en: 'place' }], 10]);
  });
  it('stops at the cap', () => {
    const capped = scored(panel, schemeWith({ indicators: [intensity, staff], cap: 18 }));
    expect(reachOf(capped, 0, 'rd').after).toEqual({ score: 18, gained: 4, rank: 1, status: 'ranked' });
  });
  it('takes deductions off before and after', () => {
    const fined = scored(
      panel,
      schemeWith({ indicators: [intensity, staff], deductions: [{ id: 'd', formula: 'employees < 50', points: 3 }] }),
    );
    const [move] = reachOf(fined, 0, 'staff').fields;
    // 14 − 3 = 11; with 100 people no fine is left: 20.
    expect([reachOf(fined, 0, 'staff').after.score, move!.after.score]).toEqual([17, 20]);
  });
  it('takes the weight of the stage, and says when a field would change it', () => {
    const staged = scored(
      panel,
      schemeWith({
        stages: [
          { id: 'small', when: 'employees < 60' },
          { id: 'large', when: 'true' },
        ],
        indicators: [
          { ...intensity, weight: { small: 40, large: 10 } },
          { ...staff, weight: { small: 10, large: 30 } },
        ],
      }),
    );
    // Small: 0.5 × 40 + 0.4 × 10 = 24. Full marks in R&D: 44. With 100 people large: 0.5 × 10 + 30 = 35.
    expect(staged.totals.score[0]).toBe(24);
    expect(reachOf(staged, 0, 'rd').after.score).toBe(44);
    const people = reachOf(staged, 0, 'staff');
    expect([people.after.score, people.fields[0]!.after.score, people.fields[0]!.stage]).toEqual([30, 35, { zh: 'large', en: 'large' }]);
    // In a board of that stage it would no longer stand.
    expect(reachOf(staged, 0, 'staff', { stage: 'small' }).fields[0]!.after.rank).toBeNull();
  });
  it('shares out what a skipped value would weigh', () => {
    const gap = panelOf({ a: [4, 1], b: [null, 1] });
    const skipping = scored(
      gap,
      schemeWith({ indicators: [plain('a', { rule: { is: 'linear', from: 0, to: 10 } }), plain('b', { missing: 'skip' })] }),
    );
    expect(reachOf(skipping, 0, 'a').after).toMatchObject({ score: 20, gained: 12 });
    expect(stepOf(skipping, 0, 'b')).toEqual({ is: 'missing', reason: 'blank' });
  });
  it('goes down where less is better, people in whole numbers', () => {
    const debt = plain('debt', {
      formula: 'employees / revenue',
      direction: 'less',
      rule: {
        is: 'tiers',
        tiers: [
          { from: null, to: 0.333, points: 10 },
          { from: 0.333, to: null, points: 0 },
        ],
      },
    });
    const found = reachOf(scored(panelOf({ employees: [40], revenue: [100] }), schemeWith({ indicators: [debt] })), 0, 'debt');
    expect([found.strict, found.fields[0]!.field, found.fields[0]!.to]).toEqual([true, 'employees', 33]);
  });
  it('of a negative denominator says what really earns the points when it is put in', () => {
    const turned = schemeWith({ indicators: [{ ...intensity, formula: 'a / b' }] });
    const found = reachOf(scored(panelOf({ a: [-6], b: [-100] }), turned), 0, 'rd');
    // −6 ÷ −100 is 6 %: 10 % takes more loss above, or less of it below.
    expect(found.fields.map(({ field, to }) => [field, Number(to.toFixed(6))])).toEqual([
      ['a', -10],
      ['b', -60],
    ]);
    expect(scored(panelOf({ a: [-10], b: [-100] }), turned).totals.score[0]).toBe(20);
    expect(scored(panelOf({ a: [-6], b: [-60] }), turned).totals.score[0]).toBe(20);
  });
  it('says nothing of a figure that cannot be: money spent below zero', () => {
    const loss = scored(panelOf({ rd_expense: [5], revenue: [-100] }), schemeWith({ indicators: [intensity] }));
    expect(reachOf(loss, 0, 'rd').fields.filter(({ field }) => field === 'rd_expense')).toEqual([]);
  });
  it('offers each way of a best-of, measured against the one that counts', () => {
    const best = {
      id: 'best',
      of: 10,
      rule: {
        is: 'best-of',
        options: [
          { id: 'x', name: { zh: '甲', en: 'x' }, formula: 'a', rule: { is: 'per-unit', perUnit: 1, cap: 10 } },
          { id: 'y', name: { zh: '乙', en: 'y' }, formula: 'b', rule: intensity.rule },
        ],
      },
    };
    const { steps } = nextSteps(scored(panelOf({ a: [7, 1], b: [0.01, null] }), schemeWith({ indicators: [best] })), {}, 0);
    expect(
      steps.map(({ option, step }) => [option?.en, step.is === 'reach' && step.target, step.is === 'reach' && step.after.score]),
    ).toEqual([
      ['y', 0.1, 10],
      ['x', 8, 8],
    ]);
  });
  it('a flag is met', () => {
    const flagged = scored(
      panelOf({ flag_a: [false, true] }),
      schemeWith({ indicators: [{ id: 'f', formula: 'flag_a', rule: { is: 'flag' }, of: 5 }] }),
    );
    expect(stepOf(flagged, 0, 'f')).toEqual({ is: 'meet', points: 5, after: { score: 5, gained: 5, rank: 1, status: 'ranked' } });
  });
  it('a firm out of the ranking has a score after, and a rank where it would have one', () => {
    const gated = scored(panel, schemeWith({ indicators: [intensity, staff], vetoes: [{ id: 'v', formula: 'employees < 50' }] }));
    const people = reachOf(gated, 0, 'staff');
    expect([people.after.rank, people.after.status, people.fields[0]!.after.rank, people.fields[0]!.after.status]).toEqual([
      null,
      'vetoed',
      1,
      'ranked',
    ]);
  });
});

describe('one firm worked out alone', () => {
  it('is what the whole panel says of it, whatever the data', () => {
    const cell = fc.option(fc.integer({ min: 0, max: 200 }), { freq: 4, nil: null });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell, cell), { minLength: 2, maxLength: 6 }),
        fc.constantFrom('zero', 'skip'),
        (list, missing) => {
          const any = panelOf({ rd_expense: list.map(([x]) => x), revenue: list.map(([, x]) => x), employees: list.map(([, , x]) => x) });
          const of = scored(
            any,
            schemeWith({
              indicators: [
                { ...intensity, missing },
                { ...staff, missing },
                plain('p', { formula: 'rd_expense', rule: { is: 'percentile' }, missing }),
              ],
              deductions: [{ id: 'd', formula: 'employees < 50', points: 3 }],
              cap: 25,
            }),
          );
          for (let row = 0; row < any.rows; row++) {
            expect(totalOf(of, row, oneFirm(any, row)).totals.score[0]).toBeCloseTo(of.totals.score[row]!, 12);
            expect(totalWith(of, row, new Map()).totals.score[0]).toBeCloseTo(of.totals.score[row]!, 12);
          }
        },
      ),
    );
  });
  it('takes a figure that is a number only', () => {
    expect(() => withFigure(oneFirm(panel, 0), 'industry', 1)).toThrow('industry is no number');
  });
});
