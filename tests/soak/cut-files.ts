import { type Column, unpackWords, wordAt } from '../../scoring/column';
import { bytesSource } from '../../src/ingest/byte-source';
import { readFromBytes } from '../../src/ingest/byte-reader';
import { load } from '../../src/ingest/load';
import type { Encoding } from '../../src/model/source';
import { Chance } from '../fixtures/random';
import { gb18030, recipeOf, utf16 } from '../ingest/given';

const ENCODINGS = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const;
const SIGNS = [...'示例甲乙丙企业科技，。（）０１', ...'aZ09 ,;"\n|-'];

/** A table of texts, and its bytes in an encoding; every cell that needs it is quoted. Long enough that a reader must take it in pieces. */
function tableOf(chance: Chance, rows: number): string[][] {
  const width = chance.between(2, 5);
  const cell = (): string => {
    const text = Array.from({ length: chance.between(1, 12) }, () => chance.one(SIGNS))
      .join('')
      .trim();
    // The reader's own words for nothing and for sums are no texts; what is left is told apart by its first sign.
    return `字${text}`;
  };
  return Array.from({ length: rows }, () => Array.from({ length: width }, cell));
}

function bytesOf(text: string, encoding: (typeof ENCODINGS)[number]): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'gb18030') return gb18030(text);
  return utf16(text, encoding === 'utf-16le' ? 'le' : 'be', true);
}

/**
 * Reads a table in an encoding, in pieces cut where the seed says, and holds each cell against the table it was written from. What differs, in words; nothing
 * where all is well.
 */
export async function cutFaults(seed: number): Promise<string[]> {
  const chance = new Chance(seed);
  const encoding = ENCODINGS[seed % ENCODINGS.length]!;
  const isLong = chance.is(0.1);
  const rows = tableOf(chance, isLong ? chance.between(3000, 6000) : chance.between(1, 40));
  const end = chance.one(['\n', '\r\n', '\r']);
  const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const text = [rows[0]!.map((_, at) => `h${at}`), ...rows].map((cells) => cells.map(quoted).join(',') + end).join('');
  const source = bytesSource('a.csv', bytesOf(text, encoding));
  const recipe = recipeOf(
    rows[0]!.map(() => 'text'),
    { encoding: encoding satisfies Encoding },
  );
  const say = (what: string): string => `seed ${seed} (${encoding}, ${rows.length} rows): ${what}`;
  const answer = await load(source, recipe);
  if (!answer.ok) return [say(answer.problems.map(({ code, where }) => `${code} ${where}`).join(', '))];
  const faults = differing(
    answer.file.columns.map(({ column }) => column),
    rows,
  ).map(say);
  if (encoding === 'utf-8' || encoding === 'gb18030') {
    const cut = await readFromBytes(source, recipe, {}, chance.between(1, isLong ? 5000 : 60));
    if (cut && !('code' in cut)) faults.push(...differing(cut.columns, rows).map((what) => say(`in pieces, ${what}`)));
  }
  return faults;
}

function differing(columns: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const faults: string[] = [];
  columns.forEach((column, at) => {
    if (column.kind !== 'text' || column.codes.length !== rows.length) return void faults.push(`column ${at} has another length`);
    const words = unpackWords(column.words);
    const row = rows.findIndex((cells, line) => words[column.codes[line]!] !== cells[at]);
    if (row >= 0)
      faults.push(
        `row ${row} of column ${at} is ${JSON.stringify(wordAt(column.words, column.codes[row]!))}, not ${JSON.stringify(rows[row]![at])}`,
      );
  });
  return faults;
}
