import { expect, it } from 'vitest';
import { buildPanel, type PanelPart } from '../../../src/ingest/panel';
import type { Recipe } from '../../../src/model/recipe';
import { dictionary } from '../dictionary';
import { code } from './codes';
import { part } from './part';

const A = code(1);
/** Names of A of one year in a register, with its former names. */
const register = (name: string, former: string | null) =>
  part(
    [
      ['uscc', 'code', [A]],
      ['firm_name', 'text', [name]],
      ['former_name', 'text', [former]],
    ],
    { year: 2023 },
    'register.csv',
  );
const byCode = (name: string, source = 'tax.csv') =>
  part(
    [
      ['uscc', 'code', [A]],
      ['firm_name', 'text', [name]],
    ],
    { year: 2023 },
    source,
  );
const byName = (name: string, former: string | null = null, recipe: Partial<Recipe> = {}) =>
  part(
    [
      ['firm_name', 'text', [name]],
      ['former_name', 'text', [former]],
      ['talents', 'count', [3]],
    ],
    { year: 2023, ...recipe },
    'names.csv',
  );
const said = (...parts: PanelPart[]) => {
  const { receipts } = buildPanel(parts, dictionary);
  return [receipts.severalNames.count, receipts.severalNames.listed.map(({ names }) => names.map(({ name }) => name))];
};

it('a firm found by its former name is no firm under two names', () => {
  expect(said(register('示例新材科技', '示例旧材厂'), byName('示例旧材厂'))).toEqual([0, []]);
  expect(said(byCode('示例旧材厂'), byName('示例新材科技', '示例旧材厂'))).toEqual([0, []]);
  expect(said(register('示例新材科技', '示例老材厂；示例旧材厂'), byCode('示例旧材厂'))).toEqual([0, []]);
});

it('renamed twice, each time said by another source', () => {
  expect(said(register('示例新材科技', '示例旧材厂'), byCode('示例老材社'), byName('示例旧材厂', '示例老材社'))).toEqual([0, []]);
});

it('a third name that no source knows is still told, with all of them', () => {
  expect(said(register('示例新材科技', '示例旧材厂'), byCode('示例旧材厂'), byCode('远方航运', 'list.csv'))).toEqual([
    1,
    [['示例新材科技', '示例旧材厂', '远方航运']],
  ]);
});

it('a former name of another firm excuses nothing', () => {
  const other = part(
    [
      ['uscc', 'code', [A, code(2)]],
      ['firm_name', 'text', ['示例新材科技', '示例乙']],
      ['former_name', 'text', [null, '示例旧材厂']],
    ],
    { year: 2023 },
    'register.csv',
  );
  expect(said(other, byCode('示例旧材厂'))).toEqual([1, [['示例新材科技', '示例旧材厂']]]);
});

it('a name that a person gave to the firm is decided', () => {
  const matches = [{ given: '示例新才科技', firm: A }];
  expect(said(byCode('示例新材科技'), byName('示例新才科技', null, { matches }))).toEqual([0, []]);
});
