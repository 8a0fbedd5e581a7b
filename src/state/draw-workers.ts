import type { DrawnRanks } from '../../scoring/robustness/draws';
import { CHUNK, type DrawRunner } from './draw-here';
import type { DrawResult, DrawTask } from './draw-worker';

/** More would only divide the same memory bandwidth. */
const MOST = 8;

/**
 * The draws shared out among as many workers as the machine has cores. Each takes the next chunk when it is done with one, so a slow core holds
 * nobody up; the result is the same for any number of workers. Giving up ends them at once.
 */
export function drawInWorkers(start: () => Worker, cores: number): DrawRunner {
  return (drawable, plan, report, signal) => {
    const tasks = Math.ceil(plan.draws / CHUNK);
    const chunks: DrawnRanks[] = new Array<DrawnRanks>(tasks);
    const workers = Array.from({ length: Math.max(1, Math.min(MOST, cores, tasks)) }, start);
    let next = 0;
    let done = 0;
    return new Promise<readonly DrawnRanks[] | null>((resolve, reject) => {
      if (signal.aborted || tasks === 0) resolve(signal.aborted ? null : []);
      signal.addEventListener('abort', () => resolve(null));
      const give = (worker: Worker): void => {
        if (next >= plan.draws) return;
        const task: DrawTask = { is: 'draws', from: next, to: Math.min(plan.draws, next + CHUNK) };
        next = task.to;
        worker.postMessage(task);
      };
      for (const worker of workers) {
        worker.addEventListener('message', ({ data }: MessageEvent<DrawResult>) => {
          chunks[data.from / CHUNK] = data.ranks;
          done += data.ranks.length / drawable.n;
          report(done);
          if (done >= plan.draws) resolve(chunks);
          else give(worker);
        });
        worker.addEventListener('error', (event) => reject(new Error(`draw worker stopped: ${event.message || 'no reason given'}`)));
        const board: DrawTask = { is: 'board', drawable, plan };
        worker.postMessage(board);
        give(worker);
      }
    }).finally(() => {
      for (const worker of workers) worker.terminate();
    });
  };
}
