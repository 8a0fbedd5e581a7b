import type { Column } from '../../scoring/column';

/** A column to write to a file. `as` narrows a number column whose present values are whole; metadata goes to the file's own place for them. */
export interface WrittenColumn {
  readonly name: string;
  readonly column: Column;
  readonly as?: 'int32' | 'date';
  readonly metadata?: ReadonlyMap<string, string>;
}
