import { flushSync, mount, unmount, type ComponentProps } from 'svelte';
import ChartStand from '../../fixtures/ChartStand.svelte';
import { button } from '../fixture';

type Given = ComponentProps<typeof ChartStand>;

/** A chart on a page of its own; `told` is what it told the canvas. */
export function stand(given: Omit<Given, 'told'>) {
  const told: NonNullable<Given['told']> = { specs: [], brushes: [], firms: [] };
  const root = document.createElement('div');
  document.body.append(root);
  const app = mount(ChartStand, { target: root, props: { ...given, told } });
  flushSync();
  return {
    root,
    told,
    end: async () => {
      await unmount(app);
      root.remove();
    },
  };
}

/** Switches a chart to its table. */
export function asTable(root: HTMLElement, word = '表'): void {
  choose(root, word);
}

/** Chooses a mode that is written so. */
export function choose(root: HTMLElement, word: string): void {
  const label = [...root.querySelectorAll('label')].find((one) => one.textContent?.trim() === word);
  if (!label) throw new Error(`no choice ${word}`);
  const input = label.querySelector('input')!;
  input.checked = true;
  input.dispatchEvent(new Event('change', { bubbles: true }));
  flushSync();
}

export { button };

/** The words of every cell of the table with that label, row by row. */
export function cells(root: HTMLElement, label: string): string[][] {
  const box = root.querySelector(`[role=region][aria-label="${label}"]`);
  if (!box)
    throw new Error(
      `no table ${label}, there are ${[...root.querySelectorAll('[role=region]')].map((one) => one.getAttribute('aria-label')).join(', ')}`,
    );
  return [...box.querySelectorAll('tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent!.trim()));
}

/** Presses a key on the handle with that label, and lets it go. */
export function press(root: HTMLElement, handle: string, key: string, more: KeyboardEventInit = {}): void {
  const found = root.querySelector<HTMLElement>(`[role=slider][aria-label$="${handle}"]`);
  if (!found) throw new Error(`no handle ${handle}`);
  found.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...more }));
  flushSync();
  found.dispatchEvent(new KeyboardEvent('keyup', { key, bubbles: true, ...more }));
  flushSync();
}

/** A pointer over a picture, in its pixels; jsdom has no layout, so the picture stands at 0, 0. */
export function pointer(on: Element, type: 'down' | 'move' | 'up', x: number, y: number, more: MouseEventInit = {}): void {
  on.dispatchEvent(new MouseEvent(`pointer${type}`, { clientX: x, clientY: y, bubbles: true, cancelable: true, ...more }));
  flushSync();
}
