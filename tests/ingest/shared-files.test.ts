import { existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { unpackWords } from '../../scoring/column';
import { handleSource } from '../../src/ingest/byte-source';
import { ledgerPage } from '../../src/ingest/ledger';
import { look } from '../../src/ingest/look';
import type { Recipe } from '../../src/model/recipe';
import { loaded, recipeOf } from './given';

// Real files that are no part of this repository; counts below were taken with Python's csv module.
const FOLDER = fileURLToPath(new URL('../../../shared/datasets/', import.meta.url));

async function read(name: string, change: (recipe: Recipe) => Recipe = (recipe) => recipe) {
  const handle = await open(FOLDER + name);
  try {
    const source = handleSource(name, (await handle.stat()).size, handle);
    const found = await look(source);
    const columns = found.columns.map(({ at, header, kind, unit }) => ({
      at,
      header,
      kind,
      unit,
      field: `x_${at}`,
      year: null,
      separator: null,
    }));
    const recipe = change({ ...recipeOf([]), source: name, dialect: found.dialect, columns });
    const file = await loaded(source, recipe);
    const counts = new Map<string, number>();
    for (const { reason, column } of await ledgerPage(source, file, recipe, 0, 200_000))
      counts.set(`${column} ${reason}`, (counts.get(`${column} ${reason}`) ?? 0) + 1);
    return { found, file, counts };
  } finally {
    await handle.close();
  }
}

const given = (name: string) => it.skipIf(!existsSync(FOLDER + name));

given('rd-panel/panel_2015_2018.csv')('the R&D panel: 8,000 rows, none lost, not even the firm TOTAL', async () => {
  const { found, file } = await read('rd-panel/panel_2015_2018.csv');
  expect(file.account).toEqual({ read: 8000, loaded: 8000, rejected: 0, skipped: 0, changedCells: 0, rejectedCells: 0 });
  expect(found.columns.find(({ header }) => header === 'isic4')?.kind).toBe('code');
  const isic = file.columns.find(({ header }) => header === 'isic4')!.column;
  expect(isic.kind === 'text' && unpackWords(isic.words)).toContain('10-12');
});

given('inc5000/companies_data_final.csv')('the 5,000: percentages, millions, dollars among the staff', async () => {
  const { file, counts } = await read('inc5000/companies_data_final.csv');
  expect([file.rows, file.account.read]).toEqual([5015, 5015]);
  expect(counts.get('3 Years Growth percent_sign')).toBe(5015);
  expect(counts.get('employees unit_mismatch')).toBe(5);
  expect(counts.get('employees thousands_separator')).toBe(62);
});

given('registry-sichuan/2004.csv')('the registry: capital in its own units, other currencies refused', async () => {
  const { file, counts } = await read('registry-sichuan/2004.csv');
  expect(file.account).toMatchObject({ read: 9210, loaded: 9210 });
  expect([counts.get('注册资金 null_word'), counts.get('注册资金 unit_override'), counts.get('注册资金 other_currency')]).toEqual([
    2645, 6532, 33,
  ]);
});

given('registry-sichuan/2004-gb18030.csv')('the registry in GB18030 reads as its UTF-8 twin', async () => {
  const { found, file } = await read('registry-sichuan/2004-gb18030.csv');
  const twin = await read('registry-sichuan/2004.csv');
  expect([found.dialect.encoding, found.certain, file.rows]).toEqual(['gb18030', true, 4000]);
  for (const [index, { column }] of file.columns.entries()) {
    const other = twin.file.columns[index]!.column;
    if (column.kind === 'text' && other.kind === 'text') expect(column.codes).toEqual(other.codes.slice(0, 4000));
    if (column.kind === 'number' && other.kind === 'number') expect(column.values).toEqual(other.values.slice(0, 4000));
  }
});

given('econ-panels/EmplUK.csv')('the small panels', async () => {
  expect((await read('econ-panels/EmplUK.csv')).file.account).toMatchObject({
    read: 1031,
    loaded: 1031,
    changedCells: 0,
    rejectedCells: 0,
  });
  const { found, file } = await read('econ-panels/PatentsRD.csv');
  expect([file.rows, found.columns[0]!.header]).toEqual([1629, '']);
});
