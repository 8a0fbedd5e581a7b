import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { numberColumn, setColumn, textColumn, type Column } from '../../../scoring/column';
import type { Panel } from '../../../scoring/panel';
import { panelParquet } from '../../../src/columns/panel-parquet';
import { readParquet } from '../../../src/columns/parquet-read';
import { writeParquet } from '../../../src/columns/parquet-write';
import { bytesSource } from '../../../src/ingest/byte-source';
import { buildPanel } from '../../../src/ingest/panel';
import { parquetFile } from '../../../src/ingest/parquet-file';
import { proposeRecipe } from '../../../src/ingest/propose';
import { dictionary } from '../../ingest/dictionary';
import { valuesOf } from '../../ingest/given';
import { cells, keys } from '../../ingest/panel/part';
import { duckRows } from './duck-parquet';

const flag: Column = { ...numberColumn([1, null, 0]), kind: 'truth' };
const columns = [
  { name: '营业收入', column: numberColumn([0.1 + 0.2, null, -1e300]), metadata: new Map([['unit', '元']]) },
  { name: '企业', column: textColumn(['甲', null, '甲']) },
  { name: 'flag', column: flag },
  { name: '资质', column: setColumn([['高企', '瞪羚'], [], null]) },
  { name: 'year', column: numberColumn([2022, 2023, null]), as: 'int32' as const },
  { name: 'day', column: numberColumn([-1, null, 19000]), as: 'date' as const },
];

it('DuckDB reads what is written', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'parquet-')), 'a.parquet');
  writeFileSync(path, writeParquet(3, columns));
  expect(await duckRows(path, 'select * from $file')).toEqual([
    [0.1 + 0.2, '甲', true, '高企；瞪羚', 2022, '1969-12-31'],
    [null, null, null, '无', 2023, null],
    [-1e300, '甲', false, null, null, '2022-01-08'],
  ]);
  expect(await duckRows(path, 'select column_type from (describe select * from $file)')).toEqual(
    ['DOUBLE', 'VARCHAR', 'BOOLEAN', 'VARCHAR', 'INTEGER', 'DATE'].map((type) => [type]),
  );
});

it('our reader reads it back, metadata too; equal columns give equal bytes', async () => {
  const bytes = writeParquet(3, columns, new Map([['currency', 'SEK']]));
  expect(writeParquet(3, columns, new Map([['currency', 'SEK']]))).toEqual(bytes);
  const table = await readParquet(bytesSource('a.parquet', bytes), { gunzip: (packed) => gunzipSync(packed) });
  if ('code' in table) throw new Error(table.code);
  expect(table.metadata.get('currency')).toBe('SEK');
  expect(table.columns.map(({ name, from, column, metadata }) => [name, from, valuesOf(column), [...metadata]])).toEqual([
    ['营业收入', 'number', [0.1 + 0.2, '(blank)', -1e300], [['unit', '元']]],
    ['企业', 'text', ['甲', '(blank)', '甲'], []],
    ['flag', 'truth', [1, '(blank)', 0], []],
    ['资质', 'text', ['高企；瞪羚', '无', '(blank)'], []],
    ['year', 'number', [2022, 2023, '(blank)'], []],
    ['day', 'date', [-1, '(blank)', 19000], []],
  ]);
});

it('a figure that is not whole cannot be written as one, nor a column of another length', () => {
  expect(() => writeParquet(1, [{ name: 'a', column: numberColumn([1.5]), as: 'int32' }])).toThrow('column a is not whole numbers');
  expect(() => writeParquet(2, [{ name: 'a', column: numberColumn([1]) }])).toThrow('column a has 1 rows, not 2');
});

it('a panel opens again as the same panel, without a question', async () => {
  const keyed = textColumn(['91000000000000000K', '91000000000000000K', '910000000000000012']);
  const fields = new Map<string, Column>([
    ['industry', textColumn(['软件', '软件', null])],
    ['titles', setColumn([['高企', '专精特新'], [], null])],
    ['found_date', numberColumn([19000, 19000, -3])],
    ['revenue', numberColumn([0.1 + 0.2, null, 1e9])],
    ['employees', numberColumn([0, 12, null])],
    ['abnormal_list', flag],
  ]);
  const panel: Panel = {
    rows: 3,
    firm: keyed.codes,
    firmKeys: keyed.words,
    year: Int32Array.of(2022, 2023, 2023),
    name: textColumn(['甲', '甲', '乙']),
    fields,
    currency: 'SEK',
  };
  const source = bytesSource('panel.parquet', panelParquet(panel, dictionary));
  expect(await parquetFile.is(source)).toBe(true);
  const { recipe, problems } = proposeRecipe(await parquetFile.look(source), dictionary);
  expect(problems).toEqual([]);
  const loaded = await parquetFile.load(source, recipe);
  if (!loaded.ok) throw new Error(loaded.problems[0]!.code);
  const again = buildPanel([{ file: loaded.file, recipe }], dictionary).panel!;
  expect([keys(again), cells(again.name), again.currency]).toEqual([keys(panel), ['甲', '甲', '乙'], 'SEK']);
  // What joining derives anew (bands of age) is not asked for.
  expect([...fields.keys()].map((id) => [id, again.fields.get(id)?.kind, cells(again.fields.get(id)!)])).toEqual(
    [...fields].map(([id, column]) => [id, column.kind, cells(column)]),
  );
  expect(await parquetFile.cells(source, loaded.file, 2)).toEqual([
    '91000000000000000K',
    '甲',
    '2023',
    '软件',
    '无',
    '2022-01-08',
    '',
    '12',
    '',
  ]);
});
