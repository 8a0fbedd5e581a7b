import { describe, expect, it } from 'vitest';
import { REASON } from '../../scoring/column';
import { evaluateScheme, reEvaluate } from '../../scoring/evaluate';
import type { Panel } from '../../scoring/panel';
import type { Scheme } from '../../scoring/scheme/format';
import { STATUSES, VERDICT, type Evaluated, type Totals } from '../../scoring/scored';
import { total } from '../../scoring/total';
import { fullMarks, weightsOf, type DraftWeights } from '../../scoring/weights/given';
import { panelOf } from './panel-of';
import { schemeWith } from './schemes';

const each = (id: string, more: Readonly<Record<string, unknown>> = {}) => ({
  id,
  formula: id,
  rule: { is: 'per-unit', perUnit: 1 },
  of: 10,
  ...more,
});
const totalOf = (panel: Panel, scheme: Scheme, draft?: DraftWeights): Totals =>
  total(evaluateScheme(panel, scheme), weightsOf(scheme, draft));
const statusOf = ({ status }: Totals): string[] => Array.from(status, (code) => STATUSES[code]!);

describe('contribution', () => {
  it('is points ÷ of × weight; without a weight, the points', () => {
    const scheme = schemeWith({ indicators: [each('a'), each('b', { of: 4, weight: 20 })] });
    const { groups, base, score } = totalOf(panelOf({ a: [7, 0], b: [3, 4] }), scheme);
    expect([...groups[0]!]).toEqual([22, 20]);
    expect([...base]).toEqual([22, 20]);
    expect([...score]).toEqual([22, 20]);
  });
  it('of an uncapped per-unit rule may exceed the weight', () => {
    expect([...totalOf(panelOf({ a: [25] }), schemeWith({ indicators: [each('a')] })).score]).toEqual([25]);
  });
  it('takes the weight of the row’s stage', () => {
    const scheme = schemeWith({
      stages: [
        { id: 'young', when: 'age2 < 5' },
        { id: 'old', when: 'true' },
      ],
      indicators: [each('a', { weight: { young: 100, old: 50 } })],
    });
    expect([...totalOf(panelOf({ a: [5, 5], age2: [1, 9] }), scheme).score]).toEqual([50, 25]);
  });
  it('follows a draft, which may speak of one stage only', () => {
    const scheme = schemeWith({
      stages: [
        { id: 'young', when: 'age2 < 5' },
        { id: 'old', when: 'true' },
      ],
      indicators: [each('a'), each('b', { weight: { young: 1, old: 2 } })],
    });
    expect(weightsOf(scheme)).toEqual([
      [10, 10],
      [1, 2],
    ]);
    expect(weightsOf(scheme, { a: 30, b: { old: 7 } })).toEqual([
      [30, 30],
      [1, 7],
    ]);
    expect(fullMarks(scheme, weightsOf(scheme))).toEqual([11, 12]);
    expect(() => weightsOf(scheme, { a: -1 })).toThrow('weight of a');
  });
});

