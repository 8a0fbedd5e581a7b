// @vitest-environment jsdom
import { flushSync } from 'svelte';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { scorePanel } from '../../../scoring/board/score-panel';
import type { Panel } from '../../../scoring/panel';
import { checkScheme } from '../../../scoring/scheme/check';
import type { Scheme } from '../../../scoring/scheme/format';
import { localeOf } from '../../../src/i18n';
import { loadWords } from '../../fixtures/words';
import { furthest, methodRemarks, sharesBy, tenths, tenthsWithin } from '../../../src/views/scheme/consistency/words';
import { consistencyOf } from '../../../scoring/consistency/consistency';
import { fakeConsistency } from '../../fixtures/fake-consistency';
import { FakeWorkbench } from '../../fixtures/fake-workbench.svelte';
import { panelOf } from '../../scoring/panel-of';
import { button, press, read, settle, show, standIn } from '../fixture';

const naming = {
  schemeHash: '',
  nameOf: (field: string) => ({ zh: field, en: field }),
  format: (_: string, value: number | string) => String(value),
};
const named = (id: string) => ({ id, name: { zh: id, en: id } });
const linear = (id: string, formula: string, group: string) => ({
  ...named(id),
  formula,
  group,
  of: 10,
  rule: { is: 'linear', from: 0, to: 10 },
});
const scheme: Scheme = checkScheme(
  {
    format: 1,
    id: 'test',
    version: '1',
    name: { zh: '测试', en: 'Test' },
    provenance: 'illustrative',
    groups: [named('g'), named('h')],
    indicators: [
      linear('a', 'x_a', 'g'),
      linear('twin', 'x_b', 'g'),
      linear('against', 'x_c', 'g'),
      linear('d', 'revenue', 'h'),
      linear('e', 'x_e', 'h'),
    ],
  },
  () => 'number',
  () => null,
).scheme!;
/** Eleven firms, of which the last has no second figure: ten are enough for flags. */
const one = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const panel = panelOf({
  x_a: one,
  x_b: one.map((value) => (value === 10 ? null : value / 2)),
  x_c: one.map((value) => 10 - value),
  revenue: [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5],
  x_e: [2, 7, 1, 8, 2, 8, 1, 8, 2, 8, 4],
});

beforeAll(async () => {
  standIn();
  await loadWords();
  await import('../../../src/views/scheme/View.svelte');
  await import('../../../src/views/scheme/consistency/Consistency.svelte');
});
let end: (() => Promise<void>) | null = null;
afterEach(async () => {
  await end?.();
  end = null;
});
async function page(given: { panel?: Panel; scheme?: Scheme; language?: 'zh' | 'en' } = {}) {
  const workbench = new FakeWorkbench({ view: 'scheme', page: 'consistency', language: given.language ?? 'zh' });
  workbench.consistency = fakeConsistency(scorePanel(given.panel ?? panel, given.scheme ?? scheme, naming));
  const shown = show(workbench);
  end = shown.end;
  await vi.waitFor(() => {
    flushSync();
    if (workbench.consistency.screening.status !== 'ready') throw new Error('not yet');
  });
  await settle();
  return { workbench, root: shown.root };
}
const section = (root: HTMLElement, id: string): HTMLElement => root.querySelector<HTMLElement>(`#${id}`)!.closest('section')!;

