/**
 * Unified social credit code (GB 32100-2015): 18 characters of an alphabet of 31 (no I O S V Z), the last one a check digit over the first 17 with
 * weights 3^i mod 31.
 */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;
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
