import { type ByteSource, bytesSource } from '../../src/ingest/byte-source';
import { load } from '../../src/ingest/load';
import { DEFAULT_NULLS } from '../../src/ingest/null-words';
import { type Column, unpackWords, hasBit, REASONS, wordAt } from '../../scoring/column';
import type { Recipe, RecipeColumn } from '../../src/model/recipe';
import type { Dialect, FieldKind, LoadedFile } from '../../src/model/source';

/** A recipe that takes every column, of these kinds. */
export function recipeOf(kinds: readonly FieldKind[], dialect: Partial<Dialect> = {}, more: Partial<RecipeColumn> = {}): Recipe {
  return {
    format: 1,
    source: 'a.csv',
    dialect: { encoding: 'utf-8', delimiter: ',', quote: '"', header: { line: 0, lines: 1 }, ...dialect },
    columns: kinds.map((kind, at) => ({ header: `h${at}`, at, field: `x_${at}`, kind, unit: null, year: null, separator: null, ...more })),
    year: null,
    duplicates: 'ask',
    currency: 'CNY',
    nulls: DEFAULT_NULLS,
    absence: { means: 'unknown', years: null, districts: null },
    events: null,
  };
}

/** A text as a UTF-8 file. */
export function fileOf(text: string, name = 'a.csv'): ByteSource {
  return bytesSource(name, new TextEncoder().encode(text));
}

/** A loaded file, or the problems as an error. */
export async function loaded(source: ByteSource, recipe: Recipe): Promise<LoadedFile> {
  const answer = await load(source, recipe);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  return answer.file;
}

/** The values of a column; a missing one as its reason in brackets. */
export function valuesOf(column: Column): unknown[] {
  return Array.from(column.reasons, (reason, row) => {
    if (reason !== 0) return `(${REASONS[reason]})`;
    if (column.kind === 'text') return wordAt(column.words, column.codes[row]!);
    if (column.kind === 'set') return unpackWords(column.words).filter((_, bit) => hasBit(column, row, bit));
    return column.values[row]!;
  });
}

let table: Map<string, readonly number[]> | null = null;

/** GB18030 bytes of a text of ASCII and two-byte characters, by a table made from the platform's decoder. */
export function gb18030(text: string): Uint8Array {
  if (!table) {
    table = new Map();
    const decoder = new TextDecoder('gb18030');
    for (let lead = 0x81; lead <= 0xfe; lead++) {
      for (let trail = 0x40; trail <= 0xfe; trail++)
        if (trail !== 0x7f) table.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
    }
  }
  return Uint8Array.from(
    Array.from(text).flatMap((character) => (character < '\x80' ? [character.charCodeAt(0)] : (table!.get(character) ?? fail(character)))),
  );
}

/** UTF-16 bytes of a text. */
export function utf16(text: string, order: 'le' | 'be', mark: boolean): Uint8Array {
  const units = Array.from((mark ? '\ufeff' : '') + text, (character) => character).join('');
  return Uint8Array.from(
    Array.from({ length: units.length }, (_, at) => units.charCodeAt(at)).flatMap((unit) =>
      order === 'le' ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255],
    ),
  );
}

function fail(character: string): never {
  throw new Error(`${character} has no two bytes in GB18030`);
}
