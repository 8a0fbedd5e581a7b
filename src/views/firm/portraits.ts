import { mount, unmount } from 'svelte';
import type { WorkbenchFace } from '../../state/face';
import Portraits from './Portraits.svelte';

/** Opens the portraits of some firms by their keys over the page, a sheet each, to be looked at and printed. `contexts` are those of whoever asks (`getAllContexts`). */
export function showPortraits(workbench: WorkbenchFace, firms: readonly string[], contexts: Map<unknown, unknown>): void {
  const onclose = (): void => void unmount(opened);
  const opened = mount(Portraits, { target: document.body, context: contexts, props: { workbench, firms, onclose } });
}
