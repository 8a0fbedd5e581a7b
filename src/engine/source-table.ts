import type { WrittenTable } from './table-pieces';
import type { FieldKind, LoadedFile } from '../model/source';
import type { Recipe } from '../model/recipe';

/** A column of a source's table: its name there, what the file calls it, the field it is taken for. */
export interface SourceColumn {
  readonly name: string;
  readonly header: string;
  readonly field: string;
  readonly kind: FieldKind;
}

/**
 * Columns of a source as its table has them: the fields taken, in the order of the file; of a wide file with the year behind (`revenue_2023`), one taken twice
 * with a number. Before them stands `line`, the row's line in the file.
 */
export function sourceColumns({ columns }: Pick<LoadedFile, 'columns'>, recipe: Pick<Recipe, 'columns'>): readonly SourceColumn[] {
  const used = new Set(['line']);
  return columns.map(({ at, header }) => {
    const taken = recipe.columns.find((column) => column.at === at);
    const field = taken?.field ?? `c${at}`;
    const base = taken && taken.year !== null ? `${field}_${taken.year}` : field;
    let name = base;
    for (let number = 2; used.has(name.toLowerCase()); number++) name = `${base}_${number}`;
    used.add(name.toLowerCase());
    return { name, header, field, kind: taken?.kind ?? 'text' };
  });
}

/** A source as a table, over the memory of the file as read. */
export function sourceTable(file: Pick<LoadedFile, 'columns' | 'rows' | 'lines'>, recipe: Pick<Recipe, 'columns'>): WrittenTable {
  const line = { kind: 'number' as const, values: Float64Array.from(file.lines), reasons: new Uint8Array(file.rows) };
  const named = sourceColumns(file, recipe).map(({ name }, at) => ({ name, column: file.columns[at]!.column }));
  return { rows: file.rows, columns: [{ name: 'line', column: line }, ...named] };
}
