// @vitest-environment jsdom
import { flushSync } from 'svelte';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { shippedSchemes } from '../../../scoring/scheme/shipped';
import { loadWords } from '../../fixtures/words';
import { IncomingWorkbench } from '../../fixtures/fake-incoming.svelte';
import { settle, show, standIn } from '../fixture';

beforeAll(async () => {
  standIn();
  await loadWords();
  await import('../../../src/views/scheme/View.svelte');
});
const shipped = await shippedSchemes();
let end: (() => Promise<void>) | null = null;
afterEach(async () => {
  await end?.();
  end = null;
});
async function page(language: 'zh' | 'en' = 'zh', part: Partial<IncomingWorkbench> = {}) {
  const workbench = new IncomingWorkbench({ view: 'scheme', language }, []);
  workbench.schemes = shipped;
  workbench.scheme = workbench.schemes[0]!;
  Object.assign(workbench, part);
  const shown = show(workbench);
  end = shown.end;
  await vi.waitFor(() => {
    if (!shown.root.querySelector('.page')) throw new Error('not yet');
  });
  await settle();
  return { workbench, root: shown.root };
}
const button = (root: HTMLElement, words: string): HTMLButtonElement =>
  [...root.querySelectorAll('button')].find((one) => one.textContent?.trim().startsWith(words))!;
const rowOf = (root: HTMLElement, id: string): HTMLElement =>
  [...root.querySelectorAll('tbody th .code')].find((one) => one.textContent === id)!.closest('tr')!;

describe('the scheme view', () => {
  it('reads an indicator: formula in words and as written, bands, points, weight, missing policy, provenance', async () => {
    const { root } = await page();
    const row = rowOf(root, 'C02');
    expect(row.querySelector('.formula')!.textContent).toContain('研发费用 ÷ 营业收入');
    expect(row.querySelector('code')!.textContent).toBe('rd_expense / revenue');
    const bands = [...row.querySelectorAll('.rule tbody tr')].map((band) =>
      [...band.querySelectorAll('td')].map((cell) => cell.textContent),
    );
    expect(bands[0]).toEqual(['≥ 10%', '10 分']);
    expect(bands.at(-1)).toEqual(['< 1%', '0 分']);
    expect(row.textContent).toContain('得 0 分');
    expect(row.textContent).toContain('示例');
  });
  it('never lets illustrative numbers look official', async () => {
    const { root } = await page();
    expect(root.querySelector('.lead')!.textContent).toContain('0 项的数值为官方公布');
    button(root, '科技型中小企业').click();
    flushSync();
    expect(root.querySelector('.lead')!.textContent).toContain('9 项中 9 项的数值为官方公布');
    expect(root.querySelector('h1')!.textContent).toContain('科技型中小企业');
  });
  it('reads a scheme without putting it in force, and puts it in force when asked', async () => {
    const { root, workbench } = await page();
    button(root, '科技型中小企业').click();
    flushSync();
    expect(workbench.calls.filter(([verb]) => verb === 'change')).toEqual([]);
    button(root, '采用此方案').click();
    expect(workbench.calls).toContainEqual(['change', { scheme: 'cn-tech-sme@2017', draft: null, edit: null }, 'step']);
  });
  it('says gates and the pass line in words', async () => {
    const { root } = await page('en', { scheme: shipped[1]! });
    expect(root.textContent).toContain('Employees ≤ 500');
    expect(root.textContent).toContain('total of at least 60');
    expect(root.textContent).toContain('Firms that do not meet a gate are not scored.');
  });
  it('gives notes, of gates too, and sources in the reader’s language', async () => {
    const { root } = await page('en', { scheme: shipped[1]! });
    expect(rowOf(root, 'T2').querySelector('.note')!.textContent).toBe(
      'The firm chooses one of the two; the better one is taken and recorded.',
    );
    const gates = root.querySelector('section[aria-label="Gates"]')!;
    expect([...gates.querySelectorAll('.note')].map((note) => note.textContent)).toEqual([
      'The rule looks at the previous and the current year only; the field covers three.',
    ]);
    button(root, 'Chengdu').click();
    flushSync();
    expect(rowOf(root, 'C01').querySelector('.source')!.textContent).toContain('Tax filings');
  });
  it.each(shipped.map(({ id }, at) => [id, at] as const))('has no Chinese left in English: %s', async (_, at) => {
    const { root } = await page('en', { scheme: shipped[at]! });
    const words = root.querySelector('.page')!.cloneNode(true) as Element;
    // A formula as written and the titles of sources stay as they are; so does a word of the data, in quotes.
    for (const kept of words.querySelectorAll('code, .sources')) kept.remove();
    expect(words.textContent!.replaceAll(/'[^']*'/g, '').match(/.{0,20}\p{Script=Han}+.{0,20}/gu)).toBeNull();
  });
  it('says what of the scheme the data do not have', async () => {
    const { root } = await page('zh', {
      schemeProblems: [{ code: 'field_not_loaded', path: '/indicators/6/formula', given: 'tech_contract', severity: 'warning' }],
    });
    expect(root.textContent).toContain('第 7 个指标 · 公式（/indicators/6/formula）：已载入的数据没有字段 技术合同成交额（tech_contract）');
  });
  it('lists what is wrong with an imported scheme, with its place', async () => {
    const { root, workbench } = await page();
    workbench.importScheme = async () => [
      { code: 'tiers_hole', path: '/indicators/0/rule/tiers/1/from', given: '#1 [0, 5) | #2 [6, +∞)', severity: 'error' },
    ];
    button(root, '导入方案').click();
    flushSync();
    const area = root.querySelector('textarea')!;
    area.value = '{}';
    area.dispatchEvent(new Event('input', { bubbles: true }));
    button(root, '检查并启用').click();
    await settle();
    const alert = root.querySelector('[role=alert]')!.textContent!;
    expect(alert).toContain('没有启用：有 1 处问题');
    expect(alert).toContain('/indicators/0/rule/tiers/1/from');
  });
  it('asks for text before it checks anything', async () => {
    const { root, workbench } = await page();
    button(root, '导入方案').click();
    flushSync();
    button(root, '检查并启用').click();
    await settle();
    expect(root.textContent).toContain('请先选文件或粘贴内容');
    expect(workbench.calls.filter(([verb]) => verb === 'importScheme')).toEqual([]);
  });
  it('makes a quick scheme of chosen columns', async () => {
    const { root, workbench } = await page();
    const made = vi.fn(async () => {});
    workbench.quickScheme = made;
    button(root, '快速方案').click();
    flushSync();
    expect(button(root, '按此出榜').disabled).toBe(true);
    for (const field of ['rd_expense', 'employees']) {
      const list = root.querySelector<HTMLSelectElement>('.one select')!;
      list.value = field;
      list.dispatchEvent(new Event('change', { bubbles: true }));
      flushSync();
    }
    const weight = root.querySelector<HTMLInputElement>('.one input[type=number]')!;
    weight.value = '30';
    weight.dispatchEvent(new Event('change', { bubbles: true }));
    flushSync();
    expect(root.querySelector('.one [role=status]')!.textContent).toBe('合计 40，折算为 100');
    expect([...root.querySelectorAll('.one td.number')].map((cell) => cell.textContent)).toEqual(['75.0', '25.0']);
    root.querySelectorAll<HTMLInputElement>('.one input[type=radio]')[3]!.click();
    flushSync();
    button(root, '按此出榜').click();
    await settle();
    expect(made).toHaveBeenCalledWith('快速方案', [
      { field: 'rd_expense', direction: 'more', weight: 30 },
      { field: 'employees', direction: 'less', weight: 10 },
    ]);
  });
});
