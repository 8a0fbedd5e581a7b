import { wordAt } from '../../../scoring/column';
import { checkCodes, CODE_STATE, creditCodeFault } from '../credit-code';
import { NO_KEY, type Sought } from '../match/match-part';
import type { Part } from './parts';
import { listWords, type WordList } from './words';

/** A part's keys, by code in its key column. */
export interface Keys {
  readonly part: Part;
  /** Keys that are compared in another form than the file gives. */
  readonly folded: ReadonlyMap<number, string>;
  /** The code of the key without a character; −1 none. */
  readonly empty: number;
  /** 1 where a credit code cannot be right. */
  readonly faulty: Uint8Array;
  /** Number of the firm, below 0 while it has none. */
  readonly firms: Int32Array;
}

/** Reads the keys of a part. Credit codes are checked as bytes; only those that must be folded become strings. */
export function readKeys(part: Part): Keys {
  const { words } = part.key;
  const firms = new Int32Array(words.ends.length).fill(NO_KEY);
  const empty = words.ends.findIndex((end, code) => end === (code === 0 ? 0 : words.ends[code - 1]!));
  const folded = new Map<number, string>();
  const faulty = new Uint8Array(firms.length);
  if (empty !== -1) folded.set(empty, '');
  if (part.keyField !== 'uscc') return { part, folded, empty, faulty, firms };
  checkCodes(words).forEach((state, code) => {
    if (code === empty) return;
    if (state !== CODE_STATE.unfolded) return void (faulty[code] = state);
    const word = wordAt(words, code);
    const fold = foldCode(word);
    if (fold !== word) folded.set(code, fold);
    faulty[code] = creditCodeFault(fold) === null ? CODE_STATE.right : CODE_STATE.faulty;
  });
  return { part, folded, empty, faulty, firms };
}

/** Credit codes differ by neither width nor case nor spaces. */
function foldCode(word: string): string {
  return word.normalize('NFKC').replace(/\s+/g, '').toUpperCase();
}

/** A key as it is compared. */
export function keyWord({ part, folded }: Keys, code: number): string {
  return folded.get(code) ?? wordAt(part.key.words, code);
}

/** Makes firms of the keys that are to be. */
export function numberKeys({ part, folded, firms }: Keys, all: WordList, isKey: (code: number) => boolean): void {
  if (folded.size === 0 && firms.every((_, code) => isKey(code))) return firms.set(all.addAll(part.key.words));
  const words = listWords(part.key.words);
  words.forEach((word, code) => {
    const key = folded.get(code) ?? word;
    if (key !== '' && isKey(code)) firms[code] = all.add(key);
  });
}

/** The keys that are to be looked for, as text. */
export function soughtIn({ part, folded }: Keys, wanted: Uint8Array, sure: number): Sought {
  const words = listWords(part.key.words);
  return { part, words, folded: words.map((word, code) => folded.get(code) ?? word), wanted, sure };
}