describe('correlations', () => {
  it('the title is the finding, and every flag is named with its n', async () => {
    const { root } = await page();
    const map = section(root, 'consist-map');
    expect(read(map.querySelector('h2'))).toBe('组内近乎重复的指标 1 对，互相抵消的 2 对，与本组几乎无关的 1 项');
    expect([...map.querySelectorAll('li')].map(read)).toContain('近乎重复 a · twin 1.00 g · n = 10');
    expect(read(map)).toContain('界限是惯例，不是定律');
  });
  it('a cell says both indicators, the number and n; arrow keys move', async () => {
    const { root } = await page();
    const cells = [...root.querySelectorAll<HTMLElement>('[role=gridcell] button')];
    // Rows of 1, 2, 3, 4 and 5 cells, the last of each with the group.
    expect(cells).toHaveLength(15);
    expect(cells[1]!.getAttribute('aria-label')).toBe('twin 与 a：1.00 近乎重复，n = 10');
    cells[0]!.focus();
    press(cells[0]!, 'ArrowDown');
    expect(document.activeElement).toBe(cells[2]);
    press(cells[2]!, 'Home');
    expect(document.activeElement).toBe(cells[1]);
    press(cells[1]!, 'ArrowDown');
    expect(document.activeElement).toBe(cells[3]);
    press(cells[3]!, 'End');
    expect(document.activeElement).toBe(cells[5]);
    expect(read(root.querySelector('.read'))).toContain('g合计');
    expect(cells.filter((cell) => cell.tabIndex === 0)).toHaveLength(1);
  });
  it('the same numbers stand in a table', async () => {
    const { root } = await page();
    button(root, '显示为表').click();
    flushSync();
    const rows = [...section(root, 'consist-map').querySelectorAll('tbody tr')].map((row) => [...row.children].map(read));
    expect(rows).toHaveLength(10 + 5);
    expect(rows[0]).toEqual(['a', 'twin', '1.00', '10', '近乎重复']);
  });
  it('another kind is asked for alone', async () => {
    const { root, workbench } = await page();
    const before = workbench.consistency.screening;
    [...root.querySelectorAll<HTMLInputElement>('input[type=radio]')].find(({ value }) => value === 'kendall')!.click();
    await settle();
    expect(workbench.consistency.found).toMatchObject({ status: 'ready', value: { matrix: { kind: 'kendall' } } });
    expect(workbench.consistency.screening).toBe(before);
  });
});

it('nine firms raise no flag, and the title does not say that all is well', async () => {
  const nine = (cells: readonly number[]): number[] => cells.slice(0, 9);
  const few = panelOf({
    x_a: nine(one),
    x_b: nine(one),
    x_c: nine(one),
    revenue: nine([3, 1, 4, 1, 5, 9, 2, 6, 5]),
    x_e: nine([2, 7, 1, 8, 2, 8, 1, 8, 2]),
  });
  const { root } = await page({ panel: few });
  expect(read(section(root, 'consist-map').querySelector('h2'))).toBe('组内没有一对指标有 10 家以上可比的企业，不作判断');
});
it('groups of one indicator have nothing to compare within, and that is the title', async () => {
  const single = { ...scheme, indicators: [scheme.indicators[0]!, scheme.indicators[3]!] };
  const { root } = await page({ scheme: single });
  expect(read(section(root, 'consist-map').querySelector('h2'))).toBe('每个一级指标只有一个计权指标，组内无从比较');
});
it('where ties swell the top of a list, the title counts who keeps a rank instead', async () => {
  // One firm above 49 equal ones: fifty firms stand within rank 20 of both lists.
  const fifty = (first: number): number[] => Array.from({ length: 50 }, (_, at) => (at === 0 ? first : 1));
  const tied = panelOf({ x_a: fifty(9), x_b: fifty(1), x_c: fifty(1), revenue: fifty(1), x_e: fifty(1) });
  const { root } = await page({ panel: tied });
  const titles = [...root.querySelectorAll('figcaption h3')].map(read);
  expect(titles.slice(-2)).toEqual(['换成 TOPSIS：50 家中 50 家名次不变', '换成 Copeland：50 家中 50 家名次不变']);
});

it('says that a points scheme is formative and a low α no fault', async () => {
  const { root } = await page();
  expect(read(section(root, 'consist-groups'))).toContain('积分方案是形成型的');
  expect(read(section(root, 'consist-groups'))).toContain('α 低不是方案的过错');
});

describe('weights of the data', () => {
  it('are marked as never the official score, and no control applies them', async () => {
    const { root, workbench } = await page();
    const weights = section(root, 'consist-weights');
    expect(read(weights.querySelector('mark'))).toBe('审计视图，不是正式得分');
    expect([...weights.querySelectorAll('button')].map(read)).toEqual(['表格']);
    expect(workbench.calls).toEqual([]);
  });
  it('show official ones beside the others, local and of all', async () => {
    const { root } = await page();
    button(section(root, 'consist-weights'), '表格').click();
    flushSync();
    const row = [...section(root, 'consist-weights').querySelectorAll('tbody tr')][0]!;
    expect([...row.children].slice(0, 4).map(read)).toEqual(['a', '33.4%', '20.0%', '20.0%']);
  });
  it('say why balancing has no answer', async () => {
    const { root } = await page();
    expect(read(section(root, 'consist-weights'))).toContain('平衡（按官方比例）：没有结果，指标之间完全相关，解不唯一（n = 10）');
  });
});

