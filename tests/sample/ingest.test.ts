import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sampleFiles } from '../../scripts/sample/tables.mjs';
import { makeWorld } from '../../scripts/sample/world.mjs';
import { bytesSource } from '../../src/ingest/byte-source';
import { look } from '../../src/ingest/look';
import { proposeRecipe } from '../../src/ingest/propose';
import type { FieldEntry } from '../../src/model/recipe';

const dictionary: readonly FieldEntry[] = JSON.parse(readFileSync(new URL('../../data/fields.json', import.meta.url), 'utf8'));
const files = new Map(sampleFiles(makeWorld()));

// The sample gets no special way in: what a person's file must pass, it passes.
describe.each([
  [
    '经营与研发_2014-2024.csv',
    0,
    [
      ...['uscc', 'firm_name', 'year', 'industry', 'industry_code', 'chain', 'titles', 'district', 'size_class', 'found_date'],
      ...['employees', 'tech_staff', 'rd_staff', 'grad_staff', 'new_graduates'],
      ...['revenue', 'main_revenue', 'hitech_revenue', 'total_cost', 'net_profit', 'total_assets', 'total_liabilities', 'net_assets'],
      ...['rd_expense', 'rd_domestic', 'rd_tax_relief', 'tax_grade'],
    ],
  ],
  [
    '知识产权与项目_2014-2024.csv',
    1,
    [
      ...['uscc', 'year', 'inv_applied', 'pct_applied', 'inv_valid', 'class1_ip', 'class2_ip', 'tech_contract', 'platforms', 'awards'],
      ...['proj_nat', 'proj_prov', 'proj_city', 'vc_amount', 'talents'],
    ],
  ],
  [
    '约束事项.csv',
    0,
    [
      ...['uscc', 'firm_name', 'year', 'abnormal_list', 'dishonest', 'research_misconduct', 'major_accident_3y', 'env_violation'],
      ...['data_fraud', 'late_or_missing_data', 'prohibited_product', 'penalties'],
    ],
  ],
])('%s', (name, headerLine, fields) => {
  const found = look(bytesSource(name, new TextEncoder().encode(files.get(name))));

  it('is understood without a question', async () => {
    const { recipe, problems } = proposeRecipe(await found, dictionary);
    expect(recipe.dialect).toMatchObject({ encoding: 'utf-8', delimiter: ',', header: { line: headerLine, lines: 1 } });
    expect(recipe.columns.map((column) => column.field)).toEqual(fields);
    expect(problems.filter((problem) => problem.severity !== 'warning')).toEqual([]);
  });

  it('has money in 万元', async () => {
    const { recipe } = proposeRecipe(await found, dictionary);
    const money = recipe.columns.filter((column) => column.kind === 'money');
    expect(money.filter((column) => column.unit !== '万元')).toEqual([]);
    expect(money.length).toBe({ '经营与研发_2014-2024.csv': 11, '知识产权与项目_2014-2024.csv': 2 }[name] ?? 0);
  });
});
