// @vitest-environment jsdom
import { flushSync } from 'svelte';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { loadWords } from '../../fixtures/words';
import type { Recipe } from '../../../src/model/recipe';
import { ASKING, CUT, FOUND, IncomingWorkbench, LOADED, problem, READY, wideFile } from '../../fixtures/fake-incoming.svelte';
import { settle, show, standIn } from '../fixture';

beforeAll(async () => {
  standIn();
  await loadWords();
  await import('../../../src/views/data/View.svelte');
});
let end: (() => Promise<void>) | null = null;
afterEach(async () => {
  await end?.();
  end = null;
});
async function page(workbench: IncomingWorkbench): Promise<HTMLElement> {
  const shown = show(workbench);
  end = shown.end;
  await vi.waitFor(() => {
    if (!shown.root.querySelector('.page')) throw new Error('not yet');
  });
  await settle();
  return shown.root;
}
const button = (root: HTMLElement, words: string): HTMLButtonElement =>
  [...root.querySelectorAll('button')].find((one) => one.textContent?.trim() === words || one.getAttribute('aria-label') === words)!;
const select = (root: HTMLElement, label: string): HTMLSelectElement =>
  [...root.querySelectorAll('label')].find((one) => one.querySelector('span')?.textContent === label)!.querySelector('select')!;
function pick(list: HTMLSelectElement, value: string): void {
  list.dispatchEvent(new Event('focus'));
  list.value = value;
  list.dispatchEvent(new Event('change', { bubbles: true }));
  flushSync();
}
const edited = (workbench: IncomingWorkbench): Recipe => workbench.calls.findLast(([verb]) => verb === 'edit')![2] as Recipe;

