import { createServer, type Server } from 'node:http';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, chromium, expect, type Page, test, type TestInfo } from '@playwright/test';
import { build } from 'vite';
import type { Keeping } from '../../src/model/project';
import { momentAt } from '../fixtures/seed';
import { type WorkspacePage } from '../fixtures/workspace-page/main';

declare const workspacePage: WorkspacePage;

const POLICY =
  "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript' };

let folder: string;
let server: Server;
let address: string;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'workspace-page-'));
  await build({
    root: fileURLToPath(new URL('../fixtures/workspace-page', import.meta.url)),
    base: './',
    configFile: false,
    logLevel: 'error',
    worker: { format: 'es' },
    build: { outDir: folder, emptyOutDir: true, assetsInlineLimit: 0, target: 'es2022' },
  });
  server = createServer((request, response) => {
    const { pathname } = new URL(request.url!, 'http://page');
    const path = pathname === '/' ? 'index.html' : pathname;
    readFile(join(folder, path)).then(
      (bytes) =>
        response
          .writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream', 'content-security-policy': POLICY })
          .end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
test.afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true });
});

async function opened(context: BrowserContext, query = ''): Promise<{ page: Page; found: Awaited<ReturnType<WorkspacePage['start']>> }> {
  const page = await context.newPage();
  return { page, found: await started(page, query) };
}
async function started(page: Page, query = '') {
  await page.goto(address + query);
  return page.evaluate(() => workspacePage.start());
}
/** A workspace of one small file, saved; its id. */
async function made(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const { room } = workspacePage;
    const { id } = await room.create('示例区');
    const file = new Blob(['企业,年度\n甲,2024\n']);
    await room.importing(['税务.csv']);
    await room.keepFile('税务.csv', file);
    await room.load('税务.csv', file);
    return id;
  });
}
/** A browser with a profile on the disk. */
async function withProfile({ project }: TestInfo) {
  const { executablePath, args } = project.use.launchOptions!;
  const profile = await mkdtemp(join(tmpdir(), 'workspace-profile-'));
  const launch = () => chromium.launchPersistentContext(profile, { executablePath: executablePath!, args: args! });
  return { launch, context: await launch(), gone: () => rm(profile, { recursive: true }) };
}
const keeping = (page: Page) => page.evaluate(() => workspacePage.room.keeping() as Promise<Keeping>);
const open = (page: Page, id: string) => page.evaluate((which) => workspacePage.room.open(which), id);

for (const [query, kind] of [
  ['', 'opfs'],
  ['?bare', 'indexeddb'],
] as const) {
  test(`a workspace kept in ${kind} is there after a reload, with its file`, async ({ context }) => {
    const { page, found } = await opened(context, query);
    expect([found.store, found.lasts, found.problems]).toEqual([kind, true, []]);
    const id = await made(page);
    expect(await keeping(page)).toMatchObject({ is: 'saved' });
    const before = await page.evaluate(() => workspacePage.room.project());

    const again = await started(page, query);
    expect(again).toMatchObject({ workspaces: [{ id, name: '示例区' }], interrupted: [], evicted: [], problems: [] });
    expect(await open(page, id)).toEqual({ project: before, missing: [], problems: [] });
    const sha256 = before!.state.sources[0]!.sha256;
    expect(await page.evaluate((one) => workspacePage.room.file(one), sha256)).toBe('企业,年度\n甲,2024\n');
    expect(await page.evaluate((one) => workspacePage.room.prove(one), sha256)).toBe(true);
  });
}

