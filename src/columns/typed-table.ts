import type { Column, ColumnKind } from '../../scoring/column';
import type { FileProblem } from '../model/source';

/** A column of a file whose columns have types. */
export interface TypedColumn {
  readonly name: string;
  readonly column: Column;
  /** What a number column was before: days since 1970 for any kind of date. */
  readonly from: ColumnKind | 'date';
  readonly metadata: ReadonlyMap<string, string>;
}

/** A file whose columns have types (Arrow, Parquet), read whole. */
export interface TypedTable {
  readonly rows: number;
  readonly columns: readonly TypedColumn[];
  readonly metadata: ReadonlyMap<string, string>;
  /** Columns of types that are not read: warnings, each with the column and its type. */
  readonly problems: readonly FileProblem[];
}
