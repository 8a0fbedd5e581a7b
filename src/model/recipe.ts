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
  /** A dated list: titles held from a day to a day, or support received on a day. Absent: none of these. */
  readonly dated?: DatedList;
  /** Fields this source gives first where others give them too; `'*'` all it has. Absent: sources win in the order in which they stand. */
  readonly wins?: readonly string[];
  /** Relative difference from a stronger source up to which two figures count as the same, 0.01 = 1 %. Absent: 0. */
  readonly tolerance?: number;
  /** What a person decided of firms that match only likely: the key or name as the file gives it → the firm's key, null = not that firm. */
  readonly matches?: readonly { readonly given: string; readonly firm: string | null }[];
  /** Sheet of a workbook the rows stand in. Absent: the file has no sheets. */
  readonly sheet?: string;
}

/** Kinds of support a firm receives, told apart because offices and banks ask for them one by one. */
export const SUPPORT_KINDS = ['policy', 'loan', 'project', 'platform', 'talent', 'investment', 'other'] as const;
export type SupportKind = (typeof SUPPORT_KINDS)[number];

/**
 * `titles`: a row is a title a firm holds from `valid_from` to `valid_to`; it counts in every year whose 31 December lies between. `title` names it
 * where the file has no column `title_name`. An undated row counts only for the file's own year.
 * `support`: a row is support received on `support_date`; it never makes a firm-year. `kind` says what it is where the file has no column `support_kind`.
 */
export type DatedList =
  { readonly is: 'titles'; readonly title: string | null } | { readonly is: 'support'; readonly kind: SupportKind | null };

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
  /** A yes/no column that says of one title whether a firm holds it (field `titles`, kind `flag`): the title. Absent: the cells say it themselves. */
  readonly word?: string;
}

/** A column that a recipe takes and a file has not under that header, with the file's columns it may be now, best first. */
export interface LostColumn {
  readonly column: RecipeColumn;
  readonly suggestions: readonly {
    /** The recipe's column as it would be read from there. */
    readonly as: RecipeColumn;
    /** 0…1. */
    readonly likeness: number;
    /** Raw values of the file's column, up to five. */
    readonly samples: readonly string[];
  }[];
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
  readonly role: 'firm' | 'name' | 'year' | 'industry' | 'type' | 'district' | 'stage' | 'size' | 'chain' | 'age' | 'support' | null;
  readonly sign: 'any' | 'nonnegative';
  /** Header names recognised, after folding width, case, spaces and units. */
  readonly accept: readonly string[];
}
