import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, expect, type Locator, type Page, test as base } from '@playwright/test';
import Papa from 'papaparse';

/** Files of the tests that are no part of this repository; a test of them skips, saying so, where they are not. */
export const DATASETS = fileURLToPath(new URL('../../../shared/datasets/', import.meta.url));
export const withoutDatasets = (name: string): boolean => !existsSync(DATASETS + name);

export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array | string;
}

/** Every test of the page also proves the walls: nothing is asked of another origin, no policy is broken, nothing is thrown. */
export const test = base.extend<{ walls: void; thrown: RegExp | null }>({
  /** What a test makes the page throw on purpose. */
  thrown: [null, { option: true }],
  walls: [
    async ({ context, baseURL, thrown }, use) => {
      const broken = watchWalls(context, new URL(baseURL!).origin);
      await use();
      expect(broken.filter((words) => !thrown?.test(words))).toEqual([]);
    },
    { auto: true },
  ],
});
export { expect };

function watchWalls(context: BrowserContext, origin: string): string[] {
  const broken: string[] = [];
  context.on('request', (request) => {
    const url = request.url();
    if (!/^(?:data|blob):/.test(url) && new URL(url).origin !== origin) broken.push(`request to ${url}`);
  });
  context.on('console', (message) => {
    if (/Content Security Policy|TrustedScript|TrustedHTML/.test(message.text())) broken.push(message.text());
  });
  context.on('weberror', (error) => broken.push(error.error().message));
  return broken;
}

/** The page with its first board. What is asked of it waits for the sample by itself. */
export async function openPage(page: Page, fragment = ''): Promise<void> {
  await page.goto(fragment === '' ? './' : `./#${fragment}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

/** The page once its sample is loaded and the engine holds it. */
export async function openLive(page: Page, fragment = ''): Promise<void> {
  await openPage(page, fragment);
  await expectLive(page);
}

export async function expectLive(page: Page): Promise<void> {
  await expect(page.getByRole('banner').getByText(/引擎(?:启动|计算|重建)中|engine (?:is )?(?:starting|busy|rebuilding)/i)).toHaveCount(0, {
    timeout: 30_000,
  });
  await expect(page.getByRole('navigation', { name: /^(?:视图|Views?)$/ })).toBeVisible();
}

export const board = (page: Page): Locator => page.getByRole('grid');
export const drawer = (page: Page): Locator => page.getByRole('complementary');

export async function goTo(page: Page, view: '数据' | '方案' | '榜单' | 'SQL'): Promise<void> {
  await page.getByRole('navigation', { name: '视图' }).getByRole('button', { name: view }).click();
}

export interface SeenRow {
  readonly rank: string;
  readonly firm: string;
  readonly score: string;
}

/** The rows of the board on screen, as read. */
export async function seenRows(page: Page): Promise<readonly SeenRow[]> {
  const names = await board(page).getByRole('columnheader').allInnerTexts();
  const [rank, score] = ['名次', '得分'].map((name) => names.findIndex((text) => text.startsWith(name)));
  const rows = await board(page)
    .getByRole('row')
    .evaluateAll((all) =>
      all.map((row) => ({
        cells: [...row.querySelectorAll('[role=gridcell]')].map((cell) => cell.textContent!.trim()),
        firm: row.querySelector('.firm b')?.textContent ?? '',
      })),
    );
  return rows.filter(({ cells }) => cells.length > 1).map(({ cells, firm }) => ({ rank: cells[rank!]!, firm, score: cells[score!]! }));
}

/** Gives files to the page by the button a person uses. */
export async function chooseFiles(page: Page, ...files: readonly GivenFile[]): Promise<void> {
  const asked = page.waitForEvent('filechooser');
  await page
    .getByRole('group', { name: /拖入|Drop/ })
    .getByRole('button', { name: /^(?:选择文件|Choose files?)$/ })
    .click();
  await (await asked).setFiles(files.map(asUpload));
}

/** Drops files on a place of the page. */
export async function dropFiles(page: Page, on: Locator, ...files: readonly GivenFile[]): Promise<void> {
  const given = files.map(asUpload).map(({ name, buffer }) => ({ name, base64: buffer.toString('base64') }));
  const transfer = await page.evaluateHandle((parts) => {
    const data = new DataTransfer();
    for (const { name, base64 } of parts) {
      data.items.add(new File([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))], name));
    }
    return data;
  }, given);
  await on.dispatchEvent('dragover', { dataTransfer: transfer });
  await on.dispatchEvent('drop', { dataTransfer: transfer });
}

function asUpload({ name, bytes }: GivenFile): { name: string; mimeType: string; buffer: Buffer } {
  return { name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) };
}

/** What a click hands out as a file. */
export async function downloaded(page: Page, click: () => Promise<void>): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const coming = page.waitForEvent('download');
  await click();
  const file = await coming;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

/** The board as its CSV: all rows of the year and segment, unrounded, by column. */
export async function boardCsv(page: Page): Promise<readonly Readonly<Record<string, string>>[]> {
  const { bytes } = await downloaded(page, async () => {
    await page.getByRole('button', { name: '导出' }).click();
    await page.getByRole('dialog', { name: '导出' }).getByRole('button', { name: '下载 CSV' }).click();
  });
  return csvRows(bytes.toString('utf8'));
}

export function csvRows(text: string): readonly Readonly<Record<string, string>>[] {
  const { data, errors } = Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: true });
  expect(errors).toEqual([]);
  return data;
}

/** The board shipped beside the page. */
export function shippedBoard(): { readonly board: { readonly year: number; readonly rows: readonly ShippedRow[] } } {
  return JSON.parse(readFileSync(fileURLToPath(new URL('../../dist/web/first-board.json', import.meta.url)), 'utf8')) as {
    board: { year: number; rows: ShippedRow[] };
  };
}
export interface ShippedRow {
  readonly firm: string;
  readonly name: string;
  readonly rank: number | null;
  readonly score: number | null;
  readonly overall: number | null;
  readonly coverage: number;
}

/** A loaded file's account as the page says it, in numbers. */
export function accountIn(text: string): {
  readonly read: number;
  readonly loaded: number;
  readonly rejected: number;
  readonly skipped: number;
} {
  const found = /读入 ([\d,]+) = 载入 ([\d,]+) \+ 拒绝 ([\d,]+) \+ 跳过 ([\d,]+)/.exec(text);
  if (!found) throw new Error(`no account in: ${text}`);
  const [read, loaded, rejected, skipped] = found.slice(1).map((figure) => Number(figure.replaceAll(',', '')));
  return { read: read!, loaded: loaded!, rejected: rejected!, skipped: skipped! };
}

/** Loads what waits, in the data view. */
export async function loadWaiting(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^载入 \d+ 个文件$/ }).click();
}

/** A source that is loaded, in the data view. */
export async function openSource(page: Page, name: string): Promise<Locator> {
  await goTo(page, '数据');
  await page
    .getByRole('navigation', { name: '来源' })
    .getByRole('button', { name: new RegExp(`^${name.replace(/[.()]/g, '\\$&')} [\\d,]+ 行$`) })
    .click();
  const region = page.getByRole('region', { name, exact: true });
  await expect(region).toBeVisible();
  return region;
}
