import { rm } from 'node:fs/promises';
import { type BrowserContext, chromium, type CDPSession, type Locator, type Page, type TestInfo } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/chromium.mjs';
import { momentAt, SEED } from '../fixtures/seed';
import { boardCsv, chooseFiles, downloaded, expect, type GivenFile, goTo, openPage, seenRows, test } from './page';

test.use({ actionTimeout: 60_000 });
test.describe.configure({ timeout: 180_000 });

const HEAD = '统一社会信用代码,企业名称,年度,营业收入（万元）,研发费用（万元）\n';
const CODES = ['91000000MA0000001R', '91000000MA0000002W', '91000000MA00000030', '91000000MA00000043', '91000000MA00000056'];
const firms = (year: number): string =>
  CODES.map((code, at) => `${code},示例${'甲乙丙丁戊'[at]}科技有限公司,${year},${(at + 1) * 1000},${(at + 1) * 100}\n`).join('');
const FIRST: GivenFile = { name: '年报.csv', bytes: HEAD + firms(2023) };
const TITLE = '2023 年度创新积分榜';

/** Whether it is saved, as the top bar says. */
const keeping = (page: Page): Locator =>
  page.getByRole('banner').getByRole('button', { name: /^(?:示例 · 合成数据|未保存|保存中|已保存|保存失败|在另一标签页打开)/ });
const expectSaved = (page: Page): Promise<void> => expect(keeping(page)).toHaveText(/^\s*已保存/, { timeout: 60_000 });

async function load(page: Page): Promise<void> {
  await chooseFiles(page, FIRST);
  await page.getByRole('button', { name: '载入 1 个文件' }).click();
  await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible({ timeout: 60_000 });
}

async function history(page: Page): Promise<readonly string[]> {
  await goTo(page, '数据');
  await page.getByRole('tab', { name: '历史' }).click();
  const list = page.getByRole('tabpanel', { name: '历史' }).getByRole('listitem');
  await expect(list.first()).toBeVisible();
  return list.locator('.what').allInnerTexts();
}

async function clearAll(session: CDPSession, page: Page): Promise<void> {
  await session.send('Storage.clearDataForOrigin', { origin: new URL(page.url()).origin, storageTypes: 'indexeddb,file_systems' });
}

/** Figures a packer cannot make small, so that a file of them takes time to keep. */
function heavy(rows: number, seed: number): string {
  let state = seed;
  const next = (): number => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0);
  const lines = Array.from({ length: rows }, (_, at) => `F${at},示例${at}企业,2023,${next() / 97},${next() / 89}`);
  return `企业编号,企业名称,年度,营业收入（万元）,研发费用（万元）\n${lines.join('\n')}\n`;
}

test('saved is shown only when it is; a reload comes back to the same board and history', async ({ page }) => {
  await openPage(page);
  await expect(keeping(page)).toHaveText('示例 · 合成数据');
  await load(page);
  await expectSaved(page);
  const [rows, csv, steps] = [await seenRows(page), await boardCsv(page), await history(page)];
  expect(steps[0]).toBe('载入 年报.csv');
  await page.reload();
  await goTo(page, '榜单');
  await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible({ timeout: 60_000 });
  await expectSaved(page);
  expect(await seenRows(page)).toEqual(rows);
  expect(await boardCsv(page)).toEqual(csv);
  expect(await history(page)).toEqual(steps);
});

test('a second tab looks on and says so, and goes on saving when the first closes', async ({ context, page }) => {
  await openPage(page);
  await load(page);
  await expectSaved(page);
  const second = await context.newPage();
  await second.goto('./');
  await expect(keeping(second)).toHaveText('在另一标签页打开，只读', { timeout: 60_000 });
  await expect(second.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
  await page.close();
  await expectSaved(second);
});

test('as one .miaopu file it is closed, opened again and the same', async ({ page }) => {
  await openPage(page);
  await load(page);
  await expectSaved(page);
  const rows = await seenRows(page);
  await keeping(page).click();
  const file = await downloaded(page, () => page.getByRole('button', { name: '另存为 .miaopu 文件' }).click());
  expect(file.name).toMatch(/\.miaopu$/);
  await keeping(page).click();
  await page.getByRole('button', { name: '关闭数据，释放内存' }).click();
  await expect(keeping(page)).toHaveText('示例 · 合成数据', { timeout: 60_000 });
  // The menu goes when the sample is back.
  await expect(page.getByRole('button', { name: '打开 .miaopu 文件' })).toBeHidden({ timeout: 60_000 });
  await keeping(page).click();
  const asked = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '打开 .miaopu 文件' }).click();
  await (await asked).setFiles({ name: file.name, mimeType: 'application/octet-stream', buffer: file.bytes });
  await goTo(page, '榜单');
  await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible({ timeout: 60_000 });
  await expect.poll(() => seenRows(page)).toEqual(rows);
});

