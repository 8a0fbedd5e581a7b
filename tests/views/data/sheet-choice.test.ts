// @vitest-environment jsdom
import { flushSync } from 'svelte';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { loadWords } from '../../fixtures/words';
import type { FoundSheet } from '../../../src/model/source';
import { FOUND, IncomingWorkbench, READY } from '../../fixtures/fake-incoming.svelte';
import { settle, show, standIn } from '../fixture';

beforeAll(async () => {
  standIn();
  await loadWords();
  await import('../../../src/views/data/View.svelte');
});
let end: (() => Promise<void>) | null = null;
afterEach(async () => {
  await end?.();
  end = null;
});

/** The list of sheets on the page of a workbook with these, and what its choice asks for. */
async function choice(sheets: readonly FoundSheet[]) {
  const found = { ...FOUND, dialect: { ...FOUND.dialect, sheet: '企业' }, sheets };
  const workbench = new IncomingWorkbench({}, [{ ...READY, found: { status: 'ready', value: found } }]);
  const shown = show(workbench);
  end = shown.end;
  await vi.waitFor(() => {
    if (!shown.root.querySelector('.page')) throw new Error('not yet');
  });
  await settle();
  const label = [...shown.root.querySelectorAll('label')].find((one) => one.querySelector('span')?.textContent === '工作表');
  return { workbench, list: label?.querySelector('select') ?? null };
}

it('lists the sheets with their rows, and looks at the file again when another is picked', async () => {
  const { workbench, list } = await choice([
    { name: '说明', rows: 3, hidden: false },
    { name: '企业', rows: 1200, hidden: false },
    { name: '底稿', rows: 7, hidden: true },
  ]);
  expect([...list!.options].map((option) => option.textContent)).toEqual(['说明（3 行）', '企业（1,200 行）', '底稿（7 行，隐藏）']);
  expect(list!.value).toBe('企业');
  list!.value = '底稿';
  list!.dispatchEvent(new Event('change', { bubbles: true }));
  flushSync();
  expect(workbench.calls).toContainEqual(['reread', READY.id, { sheet: '底稿' }]);
});

it('is not there where nothing is to be chosen', async () => {
  expect((await choice([{ name: '企业', rows: 1200, hidden: false }])).list).toBeNull();
});
