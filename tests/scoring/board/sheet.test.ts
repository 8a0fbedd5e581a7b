import { describe, expect, it } from 'vitest';
import { rankPanel } from '../../../scoring/board/context';
import type { FirmSheet, IndicatorSheet } from '../../../scoring/board/format';
import { makeSheet } from '../../../scoring/board/sheet';
import { makeBoard } from '../../../scoring/board/slice';
import { type Column, numberColumn, textColumn } from '../../../scoring/column';
import { evaluateScheme } from '../../../scoring/evaluate';
import type { Indicator, Rule, Scheme } from '../../../scoring/scheme/format';
import { total } from '../../../scoring/total';
import { weightsOf } from '../../../scoring/weights/given';
import { ASK, BARE_SCHEME, panelOf, SETTING } from './literal-board';

const naming = (text: string) => ({ zh: text, en: text });
const indicator = (part: Partial<Indicator> & Pick<Indicator, 'id' | 'group' | 'rule' | 'of'>): Indicator => ({
  name: naming(part.id),
  direction: 'more',
  missing: 'zero',
  provenance: 'illustrative',
  ...part,
});

const scheme: Scheme = {
  ...BARE_SCHEME,
  groups: [
    { id: 'tech', name: naming('技术'), kind: 'base', provenance: 'illustrative' },
    { id: 'results', name: naming('成果'), kind: 'base', provenance: 'illustrative' },
    { id: 'more', name: naming('加分'), kind: 'bonus', provenance: 'illustrative' },
  ],
  indicators: [
    indicator({ id: 'intensity', group: 'tech', formula: 'rd / revenue', rule: { is: 'linear', from: 0, to: 0.1 }, of: 10, weight: 40 }),
    indicator({
      id: 'growth',
      group: 'tech',
      formula: 'growth(revenue)',
      rule: { is: 'linear', from: 0, to: 1 },
      of: 10,
      weight: 10,
      missing: 'skip',
    }),
    indicator({
      id: 'rights',
      group: 'results',
      rule: {
        is: 'best-of',
        options: [
          { id: 'class1', name: naming('一类'), formula: 'class1', rule: { is: 'per-unit', perUnit: 25 } },
          { id: 'class2', name: naming('二类'), formula: 'class2', rule: { is: 'per-unit', perUnit: 10, cap: 30 } },
        ],
      },
      of: 50,
    }),
    indicator({ id: 'prizes', group: 'more', formula: 'prizes', rule: { is: 'per-unit', perUnit: 5, cap: 10 }, of: 10 }),
  ],
  deductions: [{ id: 'fines', name: naming('处罚'), formula: 'fines', perUnit: 2, cap: 6, provenance: 'illustrative' }],
  gates: [{ id: 'sells', name: naming('有收入'), formula: 'revenue > 0', provenance: 'illustrative' }],
  vetoes: [{ id: 'fraud', name: naming('造假'), formula: 'fraud > 0', provenance: 'illustrative' }],
  pass: { total: 60 },
  cap: 100,
};

// firm, year, industry, revenue, rd, class1, class2, prizes, fines, fraud
const cells: readonly (readonly [string, number, string | null, ...(number | null)[]])[] = [
  ['A', 2023, '软件', 100, 5, 1, 0, 0, 0, 0],
  ['B', 2023, '软件', 100, 8, 1, 0, 0, 0, 0],
  ['A', 2024, '软件', 150, 12, 1, 4, 3, 1, 0],
  ['B', 2024, '软件', 100, null, 1, null, 0, null, 0],
  ['C', 2024, '软件', 200, 8, 9, 0, 2, 9, null],
  ['D', 2024, '医药', 100, 10, 0, 0, 0, 0, 1],
  ['E', 2024, null, 0, 10, 0, 0, 0, 0, 0],
];
const names = ['revenue', 'rd', 'class1', 'class2', 'prizes', 'fines', 'fraud'];
const fields = new Map<string, Column>([
  ['industry', textColumn(cells.map((cell) => cell[2]))],
  ...names.map((name, at) => [name, numberColumn(cells.map((cell) => cell[3 + at] as number | null))] as const),
]);
const panel = panelOf(
  cells.map(([firm, year]) => ({ firm, year, score: 0 })),
  fields,
);
const evaluated = evaluateScheme(panel, scheme);
const weights = weightsOf(scheme);
const ctx = rankPanel(panel, scheme, evaluated, total(evaluated, weights), { ...SETTING, weights });
const sheet = (row: number, segment = {}): FirmSheet => makeSheet(ctx, row, segment);
const sum = (list: readonly number[]): number => list.reduce((all, one) => all + one, 0);

