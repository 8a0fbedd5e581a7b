import { Bool, Float64, List, Field, Table, Utf8, tableToIPC, vectorFromArray, type Vector } from 'apache-arrow';
import { type EngineTable } from '../../src/engine/table';

type Cell = string | number | boolean | null | readonly string[];

/** A table for the engine from literals, written by the Arrow library and not by our own writer. The first present cell decides a column's type; none is text. */
export function arrowTable(name: string, columns: Readonly<Record<string, readonly Cell[]>>): EngineTable {
  const vectors = Object.fromEntries(Object.entries(columns).map(([column, cells]) => [column, vectorOf(cells)]));
  return {
    name,
    rows: Object.values(columns)[0]?.length ?? 0,
    columns: Object.keys(columns),
    pieces: () => [tableToIPC(new Table(vectors), 'stream')],
  };
}

function vectorOf(cells: readonly Cell[]): Vector {
  const first = cells.find((cell) => cell !== null);
  if (typeof first === 'number') return vectorFromArray(cells as readonly number[], new Float64());
  if (typeof first === 'boolean') return vectorFromArray(cells as readonly boolean[], new Bool());
  if (Array.isArray(first)) return vectorFromArray(cells as readonly string[][], new List(new Field('item', new Utf8(), true)));
  return vectorFromArray(cells as readonly string[], new Utf8());
}
