import { REASONS } from '../../scoring/column';
import { earlierRow, type Panel } from '../../scoring/panel';
import type { Origin, OriginUse } from '../model/source';
import { cellValue } from './panel/cell-value';
import { isoDay } from './panel/days';
import { answeredBy } from './panel/merge-fields';
import { cellsFor, fileRowsOf, isPresent, type OriginPart, type Origins, type SourceCell } from './panel/origins';
import { titleColumns } from './panel/place-titles';
import { factorOf } from './panel/range';
import { strengthOf } from './panel/strength';
import { supportValue } from './panel/support';
import { SUPPORT_FIELDS } from './panel/support-fields';

/** Raw cells of a line of a file, by the file's sha256, so that two files of one name stay apart. */
export type RawCells = (source: string, line: number, sha256: string) => Promise<readonly string[]>;

/**
 * Every place a value of the panel comes from, strongest source first; `used` says from which of them the panel has it, and why. `back` years ago is the
 * firm's earlier row, or the lag column of this row where that year is not loaded. A firm-year that a list has not gives line 0 and no raw text: its
 * absence is the source; a value made from other fields gives line 0 and names them. Empty where no file gives the field.
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
  const asked: Asked = { origins, panel, row: earlier, field, rawCells };
  const derived = derivedOrigin(asked);
  if (derived) return [derived];
  const found = [...(await plainOrigins(asked)), ...(await datedOrigins(asked))];
  return [...found, ...absences(asked)];
}

interface Asked {
  readonly origins: Origins;
  readonly panel: Panel;
  readonly row: number;
  readonly field: string;
  readonly rawCells: RawCells;
}

/** Of a value nobody wrote: no line, no text. */
const NOWHERE = { line: 0, column: '', raw: '', unit: null, factor: 1, sheet: null, held: null, derived: null } as const;

function derivedOrigin({ origins, panel, row, field }: Asked): Origin | null {
  const derived = origins.derived.get(field);
  const column = panel.fields.get(field);
  if (!derived || !column) return null;
  const reason = REASONS[column.reasons[row]!]!;
  return { ...NOWHERE, field, value: cellValue(column, row), reason, source: '', used: reason === 'present' ? 'derived' : null, derived };
}

/** Cells of ordinary sources and counted events. */
async function plainOrigins(asked: Asked): Promise<Origin[]> {
  const { origins, panel, row, field } = asked;
  const cells = cellsFor(origins, row, panel.year[row]!, field);
  const present = cells.filter((cell) => isPresent(cell) && !isFlag(cell));
  const decided = origins.decided.get(`${row} ${field}`);
  const winner = decided === undefined ? present[0] : present.find(({ at }) => at === decided);
  const found: Origin[] = [];
  for (const cell of cells) {
    const used = isFlag(cell)
      ? isPresent(cell) && 'united'
      : cell === winner && (decided !== undefined ? 'decided' : whyFirst(present, cell, field));
    if (cell.taken) found.push(await cellOrigin(asked, cell, used || null));
    else
      for (const fileRow of fileRowsOf(cell.part, row)) found.push(await eventOrigin(asked, cell.part, fileRow, used ? 'counted' : null));
  }
  return found;
}

/** A yes/no column of titles adds to the set whatever other sources say. */
function isFlag({ taken }: SourceCell): boolean {
  return taken?.said.word !== undefined;
}

function whyFirst(present: readonly SourceCell[], { part }: SourceCell, field: string): OriginUse {
  if (present.length === 1) return 'only';
  return strengthOf(part.recipe, field) < 2 ? 'wins' : 'first';
}

async function cellOrigin({ field, rawCells }: Asked, { part, taken, fileRow }: SourceCell, used: OriginUse | null): Promise<Origin> {
  const { at, column, said } = taken!;
  const { file } = part;
  const line = file.lines[fileRow]!;
  const raw = (await rawCells(file.source, line, file.sha256))[at] ?? '';
  const value = cellValue(column, fileRow);
  return {
    field,
    value: said.word === undefined || value === null ? value : value === 1 ? [said.word] : [],
    reason: REASONS[column.reasons[fileRow]!]!,
    source: file.source,
    line,
    column: said.header,
    raw,
    unit: said.unit,
    factor: factorOf(said.unit),
    sheet: part.recipe.sheet ?? null,
    used,
    held: null,
    derived: null,
  };
}

