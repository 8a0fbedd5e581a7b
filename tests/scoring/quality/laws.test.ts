import { describe, expect, it } from 'vitest';
import type { Panel } from '../../../scoring/panel';
import { pickRows } from '../../../scoring/quality/edit-panel';
import { qualityContext } from '../../../scoring/quality/context';
import { findAll } from '../../../scoring/quality/find-all';
import { FINDING_RULES } from '../../../scoring/quality/format';
import { type Life, normal, random, rowsTold, seriesPanel } from './series-panel';

/** A small world with something for most rules. */
function world(seed: number): Life[] {
  const next = random(seed);
  return Array.from({ length: 120 }, (_, firm): Life => {
    let log = 14 + 1.5 * normal(next);
    const revenue = Array.from({ length: 6 }, () => Math.exp((log += 0.3 * normal(next))));
    const at = Math.floor(next() * 6);
    if (firm % 10 === 0) revenue[at]! *= 10 ** (firm % 4 === 0 ? 4 : 2);
    if (firm % 17 === 0) for (let later = at; later < 6; later++) revenue[later]! *= 70;
    const employees = revenue.map((one) => Math.ceil(one / 1e5));
    const blank = (list: number[]): (number | null)[] => list.map((one) => (next() < 0.04 ? null : one));
    return {
      revenue: firm % 11 === 0 ? revenue.map((one, i) => (i === 2 ? null : one)) : blank(revenue),
      employees: firm % 11 === 0 ? employees.map((one, i) => (i === 2 ? null : one)) : blank(employees),
      tech_staff:
        firm % 11 === 0 ? employees.map((one, i) => (i === 2 ? null : one)) : blank(employees.map((one) => Math.floor(one * 1.3 * next()))),
      industry: revenue.map((_, i) => (firm % 11 === 0 && i === 2 ? null : firm % 3 === 0 ? '制药' : '软件')),
    };
  });
}
const names = (seed: number): string[] => Array.from({ length: 120 }, (_, firm) => `示例${firm % 13 === 0 ? seed : firm}`);
const all = (panel: Panel): string[] =>
  findAll(panel, qualityContext()).flatMap((one) => rowsTold(panel, one).map((row) => `${one.rule} ${row}`));

describe.each([1, 2, 3])('world %d', (seed) => {
  const panel = seriesPanel(world(seed), 2018, names(seed));

  it('has findings of several rules, in the order of the rules', () => {
    const rules = findAll(panel, qualityContext()).map(({ rule }) => FINDING_RULES.indexOf(rule));
    expect(new Set(rules).size).toBeGreaterThanOrEqual(4);
    expect(rules).toEqual([...rules].sort((a, b) => a - b));
  });

  it('rows of a finding ascend, each once, beside as many numbers', () => {
    for (const { rows, measure, factor } of findAll(panel, qualityContext())) {
      expect([...rows]).toEqual([...new Set(rows)].sort((a, b) => a - b));
      expect([measure.length, factor.length]).toEqual([rows.length, rows.length]);
    }
  });

  it('finds the same in whatever order the rows stand', () => {
    const next = random(seed);
    const key = Array.from({ length: panel.rows }, next);
    const order = Int32Array.from(key, (_, row) => row).sort((a, b) => key[a]! - key[b]!);
    expect(all(pickRows(panel, order)).sort()).toEqual(all(panel).sort());
  });

  it('one clean firm more changes nothing about the others', () => {
    const clean: Life = {
      revenue: [90e4, 95e4, 99e4, 104e4, 108e4, 111e4],
      employees: [9, 9, 10, 10, 11, 11],
      tech_staff: [3, 3, 3, 3, 4, 4],
    };
    const more = seriesPanel([...world(seed), { ...clean, industry: ['软件', '软件', '软件', '软件', '软件', '软件'] }], 2018, names(seed));
    const own = (list: string[]) =>
      list.filter((one) => /^(identity|impossible_sign|series_gap|two_keys|total_row|unit_jump)/.test(one)).sort();
    expect(own(all(more)).map((one) => one.replace(/ [\d.e+-]+( ×|$)/, '$1'))).toEqual(
      own(all(panel)).map((one) => one.replace(/ [\d.e+-]+( ×|$)/, '$1')),
    );
    expect(all(more).filter((one) => one.includes('F120 '))).toEqual([]);
  });
});

it('of a panel without rows or without figures nothing is found', () => {
  const panel = seriesPanel([{ revenue: [1] }]);
  expect(findAll(pickRows(panel, new Int32Array(0)), qualityContext())).toEqual([]);
  expect(findAll({ ...panel, fields: new Map() }, qualityContext())).toEqual([]);
});
