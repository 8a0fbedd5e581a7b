import { describe, expect, it } from 'vitest';
import { rankPanel, type Ranked } from '../../../scoring/board/context';
import { conditionHits } from '../../../scoring/board/hits';
import { studyIndicator } from '../../../scoring/board/study';
import { studyBins } from '../../../scoring/board/study-bins';
import { evaluateScheme } from '../../../scoring/evaluate';
import type { Panel } from '../../../scoring/panel';
import type { Scheme } from '../../../scoring/scheme/format';
import { total } from '../../../scoring/total';
import { weightsOf } from '../../../scoring/weights/given';
import { panelOf } from '../panel-of';
import { schemeWith } from '../schemes';
import { SETTING } from './literal-board';

const ASK = { indicator: 'a', option: null, year: 2024, segment: {} };

function ranked(panel: Panel, scheme: Scheme): Ranked {
  const evaluated = evaluateScheme(panel, scheme);
  const weights = weightsOf(scheme);
  return rankPanel(panel, scheme, evaluated, total(evaluated, weights), { ...SETTING, weights });
}
const tiers = (edge: number): Scheme =>
  schemeWith({
    indicators: [
      {
        id: 'a',
        formula: 'rd_expense / revenue',
        of: 10,
        rule: {
          is: 'tiers',
          unit: '%',
          tiers: [
            { from: edge, to: null, points: 10 },
            { from: null, to: edge, points: 2 },
          ],
        },
      },
    ],
  });
// 4 %, 10 %, 12 %, 20 %, 0 %, and one without revenue.
const panel = panelOf({ rd_expense: [4, 10, 12, 20, 0, 5], revenue: [100, 100, 100, 100, 100, null] });

describe('studyIndicator', () => {
  const now = ranked(panel, tiers(12));
  const before = ranked(panel, tiers(10));
  const study = studyIndicator(now, before, ASK)!;

  it('counts who has a value, who has none and why, and who stands at zero', () => {
    expect([study.firms, study.present, study.zero, study.missing]).toEqual([6, 5, 1, [{ reason: 'blank', count: 1 }]]);
  });
  it('counts the firms of each tier, now and before', () => {
    expect(study.tiers).toEqual({ now: [2, 3], before: [3, 2] });
  });
  it('figures are in the unit of the rule', () => {
    expect([study.unit, study.median]).toEqual(['%', 10]);
  });
  it('names who crosses, with points before and after', () => {
    expect(study.moved).toEqual({ up: 0, down: 1, listed: [{ firm: 'F1', name: 'F1', value: 10, before: 10, after: 2 }] });
    expect(study.earned).toEqual({ now: 26, before: 34 });
  });
  it('there is none of an indicator the scheme does not have', () => {
    expect(studyIndicator(now, before, { ...ASK, indicator: 'none' })).toBeNull();
  });
  it('an indicator new in this version moves everybody who earns by it', () => {
    const without = ranked(
      panel,
      schemeWith({ indicators: [{ id: 'b', formula: 'revenue', of: 1, rule: { is: 'linear', unit: '元', from: 0, to: 1 } }] }),
    );
    expect(studyIndicator(now, without, ASK)!.moved.up).toBe(5);
  });
  it('an option of a best-of is looked at as if it stood alone', () => {
    const best = schemeWith({
      indicators: [
        {
          id: 'a',
          of: 10,
          rule: {
            is: 'best-of',
            options: [
              { id: 'o', name: { zh: '一', en: 'One' }, formula: 'revenue', rule: { is: 'linear', unit: '元', from: 0, to: 100 } },
              { id: 'p', name: { zh: '二', en: 'Two' }, formula: 'rd_expense', rule: { is: 'linear', unit: '元', from: 0, to: 20 } },
            ],
          },
        },
      ],
    });
    const both = ranked(panel, best);
    expect(studyIndicator(both, both, { ...ASK, option: 'p' })!.earned.now).toBe(2 + 5 + 6 + 10 + 2.5);
  });
  it('an option that is new is held against what the indicator earned without it', () => {
    const option = (id: string, to: number) => ({
      id,
      name: { zh: id, en: id },
      formula: 'rd_expense',
      rule: { is: 'linear', unit: '元', from: 0, to },
    });
    const best = (...options: object[]) => schemeWith({ indicators: [{ id: 'a', rule: { is: 'best-of', options }, of: 10 }] });
    const before = ranked(panel, best(option('o', 100)));
    const copied = studyIndicator(ranked(panel, best(option('o', 100), option('p', 100))), before, { ...ASK, option: 'p' })!;
    expect([copied.moved, copied.earned.now]).toEqual([{ up: 0, down: 0, listed: [] }, copied.earned.before]);
    // With half the reach it gives twice the points, and wins wherever there are any.
    const easier = studyIndicator(ranked(panel, best(option('o', 100), option('p', 50))), before, { ...ASK, option: 'p' })!;
    expect(easier.earned.before).toBe(copied.earned.now);
    expect(easier.moved.listed.every(({ before: was, after }) => was !== null && after === Math.min(10, 2 * was))).toBe(true);
    // Of 4, 10, 12, 20, 0 and 5 all but the 0.
    expect([easier.moved.up, easier.earned.now]).toEqual([5, 2 * copied.earned.now]);
  });
  it('draws the curve of a rule that a figure alone decides, and none of one that depends on the others', () => {
    const linear = ranked(
      panel,
      schemeWith({ indicators: [{ id: 'a', formula: 'revenue', of: 10, rule: { is: 'linear', unit: '元', from: 0, to: 200 } }] }),
    );
    const { curve } = studyIndicator(linear, linear, ASK)!;
    expect([curve[0], curve.at(-1)]).toEqual([
      { value: 0, points: 0 },
      { value: 200, points: 10 },
    ]);
    const relative = ranked(panel, schemeWith({ indicators: [{ id: 'a', formula: 'revenue', of: 10, rule: { is: 'percentile' } }] }));
    expect(studyIndicator(relative, relative, ASK)!.curve).toEqual([]);
  });
});

