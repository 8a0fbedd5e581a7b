import { REASONS, wordAt, type Column } from '../../scoring/column';
import { earlierRow, type Panel } from '../../scoring/panel';
import type { Origin } from '../model/source';
import type { OriginPart, Origins } from './panel/origins';
import type { Taken } from './panel/parts';
import { factorOf } from './panel/range';

/** Raw cells of a line of a file, by the file's sha256, so that two files of one name stay apart. */
export type RawCells = (source: string, line: number, sha256: string) => Promise<readonly string[]>;

/**
 * Every place a value of the panel comes from, in the order in which files win: the first with reason `present` is the one used. `back` years ago is
 * the firm's earlier row, or the lag column of this row where that year is not loaded. A firm-year that a list has not gives line 0 and no raw text:
 * its absence is the source. Empty where no file gives the field.
 */
export async function traceCell(
  origins: Origins,
  panel: Panel,
  row: number,
  field: string,
  back: number,
  rawCells: RawCells,
): Promise<Origin[]> {
  const earlier = back === 0 ? row : earlierRow(panel, back)[row]!;
  if (earlier === -1) return panel.fields.has(`${field}_p${back}`) ? traceCell(origins, panel, row, `${field}_p${back}`, 0, rawCells) : [];
  const found: Origin[] = [];
  for (const part of origins.parts) {
    const fileRows = rowsIn(part, earlier);
    const taken = part.taken.filter((one) => one.field === field && (one.said.year === null || one.said.year === panel.year[earlier]));
    if (part.events === field) for (const fileRow of fileRows) found.push(await eventOrigin(part, fileRow, field, rawCells));
    else for (const one of taken) for (const fileRow of fileRows) found.push(await cellOrigin(part, one, fileRow, rawCells));
    if (fileRows.length === 0 && (part.events === field || taken.length > 0)) found.push(...absence(part, panel, earlier, field));
  }
  return found;
}

function rowsIn({ way }: OriginPart, row: number): readonly number[] {
  return way ? [...way.fileRows.subarray(way.starts[row]!, way.starts[row + 1]!)] : [row];
}

async function cellOrigin({ file }: OriginPart, { field, at, column, said }: Taken, row: number, rawCells: RawCells): Promise<Origin> {
  const line = file.lines[row]!;
  const raw = (await rawCells(file.source, line, file.sha256))[at] ?? '';
  const reason = REASONS[column.reasons[row]!]!;
  return {
    field,
    value: valueAt(column, row),
    reason,
    source: file.source,
    line,
    column: said.header,
    raw,
    unit: said.unit,
    factor: factorOf(said.unit),
  };
}

/** One event of several that were counted: the whole line is the evidence. */
async function eventOrigin({ file }: OriginPart, row: number, field: string, rawCells: RawCells): Promise<Origin> {
  const line = file.lines[row]!;
  const raw = (await rawCells(file.source, line, file.sha256)).join(' | ');
  return { field, value: 1, reason: 'present', source: file.source, line, column: '', raw, unit: null, factor: 1 };
}

/** A list without this firm-year, where that silence gave the value: nothing else did, and the panel has 0. */
function absence({ file, events, taken }: OriginPart, panel: Panel, row: number, field: string): readonly Origin[] {
  const column = panel.fields.get(field);
  if (!column || (column.kind !== 'number' && column.kind !== 'truth')) return [];
  const reason = REASONS[column.reasons[row]!]!;
  if (reason === 'present' ? column.values[row] !== 0 : reason !== 'absence_unknown') return [];
  const header = events === field ? '' : taken.find((one) => one.field === field)!.said.header;
  return [
    { field, value: reason === 'present' ? 0 : null, reason, source: file.source, line: 0, column: header, raw: '', unit: null, factor: 1 },
  ];
}

/** A cell of a column as a plain value; null where it is missing. Set words keep the order of the dictionary. */
function valueAt(column: Column, row: number): Origin['value'] {
  if (column.reasons[row] !== 0) return null;
  if (column.kind === 'text') return wordAt(column.words, column.codes[row]!);
  if (column.kind !== 'set') return column.values[row]!;
  const words: string[] = [];
  for (let bit = 0; bit < column.words.ends.length; bit++) {
    if ((column.bits[row * column.width + (bit >>> 5)]! & (1 << (bit & 31))) !== 0) words.push(wordAt(column.words, bit));
  }
  return words;
}
