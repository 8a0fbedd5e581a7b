// @vitest-environment jsdom
import { flushSync } from 'svelte';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { localeOf } from '../../../src/i18n';
import { loadWords } from '../../fixtures/words';
import { percentWords, stabilityWords, whyWords } from '../../../src/views/scheme/firmness/words';
import { reachOf, testedOf, whisker, WHISKER } from '../../../src/views/scheme/firmness/whisker';
import { ANSWER } from '../../fixtures/fake-firmness.svelte';
import { fakeRow, FakeWorkbench } from '../../fixtures/fake-workbench.svelte';
import { arrived, button, read, settle, show, standIn } from '../fixture';

beforeAll(async () => {
  standIn();
  await loadWords();
});
let end: (() => Promise<void>) | null = null;
afterEach(async () => {
  await end?.();
  end = null;
});
async function page(answer = false) {
  const workbench = new FakeWorkbench({ view: 'scheme', page: 'firmness' });
  if (answer) workbench.firmness.answer = ANSWER;
  const shown = show(workbench);
  end = shown.end;
  await arrived(() => shown.root.querySelector('.firmness'));
  return { workbench, root: shown.root };
}

describe('the page of firmness', () => {
  it('says what it will do before it has done it, and runs at a press', async () => {
    const { workbench, root } = await page();
    expect(read(root.querySelector('.firmness'))).toContain('还没有测算这张榜');
    button(root, '开始测算').click();
    expect(workbench.firmness.asked).toEqual(['run']);
  });
  it('answers in order: least certain ranks, the cut, what drives the list, what is missing', async () => {
    const { root } = await page(true);
    expect([...root.querySelectorAll('.found h2')].map(read)).toEqual([
      '哪些名次最不稳',
      '名单在哪里不牢',
      '什么左右名单',
      '缺失留下多大余地',
    ]);
    expect([...root.querySelectorAll('.found h3')].map(read)).toEqual([
      '最不稳的是企业1：榜上第 2 名，区间第 1–3 名',
      '前 1 名：各项权重变动 ±2.1% 以内名单不变',
      '±25% 内可能掉出的有 1 家',
      '±25% 内可能进来的有 1 家',
      '相邻两名里最不牢的是第 1、2 名：±2.1% 就会对调',
      '换做法时，归一方法最能左右名次（总指数 1.00）',
      '去掉“研发强度”牵动最大：名次平均移动 0.7 位',
      '1 家的名次因缺失而说不准',
    ]);
  });
  it('shows the seed, the draws and n, and the same numbers as a table', async () => {
    const { root } = await page(true);
    const figure = root.querySelector('figure')!;
    expect(read(figure)).toContain('1,000 组权重（各项 ±25%），种子 7，3 家');
    button(figure, '表格').click();
    flushSync();
    expect([...figure.querySelectorAll('tbody td')].map(read)).toEqual(['2', '1–3', '2', '1–3', '1–3', '1–3', '30.0%', '60.0%', '0.4']);
  });
  it('lists the ways that were run and those that were refused, with the reason', async () => {
    const { root } = await page(true);
    const runs = read(root.querySelector('details'));
    expect(runs).toContain('极差 × 算术 × 不处理');
    expect(runs).toContain('z 分数 × 几何（一级指标之间） × 不处理（有负值，不能取几何平均）');
  });
  it('says when the settings have moved on', async () => {
    const { workbench, root } = await page(true);
    expect(read(root)).not.toContain('设定已改');
    workbench.firmness.set({ seed: 8 });
    flushSync();
    expect(read(root)).toContain('设定已改，下面仍是上次的结果');
  });
  it('gives no range, but the reason, where the scores are no weighted sum', async () => {
    const { workbench, root } = await page();
    workbench.firmness.answer = { ...ANSWER, refused: 'not_additive' };
    flushSync();
    expect(read(root.querySelector('.notice'))).toContain('得分不是各指标得分的加权和');
    expect(root.querySelector('.found')).toBeNull();
    expect(testedOf(workbench.firmness.answer, workbench.firmness, localeOf('zh'))).toBeNull();
  });
  it('shows progress and a way out', async () => {
    const { workbench, root } = await page();
    workbench.firmness.progress = { doing: 'drawing', done: 250, of: 1000 };
    flushSync();
    expect(read(root.querySelector('.progress'))).toContain('抽权重、排名次 25% 250 / 1,000');
    button(root.querySelector('.progress')!, '取消').click();
    expect(workbench.firmness.asked).toEqual(['cancel']);
  });
  it('opens a firm of the list on the board', async () => {
    const { workbench, root } = await page(true);
    button(root.querySelector('.why')!, '企业1').click();
    expect(workbench.spec).toMatchObject({ view: 'boards', firm: 'F1' });
  });
  it('leads back to what the scheme is', async () => {
    const { workbench, root } = await page();
    [...root.querySelectorAll<HTMLElement>('[role=tab]')].find((one) => read(one) === '阅读')!.click();
    await settle();
    expect(workbench.spec.page).toBe('read');
    expect(root.querySelector('.firmness')).toBeNull();
  });
});

