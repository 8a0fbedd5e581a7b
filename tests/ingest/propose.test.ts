import { describe, expect, it } from 'vitest';
import type { FoundFile } from '../../src/model/source';
import { proposeRecipe } from '../../src/ingest/propose';
import { dictionary } from './dictionary';
import { above, foundColumn, foundFile } from './found';

const firm = foundColumn('统一社会信用代码', 'code', ['91000000000000000K']);
const year = foundColumn('年度', 'year', ['2023']);
const proposed = (found: FoundFile) => proposeRecipe(found, dictionary);
const mapped = (found: FoundFile) => proposed(found).recipe.columns.map(({ field, kind, unit, year: its }) => [field, kind, unit, its]);
const said = (found: FoundFile) =>
  proposed(found).problems.map(({ code, severity, where, given }) => `${severity} ${code} ${where} ${given}`.trim());

it('an ordinary office table needs no question', () => {
  const found = foundFile([
    firm,
    foundColumn('企业名称', 'text', ['示例甲公司']),
    year,
    foundColumn('营业收入（万元）', 'money', ['120'], { unit: '万元' }),
    foundColumn('职工总数', 'count', ['12']),
    foundColumn('是否失信', 'flag', ['否']),
    foundColumn('企业类型', 'text', ['高企;专精特新']),
  ]);
  expect(mapped(found)).toEqual([
    ['uscc', 'code', null, null],
    ['firm_name', 'text', null, null],
    ['year', 'year', null, null],
    ['revenue', 'money', '万元', null],
    ['employees', 'count', null, null],
    ['dishonest', 'flag', null, null],
    ['titles', 'set', null, null],
  ]);
  expect(said(found)).toEqual([]);
  expect(proposed(found).recipe.columns[6]!.separator).toBe(';');
});

describe('questions', () => {
  it('money without a unit is asked about, never assumed', () => {
    const found = foundFile([firm, year, foundColumn('营业收入', 'number', ['120'])]);
    expect(mapped(found)[2]).toEqual(['revenue', 'money', '?', null]);
    expect(said(found)).toEqual(['question unit_unknown 营业收入 revenue']);
  });

  it('money whose every cell brings its unit is not', () => {
    expect(said(foundFile([firm, year, foundColumn('营业收入', 'money', ['3.4亿元'], { ownUnits: 1 })]))).toEqual([]);
  });

  it('a unit stated above the table is the unit of its money and of nothing else', () => {
    const found = foundFile([firm, year, foundColumn('研发费用', 'number', ['5']), foundColumn('职工总数', 'count', ['5'])], {
      unit: '万元',
    });
    expect(mapped(found).slice(2)).toEqual([
      ['rd_expense', 'money', '万元', null],
      ['employees', 'count', null, null],
    ]);
  });

  it('without a key the name is one, and that is said; without either it is asked', () => {
    expect(said(foundFile([foundColumn('企业名称', 'text', ['示例甲公司']), year]))).toEqual(['warning keyed_by_name 企业名称']);
    expect(said(foundFile([foundColumn('产量', 'number'), year]))).toEqual(['question no_firm_key']);
  });

  it('without a year it is asked', () => {
    expect(said(foundFile([firm, foundColumn('职工总数', 'count')]))).toEqual(['question no_year']);
  });
});

describe('the year of a whole file is proposed', () => {
  it('from its name', () => {
    const found = foundFile([firm], { source: '2023年企业.csv' });
    expect(proposed(found).recipe.year).toBe(2023);
    expect(said(found)).toEqual(['warning year_proposed 2023年企业 2023']);
  });

  it('from a title above the header', () => {
    expect(proposed(foundFile([firm], { preview: [above('某市 2021 年度企业数据')] })).recipe.year).toBe(2021);
  });

  it('not when a name holds two years', () => {
    expect(proposed(foundFile([firm], { source: '2019-2024.csv' })).recipe.year).toBeNull();
  });
});

