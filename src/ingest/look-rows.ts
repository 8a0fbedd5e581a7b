import type { Dialect, FileProblem, FoundColumn, FoundFile, FoundTable, PreviewRow } from '../model/source';
import type { ByteSource } from './byte-source';
import { foundColumn } from './found-column';
import { findHeader, headerNames, isUnitRow, unitAbove } from './header';
import { LEDGER } from './ledger-reasons';
import { fateAbove, rowFate, type Width, widthOf } from './row-fate';
import { plainCells, type SampleRow } from './sample';
import { TableGuard } from './table-guard';
import { statedUnit } from './units';

type Header = Dialect['header'];
type Rows = readonly (readonly string[])[];

const PREVIEW = 100;

/** Rows of a file to look at: its first ones, and some from further on. */
export interface Sample {
  readonly rows: readonly SampleRow[];
  readonly further: readonly SampleRow[];
  /** Of a sheet, where rows end with their last filled cell: how wide it is, and which columns hold anything at all. */
  readonly sheet?: { readonly width: number; readonly isUsed: (at: number) => boolean };
  /** Whether the file can hold no more than one table: records with keys. */
  readonly isOneTable?: true;
  /** The rows with their merged cells written out, where the names of the columns are read; absent: the rows themselves. */
  readonly heads?: Rows;
}

/** What is known of a file before its rows are looked at. */
export interface Opened {
  readonly dialect: Omit<Dialect, 'header'>;
  readonly certain: boolean;
  readonly problems: readonly FileProblem[];
}

/** What rows seem to hold: header, the fate of each row, and each column. A header given is taken as chosen by hand. */
export function lookAtRows(source: ByteSource, opened: Opened, sample: Sample, chosen: Header | undefined): FoundFile {
  const { rows } = sample;
  const cells = rows.map(plainCells);
  const header = chosen ?? findHeader(cells);
  const { names, units } = headerNames(sample.heads ?? cells, header);
  const width = widthIn(cells, header, sample);
  const guard = guardOf(cells, header, sample);
  const fates = rows.map((row, index) => fateOf(row, rows[index - 1], index, header, width, guard, sample));
  // Rows further on are those of the last table.
  const further = guard.isOutside ? [] : sample.further.filter((row) => rowFate(plainCells(row), width, row.stray) === 0);
  const tables = tablesIn(sample);
  const data = [...rows.filter((_, index) => fates[index] === 'data'), ...further];
  const unit = unitAbove(cells, header);
  const columns: FoundColumn[] = [];
  for (let at = 0; at < width.most; at++) {
    const name = names[at] ?? '';
    if (name === '' && sample.sheet && !sample.sheet.isUsed(at)) continue;
    columns.push(foundColumn(at, name, units[at] ?? null, unit, data));
  }
  return {
    source: source.name,
    bytes: source.size,
    dialect: { ...opened.dialect, header },
    certain: opened.certain,
    ...(tables.length > 1 ? { tables } : {}),
    unit,
    sampled: data.length,
    columns,
    preview: rows.slice(0, PREVIEW).map((row, index): PreviewRow => ({ line: row.line, cells: row.cells, fate: fates[index]! })),
    problems: [...opened.problems, ...problemsOf(source.name, rows, data.length, header, names)],
  };
}

/** A file of which nothing can be looked at. */
export function nothingFound(source: ByteSource, dialect: Dialect, problems: readonly FileProblem[]): FoundFile {
  return { source: source.name, bytes: source.size, dialect, certain: false, unit: null, sampled: 0, columns: [], preview: [], problems };
}

function problemsOf(
  source: string,
  rows: readonly SampleRow[],
  data: number,
  { lines }: Header,
  names: readonly string[],
): readonly FileProblem[] {
  const problems: FileProblem[] = [];
  if (data === 0)
    problems.push({ code: lines > 0 ? 'header_only' : 'no_rows', source, where: '', given: names.join(', '), severity: 'error' });
  const stray = rows.filter((row) => row.stray);
  if (stray.length > 0)
    problems.push({ code: 'stray_quotes', source, where: `line ${stray[0]!.line}`, given: String(stray.length), severity: 'warning' });
  return problems;
}