/** One row of several that are counted or add up: the whole line is the evidence. */
async function eventOrigin(
  { field, rawCells }: Asked,
  { file, recipe }: OriginPart,
  fileRow: number,
  used: OriginUse | null,
): Promise<Origin> {
  const line = file.lines[fileRow]!;
  const raw = (await rawCells(file.source, line, file.sha256)).join(' | ');
  return { ...NOWHERE, field, value: 1, reason: 'present', source: file.source, line, raw, sheet: recipe.sheet ?? null, used };
}

/** Titles held on 31 December, with their days; support received in the year. */
async function datedOrigins(asked: Asked): Promise<Origin[]> {
  const { origins, row, field } = asked;
  const found: Origin[] = [];
  for (const part of origins.parts) {
    if (part.is !== 'titles' && part.is !== 'support') continue;
    if ((part.is === 'titles') !== (field === 'titles')) continue;
    for (const fileRow of fileRowsOf(part, row)) {
      if (part.is === 'titles') found.push({ ...(await eventOrigin(asked, part, fileRow, 'united')), ...titleAt(part, fileRow) });
      else {
        const value = supportValue(part, field, fileRow);
        if (value) found.push({ ...(await eventOrigin(asked, part, fileRow, 'counted')), ...value });
      }
    }
  }
  return found;
}

/** Titles that lists with days give a row, each with its last day; a list that gives none says null. */
export function titlesAt({ parts }: Origins, row: number): readonly { readonly title: string; readonly to: string | null }[] {
  return parts.flatMap((part) =>
    part.is === 'titles'
      ? fileRowsOf(part, row).flatMap((fileRow) => {
          const { value, held } = titleAt(part, fileRow);
          return Array.isArray(value) ? [{ title: String(value[0]), to: held?.to ?? null }] : [];
        })
      : [],
  );
}

function titleAt(part: OriginPart, fileRow: number): Pick<Origin, 'value' | 'held'> {
  const { title, from, to } = titleColumns(part);
  const { dated } = part.recipe;
  const word = title ? cellValue(title, fileRow) : dated?.is === 'titles' ? dated.title : null;
  const day = (column: typeof from): string | null => (column && column.reasons[fileRow] === 0 ? isoDay(column.values[fileRow]!) : null);
  return { value: word === null ? null : [String(word)], held: { from: day(from), to: day(to) } };
}

/** Lists without this firm-year, where that silence gave the value: nothing else did, and the panel has 0 or the empty set. */
function absences({ origins, panel, row, field }: Asked): readonly Origin[] {
  const column = panel.fields.get(field);
  if (!column || column.kind === 'text') return [];
  const reason = REASONS[column.reasons[row]!]!;
  const isNothing = column.kind === 'set' ? [cellValue(column, row)].flat().length === 0 : column.values[row] === 0;
  if (reason === 'present' ? !isNothing : reason !== 'absence_unknown') return [];
  return origins.parts.flatMap((part): Origin[] => {
    const { means } = part.recipe.absence;
    const header = listHeader(part, field);
    if (header === null || fileRowsOf(part, row).length > 0 || (reason === 'present' && means === 'unknown')) return [];
    const value = reason === 'present' ? (column.kind === 'set' ? [] : 0) : null;
    const used = reason === 'present' ? 'absent' : null;
    return [{ ...NOWHERE, field, value, reason, source: part.file.source, column: header, sheet: part.recipe.sheet ?? null, used }];
  });
}

/** The header under which a source answers a field by who stands in it; '' where its rows do, null where it does not. */
function listHeader({ is, events, taken, recipe }: OriginPart, field: string): string | null {
  if (is === 'support') return SUPPORT_FIELDS.includes(field) ? '' : null;
  const only = is === 'titles' ? 'titles' : (events ?? undefined);
  if (!answeredBy(recipe.absence.means, taken, only).has(field)) return null;
  return only === undefined ? taken.find((one) => one.field === field)!.said.header : '';
}
