import type { FoundEncoding } from '../ingest/encoding';
import type { AsideAnswer, AsideTask } from './aside-worker';

/** What another worker finds out about every byte of one file while this one reads it. Both reject where it could not, or was ended before it had. */
export interface Aside {
  encoding(): Promise<FoundEncoding>;
  digest(): Promise<string>;
  end(): void;
}
export type StartAside = (task: AsideTask) => Aside;

/** Asides in workers of their own, each ended as soon as nothing more is wanted of it. */
export function asideInWorker(start: () => Worker): StartAside {
  return (task) => {
    const worker = start();
    const encoding = new Awaited<FoundEncoding>();
    const digest = new Awaited<string>();
    const end = (): void => {
      worker.terminate();
      for (const one of [encoding, digest]) one.fail(new Error(`${task.name} is not looked at aside any more`));
    };
    worker.addEventListener('error', end);
    worker.addEventListener('message', ({ data }: MessageEvent<AsideAnswer>) => {
      if (data.is === 'encoding') return encoding.give(data.encoding);
      if (data.is === 'digest') digest.give(data.digest);
      end();
    });
    worker.postMessage(task);
    return { encoding: () => encoding.promise, digest: () => digest.promise, end };
  };
}

/** A promise that is kept or broken from outside, once. */
class Awaited<T> {
  give: (value: T) => void = () => undefined;
  fail: (error: Error) => void = () => undefined;
  readonly promise = new Promise<T>((resolve, reject) => {
    this.give = resolve;
    this.fail = reject;
  });

  constructor() {
    this.promise.catch(() => undefined); // Whoever asks hears of it.
  }
}
