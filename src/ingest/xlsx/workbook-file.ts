import type { Recipe } from '../../model/recipe';
import type { Dialect, FileProblem, FoundFile, LedgerLine, LoadedFile } from '../../model/source';
import type { ByteSource } from '../byte-source';
import type { Reading } from '../decode';
import { findHeader } from '../header';
import { ledgerPage } from '../ledger';
import { type Loaded, loadBy, type Loading } from '../load';
import { lookAtRows, nothingFound } from '../look-rows';
import type { ReadTable } from '../papa-reader';
import { takenColumns } from '../read-cell';
import { RowTable } from '../row-table';
import { plainCells } from '../sample';
import { chooseSheet, type ChosenSheet, openSheet } from './choose-sheet';
import { deepened, withMergedHeads } from './merged-header';
import { MergeFill } from './merges';
import { dropKept, readPart } from './package';
import { RowBuffer } from './row-buffer';
import { SheetReader } from './sheet-reader';
import { type OpenSheet, sheetRows, SheetRowsAgain } from './sheet-rows';

/** What stands for the dialect of a workbook, which has no text to be split. */
const DIALECT: Dialect = { encoding: 'utf-8', delimiter: '', quote: '', header: { line: 0, lines: 0 } };
/** Rows at the beginning of a sheet that are looked at, and cells in them. */
const SAMPLED = { rows: 1000, cells: 300_000 } as const;
/** Values a table may hold in memory: 1,048,576 rows of 128 columns. */
const MOST_VALUES = 1 << 27;

/**
 * `look` for a workbook: the sheet named in `hints`, else the visible one with the most cells. Merged cells are written out, in the header to the right and
 * down, in the body down.
 */
export async function lookWorkbook(source: ByteSource, hints: Partial<Dialect> = {}, { signal }: Reading = {}): Promise<FoundFile> {
  const { sheets, open } = await chooseSheet(source, hints.sheet, signal);
  return { ...('code' in open ? nothingFound(source, DIALECT, [open]) : await lookAtSheet(source, open, hints.header)), sheets };
}

async function lookAtSheet(source: ByteSource, open: ChosenSheet, chosen: Dialect['header'] | undefined): Promise<FoundFile> {
  const { sheet, survey, problems } = open;
  const first = await sheetRows(open, { from: 1, ...SAMPLED, bodyFrom: Infinity });
  if ('code' in first) return nothingFound(source, DIALECT, [first]);
  const header = chosen ?? deepened(first, findHeader(first.map(plainCells)), survey.merges);
  const filled = survey.merges.length === 0 ? first : await sheetRows(open, { from: 1, ...SAMPLED, bodyFrom: header.line + header.lines });
  if ('code' in filled) return nothingFound(source, DIALECT, [filled]);
  const seen = first.at(-1)?.line ?? 0;
  return lookAtRows(
    source,
    { dialect: { ...DIALECT, sheet: sheet.name }, certain: true, problems },
    {
      rows: filled,
      further: survey.spread.filter(({ line }) => line > seen),
      heads: withMergedHeads(first, header, survey.merges, survey.width),
      sheet: survey,
    },
    header,
  );
}

/** `load` for a workbook, by the sheet of its recipe. */
export async function loadWorkbook(source: ByteSource, recipe: Recipe, reading: Loading = {}): Promise<Loaded> {
  const open = await openSheet(source, recipe.sheet, reading.signal);
  if ('code' in open) return { ok: false, problems: [open] };
  const answer = await loadBy(() => readTable(open, open.problems, recipe, reading), source, recipe, reading);
  if (!answer.ok) return answer;
  return { ok: true, file: { ...answer.file, dialect: { ...recipe.dialect, sheet: open.sheet.name } } };
}

async function readTable(
  { workbook, sheet, survey }: OpenSheet,
  problems: readonly FileProblem[],
  recipe: Recipe,
  { report, signal }: Reading,
): Promise<ReadTable | FileProblem> {
  const { source } = workbook.pack;
  if (survey.rows * takenColumns(recipe).length > MOST_VALUES)
    return { code: 'sheet_too_large', source: source.name, where: sheet.name, given: String(MOST_VALUES), severity: 'error' };
  const table = new RowTable(recipe, () => survey.rows, true);
  const fill = new MergeFill(survey.merges);
  const bodyFrom = recipe.dialect.header.line + recipe.dialect.header.lines;
  let index = 0;
  const take = (row: RowBuffer, line: number): void => {
    fill.pass(row, line, index++ >= bodyFrom);
    table.take(row, row.space, line);
  };
  const reader = new SheetReader(workbook.context, new RowBuffer(table.isFigure), () => 'read', take);
  const problem = await readPart(workbook.pack, sheet.path, {
    take: (xml) => reader.take(xml),
    report: (done, of) => report?.((done / of) * source.size, source.size),
    signal,
  });
  dropKept(workbook.pack, null);
  return problem ?? { ...table.finish({ lines: new Uint32Array(0), offsets: new Float64Array(0) }), problems };
}

/** `rawCells` for a workbook: the row of this number. */
export async function workbookCells(source: ByteSource, loaded: Pick<LoadedFile, 'dialect'>, line: number): Promise<string[]> {
  return [...(await (await rowsOf(source, loaded)).at(line)).cells];
}

/** `ledgerPage` for a workbook. */
export async function workbookLedgerPage(
  source: ByteSource,
  loaded: LoadedFile,
  recipe: Recipe,
  offset: number,
  count: number,
): Promise<LedgerLine[]> {
  return ledgerPage(source, loaded, recipe, offset, count, await rowsOf(source, loaded));
}

const rows = new WeakMap<ByteSource, { readonly key: string; readonly again: SheetRowsAgain }>();

/** The rows of a loaded sheet; those read last are kept for as long as the source is held, since a ledger is asked for page by page. */
async function rowsOf(source: ByteSource, { dialect }: Pick<LoadedFile, 'dialect'>): Promise<SheetRowsAgain> {
  const key = JSON.stringify([dialect.sheet, dialect.header]);
  const known = rows.get(source);
  if (known?.key === key) return known.again;
  const open = await openSheet(source, dialect.sheet);
  if ('code' in open) throw new Error(`${source.name} is no longer what was loaded: ${open.code}`);
  const again = new SheetRowsAgain(open, dialect.header);
  rows.set(source, { key, again });
  return again;
}
