import type { Column, NumberColumn, TextColumn } from '../../../scoring/column';
import type { MatchReport } from '../../model/joined';
import type { Recipe, RecipeColumn } from '../../model/recipe';
import type { FileProblem, LoadedFile } from '../../model/source';
import { joinTitleFlags } from './title-flags';

/** A loaded file and the recipe it was loaded by. */
export interface PanelPart {
  readonly file: LoadedFile;
  readonly recipe: Recipe;
}

/** A column taken, with what the recipe says of it. */
export interface Taken {
  readonly field: string;
  readonly at: number;
  readonly column: Column;
  readonly said: RecipeColumn;
}

/** Fields a source's rows can be known by, surest first. */
export const KEY_FIELDS = ['uscc', 'firm_id', 'reg_no', 'firm_name'] as const satisfies readonly MatchReport['by'][];
export type KeyField = (typeof KEY_FIELDS)[number];

/** A part with its roles found. */
export interface Part {
  readonly file: LoadedFile;
  readonly recipe: Recipe;
  readonly key: TextColumn;
  readonly keyField: KeyField;
  readonly name: TextColumn | null;
  /** Other columns that tell who a firm is: numbers and former names. */
  readonly ids: readonly { readonly field: string; readonly column: TextColumn }[];
  readonly year: NumberColumn | null;
  /** Years of a file with years in its headers, ascending; empty for one row a firm-year. */
  readonly wide: readonly number[];
  /** What goes to the panel's fields: all but key, name and year. Yes/no columns of titles are one set here. */
  readonly taken: readonly Taken[];
  /** Every column as the file has it, key, name and year first, for tracing. */
  readonly traced: readonly Taken[];
  /** Events, a dated list or a list on which absence means none: gives values to firm-years other files have, makes none of its own. */
  readonly isList: boolean;
}

/** Finds key, name, year and fields of a loaded file; a file without key or year is a problem, not a part. */
export function readPart({ file, recipe }: PanelPart): Part | FileProblem {
  const problem = (code: string, where: string): FileProblem => ({ code, source: file.source, where, given: '', severity: 'error' });
  const taken = takenColumns(file, recipe);
  const first = (field: string): Taken | undefined => taken.find((one) => one.field === field);
  const keyField = KEY_FIELDS.find((field) => first(field));
  const key = keyField && first(keyField);
  if (!keyField || key?.column.kind !== 'text') return problem('no_firm_key', '');
  const year = first('year');
  if (year && year.column.kind !== 'number') return problem('year_unreadable', year.said.header);
  const wide = [...new Set(taken.flatMap(({ said }) => (said.year === null ? [] : [said.year])))].sort((a, b) => a - b);
  if (!year && wide.length === 0 && recipe.year === null && !recipe.dated) return problem('no_year', '');
  const name = first('firm_name');
  const roles = [...new Set([key, year, name])].filter((one) => one !== undefined);
  const fields = taken.filter((one) => !roles.includes(one));
  return {
    file,
    recipe,
    key: key.column,
    keyField,
    name: name?.column.kind === 'text' ? name.column : null,
    ids: fields.flatMap(({ field, column }) => (isId(field) && column.kind === 'text' ? [{ field, column }] : [])),
    year: year?.column.kind === 'number' ? year.column : null,
    wide: year ? [] : wide,
    taken: joinTitleFlags(fields),
    traced: [...roles, ...fields],
    isList: recipe.events !== null || recipe.dated !== undefined || recipe.absence.means === 'none',
  };
}

function isId(field: string): boolean {
  return field === 'former_name' || field === 'reg_no' || field === 'firm_id';
}

/** The recipe's columns with a field, each with its values. Throws where the file was loaded by another recipe. */
function takenColumns(file: LoadedFile, recipe: Recipe): readonly Taken[] {
  const byPlace = new Map(file.columns.map((one) => [one.at, one.column]));
  return recipe.columns.flatMap((said) => {
    if (said.field === null) return [];
    const column = byPlace.get(said.at);
    if (!column) throw new Error(`column ${said.at} of ${file.source} is in the recipe but was not loaded`);
    return [{ field: said.field, at: said.at, column, said }];
  });
}