describe('the whisker on the board', () => {
  it('stands there only for a tested board', async () => {
    const workbench = new FakeWorkbench();
    const shown = show(workbench);
    end = shown.end;
    await settle();
    const heads = () => [...shown.root.querySelectorAll('[role=columnheader]')].map(read);
    expect(heads().some((head) => head.startsWith('名次区间'))).toBe(false);
    const { row } = fakeRow(0, 142, []);
    workbench.firmness.answer = { ...ANSWER, ranges: { ...ANSWER.ranges, rows: Int32Array.of(row, -1, -2), high: Int32Array.of(4, 3, 3) } };
    flushSync();
    await arrived(() => shown.root.querySelector('.span'));
    expect(heads().find((head) => head.startsWith('名次区间'))).toContain('权重 各项 ±25%');
    const marks = [...shown.root.querySelectorAll('.span')];
    expect(marks.map((mark) => mark.getAttribute('aria-label'))).toEqual([
      '第 1 名；1,000 组权重下 5–95 % 落在第 1–4 名（所测假设下的范围，刻度取对数）',
    ]);
  });
  it('draws the own rank in the middle, better ones to the left, and nothing beyond its scale', () => {
    const middle = WHISKER.width / 2;
    expect(whisker(5, { low: 5, middle: 5, high: 5 }, 9).range).toBe(`M${middle} 11H${middle}`);
    const ends = /^M([\d.]+) 11H([\d.]+)$/.exec(whisker(5, { low: 2, middle: 5, high: 14 }, 9).range)!;
    expect(Number(ends[1])).toBeLessThan(middle);
    expect(Number(ends[2])).toBe(middle + middle - 5);
  });
  it('scales by the furthest end of any range', () => {
    expect(reachOf(ANSWER.ranges)).toBe(1);
    expect(reachOf({ ...ANSWER.ranges, high: Int32Array.of(2, 9, 3) })).toBe(7);
    expect(testedOf(null, { rangeOf: () => null }, localeOf('zh'))).toBeNull();
  });
});

describe('the drawer', () => {
  const FIRM = fakeRow(2, 142, []);
  async function drawer(tested: boolean) {
    const workbench = new FakeWorkbench({ firm: FIRM.firm });
    const pair = ANSWER.pairs[0]!;
    workbench.firmness.stands = {
      of: ANSWER.of,
      row: FIRM.row,
      rank: FIRM.rank!,
      ranked: 142,
      above: pair,
      below: { ...pair, stability: { is: 'exact', delta: 1 } },
      share: 0.25,
      bound: { best: 1, worst: 9 },
      missing: { gaps: 1, low: 70, high: 80.5, best: 2, worst: 6 },
    };
    if (tested) workbench.firmness.answer = { ...ANSWER, ranges: { ...ANSWER.ranges, rows: Int32Array.of(FIRM.row, -1, -2) } };
    const shown = show(workbench);
    end = shown.end;
    await arrived(() => [...shown.root.querySelectorAll('aside h3')].find((one) => read(one) === '名次有多稳') ?? null);
    await arrived(() => shown.root.querySelector('aside section p.soft') ?? (tested ? null : shown.root.querySelector('aside')));
    await settle();
    const found = [...shown.root.querySelectorAll<HTMLElement>('aside section')].find(
      (one) => read(one.querySelector('h3')) === '名次有多稳',
    )!;
    return { workbench, said: [...found.querySelectorAll('p')].map(read), found };
  }
  it('says the range, what would have to change to pass the neighbours, the bounds, and what missing data leave open', async () => {
    expect((await drawer(true)).said).toEqual([
      '所测假设下的范围：第 1–2 名（1,000 组权重（各项 ±25%），种子 7，3 家）。',
      '上一位企业0（第 1 名）：±2.1% 以内超不过它。',
      '下一位企业1（第 2 名）处处不高，怎样改权重都赶不上。',
      '各项权重在 ±25% 内任意改，名次最好不过第 1，最差不过第 9（界限，不一定达得到）。',
      '缺 1 项：得分在 70.0–80.5 之间，名次在第 2–6 之间。',
    ]);
  });
  it('offers the test where the board has not been tested', async () => {
    const { workbench, found } = await drawer(false);
    button(found, '测算名次范围').click();
    expect(workbench.firmness.asked).toContain('run');
  });
});

describe('words', () => {
  const zh = localeOf('zh');
  it.each([
    [0, '0%'],
    [0.25, '25%'],
    [0.29, '29%'],
    // Down, not up: 2.06 % is not safe up to 2.1 %.
    [0.0206, '2.0%'],
    [0.0099, '0.99%'],
    [0.999, '99%'],
    [0.00003, '<0.01%'],
    [1, '100%'],
  ])('a share of %s reads %s', (share, words) => {
    expect(percentWords(share, zh)).toBe(words);
  });
  it.each([
    [{ is: 'exact', delta: 0 } as const, '并列'],
    [{ is: 'exact', delta: 1 } as const, '任何权重'],
    [{ is: 'exact', delta: 0.05 } as const, '±5.0%'],
    [{ is: 'bound', delta: 0.05, because: 'stage' } as const, '至少 ±5.0%'],
    // A bound of 0 is no tie.
    [{ is: 'bound', delta: 0, because: 'stage' } as const, '说不准'],
    [{ is: 'identical' } as const, '各项相同'],
  ])('%j reads %s', (stability, words) => {
    expect(stabilityWords(stability, zh)).toBe(words);
  });
  it('the reason names the crowd and the weight the rank hangs on', () => {
    expect(whyWords(ANSWER.least[0]!, zh)).toBe('1 分之内另有 2 家；“研发强度”权重越大名次越好（相关 0.82）');
  });
});
