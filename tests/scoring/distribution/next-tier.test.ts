import { describe, expect, it } from 'vitest';
import type { MeasureId } from '../../../scoring/distribution/format';
import { nextTierOf } from '../../../scoring/distribution/next-tier';
import { scored } from '../compare/given';
import { panelOf } from '../panel-of';
import { schemeWith } from '../schemes';

/** In per cent: below 5 nothing, from 5 on 5 points, from 10 on 10. */
const rule = {
  is: 'tiers',
  unit: '%',
  tiers: [
    { from: null, to: 5, points: 0 },
    { from: 5, to: 10, points: 5 },
    { from: 10, to: null, points: 10 },
  ],
};
const intensity = { id: 'rd', name: { zh: '研发占比', en: 'R&D share' }, formula: 'rd_expense / revenue', of: 10, unit: '%', rule };
const staff = { id: 'staff', formula: 'employees', of: 10, rule: { is: 'linear', from: 0, to: 100 } };
/** R&D 6 %, 12 %, not known. */
const panel = panelOf({ rd_expense: [6e6, 12e6, null], revenue: [100e6, 100e6, 100e6], employees: [40, 30, 90] });
const ctx = scored(panel, schemeWith({ indicators: [intensity, staff] }));
const next = (measure: MeasureId, row: number, of = ctx) => nextTierOf(of, measure)(row);

describe('the next tier of a firm', () => {
  it.each<MeasureId>(['figure:rd', 'points:rd', 'formula:rd_expense/revenue'])('is that of the indicator behind %s', (measure) => {
    const found = next(measure, 0);
    if (found?.is !== 'tier') throw new Error('there is a next tier');
    // 6 % → 10 %: 4 points of a per cent, 5 points of the indicator more.
    expect([found.threshold, found.points, found.strict, found.indicator.zh]).toEqual([0.1, 5, false, '研发占比']);
    expect(found.gap).toBeCloseTo(0.04, 12);
    expect(found.of.kind).toBe('ratio');
  });
  it('is none in the best tier, and that is said', () => {
    expect(next('figure:rd', 1)).toEqual({ is: 'full', indicator: { zh: '研发占比', en: 'R&D share' } });
  });
  it('is not known without a value', () => {
    expect(next('figure:rd', 2)).toBeNull();
  });
  it.each<MeasureId>(['figure:staff', 'score', 'field:revenue', 'formula:revenue / rd_expense'])(
    'is none of %s, which no tiers are of',
    (id) => {
      expect(next(id, 0)).toBeNull();
    },
  );
  it('is found by a formula that is one way of several, and counts from the points of the best way', () => {
    const either = {
      id: 'either',
      of: 10,
      rule: {
        is: 'best-of',
        options: [
          { id: 'rd', name: { zh: '占比', en: 'share' }, formula: 'rd_expense / revenue', rule },
          { id: 'people', name: { zh: '人', en: 'people' }, formula: 'employees', rule: { is: 'linear', from: 0, to: 100 } },
        ],
      },
    };
    const several = scored(panel, schemeWith({ indicators: [either] }));
    // 6 % earns 5 points, 40 people earn 4.
    expect(next('formula:rd_expense / revenue', 0, several)).toMatchObject({ is: 'tier', threshold: 0.1, points: 5 });
    expect(next('points:either', 0, several)).toBeNull();
  });
  it('passes over an indicator that does not weigh in the stage of the firm', () => {
    const silent = scored(panel, schemeWith({ indicators: [{ ...intensity, weight: 0 }, staff] }));
    expect(next('figure:rd', 0, silent)).toBeNull();
  });
});
