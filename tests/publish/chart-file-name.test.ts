import { expect, it } from 'vitest';
import { chartFileName } from '../../src/publish/chart-file-name';

const name = (what: string, segment = '', year = '2024'): string => chartFileName({ what, segment, year, date: '2026-11-22' }, 'csv');

it.each([
  ['研发强度', '软件', '2024', '研发强度_软件_2024_20261122.csv'],
  ['研发强度', '', '', '研发强度_20261122.csv'],
  ['R&D ÷ revenue: 3/4?', 'A|B', '2024', 'R&D ÷ revenue- 3-4-_A-B_2024_20261122.csv'],
  ['..\\..\\etc/passwd', '', '2024', '-..-etc-passwd_2024_20261122.csv'],
  ['con', 'LPT1', '2024', 'con-_LPT1-_2024_20261122.csv'],
  ['强度\u202Egnp.exe', '', '2024', '强度gnp.exe_2024_20261122.csv'],
  ['a\nb\tc\0', '', '2024', 'abc_2024_20261122.csv'],
  ['…', ' . ', '2024', '…_2024_20261122.csv'],
  ['', '', '2024', 'chart_2024_20261122.csv'],
])('%j in %j of %j is %s', (what, segment, year, wanted) => {
  expect(name(what, segment, year)).toBe(wanted);
});

it('a name of any length fits every system, and no sign is cut in half', () => {
  const long = name('𠮷'.repeat(300), '段'.repeat(300));
  expect(new TextEncoder().encode(long).length).toBeLessThanOrEqual(200);
  expect(long).toMatch(/^𠮷+_段+_2024_20261122\.csv$/u);
});
