import type { LoadedFile } from '../../model/source';
import type { Recipe } from '../../model/recipe';
import type { Derived } from './derive';
import type { Taken } from './parts';
import type { Pairs, Placed } from './placed';
import { strongestFirst } from './strength';
import { SUPPORT_FIELDS } from './support-fields';

/** One file's way from the panel back: which of its rows a row of the panel came from. */
export interface OriginPart {
  readonly file: LoadedFile;
  readonly recipe: Recipe;
  /** All columns taken, key, name and year first. */
  readonly taken: readonly Taken[];
  /**
   * Row of the panel → rows of the file: `fileRows[starts[row]…starts[row + 1]]`. Several only where the file lists events or is dated. null: row for
   * row.
   */
  readonly way: { readonly starts: Uint32Array; readonly fileRows: Uint32Array } | null;
  /** What a row of the file is: a firm-year, an event counted into `events`, a title held, support received. */
  readonly is: 'rows' | 'events' | 'titles' | 'support';
  /** The field its rows are counted into; null where rows are not counted. */
  readonly events: string | null;
}

/** Where every number of a panel comes from: two whole numbers a row and file, nothing a cell. */
export interface Origins {
  readonly parts: readonly OriginPart[];
  /** Fields made from others. */
  readonly derived: ReadonlyMap<string, Derived>;
  /** `row field` → number of the part a person decided for, −1 for none of them. */
  readonly decided: ReadonlyMap<string, number>;
}
export const NO_ORIGINS: Origins = { parts: [], derived: new Map(), decided: new Map() };

/** Turns placements round. Parts keep the order in which they were given. */
export function originParts(placed: readonly Placed[], rows: number): readonly OriginPart[] {
  return placed.map((one) => {
    const { part, placements, dated } = one;
    const isWhole = !dated && placements.every(({ whole }) => whole);
    const way = isWhole ? null : dated ? turned([dated], rows) : turned(placements.map(pairsOf), rows);
    const { events } = part.recipe;
    const is = part.recipe.dated?.is ?? (events ? 'events' : 'rows');
    return { file: part.file, recipe: part.recipe, taken: part.traced, way, is, events: events?.field ?? null };
  });
}

function pairsOf({ rows }: Placed['placements'][number]): Pairs {
  return { fileRows: new Int32Array(rows.length).map((_, row) => row), targets: rows };
}

function turned(pairs: readonly Pairs[], rows: number): NonNullable<OriginPart['way']> {
  const starts = new Uint32Array(rows + 1);
  for (const { targets } of pairs) for (const target of targets) if (target !== -1) starts[target + 1]!++;
  for (let row = 0; row < rows; row++) starts[row + 1]! += starts[row]!;
  const next = starts.slice(0, rows);
  const found = new Uint32Array(starts[rows]!);
  for (const { fileRows, targets } of pairs) {
    for (let index = 0; index < targets.length; index++) {
      const target = targets[index]!;
      if (target !== -1) found[next[target]!++] = fileRows[index]!;
    }
  }
  return { starts, fileRows: found };
}

/** Rows of a file behind a row of the panel. */
export function fileRowsOf({ way }: OriginPart, row: number): readonly number[] {
  return way ? [...way.fileRows.subarray(way.starts[row]!, way.starts[row + 1]!)] : [row];
}

/** What one source has for a row and field: the part by number, and the row of its file. Of counted events `count` says how many, and the row is the first. */
export interface SourceCell {
  readonly at: number;
  readonly part: OriginPart;
  /** null for counted events: no column of the file says the number. */
  readonly taken: Taken | null;
  readonly fileRow: number;
  readonly count: number;
}

/** What each source has for a field of a row, strongest source first. Dated lists add to a field and have no cell of their own. */
export function cellsFor({ parts }: Origins, row: number, year: number, field: string): readonly SourceCell[] {
  const cells = parts.flatMap((part, at): readonly SourceCell[] => {
    const fileRows = fileRowsOf(part, row);
    if (part.is === 'events') {
      const isHere = part.events === field && fileRows.length > 0;
      return isHere ? [{ at, part, taken: null, fileRow: fileRows[0]!, count: fileRows.length }] : [];
    }
    if (part.is !== 'rows') return [];
    const own = part.taken.filter((taken) => taken.field === field && (taken.said.year === null || taken.said.year === year));
    return own.flatMap((taken) => fileRows.map((fileRow) => ({ at, part, taken, fileRow, count: 1 })));
  });
  return strongestFirst(cells, field, ({ part }) => part.recipe);
}

/** Whether a cell has a value. */
export function isPresent({ taken, fileRow }: SourceCell): boolean {
  return taken === null || taken.column.reasons[fileRow] === 0;
}

/** Field → names of the sources that give it, strongest first. A field made from others is given by the sources of those. */
export function giversOf({ parts, derived }: Origins): ReadonlyMap<string, readonly string[]> {
  const givers = new Map<string, OriginPart[]>();
  const give = (field: string, part: OriginPart): void => {
    const list = givers.get(field) ?? [];
    if (!list.includes(part)) givers.set(field, [...list, part]);
  };
  for (const part of parts) for (const field of fieldsOf(part)) give(field, part);
  for (const [field, { fields }] of derived) for (const from of fields) for (const part of givers.get(from) ?? []) give(field, part);
  return new Map(
    [...givers].map(([field, list]) => [field, strongestFirst(list, field, ({ recipe }) => recipe).map(({ file }) => file.source)]),
  );
}

function fieldsOf({ is, taken, events }: OriginPart): readonly string[] {
  if (is === 'titles') return ['titles'];
  if (is === 'support') return SUPPORT_FIELDS.filter((field) => field !== 'support_amount' || taken.some((one) => one.field === field));
  return is === 'events' ? [events!] : taken.map(({ field }) => field);
}
