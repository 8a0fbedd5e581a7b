import type { DrawPlan } from '../../scoring/robustness/draw-weights';
import { Drawer, type Drawable, type DrawnRanks } from '../../scoring/robustness/draws';

/** Runs the draws of a board and hands them back in order, however they were parted; null where they were given up. */
export type DrawRunner = (
  drawable: Drawable,
  plan: DrawPlan,
  report: (done: number) => void,
  signal: AbortSignal,
) => Promise<readonly DrawnRanks[] | null>;

/** Draws handed out at once: a few milliseconds of work for a board of a thousand, some ten for ten thousand. */
export const CHUNK = 25;

/** The draws without workers: where there are none, as in tests and on the command line. */
export const drawHere: DrawRunner = async (drawable, plan, report, signal) => {
  const drawer = new Drawer(drawable, plan);
  const chunks: DrawnRanks[] = [];
  for (let from = 0; from < plan.draws; from += CHUNK) {
    if (signal.aborted) return null;
    chunks.push(drawer.run(from, Math.min(plan.draws, from + CHUNK)));
    report(Math.min(plan.draws, from + CHUNK));
    await breath();
  }
  return chunks;
};

/** Lets whatever else waits have its turn. */
export function breath(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