describe('missing', () => {
  const panel = panelOf({ a: [4, null, null], b: [6, 6, null] });
  it('with policy zero earns nothing and its weight is lost, apart from what is earned poorly', () => {
    const { groups, lost, coverage } = totalOf(panel, schemeWith({ indicators: [each('a', { weight: 30 }), each('b')] }));
    expect([...groups[0]!]).toEqual([18, 6, 0]);
    expect([...lost[0]!]).toEqual([0, 30, 40]);
    expect([...coverage]).toEqual([1, 0.25, 0]);
  });
  it('with policy skip hands its weight to what is present in the group', () => {
    // Row 2: b earned 6 of 10, and carries 30 + 10: 6 × 40 ÷ 10 = 24. Row 3: nothing is left to carry it.
    const { groups, lost } = totalOf(
      panel,
      schemeWith({ indicators: [each('a', { weight: 30, missing: 'skip' }), each('b', { missing: 'skip' })] }),
    );
    expect([...groups[0]!]).toEqual([18, 24, 0]);
    expect([...lost[0]!]).toEqual([0, 0, 40]);
  });
  it('with policy skip beside policy zero shares the lost weight out too', () => {
    // Row 3: a is shared out, so b would have carried 40, all lost.
    const { groups, lost } = totalOf(panel, schemeWith({ indicators: [each('a', { weight: 30, missing: 'skip' }), each('b')] }));
    expect([...groups[0]!]).toEqual([18, 24, 0]);
    expect([...lost[0]!]).toEqual([0, 0, 40]);
  });
  it('with policy fail leaves the row without a score, unless the indicator carries no weight', () => {
    const scheme = schemeWith({ indicators: [each('a', { missing: 'fail' }), each('b')] });
    const totals = totalOf(panel, scheme);
    expect(statusOf(totals)).toEqual(['ranked', 'failed', 'failed']);
    expect([...totals.score]).toEqual([10, NaN, NaN]);
    expect([...totals.groups[0]!]).toEqual([10, 6, 0]);
    expect(statusOf(totalOf(panel, scheme, { a: 0 }))).toEqual(['ranked', 'ranked', 'ranked']);
  });
  it('below the least coverage is insufficient data, the score still shown; at it, not', () => {
    const totals = totalOf(panel, schemeWith({ minimumCoverage: 0.5, indicators: [each('a'), each('b')] }));
    expect(statusOf(totals)).toEqual(['ranked', 'ranked', 'insufficient_data']);
    expect([...totals.score]).toEqual([10, 6, 0]);
  });
  it('of a bonus indicator is lost but is outside coverage', () => {
    const scheme = schemeWith({ groups: [{ id: 'g' }, { id: 'x', kind: 'bonus' }], indicators: [each('b'), each('a', { group: 'x' })] });
    const totals = totalOf(panel, scheme);
    expect([...totals.coverage]).toEqual([1, 1, 0]);
    expect([...totals.bonus]).toEqual([4, 0, 0]);
    expect([...totals.lost[1]!]).toEqual([0, 10, 10]);
  });
  it('where nothing could separate anybody, or the cell does not apply, takes the weight out: not lost, not in coverage', () => {
    const scheme = schemeWith({ indicators: [{ id: 'a', formula: 'a', rule: { is: 'min-max' }, of: 10 }, each('b')] });
    const totals = totalOf(panelOf({ a: [3, 3, null], b: [1, null, 2] }), scheme);
    expect([...totals.lost[0]!]).toEqual([0, 10, 10]);
    expect([...totals.coverage]).toEqual([1, 0, 0.5]);
    const skipping = schemeWith({ indicators: [{ id: 'a', formula: 'a', rule: { is: 'min-max' }, of: 10, missing: 'skip' }, each('b')] });
    expect([...totalOf(panelOf({ a: [3, 3], b: [1, 2] }), skipping).groups[0]!]).toEqual([2, 4]);
  });
  it('is found among more than 32 indicators', () => {
    const ids = Array.from({ length: 70 }, (_, at) => `i${at}`);
    const fields = Object.fromEntries(ids.map((id, at) => [id, [1, at === 40 || at === 69 ? null : 1]]));
    const totals = totalOf(panelOf(fields), schemeWith({ indicators: ids.map((id) => each(id)) }));
    expect([...totals.score]).toEqual([70, 68]);
    expect([...totals.lost[0]!]).toEqual([0, 20]);
    expect([...totals.coverage]).toEqual([1, 68 / 70]);
  });
});

