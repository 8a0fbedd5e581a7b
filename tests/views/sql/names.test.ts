import { describe, expect, it } from 'vitest';
import type { SqlName } from '../../../src/state/sql-face';
import { findColumns, likenessOf } from '../../../src/views/sql/find-names';
import { pinyinInitials } from '../../../src/views/sql/pinyin';
import known from './initials-pinyin-pro.json';

const column = (name: string, zh: string, en: string): SqlName => ({ name, zh, en, kind: 'money', unit: '元' });

describe('pinyin initials', () => {
  it.each([
    ['研发强度', 'yfqd'],
    ['营业收入', 'yysr'],
    ['高新技术产品（服务）收入', 'gxjscpfwsr'],
    ['R&D 人员 FTE2', 'rdryfte2'],
  ])('%s is typed %s', (name, wanted) => expect(pinyinInitials(name)).toEqual([wanted]));

  it('a sign read in two ways can be typed in both', () => {
    expect(pinyinInitials('增长率')).toEqual(['zcl', 'zcs', 'zzl', 'zzs']);
    expect(pinyinInitials('行业')).toEqual(['hy', 'xy']);
  });
  it('a name without a sign that has a reading has none', () => expect(pinyinInitials('（…）')).toEqual([]));

  it.each(Object.entries(known.signs))('signs that pinyin-pro begins with %s are typed so', (letters, signs) => {
    const wrong = [...signs].filter((sign) => !pinyinInitials(sign).every((letter) => letters.includes(letter)));
    // A name may be typed in a way that only few know; what must not be is a letter that no reading has.
    expect(wrong).toEqual([]);
  });
  it('all names of the dictionary are found as pinyin-pro reads them', () => {
    expect(known.names.length).toBeGreaterThan(100);
    expect(known.names.filter(([name, initials]) => likenessOf(initials!, column('x', name!, 'x')) === 0)).toEqual([]);
  });
});

const COLUMNS = [
  column('revenue', '营业收入', 'Revenue'),
  column('hitech_revenue', '高新技术产品（服务）收入', 'Revenue of high-tech products'),
  column('rd_expense', '研发费用', 'R&D expense'),
  column('rd_staff', '研发人员数', 'R&D staff'),
];

describe('columns are found', () => {
  it.each([
    ['revenue', ['revenue', 'hitech_revenue']],
    ['rd', ['rd_expense', 'rd_staff']],
    ['研发', ['rd_expense', 'rd_staff']],
    ['收入', ['revenue', 'hitech_revenue']],
    ['yffy', ['rd_expense']],
    ['YYSR', ['revenue']],
    ['sr', ['revenue', 'hitech_revenue']],
    ['expense', ['rd_expense']],
    ['r&d s', ['rd_staff']],
    ['', ['revenue', 'hitech_revenue', 'rd_expense', 'rd_staff']],
    ['nothing', []],
  ])('by %s', (typed, wanted) => expect(findColumns(typed, COLUMNS).map(({ name }) => name)).toEqual(wanted));

  it('one letter finds by begins only', () => {
    expect(likenessOf('x', column('a_x', '甲', 'An x'))).toBeGreaterThan(0);
    expect(likenessOf('x', column('ax', '甲', 'Ax'))).toBe(0);
  });
});