describe('judgments in pairs', () => {
  it('give weights with their consistency, and say when they are of before', async () => {
    const { root } = await page();
    const ahp = section(root, 'consist-ahp');
    const select = ahp.querySelector('select')!;
    select.dispatchEvent(new Event('focus'));
    select.value = '3';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    flushSync();
    button(ahp, '算权重').click();
    await settle();
    expect([...ahp.querySelectorAll('tbody tr')].map((row) => [...row.children].map(read))).toEqual([
      ['g', '60.0%', '75.0%'],
      ['h', '40.0%', '25.0%'],
    ]);
    expect(read(ahp.querySelector('[role=status]'))).toContain('CR = 0.000');
    expect(read(ahp)).not.toContain('权重是改动前的');
    select.value = '1/9';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    flushSync();
    expect(read(ahp)).toContain('权重是改动前的');
  });
});

it('a firm that moves opens on the board', async () => {
  const { root, workbench } = await page();
  const link = root.querySelector<HTMLButtonElement>('[aria-label^="Copeland"] button.link')!;
  link.click();
  expect(workbench.calls.at(-1)).toEqual(['change', { view: 'boards', firm: link.textContent }, 'step']);
});

it('nobody ranked is said, and no number stands there', async () => {
  const none = panelOf({ x_a: [], x_b: [], x_c: [], revenue: [], x_e: [] });
  const { root } = await page({ panel: none });
  expect(read(root)).toContain('这个分组在这一年没有列入名次的企业。');
  expect(root.querySelector('#consist-map')).toBeNull();
});

it('two firms: reasons instead of numbers', async () => {
  const few = panelOf({ x_a: [1, 2], x_b: [1, 3], x_c: [2, 1], revenue: [3, 4], x_e: [1, 2] });
  const { root } = await page({ panel: few });
  expect(read(section(root, 'consist-groups'))).toContain('没有一组能算出 α');
  expect(read(root)).toContain('可比企业少于三家');
  expect(read(root)).not.toMatch(/NaN|undefined|null|Infinity/);
});

it('has no Chinese left in English but names of the data', async () => {
  const { root } = await page({ language: 'en' });
  const words = root.querySelector('[role=tabpanel]')!;
  expect(words.textContent.replaceAll('测试', '').match(/\p{Script=Han}+/gu)).toBeNull();
});

describe('words', () => {
  it.each([
    [
      [1 / 3, 1 / 3, 1 / 3],
      [0.334, 0.333, 0.333],
    ],
    [
      [0.5, 0.5],
      [0.5, 0.5],
    ],
    [
      [0.1005, 0.8995],
      [0.101, 0.899],
    ],
    [[0.5], [0.5]],
    [[], []],
  ])('tenths of %j sum to what they sum to: %j', (shares, wanted) => {
    expect(tenths(shares)).toEqual(wanted);
  });
  it('and so within each group', () => {
    expect(tenthsWithin([1 / 3, 0.5, 1 / 3, 0.5, 1 / 3], [0, 1, 0, 1, 0])).toEqual([0.334, 0.5, 0.333, 0.5, 0.333]);
  });
  const { byIndicator } = consistencyOf(scorePanel(panel, scheme, naming), { year: 2024, segment: {}, kind: 'pearson' });
  it('a refused method has no share anywhere', () => {
    expect(sharesBy(byIndicator, 'balance')).toEqual([null, null, null, null, null]);
  });
  it('the furthest weight is looked for among entropy and CRITIC', () => {
    const shares = (['entropy', 'critic'] as const).flatMap((method) =>
      sharesBy(byIndicator, method).map((share, at) => Math.abs(share! - byIndicator.official[at]!)),
    );
    const found = furthest(byIndicator)!;
    expect(Math.abs(found.share - byIndicator.official[found.at]!)).toBe(Math.max(...shares));
  });
  it('an unreachable target names who would have to be negative', () => {
    const remarks = methodRemarks(
      { ...byIndicator, balance: { reason: 'not_reachable', negative: [1], n: 10 } },
      localeOf('zh'),
      (at) => ['a', 'b'][at]!,
    );
    expect(remarks[2]).toContain('须为负的是 b（n = 10）');
  });
});
