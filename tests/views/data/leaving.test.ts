// @vitest-environment jsdom
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { loadWords } from '../../fixtures/words';
import type { Leaving } from '../../../src/state/face';
import { fullRoom } from '../../fixtures/fake-incoming.svelte';
import { button, read, settle, show, standIn } from '../fixture';

beforeAll(async () => {
  standIn();
  await loadWords();
  await Promise.all([import('../../../src/views/data/View.svelte'), import('../../../src/views/data/LeavingAsk.svelte')]);
});
let end: (() => Promise<void>) | null = null;
afterEach(async () => {
  await end?.();
  end = null;
});

const LEAVING: Leaving = { internal: [{ source: '税务.csv', fields: ['revenue'] }], leftOut: ['revenue'], holds: 'fields' };

async function pressed(leaving: Leaving | null) {
  const room = fullRoom();
  room.leaving = async () => leaving;
  const taken: string[] = [];
  room.download = async (what) => {
    taken.push(what);
    return { name: what, bytes: new Uint8Array(), type: '' };
  };
  URL.createObjectURL = () => 'blob:one';
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  const shown = show(room);
  end = shown.end;
  await vi.waitFor(() => {
    if (!shown.root.querySelector('.page')) throw new Error('not yet');
  });
  await settle();
  const overview = [...shown.root.querySelectorAll<HTMLElement>('button')].find((one) => read(one) === '数据总览');
  overview?.click();
  await settle();
  button(shown.root.querySelector('[role=group][aria-label="下载"]')!, '面板 panel.parquet').click();
  await settle();
  return { taken, root: shown.root };
}

it('nothing is written before a person was told which fields of internal sources stay behind', async () => {
  const { taken, root } = await pressed(LEAVING);
  const dialog = root.querySelector('dialog')!;
  expect(read(dialog)).toContain('税务.csv');
  expect(read(dialog)).toMatch(/不写入文件的列：.*营业收入/);
  expect(taken).toEqual([]);
  button(dialog, '知道了，继续').click();
  await settle();
  expect(taken).toEqual(['panel.parquet']);
  expect(root.querySelector('dialog')).toBeNull();
});
it('a no writes nothing', async () => {
  const { taken, root } = await pressed(LEAVING);
  button(root.querySelector('dialog')!, '取消').click();
  await settle();
  expect(taken).toEqual([]);
  expect(root.querySelector('dialog')).toBeNull();
});
it('where no internal source has a part nobody is asked', async () => {
  const { taken, root } = await pressed(null);
  expect(root.querySelector('dialog')).toBeNull();
  expect(taken).toEqual(['panel.parquet']);
});
