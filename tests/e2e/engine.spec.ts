import { createServer, type Server } from 'node:http';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { build } from 'vite';
import { arrowTable } from '../engine/arrow-table';
import { momentAt } from '../fixtures/seed';
import { type EnginePage } from '../fixtures/engine-page/main';

declare const enginePage: EnginePage;
declare global {
  interface Window {
    startedWorkers: Worker[];
  }
}

const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types app";
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.wasm': 'application/wasm',
};

let folder: string;
let server: Server;
let outside: Server;
let address: string;
let outsideAddress: string;
const outsideAsked: string[] = [];
/** Part of a path the server refuses, once. */
let refused = '';

const listening = (it: Server): Promise<string> =>
  new Promise((resolve) => it.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(it.address() as AddressInfo).port}`)));

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'engine-page-'));
  await build({
    root: fileURLToPath(new URL('../fixtures/engine-page', import.meta.url)),
    base: './',
    configFile: false,
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true, assetsInlineLimit: 0, target: 'es2022' },
  });
  const [panel] = arrowTable('panel', { firm: ['A', 'B'], year: [2024, 2024] }).pieces() as Uint8Array[];
  await writeFile(join(folder, 'panel.arrows'), panel!);
  server = createServer((request, response) => {
    const path = new URL(request.url!, 'http://page').pathname;
    if (refused !== '' && path.includes(refused)) {
      refused = '';
      response.writeHead(404).end();
      return;
    }
    readFile(join(folder, path === '/' ? 'index.html' : path)).then(
      (bytes) => {
        response.writeHead(200, {
          'content-type': TYPES[extname(path === '/' ? 'index.html' : path)] ?? 'application/octet-stream',
          'content-security-policy': POLICY,
        });
        response.end(bytes);
      },
      () => response.writeHead(404).end(),
    );
  });
  outside = createServer((request, response) => {
    outsideAsked.push(request.url!);
    response.writeHead(200, { 'access-control-allow-origin': '*' }).end('outside');
  });
  address = await listening(server);
  outsideAddress = await listening(outside);
});
test.afterAll(async () => {
  server.close();
  outside.close();
  await rm(folder, { recursive: true });
});

/** The page with its panel in the engine; the workers it starts are kept, to be killed. */
async function open(page: Page): Promise<string[]> {
  const violations: string[] = [];
  page.on('pageerror', (error) => violations.push(error.message));
  page.on('console', (message) => {
    if (/Content Security Policy|TrustedScriptURL/.test(message.text())) violations.push(message.text());
  });
  await page.addInitScript(() => {
    window.startedWorkers = [];
    window.Worker = class extends Worker {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        window.startedWorkers.push(this);
      }
    };
  });
  await page.goto(address);
  await page.evaluate(() => enginePage.insert());
  return violations;
}

test('the engine boots under the strict policy, its sandbox is closed, and it answers', async ({ page }) => {
  const violations = await open(page);
  expect(await page.evaluate(() => enginePage.firms())).toBe(2);
  expect((await page.evaluate(() => enginePage.sandbox()))?.trials.filter(({ refused }) => !refused)).toEqual([]);
  expect(await page.evaluate(() => enginePage.states)).toEqual(['booting', 'ready', 'busy', 'ready', 'busy', 'ready']);
  expect(violations).toEqual([]);
});

test('no address of another origin is ever asked, not even by SQL', async ({ page }) => {
  await open(page);
  outsideAsked.length = 0;
  expect(await page.evaluate((to) => enginePage.leak(`${to}/leak.csv`), outsideAddress)).toContain('Permission Error');
  expect(outsideAsked).toEqual([]);
});

for (const how of ['cancel', 'deadline'] as const) {
  test(`an endless question ends by ${how}, and the same engine answers the next one`, async ({ page }) => {
    await open(page);
    const ended = await page.evaluate((by) => enginePage.endless(600, by), how);
    expect(ended.code).toBe(how === 'cancel' ? 'cancelled' : 'deadline');
    expect(ended.took).toBeLessThan(1500);
    expect(await page.evaluate(() => enginePage.firms())).toBe(2);
    expect(await page.evaluate(() => enginePage.generation())).toBe(1);
  });
}

test('a worker that dies without a word is noticed, and the engine comes back with its tables', async ({ page }) => {
  await open(page);
  await page.evaluate(() => window.startedWorkers.at(-1)!.terminate());
  await expect.poll(() => page.evaluate(() => enginePage.generation())).toBe(2);
  expect(await page.evaluate(() => enginePage.firms())).toBe(2);
  expect(await page.evaluate(() => enginePage.states)).toContain('rebuilding');
});

for (const lost of ['watched-worker', 'duckdb-browser-eh.worker', 'duckdb-eh']) {
  test(`a start that cannot fetch ${lost} once is tried again`, async ({ page }) => {
    refused = lost;
    await open(page);
    expect(refused).toBe('');
    expect(await page.evaluate(() => enginePage.firms())).toBe(2);
    expect(await page.evaluate(() => enginePage.generation())).toBe(2);
  });
}

test('a worker that dies while it boots is noticed before any deadline', async ({ page }) => {
  await page.addInitScript(
    (wait) => {
      const original = Worker.prototype.postMessage;
      let first = true;
      // The first message is the order to instantiate: by the time the worker has it, it holds its lock.
      Worker.prototype.postMessage = function (this: Worker, ...message: unknown[]) {
        Reflect.apply(original, this, message);
        if (first) setTimeout(() => this.terminate(), wait);
        first = false;
      };
    },
    300 + momentAt(7, 300),
  );
  const from = Date.now();
  await open(page);
  expect(await page.evaluate(() => enginePage.generation())).toBe(2);
  expect(Date.now() - from).toBeLessThan(20_000);
});