describe('studyBins', () => {
  const bins = (figures: number[], edges: number[] = [], isLog = false) => studyBins(Float64Array.from(figures), edges, isLog);
  it.each([
    [[]],
    [[3]],
    [[3, 3, 3]],
    [[0, 0]],
    [[-5, -1]],
    [[1e13, 1e13]],
    [[5e-324, 1e-320]],
    [[1e308]],
    [[5e307, 1.5e308]],
    [[-1.5e308, 0, 1.5e308]],
  ])('%j has one bin or more, and loses nobody', (figures) => {
    const found = bins(figures);
    expect(found.bins.reduce((sum, { count }) => sum + count, 0) + found.below + found.above).toBe(figures.length);
    expect(found.high).toBeGreaterThan(found.low);
  });
  it('an edge belongs to the bin on its right, the last edge closes the last bin', () => {
    // IQR 2, n 5: 2 · 2 ÷ ∛5 = 2.34, rounded up to 5.
    expect(bins([0, 1, 2, 3, 5]).bins).toEqual([{ from: 0, to: 5, count: 5 }]);
    expect(bins([0, 1, 2, 3, 5, 10]).bins.map(({ from, count }) => [from, count])).toEqual([
      [0, 4],
      [5, 2],
    ]);
  });
  it('every bound of the rule is inside the picture', () => {
    const { low, high } = bins([1, 2, 3], [0, 40]);
    expect([low <= 0, high >= 40]).toEqual([true, true]);
  });
  it('edges are round: 0.1 + 0.2 is 0.3', () => {
    const { bins: found } = bins(Array.from({ length: 1000 }, (_, at) => at / 1000));
    expect(found.map(({ from }) => from)).toContain(0.3);
  });
  it('on a logarithm the bins widen', () => {
    const { bins: found } = bins([1, 10, 100, 1000], [], true);
    expect(found.at(-1)!.to - found.at(-1)!.from).toBeGreaterThan(10 * (found[0]!.to - found[0]!.from));
  });
});

it('conditionHits names whom a gate keeps out, a veto takes out, a deduction costs points and a shortcut lets pass, and counts the unknown', () => {
  const given = panelOf({ flag_a: [true, false, null, true], penalties: [0, 2, null, 5] });
  const scheme = schemeWith({
    indicators: [{ id: 'a', formula: 'penalties', of: 10, rule: { is: 'per-unit', perUnit: 1 } }],
    gates: [{ id: 'g1', formula: 'flag_a' }],
    vetoes: [{ id: 'v1', formula: 'penalties > 4' }],
    deductions: [{ id: 'd1', formula: 'penalties', perUnit: 2, cap: 6 }],
    pass: { anyOf: [{ id: 's1', name: { zh: '捷径', en: 'Shortcut' }, formula: 'flag_a' }] },
  });
  const found = conditionHits(ranked(given, scheme), {}, 2024);
  expect(found.map(({ is, hit, unknown, points, listed }) => [is, hit, unknown, points, listed.map(({ firm }) => firm)])).toEqual([
    ['gates', 1, 1, 0, ['F1']],
    ['vetoes', 1, 1, 0, ['F3']],
    ['deductions', 2, 1, 10, expect.arrayContaining(['F1', 'F3'])],
    ['shortcuts', 2, 1, 0, expect.arrayContaining(['F0', 'F3'])],
  ]);
});
