// @vitest-environment jsdom
import { flushSync } from 'svelte';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Segment } from '../../scoring/board/format';
import { scorePanel } from '../../scoring/board/score-panel';
import { makeSheet } from '../../scoring/board/sheet';
import { makeBoard } from '../../scoring/board/slice';
import { segmentCounts, segmentTree } from '../../scoring/board/tree';
import { kindsOf, unitOf } from '../../scoring/dictionary';
import { chooseGroups } from '../../scoring/distribution/choose';
import { checkScheme } from '../../scoring/scheme/check';
import { offeredDimensions } from '../../scoring/segment';
import { firstWords } from '../../src/i18n';
import type { SavedSelection } from '../../src/model/project';
import most from '../../data/schemes/cn-most-2024-18.json';
import type { FakeProject } from '../fixtures/fake-project.svelte';
import { FakeWorkbench } from '../fixtures/fake-workbench.svelte';
import { panelOf } from '../scoring/panel-of';
import { arrived, button, openPopover, read, show, standIn } from './fixture';

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
const made = '2026-01-01T00:00:00Z';
const groups: readonly SavedSelection[] = [
  { id: 'g-1', name: '<b>重点</b> "A"', made, is: 'list', firms: ['F0', 'F1'] },
  {
    id: 'g-2',
    name: '两千万以上',
    made,
    is: 'rule',
    clauses: [{ is: 'ranges', measure: 'field:revenue', ranges: [{ from: 2e7, to: null }], missing: false }],
    segment: {},
  },
];

let end: () => Promise<void>;
function start(language: 'zh' | 'en', segment: Segment, firm: string | null = null): { root: HTMLElement; workbench: FakeWorkbench } {
  chooseGroups(ranked, groups);
  const workbench = new FakeWorkbench({ language, segment, firm, tree: ['chosen'] });
  const ask = { year: 2024, segment, search: '', sort: { key: 'rank', down: false }, offset: 0, count: 60, fields: [] } as const;
  workbench.board = { status: 'ready', value: makeBoard(ranked, ask) };
  workbench.tree = { status: 'ready', value: segmentTree(ranked, ['chosen'], 2024) };
  workbench.data = { ...workbench.data!, dimensions: offeredDimensions(ranked) };
  workbench.segments = async (dimension, within) => segmentCounts(ranked, dimension, 2024, within);
  (workbench.project as FakeProject).state = { ...workbench.project.state, selections: groups };
  if (firm !== null) Object.defineProperty(workbench, 'sheet', { get: () => ({ status: 'ready', value: makeSheet(ranked, 1, segment) }) });
  const shown = show(workbench);
  ({ end } = shown);
  return { root: shown.root, workbench };
}
await firstWords('en');
beforeEach(standIn);
afterEach(() => end());

it.each([
  ['zh', '不在任何自选组', '2024 年度创新积分榜 · 两千万以上', '自选组'],
  ['en', 'In no chosen group', 'Innovation board 2024 · 两千万以上', 'Chosen group'],
] as const)('chosen groups are read by name in %s: tree, chip, title, table', (language, none, title, kind) => {
  const { root } = start(language, { chosen: 'g-2' });
  const names = [...root.querySelectorAll('nav .pick .name')].map((one) => read(one.firstChild as Element));
  expect(names).toEqual(expect.arrayContaining(['两千万以上', '<b>重点</b> "A"']));
  expect(names).not.toContain(none); // Every firm is in one of the two.
  expect(read(root.querySelector('.filters .chip'))).toContain(kind);
  expect(read(root.querySelector('.filters .chip'))).toContain('两千万以上');
  expect(read(root.querySelector('h1'))).toBe(title);
  expect(root.querySelector('[role=grid]')!.getAttribute('aria-label')).toContain('两千万以上');
  expect(root.textContent).not.toMatch(/g-[12]/);
});

it('the filter offers them by name, and picks by id', async () => {
  const { root, workbench } = start('zh', { industry: '软件' });
  const box = await openPopover(root, '筛选');
  button(box, '自选组').click();
  flushSync();
  await arrived(() => box.querySelector('.dimensions ~ ul li button'));
  const picks = [...box.querySelectorAll<HTMLButtonElement>('.dimensions ~ ul li button')];
  expect(picks.map((one) => read(one.firstElementChild))).toEqual(['<b>重点</b> "A"', '两千万以上']);
  picks[0]!.click();
  flushSync();
  expect(workbench.spec.segment).toEqual({ industry: '软件', chosen: 'g-1' });
});

it.each([
  ['zh', '不在此工作区的自选组'],
  ['en', 'a group not in this workspace'],
] as const)('a group that is not here is called so, never by its id, over an empty board (%s)', (language, words) => {
  const { root } = start(language, { chosen: 'c0ffee00-1234' });
  expect(read(root.querySelector('h1'))).toContain(words);
  expect(read(root.querySelector('.filters .chip'))).toContain(words);
  expect(read(root.querySelector('.boards'))).toContain(language === 'zh' ? '这一组没有企业' : 'No firm in this segment');
  expect(root.textContent).not.toContain('c0ffee');
});

it('the drawer names the groups the firm is in', async () => {
  const { root } = start('zh', {}, 'F1');
  await arrived(() => root.querySelector('aside .chips'));
  expect([...root.querySelectorAll('aside .chips .chip')].map(read)).toEqual(['软件', '<b>重点</b> "A"', '两千万以上', '适用阶段 稳定期']);
});
