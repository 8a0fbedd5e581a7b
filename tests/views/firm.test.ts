// @vitest-environment jsdom
import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FirmSheet } from '../../scoring/board/format';
import { scorePanel } from '../../scoring/board/score-panel';
import { makeSheet } from '../../scoring/board/sheet';
import { shippedSchemes } from '../../scoring/scheme/shipped';
import { panelOf } from '../scoring/panel-of';
import { fakeRow, FakeWorkbench } from '../fixtures/fake-workbench.svelte';
import { arrived, button, press, read, settle, show, standIn } from './fixture';

const FIRM = fakeRow(2, 142, []).firm;
let workbench: FakeWorkbench;
let root: HTMLElement;
let end: () => Promise<void>;
async function start(part: ConstructorParameters<typeof FakeWorkbench>[0] = {}): Promise<void> {
  workbench = new FakeWorkbench({ firm: FIRM, ...part });
  ({ root, end } = show(workbench));
  await arrived(() => root.querySelector('aside'));
}
const drawer = (): HTMLElement => root.querySelector('aside')!;
const section = (title: string): HTMLElement =>
  [...drawer().querySelectorAll<HTMLElement>('section')].find((one) => read(one.querySelector('h3')) === title)!;
async function unfold(name: string): Promise<HTMLElement> {
  const line = [...drawer().querySelectorAll<HTMLButtonElement>('.line')].find((one) => read(one).startsWith(name))!;
  line.click();
  await settle();
  return document.getElementById(line.getAttribute('aria-controls')!)!;
}

beforeEach(standIn);
afterEach(async () => {
  await end();
  vi.restoreAllMocks();
});

const whole = Object.getOwnPropertyDescriptor(FakeWorkbench.prototype, 'sheet')!.get!;
/** The sheet of the fake workbench with some of it replaced, for one test. */
function withSheet(part: Partial<FirmSheet>): void {
  vi.spyOn(FakeWorkbench.prototype, 'sheet', 'get').mockImplementation(function (this: FakeWorkbench) {
    const outcome = whole.call(this) as FakeWorkbench['sheet'];
    return outcome.status === 'ready' && outcome.value ? { status: 'ready', value: { ...outcome.value, ...part } } : outcome;
  });
}

const scheme = (await shippedSchemes()).find(({ id }) => id === 'cn-tech-sme')!;
/** The R&D input of the SME rule, worked out of real numbers: 600 of 13,000 of sales is 4.62 %, of 2,300 of total cost 26.09 %. */
function researchInput(cells: Record<string, number | null>): FirmSheet['indicators'][number] {
  const panel = panelOf(Object.fromEntries(Object.entries(cells).map(([id, value]) => [id, [value]])));
  const ranked = scorePanel(panel, scheme, {
    schemeHash: '',
    nameOf: (field) => ({ zh: field, en: field }),
    format: (_, value) => String(value),
  });
  return { ...makeSheet(ranked, 0, {}).indicators[1]!, group: 'tech' };
}

