import { beforeAll, describe, expect, it } from 'vitest';
import { localeOf } from '../../../src/i18n';
import { loadWords } from '../../fixtures/words';
import { conflictAt, DISTRICTS, MATCHES, SOURCES, STATE, UNDATED } from '../../fixtures/fake-project';
import { gapOf, saidValues, sameConflict } from '../../../src/views/data/conflict-words';
import { dayWords, deliveryCount, deliveryOf } from '../../../src/views/data/delivery';
import { moved } from '../../../src/views/data/moved';
import { momentWords } from '../../../src/views/data/moment';
import { openMatters } from '../../../src/views/data/open-matters';
import { withDated, withoutMatch, withTolerance, withWins } from '../../../src/views/data/recipe-edit';
import { lateDays, readingChips } from '../../../src/views/data/source-chips';
import { RECIPE } from '../../fixtures/fake-incoming.svelte';

beforeAll(loadWords);

describe('a source in the list', () => {
  it('says encoding, header line, the one unit and the year of a text file', () => {
    expect(readingChips(SOURCES[0]!.source, SOURCES[0]!.recipe, localeOf('zh')).map(({ words }) => words)).toEqual([
      'GB18030',
      '表头第 3 行',
      '单位 万元',
      '2024 年',
    ]);
  });
  it('says the sheet of a workbook, and no encoding', () => {
    expect(readingChips(SOURCES[1]!.source, SOURCES[1]!.recipe, localeOf('zh')).map(({ words }) => words)).toEqual([
      'XLSX',
      '表 明细',
      '表头第 1–2 行',
      '单位 万元',
      '2024 年',
    ]);
  });
  it('does not name one unit where there are two, or none is answered', () => {
    expect(readingChips('a.csv', RECIPE, localeOf('zh')).map(({ words }) => words)).toContain('单位 元');
    const two = { ...RECIPE, columns: RECIPE.columns.map((one) => (one.at === 2 ? { ...one, unit: '万元' } : one)) };
    expect(readingChips('a.csv', two, localeOf('zh')).filter(({ words }) => words.startsWith('单位'))).toEqual([]);
  });
  it.each([
    ['2025-07-28', 2024, 28],
    ['2025-06-30', 2024, 0],
    ['2025-05-01', 2024, 0],
    ['', 2024, null],
    ['2025-07-28', null, null],
  ])('received on %s for %s it is %s days late', (received, year, days) => {
    const { recipe, facts } = SOURCES[0]!;
    expect(lateDays({ recipe: { ...recipe, year }, facts: { ...facts, received } }, '06-30')).toBe(days);
  });
  it('is moved to another place', () => {
    expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
    expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'c', 'b']);
  });
});
describe('the recipe of a joining', () => {
  it('leaves out what says nothing, so that equal choices give equal recipes', () => {
    expect(withWins(withWins(RECIPE, ['revenue']), [])).toEqual(RECIPE);
    expect(withTolerance(withTolerance(RECIPE, 0.01), 0)).toEqual(RECIPE);
    expect(withDated(withDated(RECIPE, 'support'), 'none')).toEqual(RECIPE);
  });
  it('a share typed in percent has no binary dust', () => {
    expect(withTolerance(RECIPE, 0.3 / 100).tolerance).toBe(0.003);
  });
  it('a dated list leaves titles and kinds to its columns at first', () => {
    expect(withDated(RECIPE, 'titles').dated).toEqual({ is: 'titles', title: null });
    expect(withDated(RECIPE, 'support').dated).toEqual({ is: 'support', kind: null });
  });
  it('takes back one decision on a firm and keeps the others', () => {
    const recipe = SOURCES[3]!.recipe;
    expect(withoutMatch(recipe, '示例望江封测厂').matches).toEqual([{ given: '示例不存在有限公司', firm: null }]);
    expect('matches' in withoutMatch(withoutMatch(recipe, '示例望江封测厂'), '示例不存在有限公司')).toBe(false);
  });
});
describe('a delivery', () => {
  it.each([
    [{ delivered: 0, lateDays: null }, 'absent'],
    [{ delivered: 9, lateDays: 0 }, 'time'],
    [{ delivered: 9, lateDays: 3 }, 'late'],
    [{ delivered: 9, lateDays: null }, 'unknown'],
  ])('%j is %s', (one, kind) => {
    expect(deliveryOf(one)).toBe(kind);
  });
  it('counts who was in time only where a day is known', () => {
    expect(deliveryCount(DISTRICTS)).toEqual({ districts: 23, time: 21, delivered: 22, isDated: true });
    expect(deliveryCount(UNDATED)).toEqual({ districts: 23, time: 0, delivered: 22, isDated: false });
  });
  it('a day is said without leading zeros', () => {
    expect([dayWords('06-30', localeOf('zh')), dayWords('07-05', localeOf('en'))]).toEqual(['6 月 30 日', '5 July']);
  });
});
describe('a conflict', () => {
  it('is known by firm, year and field', () => {
    expect(sameConflict(conflictAt(3), conflictAt(3))).toBe(true);
    expect(sameConflict(conflictAt(3), { ...conflictAt(3), year: 1999 })).toBe(false);
  });
  const says = (field: string, ...values: string[]) => ({ field, says: values.map((value) => ({ source: value, line: 1, value })) });
  it('says its figures in one unit and with every digit, so that they look as different as they are', () => {
    expect(saidValues(says('revenue', '11270000', '11273456'), null, localeOf('zh'))).toEqual(['1,127 万元', '1,127.3456 万元']);
    expect(saidValues(says('revenue', '149600000', '14960'), null, localeOf('zh'))).toEqual(['1.496 亿元', '0.0001496 亿元']);
    expect(saidValues(says('employees', '26', '27'), null, localeOf('zh'))).toEqual(['26 人', '27 人']);
  });
  it('a word, a code and an empty value stay as they are', () => {
    expect(saidValues(says('industry', '26', '集成电路'), null, localeOf('zh'))).toEqual(['26', '集成电路']);
    expect(saidValues(says('revenue', '', '5'), null, localeOf('zh'))).toEqual(['', '5']);
  });
  it('says how far the figures are apart, of the larger, and never 0 where they differ', () => {
    expect(gapOf(says('revenue', '100', '80'), localeOf('zh'))).toBe('相差 20.0%');
    expect(gapOf(says('revenue', '10000000', '9999500'), localeOf('zh'))).toBe('相差 0.005%');
    expect(gapOf(says('industry', '集成电路', '芯片'), localeOf('zh'))).toBeNull();
    expect(gapOf(says('revenue', '0', '0'), localeOf('zh'))).toBeNull();
  });
});
it('counts what still waits for a person', () => {
  const decided = { finding: 'a', action: 'mark', reason: '', only: null } as const;
  const line = { id: 'a', rule: 'jump', field: null, rows: 1, firms: 1, lines: 0, canConvert: false } as const;
  const findings = {
    status: 'ready',
    value: [
      { ...line, decision: null },
      { ...line, decision: decided },
    ],
  } as const;
  expect(openMatters({ matches: MATCHES, conflicts: 143, findings, state: STATE })).toEqual({ likely: 2, conflicts: 142, findings: 1 });
});
it('a moment is said by the clock of this place', () => {
  expect(momentWords('2025-07-28T14:02:59Z', 'zh')).toBe('2025-07-28 14:02');
  expect(momentWords('', 'zh')).toBe('');
});
