/** From here on two folded names are worth a person's look. */
export const LIKELY = 0.75;
/** Most characters that may differ before only shared pairs count. */
const MOST_EDITS = 2;

/** Pairs of neighbouring characters, with an edge on either side so that first and last letters count as much as the others. */
export function bigrams(text: string): number[] {
  const pairs = new Array<number>(text.length + 1);
  let before = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    pairs[at] = before * 65536 + code;
    before = code;
  }
  pairs[text.length] = before * 65536;
  return pairs;
}

/**
 * How alike two folded names are, 0…1: the better of one minus the share of characters that differ (at most two) and of the share of neighbouring
 * pairs both have (Dice), so that one wrong character and words in another order both count.
 */
export function likeness(one: string, other: string): number {
  if (one === other) return 1;
  const longest = Math.max(one.length, other.length);
  const edits = editsWithin(one, other, MOST_EDITS);
  return Math.max(edits === null ? 0 : 1 - edits / longest, dice(bigrams(one), bigrams(other)));
}

/** Names are short: looking through one list for each pair of the other is quicker than any table. */
function dice(one: readonly number[], other: readonly number[]): number {
  const left = [...one];
  let shared = 0;
  for (const pair of other) {
    const at = left.indexOf(pair);
    if (at === -1) continue;
    left[at] = -1;
    shared++;
  }
  return (2 * shared) / (one.length + other.length);
}

/** Characters to change, add or leave out to turn one text into the other (Levenshtein); null where more than `most` are needed. */
export function editsWithin(one: string, other: string, most: number): number | null {
  if (Math.abs(one.length - other.length) > most) return null;
  // What both begin and end with costs nothing.
  let from = 0;
  while (from < one.length && from < other.length && one.charCodeAt(from) === other.charCodeAt(from)) from++;
  let [a, b] = [one.length, other.length];
  while (a > from && b > from && one.charCodeAt(a - 1) === other.charCodeAt(b - 1)) [a, b] = [a - 1, b - 1];
  if (a === from || b === from) return a - from + (b - from);
  if (a === from + 1 && b === from + 1) return 1;
  let row = Array.from({ length: b - from + 1 }, (_, at) => at);
  for (let i = from; i < a; i++) {
    const next = [i - from + 1];
    let least = next[0]!;
    for (let j = from; j < b; j++) {
      const at = j - from;
      const same = one.charCodeAt(i) === other.charCodeAt(j) ? 0 : 1;
      const cost = Math.min(row[at + 1]! + 1, next[at]! + 1, row[at]! + same);
      next.push(cost);
      if (cost < least) least = cost;
    }
    if (least > most) return null;
    row = next;
  }
  const edits = row[b - from]!;
  return edits > most ? null : edits;
}
