import type { TypedTable } from '../columns/typed-table';
import type { Recipe } from '../model/recipe';
import type { Dialect, FileProblem, FoundFile, LedgerLine, LoadedFile } from '../model/source';
import type { ByteSource } from './byte-source';
import type { Reading } from './decode';
import { actionOf, LEDGER_REASONS } from './ledger-reasons';
import { LedgerWriter } from './ledger-writer';
import { digestOf, type Loaded, type Loading } from './load';
import { cellRule, readCell, takenColumns } from './read-cell';
import { LARGEST } from './refused-source';
import { foundTyped, takeTyped, typedCells } from './typed-column';

/** What stands for the dialect of a file whose columns have types: no delimiter. */
const NO_DIALECT: Dialect = { encoding: 'utf-8', delimiter: '', quote: '', header: { line: 0, lines: 0 } };
const PREVIEW = 100;

/** Reads the whole table of a file. */
export type TableDecoder = (source: ByteSource, reading: Reading) => Promise<TypedTable | FileProblem>;

/** What becomes of files whose columns have types, whatever decodes them. Lines are rows, from 1. A table is read once for as long as its source is held. */
export function typedFile(decode: TableDecoder) {
  const tables = new WeakMap<ByteSource, Promise<TypedTable | FileProblem>>();
  const tableOf = (source: ByteSource, reading: Reading = {}): Promise<TypedTable | FileProblem> => {
    const known = tables.get(source);
    if (known) return known;
    const table = read(decode, source, reading);
    tables.set(source, table);
    // A reading that was stopped is begun anew the next time.
    table.catch(() => tables.delete(source));
    return table;
  };
  const sureOf = async (source: ByteSource): Promise<TypedTable> => {
    const table = await tableOf(source);
    if ('code' in table) throw new Error(`${source.name} is no table: ${table.code}`);
    return table;
  };
  return {
    look: async (source: ByteSource, _hints: Partial<Dialect> = {}, reading: Reading = {}): Promise<FoundFile> =>
      found(source, await tableOf(source, reading)),
    load: async (source: ByteSource, recipe: Recipe, reading: Loading = {}): Promise<Loaded> =>
      load(source, await tableOf(source, reading), recipe, reading),
    /** The cells of a row (from 1) as text: the shortest that reads back to the same value, '' for null. */
    cells: async (source: ByteSource, _loaded: unknown, line: number): Promise<string[]> => cellsAt(source, await sureOf(source), line),
    /** Lines of the ledger: cells that were refused or changed on the way to another kind. */
    ledger: async (source: ByteSource, loaded: Pick<LoadedFile, 'ledger'>, recipe: Recipe, offset: number, count: number) =>
      ledgerPage(source, await sureOf(source), loaded, recipe, offset, count),
  };
}

async function read(decode: TableDecoder, source: ByteSource, reading: Reading): Promise<TypedTable | FileProblem> {
  if (source.size > LARGEST)
    return { code: 'file_too_large', source: source.name, where: '', given: String(source.size), severity: 'error' };
  return decode(source, reading);
}

function found(source: ByteSource, table: TypedTable | FileProblem): FoundFile {
  const base = { source: source.name, bytes: source.size, dialect: NO_DIALECT, certain: true, unit: null };
  if ('code' in table) return { ...base, sampled: 0, columns: [], preview: [], problems: [table] };
  const preview = Array.from({ length: Math.min(PREVIEW, table.rows) }, (_, row) => ({
    line: row + 1,
    cells: typedCells(table, row),
    fate: 'data' as const,
  }));
  const header = { line: 0, cells: table.columns.map(({ name }) => name), fate: 'header' as const };
  const empty: FileProblem = { code: 'header_only', source: source.name, where: '', given: header.cells.join(', '), severity: 'error' };
  const currency = table.metadata.get('currency');
  return {
    ...base,
    sampled: table.rows,
    columns: table.columns.map((column, at) => foundTyped(column, at, table.rows)),
    preview: [header, ...preview],
    problems: table.rows === 0 ? [...table.problems, empty] : table.problems,
    ...(currency ? { currency } : {}),
  };
}

async function load(source: ByteSource, table: TypedTable | FileProblem, recipe: Recipe, reading: Loading): Promise<Loaded> {
  if ('code' in table) return { ok: false, problems: [table] };
  reading.signal?.throwIfAborted();
  const taken = takenColumns(recipe);
  const lost = taken.find(({ at }) => at >= table.columns.length);
  if (lost || table.rows === 0) {
    const problem = lost
      ? { code: 'no_such_column', where: `column ${lost.at + 1}`, given: lost.header }
      : { code: 'no_rows', where: '', given: '' };
    return { ok: false, problems: [{ ...problem, source: source.name, severity: 'error' }] };
  }
  const ledger = new LedgerWriter();
  for (let row = 0; row < table.rows; row++) ledger.row();
  const columns = taken.map((said) => ({
    at: said.at,
    header: said.header,
    column: takeTyped(table.columns[said.at]!, said, recipe, table.rows, ledger),
  }));
  reading.report?.(source.size, source.size);
  const file: LoadedFile = {
    source: source.name,
    sha256: await digestOf(source, reading),
    rows: table.rows,
    columns,
    lines: Uint32Array.from({ length: table.rows }, (_, row) => row + 1),
    account: ledger.account(),
    ledger: ledger.store(source.name),
    dialect: NO_DIALECT,
    width: table.columns.length,
    lineIndex: { lines: new Uint32Array(0), offsets: new Float64Array(0) },
    problems: table.problems,
  };
  return { ok: true, file };
}

function cellsAt({ name }: ByteSource, table: TypedTable, line: number): string[] {
  if (line < 1 || line > table.rows) throw new RangeError(`line ${line} of ${name} is not there, it has ${table.rows}`);
  return typedCells(table, line - 1);
}

function ledgerPage(
  source: ByteSource,
  table: TypedTable,
  { ledger }: Pick<LoadedFile, 'ledger'>,
  recipe: Recipe,
  offset: number,
  count: number,
): LedgerLine[] {
  const page: LedgerLine[] = [];
  for (let index = Math.max(0, offset); index < Math.min(ledger.total, offset + count); index++) {
    const [line, at, code] = [ledger.lines[index]!, ledger.ats[index]!, ledger.reasons[index]!];
    const said = recipe.columns.find((column) => column.at === at);
    if (!said) throw new RangeError(`column ${at} of the ledger of ${source.name} is not in the recipe`);
    const raw = cellsAt(source, table, line)[at]!;
    const { value } = readCell(raw, cellRule(said, recipe));
    const text = value === null ? '' : typeof value === 'object' ? value.join(';') : String(value);
    page.push({
      source: source.name,
      line,
      column: said.header,
      raw,
      action: actionOf(code),
      reason: LEDGER_REASONS[code]![0],
      read: text,
    });
  }
  return page;
}
