import type { DrawPlan } from '../../scoring/robustness/draw-weights';
import { Drawer, type Drawable, type DrawnRanks } from '../../scoring/robustness/draws';

/** What a draw worker is told: a board to draw for, then ranges of draws. */
export type DrawTask =
  | { readonly is: 'board'; readonly drawable: Drawable; readonly plan: DrawPlan }
  | { readonly is: 'draws'; readonly from: number; readonly to: number };
export interface DrawResult {
  readonly from: number;
  readonly ranks: DrawnRanks;
}

let drawer: Drawer | null = null;

addEventListener('message', ({ data }: MessageEvent<DrawTask>) => {
  if (data.is === 'board') {
    drawer = new Drawer(data.drawable, data.plan);
    return;
  }
  if (!drawer) throw new Error(`draws ${data.from} to ${data.to} were asked of no board`);
  const ranks = drawer.run(data.from, data.to);
  const result: DrawResult = { from: data.from, ranks };
  postMessage(result, { transfer: [ranks.buffer] });
});
