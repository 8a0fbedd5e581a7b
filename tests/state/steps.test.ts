import { expect, it } from 'vitest';
import { Steps } from '../../src/state/steps.svelte';

it('undo goes back one step and redo forward again', () => {
  const steps = new Steps<string>();
  steps.record('a', 'step');
  steps.record('b', 'step');
  expect(steps.undo('c')).toBe('b');
  expect(steps.undo('b')).toBe('a');
  expect(steps.undo('a')).toBeNull();
  expect(steps.redo('a')).toBe('b');
  expect(steps.redo('b')).toBe('c');
  expect(steps.redo('c')).toBeNull();
});

it('a drag is one step, back to where it began', () => {
  const steps = new Steps<number>();
  steps.record(1, 'drag');
  steps.record(2, 'drag');
  steps.record(3, 'step');
  expect(steps.undo(4)).toBe(1);
  expect(steps.canUndo).toBe(false);
});

it('a drag not yet released can be undone', () => {
  const steps = new Steps<number>();
  steps.record(1, 'drag');
  steps.record(2, 'drag');
  expect(steps.undo(3)).toBe(1);
});

it('a new step forgets what was undone', () => {
  const steps = new Steps<string>();
  steps.record('a', 'step');
  steps.undo('b');
  steps.record('a', 'step');
  expect(steps.canRedo).toBe(false);
});

it('only the newest steps are kept', () => {
  const steps = new Steps<number>(2);
  for (const state of [1, 2, 3]) steps.record(state, 'step');
  expect([steps.undo(4), steps.undo(3), steps.undo(2)]).toEqual([3, 2, null]);
});
