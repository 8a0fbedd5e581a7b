import { orderOf } from './radix';

/** Numbers and what belongs to each of them, side by side. */
export interface Scored {
  readonly scores: Float64Array;
  readonly places: Int32Array;
}

/** Steps of the scale: about one a score, while the counts of all steps still fit the processor's cache. */
const LEAST = 2 ** 6;
const MOST = 2 ** 17;
/** Steps with up to this many scores are left to insertion. */
const SHORT = 32;

/** Counts of the steps; kept from call to call, as fresh pages cost more than the counting. Only ever used within one call. */
let kept = new Uint32Array(0);

/**
 * Sorts by score, best first, from one place in memory into another; equal scores keep their order. A score's step on a fixed scale between best
 * and worst is never behind that of a worse one, so one pass puts everybody on the right step, and insertion orders the few that share one.
 */
export function sortByScore(from: Scored, to: Scored): void {
  const n = from.scores.length;
  const [high, low] = span(from.scores);
  if (!(low < high)) {
    to.scores.set(from.scores);
    to.places.set(from.places);
    return;
  }
  let steps = LEAST;
  while (steps < n && steps < MOST) steps *= 2;
  const scale = (steps - 1) / (high - low);
  if (!(scale > 0 && scale < Infinity)) {
    sortExactly(from, to);
    return;
  }
  if (kept.length < steps) kept = new Uint32Array(steps);
  const crowds = scatter(from, to, kept.subarray(0, steps).fill(0), high, scale);
  for (let at = 0; at < crowds.length; at += 2) sortCrowd(to, crowds[at]!, crowds[at + 1]!);
  insert(to);
}

function span(scores: Float64Array): [high: number, low: number] {
  let high = -Infinity;
  let low = Infinity;
  for (let i = 0; i < scores.length; i++) {
    const score = scores[i]!;
    if (score > high) high = score;
    if (score < low) low = score;
  }
  return [high, low];
}

/** Puts everybody on their step; the answer is where each crowded step begins and ends. */
function scatter(from: Scored, to: Scored, counts: Uint32Array, high: number, scale: number): number[] {
  const { scores, places } = from;
  const toScores = to.scores;
  const toPlaces = to.places;
  for (let i = 0; i < scores.length; i++) counts[((high - scores[i]!) * scale) | 0]!++;
  const crowds: number[] = [];
  let start = 0;
  for (let step = 0; step < counts.length; step++) {
    const count = counts[step]!;
    counts[step] = start;
    if (count > SHORT) crowds.push(start, start + count);
    start += count;
  }
  for (let i = 0; i < scores.length; i++) {
    const score = scores[i]!;
    const at = counts[((high - score) * scale) | 0]!++;
    toScores[at] = score;
    toPlaces[at] = places[i]!;
  }
  return crowds;
}

/** A crowd (an outlier stretched the scale, or noise in equal scores) is sorted on a finer scale of its own. */
function sortCrowd(to: Scored, start: number, end: number): void {
  let i = start + 1;
  while (i < end && to.scores[i]! <= to.scores[i - 1]!) i++;
  if (i === end) return;
  const crowd = { scores: to.scores.subarray(start, end), places: to.places.subarray(start, end) };
  sortByScore({ scores: crowd.scores.slice(), places: crowd.places.slice() }, crowd);
}

function insert({ scores, places }: Scored): void {
  for (let i = 1; i < scores.length; i++) {
    const score = scores[i]!;
    if (score <= scores[i - 1]!) continue;
    const place = places[i]!;
    let at = i;
    for (; at > 0 && scores[at - 1]! < score; at--) {
      scores[at] = scores[at - 1]!;
      places[at] = places[at - 1]!;
    }
    scores[at] = score;
    places[at] = place;
  }
}

/** Where the span between best and worst has no usable scale, being too large or too small for a number. */
function sortExactly(from: Scored, to: Scored): void {
  const order = orderOf(from.scores, true);
  for (let i = 0; i < order.length; i++) {
    to.scores[i] = from.scores[order[i]!]!;
    to.places[i] = from.places[order[i]!]!;
  }
}
