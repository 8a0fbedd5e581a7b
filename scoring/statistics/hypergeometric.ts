/** Chances of `from`, `from` + 1 … hits. */
export interface Chances {
  readonly from: number;
  readonly of: Float64Array;
}

/**
 * Chances of every number of hits where `drawn` of `all` are drawn blindly and `marked` of them count. From ratios of neighbours outwards from the likeliest, divided by their sum, so that
 * no logarithm of a factorial is needed; a chance below 1e-300 of the likeliest may be 0.
 */
export function hypergeometric(all: number, marked: number, drawn: number): Chances {
  for (const count of [marked, drawn])
    if (!Number.isInteger(count) || count < 0 || count > all) throw new RangeError(`hypergeometric of ${all}, ${marked}, ${drawn}`);
  const from = Math.max(0, drawn + marked - all);
  const chances = new Float64Array(Math.min(marked, drawn) - from + 1);
  const mode = Math.min(Math.floor(((drawn + 1) * (marked + 1)) / (all + 2)), from + chances.length - 1);
  const start = Math.max(0, mode - from);
  chances[start] = 1;
  // Chance of x + 1 hits over that of x.
  const step = (x: number): number => ((marked - x) * (drawn - x)) / ((x + 1) * (all - marked - drawn + x + 1));
  for (let at = start + 1; at < chances.length; at++) chances[at] = chances[at - 1]! * step(from + at - 1);
  for (let at = start - 1; at >= 0; at--) chances[at] = chances[at + 1]! / step(from + at);
  const sum = sumFrom(chances, 0);
  return { from, of: chances.map((chance) => chance / sum) };
}

/** Chances of the sum of two independent numbers. */
export function sumOf(a: Chances, b: Chances): Chances {
  const of = new Float64Array(a.of.length + b.of.length - 1);
  for (let i = 0; i < a.of.length; i++) for (let j = 0; j < b.of.length; j++) of[i + j]! += a.of[i]! * b.of[j]!;
  return { from: a.from + b.from, of };
}

/** Chance of at least so many hits, a whole number. */
export function atLeast({ from, of }: Chances, hits: number): number {
  return hits <= from ? 1 : sumFrom(of, hits - from);
}

/** The small ones first, so that a far tail keeps its digits. */
function sumFrom(of: Float64Array, first: number): number {
  let sum = 0;
  for (let at = of.length - 1; at >= first; at--) sum += of[at]!;
  return sum;
}
