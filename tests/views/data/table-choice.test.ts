// @vitest-environment jsdom
import { flushSync } from 'svelte';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { loadWords } from '../../fixtures/words';
import type { FoundTable } from '../../../src/model/source';
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

const { header } = FOUND.dialect;
const TABLES: readonly FoundTable[] = [
  { line: 3, header, names: ['代码', '企业', '行业', '收入', '人数'], rows: 4 },
  { line: 10, header: { line: 9, lines: 1, others: 7 }, names: ['园区', '面积'], rows: 2 },
];

async function page(tables: readonly FoundTable[] | undefined) {
  const workbench = new IncomingWorkbench({}, [
    { ...READY, found: { status: 'ready', value: { ...FOUND, ...(tables ? { tables } : {}) } } },
  ]);
  const shown = show(workbench);
  end = shown.end;
  await vi.waitFor(() => {
    if (!shown.root.querySelector('.page')) throw new Error('not yet');
  });
  await settle();
  return { workbench, root: shown.root };
}

it('lists the tables of a file with their first names, place and rows; another one is read by its header', async () => {
  const { workbench, root } = await page(TABLES);
  const items = [...root.querySelectorAll('fieldset li')];
  expect(items.map((item) => item.querySelector('label')!.textContent!.replace(/\s+/g, ' ').trim())).toEqual([
    '代码、企业、行业、收入 等 第 3 行起，看到 4 行',
    '园区、面积 第 10 行起，看到 2 行',
  ]);
  expect(items.map((item) => item.querySelector('input')!.checked)).toEqual([true, false]);
  items[1]!.querySelector('input')!.click();
  flushSync();
  expect(workbench.calls).toContainEqual(['reread', READY.id, { header: TABLES[1]!.header }]);
});

it('only a table that is not read can be taken as a source of its own', async () => {
  const { workbench, root } = await page(TABLES);
  const buttons = [...root.querySelectorAll<HTMLButtonElement>('fieldset li button')];
  expect(buttons.map((button) => button.textContent!.trim())).toEqual(['另取为一个来源']);
  buttons[0]!.click();
  await settle();
  expect(workbench.calls).toContainEqual(['alsoRead', READY.id, { header: TABLES[1]!.header }]);
});

it('is not there for a file of one table', async () => {
  expect((await page(undefined)).root.querySelector('fieldset legend')).toBeNull();
});
