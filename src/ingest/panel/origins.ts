import type { LoadedFile } from '../../model/source';
import type { Taken } from './parts';
import type { Placed } from './place';

/** One file's way from the panel back: which of its rows a row of the panel came from. */
export interface OriginPart {
  readonly file: LoadedFile;
  /** All columns taken, key, name and year included. */
  readonly taken: readonly Taken[];
  /** Row of the panel → rows of the file: `fileRows[starts[row]…starts[row + 1]]`. Several only where the file lists events. null: row for row. */
  readonly way: { readonly starts: Uint32Array; readonly fileRows: Uint32Array } | null;
  /** The field its rows are counted into; null where rows are firm-years. */
  readonly events: string | null;
}

/** Where every number of a panel comes from: two whole numbers a row and file, nothing a cell. */
export interface Origins {
  readonly parts: readonly OriginPart[];
}

/** Turns placements round. Parts keep the order in which they were given, which is the order in which they win. */
export function originsOf(placed: readonly Placed[], rows: number): Origins {
  return { parts: placed.map((one) => originPart(one, rows)) };
}

function originPart({ part, placements }: Placed, rows: number): OriginPart {
  const way = placements.every(({ whole }) => whole) ? null : turnedRound(placements, rows);
  return { file: part.file, taken: [...part.roles, ...part.taken], way, events: part.recipe.events?.field ?? null };
}

function turnedRound(placements: Placed['placements'], rows: number): NonNullable<OriginPart['way']> {
  const starts = new Uint32Array(rows + 1);
  for (const { rows: targets } of placements) for (const target of targets) if (target !== -1) starts[target + 1]!++;
  for (let row = 0; row < rows; row++) starts[row + 1]! += starts[row]!;
  const next = starts.slice(0, rows);
  const fileRows = new Uint32Array(starts[rows]!);
  for (const { rows: targets } of placements) {
    for (let row = 0; row < targets.length; row++) {
      const target = targets[row]!;
      if (target !== -1) fileRows[next[target]!++] = row;
    }
  }
  return { starts, fileRows };
}
