import { expect, it } from 'vitest';
import { REASONS } from '../../scoring/column';
import { LEDGER_REASONS } from '../../src/ingest/ledger-reasons';
import { cellRule, readCell } from '../../src/ingest/read-cell';
import type { FieldKind } from '../../src/model/source';
import { recipeOf } from './given';

function read(raw: string, kind: FieldKind, separator: string | null = null) {
  const recipe = recipeOf([kind]);
  const { value, reason, note } = readCell(raw, cellRule({ ...recipe.columns[0]!, separator }, recipe));
  return [value ?? REASONS[reason], LEDGER_REASONS[note]![0]];
}

const days = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;

it.each([
  ['1970-01-02', 1],
  ['1969-12-31', -1],
  ['2001/3/5', days('2001-03-05')],
  ['2001.3.5', days('2001-03-05')],
  ['2001-03-05', days('2001-03-05')],
  ['2001年3月5日', days('2001-03-05')],
  ['２００１年３月５日', days('2001-03-05')],
  ['20010305', days('2001-03-05')],
  ['2001-03-05 00:00:00', days('2001-03-05')],
  ['2000-02-29', days('2000-02-29')],
  ['25/01/2024', days('2024-01-25')],
  ['01/25/2024', days('2024-01-25')],
  ['05/05/2024', days('2024-05-05')],
])('%s is day %d', (raw, value) => {
  expect(read(raw, 'date')).toEqual([value, '']);
});

it('a month is its first day and told; so is a time of day that is dropped', () => {
  expect([read('2001年3月', 'date'), read('2001-03', 'date'), read('2001-03-05 14:30', 'date')]).toEqual([
    [days('2001-03-01'), 'day_assumed'],
    [days('2001-03-01'), 'day_assumed'],
    [days('2001-03-05'), 'time_dropped'],
  ]);
});

it.each([
  ['05/01/2024', 'ambiguous_date'],
  ['2001-02-30', 'impossible_date'],
  ['2001-13-01', 'impossible_date'],
  ['20011301', 'impossible_date'],
  ['2001-3/5', 'unreadable'],
  ['36955', 'unreadable'],
  ['2001', 'unreadable'],
  ['01/3/5', 'unreadable'],
])('%s is no date: %s', (raw, note) => {
  expect(read(raw, 'date')).toEqual(['unreadable', note]);
});

it.each([
  ['2023', 2023, ''],
  ['2023年', 2023, ''],
  ['2023年度', 2023, ''],
  ['２０２３', 2023, ''],
  ['FY2023', 2023, ''],
  ['2023.0', 2023, ''],
  ['1869', 1869, ''],
  ['2023-12-31', 2023, 'year_of_date'],
  ['474', 'unreadable', 'not_a_year'],
  ['2999', 'out_of_range', 'not_a_year'],
  ['去年', 'unreadable', 'not_a_year'],
])('%s as a year is %s', (raw, value, note) => {
  expect(read(raw, 'year')).toEqual([value, note]);
});

it.each([
  ['是', 1],
  ['否', 0],
  ['有', 1],
  ['无', 0],
  ['√', 1],
  ['Y', 1],
  ['n', 0],
  ['TRUE', 1],
  ['false', 0],
  ['１', 1],
  ['0', 0],
])('%s as a flag is %d', (raw, value) => {
  expect(read(raw, 'flag')).toEqual([value, '']);
});

it('a flag that is neither is missing, and 暂无 is not 无', () => {
  expect([read('大概', 'flag'), read('2', 'flag'), read('暂无', 'flag')]).toEqual([
    ['unreadable', 'unreadable'],
    ['unreadable', 'unreadable'],
    ['blank', 'null_word'],
  ]);
});

it.each([
  ['高企;专精特新', ['高企', '专精特新']],
  ['高企；专精特新、瞪羚', ['高企', '专精特新', '瞪羚']],
  ['高企|高企', ['高企']],
  ['高企,', ['高企']],
  ['高企', ['高企']],
])('the set %s is %j', (raw, value) => {
  expect(read(raw, 'set')).toEqual([value, '']);
});

it('a chosen separator parts in both widths, and no other does', () => {
  expect(read('甲；乙、丙;丁', 'set', ';')).toEqual([['甲', '乙、丙', '丁'], '']);
});

it.each([
  ['91510000000000001X', '91510000000000001X', ''],
  ['007', '007', ''],
  ['10-12', '10-12', ''],
  ['123456789012345678', '123456789012345678', ''],
  ['９１５１', '9151', 'full_width'],
  [' 007', '007', 'spaces_trimmed'],
  ['9.15E+17', 'unreadable', 'digits_lost'],
])('the code %s is %s', (raw, value, note) => {
  expect(read(raw, 'code')).toEqual([value, note]);
});

it('text keeps every character but the white space around it', () => {
  expect([read('Ａ 甲，乙', 'text'), read('\u3000甲 ', 'text'), read('0', 'text')]).toEqual([
    ['Ａ 甲，乙', ''],
    ['甲', 'spaces_trimmed'],
    ['0', ''],
  ]);
});

it.each(['无', 'none', ' 无 '])('%j in a set is the known empty one', (raw) => {
  expect(read(raw, 'set')).toEqual([[], '']);
});

it('无 in a number is missing', () => {
  expect(read('无', 'number')).toEqual(['blank', 'null_word']);
});

it('an empty cell of a set is missing, not empty', () => {
  expect(read('', 'set')).toEqual(['blank', '']);
});
