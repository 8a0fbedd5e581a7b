import { type Words, wordCount } from '../column';

/** All words of a dictionary folded for search, as one string; word i stands at `starts[i] … starts[i + 1] − 2`, a line feed after each. */
export interface TextIndex {
  readonly text: string;
  readonly starts: Uint32Array;
}

const LINE_FEED = 10;
const known = new WeakMap<Words, TextIndex>();

/** Case and width do not count in a search: `（ＡＢＣ）` is `(abc)`. */
export function fold(text: string): string {
  return text.replace(/[！-～　]/g, (wide) => (wide === '　' ? ' ' : String.fromCharCode(wide.charCodeAt(0) - 0xfee0))).toLowerCase();
}

/** The index of a dictionary: decoded once, then kept. */
export function textIndex(words: Words): TextIndex {
  let index = known.get(words);
  if (!index) known.set(words, (index = makeIndex(words)));
  return index;
}

function makeIndex(words: Words): TextIndex {
  const n = wordCount(words);
  const lines = new Uint8Array(words.bytes.length + n);
  for (let word = 0, from = 0, to = 0; word < n; word++) {
    for (const end = words.ends[word]!; from < end; from++) lines[to++] = words.bytes[from] === LINE_FEED ? 32 : words.bytes[from]!;
    lines[to++] = LINE_FEED;
  }
  const text = fold(new TextDecoder('utf-8', { ignoreBOM: true }).decode(lines));
  const starts = new Uint32Array(n + 1);
  for (let word = 1, at = -1; word <= n; word++) {
    at = text.indexOf('\n', at + 1);
    starts[word] = at + 1;
  }
  return { text, starts };
}

/** Calls `visit` for each word that holds the folded text, with the position of the first hit in the word. */
export function eachHit({ text, starts }: TextIndex, folded: string, visit: (word: number, at: number) => void): void {
  if (folded === '' || folded.includes('\n')) return;
  let word = 0;
  for (let at = text.indexOf(folded); at >= 0; at = text.indexOf(folded, starts[word + 1])) {
    while (starts[word + 1]! <= at) word++;
    visit(word, at - starts[word]!);
  }
}

const lastSearch = new WeakMap<Words, { readonly folded: string; readonly found: Uint8Array }>();

/** Word → 1 where it holds the folded text. The last search of a dictionary is kept, as a board asks for it with every window. */
export function wordsHolding(words: Words, folded: string): Uint8Array {
  const last = lastSearch.get(words);
  if (last?.folded === folded) return last.found;
  const found = new Uint8Array(wordCount(words));
  eachHit(textIndex(words), folded, (word) => {
    found[word] = 1;
  });
  lastSearch.set(words, { folded, found });
  return found;
}
