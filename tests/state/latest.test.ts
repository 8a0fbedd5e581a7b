import { expect, it } from 'vitest';
import { Latest } from '../../src/state/latest.svelte';

function door<T>() {
  let open!: (value: T) => void;
  let slam!: (error: unknown) => void;
  const promise = new Promise<T>((resolve, reject) => {
    open = resolve;
    slam = reject;
  });
  return { promise, open, slam };
}

it('of three questions asked at once the first and the last are worked on, and the last is shown', async () => {
  const latest = new Latest<string>();
  const started: string[] = [];
  const first = door<string>();
  const done = latest.ask(() => (started.push('a'), first.promise));
  void latest.ask(async () => (started.push('b'), 'b'));
  void latest.ask(async () => (started.push('c'), 'c'));
  first.open('a');
  await done;
  expect(started).toEqual(['a', 'c']);
  expect(latest.outcome).toEqual({ status: 'ready', value: 'c' });
});

it('while busy the last answer stays', async () => {
  const latest = new Latest<string>();
  latest.set('old');
  const next = door<string>();
  const done = latest.ask(() => next.promise);
  expect(latest.outcome).toEqual({ status: 'busy', last: 'old' });
  next.open('new');
  await done;
  expect(latest.last).toBe('new');
});

it('a failure is an outcome and keeps what was on screen', async () => {
  const latest = new Latest<string>();
  latest.set('old');
  const error = new Error('gone');
  await latest.ask(() => Promise.reject(error));
  expect(latest.outcome).toEqual({ status: 'failed', error, last: 'old' });
});

it('a failure nobody waits for any more is not shown', async () => {
  const latest = new Latest<string>();
  const first = door<string>();
  const done = latest.ask(() => first.promise);
  void latest.ask(async () => 'second');
  first.slam(new Error('late'));
  await done;
  expect(latest.outcome).toEqual({ status: 'ready', value: 'second' });
});
