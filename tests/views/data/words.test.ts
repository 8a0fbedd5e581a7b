import { describe, expect, it } from 'vitest';
import { localeOf } from '../../../src/i18n';
import { chooseByHand, handChosen } from '../../../src/views/data/hand';
import { fileState, headerWords, tasksOf, unitItems, yearsWords } from '../../../src/views/data/words';
import { ASKING, CUT, FOUND, READY } from '../../fixtures/fake-incoming.svelte';

describe('a file on its way in', () => {
  it.each([
    ['asking', ASKING, 'asking'],
    ['blocked by an error', CUT, 'blocked'],
    ['ready', READY, 'ready'],
    ['still looked at', { ...READY, found: { status: 'busy' } as const }, 'looking'],
    ['failed', { ...READY, found: { status: 'failed', error: new Error('gone') } as const }, 'failed'],
  ])('%s', (_, file, state) => {
    expect(fileState(file)).toBe(state);
  });
  it('counts its columns without a unit as one task', () => {
    expect(tasksOf(ASKING)).toBe(2);
    expect(tasksOf(READY)).toBe(0);
  });
});

it('a header is named by the lines an editor shows', () => {
  const zh = localeOf('zh');
  const lineOf = (row: number) => row + 10;
  expect(headerWords(FOUND.dialect, lineOf, { ...zh, t: { ...zh.t, data_header_at: (line: string) => line } })).toBe('12');
});
it.each([
  [[2019, 2020, 2021], '2019–2021'],
  [[2019, 2021], '2019, 2021'],
  [[2020], '2020'],
  [[], '—'],
])('years %j read %s', (years, words) => {
  expect(yearsWords(years)).toBe(words);
});
it('only figures have units', () => {
  const locale = localeOf('zh');
  const quiet = {
    ...locale,
    t: { ...locale.t, data_unit_ask: '?', data_unit_times: (unit: string) => unit, data_unit_none: '', data_unit_ratio: '' },
  };
  expect(unitItems('text', undefined, quiet)).toEqual([]);
  expect(unitItems('money', undefined, quiet).map(({ value }) => value)).toEqual(['?', '元', '千元', '万元', '百万元', '千万元', '亿元']);
});

describe('what was chosen by hand', () => {
  it('is told again at every new look, but for a header counted in rows of another reading', () => {
    const workbench = {};
    chooseByHand(workbench, 1, { encoding: 'big5' });
    expect(chooseByHand(workbench, 1, { header: { line: 2, lines: 1 } })).toEqual({ encoding: 'big5', header: { line: 2, lines: 1 } });
    expect(chooseByHand(workbench, 1, { delimiter: ';' })).toEqual({ encoding: 'big5', delimiter: ';' });
    expect(handChosen(workbench, 2)).toEqual({});
  });
});
