import type { Recipe } from '../model/recipe';
import type { FileProblem } from '../model/source';
import type { ByteSource } from './byte-source';
import { ByteTable } from './byte-table';
import { bytePieces, decodeAll, type Reading } from './decode';
import { LineCounter } from './line-counter';
import { LONGEST_ROW, type ReadTable, rowTooLong } from './papa-reader';
import { Utf8Check } from './utf8-check';

/** Whether the fast reader knows a dialect: a delimiter of one ASCII character, quotes doubled. */
export function canReadBytes({ dialect }: Recipe): boolean {
  return dialect.delimiter.length === 1 && dialect.delimiter.charCodeAt(0) < 128 && dialect.escape === undefined;
}

/**
 * Reads a file whose quotes are clean, straight from its bytes. Other encodings than UTF-8 are turned into it on the way.
 * Null when a quote is not clean: then the slow reader must read the whole file. `size` is the size of a piece.
 */
export async function readFromBytes(
  source: ByteSource,
  recipe: Recipe,
  reading: Reading = {},
  size = 4 << 20,
): Promise<ReadTable | FileProblem | null> {
  return recipe.dialect.encoding === 'utf-8' ? await readUtf8(source, recipe, reading, size) : await readOther(source, recipe, reading);
}

async function readUtf8(source: ByteSource, recipe: Recipe, reading: Reading, size: number): Promise<ReadTable | FileProblem | null> {
  const table = new ByteTable(recipe);
  const check = new Utf8Check();
  let done = 0;
  for await (const bytes of bytePieces(source, reading, size)) {
    done += bytes.length;
    const last = done === source.size;
    check.push(bytes);
    // The strict decoder finds the place again and says it in one way for both readers.
    if (check.bad > 0 || (last && check.cut))
      return await decodeAll(source, 'utf-8', new LineCounter('utf-8'), () => true, { signal: reading.signal });
    if (!table.push(bytes, last, source.size)) return null;
    if (table.pending > LONGEST_ROW) return rowTooLong(source.name, table.line);
  }
  return table.finish();
}

async function readOther(source: ByteSource, recipe: Recipe, reading: Reading): Promise<ReadTable | FileProblem | null> {
  const table = new ByteTable(recipe);
  const { encoding } = recipe.dialect;
  const counter = new LineCounter(encoding);
  const encoder = new TextEncoder();
  const take = (text: string, last: boolean) => table.push(encoder.encode(text), last, 0) && table.pending <= LONGEST_ROW;
  const problem = await decodeAll(source, encoding, counter, take, reading);
  if (problem) return problem;
  if (table.pending > LONGEST_ROW) return rowTooLong(source.name, table.line);
  return table.odd ? null : table.finish(counter.notes.index());
}
