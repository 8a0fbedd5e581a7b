import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REASONS } from '../../../scoring/column';
import { checkRule } from '../../../scoring/seedlings/check-rule';
import { evaluateRule } from '../../../scoring/seedlings/evaluate-rule';
import { VERDICTS, type SeedlingRule, type Verdict } from '../../../scoring/seedlings/format';
import { shippedRules } from '../../../scoring/seedlings/shipped-rules';
import { keyedRowsOf } from '../../../scoring/year-rows';
import { literalBoard } from '../board/literal-board';
import { panelOf } from '../panel-of';
import { kindOf, unitOf } from '../scheme/dictionary';
import { schemeWith } from '../schemes';
import { rankedOf } from './ranked-of';

type Cells = Parameters<typeof panelOf>[0];
const named = (id: string) => ({ id, name: { zh: id, en: id } });

/** A rule of one condition, checked. */
function ruleOf(condition: Readonly<Record<string, unknown>>): SeedlingRule {
  const { rule, problems } = checkRule(
    { ...named('test'), kind: 'own', short: { zh: '测', en: 'T' }, provenance: 'illustrative', condition: { ...named('c'), ...condition } },
    kindOf,
    unitOf,
  );
  expect(problems).toEqual([]);
  return rule!;
}
const shipped = (id: string): SeedlingRule => shippedRules().find((rule) => rule.id === id)!;

/** One firm, its rows one a year, the last being 2024; the last row is judged. */
function judged(rule: SeedlingRule, fields: Cells): Verdict {
  const years = Object.values(fields)[0]!.length;
  const panel = panelOf(fields, {
    firm: Array.from({ length: years }, () => 0),
    year: Array.from({ length: years }, (_, at) => 2025 - years + at),
  });
  const { verdicts } = evaluateRule(rankedOf(panel), rule, Int32Array.of(years - 1));
  return VERDICTS[verdicts[0]!]!;
}
/** Days since 1970-01-01 of the first day of a year. */
const day = (year: number): number => Date.UTC(year, 0, 1) / 86_400_000;

