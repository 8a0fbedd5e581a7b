import type { Dialect, Encoding, FileProblem, FoundColumn, FoundFile, PreviewRow } from '../model/source';
import type { ByteSource } from './byte-source';
import { decodeAll, type Reading } from './decode';
import { findMarks } from './dialect';
import { findEncoding } from './encoding';
import { foundColumn } from './found-column';
import { findHeader, headerNames, isUnitRow, unitAbove } from './header';
import { LEDGER } from './ledger-reasons';
import { LineCounter } from './line-counter';
import { refusedSource } from './refused-source';
import { rowFate, type Width, widthOf } from './row-fate';
import { type SampleRow, sampleRows, sampleText } from './sample';
import { statedUnit } from './units';

const PREVIEW = 100;
const SAMPLED = 1000;
const PER_BLOCK = 150;
const UNKNOWN: Dialect = { encoding: 'utf-8', delimiter: ',', quote: '"', header: { line: 0, lines: 0 } };

/**
 * Looks at a file: encoding (from every byte), delimiter, quote, header, and what each column seems to hold (from a sample of rows).
 * What is given in `hints` is taken as chosen by hand. Faults of the file are problems; nothing throws but an abort.
 */
export async function look(source: ByteSource, hints: Partial<Dialect> = {}, reading: Reading = {}): Promise<FoundFile> {
  const refused = await refusedSource(source, hints.encoding ?? null);
  if (refused) return nothing(source, UNKNOWN, refused);
  const { encoding, certain, problem } = hints.encoding
    ? await chosen(source, hints.encoding, reading)
    : await findEncoding(source, reading);
  const problems: FileProblem[] = problem ? [problem] : [];
  const sample = await sampleText(source, encoding);
  const marks = findMarks(sample.head, hints);
  const rows = sampleRows(sample.head, marks, SAMPLED);
  const cells = rows.map((row) => row.cells);
  const header = hints.header ?? findHeader(cells);
  const { names, units } = headerNames(cells, header);
  const width = header.lines > 0 ? headerWidth(cells, header) : (dataWidth(cells, header) ?? { least: 0, most: 0 });
  const fates = rows.map((row, index) => fateOf(row, index, header, width));
  const further = sample.further
    .flatMap((text) => sampleRows(text, marks, PER_BLOCK))
    .filter((row) => rowFate(row.cells, width, row.stray) === 0);
  const data = [...rows.filter((_, index) => fates[index] === 'data'), ...further].map((row) => row.cells);
  const unit = unitAbove(cells, header);
  const columns: FoundColumn[] = Array.from({ length: width.most }, (_, at) =>
    foundColumn(at, names[at] ?? '', units[at] ?? null, unit, data),
  );
  if (data.length === 0)
    problems.push({
      code: header.lines > 0 ? 'header_only' : 'no_rows',
      source: source.name,
      where: '',
      given: names.join(', '),
      severity: 'error',
    });
  const stray = rows.filter((row) => row.stray);
  if (stray.length > 0)
    problems.push({
      code: 'stray_quotes',
      source: source.name,
      where: `line ${stray[0]!.line}`,
      given: String(stray.length),
      severity: 'warning',
    });
  const preview: PreviewRow[] = rows.slice(0, PREVIEW).map((row, index) => ({ line: row.line, cells: row.cells, fate: fates[index]! }));
  return {
    source: source.name,
    bytes: source.size,
    dialect: { encoding, ...marks, header },
    certain,
    unit,
    sampled: data.length,
    columns,
    preview,
    problems,
  };
}

/** An encoding chosen by hand: every byte must fit it. */
async function chosen(source: ByteSource, encoding: Encoding, reading: Reading) {
  const problem = await decodeAll(source, encoding, new LineCounter(encoding), () => true, reading);
  return { encoding, certain: problem === null, problem };
}

function nothing(source: ByteSource, dialect: Dialect, problem: FileProblem): FoundFile {
  return {
    source: source.name,
    bytes: source.size,
    dialect,
    certain: false,
    unit: null,
    sampled: 0,
    columns: [],
    preview: [],
    problems: [problem],
  };
}

function headerWidth(rows: readonly (readonly string[])[], { line, lines }: Dialect['header']): Width {
  const widths = rows.slice(line, line + lines).map(widthOf);
  return { least: Math.max(0, ...widths.map((width) => width.least)), most: Math.max(0, ...widths.map((width) => width.most)) };
}

function dataWidth(rows: readonly (readonly string[])[], { line }: Dialect['header']): Width | null {
  const first = rows.slice(line).find((cells) => rowFate(cells, { least: 0, most: cells.length }, false) === 0);
  return first ? { least: first.length, most: first.length } : null;
}

function fateOf({ cells, stray }: SampleRow, index: number, { line, lines }: Dialect['header'], width: Width): PreviewRow['fate'] {
  if (index < line) return cells.some((cell) => statedUnit(cell) !== null) ? 'unit' : 'above';
  if (index < line + lines) return lines > 1 && index === line + lines - 1 && isUnitRow(cells) ? 'unit' : 'header';
  const fate = rowFate(cells, width, stray);
  return fate === 0 ? 'data' : fate === LEDGER.blank_line ? 'blank' : fate === LEDGER.total_row ? 'total' : 'rejected';
}