function widthIn(rows: Rows, header: Header, { sheet }: Sample): Width {
  if (sheet) return { least: 0, most: sheet.width };
  return header.lines > 0 ? headerWidth(rows, header) : (dataWidth(rows, header) ?? { least: 0, most: 0 });
}

/** As wide as the header, and wider where most rows have empty cells behind their last one: a delimiter ends each row of some programs. */
function headerWidth(rows: Rows, { line, lines }: Header): Width {
  const widths = rows.slice(line, line + lines).map(widthOf);
  const most = Math.max(0, ...widths.map((width) => width.most));
  const under = rows.slice(line + lines).filter((cells) => cells.some((cell) => cell.trim() !== ''));
  const tails = under.filter((cells) => cells.length > most && cells.slice(most).every((cell) => cell.trim() === ''));
  const tail = tails.length * 2 > under.length ? Math.max(...tails.map((cells) => cells.length)) : 0;
  return { least: Math.max(0, ...widths.map((width) => width.least)), most: Math.max(most, tail) };
}

function dataWidth(rows: Rows, { line }: Header): Width | null {
  const first = rows.slice(line).find((cells) => rowFate(cells, { least: 0, most: cells.length }, false) === 0);
  return first ? { least: first.length, most: first.length } : null;
}

function fateOf(
  row: SampleRow,
  before: SampleRow | undefined,
  index: number,
  { line, lines, others = 0 }: Header,
  width: Width,
  guard: TableGuard,
  sample: Sample,
): PreviewRow['fate'] {
  const cells = plainCells(row);
  if (index < others) return FATES.get(fateAbove(cells, index, others))!;
  if (index < line) return cells.some((cell) => statedUnit(cell) !== null) ? 'unit' : 'above';
  if (index < line + lines) return lines > 1 && index === line + lines - 1 && isUnitRow(cells) ? 'unit' : 'header';
  return FATES.get(judged(row, before, width, guard, sample)) ?? 'rejected';
}

const FATES: ReadonlyMap<number, PreviewRow['fate']> = new Map([
  [0, 'data'],
  [LEDGER.short_row, 'data'],
  [LEDGER.blank_line, 'blank'],
  [LEDGER.total_row, 'total'],
  [LEDGER.repeated_header, 'header'],
  [LEDGER.other_table, 'other'],
]);

function guardOf(rows: Rows, { line, lines }: Header, { sheet, isOneTable }: Sample): TableGuard {
  return new TableGuard(isOneTable ? [] : rows.slice(line, line + lines), sheet !== undefined);
}

function judged(row: SampleRow, before: SampleRow | undefined, width: Width, guard: TableGuard, { sheet }: Sample): number {
  // A sheet leaves empty rows out.
  if (sheet && before && row.line > before.line + 1) guard.breakHere();
  return guard.judge(plainCells(row), width, row.stray);
}

/** The tables of a file one below the other, each with its own header; `others` of a later one tells its rows from those before it. */
function tablesIn(sample: Sample): FoundTable[] {
  const cells = sample.rows.map(plainCells);
  const tables: FoundTable[] = [];
  for (let from = 0, others = 0; from < cells.length && !sample.isOneTable;) {
    const found = findHeader(cells.slice(from));
    if (found.lines === 0) return tables;
    const header: Header = { line: from + found.line, lines: found.lines, ...(others > 0 ? { others } : {}) };
    const guard = guardOf(cells, header, sample);
    const width = widthIn(cells, header, sample);
    let rows = 0;
    from = others = header.line + header.lines;
    for (; from < cells.length; from++) {
      const fate = judged(sample.rows[from]!, sample.rows[from - 1], width, guard, sample);
      if (guard.isOutside) break;
      if (fate === LEDGER.blank_line || isTitle(cells[from]!, width)) continue;
      if (fate === 0 || fate === LEDGER.short_row) rows++;
      others = from + 1;
    }
    tables.push({ line: sample.rows[header.line]!.line, header, names: headerNames(cells, header).names, rows });
  }
  return tables;
}

/** One cell where a row has several: what stands between two tables belongs to the second. */
function isTitle(cells: readonly string[], { most }: Width): boolean {
  return most > 1 && cells.filter((cell) => cell.trim() !== '').length === 1;
}