describe('at', () => {
  const at = (operator: string) => ruleOf({ is: 'at', measure: 'formula:rd_expense / revenue', operator, threshold: 0.03 });
  it.each([
    ['>=', 3, 'met'],
    ['>', 3, 'unmet'],
    ['<=', 3, 'met'],
    ['<', 3, 'unmet'],
    ['>=', 2.9, 'unmet'],
    ['<', 2.9, 'met'],
    ['>', 3.1, 'met'],
    ['>=', null, 'unknown'],
  ] as const)('%s 3 %% of %s in 100 is %s', (operator, expense, wanted) => {
    expect(judged(at(operator), { rd_expense: [expense], revenue: [100] })).toBe(wanted);
  });

  it('0.57 × 100 is at 57', () => {
    const rule = ruleOf({ is: 'at', measure: 'formula:rd_staff * 100', operator: '>=', threshold: 57 });
    expect(judged(rule, { rd_staff: [0.57] })).toBe('met');
  });

  it('over a revenue of 0 there is no share: unknown, not unmet', () => {
    expect(judged(at('>='), { rd_expense: [1], revenue: [0] })).toBe('unknown');
  });

  it('says the figure, the reason there is none, and the threshold', () => {
    const panel = panelOf({ rd_expense: [2, null], revenue: [100, 100] });
    const [leaf] = evaluateRule(rankedOf(panel), at('>='), Int32Array.of(1, 0)).leaves;
    expect([...leaf!.values!]).toEqual([NaN, 0.02]);
    expect([...leaf!.reasons].map((reason) => REASONS[reason])).toEqual(['blank', 'present']);
    expect(leaf).toMatchObject({ measure: 'formula:rd_expense / revenue', operator: '>=', threshold: 0.03 });
  });

  it('evidence nobody loaded is not collected; so is a group the scheme does not have', () => {
    expect(
      judged(ruleOf({ is: 'at', measure: 'formula:x_share', operator: '>=', threshold: 1, ask: { zh: '问', en: 'ask' } }), {
        revenue: [1],
      }),
    ).toBe('unknown');
    expect(judged(ruleOf({ is: 'at', measure: 'group:elsewhere', operator: '>=', threshold: 1 }), { revenue: [1] })).toBe('unknown');
    expect(judged(ruleOf({ is: 'at', measure: 'figure:elsewhere', operator: '>=', threshold: 1 }), { revenue: [1] })).toBe('unknown');
  });

  it('an own field that was loaded is read; of another kind than the rule needs it is unreadable', () => {
    const rule = ruleOf({ is: 'at', measure: 'formula:x_share', operator: '>=', threshold: 1, ask: { zh: '问', en: 'ask' } });
    expect(judged(rule, { x_share: [2] })).toBe('met');
    expect(judged(rule, { x_share: ['two'] })).toBe('unknown');
  });

  it('points are a share of their full mark: 30 of 60 in one indicator, 30 of 100 in the group', () => {
    const scheme = schemeWith({
      indicators: [
        { id: 'a', formula: 'revenue', rule: { is: 'linear', from: 0, to: 100 }, of: 60 },
        { id: 'b', formula: 'employees', rule: { is: 'linear', from: 0, to: 100 }, of: 40 },
      ],
    });
    const ctx = rankedOf(panelOf({ revenue: [50], employees: [0] }), scheme);
    const shareOf = (measure: string) =>
      evaluateRule(ctx, ruleOf({ is: 'at', measure, as: 'share', operator: '>=', threshold: 0.3 }), Int32Array.of(0)).leaves[0]!.values![0];
    expect(shareOf('points:a')).toBe(0.5);
    expect(shareOf('group:g')).toBe(0.3);
  });

  it('a percentile is among the peers, of the rows asked for only', () => {
    const figures = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    const ctx = rankedOf(panelOf({ revenue: figures, industry: figures.map(() => 'A') }));
    const rule = ruleOf({ is: 'at', measure: 'field:revenue', as: 'percentile', operator: '>=', threshold: 0.9 });
    const { verdicts, leaves } = evaluateRule(ctx, rule, Int32Array.of(9, 8));
    expect([...leaves[0]!.values!]).toEqual([0.95, 0.85]);
    expect([...verdicts].map((code) => VERDICTS[code])).toEqual(['met', 'unmet']);
  });

  it('a firm without a rank has no score to go by: 70 points of a vetoed one meet nothing', () => {
    const ctx = literalBoard([
      { firm: 'a', year: 2024, score: 70 },
      { firm: 'b', year: 2024, score: 90, status: 'vetoed' },
      { firm: 'c', year: 2024, score: null },
      { firm: 'd', year: 2024, score: 69.9 },
    ]);
    const { verdicts } = evaluateRule(ctx, shipped('loan-citic-torch-cq'), keyedRowsOf(ctx.panel, 2024));
    expect([...verdicts].map((code) => VERDICTS[code])).toEqual(['met', 'unknown', 'unknown', 'unmet']);
  });
});

describe('a score', () => {
  const scheme = schemeWith({
    indicators: [
      { id: 'a', formula: 'revenue', rule: { is: 'linear', from: 0, to: 100 }, of: 60 },
      { id: 'b', formula: 'employees', rule: { is: 'linear', from: 0, to: 100 }, of: 40 },
    ],
    deductions: [{ id: 'penalties', formula: 'penalties', perUnit: 1, cap: 30 }],
    vetoes: [{ id: 'dishonest', formula: 'dishonest' }],
    cap: 100,
  });
  const whole = { revenue: [100], employees: [25], penalties: [0], dishonest: [false] };
  it.each<[string, Cells, Verdict]>([
    ['60 + 10 points', whole, 'met'],
    ['60 + 9.6 points', { ...whole, employees: [24] }, 'unmet'],
    ['60 points, 40 lost to a missing figure', { ...whole, employees: [null] }, 'unknown'],
    ['20 points, 40 lost: too little even so', { ...whole, revenue: [20 / 0.6], employees: [null] }, 'unmet'],
    ['70 points, a deduction not checked', { ...whole, penalties: [null] }, 'unknown'],
    ['69.6 points, a deduction not checked', { ...whole, employees: [24], penalties: [null] }, 'unmet'],
    ['70 points, a veto not checked', { ...whole, dishonest: [null] }, 'unknown'],
    ['69.6 points, a veto not checked', { ...whole, employees: [24], dishonest: [null] }, 'unmet'],
  ])('against 70 points: %s', (_, fields, wanted) => {
    // A second firm, known in full, gives every column its kind.
    const both = Object.fromEntries(Object.entries(fields).map(([id, [cell]]) => [id, [cell, whole[id as keyof typeof whole][0]]]));
    const ctx = rankedOf(panelOf(both as Cells), scheme);
    const { verdicts, leaves } = evaluateRule(ctx, shipped('loan-citic-torch-cq'), Int32Array.of(0));
    expect(VERDICTS[verdicts[0]!]).toBe(wanted);
    expect(REASONS[leaves[0]!.reasons[0]!]).toBe(wanted === 'unknown' ? 'incomplete_group' : 'present');
  });

  it('a group of 60 points earned and 40 lost has a share of 60 % for certain, and is open above that', () => {
    const ctx = rankedOf(panelOf({ ...whole, employees: [null] }), scheme);
    const share = (threshold: number): Verdict => {
      const rule = ruleOf({ is: 'at', measure: 'group:g', as: 'share', operator: '>=', threshold });
      return VERDICTS[evaluateRule(ctx, rule, Int32Array.of(0)).verdicts[0]!]!;
    };
    expect([share(0.6), share(0.61), share(1)]).toEqual(['met', 'unknown', 'unknown']);
  });
});