describe('years in headers', () => {
  it('one field over years is one field', () => {
    const found = foundFile([
      firm,
      foundColumn('2022年营业收入（万元）', 'money', ['1'], { unit: '万元' }),
      foundColumn('2023年营业收入（万元）', 'money', ['2'], { unit: '万元' }),
      foundColumn('行业', 'text', ['软件']),
    ]);
    expect(mapped(found).slice(1)).toEqual([
      ['revenue', 'money', '万元', 2022],
      ['revenue', 'money', '万元', 2023],
      ['industry', 'text', null, null],
    ]);
    expect(said(found)).toEqual([]);
  });

  it('bare years hold the figure the file is named after', () => {
    const found = foundFile([firm, foundColumn('2022', 'number'), foundColumn('2023年', 'number')], { source: '研发费用（万元）.csv' });
    expect(mapped(found).slice(1)).toEqual([
      ['rd_expense', 'money', '万元', 2022],
      ['rd_expense', 'money', '万元', 2023],
    ]);
  });

  it('an unknown series is an own field with years; one unknown header with a year is just a name', () => {
    const series = mapped(foundFile([firm, foundColumn('用电量2022', 'number'), foundColumn('用电量2023', 'number')]));
    expect(series[1]![0]).toBe(series[2]![0]);
    expect([series[1]![3], series[2]![3]]).toEqual([2022, 2023]);
    expect(mapped(foundFile([firm, year, foundColumn('2020年批次', 'number')]))[2]![3]).toBeNull();
  });

  it('a figure without a year beside them is of the latest, and that is said', () => {
    const found = foundFile([
      firm,
      foundColumn('2022年净资产（元）', 'money'),
      foundColumn('2023年净资产（元）', 'money'),
      foundColumn('职工总数', 'count'),
    ]);
    expect(mapped(found)[3]).toEqual(['employees', 'count', null, 2023]);
    expect(said(found)).toEqual(['warning undated_column 职工总数 2023']);
  });
});

describe('own fields', () => {
  it('Latin headers are slugs, Chinese ones keep their id wherever the column moves', () => {
    expect(mapped(foundFile([firm, year, foundColumn('World Rank', 'number')]))[2]![0]).toBe('x_world_rank');
    const first = mapped(foundFile([firm, year, foundColumn('用电量', 'number')]))[2]![0];
    const moved = mapped(foundFile([foundColumn('用电量', 'number'), firm, year]))[0]![0];
    expect(first).toMatch(/^x_h[a-z0-9]{7}$/);
    expect(moved).toBe(first);
    expect(mapped(foundFile([firm, year, foundColumn('用水量', 'number')]))[2]![0]).not.toBe(first);
  });

  it('two of one name stay two', () => {
    expect(
      mapped(foundFile([firm, year, foundColumn('index a', 'number'), foundColumn('index-a', 'number')]))
        .slice(2)
        .map(([id]) => id),
    ).toEqual(['x_index_a', 'x_index_a_2']);
  });

  it('the second claim on a field is an own field and a warning', () => {
    const found = foundFile([
      firm,
      year,
      foundColumn('营收（元）', 'money', ['1'], { unit: '元' }),
      foundColumn('营业收入（元）', 'money', ['2'], { unit: '元' }),
    ]);
    expect(mapped(found)[3]![0]).toBe('revenue');
    expect(mapped(found)[2]![0]).toMatch(/^x_h/);
    expect(said(found)).toEqual(['warning field_claimed_twice 营收（元） revenue']);
  });

  it('a count whose cells are words is read as words', () => {
    const found = foundFile([firm, year, foundColumn('科技奖励', 'text', ['省科技进步二等奖', '无'])]);
    expect(mapped(found)[2]![1]).toBe('text');
    expect(said(found)).toEqual(['warning text_in_number_field 科技奖励 awards']);
  });

  it('a share beyond 1.5 without a sign is percent, and that is said; within it is left', () => {
    expect(mapped(foundFile([firm, year, foundColumn('出口占比', 'number', ['35.5', '0.8'])]))[2]!.slice(1, 3)).toEqual(['ratio', '%']);
    expect(mapped(foundFile([firm, year, foundColumn('出口占比', 'number', ['0.35', '0.8'])]))[2]!.slice(1, 3)).toEqual(['number', null]);
  });

  it('a row number is not taken, an empty column is told', () => {
    const found = foundFile([foundColumn('序号', 'number'), firm, year, foundColumn('备注', 'text', [])]);
    expect(mapped(found).map(([id]) => id)).toEqual([null, 'uscc', 'year', null]);
    expect(said(found)).toEqual(['warning empty_column 备注']);
  });
});

