// @vitest-environment jsdom
import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { firstWords } from '../../src/i18n';
import type { BoardSlice } from '../../scoring/board/format';
import { FakeWorkbench } from '../fixtures/fake-workbench.svelte';
import { arrived, button, openPopover, press, read, settle, show, standIn } from './fixture';

let workbench: FakeWorkbench;
let root: HTMLElement;
let end: () => Promise<void>;
function start(...given: ConstructorParameters<typeof FakeWorkbench>): void {
  workbench = new FakeWorkbench(...given);
  ({ root, end } = show(workbench));
}
const grid = (): HTMLElement => root.querySelector<HTMLElement>('[role=grid]')!;
const rows = (): HTMLElement[] => [...grid().querySelectorAll<HTMLElement>('[role=row]')].slice(1);
const cell = (row: number, column: number): string => read(rows()[row]!.querySelectorAll('[role=gridcell]')[column]);
const heads = (): HTMLElement[] => [...grid().querySelectorAll<HTMLElement>('[role=columnheader]')];
const called = (name: string): unknown[][] => workbench.calls.filter(([one]) => one === name);

await firstWords('en');
beforeEach(standIn);
afterEach(() => end());

describe('the board', () => {
  it('says what a number of firms it ranks, and why the others are out', () => {
    start();
    expect(read(root.querySelector('h1'))).toBe('2024 年度创新积分榜');
    const lead = read(root.querySelector('.lead'));
    for (const part of [
      '142 家参评',
      '3 家因一票否决不列名次',
      '3 家数据不足',
      '3 家未达准入',
      '17 家有条件未能核查',
      '成都式 4×20 2024.1',
      '示例权重',
      '1-2-2-4',
    ]) {
      expect(lead).toContain(part);
    }
  });
  it('says all of it in English', () => {
    start({ language: 'en' });
    expect(read(root.querySelector('h1'))).toBe('Innovation board 2024');
    expect(read(root.querySelector('.lead'))).toContain('142 firms ranked');
    expect(document.documentElement.lang).toBe('en');
  });
  it('lists the best first and marks a tie with =', () => {
    start();
    expect([0, 3, 4, 5].map((row) => cell(row, 0))).toEqual(['1', '4=', '4=', '6']);
  });
  it('shows a rise, a fall and a newcomer by shape and in words, with the cause', () => {
    start();
    expect(cell(0, 1)).toBe('▲ 1 上升 1 名');
    expect(cell(1, 1)).toBe('▼ 1 下降 1 名');
    expect(cell(3, 1)).toBe('新进 新进：上年没有该企业的数据');
    expect(cell(5, 1)).toBe('– 没有升降：没有载入上一年');
  });
  it('writes a score with one decimal, two on hover', () => {
    start();
    const score = rows()[0]!.querySelector('.score')!;
    expect([read(score), score.getAttribute('title')]).toEqual(['82.0', '82.00']);
  });
  it('writes tied scores alike, with as many decimals as set them apart from those on either side', () => {
    start({}, { ranked: 1750, unranked: 0 });
    const scores = rows().map((row) => read(row.querySelector('.score')));
    expect([scores[3], scores[13], scores[23]]).toEqual([scores[4], scores[14], scores[24]]);
    expect(scores.some((score) => /\.\d\d/.test(score))).toBe(true);
  });
  it('draws what a missing value cost apart from what was earned', () => {
    start();
    const image = (row: number): string => rows()[row]!.querySelector<HTMLElement>('.stack')!.style.backgroundImage;
    expect(image(2)).toContain('repeating-linear-gradient');
    expect(image(0)).not.toContain('repeating-linear-gradient');
    expect(rows()[2]!.querySelector('.stack')!.getAttribute('aria-label')).toContain('因缺失失 5.0');
  });
  it('gives an unranked firm a dash and the reason, never a rank', () => {
    start({}, { ranked: 2, unranked: 3 });
    expect(cell(2, 0)).toBe('—触发一票否决，得分保留备查，不列名次');
    expect(cell(2, 2)).toContain('一票否决');
    expect(cell(4, 3)).toBe('—');
  });
  it('tells readers how many rows there are, head included, and numbers them', () => {
    start();
    expect(grid().getAttribute('aria-rowcount')).toBe('152');
    expect(rows()[0]!.getAttribute('aria-rowindex')).toBe('2');
  });
  it('keeps a million firms out of the page', () => {
    start({}, { ranked: 1_000_000, unranked: 0 });
    expect(rows().length).toBeLessThan(60);
    expect(grid().getAttribute('aria-rowcount')).toBe('1000001');
  });
  it('names last year’s firms that are gone, by cause of this year', async () => {
    start();
    await arrived(() => root.querySelector('summary'));
    expect(read(root.querySelector('summary'))).toBe(
      '2023 年在榜、今年退出 8 家 本年没有该企业的数据 5 家本年被一票否决 2 家换了分组 1 家',
    );
    expect(root.querySelector('details ul')).toBeNull();
    const details = root.querySelector('details')!;
    details.open = true;
    details.dispatchEvent(new Event('toggle'));
    flushSync();
    expect(read(root.querySelector('details ul'))).toContain('另有 6 家未列出');
  });
  it('says how many of how many a filter leaves, and that ranks stay', () => {
    start({ search: '芯' });
    expect(read(root.querySelector('.shown'))).toBe('显示 12 家，共 151 家；名次不变');
  });
});

