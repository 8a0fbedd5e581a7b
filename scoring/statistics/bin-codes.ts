import type { BinLayout } from './bin-layout';

/** Codes of rows that are in no bin; a bin's code is its number, 0…199. */
export const BIN_CODE = { zero: 252, below: 253, above: 254, missing: 255 } as const;

/** Cells of the table that guesses a bin on a logarithm. */
const CELLS = 1 << 14;
const HIGH = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 1 : 0;

/**
 * The bin of each row, for brushing: the same answer as looking the value up among the edges, in one pass. NaN and infinities are missing.
 * The bin is guessed, by arithmetic where edges are even and from the leading bits of the value where they are not, then put right against the edges.
 */
export function binCodes(values: Float64Array, layout: BinLayout): Uint8Array {
  const { edges, scale } = layout;
  const isEven = scale === 'linear' || edges.at(-1)! < 2 * edges[0]!;
  return isEven ? evenCodes(values, layout) : bitCodes(values, layout);
}

/** The code of one value. */
export function binCode(value: number, layout: BinLayout): number {
  return binCodes(Float64Array.of(value), layout)[0]!;
}

function evenCodes(values: Float64Array, { edges, isZeroApart }: BinLayout): Uint8Array {
  const codes = new Uint8Array(values.length);
  const last = edges.length - 2;
  const low = edges[0]!;
  const high = edges[last + 1]!;
  const perUnit = (last + 1) / (high - low);
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (value >= low && value <= high && !(isZeroApart && value === 0)) {
      let at = ((value - low) * perUnit) | 0;
      if (at > last) at = last;
      while (value < edges[at]!) at--;
      while (at < last && value >= edges[at + 1]!) at++;
      codes[row] = at;
    } else codes[row] = outsideCode(value, low, isZeroApart);
  }
  return codes;
}

/** Edges are at or above 0 here, where the bits of a float rise with it. */
function bitCodes(values: Float64Array, { edges, isZeroApart }: BinLayout): Uint8Array {
  const codes = new Uint8Array(values.length);
  const words = new Uint32Array(values.buffer, values.byteOffset, 2 * values.length);
  const last = edges.length - 2;
  const low = edges[0]!;
  const high = edges[last + 1]!;
  const { guesses, from, shift } = guessTable(edges);
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (value >= low && value <= high && !(isZeroApart && value === 0)) {
      // −0 is not below 0, but its bits are not those of 0.
      let at = value === 0 ? 0 : guesses[(words[2 * row + HIGH]! - from) >>> shift]!;
      while (at < last && value >= edges[at + 1]!) at++;
      codes[row] = at;
    } else codes[row] = outsideCode(value, low, isZeroApart);
  }
  return codes;
}

/** For each stretch of leading bits the bin of the smallest value in it. */
function guessTable(edges: Float64Array): { guesses: Uint8Array; from: number; shift: number } {
  const words = new Uint32Array(edges.slice().buffer);
  const from = words[HIGH]!;
  const to = words[2 * (edges.length - 1) + HIGH]!;
  let shift = 0;
  while ((to - from) >>> shift >= CELLS) shift++;
  const guesses = new Uint8Array(((to - from) >>> shift) + 1);
  const smallest = new Float64Array(1);
  const bits = new Uint32Array(smallest.buffer);
  for (let cell = 0, at = 0; cell < guesses.length; cell++) {
    bits[HIGH] = from + cell * 2 ** shift;
    while (at < edges.length - 2 && smallest[0]! >= edges[at + 1]!) at++;
    guesses[cell] = at;
  }
  return { guesses, from, shift };
}

function outsideCode(value: number, low: number, isZeroApart: boolean): number {
  // A difference with itself is 0 only of a finite number.
  if (value - value !== 0) return BIN_CODE.missing;
  if (isZeroApart && value === 0) return BIN_CODE.zero;
  return value < low ? BIN_CODE.below : BIN_CODE.above;
}
