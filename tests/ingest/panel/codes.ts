const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Synthetic credit code number n (area 000000), with its check digit by GB 32100-2015: weights 3^i mod 31, 31 minus the remainder. */
export function code(n: number): string {
  let middle = '';
  for (let rest = n, at = 0; at < 9; at++, rest = Math.floor(rest / 31)) middle = ALPHABET[rest % 31]! + middle;
  const body = `91000000${middle}`;
  let sum = 0;
  let weight = 1;
  for (const character of body) {
    sum += ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return body + ALPHABET[(31 - (sum % 31)) % 31]!;
}