describe('columns', () => {
  it('head a field with its name and the unit chosen for the whole column', () => {
    start({ fields: ['revenue', 'industry'] });
    expect(heads().map((head) => read(head.querySelector('.head')))).toEqual([
      '名次↑',
      '升降 较 2023',
      '企业',
      '得分 满分 100',
      '构成',
      '走势2020–2024',
      '总名次全部企业',
      '覆盖',
      '营业收入 万元',
      '产业',
    ]);
    // 3 × 1,234,567 元 in 万元.
    expect(cell(0, 8)).toBe('370');
    expect(cell(0, 9)).toBe('集成电路');
  });
  it('show a missing value as a dash with a title, never as 0', () => {
    start({ fields: ['revenue'] });
    expect(cell(5, 8)).toBe('—');
    expect(rows()[5]!.querySelectorAll('[role=gridcell]')[8]!.querySelector('[title]')!.getAttribute('title')).toBe('没有数值');
  });
  it('go when hidden', () => {
    start({ hidden: ['change', 'history', 'overall'] });
    expect(heads().map((head) => read(head))).toEqual(['名次↑', '企业', '得分 满分 100', '构成', '覆盖']);
  });
  it('are rank, firm and score on a phone', () => {
    window.innerWidth = 390;
    start();
    expect(heads()).toHaveLength(3);
  });
  it('sort by a click on the head: figures downwards first, then the other way', () => {
    start();
    expect(heads()[0]!.getAttribute('aria-sort')).toBe('ascending');
    button(heads()[3]!, '得分 满分 100').click();
    flushSync();
    expect(workbench.spec.sort).toEqual({ key: 'score', down: true });
    expect(heads()[3]!.getAttribute('aria-sort')).toBe('descending');
    heads()[3]!.querySelector('button')!.click();
    expect(workbench.spec.sort).toEqual({ key: 'score', down: false });
  });
  it('ask for a profile only when it is opened, and only once the engine is ready', async () => {
    start({ fields: ['revenue'] });
    workbench.engine = 'booting';
    flushSync();
    expect(called('profile')).toHaveLength(0);
    const card = await openPopover(root, '营业收入 的分布');
    expect(read(card)).toContain('引擎启动中');
    expect(called('profile')).toHaveLength(0);
    workbench.engine = 'ready';
    await vi.waitFor(() => expect(called('profile')).toHaveLength(1));
    await settle();
    expect(called('profile')).toEqual([['profile', 'revenue']]);
    expect(read(card)).toContain('5,842 家中 241 家缺失（4%）');
  });
});

