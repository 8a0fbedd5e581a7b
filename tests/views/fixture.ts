import { flushSync, mount, unmount } from 'svelte';
import { vi } from 'vitest';
import App from '../../src/App.svelte';
import type { FakeWorkbench } from '../fixtures/fake-workbench.svelte';

/** jsdom knows neither popovers, dialogs nor layout; what the screen needs of them is stood in for here. */
export function standIn(): void {
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function () {
    this.open = false;
    this.dispatchEvent(new Event('close'));
  };
  HTMLElement.prototype.hidePopover = function () {
    this.dispatchEvent(Object.assign(new Event('toggle'), { newState: 'closed' }));
  };
  window.matchMedia = (query) =>
    Object.assign(new EventTarget(), { matches: false, media: query, onchange: null, addListener() {}, removeListener() {} });
  globalThis.ResizeObserver = class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  };
  const select = document.querySelector.bind(document);
  // `:popover-open` is no selector to jsdom.
  document.querySelector = (selector: string) => select(selector.replace(', :popover-open', ''));
  window.innerWidth = 1440;
}

/** The whole screen over a fake workbench; `end` takes it down. */
export function show(workbench: FakeWorkbench): { root: HTMLElement; end: () => Promise<void> } {
  const root = document.createElement('div');
  document.body.append(root);
  const app = mount(App, { target: root, props: { workbench } });
  flushSync();
  return {
    root,
    end: async () => {
      await unmount(app);
      root.remove();
    },
  };
}

/** Opens the popover a button is for, as a browser would. */
export async function openPopover(root: HTMLElement, label: string): Promise<HTMLElement> {
  const box = root.querySelector<HTMLElement>(`.popover[aria-label="${label}"]`);
  if (!box) throw new Error(`no popover ${label}`);
  box.dispatchEvent(Object.assign(new Event('toggle'), { newState: 'open' }));
  await settle();
  return box;
}

/** Lets promises and what follows from them through. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
  await new Promise((done) => setTimeout(done, 0));
  flushSync();
}

/** Waits until a part that is loaded when first needed stands on the page. */
export async function arrived(find: () => Element | null): Promise<void> {
  await vi.waitFor(
    () => {
      flushSync();
      if (!find()) throw new Error('not here yet');
    },
    { timeout: 10_000 },
  );
}

export function press(target: EventTarget, key: string, more: KeyboardEventInit = {}): void {
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
  flushSync();
}

/** The text of an element with its white space folded. */
export function read(element: Element | null | undefined): string {
  return (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** The button whose name or text is this. */
export function button(root: ParentNode, name: string): HTMLButtonElement {
  const found = [...root.querySelectorAll('button')].find((one) => read(one) === name || one.getAttribute('aria-label') === name);
  if (!found) throw new Error(`no button ${name}`);
  return found;
}