describe('makeSheet', () => {
  it('is a sum worked by hand', () => {
    // intensity 12/150 = 8 % → 32 of 40; growth 50 % → 5 of 10; best of 25 and 30 → 30 of 50; 3 prizes, capped → 10; 1 fine → −2.
    const { base, bonus, deduction, before, score, groups, passed, rank, ranked, overall, overallRanked, coverage } = sheet(2);
    expect(groups.map(({ id, earned, lost, weight }) => [id, earned, lost, weight])).toEqual([
      ['tech', expect.closeTo(37, 9), 0, 50],
      ['results', 30, 0, 50],
      ['more', 10, 0, 10],
    ]);
    expect([base, bonus, deduction, before, score]).toEqual([67, 10, 2, 75, 75].map((value) => expect.closeTo(value, 9)));
    expect([passed, rank, ranked, overall, overallRanked, coverage]).toEqual(['yes', 2, 3, 2, 3, 1]);
  });

  it('explains each indicator with value, winning option, place among its industry and what it read', () => {
    const [intensity, growth, rights] = sheet(2).indicators;
    expect(intensity).toMatchObject({
      value: 0.08,
      points: expect.closeTo(8, 9),
      of: 10,
      weight: 40,
      contribution: expect.closeTo(32, 9),
      lost: 0,
      reason: 'present',
      // Software firms of 2024 with a value: A 0.08, C 0.04.
      percentile: 0.75,
      reads: [
        { field: 'rd', back: 0, value: 12, reason: 'present' },
        { field: 'revenue', back: 0, value: 150, reason: 'present' },
      ],
    });
    expect(intensity!.formula.words.zh).toContain('「rd」');
    expect(intensity!.formula.filled.en).toContain('150');
    expect(growth!.reads).toEqual([
      { field: 'revenue', back: 0, value: 150, reason: 'present' },
      { field: 'revenue', back: 1, value: 100, reason: 'present' },
    ]);
    // class2 wins with 4 × 10, capped at 30; among 0 (C) and 4 (A).
    expect(rights).toMatchObject({ value: 4, points: 30, hit: -1, percentile: 0.75 });
    expect(rights!.options).toMatchObject([
      { id: 'class1', won: false, value: 1, points: 25, reason: 'present', hit: -1, formula: { words: { en: 'class1' } } },
      { id: 'class2', won: true, value: 4, points: 30, reason: 'present', hit: -1, formula: { words: { en: 'class2' } } },
    ]);
    expect(intensity!.options).toEqual([]);
    expect(rights!.formula.words.en).toBe('class2');
    expect(rights!.reads.map(({ field }) => field)).toEqual(['class1', 'class2']);
  });

  it('shows of a best-of which option won, the tier it hit, and why the other lost', () => {
    const tiers = (unit: string, high: number, low: number): Rule => ({
      is: 'tiers',
      unit,
      tiers: [
        { from: high, to: null, points: 50 },
        { from: low, to: high, points: 30 },
        { from: null, to: low, points: 0 },
      ],
    });
    const best = {
      ...scheme.indicators[2]!,
      unit: '%',
      rule: {
        is: 'best-of',
        options: [
          { id: 'share', name: naming('占收入'), formula: 'rd / revenue', rule: tiers('%', 10, 5) },
          { id: 'sum', name: naming('总额'), formula: 'rd', rule: tiers('元', 10, 8) },
        ],
      },
    } as Indicator;
    const asked = (row: number): IndicatorSheet => {
      const one = evaluateScheme(panel, { ...scheme, indicators: [best] });
      const total_ = total(one, weightsOf(one.scheme));
      return makeSheet(rankPanel(panel, one.scheme, one, total_, { ...SETTING, weights: weightsOf(one.scheme) }), row, {}).indicators[0]!;
    };
    // A 2024: 12 of 150 is 8 %, second tier, 30 points; 12 is the first tier of the sum, 50.
    const a = asked(2);
    expect(a).toMatchObject({ value: 12, unit: '元', points: 50, hit: 0, formula: { words: { en: 'rd' } } });
    expect(a.options).toMatchObject([
      { id: 'share', won: false, value: 0.08, unit: '%', points: 30, hit: 1 },
      { id: 'sum', won: true, value: 12, unit: '元', points: 50, hit: 0 },
    ]);
    // E: no revenue to divide by; the sum is a 10. B 2024: nothing known, so nobody won, and the first says why.
    expect(asked(6).options).toMatchObject([
      { won: false, value: null, points: null, reason: 'divided_by_zero', hit: -1 },
      { won: true, value: 10, points: 50, hit: 0 },
    ]);
    const b = asked(3);
    expect(b).toMatchObject({ value: null, unit: '%', points: null, reason: 'blank', hit: -1 });
    expect(b.options.map(({ won, reason }) => [won, reason])).toEqual([
      [false, 'blank'],
      [false, 'blank'],
    ]);
  });

  it('has no value where no loaded file gives a field of the formula, not a no', () => {
    const blind = indicator({ id: 'blind', group: 'tech', formula: 'x_list is not missing', rule: { is: 'flag' }, of: 10 });
    const taken = { id: 'd', name: naming('d'), formula: 'x_list is not missing', points: 5, provenance: 'illustrative' } as const;
    const one = evaluateScheme(panel, { ...scheme, indicators: [blind], deductions: [taken] });
    const given = weightsOf(one.scheme);
    const found = makeSheet(rankPanel(panel, one.scheme, one, total(one, given), { ...SETTING, weights: given }), 2, {});
    expect(found.indicators[0]).toMatchObject({ value: null, points: null, reason: 'not_collected' });
    expect(found.deductions[0]).toMatchObject({ taken: null, reason: 'not_collected' });
  });

  it('hands a skipped weight to the rest of the group, and loses a missing one', () => {
    // C has no earlier year: intensity 4 % is 16 of 40, alone of the 50 → 20.
    const c = sheet(4);
    expect(c.groups[0]).toMatchObject({ earned: expect.closeTo(20, 9), lost: 0 });
    expect(c.indicators.slice(0, 2)).toMatchObject([
      { contribution: expect.closeTo(20, 9), lost: 0 },
      { value: null, reason: 'no_earlier_year', points: null, contribution: 0, lost: 0, percentile: null },
    ]);
    expect(c.indicators[1]!.reads[1]).toEqual({ field: 'revenue', back: 1, value: null, reason: 'no_earlier_year' });
    const b = sheet(3);
    expect(b.indicators[0]).toMatchObject({ value: null, reason: 'blank', contribution: 0, lost: 40 });
    expect(b.groups[0]).toMatchObject({ earned: 0, lost: 40 });
  });

  it('names what was hit or could not be checked, and only that', () => {
    const verdicts = (row: number) => sheet(row).conditions.map(({ is, name, verdict }) => [is, name.zh, verdict]);
    expect(verdicts(2)).toEqual([]);
    expect(verdicts(4)).toEqual([['veto', '造假', 'unknown']]);
    expect(verdicts(5)).toEqual([['veto', '造假', 'yes']]);
    expect(verdicts(6)).toEqual([['gate', '有收入', 'no']]);
    expect(sheet(5)).toMatchObject({
      status: 'vetoed',
      // Full intensity, and the skipped growth's weight with it.
      score: 50,
      rank: null,
      overall: null,
      change: { is: 'none', cause: 'vetoed' },
      split: null,
    });
    expect(sheet(6)).toMatchObject({ status: 'not_scored', score: null, rank: null });
  });

  it('caps a deduction, and says of an unknown one that it is unknown', () => {
    expect(sheet(4).deductions).toMatchObject([{ taken: 6, reason: 'present' }]);
    expect(sheet(3).deductions).toMatchObject([{ taken: null, reason: 'blank' }]);
    expect(sheet(3).deduction).toBe(0);
  });

  it('gives history and segments', () => {
    // 2023: growth has no earlier year, intensity alone carries 50. A 5 % → 25 + 25, B 8 % → 40 + 25.
    expect(sheet(2).history).toEqual([
      { year: 2023, score: expect.closeTo(50, 9), rank: 2 },
      { year: 2024, score: expect.closeTo(75, 9), rank: 2 },
    ]);
    expect(sheet(2).segments).toEqual({ industry: ['软件'] });
    expect(sheet(6).segments).toEqual({ industry: ['?'] });
  });

  it('knows no peers where the industry is unknown', () => {
    expect(sheet(6).indicators[2]!.percentile).toBeNull();
  });

  it('of a firm outside the segment gives no rank in it', () => {
    expect(sheet(2, { industry: '医药' })).toMatchObject({
      rank: null,
      ranked: 0,
      overall: 2,
      change: { is: 'none', cause: 'not_in_segment' },
    });
  });

  it('refuses a row that is not there', () => {
    expect(() => sheet(7)).toThrow('row 7 is not one of 7');
  });

  it('adds up for every row: parts to groups, groups to base and bonus, these to the score', () => {
    for (let row = 0; row < panel.rows; row++) {
      const s = sheet(row);
      for (const group of s.groups) {
        const members = s.indicators.filter((one) => one.group === group.id);
        expect(sum(members.map(({ contribution }) => contribution))).toBeCloseTo(group.earned, 9);
        expect(sum(members.map(({ lost }) => lost))).toBeCloseTo(group.lost, 9);
        expect(sum(members.map(({ weight }) => weight))).toBeCloseTo(group.weight, 9);
      }
      expect(sum(s.groups.slice(0, 2).map(({ earned }) => earned))).toBeCloseTo(s.base, 9);
      expect(s.groups[2]!.earned).toBeCloseTo(s.bonus, 9);
      expect(s.before).toBe(s.base + s.bonus - s.deduction);
      if (s.score !== null) expect(s.score).toBeCloseTo(Math.min(100, Math.max(0, s.before)), 9);
    }
  });

  it('agrees with the board, which refuses the change as growth has values in one year only', () => {
    const { rows } = makeBoard(ctx, ASK);
    expect(rows.map(({ firm, rank }) => [firm, rank])).toEqual([
      ['C', 1],
      ['A', 2],
      ['B', 3],
      ['D', null],
      ['E', null],
    ]);
    for (const { row, rank, score, change } of rows) expect(sheet(row)).toMatchObject({ rank, score, change });
    expect(sheet(2)).toMatchObject({ change: { is: 'none', cause: 'indicators_differ' }, split: null });
  });
});

it('splits the change of years that can be compared', () => {
  const even: Scheme = { ...scheme, indicators: scheme.indicators.filter(({ id }) => id !== 'growth') };
  const evenly = evaluateScheme(panel, even);
  const given = weightsOf(even);
  const compared = rankPanel(panel, even, evenly, total(evenly, given), { ...SETTING, weights: given });
  // 2023: B (32 + 25) before A (20 + 25). 2024: C 16 + 50 + … > A 32 + 30 + 10 − 2 > B 25. A alone with 70 would have been first; C came.
  const a = makeSheet(compared, 2, {});
  expect([a.change, a.split]).toEqual([{ is: 'same' }, { own: 1, others: 0, membership: -1 }]);
  expect(makeSheet(compared, 4, {})).toMatchObject({ change: { is: 'new', cause: 'no_data' }, split: null });
});