test('a second tab looks on, and takes over when the first closes', async ({ context }) => {
  const first = await opened(context);
  const id = await made(first.page);
  const second = await opened(context);
  expect((await open(second.page, id)).project!.state.name).toBe('示例区');
  expect(await keeping(second.page)).toEqual({ is: 'elsewhere' });
  expect(await second.page.evaluate(() => workspacePage.room.rename('不行'))).toBe('open_elsewhere');
  expect(await second.page.evaluate((which) => workspacePage.room.remove(which), id)).toBe('open_elsewhere');
  await first.page.evaluate(() => workspacePage.room.rename('第一页的名'));
  await first.page.close();
  await expect.poll(() => keeping(second.page)).toMatchObject({ is: 'saved' });
  expect((await second.page.evaluate(() => workspacePage.room.project()))!.state.name).toBe('第一页的名');
  expect(await second.page.evaluate(() => workspacePage.room.rename('第二页的名'))).toBe('done');
  expect(await keeping(second.page)).toMatchObject({ is: 'saved' });
});

test('a page that crashes during a load keeps what was saved and names the file', async ({ context }) => {
  const { page } = await opened(context);
  const id = await made(page);
  await page.evaluate(() => workspacePage.room.importing(['专利.xlsx']));
  void page.evaluate(() => workspacePage.room.keepFile('专利.xlsx', workspacePage.noise(64 << 20))).catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, 150 + momentAt(6, 250)));
  const session = await context.newCDPSession(page);
  void session.send('Page.crash').catch(() => undefined);
  await new Promise((resolve) => page.once('crash', resolve));

  const next = await opened(context);
  expect(next.found.interrupted).toMatchObject([{ id, files: [{ name: '专利.xlsx' }] }]);
  const { project, missing, problems } = await open(next.page, id);
  expect([project!.steps.length, missing, problems]).toEqual([2, [], []]);
  expect(await keeping(next.page)).toMatchObject({ is: 'saved' });
  // The half copy went with the start of the page.
  const left = await next.page.evaluate(async () => {
    const names: string[] = [];
    for await (const name of (await (await navigator.storage.getDirectory()).getDirectoryHandle('miaopu')).keys()) names.push(name);
    return names.filter((name) => name.endsWith('.tmp'));
  });
  expect(left).toEqual([]);
});

test('a browser killed without warning loses nothing that was shown as saved', async ({}, info) => {
  const { launch, context: first, gone } = await withProfile(info);
  const { page } = await opened(first);
  const id = await made(page);
  for (let n = 1; n <= 20; n++) await page.evaluate((name) => workspacePage.room.rename(name), `第${n}次`);
  const shown = await page.evaluate(
    async () => (await workspacePage.room.told()).filter(({ keeping: { is } }) => is === 'saved').at(-1)!.steps,
  );
  const session = await first.newCDPSession(page);
  void session.send('Browser.crash' as 'Page.crash').catch(() => undefined);
  await new Promise((resolve) => first.once('close', resolve));

  const context = await launch();
  const next = await opened(context);
  const { project, missing } = await open(next.page, id);
  expect(shown).toBe(22);
  expect([project!.steps.length, project!.state.name, missing]).toEqual([22, '第20次', []]);
  await context.close();
  await gone();
});

test('a full disk is said, loses nothing, and what failed is saved once there is room', async ({ context }) => {
  const { page } = await opened(context);
  const id = await made(page);
  const session = await context.newCDPSession(page);
  const origin = new URL(address).origin;
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 << 20 });
  const code = await page.evaluate(async () => {
    const file = workspacePage.noise(8 << 20);
    Object.assign(globalThis, { kept: file });
    const refused = await workspacePage.room.keepFile('大.csv', file);
    await workspacePage.room.load('大.csv', file);
    return refused;
  });
  expect(code).toBe('storage_full');
  expect(await keeping(page)).toMatchObject({ is: 'failed', code: 'storage_full', given: '大.csv' });
  await session.send('Storage.overrideQuotaForOrigin', { origin });
  const again = await page.evaluate(async () => {
    const refused = await workspacePage.room.keepFile('大.csv', (globalThis as unknown as { kept: Blob }).kept);
    await workspacePage.room.retry();
    return refused;
  });
  expect(again).toBe('done');
  expect(await keeping(page)).toMatchObject({ is: 'saved' });
  await started(page);
  expect(await open(page, id)).toMatchObject({ missing: [], problems: [] });
});

