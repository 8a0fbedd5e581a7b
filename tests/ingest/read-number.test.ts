import { expect, it } from 'vitest';
import { REASONS } from '../../scoring/column';
import { LEDGER_REASONS } from '../../src/ingest/ledger-reasons';
import { cellRule, readCell } from '../../src/ingest/read-cell';
import type { FieldKind } from '../../src/model/source';
import { recipeOf } from './given';

function read(raw: string, kind: FieldKind = 'number', unit: string | null = null, currency = 'CNY') {
  const recipe = { ...recipeOf([kind]), currency };
  const { value, reason, note } = readCell(raw, cellRule({ ...recipe.columns[0]!, unit }, recipe));
  return [value ?? REASONS[reason], LEDGER_REASONS[note]![0]];
}

it.each([
  ['1', 1, ''],
  [' 12.50 ', 12.5, ''],
  ['-3', -3, ''],
  ['+3', 3, ''],
  ['.5', 0.5, ''],
  ['5.', 5, ''],
  ['1.5e3', 1500, ''],
  ['0', 0, ''],
  ['1,234', 1234, 'thousands_separator'],
  ['1,234,567.89', 1234567.89, 'thousands_separator'],
  ['１２３．５', 123.5, 'full_width'],
  ['１，２３４', 1234, 'thousands_separator'],
  ['(1,234)', -1234, 'parentheses_negative'],
  ['（12）', -12, 'parentheses_negative'],
  ['−7', -7, 'minus_sign'],
  ['－7', -7, 'full_width'],
  ['12万', 120000, 'unit_override'],
  ['3.4亿', 340000000, 'unit_override'],
  ['11.3 B', 11300000000, 'unit_override'],
  ['15 M', 15000000, 'unit_override'],
  ['7K', 7000, 'unit_override'],
  ['12人', 12, 'unit_in_cell'],
  ['¥120', 120, 'currency_sign'],
  ['$1,200', 1200, 'currency_sign'],
  ['-$5', -5, 'currency_sign'],
  ['12345678901234567890', 12345678901234567000, 'digits_rounded'],
])('%s is the number %d, told as "%s"', (raw, value, note) => {
  expect(read(raw)).toEqual([value, note]);
});

it.each([
  ['1e400', 'number_range'],
  ['1e-400', 'number_range'],
  ['12,34', 'unreadable'],
  ['1.234,5', 'unreadable'],
  ['1 234', 'unreadable'],
  ['1.2.3', 'unreadable'],
  ['10-12', 'unreadable'],
  ['--5', 'unreadable'],
  ['12万件套', 'unreadable'],
  ['1,234e5', 'unreadable'],
  ['Infinity', 'unreadable'],
  ['0x10', 'unreadable'],
  ['约12', 'unreadable'],
  ['50%', 'unit_mismatch'],
])('%s is refused as %s', (raw, note) => {
  expect(read(raw)).toEqual(['unreadable', note]);
});

it.each([
  '-',
  '--',
  '—',
  '——',
  '/',
  '\\',
  'N/A',
  'n/a',
  'NA',
  'null',
  'NULL',
  '无',
  '暂无',
  '不详',
  '未填',
  '#N/A',
  '#DIV/0!',
  '－',
  ' 无 ',
])('%s is a null word', (raw) => {
  expect(read(raw)).toEqual(['blank', 'null_word']);
});

it('an empty cell is blank and nothing to tell', () => {
  expect([read(''), read(' \u3000\t')]).toEqual([
    ['blank', ''],
    ['blank', ''],
  ]);
});

it('0 is a value even where a recipe lists it as a null word', () => {
  const recipe = { ...recipeOf(['number']), nulls: ['0', '-99'] };
  const rule = cellRule(recipe.columns[0]!, recipe);
  expect([readCell('0', rule).value, readCell('-99', rule).value]).toEqual([0, null]);
});

it.each([
  ['1.1', '万元', 11000, ''],
  ['0.07', '万元', 700, ''],
  ['4.35', '百万元', 4350000, ''],
  ['8.2', '亿元', 820000000, ''],
  ['1.005', '千元', 1005, ''],
  ['12', 'million', 12000000, ''],
  ['12', '百万', 12000000, ''],
  ['3', 'billion', 3000000000, ''],
  ['3.4亿', '万元', 340000000, 'unit_override'],
  ['500元', '万元', 500, 'unit_override'],
  ['12万元', '万元', 120000, 'unit_in_cell'],
  ['50(万元人民币)', '?', 500000, 'unit_override'],
  ['0.001万人民币', '?', 10, 'unit_override'],
  ['9万元人民币', '元', 90000, 'unit_override'],
])('%s in a column of %s is %d 元', (raw, unit, value, note) => {
  expect(read(raw, 'money', unit)).toEqual([value, note]);
});

it('a bare amount whose unit was not answered is missing, not a number', () => {
  expect(read('12', 'money', '?')).toEqual(['unit_unknown', '']);
});

it.each([
  ['50万美元', 'CNY', 'other_currency'],
  ['$5', 'CNY', 'other_currency'],
  ['€5', 'USD', 'other_currency'],
  ['12人', 'CNY', 'unit_mismatch'],
  ['12%', 'CNY', 'unit_mismatch'],
])('%s in a column of %s is refused as %s', (raw, currency, note) => {
  expect(read(raw, 'money', '元', currency)).toEqual(['unreadable', note]);
});

it('a dollar sign stands for the currency of the recipe where that is a dollar', () => {
  expect(read('$1,200', 'money', '元', 'USD')).toEqual([1200, 'currency_sign']);
});

it.each([
  ['12.5%', null, 0.125, 'percent_sign'],
  ['12.5％', null, 0.125, 'percent_sign'],
  ['36680%', null, 366.8, 'percent_sign'],
  ['12.5', '%', 0.125, ''],
  ['0.57', '%', 0.0057, ''],
  ['0.125', null, 0.125, ''],
])('%s in a ratio column of unit %s is %d', (raw, unit, value, note) => {
  expect(read(raw, 'ratio', unit)).toEqual([value, note]);
});

it.each(['$0', '$15 M', '41.92%', '5万元'])('%s is no head count', (raw) => {
  expect(read(raw, 'count')).toEqual(['unreadable', 'unit_mismatch']);
});

it('a head count in ten thousands', () => {
  expect([read('1.2', 'count', '万人'), read('1.2万', 'count'), read('12人', 'count', '万人')]).toEqual([
    [12000, ''],
    [12000, 'unit_override'],
    [12, 'unit_override'],
  ]);
});
