// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Outside } from '../../src/state/workbench.svelte';

let outside: Outside;
beforeEach(async () => {
  const first = { schemes: [], scheme: '' };
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify(first)));
  // Each test with an address bar that nothing was written to yet.
  vi.resetModules();
  const { browserOutside } = await import('../../src/state/outside');
  outside = await browserOutside();
  vi.useFakeTimers();
  history.replaceState(null, '', '#');
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('a drag of two seconds changes the address a few times, at once at first, and ends on its last state', () => {
  const replace = vi.spyOn(history, 'replaceState');
  outside.show('w=C01:0', 'replace');
  expect(location.hash).toBe('#w=C01:0');
  for (let at = 1; at <= 120; at++) {
    vi.advanceTimersByTime(16);
    outside.show(`w=C01:${at}`, 'replace');
  }
  expect(replace.mock.calls.length).toBeLessThanOrEqual(6);
  vi.advanceTimersByTime(400);
  expect(location.hash).toBe('#w=C01:120');
});
it('a step is written at once, and nothing that waited is written over it', () => {
  outside.show('w=C01:1', 'replace');
  outside.show('w=C01:2', 'replace');
  outside.show('year=2023', 'push');
  expect(location.hash).toBe('#year=2023');
  vi.advanceTimersByTime(1000);
  expect(location.hash).toBe('#year=2023');
});
it('an entry gone back to keeps its own address', () => {
  outside.show('w=C01:1', 'replace');
  outside.show('w=C01:2', 'replace');
  window.dispatchEvent(new PopStateEvent('popstate'));
  vi.advanceTimersByTime(1000);
  expect(location.hash).toBe('#w=C01:1');
});
it('an empty fragment leaves no # behind', () => {
  outside.show('year=2023', 'push');
  outside.show('', 'push');
  expect(location.href).not.toContain('#');
});