describe('the firm drawer', () => {
  it('heads with name, key, segments, score and rank', async () => {
    await start();
    expect(read(drawer().querySelector('h2'))).toBe('示例芯禾微电子有限公司');
    expect(read(drawer().querySelector('.key'))).toBe(`${FIRM} · 2024`);
    expect(read(drawer().querySelector('.headline'))).toContain('78.4 第 3 名 / 142 · 前 2.1%');
  });
  it('says of a ranked firm outside the segment that it has no rank there, and gives its overall one', async () => {
    withSheet({ rank: null });
    await start();
    const headline = read(drawer().querySelector('.headline'));
    expect(headline).toContain('不在当前分组，组内无名次');
    expect(headline).toContain('全部企业中第');
    expect(headline).not.toContain('已计分并排名');
  });
  it('shows a sum that adds up', async () => {
    await start();
    const figures = [...section('得分怎么加出来').querySelectorAll('tr')].map((row) => read(row.querySelector('td:last-child')));
    expect(figures).toEqual(['41.20', '23.70', '15.50', '−2.00', '78.40']);
  });
  it('says what could not be checked, first', async () => {
    await start();
    const lines = [...section('准入与否决').querySelectorAll('li')].map(read);
    expect(lines[0]).toContain('三年内重大事故 一票否决：未能核查');
    expect(lines).toHaveLength(3);
  });
  it('splits the change of rank into parts that add up', async () => {
    await start();
    expect(read(section('名次变动从哪来').querySelector('p'))).toBe('上升 4 名：+4 = 自身得分 +6 + 他人得分 -3 + 进入、退出与否决 +1');
  });
  it('calls a missing indicator missing and gives the reason, not 0', async () => {
    await start();
    const line = [...drawer().querySelectorAll('.line')].find((one) => read(one).startsWith('应届毕业生'))!;
    expect(read(line)).toContain('缺失 —/ 20');
    const more = await unfold('应届毕业生');
    expect(read(more)).toContain('缺失：文件中为空');
    expect(read(more)).toContain('因缺失失去 5 分的机会');
  });
  it('shows formula, numbers filled in, the band hit and the arithmetic', async () => {
    await start();
    const more = await unfold('研发费用占营业收入比例');
    expect(read(more)).toContain('研发费用 ÷ 营业收入');
    expect(read(more)).toContain('2,318 万元 ÷ 14,960 万元 = 15.49%');
    expect(read(more.querySelector('li.hit'))).toContain('≥ 10% 命中');
    expect(read(more)).toContain('20 ÷ 20 × 权重 20 = 20');
  });
  it('shows of a best-of the option that won with its numbers and its band, and what the other would have earned', async () => {
    withSheet({ indicators: [researchInput({ rd_expense: 600, revenue: 13_000, total_cost: 2300 })] });
    await start();
    const more = await unfold('研发投入');
    expect([...more.querySelectorAll('dd')].slice(0, 2).map(read)).toEqual([
      '26.09%',
      '研发费用占成本费用支出比例 rd_expense ÷ total_cost 600 ÷ 2300',
    ]);
    const [sales, cost] = [...more.querySelectorAll('dd > ul > li')] as [Element, Element];
    expect(read(sales)).toBe('研发费用占销售收入比例 30 分 4.62% · 命中 ≥ 4%，< 5% 600 ÷ 13000');
    expect(read(cost.querySelector('.head'))).toBe('研发费用占成本费用支出比例 采用 40 分');
    expect([...cost.querySelectorAll('li.hit > span:first-child')].map(read)).toEqual(['≥ 25%，< 30%']);
    expect(sales.querySelector('input')).toBeNull();
    const field = cost.querySelector<HTMLInputElement>('li.hit input')!;
    field.value = '44';
    field.dispatchEvent(new Event('change', { bubbles: true }));
    expect(workbench.calls.filter(([name]) => name === 'tryPoints')).toEqual([['tryPoints', 'T2/T2b/1', 44]]);
  });
  it('says of a best-of without a value which numbers every option lacks', async () => {
    withSheet({ indicators: [researchInput({ rd_expense: 600, revenue: null, total_cost: null })] });
    await start();
    const more = await unfold('研发投入');
    expect([...more.querySelectorAll('dd > ul > li')].map(read)).toEqual([
      '研发费用占销售收入比例 — 缺失：文件中为空',
      '研发费用占成本费用支出比例 — 缺失：文件中为空',
    ]);
    expect(more.querySelector('.won, .hit')).toBeNull();
  });
  it('traces a number to file, line, column and raw text', async () => {
    await start();
    const more = await unfold('研发费用占营业收入比例');
    expect(workbench.calls.filter(([name]) => name === 'trace')).toEqual([
      ['trace', 2, 'rd_expense', 0],
      ['trace', 2, 'revenue', 0],
    ]);
    expect(read(more.querySelector('.origin'))).toBe(
      '税务_加计扣除_2024.csv · 第 1,842 行 · 研发费用(万元) 2,318.00 万元，× 10,000 → 2,318 万元',
    );
    expect(more.querySelector('.origin mark')!.textContent).toBe('2,318.00');
  });
  it('names the sheet of a workbook: a line alone finds no cell in one', async () => {
    await start();
    const [origin] = await workbench.trace(2, 'revenue', 0);
    workbench.trace = async () => [{ ...origin!, source: '人社.xlsx', sheet: '参保' }];
    const more = await unfold('研发费用占营业收入比例');
    expect(read(more.querySelector('.origin'))).toContain('人社.xlsx · 工作表“参保” · 第 1,842 行');
  });
  it('does not trace before the engine is ready, and does so by itself then', async () => {
    await start();
    workbench.engine = 'booting';
    const more = await unfold('发明专利申请量');
    expect(read(more)).toContain('引擎启动中，就绪后自动给出来源');
    expect(workbench.calls.filter(([name]) => name === 'trace')).toHaveLength(0);
    workbench.engine = 'ready';
    await settle();
    expect(workbench.calls.filter(([name]) => name === 'trace')).toEqual([['trace', 2, 'inv_applied', 0]]);
  });
  it('says when no file gives a value', async () => {
    await start();
    expect(read(await unfold('应届毕业生'))).toContain('没有文件提供这个数值');
  });
  it('lets the points of a band be tried', async () => {
    await start();
    const more = await unfold('研发费用占营业收入比例');
    const field = more.querySelector<HTMLInputElement>('li.hit input')!;
    field.value = '18';
    field.dispatchEvent(new Event('change', { bubbles: true }));
    expect(workbench.calls.filter(([name]) => name === 'tryPoints')).toEqual([['tryPoints', 'C01/0', 18]]);
  });
  it('gives the years as a table too, a missing one as a dash', async () => {
    await start();
    button(drawer(), '表格').click();
    flushSync();
    const rows = [...drawer().querySelectorAll('figure tbody tr')].map(read);
    expect(rows).toEqual(['202060.0020', '2021——', '202269.2012', '202373.808', '202478.404']);
  });
  it('closes with Escape', async () => {
    await start();
    press(window, 'Escape');
    expect(workbench.spec.firm).toBeNull();
    expect(root.querySelector('aside')).toBeNull();
  });
  it('says so when the firm has no data in the year', async () => {
    await start({ firm: 'nobody' });
    expect(read(drawer())).toContain('当前年度没有这家企业的数据');
  });
});
