/** Two or more rows of one file for one firm and year, waiting for a decision (`Recipe.duplicates`). */
export interface Duplicate {
  readonly firm: string;
  readonly name: string;
  readonly year: number;
  readonly places: readonly { readonly source: string; readonly line: number }[];
  /** Fields in which the rows differ; empty where they are copies. */
  readonly differ: readonly string[];
}
