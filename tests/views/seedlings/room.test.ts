// @vitest-environment jsdom
import { flushSync } from 'svelte';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { SeedlingAnswer } from '../../../scoring/seedlings/format';
import type { SeedlingRoomFace } from '../../../src/state/seedling-face';
import { SeedlingDesk } from '../../../src/state/seedling.svelte';
import type { Spec } from '../../../src/state/spec';
import { FakeWorkbench } from '../../fixtures/fake-workbench.svelte';
import { loadWords } from '../../fixtures/words';
import { settle, show, standIn } from '../fixture';
import { ANSWER, BACK_TEST, CARD, RULES } from './literals';

/** The screen over a room of literals. */
class Bench extends FakeWorkbench {
  readonly desk: SeedlingDesk;
  constructor(seedling: string, room: Partial<SeedlingRoomFace>) {
    super({ view: 'seedlings', seedling });
    this.desk = new SeedlingDesk({
      room: {
        seedlingRules: async () => RULES,
        seedlings: async () => ANSWER,
        reasonCard: async (firm) => ({ ...CARD, firm }),
        backTest: async () => BACK_TEST,
        stopBackTest: async () => undefined,
        ...room,
      },
      workbench: this,
      newId: () => 'id1',
      now: () => '2026-01-01T00:00:00Z',
      stamp: () => 'one',
      ready: async () => undefined,
      notice: () => undefined,
    });
  }
  override async openSeedling() {
    this.desk.look();
    return this.desk;
  }
  override async change(part: Partial<Spec>, how: 'step' | 'drag' = 'step') {
    await super.change(part, how);
    this.desk.look();
  }
}

beforeAll(loadWords);
beforeEach(standIn);
let end: (() => Promise<void>) | null = null;
afterEach(async () => {
  await end?.();
  end = null;
});

async function shown(seedling = '', room: Partial<SeedlingRoomFace> = {}) {
  const bench = new Bench(seedling, room);
  const screen = show(bench);
  end = screen.end;
  const { root } = screen;
  await vi.waitFor(() => expect(root.querySelector('#seed-list')).not.toBeNull(), { timeout: 20_000 });
  const text = (selector: string): string => (root.querySelector(selector)?.textContent ?? '').replace(/\s+/g, ' ').trim();
  const button = (name: string | RegExp) =>
    [...root.querySelectorAll('button')].find((one) =>
      typeof name === 'string' ? one.textContent!.trim() === name : name.test(one.textContent!),
    )!;
  return { bench, root, text, button };
}
const answerWith = (part: Partial<SeedlingAnswer>): Partial<SeedlingRoomFace> => ({ seedlings: async () => ({ ...ANSWER, ...part }) });

it('says in one sentence how many, with what evidence, and who is left out', async () => {
  const { text } = await shown();
  expect(text('header [role=status]')).toContain('10 家里 2 家触发 2 项以上探测器 1 家证据齐 1 家待补 总分前 5% 不在此列');
});

it('the funnel says how many fell at each step and how many of them are unknown', async () => {
  const { root } = await shown();
  const steps = [...root.querySelectorAll('#seed-funnel ~ ol > li')].map((one) => one.textContent!.replace(/\s+/g, ' ').trim());
  expect(steps).toHaveLength(7);
  expect(steps[2]).toContain('−2 · 其中未知 1');
  expect(steps[5]).toContain('差一点 1');
  expect(steps[5]).toContain('成长 × 技术 · 增速差 0.5 点');
  expect(steps[6]).toContain('−1 · 待补 1');
});

it('every mark of the list has a name, and no verdict is told by colour', async () => {
  const { root } = await shown();
  const marks = [...root.querySelectorAll('.list tbody tr:first-child svg')];
  expect(marks.map((mark) => mark.getAttribute('aria-label'))).toEqual([
    '成长 × 技术：满足',
    '同业领先：满足',
    '三轴前沿：未知',
    '势头：不满足',
    '轨迹类型：不适用',
    '稳健异常：人工核',
    '低分高势：不满足',
    '高成长：满足',
  ]);
  // The outlines alone tell the five apart.
  const shape = (part: Element): string => ['d', 'r', 'class'].map((name) => part.getAttribute(name)).join() + part.textContent;
  const outlines = new Map(
    marks.map((mark) => [mark.getAttribute('data-verdict'), [...mark.querySelectorAll(':not(title)')].map(shape).join(' ')]),
  );
  expect(new Set(outlines.values()).size).toBe(5);
});

