import { describe, expect, it } from 'vitest';
import { scorePanel } from '../../scoring/board/score-panel';
import { makeSheet } from '../../scoring/board/sheet';
import { makeBoard } from '../../scoring/board/slice';
import { REASONS } from '../../scoring/column';
import { evaluateScheme } from '../../scoring/evaluate';
import { isAdditive } from '../../scoring/mean';
import { passVerdicts } from '../../scoring/pass';
import type { Panel } from '../../scoring/panel';
import type { Mean, Scheme } from '../../scoring/scheme/format';
import { STATUSES, VERDICT, type Totals } from '../../scoring/scored';
import { total } from '../../scoring/total';
import { weightsOf } from '../../scoring/weights/given';
import { panelOf } from './panel-of';
import expected from './rules/expected.json';
import { schemeWith } from './schemes';

const each = (id: string, weight: number, more: Readonly<Record<string, unknown>> = {}) => ({
  id,
  formula: id,
  rule: { is: 'linear', from: 0, to: 1 },
  of: 10,
  weight,
  ...more,
});
const totalOf = (panel: Panel, scheme: Scheme): Totals => total(evaluateScheme(panel, scheme), weightsOf(scheme));
const geometric = { is: 'geometric', floor: 0.01 } as const;
const HALVES = { a: [0.25, 0], b: [1, 1] };

describe('a group by a mean of its indicators’ shares', () => {
  it.each<[Mean, number]>([
    [{ is: 'geometric', floor: 0.01 }, expected.geometric],
    [{ is: 'harmonic', floor: 0.01 }, expected.harmonic],
    [{ is: 'power', power: 2, floor: 0 }, expected.power],
    [{ is: 'arithmetic' }, 0.9 * 30 + 0.35 * 10 + 0.6 * 20],
    [{ is: 'power', power: 1, floor: 0 }, 0.9 * 30 + 0.35 * 10 + 0.6 * 20],
    [{ is: 'power', power: -1, floor: 0.01 }, expected.harmonic],
  ])('%j of 0.9, 0.35 and 0.6 with weights 30, 10 and 20 is as SciPy has it', (indicators, wanted) => {
    const scheme = schemeWith({ means: { indicators }, indicators: [each('a', 30), each('b', 10), each('c', 20)] });
    const { groups, base, score } = totalOf(panelOf({ a: [0.9], b: [0.35], c: [0.6] }), scheme);
    for (const found of [groups[0]!, base, score]) expect(found[0]).toBeCloseTo(wanted, 10);
  });
  it('of equal shares is that share, whatever the mean', () => {
    for (const is of ['geometric', 'harmonic']) {
      const scheme = schemeWith({ means: { indicators: { is, floor: 0.01 } }, indicators: [each('a', 30), each('b', 10)] });
      expect(totalOf(panelOf({ a: [0.5], b: [0.5] }), scheme).score[0]).toBeCloseTo(20, 12);
    }
  });
  it('counts a zero as the floor, which the scheme states', () => {
    const of = (floor: number): Totals =>
      totalOf(
        panelOf(HALVES),
        schemeWith({ means: { indicators: { is: 'geometric', floor } }, indicators: [each('a', 50), each('b', 50)] }),
      );
    // √(0.25 × 1) and √(0.01 × 1), √(0.04 × 1).
    expect(of(0.01).score[0]).toBeCloseTo(50, 12);
    expect(of(0.01).score[1]).toBeCloseTo(10, 12);
    expect(of(0.04).score[1]).toBeCloseTo(20, 12);
  });
  it('lets an uncapped share above 1 count', () => {
    const scheme = schemeWith({
      means: { indicators: geometric },
      indicators: [each('a', 50, { rule: { is: 'per-unit', perUnit: 10 } }), each('b', 50)],
    });
    expect(totalOf(panelOf({ a: [4], b: [1] }), scheme).score[0]).toBeCloseTo(200, 10);
  });
  it('leaves an indicator of weight 0 out, whatever it earns', () => {
    const scheme = schemeWith({ means: { indicators: { is: 'harmonic', floor: 0.01 } }, indicators: [each('a', 0), each('b', 50)] });
    expect([...totalOf(panelOf({ a: [0, null], b: [0.5, 0.5] }), scheme).score]).toEqual([25, 25]);
    const nothing = schemeWith({ means: { indicators: geometric, groups: geometric }, indicators: [each('a', 0)] });
    expect([...totalOf(panelOf({ a: [1, null] }), nothing).score]).toEqual([0, 0]);
  });
  it('takes the weights of the row’s stage; a bonus is always added up', () => {
    const scheme = schemeWith({
      stages: [
        { id: 'young', when: 'age2 < 5' },
        { id: 'old', when: 'true' },
      ],
      groups: [{ id: 'g' }, { id: 'x', kind: 'bonus' }],
      means: { indicators: geometric },
      indicators: [
        each('a', 0, { weight: { young: 100, old: 50 } }),
        each('b', 0, { weight: { young: 0, old: 50 } }),
        each('c', 4, { group: 'x' }),
        each('d', 4, { group: 'x' }),
      ],
    });
    const { base, bonus } = totalOf(panelOf({ a: [0.25, 0.25], b: [1, 1], c: [0.5, 0.5], d: [0, 0], age2: [1, 9] }), scheme);
    expect(base[0]).toBeCloseTo(25, 12);
    expect(base[1]).toBeCloseTo(50, 12);
    expect([...bonus]).toEqual([2, 2]);
  });
});

