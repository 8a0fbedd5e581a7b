import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { within } from '../../src/engine/deadline';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('work done in time is what it is, and leaves no timer', async () => {
  expect(await within(Promise.resolve(7), 5000, () => new Error('late'))).toBe(7);
  expect(vi.getTimerCount()).toBe(0);
});

it('work that fails in time fails as it does', async () => {
  await expect(within(Promise.reject(new Error('no')), 5000, () => new Error('late'))).rejects.toThrow('no');
  expect(vi.getTimerCount()).toBe(0);
});

it('is late after five seconds of five, not after four', async () => {
  let said = '';
  within(new Promise(() => undefined), 5000, () => 'late').catch((word: string) => (said = word));
  await vi.advanceTimersByTimeAsync(4900);
  expect(said).toBe('');
  await vi.advanceTimersByTimeAsync(200);
  expect(said).toBe('late');
  expect(vi.getTimerCount()).toBe(0);
});

it('an hour of sleep counts as one tick: the clock jumps, the timer fires once', async () => {
  let said = '';
  within(new Promise(() => undefined), 5000, () => 'late').catch((word: string) => (said = word));
  vi.setSystemTime(Date.now() + 3_600_000);
  await vi.advanceTimersByTimeAsync(1000);
  expect(said).toBe('');
});
