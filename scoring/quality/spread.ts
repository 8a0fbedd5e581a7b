/**
 * Middle and robust spread of logged figures, set by set, from counts: one pass over a million rows and no sorting, and no row's place matters.
 * Logs (base 10) are counted in steps of 1/32, so that a middle is right to a few per cent of the figure, which is far finer than any rule here.
 */
const STEPS = 32;
/** From 10⁻⁴ to 10¹⁶; what lies beyond counts at the ends. */
const LOW = -4;
const BINS = 20 * STEPS;
/** Counts kept at most: beyond, sets would cost more memory than the panel. */
const MOST_COUNTS = 32e6;

export interface Spread {
  /** Set → median of the logs; NaN where the set is too small. */
  readonly centre: Float64Array;
  /** Set → 1.4826 × median absolute deviation (the standard deviation of a normal set); where that is 0, 1.2533 × mean absolute deviation. */
  readonly scale: Float64Array;
}

/** Whether so many sets can be counted side by side. */
export function canCount(sets: number): boolean {
  return sets * BINS <= MOST_COUNTS;
}

/** Counts of logs by set. */
export class LogCounts {
  readonly #counts: Uint32Array;
  readonly #sizes: Uint32Array;

  constructor(sets: number) {
    this.#counts = new Uint32Array(sets * BINS);
    this.#sizes = new Uint32Array(sets);
  }

  /** Counts every log that is a number; a row whose set is below 0 is left out. */
  addAll(logs: Float64Array, set: Int32Array): void {
    const counts = this.#counts;
    const sizes = this.#sizes;
    for (let i = 0; i < logs.length; i++) {
      const log = logs[i]!;
      const of = set[i]!;
      if (log !== log || of < 0) continue;
      const bin = Math.floor((log - LOW) * STEPS);
      counts[of * BINS + (bin < 0 ? 0 : bin >= BINS ? BINS - 1 : bin)]!++;
      sizes[of]!++;
    }
  }

  /** Middle and spread of every set with at least `least` figures. Sets of `parent` numbers are counted together into their parent first. */
  spread(least: number, parents?: { readonly of: Int32Array; readonly count: number }): Spread {
    if (!parents) return spreadOf(this.#counts, this.#sizes, least);
    const counts = new Uint32Array(parents.count * BINS);
    const sizes = new Uint32Array(parents.count);
    for (let set = 0; set < this.#sizes.length; set++) {
      if (this.#sizes[set] === 0) continue;
      const to = parents.of[set]! * BINS;
      for (let bin = 0; bin < BINS; bin++) counts[to + bin]! += this.#counts[set * BINS + bin]!;
      sizes[parents.of[set]!]! += this.#sizes[set]!;
    }
    return spreadOf(counts, sizes, least);
  }

  /** How far from the centre of its set a share of all figures lies at most, sets with a centre taken together; NaN of fewer than `least`. */
  deviationAt(centre: Float64Array, share: number, least: number): number {
    const apart = new Uint32Array(BINS);
    let size = 0;
    for (let set = 0; set < this.#sizes.length; set++) {
      if (this.#sizes[set] === 0 || Number.isNaN(centre[set]!)) continue;
      size += this.#sizes[set]!;
      addApart(this.#counts.subarray(set * BINS, (set + 1) * BINS), centre[set]!, apart);
    }
    return size === 0 || size < least ? NaN : shareAt(apart, size, share) / STEPS;
  }
}

/** Adds counts by their distance from the centre; the answer is the sum of all distances. */
function addApart(counts: Uint32Array, centre: number, apart: Uint32Array): number {
  let sum = 0;
  for (let bin = 0; bin < BINS; bin++) {
    const count = counts[bin]!;
    if (count === 0) continue;
    const distance = Math.abs(LOW + (bin + 0.5) / STEPS - centre);
    apart[Math.min(BINS - 1, Math.floor(distance * STEPS))]! += count;
    sum += count * distance;
  }
  return sum;
}

function spreadOf(counts: Uint32Array, sizes: Uint32Array, least: number): Spread {
  const centre = new Float64Array(sizes.length).fill(NaN);
  const scale = new Float64Array(sizes.length).fill(NaN);
  const apart = new Uint32Array(BINS);
  for (let set = 0; set < sizes.length; set++) {
    const size = sizes[set]!;
    if (size === 0 || size < least) continue;
    const own = counts.subarray(set * BINS, (set + 1) * BINS);
    const middle = LOW + shareAt(own, size, 0.5) / STEPS;
    apart.fill(0);
    const sum = addApart(own, middle, apart);
    const median = shareAt(apart, size, 0.5) / STEPS;
    centre[set] = middle;
    scale[set] = median > 1 / STEPS ? 1.4826 * median : (1.2533 * sum) / size;
  }
  return { centre, scale };
}

/** Where, in steps from the first, the given share of the counts is reached; within a step they are taken to lie evenly. */
function shareAt(counts: Uint32Array, size: number, share: number): number {
  const wanted = size * share;
  let below = 0;
  for (let bin = 0; bin < counts.length; bin++) {
    const count = counts[bin]!;
    if (count > 0 && below + count >= wanted) return bin + (wanted - below) / count;
    below += count;
  }
  throw new RangeError(`share ${share} of ${size} figures is nowhere`);
}
