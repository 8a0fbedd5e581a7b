import { REASON } from '../../scoring/column';
import { LEDGER } from '../ingest/ledger-reasons';
import { cellRule, readCell, takenColumns } from '../ingest/read-cell';
import { parseUnit } from '../ingest/units';
import type { Recipe } from '../model/recipe';
import type { FoundFile } from '../model/source';

/**
 * What a cell becomes: its value as it stands (`same`) or written otherwise (`changed`), nothing as it says itself (`missing`), nothing because it cannot
 * be read (`refused`), nothing until its unit is answered (`asked`).
 */
export interface PreviewCell {
  readonly fate: 'same' | 'changed' | 'missing' | 'refused' | 'asked';
  /** In stored units; dates as days since 1970-01-01, yes/no as 1 and 0. null where there is none. */
  readonly value: number | string | readonly string[] | null;
}

/**
 * The cells of the data rows of a preview as the load will read them, by the same reader: row for row of `found.preview`, by position in the file.
 * Rows that are not data, and columns not taken or with a unit word that is none, have no cells.
 */
export function previewCells(found: FoundFile, recipe: Recipe): readonly ReadonlyMap<number, PreviewCell>[] {
  const rules = takenColumns(recipe)
    .filter(({ unit }) => unit === null || unit === '' || unit === '?' || parseUnit(unit) !== null)
    .map((column) => ({ at: column.at, rule: cellRule(column, recipe) }));
  return found.preview.map(({ cells, fate }) =>
    fate === 'data' ? new Map(rules.map(({ at, rule }) => [at, cellOf(cells[at] ?? '', rule)])) : new Map<number, PreviewCell>(),
  );
}

function cellOf(raw: string, rule: Parameters<typeof readCell>[1]): PreviewCell {
  const { value, reason, note } = readCell(raw, rule);
  if (value !== null) return { fate: note === 0 ? 'same' : 'changed', value };
  if (reason === REASON.unit_unknown) return { fate: 'asked', value };
  return { fate: note === 0 || note === LEDGER.null_word ? 'missing' : 'refused', value };
}