describe('missing in a mean', () => {
  const panel = panelOf({ a: [0.25, null, null], b: [1, 1, null] });
  const of = (missing: string): Totals =>
    totalOf(panel, schemeWith({ means: { indicators: geometric }, indicators: [each('a', 50, { missing }), each('b', 50, { missing })] }));
  it('with policy zero stands at the floor, and has lost what full marks in it would add', () => {
    const { groups, lost, coverage } = of('zero');
    // √(0.01 × 1) × 100 = 10, with full marks 100; of nothing 1, of full marks 100.
    expect(groups[0]![1]).toBeCloseTo(10, 12);
    expect(lost[0]![1]).toBeCloseTo(90, 12);
    expect(groups[0]![2]).toBeCloseTo(1, 12);
    expect(lost[0]![2]).toBeCloseTo(99, 12);
    expect(lost[0]![0]).toBe(0);
    expect([...coverage]).toEqual([1, 0.5, 0]);
  });
  it('with policy skip is left out, what is present carries the whole weight; of nothing nothing is earned', () => {
    const { groups, lost } = of('skip');
    expect(groups[0]![0]).toBeCloseTo(50, 12);
    expect([groups[0]![1], groups[0]![2]]).toEqual([100, 0]);
    expect([...lost[0]!]).toEqual([0, 0, 100]);
  });
  it('with policy fail leaves no score', () => {
    const { score, status } = of('fail');
    expect(Array.from(status, (code) => STATUSES[code])).toEqual(['ranked', 'failed', 'failed']);
    expect([score[1], score[2]]).toEqual([NaN, NaN]);
  });
  it('that is nobody’s gap, since a rule separates nobody, takes the weight out', () => {
    const scheme = schemeWith({
      means: { indicators: geometric },
      indicators: [each('a', 50, { rule: { is: 'ratio' } }), each('b', 50)],
    });
    const { score, lost, coverage } = totalOf(panelOf({ a: [0, 3], b: [0.5, 0.25] }), scheme);
    expect([...score]).toEqual([25, 12.5]);
    expect([...lost[0]!]).toEqual([0, 0]);
    expect([...coverage]).toEqual([1, 1]);
  });
});

describe('the base by a mean of its groups', () => {
  const groups = [{ id: 'g' }, { id: 'h' }, { id: 'x', kind: 'bonus' }];
  const scheme = (more: Readonly<Record<string, unknown>> = {}): Scheme =>
    schemeWith({
      groups,
      means: { groups: geometric },
      indicators: [each('a', 50), each('b', 50, { group: 'h' }), each('c', 5, { group: 'x' })],
      ...more,
    });
  it('is what all can reach times the mean of earned ÷ reach; deduction and bonus come after', () => {
    const { base, score, groups: parts } = totalOf(panelOf({ ...HALVES, c: [1, 0] }), scheme());
    expect(base[0]).toBeCloseTo(50, 12);
    expect(base[1]).toBeCloseTo(10, 12);
    expect(score[0]).toBeCloseTo(55, 12);
    expect([parts[0]![0], parts[1]![0]]).toEqual([12.5, 50]);
  });
  it('leaves a group out that nobody can earn in', () => {
    const flat = scheme({
      indicators: [each('a', 50, { rule: { is: 'min-max' } }), each('b', 50, { group: 'h' }), each('c', 5, { group: 'x' })],
    });
    const { base } = totalOf(panelOf({ a: [3, 3], b: [0.5, 0.25], c: [0, 0] }), flat);
    expect(base[0]).toBeCloseTo(25, 12);
    expect(base[1]).toBeCloseTo(12.5, 12);
  });
  it('is unknown to pass, not failed, where what is missing could lift it over the line', () => {
    const lined = (line: number): number => {
      const judged = scheme({ pass: { total: line } });
      const panel = panelOf({ a: [null], b: [1], c: [0] });
      const evaluated = evaluateScheme(panel, judged);
      return passVerdicts(panel, evaluated, total(evaluated, weightsOf(judged)))![0]!;
    };
    // Now √(0.01) of 100; with full marks in a, 100.
    expect([lined(10), lined(60), lined(100), lined(100.1)]).toEqual([VERDICT.yes, VERDICT.unknown, VERDICT.unknown, VERDICT.no]);
  });
});