describe('the keyboard in the grid', () => {
  const standsOn = (): [number, number] => {
    const [row, column] = grid().getAttribute('aria-activedescendant')!.split('-').slice(-2);
    return [Number(row), Number(column)];
  };
  it('moves by rows and columns, to the ends, and stays inside', () => {
    start();
    press(grid(), 'ArrowUp');
    expect(standsOn()).toEqual([0, 0]);
    press(grid(), 'ArrowDown');
    press(grid(), 'End');
    expect(standsOn()).toEqual([1, 7]);
    press(grid(), 'End', { ctrlKey: true });
    expect(standsOn()).toEqual([150, 7]);
    press(grid(), 'Home', { ctrlKey: true });
    press(grid(), 'Home');
    expect(standsOn()).toEqual([0, 0]);
  });
  it('points at a cell that is there', () => {
    start();
    press(grid(), 'ArrowRight');
    expect(document.getElementById(grid().getAttribute('aria-activedescendant')!)?.getAttribute('role')).toBe('gridcell');
  });
  it('opens the firm with Enter and says the cause where it stands', () => {
    start();
    press(grid(), 'ArrowDown');
    press(grid(), 'ArrowDown');
    press(grid(), 'ArrowDown');
    expect(read(root.querySelector('footer > [role=status]'))).toBe('新进：上年没有该企业的数据');
    press(grid(), 'Enter');
    expect(workbench.spec.firm).toBe(workbench.slice().rows[3]!.firm);
  });
  it('leaves keys alone while an input method composes', () => {
    start();
    press(grid(), 'ArrowDown', { isComposing: true });
    expect(standsOn()).toEqual([0, 0]);
  });
});

describe('segments', () => {
  it('are counted, and small ones marked', () => {
    start({ segment: { industry: '集成电路' } });
    const tree = root.querySelector('nav[aria-label="分组"]')!;
    expect(read(tree)).toContain('集成电路 412');
    const small = [...tree.querySelectorAll('button')].find((one) => read(one).includes('小巨人'))!;
    expect(read(small)).toBe('小巨人· 样本少 4');
    expect(small.title).toBe('不足 5 家，名次仅供参考');
  });
  it('name the known none', () => {
    start({ segment: { industry: '集成电路', type: '' } });
    expect(read(root.querySelector('h1'))).toBe('2024 年度创新积分榜 · 集成电路 · 无称号');
  });
  it('are picked in the tree', () => {
    start({ segment: { industry: '集成电路' } });
    [...root.querySelectorAll<HTMLButtonElement>('.deep')].find((one) => read(one).startsWith('专精特新'))!.click();
    expect(workbench.spec.segment).toEqual({ industry: '集成电路', type: '专精特新' });
  });
  it('can be cut another way', () => {
    start();
    button(root.querySelector('nav[aria-label="分组"]')!, '区（市）县').click();
    expect(workbench.spec.tree).toEqual(['district', 'type']);
  });
  it('cross by a chip and go with it', async () => {
    start({ segment: { industry: '集成电路' } });
    const box = await openPopover(root, '筛选');
    button(box, '区（市）县').click();
    await vi.waitFor(() => expect(called('segments')).toHaveLength(1));
    await settle();
    expect(called('segments')).toEqual([['segments', 'district', { industry: '集成电路' }]]);
    [...box.querySelectorAll('button')].find((one) => read(one).startsWith('双流区'))!.click();
    expect(workbench.spec.segment).toEqual({ industry: '集成电路', district: '双流区' });
    flushSync();
    button(root, '去掉 产业 集成电路').click();
    expect(workbench.spec.segment).toEqual({ district: '双流区' });
  });
});