describe('growth', () => {
  const over3 = (operator: string, floor?: number) =>
    ruleOf({ is: 'growth', field: 'revenue', years: 3, operator, rate: 0.2, ...(floor === undefined ? {} : { floor }) });
  it.each([
    ['>=', [10, 0, 0, 17.28], 'met'],
    ['>', [10, 0, 0, 17.28], 'unmet'],
    ['>', [10, 0, 0, 17.281], 'met'],
    ['>=', [10, 0, 0, 17.279], 'unmet'],
    ['>=', [10, null, null, 0], 'unmet'],
    ['>=', [0, 1, 1, 5], 'unknown'],
    ['>=', [-10, 1, 1, 5], 'unknown'],
    ['>=', [null, 1, 1, 5], 'unknown'],
    ['>=', [10, 1, 1, null], 'unknown'],
    ['>=', [1, 2, 3], 'unknown'],
  ] as const)('%s 20 %% over three years of %j is %s', (operator, revenue, wanted) => {
    expect(judged(over3(operator), { revenue })).toBe(wanted);
  });

  it('a fall below zero is unmet, though it has no rate', () => {
    const rule = ruleOf({ is: 'growth', field: 'net_profit', years: 1, operator: '>', rate: 0 });
    expect(judged(rule, { net_profit: [10, -5] })).toBe('unmet');
  });

  it.each([
    [[9.99, 0, 0, 100], 'unmet'],
    [[10, 0, 0, 100], 'met'],
    [[9.99, 0, 0, null], 'unmet'],
    [[0, 0, 0, 100], 'unknown'],
    [[null, 0, 0, 100], 'unknown'],
  ] as const)('with a floor of 10, %j is %s: a base below it settles the matter', (revenue, wanted) => {
    expect(judged(over3('>=', 10), { revenue })).toBe(wanted);
  });
});

describe('other conditions', () => {
  it.each([
    [[['高新技术企业', '瞪羚企业']], 'met'],
    [[['瞪羚企业']], 'unmet'],
    [[[]], 'unmet'],
    [[null], 'unknown'],
  ] as const)('titles %j: %s', (titles, wanted) => {
    // A second firm gives the column its kind.
    const panel = panelOf({ titles: [...titles, ['高新技术企业']] });
    const { verdicts } = evaluateRule(rankedOf(panel), ruleOf({ is: 'holds', formula: "'高新技术企业' in titles" }), Int32Array.of(0));
    expect(VERDICTS[verdicts[0]!]).toBe(wanted);
  });

  it('titles nobody loaded, or given as one text, are unknown', () => {
    const rule = ruleOf({ is: 'holds', formula: "'高新技术企业' in titles" });
    expect(judged(rule, { revenue: [1] })).toBe('unknown');
    expect(judged(rule, { titles: ['高新技术企业'] })).toBe('unknown');
  });

  it('one part of a formula that is known can settle it while an own field is not there', () => {
    const rule = ruleOf({ is: 'holds', formula: 'equity_3y >= 2000万元 or x_equity >= 2000万元', ask: { zh: '问', en: 'ask' } });
    expect(judged(rule, { equity_3y: [2000e4] })).toBe('met');
    expect(judged(rule, { equity_3y: [1999e4] })).toBe('unknown');
  });

  it.each([
    [[10, 12, 14.4, 17.28], 'met'],
    [[10, 10, 10, 10], 'unmet'],
    [[0, 10, 10, 10], 'unknown'],
    [[10, 10, 10], 'unknown'],
    [[10, null, 10, 10], 'unknown'],
  ] as const)('a path %j that must surge: %s', (revenue, wanted) => {
    expect(judged(ruleOf({ is: 'trajectory', field: 'revenue', of: ['surge'] }), { revenue })).toBe(wanted);
  });

  it('what only a person can see is to be reviewed, of everybody', () => {
    expect(judged(ruleOf({ is: 'manual', ask: { zh: '问', en: 'ask' } }), { revenue: [null] })).toBe('review');
  });
});

