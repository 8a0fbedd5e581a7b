import { REASON, wordAt, type Column } from '../../scoring/column';
import { readArrow, type ReadArrow, type ReadColumn } from '../columns/arrow-read';
import type { Recipe, RecipeColumn } from '../model/recipe';
import type { Dialect, FieldKind, FileProblem, FoundColumn, FoundFile, LedgerLine, LoadedFile } from '../model/source';
import type { ByteSource } from './byte-source';
import { columnStore } from './column-store';
import type { Reading } from './decode';
import { actionOf, LEDGER, LEDGER_REASONS } from './ledger-reasons';
import { LedgerWriter } from './ledger-writer';
import type { Loaded } from './load';
import { cellRule, readCell, takenColumns } from './read-cell';
import { LARGEST } from './refused-source';
import { sha256 } from './sha256';
import { headerUnit, parseUnit } from './units';

/** What stands for the dialect of an Arrow file, which has none: no delimiter. */
export const ARROW_DIALECT: Dialect = { encoding: 'utf-8', delimiter: '', quote: '', header: { line: 0, lines: 0 } };

const KINDS: readonly FieldKind[] = ['number', 'money', 'count', 'ratio', 'flag', 'text', 'code', 'date', 'set', 'year'];
const PREVIEW = 100;
const SAMPLES = 5;

/** Whether a source begins like an Arrow file or stream. */
export async function isArrow(source: ByteSource): Promise<boolean> {
  const head = await source.read(0, 6);
  return String.fromCharCode(...head) === 'ARROW1' || (head.length > 3 && head.subarray(0, 4).every((byte) => byte === 0xff));
}

const tables = new WeakMap<ByteSource, Promise<ReadArrow | FileProblem>>();

/** The table of a source, read once for as long as the source is held. */
function tableOf(source: ByteSource): Promise<ReadArrow | FileProblem> {
  let table = tables.get(source);
  if (!table) tables.set(source, (table = readTable(source)));
  return table;
}

async function readTable(source: ByteSource): Promise<ReadArrow | FileProblem> {
  if (source.size > LARGEST)
    return { code: 'file_too_large', source: source.name, where: '', given: String(source.size), severity: 'error' };
  return readArrow(await source.read(0, source.size), source.name);
}

/** Looks at an Arrow file as `look` does at a text: columns with kind and unit, from the metadata a panel is exported with, or from types and names. */
export async function lookArrow(source: ByteSource): Promise<FoundFile> {
  const table = await tableOf(source);
  const base = { source: source.name, bytes: source.size, dialect: ARROW_DIALECT, certain: true, unit: null };
  if ('code' in table) return { ...base, sampled: 0, columns: [], preview: [], problems: [table] };
  const columns = table.columns.map((column, at) => foundColumn(column, at, table.rows));
  const preview = Array.from({ length: Math.min(PREVIEW, table.rows) }, (_, row) => ({
    line: row + 1,
    cells: cellsOf(table, row),
    fate: 'data' as const,
  }));
  const header = { line: 0, cells: table.columns.map(({ name }) => name), fate: 'header' as const };
  const empty: FileProblem = { code: 'header_only', source: source.name, where: '', given: header.cells.join(', '), severity: 'error' };
  const problems = table.rows === 0 ? [...table.problems, empty] : table.problems;
  const currency = table.metadata.get('currency');
  return { ...base, sampled: table.rows, columns, preview: [header, ...preview], problems, ...(currency ? { currency } : {}) };
}

function foundColumn({ name, column, from, metadata }: ReadColumn, at: number, rows: number): FoundColumn {
  const samples: string[] = [];
  for (let row = 0; row < rows && samples.length < SAMPLES; row++) if (column.reasons[row] === 0) samples.push(textAt(column, from, row));
  const count = (wanted: (reason: number) => boolean): number => column.reasons.reduce((sum, reason) => sum + (wanted(reason) ? 1 : 0), 0);
  const byType: FieldKind = from === 'truth' ? 'flag' : from;
  const kind = KINDS.find((one) => one === metadata.get('kind')) ?? byType;
  const refused = count((reason) => reason === REASON.not_finite);
  const filled = count((reason) => reason === 0) + refused;
  return {
    at,
    header: name,
    kind,
    unit: metadata.get('unit') ?? headerUnit(name),
    samples,
    filled,
    blank: rows - filled,
    changed: 0,
    refused,
    nulls: [],
    ownUnits: 0,
  };
}

