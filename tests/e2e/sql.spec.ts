import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { boardCsv, csvRows, downloaded, expect, goTo, openLive, openPage, test } from './page';

const editor = (page: Page): Locator => page.getByRole('textbox', { name: /^SQL (?:编辑器|editor)$/ });
const answer = (page: Page): Locator => page.getByRole('region', { name: /^(?:查询结果|Answer)$/ });
const cells = (page: Page): Locator => page.getByRole('grid').getByRole('gridcell');

/** Writes a statement in place of what stands there. */
async function write(page: Page, text: string): Promise<void> {
  await editor(page).click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(text);
}
async function ask(page: Page, text: string): Promise<void> {
  await write(page, text);
  await page.keyboard.press('ControlOrMeta+Enter');
}
/** Takes the first name offered. A list that has only just opened lets a key pass for 75 ms, so that nobody takes what he has not seen. */
async function take(page: Page, offered: RegExp): Promise<void> {
  await expect(page.getByRole('option').first()).toHaveText(offered);
  await page.waitForTimeout(150);
  await page.keyboard.press('Enter');
}
async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

test('a question shows its rows and how many there are, its figures to the last digit, and a file that says what was asked', async ({
  page,
}) => {
  await openLive(page, 'view=sql&theme=light');
  await ask(page, 'select firm, year, revenue, titles, stage from panel order by firm, year');
  await expect(answer(page).getByRole('heading')).toHaveText('显示前 500 行，共 43,202 行');
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '501');
  await expect(cells(page).nth(1)).toHaveText(/^20\d\d$/);
  expect(await faults(page)).toEqual([]);
  await page.getByRole('button', { name: '显示到 10,000 行' }).click();
  await expect(answer(page).getByRole('heading')).toHaveText('显示前 10,000 行，共 43,202 行');

  await ask(page, "select 9007199254740993 as big, 0.1::double + 0.2 as sum, '=1+1' as formula, null as gone");
  await expect(cells(page)).toHaveText(['9,007,199,254,740,993', '0.300000…', '=1+1', '—']);
  await page.getByRole('grid').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByText('0.30000000000000004')).toBeVisible();
  await page.keyboard.press('Escape');
  const { name, bytes } = await downloaded(page, () => page.getByRole('button', { name: '下载 CSV' }).click());
  expect(name).toMatch(/_sql_\d{8}\.csv$/);
  const text = bytes.toString('utf8');
  expect(text).toMatch(/^\uFEFF"查询：select 9007199254740993/);
  expect(text).toMatch(/"工作区：[^"]+；数据指纹：[0-9a-f]{12}；导出时间：20/);
  expect(csvRows(text.slice(text.indexOf('"big"')))).toEqual([
    { big: '9007199254740993', sum: '0.30000000000000004', formula: "'=1+1", gone: '' },
  ]);
});

test('what is wrong is underlined and said in plain words; what would change anything is not run', async ({ page }) => {
  await openLive(page, 'view=sql');
  await ask(page, 'select firm,\n  reveneu\nfrom panel');
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('没有叫“reveneu”的列');
  await expect(alert).toContainText('Referenced column "reveneu" not found');
  await expect(page.locator('.cm-lintRange-error')).toHaveText('reveneu');
  await alert.getByRole('button', { name: '第 2 行' }).click();
  await expect(editor(page)).toBeFocused();
  for (const [statement, said] of [
    ['drop table panel', '“drop”会改动数据'],
    ['select 1; commit; drop table panel', '“commit”会改动数据'],
    ["from enable_logging('QueryLog', storage = 'file', storage_path = 'x')", '函数“enable_logging”'],
    ["select * from read_csv('https://example.invalid/x.csv')", '要读文件或网址'],
    ["from 'https://example.invalid/x.csv'", '读不了文件和网址'],
    ['select count（*） from panel', '全角标点“（”'],
  ] as const) {
    await ask(page, statement);
    await expect(alert).toContainText(said);
  }
  await ask(page, 'select count(*) as n from panel');
  await expect(cells(page)).toHaveText(['43,202']);
});

