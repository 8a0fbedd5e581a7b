// @vitest-environment jsdom
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { FakeWorkbench } from '../fixtures/fake-workbench.svelte';
import PortraitStand from '../fixtures/PortraitStand.svelte';
import { loadWords } from '../fixtures/words';
import { arrived, button, press, read, settle, show, standIn } from './fixture';

beforeAll(async () => {
  standIn();
  await loadWords();
  await import('../../src/views/firm/View.svelte');
  await import('../../src/views/firm/portraits');
});
let end: (() => Promise<void>) | null = null;
afterEach(async () => {
  document.querySelector('.portraits')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  await settle();
  await end?.();
  end = null;
});
const dialog = (): HTMLElement => document.querySelector<HTMLElement>('body > .portraits')!;
const page = (): HTMLElement => dialog().querySelector('article')!;
const section = (title: string): HTMLElement =>
  [...page().querySelectorAll('section')].find((one) => read(one.querySelector('h3')).startsWith(title))!;

async function open(language: 'zh' | 'en' = 'zh'): Promise<{ root: HTMLElement; workbench: FakeWorkbench }> {
  const workbench = new FakeWorkbench({ language });
  await workbench.change({ firm: (await workbench.rows(2, 1))[0]!.firm });
  const shown = show(workbench);
  end = shown.end;
  await arrived(() => shown.root.querySelector('aside'));
  const opener = button(shown.root, language === 'zh' ? '画像 A4' : 'Portrait A4');
  opener.focus();
  opener.click();
  await arrived(() => document.querySelector('.portraits article'));
  return { workbench, root: shown.root };
}

describe('the portrait over the page', () => {
  it('asks for the firm of the drawer, with how far weights are moved', async () => {
    const { workbench } = await open();
    const [verb, ask] = workbench.comparing.calls.at(-1)!;
    expect([verb, ask]).toMatchObject(['portrait', { firm: workbench.spec.firm, share: workbench.firmness.settings.share }]);
  });
  it('leaves nothing behind it to be reached, and gives focus back when Esc closes it alone', async () => {
    const { root, workbench } = await open();
    expect([root.inert, document.activeElement]).toEqual([true, dialog()]);
    press(dialog(), 'Escape');
    await settle();
    expect([dialog(), root.inert, workbench.spec.firm === null]).toEqual([null, false, false]);
    expect(read(document.activeElement)).toBe('画像 A4');
  });
  it('prints by its button', async () => {
    await open();
    const print = vi.spyOn(window, 'print').mockImplementation(() => undefined);
    button(dialog(), '打印').click();
    expect(print).toHaveBeenCalledOnce();
  });
});

describe('the page of a firm', () => {
  it('is marked internal and illustrative, with rank, score of the full mark, and coverage', async () => {
    await open();
    const head = read(page().querySelector('header'));
    for (const words of ['含经营数据，仅限内部走访，不得公开', '示例权重', '4 / 6', '积分，满分 30', '67%']) expect(head).toContain(words);
  });
  it('gives a rank range only once the board has been tested', async () => {
    await open();
    expect(read(page().querySelector('dl'))).not.toContain('名次区间');
  });
  it('says facts in plain words: place, who is above and by what, what is missing and could bring', async () => {
    await open();
    const facts = read(page().querySelector('.facts'));
    // 11 above 10: t 8 to 3, u 2 to 5, growth none to 3.
    for (const words of [
      '2024 年度在全部企业 6 家有名次的企业中居第 4，积分 10.0（满分 30）',
      '比第 3 名F3低 1.00 分',
      '1 项缺失：营收增长。',
      '全部补齐后积分在 10.0–20.0 之间',
    ])
      expect(facts).toContain(words);
  });
  it('hatches what is missing and says why, and draws no bar for it', async () => {
    await open();
    const row = [...section('在 6 家同业中的位置').querySelectorAll('tr')].find((one) => read(one).startsWith('营收增长'))!;
    expect([row.querySelector('.missing') !== null, row.querySelector('.bar i')]).toEqual([true, null]);
    expect(read(row)).toContain('文件中为空');
    expect(read(row)).not.toContain('P');
  });
  it('lists what to check by stake, a title that has ended last, with lines to write on', async () => {
    await open();
    const lines = [...section('现场核实').querySelectorAll('li')].map(read);
    expect(lines[0]).toBe('营收增长 缺失：文件中为空 涉及 10 分');
    expect(lines.filter((words) => words !== '').at(-1)).toBe('高新技术企业 2020-11-30 已到期');
    expect(lines.length).toBeGreaterThanOrEqual(4);
  });
  it('shows steps with gap, points and rank after, and the titles with their end', async () => {
    await open();
    const steps = [...section('再进一步').querySelectorAll('tbody tr')].map((row) => [...row.children].map(read));
    // 10 + 1 is level with the third.
    expect(steps).toEqual([
      ['研发强度', '8 → 9', '1', '+1', '4 → 3'],
      ['发明专利', '2 → 3', '1', '+1', '4 → 3'],
    ]);
    expect(read(page().querySelector('.titles'))).toBe('高新技术企业 至 2020-11-30');
  });
  it('ends with lines to sign, sources, scheme and fingerprints', async () => {
    await open();
    const foot = read(page().querySelector('footer'));
    for (const words of ['受访人', '走访人', '日期', '下次', '示例方案 1', '0123456789ab', '缺失不当作零值']) expect(foot).toContain(words);
  });
  it('speaks English, every word of it', async () => {
    await open('en');
    expect(read(page())).toContain('To check on the spot');
    expect(read(page()).replace(/[\u4e00-\u9fff]{2,}/g, '')).not.toMatch(/[，。；：]/);
  });
});

describe('portraits of a list', () => {
  it('are a sheet each, a firm given twice once, and name those that are not there', async () => {
    const workbench = new FakeWorkbench({});
    const stand = mount(PortraitStand, { target: document.body, props: { workbench, firms: ['A', 'B', 'B', 'nobody', 'C'] } });
    end = () => unmount(stand);
    flushSync();
    await arrived(() => document.querySelector('.portraits article'));
    expect(workbench.comparing.calls.map(([, ask]) => (ask as { firm: string }).firm)).toEqual(['A', 'B', 'nobody', 'C']);
    expect(dialog().querySelectorAll('.sheet')).toHaveLength(3);
    expect(read(dialog())).toContain('本年度没有数据，不出页：nobody');
  });
});
