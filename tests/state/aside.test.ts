import { expect, it } from 'vitest';
import { asideInWorker } from '../../src/state/aside';
import type { AsideAnswer } from '../../src/state/aside-worker';

const TASK = { name: '甲.csv', file: new Blob(['甲']), wants: 'both' } as const;
const UTF_8 = { encoding: 'utf-8', certain: true, problem: null } as const;

/** A worker that says what it is told to. */
class Saying extends EventTarget {
  readonly asked: unknown[] = [];
  isEnded = false;
  postMessage(task: unknown): void {
    this.asked.push(task);
  }
  terminate(): void {
    this.isEnded = true;
  }
  say(answer: AsideAnswer): void {
    this.dispatchEvent(new MessageEvent('message', { data: answer }));
  }
}

function begun() {
  const worker = new Saying();
  return { worker, aside: asideInWorker(() => worker as unknown as Worker)(TASK) };
}
const outcome = (answer: Promise<unknown>): Promise<unknown> => answer.catch(() => 'refused');

it('the encoding is told as soon as it is found, and the worker ends with the digest', async () => {
  const { worker, aside } = begun();
  worker.say({ is: 'encoding', encoding: UTF_8 });
  expect([await aside.encoding(), worker.isEnded, worker.asked]).toEqual([UTF_8, false, [TASK]]);
  worker.say({ is: 'digest', digest: 'ab' });
  expect([await aside.digest(), worker.isEnded]).toEqual(['ab', true]);
});

it.each<[string, (worker: Saying) => void]>([
  ['says that it cannot', (worker) => worker.say({ is: 'failed' })],
  ['breaks', (worker) => worker.dispatchEvent(new Event('error'))],
])('a worker that %s leaves nobody waiting', async (_, happen) => {
  const { worker, aside } = begun();
  happen(worker);
  expect([await outcome(aside.encoding()), await outcome(aside.digest()), worker.isEnded]).toEqual(['refused', 'refused', true]);
});

it('one that is ended leaves nobody waiting; what it had found stays', async () => {
  const { worker, aside } = begun();
  worker.say({ is: 'encoding', encoding: UTF_8 });
  aside.end();
  expect([await aside.encoding(), await outcome(aside.digest()), worker.isEnded]).toEqual([UTF_8, 'refused', true]);
});
