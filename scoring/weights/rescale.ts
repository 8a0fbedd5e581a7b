/** Weights move in ten-thousandths, so that they can be written out whole and added up without a residue. */
const GRAIN = 10_000;

/** One of several weights that share a fixed sum. A locked one stays what it is whatever happens to the others. */
export interface Part {
  readonly id: string;
  readonly weight: number;
  readonly locked: boolean;
}

/** `all_locked`: nobody is left to give or take; `beyond`: more than the unlocked have to give, `most` being how much could be had. */
export type Rescaled =
  | { readonly ok: true; readonly weights: ReadonlyMap<string, number> }
  | { readonly ok: false; readonly why: 'all_locked' | 'beyond'; readonly most: number };

/**
 * One weight set, the unlocked others rescaled in proportion: w_i′ = w_i (F − w_k′) ÷ (F − w_k), F being what the unlocked and the set one have
 * together. The sum stays the same to the ten-thousandth. Others that all stand at 0 share equally. A locked part may itself be set.
 * LineUp's weights rescale in the same way (Gratzl et al. 2013), but in shares of a width.
 */
export function rescale(parts: readonly Part[], id: string, to: number): Rescaled {
  const own = parts.find((part) => part.id === id);
  if (!own) throw new RangeError(`weight ${id} is not among the parts`);
  if (!(to >= 0 && to < Infinity)) throw new RangeError(`weight of ${id} is not a number of 0 or more: ${to}`);
  const others = parts.filter((part) => part.id !== id && !part.locked);
  const free = sumOf([own, ...others]);
  const target = units(to);
  if (others.length === 0) return target === units(own.weight) ? same(parts) : { ok: false, why: 'all_locked', most: own.weight };
  if (target > free) return { ok: false, why: 'beyond', most: free / GRAIN };
  const shares = shareOut(
    others.map(({ weight }) => weight),
    free - target,
  );
  const moved = new Map(others.map((part, at) => [part.id, shares[at]! / GRAIN]));
  return {
    ok: true,
    weights: new Map(parts.map((part) => [part.id, part.id === id ? target / GRAIN : (moved.get(part.id) ?? part.weight)])),
  };
}

/** Weights of one sum brought to another, in proportion; locked ones stay. null where the locked alone exceed it, or nobody is there to take it up. */
export function rescaleTo(parts: readonly Part[], sum: number): ReadonlyMap<string, number> | null {
  const open = parts.filter(({ locked }) => !locked);
  const left = units(sum) - sumOf(parts.filter(({ locked }) => locked));
  if (left < 0 || (open.length === 0 && left !== 0)) return null;
  const shares = shareOut(
    open.map(({ weight }) => weight),
    left,
  );
  const moved = new Map(open.map((part, at) => [part.id, shares[at]! / GRAIN]));
  return new Map(parts.map((part) => [part.id, moved.get(part.id) ?? part.weight]));
}

/** Whole units shared out in proportion to the weights, by largest remainder (the earlier one where remainders are equal). */
function shareOut(weights: readonly number[], all: number): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const exact = weights.map((weight) => (sum > 0 ? (weight / sum) * all : all / weights.length));
  const whole = exact.map(Math.floor);
  let left = all - whole.reduce((total, share) => total + share, 0);
  const order = exact.map((_, at) => at).sort((a, b) => exact[b]! - whole[b]! - (exact[a]! - whole[a]!) || a - b);
  for (const at of order) {
    if (left <= 0) break;
    whole[at]!++;
    left--;
  }
  return whole;
}

function units(weight: number): number {
  return Math.round(weight * GRAIN);
}

function sumOf(parts: readonly Part[]): number {
  return parts.reduce((sum, { weight }) => sum + units(weight), 0);
}

function same(parts: readonly Part[]): Rescaled {
  return { ok: true, weights: new Map(parts.map(({ id, weight }) => [id, weight])) };
}
