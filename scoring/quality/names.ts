import { unpackWords, wordAt } from '../column';
import type { Panel } from '../panel';
import type { Finding } from './format';
import { RowList } from './row-list';

/** Words that name a sum, folded as names are. */
const TOTALS = new Set(['合计', '总计', '小计', '总和', '共计', '本页合计', '累计', 'total', 'grandtotal', 'subtotal', 'sum']);
/** `高新区小计`: a firm's name does not end so. */
const ENDS = /(合计|小计|总计)$/;

/** A name without what a hand changes and a reader does not see: width, case, spaces, a final colon. */
function folded(name: string): string {
  return name.normalize('NFKC').replace(/\s+/g, '').replace(/:$/, '').toLowerCase();
}

/** 1 where a name is a sum's, 2 where it may be: Total is also a firm, with a number of its own. */
function totalOf(name: string): number {
  if (!TOTALS.has(name) && !ENDS.test(name)) return 0;
  return /^[a-z]/.test(name) ? 2 : 1;
}

/** The number of each name's folded form, and which of these name a sum. Computed for the distinct names, not for rows. */
function foldedNames({ name }: Panel): { readonly of: Int32Array; readonly count: number; readonly totals: Uint8Array } {
  const seen = new Map<string, number>();
  const of = Int32Array.from(unpackWords(name.words), (word) => {
    const form = folded(word);
    const known = seen.get(form) ?? seen.size;
    seen.set(form, known);
    return known;
  });
  return { of, count: seen.size, totals: Uint8Array.from(seen.keys(), totalOf) };
}

/**
 * Two rules over names. `two_keys`: one name under several keys, in whatever years, so that one firm's series may be torn in two; `measure` is
 * how many keys. `total_row`: a sum that was taken for a firm; `lines` are those that reading left out already.
 */
export function findNames(panel: Panel, totalsLeftOut: number): readonly Finding[] {
  const { of, count, totals } = foldedNames(panel);
  const keys = keysOf(panel, of, count);
  const twice = new RowList();
  const sums = new RowList();
  const { codes, reasons } = panel.name;
  for (let row = 0; row < panel.rows; row++) {
    if (reasons[row] !== 0) continue;
    const name = of[codes[row]!]!;
    if (totals[name] === 1 || (totals[name] === 2 && isOwnKey(panel, row))) sums.add(row, NaN);
    else if (keys[name]! > 1) twice.add(row, keys[name]!);
  }
  const found = [twice.finding('two_keys', 'two_keys', null), sums.finding('total_row', 'total_row', null, totalsLeftOut)];
  return found.filter((one) => one !== null);
}

/** Whether a firm is known by nothing but its name. */
function isOwnKey({ firm, firmKeys, name }: Panel, row: number): boolean {
  return folded(wordAt(firmKeys, firm[row]!)) === folded(wordAt(name.words, name.codes[row]!));
}

/** Folded name → how many firms bear it. */
function keysOf({ rows, firm, name }: Panel, of: Int32Array, count: number): Uint32Array {
  const keys = new Uint32Array(count);
  const first = new Int32Array(count).fill(-1);
  const others = new Map<number, Set<number>>();
  for (let row = 0; row < rows; row++) {
    if (name.reasons[row] !== 0) continue;
    const one = of[name.codes[row]!]!;
    const key = firm[row]!;
    if (first[one]! < 0) {
      first[one] = key;
      keys[one] = 1;
    } else if (first[one] !== key) {
      const more = others.get(one) ?? new Set();
      others.set(one, more.add(key));
      keys[one] = more.size + 1;
    }
  }
  return keys;
}