it('near misses stand below the line with what they miss', async () => {
  const { root } = await shown();
  const rows = [...root.querySelectorAll('.list tbody tr')].map((one) => one.textContent!.replace(/\s+/g, ' '));
  expect(rows[1]).toContain('单一规则');
  expect(rows[1]).toContain('待补');
  expect(rows[2]).toContain('差一点，线下');
  expect(rows[3]).toContain('示例企业3');
  expect(rows[3]).toContain('差 0.5 点');
});

it('moves a cut by keys: each press shows at once, one step is kept when it ends', async () => {
  const { bench, root } = await shown();
  const handle = root.querySelector('[role=slider][aria-label="增速切线"]')!;
  expect(handle.getAttribute('aria-valuetext')).toBe('增速 ≥ 20 %');
  const press = (type: string) => handle.dispatchEvent(new KeyboardEvent(type, { key: 'ArrowUp', shiftKey: true, bubbles: true }));
  press('keydown');
  await settle();
  press('keydown');
  await settle();
  press('keyup');
  await settle();
  const changes = bench.calls.filter(([call]) => call === 'change').map(([, part, how]) => [(part as Partial<Spec>).seedling, how]);
  expect(changes).toEqual([
    ['sd.growth=0.25', 'drag'],
    ['sd.growth=0.3', 'drag'],
    ['sd.growth=0.3', 'step'],
  ]);
});

it('says that a cut stands at the median where none was set', async () => {
  const { root } = await shown();
  expect(root.querySelector('[aria-label="技术切线"]')!.getAttribute('aria-valuetext')).toBe('技术 ≥ 54 %, 同侪中位数');
});

it('shows why a firm is here, what to ask it once for all rules, and by how much it misses', async () => {
  const { root, text, button } = await shown();
  button('示例企业1').click();
  await vi.waitFor(() => expect(root.querySelector('aside h2')).not.toBeNull());
  const card = text('aside');
  expect(card).toContain('增速 41.3%（须 ≥ 20.0%）');
  expect(card).toContain('PCT 申请件数 用于 高成长 · 示例贷');
  expect(card).toContain('问：近三年 PCT 申请');
  expect(card).toContain('差 140 万元');
  expect(card).toContain('2021–2024 年营业收入由 860 万元 变为 2,426 万元。');
  expect(card.match(/PCT 申请件数/g)).toHaveLength(1);
});

it('says so where the chosen firm is not in the year', async () => {
  const { root } = await shown('sd.firm=F8', { reasonCard: async () => null });
  await vi.waitFor(() => expect(root.querySelector('aside')!.textContent).toContain('这一年没有这家企业的数据。'));
});

it('opens the whole firm on the board', async () => {
  const { bench, button, root } = await shown('sd.firm=F1');
  await vi.waitFor(() => expect(root.querySelector('aside h2')).not.toBeNull());
  button('看画像').click();
  await settle();
  expect(bench.spec).toMatchObject({ view: 'boards', firm: 'F1' });
});

it('says what the data cannot tell, and what would help', async () => {
  const { root } = await shown(
    '',
    answerWith({
      lacking: [
        { what: 'comparable', why: 'one_year', given: '2024' },
        { what: 'quadrant', why: 'no_group', given: '' },
        { what: 'outperformer', why: 'no_field', given: 'revenue' },
      ],
    }),
  );
  const notice = root.querySelector('.notice.warning')!.textContent!;
  expect(notice).toContain('增速可比：只有 2024 一年，看不出增长，请再载入更早的年度');
  expect(notice).toContain('成长 × 技术：方案里没有技术一类的组');
  expect(notice).toContain('同业领先：没有字段 营业收入');
});

it('an empty list offers a next step instead of a table', async () => {
  const { text } = await shown('', answerWith({ listed: 0, rows: [], points: [], growthCut: null, technologyCut: null }));
  expect(text('.list')).toContain('没有一家企业走到最后');
});

