import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, request, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CONTENT_SECURITY_POLICY } from '../../scripts/csp.mjs';
import { listen, pageServer, portFrom } from '../../scripts/serve.mjs';

const base = mkdtempSync(join(tmpdir(), '苗圃 serve '));
const folder = join(base, 'web');
let server: Server;
let port: number;

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'), { recursive: true });
  mkdirSync(join(folder, '示例 数据'));
  writeFileSync(join(base, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'index.html'), '<!doctype html><p>苗圃</p>');
  writeFileSync(join(folder, 'assets', 'engine-1a2b.wasm'), new Uint8Array([0, 97, 115, 109]));
  writeFileSync(join(folder, 'assets', 'x.arrow'), 'ARROW1');
  writeFileSync(join(folder, '示例 数据', '经营.csv'), '企业,年度\n');
  symlinkSync(join(base, 'secret.txt'), join(folder, 'link.txt'));
  server = pageServer(folder);
  port = await listen(server, 0, '127.0.0.1');
});
afterAll(() => {
  server.close();
  rmSync(base, { recursive: true });
});

interface Reply {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}
/** Asks with the path exactly as given: `fetch` would tidy `..` away. */
function ask(path: string, { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {}): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers }, (reply) => {
      const chunks: Buffer[] = [];
      reply.on('data', (chunk: Buffer) => chunks.push(chunk));
      reply.on('end', () => resolve({ status: reply.statusCode ?? 0, headers: reply.headers, body: Buffer.concat(chunks) }));
    });
    asked.on('error', reject).end();
  });
}

describe('the policy', () => {
  it('is exactly this', () => {
    expect(CONTENT_SECURITY_POLICY).toBe(
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; style-src 'self'; " +
        "img-src 'self' data: blob:; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
  });

  it.each(['/', '/assets/engine-1a2b.wasm', '/nowhere', '/%zz'])('goes with every answer, %s too', async (path) => {
    const { headers } = await ask(path);
    expect(headers['content-security-policy']).toBe(CONTENT_SECURITY_POLICY);
    expect(headers['x-content-type-options']).toBe('nosniff');
    // Both, or the workers may not share memory.
    expect([headers['cross-origin-opener-policy'], headers['cross-origin-embedder-policy']]).toEqual(['same-origin', 'require-corp']);
  });
});

it.each([
  ['/', 'text/html; charset=utf-8'],
  ['/index.html?x=1', 'text/html; charset=utf-8'],
  ['/assets/engine-1a2b.wasm', 'application/wasm'],
  ['/assets/x.arrow', 'application/vnd.apache.arrow.file'],
  [`/${encodeURIComponent('示例 数据')}/${encodeURIComponent('经营.csv')}`, 'text/csv; charset=utf-8'],
])('%s is served as %s', async (path, type) => {
  const { status, headers } = await ask(path);
  expect([status, headers['content-type']]).toEqual([200, type]);
});

describe('nothing outside the folder is reachable', () => {
  it.each([
    ['/../secret.txt', 404],
    ['/%2e%2e/secret.txt', 404],
    ['/assets/..%2f..%2fsecret.txt', 404],
    ['/..%5csecret.txt', 400],
    ['/index.html%00.txt', 400],
    ['/link.txt', 404],
    ['/assets', 404],
    ['/assets/', 404],
    ['/%E0%A4%A', 400],
  ])('%s is refused with %d', async (path, status) => {
    const reply = await ask(path);
    expect(reply.status).toBe(status);
    expect(reply.body.toString()).not.toContain('secret');
  });
});

it('only GET and HEAD are answered', async () => {
  const { status, headers } = await ask('/', { method: 'POST' });
  expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
});

it('HEAD has the headers of GET and no body', async () => {
  const { status, headers, body } = await ask('/', { method: 'HEAD' });
  expect([status, headers['content-length'], body.length]).toEqual([200, '28', 0]);
});

it('text is packed where the browser takes it, and only there', async () => {
  const packed = await ask('/', { headers: { 'accept-encoding': 'br, gzip' } });
  expect(packed.headers['content-encoding']).toBe('gzip');
  expect(gunzipSync(packed.body).toString()).toBe('<!doctype html><p>苗圃</p>');
  for (const given of ['', 'br', 'gzip;q=0, br']) {
    const bare = await ask('/', { headers: { 'accept-encoding': given } });
    expect([bare.headers['content-encoding'], bare.body.toString()]).toEqual([undefined, '<!doctype html><p>苗圃</p>']);
  }
  expect((await ask('/assets/engine-1a2b.wasm', { headers: { 'accept-encoding': 'gzip' } })).headers['content-encoding']).toBeUndefined();
});

it('a file asked for again is not sent again until it changes', async () => {
  const { headers } = await ask('/');
  const again = () => ask('/', { headers: { 'if-none-match': headers.etag! } });
  expect((await again()).status).toBe(304);
  writeFileSync(join(folder, 'index.html'), '<!doctype html><p>changed</p>');
  expect((await again()).status).toBe(200);
});

it('a taken port is said and the next one used', async () => {
  const other = createServer();
  await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
  const taken = (other.address() as AddressInfo).port;
  const second = pageServer(folder);
  const said: string[] = [];
  const write = process.stdout.write;
  process.stdout.write = ((text: string) => said.push(text) > 0) as typeof write;
  const used = await listen(second, taken, '127.0.0.1').finally(() => (process.stdout.write = write));
  expect(used).toBeGreaterThan(taken);
  expect(said[0]).toBe(`port ${taken} is taken, trying ${taken + 1}\n`);
  second.close();
  other.close();
});

it.each([
  [undefined, 5173],
  ['', 5173],
  ['8080', 8080],
  ['0', 0],
  ['65536', 'PORT is 65536; it must be a whole number from 0 to 65535'],
  ['-1', 'PORT is -1; it must be a whole number from 0 to 65535'],
  ['80a', 'PORT is 80a; it must be a whole number from 0 to 65535'],
])('PORT %j is %j', (given, wanted) => {
  expect(portFrom(given)).toBe(wanted);
});