describe('the order base, bonus, deductions, cap, gate, veto', () => {
  const scheme = (more: Readonly<Record<string, unknown>> = {}): Scheme =>
    schemeWith({
      groups: [{ id: 'g' }, { id: 'x', kind: 'bonus' }],
      indicators: [each('a'), each('b', { group: 'x' })],
      deductions: [
        { id: 'd', formula: 'flag_a', points: 8 },
        { id: 'e', formula: 'penalties', perUnit: 5, cap: 10 },
      ],
      deductionCap: 15,
      cap: 20,
      ...more,
    });
  it('takes deductions, each within its cap and all within theirs, before the cap and not below 0', () => {
    const panel = panelOf({ a: [9, 9, 30, 5], b: [3, 3, 5, 0], flag_a: [true, false, false, true], penalties: [1, 7, 1, 9] });
    const totals = totalOf(panel, scheme());
    expect([...totals.deduction]).toEqual([13, 10, 5, 15]);
    // 12 − 13 → 0; 12 − 10; 35 − 5 = 30 → cap 20; 5 − 15 → 0.
    expect([...totals.score]).toEqual([0, 2, 20, 0]);
  });
  it('takes nothing for an unknown deduction, and marks the row', () => {
    const totals = totalOf(panelOf({ a: [9, 9], b: [0, 0], flag_a: [null, true], penalties: [1, 0] }), scheme());
    expect([...totals.deduction]).toEqual([5, 8]);
    expect([...totals.unchecked]).toEqual([1, 0]);
  });
  it('a false gate is not scored, a true veto keeps its score, an unknown one does neither and is marked', () => {
    const panel = panelOf({
      a: [9, 9, 9, 9, 9],
      b: [0, 0, 0, 0, 0],
      flag_a: [false, false, false, false, false],
      penalties: [0, 0, 0, 0, 0],
      employees: [400, 600, 400, null, 600],
      dishonest: [false, false, true, null, true],
    });
    const totals = totalOf(
      panel,
      scheme({ gates: [{ id: 'g', formula: 'employees <= 500' }], vetoes: [{ id: 'v', formula: 'dishonest' }] }),
    );
    expect(statusOf(totals)).toEqual(['ranked', 'not_scored', 'vetoed', 'ranked', 'not_scored']);
    expect([...totals.score]).toEqual([9, NaN, 9, 9, NaN]);
    expect([...totals.unchecked]).toEqual([0, 0, 0, 1, 0]);
  });
});

describe('stages', () => {
  const scheme = (defaultStage: string | null): Scheme =>
    schemeWith({
      defaultStage,
      stages: [
        { id: 'small', when: 'employees < 50' },
        { id: 'rich', when: 'revenue >= 2000万元' },
      ],
      indicators: [each('a')],
    });
  const panel = panelOf({ a: [1, 1, 1, 1], employees: [10, 80, 80, null], revenue: [1, 3e7, 1, 3e7] });
  it('are the first whose formula is true; none, or one that cannot be decided, is no stage', () => {
    const evaluated = evaluateScheme(panel, scheme(null));
    expect([...evaluated.stage]).toEqual([0, 1, -1, -1]);
    const totals = total(evaluated, weightsOf(evaluated.scheme));
    expect(statusOf(totals)).toEqual(['ranked', 'ranked', 'no_stage', 'no_stage']);
    expect([...totals.score]).toEqual([1, 1, NaN, NaN]);
    expect([...totals.groups[0]!]).toEqual([1, 1, 0, 0]);
    expect([...totals.coverage]).toEqual([1, 1, 0, 0]);
  });
  it('fall back on the default the scheme names', () => {
    expect([...evaluateScheme(panel, scheme('rich')).stage]).toEqual([0, 1, 1, 1]);
  });
});

describe('verdicts', () => {
  it('of a formula whose every field is in no file are unknown, even of `is not missing`', () => {
    const scheme = schemeWith({
      indicators: [each('a'), { id: 'c', formula: 'chain is not missing', rule: { is: 'flag' }, of: 6 }],
      gates: [{ id: 'g', formula: 'chain is not missing' }],
    });
    const without = evaluateScheme(panelOf({ a: [1] }), scheme);
    expect([...without.gates[0]!]).toEqual([VERDICT.unknown]);
    expect([...without.indicators[1]!.reasons]).toEqual([REASON.not_collected]);
    const withChain = evaluateScheme(panelOf({ a: [1, 1], chain: [['食品'], null] }), scheme);
    expect([...withChain.gates[0]!]).toEqual([VERDICT.yes, VERDICT.no]);
    expect([...withChain.indicators[1]!.points]).toEqual([6, 0]);
  });
});

