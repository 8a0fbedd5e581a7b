import type { Dialect, FieldKind } from './source';

/** How one file becomes panel rows: every choice, readable JSON (docs/data-format.md). */
export interface Recipe {
  readonly format: 1;
  /** File name the recipe was made on. */
  readonly source: string;
  readonly dialect: Dialect;
  readonly columns: readonly RecipeColumn[];
  /** Year of every row where the file has no year column. */
  readonly year: number | null;
  /** What to do with a second row of the same firm and year. `ask` refuses to load while there are any. */
  readonly duplicates: 'ask' | 'first' | 'last' | 'reject';
  /** ISO 4217 code of money columns. */
  readonly currency: string;
  /** Words read as missing, beyond the empty cell. */
  readonly nulls: readonly string[];
  /** What it means that a firm is not in this file, for its flags and counts: `none` = known to be 0. */
  readonly absence: {
    readonly means: 'none' | 'unknown';
    readonly years: readonly number[] | null;
    readonly districts: readonly string[] | null;
  };
  /** A list of events (one row an event) counts rows a firm and year into `field`. null: one row a firm-year. */
  readonly events: { readonly field: string } | null;
}

export interface RecipeColumn {
  readonly header: string;
  readonly at: number;
  /** Dictionary id, `x_…` for a field of the file's own, null = not taken. */
  readonly field: string | null;
  readonly kind: FieldKind;
  /** Unit of the figures in the file; null = none needed, '?' = money without a found unit: must be answered. */
  readonly unit: string | null;
  /** A year column of a wide file: this column is `field` in that year. */
  readonly year: number | null;
  /** Separator of a set given as text; null otherwise. */
  readonly separator: string | null;
}

/** One entry of data/fields.json. */
export interface FieldEntry {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly kind: FieldKind;
  /** Stored unit: 元 for money, 人, 件, 项, '' for ratios (1 = 100 %) and texts. */
  readonly unit: string;
  /** What the workbench uses it for beyond a value. */
  readonly role: 'firm' | 'name' | 'year' | 'industry' | 'type' | 'district' | 'stage' | 'size' | 'chain' | null;
  readonly sign: 'any' | 'nonnegative';
  /** Header names recognised, after folding width, case, spaces and units. */
  readonly accept: readonly string[];
}
