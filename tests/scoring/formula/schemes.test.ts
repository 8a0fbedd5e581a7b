import { expect, it } from 'vitest';
import { checkFormula } from '../../../scoring/formula/check';
import { parseFormula } from '../../../scoring/formula/parse';
import { formulaToText } from '../../../scoring/formula/print-text';
import type { ValueKind } from '../../../scoring/formula/tree';

const TRUTHS = [
  ...['abnormal_list', 'dishonest', 'research_misconduct', 'major_accident_3y', 'env_violation', 'data_fraud', 'late_or_missing_data'],
  ...['x_prohibited_product', 'x_self_developed_ip', 'x_only_acquired'],
];
const kindOf = (field: string): ValueKind => {
  if (TRUTHS.includes(field)) return 'truth';
  if (['chain', 'tax_grade', 'hitech_field'].includes(field)) return 'text';
  return field === 'titles' ? 'set' : 'number';
};

/** What published and illustrative points schemes ask of a firm, said in formula language v1. */
it.each<[string, ValueKind]>([
  ['rd_expense', 'number'],
  ['rd_expense / revenue', 'number'],
  ['tech_staff / employees', 'number'],
  ['net_profit / net_assets', 'number'],
  ['total_liabilities / total_assets', 'number'],
  ['proj_nat + proj_prov', 'number'],
  ['platforms + awards', 'number'],
  ['growth(revenue)', 'number'],
  ['revenue / revenue_p1 - 1', 'number'],
  ['chain is not missing', 'truth'],
  ["tax_grade = 'D'", 'truth'],
  ['employees <= 500人', 'truth'],
  ['revenue <= 2亿元', 'truth'],
  ['not (major_accident_3y or env_violation or research_misconduct)', 'truth'],
  ['not (abnormal_list or dishonest)', 'truth'],
  ['not x_prohibited_product', 'truth'],
  ['if(class1_ip >= 1, 30, if(class2_ip >= 4, 24, if(class2_ip = 3, 18, if(class2_ip = 2, 12, if(class2_ip = 1, 6, 0)))))', 'number'],
  ['class1_ip + class2_ip = 0', 'truth'],
  ['age >= 1', 'truth'],
  ['tech_staff / employees >= 10%', 'truth'],
  ['sum_years(rd_expense, 3) / sum_years(revenue, 3) >= if(revenue <= 5000万元, 5%, if(revenue <= 20000万元, 4%, 3%))', 'truth'],
  ['sum_years(rd_domestic, 3) / sum_years(rd_expense, 3) >= 60%', 'truth'],
  ["hitech_field in ('电子信息', '新材料', '资源与环境')", 'truth'],
  ['class2_ip >= 3 and class2_ip <= 4', 'truth'],
  ['x_self_developed_ip or not x_only_acquired', 'truth'],
  ['transformations_3y / 3', 'number'],
  ['0.5 * (previous(net_assets, 1) / previous(net_assets, 2) + net_assets / previous(net_assets, 1)) - 1', 'number'],
  ['age < 5 and revenue < 2000万元', 'truth'],
  ['age >= 10 or revenue >= 4亿元', 'truth'],
  ["'高新技术企业' in titles", 'truth'],
  ['cagr(revenue, 2) >= 5%', 'truth'],
  ['rd_expense >= 100万元 and previous(rd_expense, 1) >= 100万元', 'truth'],
])('%s', (text, kind) => {
  const read = parseFormula(text);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  expect(checkFormula(read.tree, kindOf)).toMatchObject({ kind, problems: [] });
  expect(formulaToText(read.tree)).toBe(text);
});
