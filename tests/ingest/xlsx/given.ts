import { ledgerPageAny, loadAny, lookAny } from '../../../src/ingest/any-file';
import { type ByteSource, bytesSource } from '../../../src/ingest/byte-source';
import type { Recipe } from '../../../src/model/recipe';
import type { FieldKind, LoadedFile } from '../../../src/model/source';
import { type MadeBook, type MadeCell, xlsxOf } from '../../fixtures/xlsx-maker';
import { recipeOf, valuesOf } from '../given';

/** A workbook of one sheet. */
export function sheetOf(rows: readonly (readonly MadeCell[])[], merges: readonly string[] = [], book: MadeBook = {}): ByteSource {
  return bytesSource('a.xlsx', xlsxOf([{ name: '表', rows, merges }], book));
}

/** A recipe that takes every column of a sheet, of these kinds. */
export function sheetRecipe(kinds: readonly FieldKind[], header = { line: 0, lines: 1 }, sheet = '表'): Recipe {
  return { ...recipeOf(kinds, { delimiter: '', quote: '', header }), source: 'a.xlsx', sheet };
}

export async function loadedSheet(source: ByteSource, recipe: Recipe): Promise<LoadedFile> {
  const answer = await loadAny(source, recipe);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  return answer.file;
}

/** The values of a sheet, column by column, and its ledger as `row header raw → reason: read`. */
export async function readSheet(source: ByteSource, recipe: Recipe) {
  const file = await loadedSheet(source, recipe);
  const ledger = await ledgerPageAny(source, file, recipe, 0, 1000);
  return {
    file,
    values: file.columns.map(({ column }) => valuesOf(column)),
    ledger: ledger.map(({ line, column, raw, reason, read }) => `${line} ${column} ${raw} → ${reason}: ${read}`),
  };
}

/** What is wrong with a source, as look and load say it; empty where both read it. */
export async function faultsOf(source: ByteSource): Promise<string[]> {
  const found = await lookAny(source);
  const errors = found.problems.filter(({ severity }) => severity === 'error').map(({ code, where }) => `${code} ${where}`.trim());
  const answer = await loadAny(source, sheetRecipe(['text'], undefined, found.dialect.sheet ?? '表'));
  const codes = answer.ok ? [] : answer.problems.map(({ code }) => code);
  return [...errors, ...codes.filter((code) => !errors.some((error) => error.startsWith(code)))];
}