describe('a second run into the same buffers', () => {
  const scheme = schemeWith({
    groups: [{ id: 'g' }, { id: 'h' }, { id: 'x', kind: 'bonus' }],
    minimumCoverage: 0.4,
    cap: 50,
    indicators: [
      each('a', { missing: 'skip' }),
      each('b'),
      each('c', { group: 'h', missing: 'fail' }),
      each('d', { group: 'h' }),
      each('e', { group: 'x' }),
    ],
  });
  const panel = panelOf({
    a: [1.1, null, 3.3, null],
    b: [0.7, 2, null, null],
    c: [5, 1 / 3, 0, null],
    d: [0.1, 9, null, 4],
    e: [3, null, 1, 2],
  });
  const bits = ({ groups, lost, base, bonus, deduction, score, coverage, status, unchecked }: Totals): unknown =>
    [...groups, ...lost, base, bonus, deduction, score, coverage, status, unchecked].map((list) => [...list]);

  it('has the bits of a full one, whichever weight has changed', () => {
    const evaluated = evaluateScheme(panel, scheme);
    ['a', 'b', 'c', 'd', 'e'].forEach((id, changed) => {
      const totals = total(evaluated, weightsOf(scheme));
      const weights = weightsOf(scheme, { [id]: 17.3 });
      const again = total(evaluated, weights, { totals, changed });
      expect(again).toBe(totals);
      expect(bits(again)).toEqual(bits(total(evaluated, weights)));
    });
  });
  it('has the bits of a full one where several weights changed, and leaves alone what it is told to keep', () => {
    const evaluated = evaluateScheme(panel, scheme);
    const keep = total(evaluated, weightsOf(scheme));
    const kept = bits(keep);
    const first = total(evaluated, weightsOf(scheme, { a: 17.3 }), { totals: keep, changed: 0, keep });
    const weights = weightsOf(scheme, { a: 2.1, d: 8.4, e: 0.3 });
    const second = total(evaluated, weights, { totals: first, changed: [0, 3, 4], keep });
    expect(bits(second)).toEqual(bits(total(evaluated, weights)));
    expect(bits(keep)).toEqual(kept);
    expect(second.score).toBe(first.score);
  });
  it('has the bits of a full one after an indicator’s rule was changed', () => {
    const before = evaluateScheme(panel, scheme);
    const totals = total(before, weightsOf(scheme));
    const indicator = { ...scheme.indicators[0]!, formula: 'e / b', rule: { is: 'linear', from: 0, to: 5 } as const };
    const after: Evaluated = reEvaluate(before, panel, 0, indicator);
    const afresh = evaluateScheme(panel, { ...scheme, indicators: scheme.indicators.with(0, indicator) });
    expect(bits(total(after, weightsOf(after.scheme), { totals, changed: 0 }))).toEqual(bits(total(afresh, weightsOf(scheme))));
    expect([...before.indicators[0]!.points]).toEqual([1.1, NaN, 3.3, NaN]);
  });
});