it('last year is a field of its own', () => {
  expect(mapped(foundFile([firm, year, foundColumn('revenue_p1', 'number', ['1'], { unit: '元' })]))[2]).toEqual([
    'revenue_p1',
    'money',
    '元',
    null,
  ]);
});

it('industry is its code where a file has nothing better', () => {
  expect(mapped(foundFile([firm, year, foundColumn('行业代码', 'code', ['C3973'])]))[2]!.slice(0, 2)).toEqual(['industry', 'text']);
  expect(
    mapped(foundFile([firm, year, foundColumn('行业代码', 'code', ['C3973']), foundColumn('行业', 'text', ['软件'])]))
      .slice(2)
      .map(([id]) => id),
  ).toEqual(['industry_code', 'industry']);
});

it.each([
  ['营业收入（万美元）', 'USD', []],
  ['revenue (EUR million)', 'EUR', []],
  ['营业收入（万元）', 'CNY', []],
  ['revenue (million)', 'CNY', ['warning currency_assumed revenue (million) CNY']],
])('the currency of %s is %s', (header, currency, notes) => {
  const found = foundFile([foundColumn('company_id', 'code'), foundColumn('year', 'year', ['2023']), foundColumn(header, 'money')]);
  expect(proposed(found).recipe.currency).toBe(currency);
  expect(said(found)).toEqual(notes);
});

describe('dated lists are proposed, and that is said', () => {
  const from = foundColumn('发证日期', 'date', ['2021-12-03']);
  const to = foundColumn('有效期至', 'date', ['2024-12-03']);
  it('titles with days, named by a column or by the file', () => {
    const named = foundFile([firm, foundColumn('资质', 'text', ['高企']), from, to]);
    expect(proposed(named).recipe.dated).toEqual({ is: 'titles', title: null });
    expect(mapped(named)[1]!.slice(0, 2)).toEqual(['title_name', 'text']);
    expect(said(named)).toEqual(['warning dated_titles 发证日期']);
    expect(proposed(foundFile([firm, from, to], { source: '瞪羚名单.csv' })).recipe.dated).toEqual({ is: 'titles', title: '瞪羚企业' });
  });
  it('support with a day and an amount', () => {
    const found = foundFile(
      [firm, foundColumn('放款日期', 'date', ['2022-01-01']), foundColumn('贷款金额（万元）', 'money', ['5'], { unit: '万元' })],
      {
        source: '贷款明细.csv',
      },
    );
    expect(proposed(found).recipe.dated).toEqual({ is: 'support', kind: 'loan' });
    expect(said(found)).toEqual(['warning dated_support 放款日期 loan']);
  });
  it('not a table of firms in which such days stand', () => {
    expect(
      proposed(foundFile([firm, year, foundColumn('资质', 'text', ['高企']), from, foundColumn('职工总数', 'count')])).recipe.dated,
    ).toBeUndefined();
  });
});

it('yes/no columns named like titles are titles', () => {
  const found = foundFile([firm, year, foundColumn('是否高新技术企业', 'flag', ['是', '否']), foundColumn('专精特新', 'flag', ['√'])]);
  expect(
    proposed(found)
      .recipe.columns.slice(2)
      .map(({ field, kind, word }) => [field, kind, word]),
  ).toEqual([
    ['titles', 'flag', '高新技术企业'],
    ['titles', 'flag', '专精特新中小企业'],
  ]);
  expect(said(found)).toEqual([]);
});
