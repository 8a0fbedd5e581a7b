/**
 * A stream of numbers in [0, 1) for one draw: the same for a seed and a number of the draw on every machine, whichever worker makes it.
 * The state is mixed from both (splitmix32), the stream is mulberry32 with 32 bits a number.
 */
export function drawStream(seed: number, draw: number): () => number {
  let state = mix(Math.imul(mix(seed >>> 0), 0x9e3779b1) ^ mix((draw + 0x6a09e667) >>> 0));
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function mix(state: number): number {
  let mixed = (state + 0x9e3779b9) >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}