test('a full disk is said in words', async ({ page, context }) => {
  await openPage(page);
  await load(page);
  await expectSaved(page);
  const session = await context.newCDPSession(page);
  const { origin } = new URL(page.url());
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 << 20 });
  await goTo(page, '数据');
  await chooseFiles(page, { name: '大.csv', bytes: heavy(60_000, 6 + SEED) });
  await page.getByRole('button', { name: '载入 1 个文件' }).click();
  await expect(keeping(page)).toHaveText('保存失败', { timeout: 60_000 });
  await expect(page.getByRole('banner').getByRole('alert')).toContainText(/保存失败：.+先前已保存的还在；请另存为 \.miaopu 文件/);
});

test('storage cleared under the page is said in words, with what to do', async ({ page, context }) => {
  await openPage(page);
  await load(page);
  await expectSaved(page);
  await clearAll(await context.newCDPSession(page), page);
  await page.reload();
  await expect(page.getByText(/浏览器为腾空间清掉了本机保存的.+请打开您最近另存的 \.miaopu 文件/)).toBeVisible({ timeout: 60_000 });
});

/** Chooses a file large enough to be met in the middle of its load. */
async function beginLoad(page: Page): Promise<void> {
  await goTo(page, '数据');
  await chooseFiles(page, { name: '专利.csv', bytes: heavy(200_000, 10 + SEED) });
  await page.getByRole('button', { name: '载入 1 个文件' }).click();
  await expect(page.getByRole('progressbar').first()).toBeVisible();
  await page.waitForTimeout(momentAt(4, 200));
}

async function expectBack(page: Page): Promise<void> {
  await expect(page.getByText(/正在载入时中断了，这些文件没有载入完：专利\.csv。已保存的都在。请再选一次这些文件。/)).toBeVisible({
    timeout: 60_000,
  });
  await expectSaved(page);
  expect((await history(page))[0]).toBe('载入 年报.csv');
  await goTo(page, '榜单');
  await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
  expect(await seenRows(page)).toHaveLength(CODES.length);
}

test('a page that crashes during an import comes back with what was saved and names the file', async ({ page, context }) => {
  await openPage(page);
  await load(page);
  await expectSaved(page);
  await beginLoad(page);
  const session = await context.newCDPSession(page);
  void session.send('Page.crash').catch(() => undefined);
  await new Promise((resolve) => page.once('crash', resolve));
  const next = await context.newPage();
  await next.goto('./');
  await expectBack(next);
});

/** A browser with a profile of its own, which can be killed and started again. */
async function launched(info: TestInfo, baseURL: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(info.outputPath('profile'), {
    executablePath: findChromium()!,
    args: CHROMIUM_FLAGS,
    baseURL,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 900 },
  });
}

test('a browser killed during an import comes back with what was saved and names the file', async ({ baseURL }, info) => {
  test.setTimeout(240_000);
  const first = await launched(info, baseURL!);
  const page = await first.newPage();
  await openPage(page);
  await load(page);
  await expectSaved(page);
  await beginLoad(page);
  const session = await first.newCDPSession(page);
  void session.send('Browser.crash' as 'Page.crash').catch(() => undefined);
  await new Promise((resolve) => first.once('close', resolve));

  const second = await launched(info, baseURL!);
  const next = await second.newPage();
  await next.goto('./');
  await expectBack(next);
  await second.close();
  await rm(info.outputPath('profile'), { recursive: true, force: true });
});
