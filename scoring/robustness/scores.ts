import type { Contenders, Sharing } from './contenders';

/** Working memory of one run over many weightings; see `scoreMemory`. */
export interface ScoreMemory {
  readonly scores: Float64Array;
  readonly part: Float64Array;
}

/** Memory for the scores of a board. */
export function scoreMemory({ n }: Contenders): ScoreMemory {
  return { scores: new Float64Array(n), part: new Float64Array(n) };
}

/**
 * Scores of all contenders under other weights, [stage][place], by the same arithmetic as the board: groups, weight of skipped indicators shared
 * out, bonus, deductions, then 0 and the cap. The answer stands in `memory.scores`.
 */
export function scoresUnder(contenders: Contenders, weights: readonly Float64Array[], memory: ScoreMemory): Float64Array {
  const { deduction, cap, groups, sharing } = contenders;
  const { scores, part } = memory;
  scores.fill(0);
  const apart = new Set(sharing.map(({ group }) => group));
  addPlaces(
    contenders,
    weights,
    groups.flatMap(({ members }, group) => (apart.has(group) ? [] : members)),
    scores,
  );
  for (const shared of sharing) {
    part.fill(0);
    addPlaces(contenders, weights, groups[shared.group]!.members, part);
    const factors = factorsOf(contenders, weights, shared);
    const { pattern } = shared;
    const { stage } = contenders;
    const width = shared.absent.length;
    for (let i = 0; i < part.length; i++) scores[i]! += part[i]! * factors[Math.max(0, stage[i]!) * width + pattern[i]!]!;
  }
  for (let i = 0; i < scores.length; i++) {
    const sum = scores[i]! - deduction[i]!;
    scores[i] = sum <= 0 ? 0 : sum > cap ? cap : sum;
  }
  return scores;
}

function addPlaces(contenders: Contenders, weights: readonly Float64Array[], places: readonly number[], sums: Float64Array): void {
  const { shares, oneStage, stage } = contenders;
  if (oneStage < 0) {
    for (const place of places) {
      const scale = Float64Array.from(weights, (of) => of[place]!);
      const share = shares[place]!;
      for (let i = 0; i < sums.length; i++) sums[i]! += share[i]! * scale[stage[i]!]!;
    }
    return;
  }
  const own = weights[Math.max(0, oneStage)]!;
  let at = 0;
  // Four indicators at once: a quarter of the reads and writes of the sum.
  for (; at + 4 <= places.length; at += 4) {
    const [a, b, c, d] = [shares[places[at]!]!, shares[places[at + 1]!]!, shares[places[at + 2]!]!, shares[places[at + 3]!]!];
    const [wa, wb, wc, wd] = [own[places[at]!]!, own[places[at + 1]!]!, own[places[at + 2]!]!, own[places[at + 3]!]!];
    for (let i = 0; i < sums.length; i++) sums[i]! += a[i]! * wa + b[i]! * wb + c[i]! * wc + d[i]! * wd;
  }
  for (; at < places.length; at++) {
    const share = shares[places[at]!]!;
    const weight = own[places[at]!]!;
    for (let i = 0; i < sums.length; i++) sums[i]! += share[i]! * weight;
  }
}

/** [stage × pattern]: what a group's earned points are multiplied by. A group of which nothing is left earns 0. */
function factorsOf({ groups }: Contenders, weights: readonly Float64Array[], { group, absent }: Sharing): Float64Array {
  const factors = new Float64Array(weights.length * absent.length);
  weights.forEach((of, s) => {
    const whole = groups[group]!.members.reduce((sum, place) => sum + of[place]!, 0);
    absent.forEach((lacking, pattern) => {
      // Added up, not taken away: of weights drawn to almost nothing a difference would keep no digit.
      const left = groups[group]!.members.reduce((sum, place) => (lacking.includes(place) ? sum : sum + of[place]!), 0);
      factors[s * absent.length + pattern] = left > 1e-9 * whole ? whole / left : 0;
    });
  });
  return factors;
}

/**
 * Whether this arithmetic gives the very scores of the board under its own weights. Where it does not, the scheme adds up in another way than is known
 * here, and nothing may be said about other weights.
 */
export function isReproduced(contenders: Contenders): boolean {
  const scores = scoresUnder(contenders, contenders.weights, scoreMemory(contenders));
  return contenders.scores.every((score, i) => Math.abs(score - scores[i]!) <= 1e-9 * Math.max(1, Math.abs(score)));
}
