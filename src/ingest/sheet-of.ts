import type { Recipe } from '../model/recipe';
import type { Dialect, FoundFile } from '../model/source';

/** What a recipe keeps of a dialect: the sheet of a workbook has a key of its own, so that recipes of text files look as they always did. */
export function sheetOf({ sheet, ...dialect }: Dialect): Pick<Recipe, 'dialect' | 'sheet'> {
  return sheet === undefined ? { dialect } : { dialect, sheet };
}

/** The sheet at which a file must be looked again before a recipe fits: the recipe's own, where the file has it and another was looked at. */
export function sheetAsked({ sheet }: Pick<Recipe, 'sheet'>, found: Pick<FoundFile, 'dialect' | 'sheets'>): string | null {
  return sheet !== undefined && sheet !== found.dialect.sheet && hasSheet(found, sheet) ? sheet : null;
}

/** Whether a workbook has a sheet of this name. */
export function hasSheet({ sheets }: Pick<FoundFile, 'sheets'>, name: string): boolean {
  return sheets !== undefined && sheets.some((sheet) => sheet.name === name);
}
