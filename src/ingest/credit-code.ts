import type { Words } from '../../scoring/column';

/**
 * Unified social credit code (GB 32100-2015): 18 characters of an alphabet of 31 (no I O S V Z), the last one a check digit over the first 17 with
 * weights 3^i mod 31.
 */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = Uint8Array.of(1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28);
const VALUES = new Int8Array(128).fill(-1);
for (let value = 0; value < ALPHABET.length; value++) VALUES[ALPHABET.charCodeAt(value)] = value;

export type CreditCodeFault = 'length' | 'character' | 'check_digit';

/** What is wrong with a credit code; null for a right one. Upper case is expected: a key is folded before it is checked. */
export function creditCodeFault(code: string): CreditCodeFault | null {
  if (code.length !== 18) return 'length';
  let sum = 0;
  for (let at = 0; at < 17; at++) {
    const value = VALUES[code.charCodeAt(at)] ?? -1;
    if (value === -1) return 'character';
    sum += value * WEIGHTS[at]!;
  }
  const last = VALUES[code.charCodeAt(17)] ?? -1;
  if (last === -1) return 'character';
  return last === (31 - (sum % 31)) % 31 ? null : 'check_digit';
}

/** What stands in a dictionary of keys, word for word: a right code, one that cannot be right, or text that must be folded before it is checked. */
export const CODE_STATE = { right: 0, faulty: 1, unfolded: 2 } as const;

/** Checks a whole dictionary as bytes, without making a string of any word. */
export function checkCodes({ bytes, ends }: Words): Uint8Array {
  const states = new Uint8Array(ends.length);
  for (let word = 0, from = 0; word < ends.length; from = ends[word++]!) states[word] = stateOf(bytes, from, ends[word]!);
  return states;
}

function stateOf(bytes: Uint8Array, from: number, to: number): number {
  let sum = 0;
  // A sum over weights that are not there is no number, and such a code has the wrong length anyway.
  let fault = to - from !== 18;
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!;
    const isCapital = byte >= 65 && byte <= 90;
    if (!isCapital && !(byte >= 48 && byte <= 57)) return CODE_STATE.unfolded;
    const value = VALUES[byte]!;
    if (value === -1) fault = true;
    else if (at < to - 1) sum += value * WEIGHTS[at - from]!;
    else if (value !== (31 - (sum % 31)) % 31) fault = true;
  }
  return fault ? CODE_STATE.faulty : CODE_STATE.right;
}
