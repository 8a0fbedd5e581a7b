import { describe, expect, it } from 'vitest';
import { ruleCard } from '../../../scoring/seedlings/rule-card';
import { shippedRules } from '../../../scoring/seedlings/shipped-rules';
import { literalBoard } from '../board/literal-board';
import { panelOf } from '../panel-of';
import { rankedOf } from './ranked-of';

type Cells = Parameters<typeof panelOf>[0];
/** The card of one firm of four years, the last row. */
function cardOf(id: string, fields: Cells) {
  const rows = Object.values(fields)[0]!.length;
  const panel = panelOf(fields, {
    firm: Array.from({ length: rows }, () => 0),
    year: Array.from({ length: rows }, (_, at) => 2025 - rows + at),
  });
  const rules = shippedRules().filter((rule) => rule.id === id);
  return ruleCard(rankedOf(panel), rules, rows - 1);
}
const day = (year: number): number => Date.UTC(year, 0, 1) / 86_400_000;
const old = { found_date: [0, 0, 0, day(2000)] };

describe('ruleCard', () => {
  it('says of every leaf what was found beside its threshold', () => {
    const { rules } = cardOf('oecd-hge', { employees: [10, 12, 14, 18], ...old });
    expect(rules).toHaveLength(1);
    expect(rules[0]).toMatchObject({ rule: 'oecd-hge', verdict: 'met' });
    expect(rules[0]!.leaves).toEqual([
      expect.objectContaining({
        condition: 'size',
        verdict: 'met',
        measure: 'formula:previous(employees, 3)',
        value: 10,
        reason: null,
        operator: '>=',
        threshold: 10,
      }),
      expect.objectContaining({ condition: 'not_newborn', verdict: 'met', value: 24, threshold: 3 }),
      expect.objectContaining({
        condition: 'staff_growth',
        verdict: 'met',
        measure: 'formula:cagr(employees, 3)',
        operator: '>',
        threshold: 0.2,
      }),
      expect.objectContaining({ condition: 'revenue_growth', verdict: 'unknown', value: null, reason: 'not_collected' }),
    ]);
    // The cube root of 1.8, by hand with a table of logarithms: 1.2164.
    expect(rules[0]!.leaves[2]!.value).toBeCloseTo(0.2164, 4);
  });

  it('lists what is missing with what to ask the firm', () => {
    const { unknowns } = cardOf('oecd-hge', { employees: [10, 12, 14, 18] });
    expect(unknowns).toEqual([
      {
        rule: 'oecd-hge',
        condition: 'not_newborn',
        name: { zh: '起始年不是成立当年', en: 'The first year is not the year of birth' },
        ask: { zh: '工商登记的成立日期', en: 'Date of foundation in the business register' },
      },
      expect.objectContaining({ condition: 'revenue_growth', ask: null }),
    ]);
  });

  it('a rule unmet by one figure is nearly met, by any of the ways that would do alone', () => {
    const { nearly } = cardOf('oecd-hge', { employees: [10, 12, 14, 17], revenue: [100, 100, 100, 100], ...old });
    expect(nearly.map(({ condition, measure, threshold }) => [condition.en, measure, threshold])).toEqual([
      ['Staff grow by more than 20 % a year', 'formula:cagr(employees, 3)', 0.2],
      ['Revenue grows by more than 20 % a year', 'formula:cagr(revenue, 3)', 0.2],
    ]);
    expect(nearly[1]!.value).toBe(0);
  });

  it('unmet by two figures is not nearly', () => {
    expect(cardOf('oecd-hge', { employees: [9, 12, 14, 15], revenue: [100, 100, 100, 100], ...old }).nearly).toEqual([]);
  });

  const held = { titles: Array.from({ length: 4 }, () => ['高新技术企业']) };
  it('a base below its floor is the figure that misses', () => {
    const card = cardOf('gazelle-gz-huangpu', { ...held, ...old, revenue: [900e4, 1100e4, 1300e4, 1800e4] });
    expect(card.nearly).toEqual([expect.objectContaining({ measure: 'formula:previous(revenue, 3)', value: 900e4, threshold: 1000e4 })]);
    expect(card.rules[0]!.leaves.find(({ condition }) => condition === 'cagr')).toMatchObject({
      verdict: 'unmet',
      value: 900e4,
      operator: '>=',
      threshold: 1000e4,
    });
  });

  it('a base below its floor and growth below the rate are two', () => {
    expect(cardOf('gazelle-gz-huangpu', { ...held, ...old, revenue: [900e4, 1000e4, 1000e4, 1100e4] }).nearly).toEqual([]);
  });

  it('what does not apply is no miss, and a guard is none either', () => {
    const card = cardOf('miit-giant-2022', { revenue: [6000e4], rd_expense: [300e4] });
    const says = (id: string) => card.rules[0]!.leaves.find(({ condition }) => condition === id)?.verdict;
    expect([says('rd_share_large'), says('rd_share_middle'), says('rd_small')]).toEqual(['not_applicable', 'unmet', 'not_applicable']);
    expect(card.nearly).toEqual([]);
    expect(card.unknowns.map(({ condition }) => condition)).not.toContain('rd_small');
  });

  it('a manual look is to be reviewed, and is nothing to ask before the rest is settled', () => {
    const card = cardOf('relending-first-loan', { titles: [['科技型中小企业']] });
    expect(card.rules[0]!.leaves.map(({ verdict }) => verdict)).toEqual(['met', 'review', 'unknown']);
    expect(card.unknowns.map(({ condition }) => condition)).toEqual(['first']);
  });

  it.each([
    ['vetoed', 'not_applicable'],
    ['not_scored', 'not_applicable'],
    ['no_stage', 'no_stage'],
    ['insufficient_data', 'incomplete_group'],
    ['failed', 'incomplete_group'],
  ] as const)('a firm that is %s has no score to go by: %s', (status, reason) => {
    const ctx = literalBoard([{ firm: 'a', year: 2024, score: 90, status }]);
    const { rules } = ruleCard(
      ctx,
      shippedRules().filter(({ id }) => id === 'loan-citic-torch-cq'),
      0,
    );
    expect(rules[0]).toMatchObject({ verdict: 'unknown', leaves: [{ value: null, reason }] });
  });
});