describe('the data view', () => {
  it('gathers the questions with what answers them, and loads nothing before', async () => {
    const workbench = new IncomingWorkbench({}, [ASKING]);
    const root = await page(workbench);
    expect(root.querySelector('h1')!.textContent).toBe('1 个文件等待载入，有 2 件事要先处理');
    const box = root.querySelector('.ask')!;
    expect(box.textContent).toContain('没有年度');
    expect(box.textContent).toContain('“营业收入、研发费用”（2）：金额没有写单位');
    expect(button(root, '载入 1 个文件').disabled).toBe(true);
  });
  it('gives all unanswered amounts one unit', async () => {
    const workbench = new IncomingWorkbench({}, [ASKING]);
    const root = await page(workbench);
    button(root, '万元').click();
    expect(
      edited(workbench)
        .columns.filter(({ kind }) => kind === 'money')
        .map(({ unit }) => unit),
    ).toEqual(['万元', '万元', '元']);
  });
  it('takes a year for the whole file', async () => {
    const workbench = new IncomingWorkbench({}, [ASKING]);
    const root = await page(workbench);
    const input = root.querySelector<HTMLInputElement>('.ask input[type=number]')!;
    input.value = '2023';
    input.dispatchEvent(new Event('change', { bubbles: true }));
    expect(edited(workbench).year).toBe(2023);
  });
  it('loads once nothing is open', async () => {
    const workbench = new IncomingWorkbench({}, [READY]);
    const root = await page(workbench);
    button(root, '载入 1 个文件').click();
    expect(workbench.calls).toContainEqual(['load']);
  });
  it('says which line of which file is cut, and what stays', async () => {
    const root = await page(new IncomingWorkbench({}, [CUT]));
    const alert = root.querySelector('.box[role=alert]')!.textContent!;
    expect(alert).toContain('第 1204 行（第 88310 字节）');
    expect(alert).toContain('该文件没有载入，先前的内容不变。');
  });
  it('a cancelled load says so and is no error', async () => {
    const workbench = new IncomingWorkbench({}, [READY]);
    workbench.load = async () => {
      throw new DOMException('cancelled', 'AbortError');
    };
    const root = await page(workbench);
    button(root, '载入 1 个文件').click();
    await settle();
    expect(root.textContent).toContain('已取消，先前的数据不变。');
    expect(root.querySelector('[role=alert]')).toBeNull();
  });
  it('shows the rows of one firm and year that wait for a decision', async () => {
    const workbench = new IncomingWorkbench({}, [{ ...READY, problems: [problem('duplicate_rows', 'question', '', '1')] }]);
    workbench.duplicates = [
      {
        firm: '91000000MA6C8F2K7P',
        name: '示例芯禾微电子有限公司',
        year: 2024,
        places: [
          { source: FOUND.source, line: 4 },
          { source: FOUND.source, line: 90 },
        ],
        differ: ['revenue'],
      },
    ];
    const root = await page(workbench);
    const row = root.querySelector('.ask tbody tr')!;
    expect([...row.querySelectorAll('td')].slice(1).map((cell) => cell.textContent)).toEqual(['2024', '4, 90', '营业收入']);
    button(root, '取最后一行').click();
    expect(edited(workbench).duplicates).toBe('last');
  });
  it('names the fate of every row and moves the edge of the header', async () => {
    const workbench = new IncomingWorkbench({}, [ASKING]);
    const root = await page(workbench);
    const fates = [...root.querySelectorAll('td.fate')].map((cell) => cell.textContent);
    expect(fates).toEqual(['标题', '标题', '表头', '', '', '空行', '合计', '拒绝']);
    button(root, '表头下移一行').click();
    expect(workbench.calls).toContainEqual(['reread', 1, { header: { line: 3, lines: 1 } }]);
  });
  it('maps a column to a field of the dictionary, by a list filled when it opens', async () => {
    const workbench = new IncomingWorkbench({}, [ASKING]);
    const root = await page(workbench);
    const list = select(root, '车间面积的字段');
    expect(list.options.length).toBe(1);
    pick(list, 'net_assets');
    expect(edited(workbench).columns[7]).toMatchObject({ field: 'net_assets', kind: 'money', unit: '?' });
  });
  it('draws 200 columns without 200 long lists', async () => {
    const root = await page(new IncomingWorkbench({}, [wideFile(200)]));
    expect(root.querySelectorAll('tr .field select').length).toBe(200);
    expect(root.querySelectorAll('option').length).toBeLessThan(7000);
    expect(root.querySelectorAll('.fate ~ td').length).toBeLessThan(14 * 30);
  }, 30_000);
  it('gives a loaded source with its account, fingerprint, remarks and ledger', async () => {
    const workbench = new IncomingWorkbench({}, [], [LOADED]);
    const root = await page(workbench);
    [...root.querySelectorAll<HTMLButtonElement>('nav .pick')].find((one) => one.textContent?.includes(FOUND.source))!.click();
    await settle();
    const section = root.querySelector('section[aria-labelledby=source-title]')!;
    expect(section.querySelector('.account')!.textContent).toContain('读入 48,210 = 载入 47,988 + 拒绝 190 + 跳过 32');
    expect(section.textContent).toContain(LOADED.sha256);
    expect(section.textContent).toContain('不合 GB 32100');
    expect(workbench.calls).toContainEqual(['ledger', FOUND.source, 0, 50]);
    expect(section.textContent).toContain('第 1–50 条，共 143 条');
    button(root, '下一页').click();
    await settle();
    expect(section.textContent).toContain('第 51–100 条，共 143 条');
    expect(section.querySelector('tbody tr:nth-child(2) .action')!.textContent).toBe('改写此格');
  });
  it('shows the first rows as they stand, marked, and as they are read', async () => {
    const root = await page(new IncomingWorkbench({}, [READY]));
    const cells = () =>
      [...root.querySelectorAll('table tbody tr')]
        .find((row) => row.querySelector('th.line')?.textContent === '4')!
        .querySelectorAll<HTMLElement>('td.cell');
    const revenue = () => cells()[2]!;
    expect([revenue().textContent, revenue().className.includes('changed'), revenue().title]).toEqual([
      '1.496亿',
      true,
      '1.496亿 → 149,600,000',
    ]);
    const mode = (words: string) =>
      [...root.querySelectorAll<HTMLInputElement>('input[type=radio]')].find((one) => one.closest('label')?.textContent?.trim() === words)!;
    mode('读成').click();
    flushSync();
    expect(revenue().textContent).toBe('149,600,000');
    expect([...root.querySelectorAll('thead th')].map((head) => head.textContent?.trim())).toContain('营业收入（元）');
    mode('原样').click();
    flushSync();
    expect([revenue().textContent, revenue().className.includes('changed')]).toEqual(['1.496亿', false]);
  });
  it('a source that comes again says that it replaces the one of its name', async () => {
    const root = await page(new IncomingWorkbench({}, [READY], [LOADED]));
    expect(root.querySelector('.side nav')!.textContent).toContain('替换已载入的同名来源');
  });
  it('problems that belong to no waiting file are said on the page', async () => {
    const workbench = new IncomingWorkbench({}, []);
    workbench.refused = [{ code: 'empty_file', source: '空.csv', where: '', given: '0', severity: 'warning' }];
    const root = await page(workbench);
    expect(root.querySelector('.notice')!.textContent).toContain('文件是空的（0 字节）');
  });
  it('a source may win some fields first, and differ a little without a conflict', async () => {
    const workbench = new IncomingWorkbench({}, [READY]);
    const root = await page(workbench);
    const way = [...root.querySelectorAll('.choices')].find((one) => one.textContent?.includes('合并时怎么取'))!;
    [...way.querySelectorAll<HTMLInputElement>('input[type=radio]')]
      .find((one) => one.closest('label')?.textContent?.trim() === '全部优先')!
      .click();
    expect(edited(workbench).wins).toEqual(['*']);
    const tolerance = way.querySelector<HTMLInputElement>('input[type=number]')!;
    tolerance.value = '1';
    tolerance.dispatchEvent(new Event('change', { bubbles: true }));
    expect(edited(workbench).tolerance).toBe(0.01);
  });
});
