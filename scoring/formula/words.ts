import { packWords, unpackWords, type Words, wordCount } from '../column';

const encoder = new TextEncoder();

/** For every packed word, 1 when it is one of these texts. Compares bytes; decodes nothing. */
export function wordsAmong(words: Words, texts: readonly string[]): Uint8Array {
  const wanted = texts.map((text) => encoder.encode(text));
  const found = new Uint8Array(wordCount(words));
  for (let code = 0, start = 0; code < found.length; code++) {
    const end = words.ends[code]!;
    for (const want of wanted) if (want.length === end - start && sameBytes(words.bytes, start, want)) found[code] = 1;
    start = end;
  }
  return found;
}

function sameBytes(bytes: Uint8Array, start: number, want: Uint8Array): boolean {
  for (let at = 0; at < want.length; at++) if (bytes[start + at] !== want[at]) return false;
  return true;
}

/** Code in a dictionary → code in a common one. */
export interface United {
  readonly words: Words;
  readonly codes: readonly Int32Array[];
}

/** One dictionary for several, each word once. */
export function uniteWords(...dictionaries: readonly Words[]): United {
  const seen = new Map<string, number>();
  const codes = dictionaries.map((words) =>
    Int32Array.from(unpackWords(words), (word) => {
      const code = seen.get(word) ?? seen.size;
      seen.set(word, code);
      return code;
    }),
  );
  return { words: packWords([...seen.keys()]), codes };
}

/** For every word of a dictionary, its number in another; −1 where that one lacks it. */
export function numbersIn(words: Words, other: Words): Int32Array {
  const known = new Map(unpackWords(other).map((word, index) => [word, index]));
  return Int32Array.from(unpackWords(words), (word) => known.get(word) ?? -1);
}
