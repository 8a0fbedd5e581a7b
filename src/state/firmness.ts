import type { Ranked } from '../../scoring/board/context';
import type { Segment } from '../../scoring/board/format';
import { segmentKey } from '../../scoring/board/segment-view';
import { contendersOf, type Contenders } from '../../scoring/robustness/contenders';
import { drawableOf } from '../../scoring/robustness/draws';
import { FactorialWork } from '../../scoring/robustness/factorial';
import { boardFacts, firmnessAnswer, firmStanding, refusedAnswer } from '../../scoring/robustness/firmness';
import { isReproduced } from '../../scoring/robustness/scores';
import type { BoardStamp, FirmnessAnswer, FirmnessAsk, FirmStanding } from '../../scoring/robustness/format';
import { breath, drawHere, type DrawRunner } from './draw-here';

/** How far a run is. */
export interface FirmnessProgress {
  readonly doing: 'drawing' | 'comparing';
  readonly done: number;
  readonly of: number;
}

/** Memory for the ranks of all draws; a larger board gets fewer draws. */
const MOST_BYTES = 240e6;

/** How firm the ranks of a board are. Lives in the scoring worker; the draws run in workers of their own. */
export class FirmnessRoom {
  readonly #draw: DrawRunner;
  #stop: AbortController | null = null;
  #kept: { readonly ranked: Ranked; readonly key: string; readonly contenders: Contenders } | null = null;

  constructor(draw: DrawRunner = drawHere) {
    this.#draw = draw;
  }

  /** The whole answer; `draft` tells one draft from another, null is the scheme as it stands; null where it was given up, or overtaken by another run. What is read of `ranked` is copied before anything waits. */
  async run(
    ranked: Ranked,
    draft: string | null,
    ask: FirmnessAsk & { readonly year: number },
    report: (progress: FirmnessProgress) => void,
  ): Promise<FirmnessAnswer | null> {
    this.#stop?.abort();
    const stop = (this.#stop = new AbortController());
    const { year, segment } = ask;
    const contenders = this.#contenders(ranked, segment, year);
    const of = stampOf(ranked, draft, segment, year);
    if (!isReproduced(contenders)) return refusedAnswer(ask, of);
    const facts = boardFacts(ranked, contenders, ask, year);
    const plan = { ...ask, draws: Math.min(ask.draws, mostDraws(contenders.n)) };
    const chunks =
      contenders.n === 0
        ? []
        : await this.#draw(drawableOf(contenders), plan, (done) => report({ doing: 'drawing', done, of: plan.draws }), stop.signal);
    if (!chunks || stop.signal.aborted) return null;
    const work = new FactorialWork(ranked, contenders, ask.k);
    for (let done = 1; work.step(); done++) {
      report({ doing: 'comparing', done, of: work.grid.runs.length });
      await breath();
      if (stop.signal.aborted) return null;
    }
    const isLimited = plan.draws < ask.draws;
    return firmnessAnswer(ranked, contenders, { ask: plan, of, chunks, factorial: work.result(), facts, isLimited });
  }

  stop(): void {
    this.#stop?.abort();
  }

  /** One firm's standing; null where the row has no rank on the board. */
  standing(
    ranked: Ranked,
    draft: string | null,
    ask: { readonly row: number; readonly segment: Segment; readonly year: number; readonly share: number },
  ): FirmStanding | null {
    const { row, segment, year, share } = ask;
    return firmStanding(ranked, this.#contenders(ranked, segment, year), stampOf(ranked, draft, segment, year), row, share);
  }

  /** The last board's, kept: one firm after another is asked for. */
  #contenders(ranked: Ranked, segment: Segment, year: number): Contenders {
    const key = `${year} ${segmentKey(ranked.panel, segment)}`;
    if (this.#kept?.ranked !== ranked || this.#kept.key !== key)
      this.#kept = { ranked, key, contenders: contendersOf(ranked, segment, year) };
    return this.#kept.contenders;
  }
}

function mostDraws(n: number): number {
  return Math.max(1, Math.floor(MOST_BYTES / (Math.max(1, n) * (n < 2 ** 16 ? 2 : 4))));
}

function stampOf(ranked: Ranked, draft: string | null, segment: Segment, year: number): BoardStamp {
  return { hash: ranked.schemeHash, draft, year, segment };
}
