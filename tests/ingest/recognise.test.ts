import { describe, expect, it } from 'vitest';
import { currencyIn, foldHeader, readHeading, yearInText } from '../../src/ingest/heading';
import { headerIndex, recognise } from '../../src/ingest/recognise';
import { dictionary } from './dictionary';

const index = headerIndex(dictionary);
const shown = (header: string) => {
  const known = recognise(header, index);
  return known && [known.entry.id, known.heading.unit, known.heading.year, known.heading.back];
};

it.each([
  ['企业名称', 'firm_name'],
  ['统一社会信用代码', 'uscc'],
  ['企业类型', 'titles'],
  ['地区', 'district'],
  ['ＲＤ', 'rd_expense'],
  ['R&D经费', 'rd_expense'],
  [' 营业 收入 ', 'revenue'],
  ['1、企业名称', 'firm_name'],
  ['*统一社会信用代码', 'uscc'],
  ['Ⅰ类知识产权数', 'class1_ip'],
  ['Company_Name', 'firm_name'],
  ['rd', 'rd_expense'],
  ['ns', 'revenue'],
  ['capex', 'capex'],
  ['op', 'operating_profit'],
  ['emp', 'employees'],
  ['company_id', 'firm_id'],
  ['isic4', 'industry'],
  ['ctry_code', 'country'],
  ['patCN', 'patents_cn'],
  ['TMnUS', 'trademarks_us'],
  ['当年发明专利申请量', 'inv_applied'],
  ['人员情况 · 职工总数', 'employees'],
  ['研发费用 · 金额', 'rd_expense'],
])('%s is %s', (header, field) => {
  expect(shown(header)?.[0]).toBe(field);
});

it.each([
  ['营业收入（万元）', ['revenue', '万元', null, 0]],
  ['营业收入/亿元', ['revenue', '亿元', null, 0]],
  ['2023年营业收入', ['revenue', null, 2023, 0]],
  ['营业收入2023', ['revenue', null, 2023, 0]],
  ['营业收入（2023年）（万元）', ['revenue', '万元', 2023, 0]],
  ['2022 · 研发费用(千元)', ['rd_expense', '千元', 2022, 0]],
  ['revenue_p1', ['revenue', null, null, 1]],
  ['rd_expense_p2', ['rd_expense', null, null, 2]],
  ['上年营业收入（万元）', ['revenue', '万元', null, 1]],
  ['去年研发费用', ['rd_expense', null, null, 1]],
  ['净资产（上年）', ['net_assets', null, null, 1]],
  ['前年营业收入', ['revenue', null, null, 2]],
])('%s is %j: field, unit, year, years back', (header, wanted) => {
  expect(shown(header)).toEqual(wanted);
});

describe('what only sounds like a field is none', () => {
  it.each([
    '研发费用占比',
    '研发费用（占比）',
    '研发费用 · 增长率',
    '营业收入增长率（%）',
    'rd_ratio',
    '研发费用（%）',
    '职工总数（万元）',
    '净利润（同比）',
    '__proto__',
    'constructor',
    '',
  ])('%j', (header) => {
    expect(recognise(header, index)).toBeNull();
  });
});

it('a share named by its fields keeps its own name', () => {
  expect(readHeading('研发费用占营业收入比重（%）').name).toBe('研发费用占营业收入比重');
});

it.each([
  ['营业收入（万美元）', 'USD'],
  ['revenue_eur_million', 'EUR'],
  ['R&D (USD mn)', 'USD'],
  ['营业收入（万元）', null],
  ['neurons', null],
])('the currency of %s is %s', (text, currency) => {
  expect(currencyIn(text)).toBe(currency);
});

it.each([
  ['2023年企业数据', 2023],
  ['data-2021', 2021],
  ['2019-2024', null],
  ['20230105', null],
  ['firms', null],
])('the year in %s is %s', (text, year) => {
  expect(yearInText(text)).toBe(year);
});

it('width, case, punctuation and brackets do not part headers', () => {
  expect(foldHeader('Ｒ＆Ｄ-经费（合计）')).toBe('rd经费合计');
});
