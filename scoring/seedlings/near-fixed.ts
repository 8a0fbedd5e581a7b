import type { Figures } from './figures';
import { SAYS, type DetectorId, type FigureId } from './format';
import { HIGH, LOW } from './low-score';
import { MOST_FALL } from './momentum';
import { AHEAD, countAhead, LEAST_AHEAD } from './outperformer';

/** How far a miss may be: 5 points, or a tenth of the threshold where that is more. */
const POINTS = 0.05;
export const PART = 0.1;

export function isWithin(value: number, threshold: number): boolean {
  return Math.abs(value - threshold) <= Math.max(POINTS, PART * Math.abs(threshold));
}

interface Part {
  readonly what: Exclude<DetectorId, 'quadrant'>;
  readonly figure: FigureId;
  readonly value: number;
  readonly threshold: number;
  readonly isMet: boolean;
}

/** What the detectors that no cut moves and that hang on figures ask of a firm, part by part. */
export function missesOf(figures: Figures, i: number): readonly Part[] {
  const { momentum, shares } = figures;
  const [slope, last, fall] = [momentum.slope.values[i]!, momentum.last.values[i]!, momentum.worst[i]!];
  const [score, growth, technology] = [shares.score[i]!, shares.growth[i]!, shares.technology[i]!];
  const behind = bestBehind(figures, i);
  return [
    { what: 'momentum', figure: 'slope', value: slope, threshold: 0, isMet: slope > 0 },
    { what: 'momentum', figure: 'last', value: last, threshold: 0, isMet: last > 0 },
    { what: 'momentum', figure: 'fall', value: fall, threshold: -MOST_FALL, isMet: fall >= -MOST_FALL },
    { what: 'outperformer', figure: 'percentile', value: behind, threshold: AHEAD, isMet: false },
    { what: 'low_score', figure: 'score', value: score, threshold: LOW, isMet: score < LOW },
    { what: 'low_score', figure: 'growth', value: growth, threshold: HIGH, isMet: growth >= HIGH },
    { what: 'low_score', figure: 'technology', value: technology, threshold: HIGH, isMet: technology >= HIGH },
  ];
}

/** The best percentile that is not ahead, where one more would do; NaN elsewhere. */
function bestBehind(figures: Figures, i: number): number {
  if (countAhead(figures, i).met !== LEAST_AHEAD - 1) return NaN;
  let best = NaN;
  for (const { share } of figures.ahead) if (share[i]! < AHEAD && !(share[i]! <= best)) best = share[i]!;
  return best;
}

/** Distance of the nearest miss of each firm and its place in `missesOf`, by position; Infinity where there is none. Looked for when first asked. */
class FixedMisses {
  readonly #figures: Figures;
  readonly #gaps: Float64Array;
  readonly #codes: Uint8Array;

  constructor(figures: Figures) {
    this.#figures = figures;
    this.#gaps = new Float64Array(figures.rows.length).fill(NaN);
    this.#codes = new Uint8Array(figures.rows.length);
  }

  gapAt(i: number): number {
    if (Number.isNaN(this.#gaps[i]!)) this.#find(i);
    return this.#gaps[i]!;
  }

  /** The miss itself, of a firm that has one. */
  at(i: number): Omit<Part, 'isMet'> {
    this.gapAt(i);
    const { what, figure, value, threshold } = missesOf(this.#figures, i)[this.#codes[i]!]!;
    return { what, figure, value, threshold };
  }

  #find(i: number): void {
    const parts = missesOf(this.#figures, i);
    this.#gaps[i] = Infinity;
    parts.forEach(({ what, value, threshold, isMet }, code) => {
      if (isMet || this.#figures.fixed[what][i] !== SAYS.unmet || !isWithin(value, threshold)) return;
      if (parts.some((other, at) => at !== code && other.what === what && !other.isMet)) return;
      const gap = Math.abs(value - threshold);
      if (gap >= this.#gaps[i]!) return;
      this.#gaps[i] = gap;
      this.#codes[i] = code;
    });
  }
}

const known = new WeakMap<Figures, FixedMisses>();

/** Kept with the figures: while a cut is dragged only the quadrant's misses change. */
export function fixedMisses(figures: Figures): FixedMisses {
  let found = known.get(figures);
  if (!found) known.set(figures, (found = new FixedMisses(figures)));
  return found;
}
