import { expect, it } from 'vitest';
import { numberColumn, setColumn, textColumn } from '../../../scoring/column';
import { parseFormula } from '../../../scoring/formula/parse';
import { formulaFilled, formulaToWords } from '../../../scoring/formula/print-words';
import type { Formula } from '../../../scoring/formula/tree';
import { panelOf } from './panels';

const NAMES: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  rd_expense: ['研发费用', 'R&D expense'],
  revenue: ['营业收入', 'Revenue'],
  dishonest: ['失信', 'Dishonest'],
  tax_grade: ['纳税信用等级', 'Tax grade'],
  titles: ['资质称号', 'Titles'],
};

function treeOf(text: string): Formula {
  const read = parseFormula(text);
  if (!read.ok) throw new Error(text);
  return read.tree;
}

it.each([
  ['rd_expense / revenue', '研发费用 ÷ 营业收入', 'R&D expense ÷ Revenue'],
  ['(revenue - rd_expense) * 2', '(营业收入 − 研发费用) × 2', '(Revenue − R&D expense) × 2'],
  ['revenue - (rd_expense - 1)', '营业收入 − (研发费用 − 1)', 'Revenue − (R&D expense − 1)'],
  ['-revenue', '−营业收入', '−Revenue'],
  ['revenue >= 2000万元 and age < 5', '营业收入 ≥ 2000万元 且 成立年数 < 5', 'Revenue ≥ 20 million and full years since founding < 5'],
  ['revenue <> 1 or revenue <= 10%', '营业收入 ≠ 1 或 营业收入 ≤ 10%', 'Revenue ≠ 1 or Revenue ≤ 10%'],
  ['not (dishonest or true)', '非 (失信 或 是)', 'not (Dishonest or yes)'],
  ['if(dishonest, 0, revenue)', '若 失信 则 0 否则 营业收入', 'if Dishonest then 0 otherwise Revenue'],
  ['1 + if(dishonest, 0, 1)', '1 + (若 失信 则 0 否则 1)', '1 + (if Dishonest then 0 otherwise 1)'],
  ["tax_grade in ('C', 'D')", '纳税信用等级 属于（“C”，“D”）', 'Tax grade is one of (“C”, “D”)'],
  ["'高企' in titles", '资质称号 含 “高企”', 'Titles holds “高企”'],
  ['revenue is missing', '营业收入 缺失', 'Revenue is missing'],
  ['revenue is not missing', '营业收入 不缺失', 'Revenue is not missing'],
  ['min(revenue, 1)', '最小值（营业收入，1）', 'smallest of (Revenue, 1)'],
  ['max(revenue, 1)', '最大值（营业收入，1）', 'largest of (Revenue, 1)'],
  ['abs(revenue)', '绝对值（营业收入）', 'absolute value of (Revenue)'],
  ['log(revenue)', '自然对数（营业收入）', 'ln(Revenue)'],
  ['previous(revenue, 1)', '上年营业收入', 'Revenue one year earlier'],
  ['previous(revenue, 3)', '3年前的营业收入', 'Revenue 3 years earlier'],
  ['growth(revenue)', '营业收入增长率', 'growth of Revenue'],
  ['cagr(revenue, 3)', '营业收入3年复合增长率', '3-year compound growth of Revenue'],
  ['sum_years(revenue, 3)', '营业收入近3年合计', '3-year sum of Revenue'],
  ['mean_years(revenue, 2)', '营业收入近2年平均', '2-year mean of Revenue'],
  ['revenue <= 0.57亿元', '营业收入 ≤ 0.57亿元', 'Revenue ≤ 57 million'],
  ['revenue < 12345.6万元', '营业收入 < 12345.6万元', 'Revenue < 123.456 million'],
  ['revenue > 3亿', '营业收入 > 3亿', 'Revenue > 300 million'],
  ['revenue > 20亿元', '营业收入 > 20亿元', 'Revenue > 2 billion'],
  ['revenue > 500元', '营业收入 > 500元', 'Revenue > 500'],
  ['titles is missing or revenue > 1500 人', '资质称号 缺失 或 营业收入 > 1500人', 'Titles is missing or Revenue > 1,500'],
  [
    'age >= 1年 and age < 10岁',
    '成立年数 ≥ 1年 且 成立年数 < 10岁',
    'full years since founding ≥ 1 year and full years since founding < 10 years',
  ],
])('%s reads %s, in English %s', (text, zh, en) => {
  const tree = treeOf(text);
  expect(formulaToWords(tree, (field) => NAMES[field]![0], 'zh')).toBe(zh);
  expect(formulaToWords(tree, (field) => NAMES[field]![1], 'en')).toBe(en);
});

it.each([
  ['rd_expense / revenue', '12元 ÷ 120元', '12元 ÷ 120元'],
  ['2 * growth(revenue)', '2 × (120元 ÷ 100元 − 1)', '2 × (120元 ÷ 100元 − 1)'],
  ['cagr(revenue, 1)', '(120元 ÷ 100元)^(1 ÷ 1) − 1', '(120元 ÷ 100元)^(1 ÷ 1) − 1'],
  ['sum_years(revenue, 2) / 2', '(120元 + 100元) ÷ 2', '(120元 + 100元) ÷ 2'],
  ['mean_years(revenue, 2)', '(120元 + 100元) ÷ 2', '(120元 + 100元) ÷ 2'],
  ['sum_years(revenue, 1)', '120元', '120元'],
  ['previous(revenue, 1) > 2万元', '100元 > 2万元', '100元 > 20,000'],
  ['growth(rd_expense)', '12元 ÷ 缺失 − 1', '12元 ÷ missing − 1'],
  ['growth(profit)', '5元 ÷ (-3元) − 1', '5元 ÷ (-3元) − 1'],
  ['revenue - previous(profit, 1)', '120元 − (-3元)', '120元 − (-3元)'],
  ['absent + 1', '缺失 + 1', 'missing + 1'],
  ['dishonest', '否', 'no'],
  ["tax_grade = 'D'", '“A” = “D”', '“A” = “D”'],
  ["'高企' in titles", '{“高企”，“雏鹰”} 含 “高企”', '{“高企”, “雏鹰”} holds “高企”'],
  ['age', '4年', '4 years'],
])('%s, filled in, is %s, in English %s', (text, zh, en) => {
  const panel = panelOf(
    [
      ['F', 2022],
      ['F', 2023],
    ],
    {
      revenue: numberColumn([100, 120]),
      rd_expense: numberColumn([null, 12]),
      profit: numberColumn([-3, 5]),
      dishonest: { ...numberColumn([0, 0]), kind: 'truth' },
      tax_grade: textColumn(['B', 'A']),
      titles: setColumn([['瞪羚'], ['高企', '雏鹰']]),
      found_date: numberColumn([18_000, 18_000]),
    },
  );
  const format = (_: string, value: number): string => `${value}元`;
  expect(formulaFilled(treeOf(text), panel, 1, format, 'zh')).toBe(zh);
  expect(formulaFilled(treeOf(text), panel, 1, format, 'en')).toBe(en);
});
