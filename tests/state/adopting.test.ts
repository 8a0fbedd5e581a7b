import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Workbench } from '../../src/state/workbench.svelte';
import { fakeOutside, fakeRooms } from './fake-rooms';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A workbench over so many firm-years, whether its engine has begun to be filled, and what hurries that. */
async function over(rows: number) {
  const { rooms } = fakeRooms({ fits: ['a', 'b'] });
  const told = { isFilling: false, hurry: (): void => undefined };
  const { adopt } = rooms.score;
  const workbench = new Workbench(
    fakeOutside({
      ...rooms,
      score: { ...rooms.score, adopt: async (...asked) => ({ ...(await adopt(...asked)), rows }) },
      engine: {
        ...rooms.engine,
        adopt: async (coming, hurry) => {
          told.hurry = hurry!;
          await coming;
          told.isFilling = true;
        },
      },
    }).outside,
  );
  await workbench.openSample();
  await vi.advanceTimersByTimeAsync(0);
  return { workbench, told };
}

it('over few firm-years the engine is filled as soon as the board is there', async () => {
  const { told } = await over(49_999);
  expect(told.isFilling).toBe(true);
});

it('over many it is filled once the board has not been asked anything for a second', async () => {
  const { workbench, told } = await over(50_000);
  await vi.advanceTimersByTimeAsync(900);
  await workbench.tryWeight('a', 5, 'drag');
  await vi.advanceTimersByTimeAsync(900);
  await workbench.tryWeight('a', 6, 'drag');
  await vi.advanceTimersByTimeAsync(1000);
  expect(told.isFilling).toBe(false);
  await vi.advanceTimersByTimeAsync(1100);
  expect(told.isFilling).toBe(true);
});

it('a question of the engine is not kept waiting for that', async () => {
  const { told } = await over(50_000);
  expect(told.isFilling).toBe(false);
  told.hurry();
  await vi.advanceTimersByTimeAsync(0);
  expect(told.isFilling).toBe(true);
});
