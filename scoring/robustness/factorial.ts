import type { Ranked } from '../board/context';
import type { Contenders } from './contenders';
import { factorialGrid, product, type Combination, type FactorialGrid, type TotalWay } from './factorial-grid';
import { factorialShares, figuresOfAll, type FactorialShares, type Figures } from './factorial-shares';
import type { Normalisation } from './normalise';
import { rankMemory, ranksInto, shiftOf, type Shift } from './ranks';
import { scoreMemory, scoresUnder } from './scores';
import { sensitivity } from './sensitivity';

/** One combination as run. */
export interface FactorialRun extends Combination {
  readonly shift: Shift;
  /** Values drawn in by the treatment. */
  readonly moved: number;
  /** Whether it belongs to the full grid of the indices. */
  readonly inGrid: boolean;
}

/** The whole factorial: what ran, what was refused, what each choice does, and between which ranks each contender stood. */
export interface Factorial {
  readonly runs: readonly FactorialRun[];
  readonly refused: FactorialGrid['refused'];
  readonly levels: FactorialGrid['levels'];
  /** In the order normalisation, total, treatment; of y = mean |rank shift|. null where y never differs. */
  readonly first: readonly (number | null)[];
  readonly total: readonly (number | null)[];
  readonly best: Int32Array;
  readonly worst: Int32Array;
}

/** The factorial in steps, so that it can be followed and given up between two combinations. `k` is the length of the list that should stay. */
export class FactorialWork {
  readonly grid: FactorialGrid;
  readonly #ctx: Ranked;
  readonly #contenders: Contenders;
  readonly #k: number;
  readonly #ranks: Int32Array[] = [];
  readonly #moved: number[] = [];
  readonly #shares = new Map<string, FactorialShares>();
  #figures: Figures | null = null;

  constructor(ctx: Ranked, contenders: Contenders, k: number) {
    this.grid = factorialGrid(ctx.scheme);
    this.#ctx = ctx;
    this.#contenders = contenders;
    this.#k = k;
  }

  /** Runs one combination more; false when all have run. */
  step(): boolean {
    const one = this.grid.runs[this.#ranks.length];
    if (!one) return false;
    const contenders = this.#contenders;
    const key = `${one.normalisation} ${one.treatment}`;
    this.#figures ??= figuresOfAll(this.#ctx, contenders);
    const known = this.#shares.get(key) ?? factorialShares(this.#ctx, contenders, this.#figures, one);
    this.#shares.set(key, known);
    const { shares, moved } = known;
    const ranks = new Int32Array(contenders.n);
    ranksInto(totalsOf({ ...contenders, shares }, one.normalisation, one.total), ranks, rankMemory(contenders.n));
    this.#ranks.push(ranks);
    this.#moved.push(moved);
    return true;
  }

  /** The result, once every combination has run. */
  result(): Factorial {
    const { runs, refused, levels } = this.grid;
    const before = this.#contenders.ranks;
    const shifts = this.#ranks.map((ranks) => shiftOf(before, ranks, this.#k));
    const at = (one: Combination): number =>
      runs.findIndex((run) => run.normalisation === one.normalisation && run.total === one.total && run.treatment === one.treatment);
    const grid = product(levels.normalisation, levels.total, levels.treatment).map(at);
    const { first, total } = sensitivity(
      [levels.normalisation.length, levels.total.length, levels.treatment.length],
      grid.map((run) => shifts[run]!.mean),
    );
    const over = (pick: (...ranks: number[]) => number): Int32Array => before.map((_, i) => pick(...this.#ranks.map((ranks) => ranks[i]!)));
    return {
      runs: runs.map((run, number) => ({ ...run, shift: shifts[number]!, moved: this.#moved[number]!, inGrid: grid.includes(number) })),
      refused,
      levels,
      first,
      total,
      best: over(Math.min),
      worst: over(Math.max),
    };
  }
}

/**
 * Scores of one combination. Arithmetic: the scheme's own total. Geometric: the base groups' shares on a scale of 1 … 100 (the 1 is a choice, so that
 * a group without points does not wipe out all others), their geometric mean by group weight brought back to the full mark, then bonus, deductions
 * and cap as ever. Below 0 nobody falls but under z-scores, which have no zero.
 */
function totalsOf(contenders: Contenders, normalisation: Normalisation, total: TotalWay): Float64Array {
  const memory = scoreMemory(contenders);
  if (total === 'arithmetic' && normalisation !== 'z-score') return scoresUnder(contenders, contenders.weights, memory);
  const { n, groups, weights, stage, deduction, cap } = contenders;
  const earned = groups.map((_, group) => groupScores(contenders, group));
  return Float64Array.from({ length: n }, (_, i) => {
    const own = weights[Math.max(0, stage[i]!)]!;
    let [log, whole, base, bonus] = [0, 0, 0, 0];
    groups.forEach(({ kind, members }, group) => {
      const weight = members.reduce((sum, place) => sum + own[place]!, 0);
      if (kind === 'bonus') bonus += earned[group]![i]!;
      else if (weight > 0) {
        whole += weight;
        base += earned[group]![i]!;
        if (total === 'geometric') log += weight * Math.log(1 + (99 * earned[group]![i]!) / weight);
      }
    });
    const mean = total === 'geometric' && whole > 0 ? (whole * (Math.exp(log / whole) - 1)) / 99 : base;
    const sum = mean + bonus - deduction[i]!;
    if (normalisation === 'z-score') return sum > cap ? cap : sum;
    return sum <= 0 ? 0 : sum > cap ? cap : sum;
  });
}

/** What one group earns, weight of missing indicators shared out as the board does. */
function groupScores(contenders: Contenders, group: number): Float64Array {
  const { n, groups, weights, stage, shares } = contenders;
  const shared = contenders.sharing.find((one) => one.group === group);
  return Float64Array.from({ length: n }, (_, i) => {
    const own = weights[Math.max(0, stage[i]!)]!;
    const lacking = shared ? shared.absent[shared.pattern[i]!]! : [];
    let [earned, whole, left] = [0, 0, 0];
    for (const place of groups[group]!.members) {
      whole += own[place]!;
      if (lacking.includes(place)) continue;
      left += own[place]!;
      earned += own[place]! * shares[place]![i]!;
    }
    if (lacking.length === 0) return earned;
    return left > 1e-9 * whole ? (earned * whole) / left : 0;
  });
}
