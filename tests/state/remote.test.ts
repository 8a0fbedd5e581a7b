import { expect, it } from 'vitest';
import { remoteRoom } from '../../src/state/remote';

it('a room handed on through a promise stays a room, and starts no worker for it', async () => {
  const started: string[] = [];
  const room = remoteRoom<{ look(): Promise<number> }>(() => {
    started.push('worker');
    throw new Error('no worker here');
  });
  expect(await Promise.resolve(room)).toBe(room);
  expect(started).toEqual([]);
});