test('storage cleared under an open page: it is said, and all but the file is written again', async ({ context }) => {
  const { page } = await opened(context);
  const id = await made(page);
  const session = await context.newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', { origin: new URL(address).origin, storageTypes: 'indexeddb,file_systems' });
  await page.evaluate(() => workspacePage.room.rename('清除之后'));
  await expect
    .poll(() => page.evaluate(() => workspacePage.room.retry() as Promise<Keeping>))
    .toMatchObject({ is: 'failed', code: 'files_evicted', given: '税务.csv' });
  await page.evaluate(() => workspacePage.room.keepFile('税务.csv', new Blob(['企业,年度\n甲,2024\n'])));
  expect(await page.evaluate(() => workspacePage.room.retry() as Promise<Keeping>)).toMatchObject({ is: 'saved' });
  await started(page);
  expect((await open(page, id)).project!.state.name).toBe('清除之后');
});

test('storage cleared behind a closed page: the workspace is named as gone', async ({ context }) => {
  const { page } = await opened(context);
  const id = await made(page);
  // The page of the tests does nothing before it is told to.
  await page.goto(address);
  const session = await context.newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', { origin: new URL(address).origin, storageTypes: 'indexeddb,file_systems' });
  const { evicted, workspaces } = await started(page);
  expect([evicted, workspaces]).toMatchObject([[{ id, name: '示例区' }], []]);
});

test('an old build stops writing when a newer one opens, and a newer layout is left alone', async ({ context }) => {
  const old = await opened(context);
  await made(old.page);
  await opened(context, '?build=build-2');
  await old.page.evaluate(() => workspacePage.room.rename('旧页'));
  expect(await keeping(old.page)).toMatchObject({ is: 'failed', code: 'newer_build' });

  // A page of the future opens the database with a layout of its own: the tabs of today let go.
  const third = await opened(context, '?build=build-3');
  const id = await made(third.page);
  await third.page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const asking = indexedDB.open('miaopu', 2);
        asking.onsuccess = () => {
          asking.result.close();
          resolve();
        };
        asking.onerror = () => reject(asking.error!);
        asking.onblocked = () => reject(new Error('blocked'));
      }),
  );
  expect(await keeping(third.page)).toMatchObject({ is: 'failed', code: 'newer_build' });
  const { problems, workspaces } = await started(third.page);
  expect([problems.map(({ code }) => code), workspaces]).toEqual([['newer_store', 'newer_store'], []]);
  expect(id).toMatch(/^[0-9a-f]{20}$/);
});

test('room is given back, but not while another tab is open', async ({ context }) => {
  const { page } = await opened(context);
  await made(page);
  await page.evaluate(() => workspacePage.room.keepFile('无主.csv', workspacePage.noise(1 << 20)));
  const other = await opened(context);
  expect(await page.evaluate(() => workspacePage.room.free())).toBe('open_elsewhere');
  await other.page.close();
  await expect.poll(() => page.evaluate(() => workspacePage.room.free())).toBe('done');
  expect(await page.evaluate(() => workspacePage.room.freed())).toBe(0);
  expect(await keeping(page)).toMatchObject({ is: 'saved' });
});

test('a million rows of 26 figures are kept and read as they lie in memory', async ({}, info) => {
  // On a disk: without a profile the browser keeps files in its own memory, behind a pipe.
  const { context, gone } = await withProfile(info);
  const { page } = await opened(context);
  const { isKept, last, bytes, ...times } = await page.evaluate(() => workspacePage.room.million());
  expect([isKept, last]).toEqual([true, 25 * 999_999]);
  expect(bytes).toBeGreaterThan(26e6 * 9);
  info.annotations.push({ type: 'milliseconds', description: JSON.stringify(times) });
  await context.close();
  await gone();
});