/** Loads an Arrow file by its recipe. A column of the right type is taken bit for bit; another goes through its text, as a cell of a CSV would. */
export async function loadArrow(source: ByteSource, recipe: Recipe, reading: Reading = {}): Promise<Loaded> {
  const table = await tableOf(source);
  if ('code' in table) return { ok: false, problems: [table] };
  reading.signal?.throwIfAborted();
  const taken = takenColumns(recipe);
  const lost = taken.find(({ at }) => at >= table.columns.length);
  if (lost)
    return {
      ok: false,
      problems: [{ code: 'no_such_column', source: source.name, where: `column ${lost.at + 1}`, given: lost.header, severity: 'error' }],
    };
  const ledger = new LedgerWriter();
  for (let row = 0; row < table.rows; row++) ledger.row();
  const columns = taken.map((said) => ({
    at: said.at,
    header: said.header,
    column: taking(table.columns[said.at]!, said, recipe, table.rows, ledger),
  }));
  const lines = Uint32Array.from({ length: table.rows }, (_, row) => row + 1);
  reading.report?.(source.size, source.size);
  const file: LoadedFile = {
    source: source.name,
    sha256: await sha256(source, { signal: reading.signal }),
    rows: table.rows,
    columns,
    lines,
    account: ledger.account(),
    ledger: ledger.store(source.name),
    dialect: ARROW_DIALECT,
    width: table.columns.length,
    lineIndex: { lines: new Uint32Array(0), offsets: new Float64Array(0) },
    problems: table.problems,
  };
  return { ok: true, file };
}

/** Kinds that a column of a type holds without being read again. */
const DIRECT: Readonly<Record<ReadColumn['from'], readonly FieldKind[]>> = {
  number: ['number', 'money', 'count', 'ratio', 'year'],
  date: ['date'],
  truth: ['flag'],
  text: ['text', 'code'],
  set: ['set'],
};

function taking({ column, from }: ReadColumn, said: RecipeColumn, recipe: Recipe, rows: number, ledger: LedgerWriter): Column {
  if (DIRECT[from].includes(said.kind)) {
    for (let row = 0; row < rows; row++) if (column.reasons[row] === REASON.not_finite) ledger.cell(row + 1, said.at, LEDGER.number_range);
    const exponent = said.unit === null ? 0 : (parseUnit(said.unit)?.exponent ?? 0);
    return column.kind === 'number' && exponent !== 0
      ? { ...column, values: column.values.map((value) => scaled(value, exponent)) }
      : column;
  }
  const store = columnStore(said.kind);
  const rule = cellRule(said, recipe);
  for (let row = 0; row < rows; row++) {
    const outcome = readCell(textAt(column, from, row), rule);
    if (outcome.note !== 0) ledger.cell(row + 1, said.at, outcome.note);
    store.put(row, outcome);
  }
  return store.finish(rows);
}

/** × 10^exponent through decimal text, as the same figure in a CSV is read: one rounding, not two. */
function scaled(value: number, exponent: number): number {
  return Number.isNaN(value) ? NaN : Number(/e/.test(String(value)) ? value * 10 ** exponent : `${value}e${exponent}`);
}

/** The cells of a row (from 1) of an Arrow file as text: the shortest that reads back to the same value, '' for null. */
export async function arrowCells(source: ByteSource, line: number): Promise<string[]> {
  const table = await tableOf(source);
  if ('code' in table) throw new Error(`${source.name} is no arrow table: ${table.code}`);
  if (line < 1 || line > table.rows) throw new RangeError(`line ${line} of ${source.name} is not there, it has ${table.rows}`);
  return cellsOf(table, line - 1);
}

/** Lines `offset` to `offset + count` of the ledger of an Arrow file: cells that were refused or changed on the way to another kind. */
export async function arrowLedgerPage(
  source: ByteSource,
  { ledger }: Pick<LoadedFile, 'ledger'>,
  recipe: Recipe,
  offset: number,
  count: number,
): Promise<LedgerLine[]> {
  const page: LedgerLine[] = [];
  for (let index = Math.max(0, offset); index < Math.min(ledger.total, offset + count); index++) {
    const [line, at, code] = [ledger.lines[index]!, ledger.ats[index]!, ledger.reasons[index]!];
    const said = recipe.columns.find((column) => column.at === at);
    if (!said) throw new RangeError(`column ${at} of the ledger of ${source.name} is not in the recipe`);
    const raw = (await arrowCells(source, line))[at]!;
    const { value } = readCell(raw, cellRule(said, recipe));
    const read = value === null ? '' : typeof value === 'object' ? value.join(';') : String(value);
    page.push({ source: source.name, line, column: said.header, raw, action: actionOf(code), reason: LEDGER_REASONS[code]![0], read });
  }
  return page;
}

function cellsOf({ columns }: ReadArrow, row: number): string[] {
  return columns.map(({ column, from }) => textAt(column, from, row));
}

function textAt(column: Column, from: ReadColumn['from'], row: number): string {
  if (column.reasons[row] !== 0) return column.reasons[row] === REASON.not_finite ? 'NaN' : '';
  if (column.kind === 'text') return wordAt(column.words, column.codes[row]!);
  if (column.kind === 'truth') return column.values[row] === 1 ? 'true' : 'false';
  if (column.kind === 'number')
    return from === 'date' ? new Date(column.values[row]! * 86_400_000).toISOString().slice(0, 10) : String(column.values[row]);
  const words: string[] = [];
  for (let bit = 0; bit < column.words.ends.length; bit++) {
    if ((column.bits[row * column.width + (bit >>> 5)]! & (1 << (bit & 31))) !== 0) words.push(wordAt(column.words, bit));
  }
  return words.join(';');
}