describe('a draft', () => {
  it('is named, called no official result, and can be ended', async () => {
    start({ draft: { name: '提高研发权重', weights: { C01: 30 }, points: { 'C01/0': 18 } } });
    await arrived(() => root.querySelector('.notice.draft'));
    const banner = root.querySelector('.notice.draft')!;
    expect(read(banner)).toContain('草稿“提高研发权重” 试算，不是正式结果 · 改了 2 处');
    button(banner, '放弃草稿，回到方案').click();
    expect(called('endDraft')).toHaveLength(1);
  });
  async function startTrying(): Promise<void> {
    start();
    button(root, '试调权重').click();
    await arrived(() => root.querySelector('input[type=range]'));
  }
  it('is made by a slider while dragging and once more on letting go', async () => {
    await startTrying();
    const slider = root.querySelector<HTMLInputElement>('input[type=range]')!;
    slider.value = '25';
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    slider.dispatchEvent(new Event('change', { bubbles: true }));
    expect(called('tryWeight')).toEqual([
      ['tryWeight', 'C01', 25, 'drag'],
      ['tryWeight', 'C01', 25, 'step'],
    ]);
    flushSync();
    expect(read(root.querySelector('.sum'))).toBe('权重合计 105，方案满分 100');
  });
  it('slides its rows to their new places once the drag has ended, not on the way', async () => {
    await startTrying();
    const moved: number[] = [];
    HTMLElement.prototype.animate = function (this: HTMLElement) {
      moved.push(Number(this.dataset['at']));
      return {} as Animation;
    };
    window.matchMedia = (query) => Object.assign(new EventTarget(), { matches: query.includes('no-preference') }) as MediaQueryList;
    const swapped = (): BoardSlice => {
      const slice = workbench.slice();
      return { ...slice, rows: [slice.rows[1]!, slice.rows[0]!, ...slice.rows.slice(2)] };
    };
    const slider = root.querySelector<HTMLInputElement>('input[type=range]')!;
    slider.value = '25';
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    workbench.board = { status: 'ready', value: swapped() };
    flushSync();
    expect([cell(0, 2).slice(0, 5), moved]).toEqual([swapped().rows[0]!.name.slice(0, 5), []]);
    slider.dispatchEvent(new Event('change', { bubbles: true }));
    workbench.board = { status: 'ready', value: swapped() };
    flushSync();
    expect(moved).toEqual([0, 1]);
  });
  it('slides nothing where motion is unwelcome', async () => {
    await startTrying();
    const animate = vi.fn();
    HTMLElement.prototype.animate = animate;
    const slice = workbench.slice();
    workbench.board = { status: 'ready', value: { ...slice, rows: [slice.rows[1]!, slice.rows[0]!, ...slice.rows.slice(2)] } };
    flushSync();
    expect(animate).not.toHaveBeenCalled();
  });
  it('refuses a weight that is no number', async () => {
    await startTrying();
    const field = root.querySelector<HTMLInputElement>('.control input[type=number]')!;
    field.value = '-4';
    field.dispatchEvent(new Event('change', { bubbles: true }));
    flushSync();
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(called('tryWeight')).toHaveLength(0);
  });
});

describe('without a board', () => {
  it('an empty page says what will be here and offers the sample', () => {
    workbench = new FakeWorkbench();
    workbench.board = { status: 'idle' };
    workbench.data = null;
    ({ root, end } = show(workbench));
    expect(read(root.querySelector('.empty'))).toContain('还没有数据');
    button(root, '打开示例').click();
    expect(called('openSample')).toHaveLength(1);
  });
  it('data that are in but not scored yet are not “no data”: it says it computes', () => {
    workbench = new FakeWorkbench();
    workbench.board = { status: 'idle' };
    ({ root, end } = show(workbench));
    expect(root.querySelector('.empty')).toBeNull();
    expect(read(root.querySelector('.board [role=status]'))).toContain('正在计算');
  });
  it('a failure keeps the last board and says so', () => {
    start();
    workbench.board = { status: 'failed', error: new Error('x'), last: workbench.slice() };
    flushSync();
    expect(read(root.querySelector('[role=alert]'))).toContain('屏幕上保留的是上一次的结果');
    expect(cell(0, 0)).toBe('1');
  });
  it('a busy one keeps the last board and says it computes', () => {
    start();
    workbench.board = { status: 'busy', last: workbench.slice() };
    flushSync();
    expect(read(root.querySelector('.busy'))).toBe('正在计算…');
    expect(cell(0, 0)).toBe('1');
  });
});