it('a segment without firms says so and offers all', async () => {
  const bench = new Bench('', answerWith({ funnel: ANSWER.funnel.map((step) => ({ ...step, firms: 0, lost: 0 })), rows: [], listed: 0 }));
  const { root, end: over } = show(bench);
  end = over;
  await vi.waitFor(() => expect(root.textContent).toContain('这一组没有企业'), { timeout: 20_000 });
  [...root.querySelectorAll('button')].find((one) => one.textContent!.trim() === '全部企业')!.click();
  await settle();
  expect(bench.calls.at(-1)).toEqual(['change', { segment: {} }, 'step']);
});

it('keeps the list as a group', async () => {
  const { bench, root, button } = await shown();
  button('存成组').click();
  flushSync();
  root.querySelector<HTMLFormElement>('#save-seedlings')!.requestSubmit();
  await vi.waitFor(() => expect(root.textContent).toContain('已存成组“好苗子 2024”，2 家。'));
  expect(bench.calls.some(([call]) => call === 'saveSelection')).toBe(true);
});

it('a segment of fewer than five firms shows no share', async () => {
  const { root, text } = await shown();
  expect(root.querySelector('#seed-where')!.closest('section')!.querySelector('li')!.getAttribute('title')).toBe('2 / 8 家，25.0%');
  expect(text('section[aria-labelledby=seed-where]')).toContain('其余 1 组没有一家在名单上');
  const industry = [...root.querySelectorAll<HTMLInputElement>('section[aria-labelledby=seed-where] input')][1]!;
  industry.click();
  flushSync();
  const tile = root.querySelector('section[aria-labelledby=seed-where] li')!;
  expect([tile.getAttribute('title'), tile.className.includes('small')]).toEqual(['2 / 4 家，—', true]);
});

it('a back-test names hits and misses, says its checks, and stays modest', async () => {
  const { root, text, button } = await shown();
  expect(text('.back')).toContain('只供排走访先后，不是预测。');
  expect(text('.back')).toContain('总分前列不列入，都不在其中');
  button('回测').click();
  await vi.waitFor(() => expect(root.querySelector('#seed-lifts')).not.toBeNull());
  const said = text('.back');
  expect(said).toContain('2021 年挑 3 家：1.5 家后来命中，1.5 家没有。');
  expect(said).toContain('只供排走访先后，不是预测。');
  expect(said).toContain('2020 年没有回测：截止年算不出所需指标');
  expect(said).toContain('示例企业5 退出');
  expect(said).toContain('留意 错开基年：lift 2.50 → 1.94');
  expect(said).toContain('通过 后来退出的 1,560 家算落空');
  expect(said).toContain('通过 挑选只看到 2021 年为止的数据');
});

it('a back-test of other settings is marked as such', async () => {
  const { bench, root, text, button } = await shown();
  button('回测').click();
  await vi.waitFor(() => expect(root.querySelector('#seed-lifts')).not.toBeNull());
  await bench.desk.set({ atLeast: 3 });
  await settle();
  expect(text('.back')).toContain('设置已变，下面仍是上次回测的结果。');
});

it('an alarming lift is doubted before it is believed', async () => {
  const { root, text, button } = await shown('', { backTest: async () => ({ ...BACK_TEST, alarm: true }) });
  button('回测').click();
  await vi.waitFor(() => expect(root.querySelector('#seed-lifts')).not.toBeNull());
  expect(text('.back')).toContain('lift 超过 5：先找数据泄漏，再信结果。');
});

it('rules say where they come from, and become columns or gates', async () => {
  const { bench, root, button } = await shown();
  button('规则与门槛').click();
  flushSync();
  expect(root.querySelector('.settings')!.textContent).toContain('示例');
  root.querySelector<HTMLInputElement>('input[aria-label="作门槛: 示例贷"]')!.click();
  await settle();
  expect(bench.spec.seedling).toBe('sd.gate=demo-loan');
  expect(root.querySelector<HTMLInputElement>('input[aria-label="列出: 示例贷"]')!.disabled).toBe(true);
});

it('a floor is typed in the unit of the field and kept in the stored one', async () => {
  const { bench, root, button } = await shown();
  button('规则与门槛').click();
  flushSync();
  const floor = [...root.querySelectorAll<HTMLLabelElement>('.settings label')]
    .find((one) => one.textContent!.includes('基年下限（万元）'))!
    .querySelector('input')!;
  expect(floor.value).toBe('100');
  floor.value = '500';
  floor.dispatchEvent(new Event('change', { bubbles: true }));
  await settle();
  expect(bench.spec.seedling).toBe('sd.floor=5000000');
});
