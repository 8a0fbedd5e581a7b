import { expect, it } from 'vitest';
import { remoteRooms } from '../../src/state/remote';

it('a room handed on through a promise stays a room, and starts no worker for it', async () => {
  const started: string[] = [];
  const { files } = remoteRooms<{ files: { look(): Promise<number> } }>(() => {
    started.push('worker');
    throw new Error('no worker here');
  }, ['files']);
  expect(await Promise.resolve(files)).toBe(files);
  expect(started).toEqual([]);
});
