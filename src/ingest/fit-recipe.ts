import type { FieldEntry, LostColumn, Recipe, RecipeColumn } from '../model/recipe';
import type { FileProblem, FoundColumn, FoundFile } from '../model/source';
import { foldHeader, readHeading } from './heading';
import { suggestionsFor, type Suggestion } from './drift';
import { headerIndex } from './recognise';
import { hasSheet, sheetOf } from './sheet-of';

/** From here on a single suggestion is taken by itself, and said. */
const CERTAIN = 0.9;

/**
 * A recipe laid on another file of the same make, next year's for instance: columns are found by header, wherever they stand now. The dialect is the
 * file's own. A column the recipe takes and the file has not is looked for among the file's other columns by name, field, kind and samples: where one is
 * certain it is taken, with a warning; else it is a question, and `lost` says what it may be. A column the recipe does not know is not taken, with a warning.
 */
export function fitRecipe(
  recipe: Recipe,
  found: FoundFile,
  dictionary: readonly FieldEntry[] = [],
): { readonly recipe: Recipe; readonly problems: readonly FileProblem[]; readonly lost: readonly LostColumn[] } {
  const problems: FileProblem[] = [];
  const say = (code: string, where: string, severity: FileProblem['severity'], given = recipe.source): void =>
    void problems.push({ code, source: found.source, where, given, severity });
  const left = [...recipe.columns];
  const fitted = new Map<number, RecipeColumn>();
  for (const column of found.columns) {
    const at = bestPlace(left, column.header, column.at);
    if (at !== -1) fitted.set(column.at, { ...left.splice(at, 1)[0]!, header: column.header, at: column.at });
  }
  const free = found.columns.filter(({ at }) => !fitted.has(at));
  const drift = driftOf(
    left.filter(({ field }) => field !== null),
    free,
    dictionary,
  );
  for (const { lost, suggestions, certain } of drift) {
    if (!certain) {
      const list = suggestions.map(({ header, likeness }) => `${header} ${Math.round(likeness * 100)} %`).join(' | ');
      say(list === '' ? 'column_not_in_file' : 'column_drifted', lost.header, 'question', list === '' ? recipe.source : list);
      continue;
    }
    say('column_renamed', lost.header, 'warning', certain.header);
    fitted.set(certain.at, movedTo(lost, certain, found));
  }
  const columns = found.columns.map((column): RecipeColumn => {
    const known = fitted.get(column.at);
    if (known) return known;
    if (column.filled > 0) say('column_not_in_recipe', column.header, 'warning');
    return { header: column.header, at: column.at, field: null, kind: column.kind, unit: null, year: null, separator: null };
  });
  const { sheet, ...others } = recipe;
  if (sheet !== undefined && found.sheets && !hasSheet(found, sheet)) say('sheet_not_of_recipe', sheet, 'warning');
  const fit: Recipe = { ...others, source: found.source, ...sheetOf(found.dialect), columns };
  return {
    recipe: fit,
    problems,
    lost: drift.flatMap(({ lost, suggestions, certain }) =>
      certain ? [] : [{ column: lost, suggestions: suggested(lost, suggestions, found) }],
    ),
  };
}

interface Lost {
  readonly lost: RecipeColumn;
  readonly suggestions: readonly Suggestion[];
  readonly certain: FoundColumn | null;
}

/** Suggestions for every lost column. One is certain where it stands alone above the rest and no other lost column wants it as much. */
function driftOf(lost: readonly RecipeColumn[], free: readonly FoundColumn[], dictionary: readonly FieldEntry[]): readonly Lost[] {
  const index = headerIndex(dictionary);
  const all = lost.map((column) => ({ lost: column, suggestions: suggestionsFor(column, free, index, dictionary) }));
  const wanted = new Map<number, number>();
  const sure = ({ suggestions }: { readonly suggestions: readonly Suggestion[] }): Suggestion | null => {
    const certain = suggestions.filter(({ likeness }) => likeness >= CERTAIN);
    return certain.length === 1 ? certain[0]! : null;
  };
  for (const one of all) for (const { at, likeness } of one.suggestions) if (likeness >= CERTAIN) wanted.set(at, (wanted.get(at) ?? 0) + 1);
  return all.map((one) => {
    const only = sure(one);
    const isFree = only !== null && wanted.get(only.at) === 1;
    return { ...one, certain: isFree ? free.find(({ at }) => at === only.at)! : null };
  });
}

function suggested(lost: RecipeColumn, suggestions: readonly Suggestion[], file: FoundFile): LostColumn['suggestions'] {
  return suggestions.flatMap(({ at, likeness }) => {
    const found = file.columns.find((column) => column.at === at);
    return found ? [{ as: movedTo(lost, found, file), likeness, samples: found.samples }] : [];
  });
}

/** A recipe's column under its new header. A unit or year written in the header goes with the header; one a person gave stays with the field. */
function movedTo(lost: RecipeColumn, found: FoundColumn, file: FoundFile): RecipeColumn {
  const [before, after] = [readHeading(lost.header), readHeading(found.header)];
  const own = after.unit ?? found.unit;
  const unit = own ?? (before.unit === null ? lost.unit : lost.kind === 'money' ? (file.unit ?? '?') : null);
  const isFigure = lost.unit !== null || lost.kind === 'money';
  const year = lost.year !== null && after.year !== null ? after.year : lost.year;
  return { ...lost, header: found.header, at: found.at, unit: isFigure ? unit : lost.unit, year };
}

/** The recipe's column for a header: where several bear it, the one at the same place first. */
function bestPlace(columns: readonly RecipeColumn[], header: string, at: number): number {
  const folded = foldHeader(header);
  const same = columns.findIndex((one) => one.at === at && foldHeader(one.header) === folded);
  return same !== -1 ? same : columns.findIndex((one) => foldHeader(one.header) === folded);
}