describe('a total run again for some indicators only', () => {
  it('has the same bits as a whole one', () => {
    const scheme = schemeWith({
      groups: [{ id: 'g' }, { id: 'h' }],
      means: { indicators: geometric, groups: { is: 'harmonic', floor: 0.02 } },
      indicators: [each('a', 30), each('b', 20), each('c', 50, { group: 'h' })],
    });
    const evaluated = evaluateScheme(panelOf({ a: [0.3, null, 0.9], b: [0.5, 0.2, null], c: [0.7, 0.1, 0] }), scheme);
    const before = total(evaluated, weightsOf(scheme));
    const weights = weightsOf(scheme, { b: 35 });
    expect(total(evaluated, weights, { totals: before, changed: 1 })).toEqual(total(evaluated, weights));
  });
});

describe('a group with too little of its weight present', () => {
  const scheme = schemeWith({
    groups: [{ id: 'g' }, { id: 'x', kind: 'bonus' }],
    minimumGroupCoverage: 2 / 3,
    indicators: [each('a', 20), each('b', 10), each('c', 5, { group: 'x' })],
  });
  it('is incomplete by weight, not by number: the row is insufficient data, its score still shown; at the threshold it is not; a bonus never is', () => {
    const { status, score } = totalOf(panelOf({ a: [null, 1, 1], b: [1, null, 1], c: [null, null, null] }), scheme);
    expect(Array.from(status, (code) => STATUSES[code])).toEqual(['insufficient_data', 'ranked', 'ranked']);
    expect([...score]).toEqual([10, 20, 30]);
  });
  it('asks nothing of what does not apply', () => {
    const flat = schemeWith({
      minimumGroupCoverage: 1,
      indicators: [each('a', 20, { rule: { is: 'min-max' } }), each('b', 10)],
    });
    expect([...totalOf(panelOf({ a: [3, 3], b: [1, null] }), flat).status]).toEqual([
      STATUSES.indexOf('ranked'),
      STATUSES.indexOf('insufficient_data'),
    ]);
  });
});

it('only a scheme without means is a plain sum', () => {
  expect(isAdditive({})).toBe(true);
  expect(isAdditive({ means: { indicators: { is: 'arithmetic' } } })).toBe(true);
  expect(isAdditive({ means: { groups: { is: 'power', power: 2, floor: 0 } } })).toBe(false);
});

describe('a sheet of means', () => {
  const scheme = schemeWith({
    groups: [{ id: 'g' }, { id: 'h' }],
    means: { indicators: geometric, groups: geometric },
    minimumGroupCoverage: 0.7,
    indicators: [each('a', 30), each('b', 30), each('c', 40, { group: 'h' })],
  });
  const panel = panelOf({ a: [null, 0.25], b: [1, 1], c: [0.5, 0] });
  const ranked = scorePanel(panel, scheme, {
    schemeHash: 'a'.repeat(64),
    nameOf: (field) => ({ zh: field, en: field }),
    format: (_, value) => String(value),
  });
  it.each([0, 1])('has contributions that add up to their group, row %i', (row) => {
    const { groups, indicators, base, means } = makeSheet(ranked, row, {});
    for (const group of groups) {
      const sum = (of: 'contribution' | 'lost'): number =>
        indicators.reduce((so, indicator) => (indicator.group === group.id ? so + indicator[of] : so), 0);
      expect(sum('contribution')).toBeCloseTo(group.earned, 10);
      expect(sum('lost')).toBeCloseTo(group.lost, 10);
    }
    expect(base).toBeCloseTo(100 * (groups[0]!.earned / 60) ** 0.6 * Math.max(0.01, groups[1]!.earned / 40) ** 0.4, 10);
    expect(means).toEqual(scheme.means);
  });
  it('names the group that is incomplete, with both shares', () => {
    const { groups, status } = makeSheet(ranked, 0, {});
    expect(status).toBe('insufficient_data');
    expect(groups.map(({ incomplete }) => incomplete)).toEqual([{ present: 0.5, least: 0.7 }, undefined]);
  });
  it('belongs to a board that says so', () => {
    const ask = { year: 2024, segment: {}, search: '', sort: { key: 'rank', down: false }, offset: 0, count: 9, fields: [] } as const;
    expect(makeBoard(ranked, ask).means).toEqual(scheme.means);
  });
});

it('a value beyond all numbers is out of every comparison, with its reason', () => {
  const scheme = schemeWith({ indicators: [{ id: 'a', formula: 'a * a', rule: { is: 'ratio' }, of: 10 }] });
  const { points, reasons } = evaluateScheme(panelOf({ a: [1e200, 1, 2] }), scheme).indicators[0]!;
  expect([REASONS[reasons[0]!], points[1], points[2]]).toEqual(['not_finite', 2.5, 10]);
});
