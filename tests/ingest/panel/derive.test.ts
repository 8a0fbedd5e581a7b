import { describe, expect, it } from 'vitest';
import { buildPanel } from '../../../src/ingest/panel';
import { industryCode } from '../../../scoring/industry-code';
import type { Recipe } from '../../../src/model/recipe';
import { dictionary } from '../dictionary';
import { cells, type Given, part } from './part';

/** Rows of one year, money in yuan as loaded. */
const built = (fields: readonly Given[], recipe: Partial<Recipe> = {}) =>
  buildPanel([part([['firm_id', 'code', fields[0]![2].map((_, at) => `F${at}`)], ...fields], { year: 2023, ...recipe })], dictionary);
const field = (fields: readonly Given[], id: string, recipe: Partial<Recipe> = {}) => cells(built(fields, recipe).panel!.fields.get(id));
const YI = 1e8;
const WAN = 1e4;

describe('the size class of 2017', () => {
  // Industry: large from 1,000 staff and 4 亿, medium from 300 and 2,000 万, small from 20 and 300 万.
  it('of industry takes staff and revenue, the lower of both', () => {
    const fields: Given[] = [
      ['industry_code', 'code', ['C3973', 'C3973', 'C3973', 'C3973', '3973', 'C']],
      ['employees', 'count', [1000, 999, 1000, 19, 300, 20]],
      ['revenue', 'money', [4 * YI, 4 * YI, 4 * YI - 1, 4 * YI, 2000 * WAN, 300 * WAN], { unit: '元' }],
    ];
    expect(field(fields, 'size_class')).toEqual(['大型', '中型', '中型', '微型', '中型', '小型']);
  });

  // Building: revenue and assets, no staff. Renting and business services: staff and assets.
  it('takes the measures of its own industry', () => {
    const fields: Given[] = [
      ['industry', 'text', ['建筑业', '租赁和商务服务业']],
      ['employees', 'count', [null, 100]],
      ['revenue', 'money', [6000 * WAN, null], { unit: '元' }],
      ['total_assets', 'money', [8 * YI, 8000 * WAN], { unit: '元' }],
    ];
    expect(field(fields, 'size_class')).toEqual(['中型', '中型']);
  });

  it('is missing with the reason of what it lacks, unless one figure makes it micro', () => {
    const fields: Given[] = [
      ['industry', 'text', ['制造业', '制造业', null, '电子信息', '金融业', '批发和零售业', '制造业']],
      ['employees', 'count', [null, 5, 50, 50, 50, 50, 50]],
      ['revenue', 'money', [5 * YI, null, YI, YI, YI, YI, YI], { unit: '元' }],
    ];
    expect(field(fields, 'size_class')).toEqual(['<blank>', '微型', '<blank>', '<unreadable>', '<not_applicable>', '<unreadable>', '小型']);
  });

  it('stays as a file gives it, and is not made of money in another currency or without any industry of the rule', () => {
    const fields: Given[] = [
      ['industry', 'text', ['制造业']],
      ['employees', 'count', [50]],
      ['revenue', 'money', [YI], { unit: '元' }],
    ];
    expect(field([...fields, ['size_class', 'text', ['大型']]], 'size_class')).toEqual(['大型']);
    expect(field(fields, 'size_class', { currency: 'EUR' })).toEqual(['no column']);
    expect(field([['industry', 'text', ['电子信息']], ...fields.slice(1)], 'size_class')).toEqual(['no column']);
    expect(built(fields).origins.derived.get('size_class')).toEqual({
      rule: 'size-classes-2017',
      fields: ['industry', 'employees', 'revenue'],
    });
    expect(built([...fields, ['size_class', 'text', ['大型']]]).origins.derived.has('size_class')).toBe(false);
  });

  it.each([
    ['C3973', 'C3973'],
    ['3973', 'C3973'],
    ['65', 'I65'],
    ['c', 'C'],
    ['制造业', 'C'],
    ['农、林、牧、渔业', 'A'],
    ['C65', null],
    ['98', null],
    ['软件', null],
    ['', null],
  ])('the industry %s is %s', (text, wanted) => {
    expect(industryCode(text)).toBe(wanted);
  });
});

describe('the age band', () => {
  it('counts full years on 31 December', () => {
    const founded = ['2023-12-31', '2020-01-01', '2019-12-31', '2018-06-01', '2017-06-01', '2013-01-01', '2012-12-31', '2024-01-01'];
    const days = founded.map((iso) => Date.parse(iso) / 86_400_000);
    expect(field([['found_date', 'date', [...days, null]]], 'age_band')).toEqual([
      ...['3年及以下', '3年及以下', '3–5年', '3–5年', '5–10年', '5–10年', '10年以上'],
      '<out_of_range>',
      '<blank>',
    ]);
  });
  it('stays as a file gives it', () => {
    expect(
      field(
        [
          ['found_date', 'date', [0]],
          ['age_band', 'text', ['老企业']],
        ],
        'age_band',
      ),
    ).toEqual(['老企业']);
  });
});

it('a list of key chains gives the chain of its year, and none where absence means none', () => {
  const main = part(
    [
      ['firm_id', 'code', ['A', 'B']],
      ['employees', 'count', [1, 2]],
    ],
    { year: 2023 },
  );
  const chains = part(
    [
      ['firm_id', 'code', ['A']],
      ['chain', 'set', [['集成电路']]],
    ],
    { year: 2023, absence: { means: 'none', years: null, districts: null } },
    'chains.csv',
  );
  expect(cells(buildPanel([main, chains], dictionary).panel!.fields.get('chain'))).toEqual([['集成电路'], []]);
  const open = { ...chains, recipe: { ...chains.recipe, absence: { means: 'unknown', years: null, districts: null } as const } };
  expect(cells(buildPanel([main, open], dictionary).panel!.fields.get('chain'))).toEqual([['集成电路'], '<not_collected>']);
});
