import type { Recipe } from '../model/recipe';
import type { Dialect, FoundFile, LedgerLine, LoadedFile } from '../model/source';
import { arrowFile } from './arrow-file';
import type { ByteSource } from './byte-source';
import { jsonFile } from './json/json-file';
import { ledgerPage } from './ledger';
import { load, type Loaded, type Loading } from './load';
import { look, type Looking } from './look';
import { parquetFile } from './parquet-file';
import { rawCells } from './raw-cells';
import { isWorkbook } from './xlsx/is-workbook';
import { loadWorkbook, lookWorkbook, workbookCells, workbookLedgerPage } from './xlsx/workbook-file';

/** What a format must be able to do to come in like any other. */
interface Format {
  readonly look: typeof look;
  readonly load: typeof load;
  readonly cells: typeof rawCells;
  readonly ledger: (source: ByteSource, loaded: LoadedFile, recipe: Recipe, offset: number, count: number) => Promise<LedgerLine[]>;
}

const TEXT: Format = { look, load, cells: rawCells, ledger: (...asked) => ledgerPage(...asked) };

/** Formats told by their content, in the order in which they are asked; what is none of them is text, or refused as such. */
const FORMATS: readonly (Format & { readonly is: (source: ByteSource) => Promise<boolean> })[] = [
  arrowFile,
  parquetFile,
  jsonFile,
  { is: isWorkbook, look: lookWorkbook, load: loadWorkbook, cells: workbookCells, ledger: workbookLedgerPage },
];

async function formatOf(source: ByteSource): Promise<Format> {
  for (const format of FORMATS) if (await format.is(source)) return format;
  return TEXT;
}

/** `look` for a source of any format that is read. */
export async function lookAny(source: ByteSource, hints: Partial<Dialect> = {}, reading: Looking = {}): Promise<FoundFile> {
  return (await formatOf(source)).look(source, hints, reading);
}

/** `load` for a source of any format that is read. */
export async function loadAny(source: ByteSource, recipe: Recipe, reading: Loading = {}): Promise<Loaded> {
  return (await formatOf(source)).load(source, recipe, reading);
}

/** `rawCells` for a source of any format that is read; lines are rows as a spreadsheet numbers them, or those of an Arrow file from 1. */
export async function rawCellsAny(source: ByteSource, loaded: LoadedFile, line: number): Promise<string[]> {
  return (await formatOf(source)).cells(source, loaded, line);
}

/** `ledgerPage` for a source of any format that is read. */
export async function ledgerPageAny(
  source: ByteSource,
  loaded: LoadedFile,
  recipe: Recipe,
  offset: number,
  count: number,
): Promise<LedgerLine[]> {
  return (await formatOf(source)).ledger(source, loaded, recipe, offset, count);
}
