import { expect, it } from 'vitest';
import { numberColumn, setColumn, textColumn, type Column } from '../../scoring/column';
import type { Panel } from '../../scoring/panel';
import { panelArrow } from '../../src/columns/panel-arrow';
import { arrowFile, isArrow } from '../../src/ingest/arrow-file';
import { ledgerPageAny, loadAny, lookAny, rawCellsAny } from '../../src/ingest/any-file';
import { bytesSource } from '../../src/ingest/byte-source';
import { fieldEntry } from '../../src/ingest/own-fields';
import { buildPanel } from '../../src/ingest/panel';
import { proposeRecipe } from '../../src/ingest/propose';
import type { FieldEntry } from '../../src/model/recipe';
import { dictionary } from '../ingest/dictionary';
import { cells, keys } from '../ingest/panel/part';

const names = textColumn(['甲', '甲', '乙']);
const flag: Column = { ...numberColumn([1, null, 0]), kind: 'truth' };
const fields = new Map<string, Column>([
  ['industry', textColumn(['软件', '软件', null])],
  ['titles', setColumn([['高企', '专精特新'], [], null])],
  ['found_date', numberColumn([19000, 19000, -3])],
  ['revenue', numberColumn([0.1 + 0.2, null, 1e9])],
  ['revenue_p1', numberColumn([null, 0.30000000000000004, 7])],
  ['employees', numberColumn([0, 12, null])],
  ['abnormal_list', flag],
  ['x_h1234567', numberColumn([1.5, null, -2])],
]);
const keyed = textColumn(['91000000000000000K', '91000000000000000K', '910000000000000012']);
const panel: Panel = {
  rows: 3,
  firm: keyed.codes,
  firmKeys: keyed.words,
  year: Int32Array.of(2022, 2023, 2023),
  name: names,
  fields,
  currency: 'SEK',
};
const entries = [...fields.keys()].flatMap((id): FieldEntry[] => {
  const entry = fieldEntry(id, [], dictionary);
  return entry ? [entry] : [{ id, zh: '用电量', en: '用电量', kind: 'number', unit: '', role: null, sign: 'any', accept: [] }];
});
const source = bytesSource('panel.arrow', panelArrow(panel, entries));

it('an exported panel opens again as the same panel, without a question', async () => {
  expect(await isArrow(source)).toBe(true);
  const { recipe, problems } = proposeRecipe(await arrowFile.look(source), dictionary);
  expect(problems).toEqual([]);
  const loaded = await arrowFile.load(source, recipe);
  if (!loaded.ok) throw new Error(loaded.problems[0]!.code);
  const again = buildPanel([{ file: loaded.file, recipe }], dictionary).panel!;
  expect(keys(again)).toEqual(keys(panel));
  expect(cells(again.name)).toEqual(['甲', '甲', '乙']);
  expect(again.currency).toBe('SEK');
  // 19,000 days after 1970-01-01 is in 2022; three days before it is in 1969.
  const derived = ['age_band', 'text', ['3年及以下', '3年及以下', '10年以上']];
  expect([...again.fields].map(([id, column]) => [id, column.kind, cells(column)])).toEqual([
    ...[...fields].map(([id, column]) => [id, column.kind, cells(column)]),
    derived,
  ]);
  expect(loaded.file.account).toEqual({ read: 3, loaded: 3, rejected: 0, skipped: 0, changedCells: 0, rejectedCells: 0 });
  expect([...loaded.file.lines]).toEqual([1, 2, 3]);
});

it('a cell can be read back as text', async () => {
  expect(await arrowFile.cells(source, null, 1)).toEqual([
    '91000000000000000K',
    '甲',
    '2022',
    '软件',
    '高企;专精特新',
    '2022-01-08',
    '0.30000000000000004',
    '',
    '0',
    'true',
    '1.5',
  ]);
  await expect(arrowFile.cells(source, null, 4)).rejects.toThrow('line 4 of panel.arrow is not there, it has 3');
});

it('a column of another type goes through its text, with a line for what is refused', async () => {
  const found = await arrowFile.look(source);
  const { recipe } = proposeRecipe(found, dictionary);
  const columns = recipe.columns.map((one) =>
    one.field === 'industry'
      ? { ...one, field: 'x_number', kind: 'number' as const }
      : one.field === 'employees'
        ? { ...one, field: 'x_code', kind: 'code' as const }
        : one,
  );
  const loaded = await arrowFile.load(source, { ...recipe, columns });
  if (!loaded.ok) throw new Error(loaded.problems[0]!.code);
  expect(cells(loaded.file.columns[3]!.column)).toEqual(['<unreadable>', '<unreadable>', '<blank>']);
  expect(cells(loaded.file.columns[8]!.column)).toEqual(['0', '12', '<blank>']);
  expect(
    (await ledgerPageAny(source, loaded.file, { ...recipe, columns }, 0, 10)).map(({ line, column, raw, action, reason, read }) => [
      line,
      column,
      raw,
      action,
      reason,
      read,
    ]),
  ).toEqual([
    [1, 'industry', '软件', 'rejected cell', 'unreadable', ''],
    [2, 'industry', '软件', 'rejected cell', 'unreadable', ''],
  ]);
  expect([loaded.file.ledger.total, [...loaded.file.ledger.lines], loaded.file.account.rejectedCells]).toEqual([2, [1, 2], 2]);
});

it('a unit of the recipe scales as it would in a CSV', async () => {
  const { recipe } = proposeRecipe(await arrowFile.look(source), dictionary);
  const columns = recipe.columns.map((one) => (one.field === 'x_h1234567' ? { ...one, kind: 'money' as const, unit: '万元' } : one));
  const loaded = await arrowFile.load(source, { ...recipe, columns });
  expect(loaded.ok && cells(loaded.file.columns[10]!.column)).toEqual([15000, '<blank>', -20000]);
});

it('what is no arrow is looked at as a problem', async () => {
  const text = bytesSource('a.csv', new TextEncoder().encode('a,b\n1,2\n'));
  expect(await isArrow(text)).toBe(false);
  expect(
    (await arrowFile.look(bytesSource('cut.arrow', panelArrow(panel, entries).subarray(0, 500)))).problems.map(({ code, source: its }) => [
      code,
      its,
    ]),
  ).toEqual([['arrow_cut', 'cut.arrow']]);
});

it('one door opens text and arrow alike', async () => {
  const text = bytesSource('a.csv', new TextEncoder().encode('uscc,year\n91000000000000000K,2023\n91000000000000000K,x\n'));
  for (const [given, first, line] of [
    [text, '91000000000000000K', 2],
    [source, '91000000000000000K', 1],
  ] as const) {
    const { recipe } = proposeRecipe(await lookAny(given), dictionary);
    const loaded = await loadAny(given, recipe);
    if (!loaded.ok) throw new Error(loaded.problems[0]!.code);
    expect((await rawCellsAny(given, loaded.file, line))[0]).toBe(first);
    expect(await ledgerPageAny(given, loaded.file, recipe, 0, 10)).toHaveLength(loaded.file.ledger.total);
  }
});
