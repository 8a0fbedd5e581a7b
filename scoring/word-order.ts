import { type Words, wordCount } from './column';
import { radixSort } from './radix';

/** Bytes sorted by radix; only what agrees in all of them is compared byte by byte. */
const PREFIX = 64;
const known = new WeakMap<Words, Int32Array>();

/**
 * Word number → its place when all words stand in order of their UTF-8 bytes (which is code point order). Computed once a dictionary.
 * One order on every machine: the collation of a locale differs between hosts, and the same board must come out everywhere.
 */
export function wordOrder(words: Words): Int32Array {
  let place = known.get(words);
  if (!place) known.set(words, (place = findOrder(words)));
  return place;
}

function findOrder(words: Words): Int32Array {
  const n = wordCount(words);
  const index = new Int32Array(n);
  for (let word = 0; word < n; word++) index[word] = word;
  if (isSorted(words)) return index;
  const longest = longestWord(words);
  const keys = new Uint32Array(n);
  for (let chunk = Math.ceil(Math.min(longest, PREFIX) / 4) - 1; chunk >= 0; chunk--) {
    for (let i = 0; i < n; i++) keys[i] = fourBytes(words, index[i]!, chunk * 4);
    radixSort(keys, index);
  }
  if (longest > PREFIX) sortTails(words, index);
  const place = new Int32Array(n);
  for (let i = 0; i < n; i++) place[index[i]!] = i;
  return place;
}

function startOf(words: Words, word: number): number {
  return word === 0 ? 0 : words.ends[word - 1]!;
}

/** Bytes from, from+1 … of a word as one number, 0 past its end. */
function fourBytes({ bytes, ends }: Words, word: number, from: number): number {
  const start = (word === 0 ? 0 : ends[word - 1]!) + from;
  const left = ends[word]! - start;
  if (left >= 4) return ((bytes[start]! << 24) | (bytes[start + 1]! << 16) | (bytes[start + 2]! << 8) | bytes[start + 3]!) >>> 0;
  let key = 0;
  for (let i = 0; i < 4; i++) key = (key << 8) | (i < left ? bytes[start + i]! : 0);
  return key >>> 0;
}

function longestWord(words: Words): number {
  let longest = 0;
  for (let word = 0; word < words.ends.length; word++) longest = Math.max(longest, words.ends[word]! - startOf(words, word));
  return longest;
}

/** Negative where word a comes before word b. */
function compare(words: Words, a: number, b: number): number {
  const fromA = startOf(words, a);
  const fromB = startOf(words, b);
  const lengthA = words.ends[a]! - fromA;
  const lengthB = words.ends[b]! - fromB;
  const shared = Math.min(lengthA, lengthB);
  for (let i = 0; i < shared; i++) {
    const difference = words.bytes[fromA + i]! - words.bytes[fromB + i]!;
    if (difference !== 0) return difference;
  }
  return lengthA - lengthB;
}

function isSorted(words: Words): boolean {
  for (let word = 1; word < words.ends.length; word++) if (compare(words, word - 1, word) > 0) return false;
  return true;
}

/** Words that agree in the whole prefix, put in order by comparison. */
function sortTails(words: Words, index: Int32Array): void {
  const samePrefix = (a: number, b: number): boolean => {
    for (let from = 0; from < PREFIX; from += 4) if (fourBytes(words, a, from) !== fourBytes(words, b, from)) return false;
    return true;
  };
  for (let from = 0; from < index.length;) {
    let to = from + 1;
    while (to < index.length && samePrefix(index[from]!, index[to]!)) to++;
    if (to - from > 1) index.subarray(from, to).sort((a, b) => compare(words, a, b));
    from = to;
  }
}
