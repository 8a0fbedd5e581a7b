import { drawStream } from '../../../scoring/robustness/random';
import { Drawer, type Drawable } from '../../../scoring/robustness/draws';
import { rankRanges } from '../../../scoring/robustness/rank-ranges';
import { drawInWorkers } from '../../../src/state/draw-workers';

/** Stands where the scoring worker stands in the product: starts the draw workers, gathers their ranks, makes the ranges. */
const FIRMS = 10_000;
const INDICATORS = 20;
const PLAN = { how: 'around', share: 0.25, draws: 1000, seed: 1 } as const;
const drawWorker = (): Worker => new Worker(new URL('../../../src/state/draw-worker.ts', import.meta.url), { type: 'module' });

/** Firms of a level of their own and luck in every indicator, so that ranks move, but not at random. */
function board(): Drawable {
  const next = drawStream(7, 0);
  const level = Float64Array.from({ length: FIRMS }, next);
  return {
    n: FIRMS,
    shares: Array.from({ length: INDICATORS }, () => level.map((own) => own * 0.5 + next() * 0.5)),
    weights: [new Float64Array(INDICATORS).fill(5)],
    stage: new Int16Array(FIRMS),
    oneStage: 0,
    deduction: new Float64Array(FIRMS),
    cap: 100,
    groups: [{ id: 'g', kind: 'base', members: Array.from({ length: INDICATORS }, (_, at) => at) }],
    sharing: [],
  };
}

addEventListener('message', async () => {
  const drawable = board();
  const ranks = Int32Array.from(new Drawer(drawable, { ...PLAN, share: 0 }).run(0, 1));
  const start = performance.now();
  const chunks = await drawInWorkers(drawWorker, navigator.hardwareConcurrency)(
    drawable,
    PLAN,
    (done) => postMessage({ done }),
    new AbortController().signal,
  );
  const { low, high } = rankRanges(chunks!, ranks, 100);
  const time = performance.now() - start;
  postMessage({ time, widest: low.reduce((most, from, i) => Math.max(most, high[i]! - from), 0) });
});
