import { describe, expect, it } from 'vitest';
import { buildPanel, giversOf, type PanelPart } from '../../../src/ingest/panel';
import type { ConflictDecision } from '../../../src/model/project';
import type { Recipe } from '../../../src/model/recipe';
import { dictionary } from '../dictionary';
import { cells, type Given, part } from './part';

const source = (name: string, fields: readonly Given[], recipe: Partial<Recipe> = {}) =>
  part([['firm_id', 'code', ['A', 'B']], ...fields], { year: 2023, ...recipe }, name);
const revenue = (...list: (number | null)[]): Given => ['revenue', 'money', list, { unit: '元' }];
const field = (built: ReturnType<typeof buildPanel>, id: string) => cells(built.panel!.fields.get(id));
const build = (parts: PanelPart[], conflicts: ConflictDecision[] = []) => buildPanel(parts, dictionary, { conflicts });

describe('which source wins', () => {
  const tax = (recipe: Partial<Recipe> = {}) => source('tax.csv', [revenue(100, 200), ['employees', 'count', [1, 2]]], recipe);
  const statistics = (recipe: Partial<Recipe> = {}) =>
    source('statistics.csv', [revenue(101, 201), ['employees', 'count', [3, 4]]], recipe);

  it.each<[string, Partial<Recipe>, Partial<Recipe>, number[], number[]]>([
    ['the first by order', {}, {}, [100, 200], [1, 2]],
    ['one put first for a field', {}, { wins: ['revenue'] }, [101, 201], [1, 2]],
    ['one put first for all it has', {}, { wins: ['*'] }, [101, 201], [3, 4]],
    ['a field named is stronger than all', { wins: ['*'] }, { wins: ['revenue'] }, [101, 201], [1, 2]],
    ['of two named the first by order', { wins: ['revenue'] }, { wins: ['revenue'] }, [100, 200], [1, 2]],
  ])('%s', (_, first, second, wantedRevenue, wantedEmployees) => {
    const built = build([tax(first), statistics(second)]);
    expect(field(built, 'revenue')).toEqual(wantedRevenue);
    expect(field(built, 'employees')).toEqual(wantedEmployees);
    const taken = wantedRevenue[0] === 100 ? 'tax.csv' : 'statistics.csv';
    expect(built.conflicts.page(0, 1)[0]).toMatchObject({ field: 'revenue', taken });
    expect(giversOf(built.origins).get('revenue')![0]).toBe(taken);
  });
});

describe('what counts as different', () => {
  const first = source('a.csv', [revenue(1000, 0), ['found_date', 'date', [19000, 19000]]]);
  const count = (tolerance: number | undefined, ...fields: Given[]) =>
    build([first, source('b.csv', fields, tolerance === undefined ? {} : { tolerance })]).conflicts.total;

  it('is a figure further from the stronger source than the tolerance', () => {
    expect(count(undefined, revenue(1000, 0))).toBe(0);
    expect(count(undefined, revenue(1001, 0))).toBe(1);
    expect(count(0.01, revenue(1010, 0))).toBe(0);
    expect(count(0.01, revenue(1011, 0))).toBe(1);
    expect(count(0.01, revenue(989, 0))).toBe(1);
  });
  it('is anything beside zero: no share of nothing is something', () => {
    expect(count(0.5, revenue(1000, 1))).toBe(1);
  });
  it('is a day, whatever the tolerance: days are no figures', () => {
    expect(count(0.5, ['found_date', 'date', [19001, 19000]])).toBe(1);
  });
  it('is not a name that differs in width, brackets or legal form', () => {
    const names = (list: string[]): Given => ['firm_name', 'text', list];
    const built = build([
      source('a.csv', [names(['示例（一）有限公司', '样本'])]),
      source('b.csv', [names(['示例(一)有限责任公司', '远方'])]),
    ]);
    expect(built.receipts.severalNames.listed.map(({ firm, names: [first] }) => [firm, first?.name])).toEqual([['B', '样本']]);
    expect(built.conflicts.total).toBe(0);
  });
});

