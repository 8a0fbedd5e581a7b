import { describe, expect, it } from 'vitest';
import { localeOf } from '../../../../src/i18n';
import { loadWords } from '../../../fixtures/words';
import { completionsFor, tokenAt } from '../../../../src/views/scheme/edit/completions';

await loadWords();
const FIELDS = [
  { id: 'revenue', zh: '营业收入', en: 'Revenue', unit: '元' },
  { id: 'main_revenue', zh: '主营业务收入', en: 'Main-business revenue', unit: '元' },
  { id: 'rd_expense', zh: '研发费用', en: 'R&D expense', unit: '元' },
] as unknown as Parameters<typeof completionsFor>[1];
const ids = (token: string, language: 'zh' | 'en' = 'zh') => completionsFor(token, FIELDS, localeOf(language)).map(({ id }) => id);

describe('tokenAt', () => {
  it.each([
    ['rd_exp / rev', 12, 'rev', 9],
    ['研发', 2, '研发', 0],
    ['growth(营业', 9, '营业', 7],
    ['revenue / ', 10, '', 10],
    ['a + 5', 5, '', 5],
  ])('%j at %d is %j from %d', (text, caret, token, from) => {
    expect(tokenAt(text, caret)).toEqual({ text: token, from });
  });
});

describe('completionsFor', () => {
  it('finds a field by its id or its name, what begins with it first', () => {
    expect(ids('reve')).toEqual(['revenue', 'main_revenue']);
    expect(ids('收入')).toEqual(['revenue', 'main_revenue']);
    expect(ids('main', 'en')).toEqual(['main_revenue']);
  });
  it('offers the functions of the language', () => {
    expect(ids('gro')).toEqual(['growth']);
    expect(ids('增长')).toContain('growth');
  });
  it('a name written out is not offered again', () => {
    expect(ids('revenue')).toEqual(['main_revenue']);
  });
});
