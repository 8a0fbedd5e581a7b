import type { Contenders } from './contenders';
import { drawWeights, type DrawPlan } from './draw-weights';
import { rankMemory, ranksInto, type RankMemory } from './ranks';
import { scoreMemory, scoresUnder, type ScoreMemory } from './scores';

/** Ranks of some draws, draw after draw: that of contender i in the d-th is `ranks[d × n + i]`. Two bytes a rank while they are enough. */
export type DrawnRanks = Uint16Array | Int32Array;

/** What a worker needs of the contenders; arrays of numbers only. */
export type Drawable = Pick<Contenders, 'n' | 'shares' | 'weights' | 'stage' | 'oneStage' | 'deduction' | 'cap' | 'groups' | 'sharing'>;

/** The part of the contenders that a worker needs. */
export function drawableOf({ n, shares, weights, stage, oneStage, deduction, cap, groups, sharing }: Contenders): Drawable {
  return { n, shares, weights, stage, oneStage, deduction, cap, groups, sharing };
}

/** Draws weights and ranks everybody, a range of draws at a time. Each draw has a stream of its own, so no result depends on how they are parted. */
export class Drawer {
  readonly #contenders: Contenders;
  readonly #plan: DrawPlan;
  readonly #scores: ScoreMemory;
  readonly #ranks: RankMemory;

  constructor(drawable: Drawable, plan: DrawPlan) {
    // Scores under other weights read nothing else.
    this.#contenders = drawable as Contenders;
    this.#plan = plan;
    this.#scores = scoreMemory(this.#contenders);
    this.#ranks = rankMemory(drawable.n);
  }

  /** Draws number `from` to `to` − 1. */
  run(from: number, to: number): DrawnRanks {
    const { n, weights } = this.#contenders;
    const count = Math.max(0, to - from);
    const all = n < 2 ** 16 ? new Uint16Array(count * n) : new Int32Array(count * n);
    for (let draw = from; draw < to; draw++) {
      const scores = scoresUnder(this.#contenders, drawWeights(weights, this.#plan, draw).weights, this.#scores);
      ranksInto(scores, all.subarray((draw - from) * n, (draw - from + 1) * n), this.#ranks);
    }
    return all;
  }
}
