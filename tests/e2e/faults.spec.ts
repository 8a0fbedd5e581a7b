import type { Page } from '@playwright/test';
import { momentAt } from '../fixtures/seed';
import { chooseFiles, expect, type GivenFile, goTo, openPage, seenRows, test } from './page';

test.use({ actionTimeout: 60_000 });
test.describe.configure({ timeout: 240_000 });

const HEAD = '统一社会信用代码,企业名称,年度,营业收入（万元）,研发费用（万元）\n';
const CODES = ['91000000MA0000001R', '91000000MA0000002W', '91000000MA00000030'];
const FILE: GivenFile = {
  name: '年报.csv',
  bytes: HEAD + CODES.map((code, at) => `${code},示例${'甲乙丙'[at]}科技有限公司,2023,${at + 1},${at + 1}\n`).join(''),
};
const TITLE = '2023 年度创新积分榜';

async function load(page: Page): Promise<void> {
  await chooseFiles(page, FILE);
  await page.getByRole('button', { name: '载入 1 个文件' }).click();
  await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('banner').getByRole('button', { name: /^已保存/ })).toBeVisible({ timeout: 60_000 });
}

test('without the engine’s program the board, the files and saving work, and it is said', async ({ page }) => {
  await page.route(/duckdb-eh.*\.wasm/, (route) => route.fulfill({ status: 404, body: '' }));
  await openPage(page);
  await load(page);
  expect(await seenRows(page)).toHaveLength(3);
  await expect(page.getByText(/引擎未能启动|引擎没有装入数据/).first()).toBeVisible({ timeout: 60_000 });
});

test.describe('an engine whose program is none', () => {
  test.use({ thrown: /expected magic word/ });
  test('an engine that may not be compiled is said, and the board stands', async ({ page }) => {
    await page.route(/duckdb-eh.*\.wasm/, (route) => route.fulfill({ status: 200, contentType: 'application/wasm', body: 'no program' }));
    await openPage(page);
    await load(page);
    expect(await seenRows(page)).toHaveLength(3);
    await expect(page.getByText(/引擎未能启动|引擎没有装入数据/).first()).toBeVisible({ timeout: 30_000 });
  });
});

test('a reload in the middle of a load keeps what was saved and names the file', async ({ page }) => {
  await openPage(page);
  await load(page);
  await goTo(page, '数据');
  const rows = Array.from({ length: 300_000 }, (_, at) => `F${at},示例${at}企业,2023,${(at * 7919) % 99991},${(at * 104729) % 9973}`);
  await chooseFiles(page, { name: '专利.csv', bytes: `企业编号,企业名称,年度,营业收入（万元）,研发费用（万元）\n${rows.join('\n')}\n` });
  await page.getByRole('button', { name: '载入 1 个文件' }).click();
  await expect(page.getByRole('progressbar').first()).toBeVisible();
  await page.waitForTimeout(momentAt(5, 200));
  await page.reload();
  await expect(page.getByText(/这些文件没有载入完：专利\.csv。已保存的都在。请再选一次这些文件。/)).toBeVisible({ timeout: 60_000 });
  await goTo(page, '榜单');
  await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible({ timeout: 60_000 });
  expect(await seenRows(page)).toHaveLength(3);
});

test('Back to the page after leaving it finds the workspace as it was', async ({ page }) => {
  await openPage(page);
  await load(page);
  const rows = await seenRows(page);
  await page.goto('about:blank');
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible({ timeout: 60_000 });
  expect(await seenRows(page)).toEqual(rows);
  await expect(page.getByRole('banner').getByRole('button', { name: /^已保存/ })).toBeVisible({ timeout: 60_000 });
});

test('a tab put away and woken goes on where it was', async ({ page, context }) => {
  await openPage(page);
  await load(page);
  const rows = await seenRows(page);
  const session = await context.newCDPSession(page);
  await session.send('Page.setWebLifecycleState', { state: 'frozen' });
  await session.send('Page.setWebLifecycleState', { state: 'active' });
  expect(await seenRows(page)).toEqual(rows);
  await goTo(page, '数据');
  await page.getByRole('tab', { name: '历史' }).click();
  await expect(page.getByRole('tabpanel', { name: '历史' })).toContainText('载入 年报.csv');
});
