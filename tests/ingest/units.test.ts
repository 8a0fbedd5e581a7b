import { expect, it } from 'vitest';
import { headerUnit, parseUnit, statedUnit, unitFactor } from '../../src/ingest/units';

it.each([
  ['元', 0, 'money'],
  ['千元', 3, 'money'],
  ['万元', 4, 'money'],
  ['百万元', 6, 'money'],
  ['亿元', 8, 'money'],
  ['（万元）', 4, 'money'],
  ['(万元人民币)', 4, 'money'],
  ['万人民币元', 4, 'money'],
  ['万美元', 4, 'money'],
  ['EUR million', 6, 'money'],
  ['USD', 0, 'money'],
  ['million', 6, 'none'],
  ['billion', 9, 'none'],
  ['thousand', 3, 'none'],
  ['百万', 6, 'none'],
  ['亿', 8, 'none'],
  ['人', 0, 'count'],
  ['万人', 4, 'count'],
  ['件', 0, 'count'],
  ['%', -2, 'ratio'],
  ['‰', -3, 'ratio'],
])('%s is 10^%d, %s', (word, exponent, measure) => {
  expect(parseUnit(word)).toMatchObject({ exponent, measure });
});

it.each(['', '公司', '元人', '万万', '元/人', '不详'])('%j is no unit', (word) => {
  expect(parseUnit(word)).toBeNull();
});

it.each([
  ['营业收入（万元）', '万元'],
  ['营业收入(单位：万元)', '万元'],
  ['营业收入/亿元', '亿元'],
  ['营业收入万元', '万元'],
  ['研发占比%', '%'],
  ['研发占比（%）', '%'],
  ['从业人员（人）', '人'],
  ['revenue_millions', 'millions'],
  ['Revenue (EUR million)', 'EUR million'],
  ['营业收入（含税）（万元）', '万元'],
  ['营业收入', null],
  ['法人', null],
  ['获奖（国家级）', null],
  ['美元', null],
])('the unit of the header %s is %s', (header, unit) => {
  expect(headerUnit(header)).toBe(unit);
});

it.each([
  ['单位：万元', '万元'],
  ['（单位: 亿元）', '亿元'],
  ['金额单位：元', '元'],
  ['单位名称', null],
  ['单位：示例局', null],
])('%s states %s', (cell, unit) => {
  expect(statedUnit(cell)).toBe(unit);
});

it('a unit has a factor only for a kind that it measures', () => {
  expect([
    unitFactor('万元', 'money'),
    unitFactor('万元', 'count'),
    unitFactor('%', 'ratio'),
    unitFactor('亿', 'money'),
    unitFactor('x', 'money'),
  ]).toEqual([10000, null, 0.01, 100000000, null]);
});