describe('a decision', () => {
  const parts = [
    source('a.csv', [revenue(1, 10), ['district', 'text', ['锦江区', '青羊区']], ['chain', 'set', [['食品'], ['会展']]]]),
    source('b.csv', [revenue(2, 10), ['district', 'text', ['武侯区', '青羊区']], ['chain', 'set', [['金融', '食品'], ['会展']]]]),
    source('c.csv', [revenue(3, null)]),
  ];
  const decide = (id: string, take: string | null, firm = 'A', year = 2023): ConflictDecision => ({
    firm,
    year,
    field: id,
    take,
    reason: '核对',
  });

  it('takes the source chosen', () => {
    const built = build(parts, [decide('revenue', 'c.csv'), decide('district', 'b.csv'), decide('chain', 'b.csv')]);
    expect([field(built, 'revenue'), field(built, 'district'), field(built, 'chain')]).toEqual([
      [3, 10],
      ['武侯区', '青羊区'],
      [['食品', '金融'], ['会展']],
    ]);
    expect(built.conflicts.page(0, 9).map(({ field: id, taken }) => [id, taken])).toEqual([
      ['revenue', 'c.csv'],
      ['district', 'b.csv'],
      ['chain', 'b.csv'],
    ]);
    expect([built.conflicts.total, built.conflicts.open]).toEqual([3, 0]);
    expect(built.conflicts.openAt(0)).toEqual([]);
  });

  it('for none leaves the value missing, reason conflict', () => {
    const built = build(parts, [decide('revenue', null), decide('district', null), decide('chain', null)]);
    expect([field(built, 'revenue'), field(built, 'district'), field(built, 'chain')]).toEqual([
      ['<conflict>', 10],
      ['<conflict>', '青羊区'],
      ['<conflict>', ['会展']],
    ]);
    expect(built.conflicts.page(0, 1)[0]!.taken).toBeNull();
    expect(built.conflicts.page(0, 1)[0]!.says.map(({ value }) => value)).toEqual(['1', '2', '3']);
  });

  it.each([
    ['about a cell in which sources agree', decide('revenue', null, 'B')],
    ['for a source that is gone', decide('revenue', 'd.csv')],
    ['for a source without a value there', decide('district', 'c.csv')],
    ['about a firm that is not there', decide('revenue', null, 'Z')],
    ['about a year that is not there', decide('revenue', null, 'A', 1999)],
  ])('%s changes nothing and is counted', (_, decision) => {
    const built = build(parts, [decision]);
    expect(field(built, 'revenue')).toEqual([1, 10]);
    expect(built.problems).toMatchObject([
      { code: 'values_conflict', given: '3' },
      { code: 'decisions_stale', given: '1' },
    ]);
  });

  it('only what nobody decided is open about a row', () => {
    const { conflicts } = build(parts, [decide('revenue', 'c.csv')]);
    expect(conflicts.openAt(0).map(({ field: id }) => id)).toEqual(['district', 'chain']);
    expect(conflicts.openAt(1)).toEqual([]);
  });

  it('the loaded columns stay as they were', () => {
    build(parts, [decide('revenue', null)]);
    expect(cells(parts[0]!.file.columns[1]!.column)).toEqual([1, 10]);
  });
});

it('counted events that differ from a file’s own count are a conflict with both', () => {
  const main = source('a.csv', [['penalties', 'count', [1, 0]]]);
  const events = part([['firm_id', 'code', ['A', 'A']]], { year: 2023, events: { field: 'penalties' } }, 'events.csv');
  expect(build([main, events]).conflicts.page(0, 9)).toEqual([
    {
      firm: 'A',
      name: 'A',
      year: 2023,
      field: 'penalties',
      says: [
        { source: 'a.csv', line: 2, value: '1' },
        { source: 'events.csv', line: 2, value: '2' },
      ],
      taken: 'a.csv',
    },
  ]);
});
