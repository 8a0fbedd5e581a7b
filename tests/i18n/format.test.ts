import { describe, expect, it } from 'vitest';
import { formatOf } from '../../src/i18n/format';

const zh = formatOf('zh');
const en = formatOf('en');

describe('a column of money', () => {
  it('is in 万元 when its middle is', () => {
    const column = zh.column([23_180_000, 149_600_000, 9_000_000, null], 'money', '元', 'CNY');
    expect(column).toMatchObject({ factor: 1e4, unit: '万元' });
    expect(zh.cell(149_600_000, 'money', column)).toBe('14,960');
  });
  it('is in 亿元 from a middle of one hundred million', () => {
    expect(zh.column([1e8, 2e8, 3e8], 'money', '元', 'CNY').unit).toBe('亿元');
  });
  it('stays in 元 while its middle is small', () => {
    const column = zh.column([900, 1200, 9_999], 'money', '元', 'CNY');
    expect(column.unit).toBe('元');
    expect(zh.cell(1200, 'money', column)).toBe('1,200');
  });
  it('reads millions in English', () => {
    const column = en.column([23_180_000, 149_600_000, 9_000_000], 'money', '元', 'CNY');
    expect(column.unit).toBe('million CNY');
    expect(en.cell(23_180_000, 'money', column)).toBe('23.18');
  });
  it('names another currency', () => {
    expect(zh.column([5e7], 'money', '元', 'USD').unit).toBe('万USD');
  });
  it('judges losses by their size', () => {
    expect(zh.column([-5e8, -3e8, 2e8], 'money', '元', 'CNY').unit).toBe('亿元');
  });
  it('is not swayed by one giant', () => {
    expect(zh.column([100, 200, 300, 9e12], 'money', '元', 'CNY').unit).toBe('元');
  });
  it('has a unit even without a value', () => {
    expect(zh.column([null, null], 'money', '元', 'CNY').unit).toBe('元');
  });
});

it('writes what is not told as a dash', () => {
  expect([zh.number(NaN), zh.short(NaN), zh.signed(NaN), zh.score(NaN), en.percent(NaN)]).toEqual(['—', '—', '—', '—', '—']);
});

it('writes a ratio as per cent', () => {
  const column = zh.column([0.1549], 'ratio', '', 'CNY');
  expect(column.unit).toBe('%');
  expect(zh.cell(0.1549, 'ratio', column)).toBe('15.5');
});
it('writes a year without a comma and a date as a day', () => {
  expect(zh.cell(2024, 'year', zh.column([2024], 'year', '', 'CNY'))).toBe('2024');
  expect(zh.cell(19_723, 'date', zh.column([19_723], 'date', '', 'CNY'))).toBe('2024-01-01');
});
it('keeps counts whole', () => {
  expect(zh.cell(186, 'count', zh.column([186, 74], 'count', '人', 'CNY'))).toBe('186');
});

describe('a single figure', () => {
  it.each([
    [23_180_000, 'money', '2,318 万元'],
    [149_600_000, 'money', '1.496 亿元'],
    [0, 'money', '0 元'],
    [0.1549, 'ratio', '15.49%'],
  ] as const)('%d of %s reads %s', (value, kind, text) => {
    expect(zh.figure(value, kind, '元', 'CNY')).toBe(text);
  });
  it('turns the unit into English', () => {
    expect(en.figure(7, 'count', '人', 'CNY')).toBe('7 people');
  });
});

it('signs a change and leaves zero bare', () => {
  expect([zh.signed(6), zh.signed(0), zh.signed(-3)]).toEqual(['+6', '0', '-3']);
});
it('writes bytes by thousands', () => {
  expect([zh.bytes(999), zh.bytes(6_200_000), zh.bytes(2e9)]).toEqual(['999 B', '6.2 MB', '2 GB']);
});
