import type { Column, NumberColumn, TextColumn } from '../../../scoring/column';
import type { Recipe, RecipeColumn } from '../../model/recipe';
import type { FileProblem, LoadedFile } from '../../model/source';

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

/** A part with its roles found. */
export interface Part {
  readonly file: LoadedFile;
  readonly recipe: Recipe;
  readonly key: TextColumn;
  readonly keyField: string;
  readonly name: TextColumn | null;
  readonly year: NumberColumn | null;
  /** Years of a file with years in its headers, ascending; empty for one row a firm-year. */
  readonly wide: readonly number[];
  /** What goes to the panel's fields: all but key, name and year. */
  readonly taken: readonly Taken[];
  /** The columns behind key, name and year, for tracing. */
  readonly roles: readonly Taken[];
  /** Events or a list on which absence means none: gives values to firm-years other files have, makes none of its own. */
  readonly isList: boolean;
}

/** Finds key, name, year and fields of a loaded file; a file without key or year is a problem, not a part. */
export function readPart({ file, recipe }: PanelPart): Part | FileProblem {
  const problem = (code: string, where: string): FileProblem => ({ code, source: file.source, where, given: '', severity: 'error' });
  const taken = takenColumns(file, recipe);
  const first = (field: string): Taken | undefined => taken.find((one) => one.field === field);
  const key = first('uscc') ?? first('firm_id');
  if (key?.column.kind !== 'text') return problem('no_firm_key', '');
  const year = first('year');
  if (year && year.column.kind !== 'number') return problem('year_unreadable', year.said.header);
  const wide = [...new Set(taken.flatMap(({ said }) => (said.year === null ? [] : [said.year])))].sort((a, b) => a - b);
  if (!year && wide.length === 0 && recipe.year === null) return problem('no_year', '');
  const name = first('firm_name');
  return {
    file,
    recipe,
    key: key.column,
    keyField: key.field,
    name: name?.column.kind === 'text' ? name.column : null,
    year: year?.column.kind === 'number' ? year.column : null,
    wide: year ? [] : wide,
    taken: taken.filter((one) => one !== key && one !== year && one !== name),
    roles: [key, year, name].filter((one) => one !== undefined),
    isList: recipe.events !== null || recipe.absence.means === 'none',
  };
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
