import { describe, expect, it } from 'vitest';
import dictionary from '../../../data/fields.json';
import { kindsOf } from '../../../scoring/dictionary';
import { checkFormula } from '../../../scoring/formula/check';
import { parseFormula } from '../../../scoring/formula/parse';
import { findBroken, IDENTITIES } from '../../../scoring/quality/identity';
import { type Life, rowsTold, seriesPanel } from './series-panel';

function broken(life: Life): string[] {
  const panel = seriesPanel([life]);
  return findBroken(panel).flatMap((one) => rowsTold(panel, one));
}

describe('each identity, broken and just kept', () => {
  it.each<[string, Record<string, number>, Record<string, number>, string]>([
    ['main_revenue', { main_revenue: 120e4, revenue: 100e4 }, { main_revenue: 100.1e4, revenue: 100e4 }, ' 1.2'],
    ['hitech_revenue', { hitech_revenue: 200e4, revenue: 100e4 }, { hitech_revenue: 100e4, revenue: 100e4 }, ' 2'],
    ['export_value', { export_value: 150e4, revenue: 100e4 }, { export_value: 100e4, revenue: 100e4 }, ' 1.5'],
    ['rd_expense', { rd_expense: 300e4, revenue: 100e4 }, { rd_expense: 100e4, revenue: 100e4 }, ' 3'],
    ['rd_domestic', { rd_domestic: 11e4, rd_expense: 10e4 }, { rd_domestic: 10e4, rd_expense: 10e4 }, ' 1.1'],
    ['rd_tax_relief', { rd_tax_relief: 60e4, rd_expense: 100e4 }, { rd_tax_relief: 30e4, rd_expense: 100e4 }, ' 2'],
    ['rd_deduction', { rd_deduction: 180e4, rd_expense: 100e4 }, { rd_deduction: 120e4, rd_expense: 100e4 }, ' 1.5'],
    ['tech_staff', { tech_staff: 21, employees: 20 }, { tech_staff: 20, employees: 20 }, ' 1.1'],
    ['rd_staff', { rd_staff: 40, employees: 20 }, { rd_staff: 20, employees: 20 }, ' 2'],
    ['grad_staff', { grad_staff: 30, employees: 20 }, { grad_staff: 20, employees: 20 }, ' 1.5'],
    ['new_graduates', { new_graduates: 22, employees: 20 }, { new_graduates: 20, employees: 20 }, ' 1.1'],
    [
      'balance',
      { total_liabilities: 50e4, total_assets: 100e4, net_assets: 60e4 },
      { total_liabilities: 40.3e4, total_assets: 100e4, net_assets: 60e4 },
      ' 0.25',
    ],
    ['net_assets', { net_assets: 110e4, total_assets: 100e4 }, { net_assets: 100e4, total_assets: 100e4 }, ' 1.1'],
    ['inv_granted', { inv_granted: 3, patents_granted: 2 }, { inv_granted: 2, patents_granted: 2 }, ' 1.5'],
    ['inv_applied', { inv_applied: 3, patents_applied: 2 }, { inv_applied: 2, patents_applied: 2 }, ' 1.5'],
    ['inv_valid', { inv_valid: 3, class1_ip: 2 }, { inv_valid: 2, class1_ip: 2 }, ' 1.5'],
    ['class1_high_value', { class1_high_value: 3, class1_ip: 2 }, { class1_high_value: 2, class1_ip: 2 }, ' 1.5'],
    ['class1_self', { class1_self: 3, class1_ip: 2 }, { class1_self: 2, class1_ip: 2 }, ' 1.5'],
  ])('%s', (id, wrong, right, measure) => {
    const life = (figures: Record<string, number>): Life =>
      Object.fromEntries(Object.entries(figures).map(([field, value]) => [field, [value]]));
    expect(broken(life(wrong))).toEqual([`${id} F0 2018${measure}`]);
    expect(broken(life(right))).toEqual([]);
  });

  it('all of the list are tried above', () => {
    expect(IDENTITIES).toHaveLength(18);
  });
});

it('a missing side breaks nothing', () => {
  expect(broken({ tech_staff: [21, null], employees: [null, 20] })).toEqual([]);
  expect(broken({ tech_staff: [21] })).toEqual([]);
});

it('R&D before the first sale is told without a ratio', () => {
  expect(broken({ rd_expense: [300e4], revenue: [0] })).toEqual(['rd_expense F0 2018']);
});

it('rounding to 0.01 万元 breaks nothing', () => {
  expect(broken({ rd_domestic: [1100], rd_expense: [1000] })).toEqual([]);
  expect(broken({ rd_domestic: [1200], rd_expense: [1000] })).toEqual(['rd_domestic F0 2018 1.2']);
});

it.each(IDENTITIES)('$id is between numbers of the dictionary, and says which cell gives way', ({ left, right, field }) => {
  for (const formula of [left, right]) {
    const parsed = parseFormula(formula);
    expect(parsed.ok && checkFormula(parsed.tree, kindsOf(null))).toMatchObject({ kind: 'number', problems: [] });
  }
  expect(dictionary.map(({ id }) => id)).toContain(field);
});