describe('shipped rules', () => {
  const ten = { employees: [10, 12, 14, 18], found_date: [day(2010), day(2010), day(2010), day(2010)] };
  it.each<[string, Cells, Verdict]>([
    ['10 → 18 staff in three years', ten, 'met'],
    ['9 staff at the start', { ...ten, employees: [9, 12, 14, 90] }, 'unmet'],
    ['10 → 17 staff, no revenue known', { ...ten, employees: [10, 12, 14, 17] }, 'unknown'],
    ['10 → 17 staff, revenue at exactly 20 %', { ...ten, employees: [10, 12, 14, 17], revenue: [10, 1, 1, 17.28] }, 'unmet'],
    ['born in the first year', { ...ten, found_date: [0, 0, 0, day(2021)] }, 'unmet'],
    ['no date of foundation', { employees: [10, 12, 14, 18] }, 'unknown'],
    ['no date of foundation, but 9 staff at the start', { employees: [9, 12, 14, 18] }, 'unmet'],
  ])('oecd-hge: %s', (_, fields, wanted) => {
    expect(judged(shipped('oecd-hge'), fields)).toBe(wanted);
  });

  it.each<[string, Cells, Verdict]>([
    ['founded in 2019, five years old', { ...ten, found_date: [0, 0, 0, day(2019)] }, 'met'],
    ['founded in 2018, six years old', { ...ten, found_date: [0, 0, 0, day(2018)] }, 'unmet'],
  ])('oecd-gazelle: %s', (_, fields, wanted) => {
    expect(judged(shipped('oecd-gazelle'), fields)).toBe(wanted);
  });

  it.each<[string, readonly number[], Verdict]>([
    ['2 → 10 staff', [2, 0, 0, 10], 'met'],
    ['2 → 9 staff', [2, 0, 0, 9], 'unmet'],
    ['10 → 30 staff', [10, 0, 0, 30], 'unmet'],
    ['0 → 30 staff', [0, 0, 0, 30], 'unmet'],
  ])('micro-hge: %s', (_, employees, wanted) => {
    expect(judged(shipped('micro-hge'), { ...ten, employees })).toBe(wanted);
  });

  const held = Array.from({ length: 4 }, () => ['高新技术企业']);
  it.each<[string, Cells, Verdict]>([
    ['10 million yuan at the base, exactly 20 % a year', { titles: held, revenue: [1000e4, 1100e4, 1200e4, 1728e4] }, 'met'],
    [
      'the same, but the last year fell',
      { titles: held, revenue: [1000e4, 1100e4, 1900e4, 1728e4], found_date: held.map(() => day(2000)) },
      'unmet',
    ],
    [
      '9.99 million at the base, old',
      { titles: held, revenue: [999e4, 1100e4, 1200e4, 1728e4], found_date: held.map(() => day(2000)) },
      'unmet',
    ],
    ['500 million within five years', { titles: held, revenue: [0, 1e8, 2e8, 5e8], found_date: held.map(() => day(2020)) }, 'met'],
    ['everything but the title', { titles: held.map(() => ['瞪羚企业']), revenue: [1000e4, 1100e4, 1200e4, 1728e4] }, 'unmet'],
    ['titles not known', { revenue: [1000e4, 1100e4, 1200e4, 1728e4] }, 'unknown'],
  ])('gazelle-gz-huangpu: %s', (_, fields, wanted) => {
    expect(judged(shipped('gazelle-gz-huangpu'), fields)).toBe(wanted);
  });

  it('miit-giant-2022 asks 3 %, 6 % or the conditions of the small, by revenue', () => {
    const rdOf = (revenue: number, share: number): Verdict => {
      const panel = panelOf({ revenue: [revenue], rd_expense: [revenue * share] });
      const { leaves } = evaluateRule(rankedOf(panel), shipped('miit-giant-2022'), Int32Array.of(0));
      const says = leaves
        .filter(({ condition }) => condition.id.startsWith('rd_share_'))
        .map(({ verdicts }) => VERDICTS[verdicts[0]!]!)
        .filter((verdict) => verdict !== 'not_applicable');
      return says[0] ?? 'not_applicable';
    };
    expect([rdOf(1e8, 0.03), rdOf(1e8, 0.029), rdOf(5000e4, 0.06), rdOf(9999e4, 0.05), rdOf(4999e4, 0.9)]).toEqual([
      'met',
      'unmet',
      'met',
      'unmet',
      'not_applicable',
    ]);
  });

  const sme = {
    employees: [100],
    revenue: [1e8],
    total_assets: [1e8],
    prohibited_product: [false],
    major_accident_3y: [false],
    env_violation: [false],
    research_misconduct: [false],
    abnormal_list: [false],
    dishonest: [false],
    tech_staff: [15],
    rd_expense: [400e4],
    class1_ip: [0],
    class2_ip: [4],
    titles: [['瞪羚企业']],
    national_award_top3_5y: [false],
    platforms: [0],
    standard_lead_5y: [false],
  };
  it.each<[string, Cells, Verdict]>([
    ['8 + 30 + 24 = 62 points', sme, 'met'],
    ['8 + 30 + 18 = 56 points, cost not known', { ...sme, class2_ip: [3] }, 'unknown'],
    ['8 + 30 + 18 = 56 points, and R&D is no more of cost', { ...sme, class2_ip: [3], total_cost: [1e8] }, 'unmet'],
    ['8 + 50 + 18 = 76 points by cost', { ...sme, class2_ip: [3], total_cost: [1000e4] }, 'met'],
    ['no point for staff', { ...sme, tech_staff: [9], class1_ip: [1], rd_expense: [900e4] }, 'unmet'],
    ['the same with a high-tech title', { ...sme, tech_staff: [9], titles: [['高新技术企业']] }, 'met'],
    ['501 staff', { ...sme, employees: [501], tech_staff: [400], rd_expense: [900e4] }, 'unmet'],
  ])('cn-tech-sme-2017: %s', (_, fields, wanted) => {
    expect(judged(shipped('cn-tech-sme-2017'), fields)).toBe(wanted);
  });

  it('filling in what is missing never changes a met or an unmet', () => {
    const fields = [
      'revenue',
      'rd_expense',
      'employees',
      'rd_staff',
      'tech_staff',
      'total_assets',
      'total_liabilities',
      'main_revenue',
      'class1_self',
      'class1_ip',
      'inv_valid',
      'vc_amount',
    ];
    const figure = fc.oneof(
      fc.constant(0),
      fc.integer({ min: 1, max: 100 }),
      fc.integer({ min: 1, max: 100 }).map((n) => n * 1e7),
    );
    const column = fc.array(fc.record({ figure, hidden: fc.boolean() }), { minLength: 4, maxLength: 4 });
    const data = fc.record(Object.fromEntries(fields.map((field) => [field, column])));
    fc.assert(
      fc.property(data, fc.constantFrom(...shippedRules()), (columns, rule) => {
        const before = judged(
          rule,
          Object.fromEntries(
            Object.entries(columns).map(([field, cells]) => [field, cells.map((cell) => (cell.hidden ? null : cell.figure))]),
          ),
        );
        const after = judged(
          rule,
          Object.fromEntries(Object.entries(columns).map(([field, cells]) => [field, cells.map((cell) => cell.figure)])),
        );
        if (before === 'met' || before === 'unmet') expect(after).toBe(before);
      }),
      { numRuns: 300 },
    );
  });
});
