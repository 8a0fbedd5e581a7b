// @vitest-environment jsdom
import { flushSync } from 'svelte';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Segment } from '../../scoring/board/format';
import { scorePanel } from '../../scoring/board/score-panel';
import { makeSheet } from '../../scoring/board/sheet';
import { makeBoard } from '../../scoring/board/slice';
import { segmentCounts, segmentTree } from '../../scoring/board/tree';
import { kindsOf, unitOf } from '../../scoring/dictionary';
import { checkScheme } from '../../scoring/scheme/check';
import { offeredDimensions } from '../../scoring/segment';
import { firstWords } from '../../src/i18n';
import most from '../../data/schemes/cn-most-2024-18.json';
import { FakeWorkbench } from '../fixtures/fake-workbench.svelte';
import { panelOf } from '../scoring/panel-of';
import { arrived, button, openPopover, read, settle, show, standIn } from './fixture';

// A scheme with stages of its own: young and small is a start-up, old or large is stable, the rest grows.
const scheme = checkScheme(most, kindsOf(null), unitOf).scheme!;
const panel = panelOf({
  industry: ['软件', '软件', '医药', '软件'],
  revenue: [1e6, 5e8, 3e7, 2e7],
  found_date: [2022, 2000, 2018, 2017].map((year) => Date.UTC(year, 0, 1) / 86_400_000),
});
const ranked = scorePanel(panel, scheme, {
  schemeHash: 'abcdef0123456789',
  nameOf: (field) => ({ zh: field, en: field }),
  format: (_, value) => String(value),
});

let end: () => Promise<void>;
function start(language: 'zh' | 'en', segment: Segment, firm: string | null = null): HTMLElement {
  const workbench = new FakeWorkbench({ language, segment, firm, tree: ['stage'] });
  const ask = { year: 2024, segment, search: '', sort: { key: 'rank', down: false }, offset: 0, count: 60, fields: [] } as const;
  workbench.board = { status: 'ready', value: makeBoard(ranked, ask) };
  workbench.tree = { status: 'ready', value: segmentTree(ranked, ['stage'], 2024) };
  workbench.data = { ...workbench.data!, dimensions: offeredDimensions(ranked) };
  workbench.segments = async (dimension, within) => segmentCounts(ranked, dimension, 2024, within);
  if (firm !== null) Object.defineProperty(workbench, 'sheet', { get: () => ({ status: 'ready', value: makeSheet(ranked, 0, segment) }) });
  const shown = show(workbench);
  ({ end } = shown);
  return shown.root;
}
await firstWords('en');
beforeEach(standIn);
afterEach(() => end());

it.each([
  ['zh', '成长期', ['初创期', '稳定期', '成长期'], '2024 年度创新积分榜 · 成长期'],
  ['en', 'Growth', ['Start-up', 'Stable', 'Growth'], 'Innovation board 2024 · Growth'],
] as const)('stages of a scheme are read by name in %s: tree, chip, title, table', (language, name, names, title) => {
  const root = start(language, { stage: 'growth' });
  expect(
    [...root.querySelectorAll('nav .pick .name')]
      .map((one) => read(one.firstChild as Element))
      .filter((one) => names.includes(one as never)),
  ).toEqual(names);
  expect(read(root.querySelector('.filters .chip'))).toContain(name);
  expect(read(root.querySelector('h1'))).toBe(title);
  expect(root.querySelector('[role=grid]')!.getAttribute('aria-label')).toContain(name);
  expect(root.textContent).not.toMatch(/\bgrowth\b/);
});

it('the list of segments to cross with has the names', async () => {
  const root = start('zh', { industry: '软件' });
  const box = await openPopover(root, '筛选');
  button(box, '成长阶段').click();
  flushSync();
  await arrived(() => box.querySelector('.dimensions ~ ul li button'));
  expect([...box.querySelectorAll('.dimensions ~ ul li button span:first-child')].map(read)).toEqual(['初创期', '稳定期', '成长期']);
});

it('the table on paper has the name in its head', async () => {
  const root = start('zh', { stage: 'startup' });
  await settle();
  await new Promise((done) => setTimeout(done, 50));
  window.dispatchEvent(new Event('beforeprint'));
  await arrived(() => root.querySelector('.paper h1'));
  expect(read(root.querySelector('.paper h1'))).toBe('2024 年度创新积分榜 · 初创期');
});

it('the drawer says the stage once, by name', async () => {
  const root = start('zh', {}, 'F0');
  await arrived(() => root.querySelector('aside .chips'));
  expect([...root.querySelectorAll('aside .chips .chip')].map(read)).toEqual(['软件', '适用阶段 初创期']);
});