test('names are found by pinyin and put in as the engine calls them; an example can be undone', async ({ page }) => {
  await openLive(page, 'view=sql');
  await write(page, 'select ');
  await page.keyboard.type('yysr');
  await take(page, /^revenue营业收入/);
  await page.keyboard.type(', yfqd');
  await take(page, /^rd_intensity研发强度/);
  await expect(editor(page)).toHaveText('select revenue, rd_expense / nullif(revenue, 0)');
  await page.getByRole('button', { name: '各列长什么样？' }).click();
  await expect(editor(page)).toContainText('summarize panel');
  await editor(page).click();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(editor(page)).toHaveText('select revenue, rd_expense / nullif(revenue, 0)');
  // The editor keeps its text and its undo while another view is open, and the page's keys stay the page's.
  await goTo(page, '榜单');
  await page.keyboard.press('g');
  await page.keyboard.press('q');
  await expect(editor(page)).toHaveText('select revenue, rd_expense / nullif(revenue, 0)');
  await editor(page).click();
  await page.keyboard.press('ControlOrMeta+Shift+Z');
  await expect(editor(page)).toContainText('summarize panel');
  // Tab is not caught in it.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: '全部运行' })).toBeFocused();
});

test('an endless statement is stopped, the page answers meanwhile, and the engine comes back with its data', async ({ page }) => {
  await openLive(page, 'view=sql');
  await ask(page, "select count(*) as n from panel as a, panel as b, panel as c where md5(a.firm || b.firm || c.firm) = 'x'");
  await expect(page.getByText('已 1 秒')).toBeVisible();
  await page.getByRole('searchbox', { name: '找列名' }).fill('研发费用');
  await expect(page.getByRole('button', { name: /^研发费用 rd_expense/ })).toBeVisible();
  await page.getByRole('button', { name: '停止' }).click();
  await expect(answer(page).getByText('已停止。')).toBeVisible();
  await ask(page, 'select count(*) as n, count(distinct firm) as firms from panel');
  await expect(cells(page).first()).toHaveText('43,202', { timeout: 40_000 });
});

test('scores are those of the board, sources those of the files, and both are there only once asked for', async ({ page }) => {
  await openLive(page);
  const board = await boardCsv(page);
  const best = board[0]!;
  await goTo(page, 'SQL');
  await ask(
    page,
    "select firm, rank, score from score where year = (select max(year) from score) and status = 'ranked' order by rank, firm limit 1",
  );
  await expect(cells(page)).toHaveText([best['企业代码']!, '1', new RegExp(`^${best['得分']!.slice(0, 6).replace('.', '\\.')}`)]);
  await expect(answer(page).getByText(/^得分：/)).toBeVisible();
  await ask(page, 'select count(*) as n from "经营与研发_2014-2024.csv"');
  await expect(cells(page)).toHaveText([/^\d\d,\d{3}$/]);
  await ask(page, 'show tables');
  await expect(answer(page).getByRole('heading')).toHaveText('共 3 行');
  await ask(page, 'select industry, count(*) as firms from panel where year = 2024 group by industry order by firms desc');
  await page.getByRole('button', { name: '图', exact: true }).click();
  await expect(page.getByRole('heading', { name: '各industry的 firms' })).toBeVisible();
});

test('the room stands on a phone, dark, in English, and has no fault a machine can find', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openPage(page, 'view=sql&theme=dark&lang=en');
  await expect(page.getByRole('heading', { level: 1, name: 'SQL console' })).toBeVisible();
  await ask(page, 'select * from panel');
  await expect(answer(page).getByRole('heading')).toHaveText('The first 500 of 43,202 rows', { timeout: 40_000 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(await faults(page)).toEqual([]);
  await ask(page, 'selec 1');
  await expect(page.getByRole('alert')).toContainText('this one with “selec”');
  expect(await faults(page)).toEqual([]);
});
