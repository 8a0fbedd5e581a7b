import { type Page } from '@playwright/test';
import { gb18030 } from '../ingest/given';
import { board, chooseFiles, expect, type GivenFile, goTo, openLive, openPage, seenRows, test } from './page';

const HEAD = '统一社会信用代码,企业名称,年度,营业收入（万元）\n';
const ROWS = '91000000MA0000001R,示例甲科技有限公司,2023,5\n91000000MA0000002W,示例乙科技有限公司,2023,6\n';
const text = (words: string): Uint8Array => new TextEncoder().encode(words);
/** A file that stops within the last character of 示例乙. */
const CUT = text(`${HEAD}91000000MA0000001R,示例甲科技有限公司,2023,5\n91000000MA0000002W,示例乙`).slice(0, -1);

/** What is wrong, where, and what to do, in both languages. */
const CASES: readonly { readonly file: GivenFile; readonly zh: RegExp; readonly en: RegExp }[] = [
  {
    file: { name: '空.csv', bytes: '' },
    zh: /文件是空的（0 字节）。请检查是否导出完整/,
    en: /The file is empty \(0 bytes\)\. Check that the export/,
  },
  {
    file: { name: '只有表头.csv', bytes: HEAD },
    zh: /只有表头（.*），没有数据行。请确认/,
    en: /There is a header \(.*\) but no row of data\. Check/,
  },
  {
    file: { name: '无代码.csv', bytes: '年度,营业收入（万元）\n2023,5\n2023,6\n' },
    zh: /没有找到企业代码列，也没有名称列。请指定哪一列/,
    en: /No column of firm keys was found, nor one of names\. Say which column/,
  },
  {
    file: { name: '无年度.csv', bytes: '统一社会信用代码,营业收入（万元）\n91000000MA0000001R,5\n91000000MA0000002W,6\n' },
    zh: /没有年度。请填写整个文件的年度，或指定年度列/,
    en: /No year was found\. Give one year for the whole file/,
  },
  {
    file: { name: '断了.csv', bytes: CUT },
    zh: /第 3 行.*文件在一个字的中间断了.*请重新取得文件/,
    en: /line 3.*stops in the middle of a character.*Get the file again/i,
  },
];

const main = (page: Page) => page.getByRole('main');
const switchLanguage = (page: Page) => page.getByRole('button', { name: /Switch to English|切换到中文/ }).click();

test('a file that cannot be used says in both languages what is wrong, where, and what to do; the board stays', async ({ page }) => {
  await openPage(page);
  const before = await seenRows(page);
  for (const { file, zh, en } of CASES) {
    await test.step(file.name, async () => {
      await chooseFiles(page, file);
      await expect(main(page)).toContainText(zh);
      await expect(page.getByRole('button', { name: '载入 1 个文件' })).toBeDisabled();
      await switchLanguage(page);
      await expect(main(page)).toContainText(en);
      await switchLanguage(page);
      await page
        .getByRole('navigation', { name: '来源' })
        .getByRole('button', { name: `移除 ${file.name}` })
        .click();
      await expect(page.getByRole('button', { name: /^载入 \d 个文件$/ })).toHaveCount(0);
    });
  }
  await goTo(page, '榜单');
  expect(await seenRows(page)).toEqual(before);
});

test('a broken workbook under the name of a text is refused as what it is, in both languages; nothing waits', async ({ page }) => {
  await openPage(page);
  const bytes = Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0, 8, 0, 0, 0, 33, 0, 0, 0, 0, 0, 255, 254, 0, 1]);
  await chooseFiles(page, { name: '其实是表格软件.csv', bytes });
  await expect(main(page)).toContainText('“其实是表格软件.csv”：压缩包（或 Excel 文件）不完整或已损坏。请重新取得文件');
  await switchLanguage(page);
  await expect(main(page)).toContainText(/其实是表格软件\.csv.*The zip \(or Excel file\) is incomplete or damaged\. Get the file again/);
  await expect(page.getByRole('button', { name: /^Load \d/ })).toHaveCount(0);
});

test('a second file of the same name is refused by name, the first stays', async ({ page }) => {
  await openPage(page);
  await chooseFiles(page, { name: '重名.csv', bytes: HEAD + ROWS });
  await expect(page.getByRole('button', { name: '载入 1 个文件' })).toBeEnabled();
  await chooseFiles(page, { name: '重名.csv', bytes: HEAD + ROWS.replaceAll('2023', '2022') });
  await expect(main(page)).toContainText('已经有一个同名文件（重名.csv）。溯源和台账按文件名区分来源。');
  await expect(page.getByRole('button', { name: '载入 2 个文件' })).toBeDisabled();
  await switchLanguage(page);
  await expect(main(page)).toContainText('A file of this name (重名.csv) is here already.');
  await switchLanguage(page);
  await main(page).getByRole('button', { name: '两个都留' }).click();
  await expect(page.getByRole('button', { name: '载入 2 个文件' })).toBeEnabled();
  await page.getByRole('button', { name: '移除 重名 (2).csv' }).first().click();
  await expect(page.getByRole('button', { name: '载入 1 个文件' })).toBeEnabled();
});

test('an encoding chosen wrongly by hand is refused with its place; choosing again mends it', async ({ page }) => {
  await openPage(page);
  await chooseFiles(page, { name: '国标.csv', bytes: gb18030(HEAD + ROWS) });
  const encoding = async (from: string, to: string): Promise<void> => {
    await page.getByRole('button', { name: from }).click();
    await page.getByRole('dialog', { name: from }).getByRole('button', { name: to, exact: true }).click();
  };
  await encoding('GB18030 · 自动', 'UTF-8');
  await expect(main(page)).toContainText(/第 1 行（第 \d+ 字节）.*(?:字节不属于所选编码|有损坏的字节)/);
  await switchLanguage(page);
  await expect(main(page)).toContainText(/line 1.*byte \d+.*(?:do not belong to the chosen encoding|damaged bytes)/i);
  await switchLanguage(page);
  await expect(page.getByRole('button', { name: '载入 1 个文件' })).toBeDisabled();
  await encoding('UTF-8 · 手选', 'GB18030');
  await expect(page.getByRole('region', { name: '国标.csv 的前几行' })).toContainText('示例甲科技有限公司');
  await expect(page.getByRole('button', { name: '载入 1 个文件' })).toBeEnabled();
});

test('200 columns are counted, shown in part, and load', async ({ page }) => {
  await openLive(page);
  const names = Array.from({ length: 197 }, (_, at) => `指标${at + 1}`);
  const row = (firm: string, times: number): string => [firm, '示例企业', 2023, ...names.map((_, at) => (at + 1) * times)].join();
  const bytes = `统一社会信用代码,企业名称,年度,${names.join()}\n${row('91000000MA0000001R', 1)}\n${row('91000000MA0000002W', 2)}\n`;
  await chooseFiles(page, { name: '二百列.csv', bytes });
  await expect(page.getByRole('heading', { level: 3, name: '200 列，取 200 列' })).toBeVisible();
  await expect(page.getByRole('button', { name: '显示其余 176 列' })).toBeVisible();
  await page.getByRole('button', { name: '载入 1 个文件' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '2023 年度创新积分榜' })).toBeVisible();
  await expect(board(page).getByRole('row')).toHaveCount(3);
});
