import type { Recipe, RecipeColumn } from '../model/recipe';
import type { LedgerLine, LoadedFile } from '../model/source';
import type { ByteSource } from './byte-source';
import { actionOf, LEDGER_REASONS } from './ledger-reasons';
import { RawRows, type RowsAgain } from './raw-cells';
import { type CellRule, cellRule, readCell } from './read-cell';

/**
 * Lines `offset` to `offset + count` of a file's ledger, in the order of the file. The raw text is read again from the source,
 * and what it was read as is found by reading it again with the recipe. `rows` finds the rows of a file that is no text.
 */
export async function ledgerPage(
  source: ByteSource,
  loaded: Pick<LoadedFile, 'source' | 'dialect' | 'lineIndex' | 'ledger'>,
  recipe: Recipe,
  offset: number,
  count: number,
  rows: RowsAgain = new RawRows(source, loaded),
): Promise<LedgerLine[]> {
  const { lines, ats, reasons, total } = loaded.ledger;
  const rules = new Map<number, { column: RecipeColumn; rule: CellRule }>();
  for (const column of recipe.columns) if (column.field !== null) rules.set(column.at, { column, rule: cellRule(column, recipe) });
  const page: LedgerLine[] = [];
  for (let index = Math.max(0, offset); index < Math.min(total, offset + count); index++) {
    const [line, at, code] = [lines[index]!, ats[index]!, reasons[index]!];
    const row = await rows.at(line);
    const known = at < 0 ? undefined : rules.get(at);
    if (at >= 0 && !known) throw new RangeError(`column ${at} of the ledger of ${loaded.source} is not in the recipe`);
    const raw = known ? (row.cells[at] ?? '') : row.text;
    const action = actionOf(code);
    const read = known && action !== 'rejected cell' ? shown(readCell(raw, known.rule).value) : '';
    const reason = LEDGER_REASONS[code]![0];
    page.push({ source: loaded.source, line, column: known?.column.header ?? '', raw, action, reason, read });
  }
  return page;
}

function shown(value: number | string | readonly string[] | null): string {
  return value === null ? '' : Array.isArray(value) ? value.join(';') : String(value);
}