/** Group sums, score and status of a row by the words of the method: base, bonus, deductions, cap, gate, veto; no column, no block, no pattern. */
function byHand(evaluated: Evaluated, weights: readonly (readonly number[])[], row: number) {
  const { scheme, indicators, gates, vetoes, deductions } = evaluated;
  const groups = scheme.groups.map(() => 0);
  const lost = scheme.groups.map(() => 0);
  let [known, applicable, hasFailed] = [0, 0, false];
  scheme.indicators.forEach(({ group, of, missing }, at) => {
    const g = scheme.groups.findIndex(({ id }) => id === group);
    const weight = weights[at]![0]!;
    const point = indicators[at]!.points[row]!;
    const isThere = !Number.isNaN(point);
    if (isThere) groups[g]! += point * (weight / of);
    else lost[g]! += weight;
    if (!isThere && missing === 'fail' && weight > 0) hasFailed = true;
    if (scheme.groups[g]!.kind === 'bonus') return;
    applicable += weight;
    if (isThere) known += weight;
  });
  const sumOf = (kind: string): number => groups.reduce((sum, points, g) => (scheme.groups[g]!.kind === kind ? sum + points : sum), 0);
  const taken = deductions.reduce((sum, points) => (Number.isNaN(points[row]!) ? sum : sum + points[row]!), 0);
  const before = sumOf('base') + sumOf('bonus') - taken;
  const coverage = applicable > 0 ? known / applicable : 0;
  const status = gates.some((gate) => gate[row] === VERDICT.no)
    ? 'not_scored'
    : hasFailed
      ? 'failed'
      : vetoes.some((veto) => veto[row] === VERDICT.yes)
        ? 'vetoed'
        : coverage < scheme.minimumCoverage - 1e-9
          ? 'insufficient_data'
          : 'ranked';
  const score = status === 'not_scored' || status === 'failed' ? NaN : Math.min(scheme.cap ?? Infinity, Math.max(0, before));
  return { groups, lost, score, coverage, status };
}

describe('drag after drag over more rows than a block', () => {
  let state = 11;
  const next = (below: number): number => (state = (state * 16807) % 2147483647) % below;
  const ROWS = 1300;
  const column = (): (number | null)[] => Array.from({ length: ROWS }, () => (next(12) === 0 ? null : next(90) / 7));
  const panel = panelOf({ a: column(), b: column(), c: column(), d: column(), e: column(), f: column(), g: column(), h: column() });
  const plain = {
    groups: [{ id: 'g' }, { id: 'h' }, { id: 'i' }, { id: 'j' }, { id: 'k' }],
    indicators: [...'abcdefgh'].map((id, at) => each(id, { group: 'ghijkgij'[at] })),
  };
  it.each<[string, Scheme]>([
    ['base groups only, nobody barred', schemeWith(plain)],
    [
      'bonus, deduction, cap, gate, veto, failing and too little coverage',
      schemeWith({
        ...plain,
        groups: plain.groups.map((group) => (group.id === 'k' ? { ...group, kind: 'bonus' } : group)),
        indicators: plain.indicators.map((indicator) => (indicator.id === 'c' ? { ...indicator, missing: 'fail' } : indicator)),
        deductions: [{ id: 'x', formula: 'b', perUnit: 1, cap: 3 }],
        gates: [{ id: 'y', formula: 'a > 0.5' }],
        vetoes: [{ id: 'z', formula: 'd > 12' }],
        cap: 30,
        minimumCoverage: 0.8,
      }),
    ],
  ])('every row is what its own points make it: %s', (_, scheme) => {
    const evaluated = evaluateScheme(panel, scheme);
    const keep = total(evaluated, weightsOf(scheme));
    let totals = keep;
    const tried: Record<string, number> = {};
    for (let drag = 0; drag < 4; drag++) {
      const changed = next(8);
      tried['abcdefgh'[changed]!] = next(20);
      const weights = weightsOf(scheme, tried);
      totals = total(evaluated, weights, { totals, changed, keep });
      const seen = new Set<string>();
      for (let row = 0; row < ROWS; row++) {
        const { groups, lost, score, coverage, status } = byHand(evaluated, weights, row);
        seen.add(status);
        expect([totals.groups.map((list) => list[row]), totals.lost.map((list) => list[row])]).toEqual([groups, lost]);
        expect([totals.score[row], totals.coverage[row], STATUSES[totals.status[row]!]]).toEqual([score, coverage, status]);
      }
      expect(seen.size).toBe(scheme.gates.length > 0 ? 5 : 1);
    }
  });
});
