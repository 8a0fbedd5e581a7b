import { createReadStream, realpathSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { CONTENT_SECURITY_POLICY } from './csp.mjs';
import { isMain, runMain } from './steps/main.mjs';
import { ROOT } from './steps/root.mjs';
import { say } from './steps/say.mjs';

const DEFAULT_PORT = 5173;
const PORTS_TRIED = 20;

/** @type {Readonly<Record<string, string>>} */
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.arrow': 'application/vnd.apache.arrow.file',
  '.arrows': 'application/vnd.apache.arrow.stream',
};
const isText = (/** @type {string} */ type) => type.includes('charset') || type === 'image/svg+xml';
const pack = promisify(gzip);

/**
 * The file an address asks for, or the status that refuses it. Nothing outside the folder is reachable, by `..`, by code or by link.
 * @param {string} folder resolved, real
 * @param {string} address path and query of the request
 * @returns {{ path: string, size: number, changed: number } | { status: 400 | 404 }}
 */
export function findFile(folder, address) {
  let name;
  try {
    name = decodeURIComponent(address.split(/[?#]/, 1)[0] ?? '');
  } catch {
    return { status: 400 };
  }
  if (!name.startsWith('/') || name.includes('\0') || name.includes('\\')) return { status: 400 };
  try {
    const path = realpathSync(join(folder, name.endsWith('/') ? `${name}index.html` : name));
    const facts = statSync(path);
    if (!path.startsWith(folder + sep) || !facts.isFile()) return { status: 404 };
    return { path, size: facts.size, changed: facts.mtimeMs };
  } catch {
    return { status: 404 };
  }
}

/**
 * A server for one folder: GET and HEAD, strict policy, no listing, text packed where the browser takes it.
 * @param {string} directory
 * @returns {import('node:http').Server}
 */
export function pageServer(directory) {
  const folder = realpathSync(directory);
  /** @type {Map<string, { tag: string, bytes: Buffer }>} */
  const packed = new Map();

  return createServer(async (request, response) => {
    response.setHeader('Content-Security-Policy', CONTENT_SECURITY_POLICY);
    // Isolated, so that the workers may share memory: a column is then never copied from one to the other.
    response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
    response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp');
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Referrer-Policy', 'no-referrer');
    const refuse = (/** @type {number} */ status, /** @type {string} */ words) =>
      response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${words}\n`);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      return refuse(405, 'only GET and HEAD are answered');
    }
    const file = findFile(folder, request.url ?? '/');
    if ('status' in file) return refuse(file.status, file.status === 400 ? 'the address cannot be read' : 'there is no such file');

    const type = TYPES[extname(file.path).toLowerCase()] ?? 'application/octet-stream';
    const tag = `"${file.size.toString(36)}-${Math.round(file.changed).toString(36)}"`;
    // File names under assets/ carry a hash of their content, so they never change.
    const forEver = file.path.startsWith(join(folder, 'assets') + sep);
    response.setHeader('Content-Type', type);
    response.setHeader('Cache-Control', forEver ? 'public, max-age=31536000, immutable' : 'no-cache');
    response.setHeader('ETag', tag);
    if (isText(type)) response.setHeader('Vary', 'Accept-Encoding');
    if (request.headers['if-none-match'] === tag) return response.writeHead(304).end();

    const takesGzip = /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(String(request.headers['accept-encoding'] ?? ''));
    if (isText(type) && takesGzip) {
      let known = packed.get(file.path);
      if (known?.tag !== tag) {
        try {
          known = { tag, bytes: await pack(await readFile(file.path)) };
        } catch {
          return refuse(500, 'the file cannot be read');
        }
        packed.set(file.path, known);
      }
      response.writeHead(200, { 'Content-Encoding': 'gzip', 'Content-Length': known.bytes.length });
      return response.end(request.method === 'HEAD' ? undefined : known.bytes);
    }
    response.writeHead(200, { 'Content-Length': file.size });
    if (request.method === 'HEAD') return response.end();
    createReadStream(file.path)
      .on('error', () => response.destroy())
      .pipe(response);
  });
}

/**
 * The port a person asked for; a text says why it cannot be one.
 * @param {string | undefined} text
 * @returns {number | string}
 */
export function portFrom(text) {
  if (text === undefined || text.trim() === '') return DEFAULT_PORT;
  const port = Number(text);
  return /^\d+$/.test(text.trim()) && port <= 65535 ? port : `PORT is ${text}; it must be a whole number from 0 to 65535`;
}

/**
 * Starts listening, on the next port where the wanted one is taken. Port 0 lets the system choose.
 * @param {import('node:http').Server} server
 * @param {number} wanted
 * @param {string} host
 * @returns {Promise<number>} the port in use
 */
export async function listen(server, wanted, host) {
  const last = Math.min(wanted + (wanted === 0 ? 0 : PORTS_TRIED), 65535);
  for (let port = wanted; ; port++) {
    try {
      return await new Promise((found, failed) => {
        server.once('error', failed);
        server.listen(port, host, () => {
          server.off('error', failed);
          const address = server.address();
          found(typeof address === 'object' && address ? address.port : port);
        });
      });
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : '';
      if ((code !== 'EADDRINUSE' && code !== 'EACCES') || port >= last) throw error;
      say(`port ${port} ${code === 'EACCES' ? 'is not allowed' : 'is taken'}, trying ${port + 1}`);
    }
  }
}

/**
 * Serves a folder until the process is told to end, and prints the address. Answers an exit code.
 * @param {string} directory
 * @returns {Promise<number>}
 */
export async function serve(directory) {
  const port = portFrom(process.env.PORT);
  if (typeof port === 'string') throw new Error(port);
  const host = process.env.HOST ?? '127.0.0.1';
  const server = pageServer(directory);
  const used = await listen(server, port, host);
  say(`\nMiaopu 苗圃 is at http://${host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host}:${used}/   (Ctrl+C ends it)`);
  return new Promise((end) => {
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
      process.once(signal, () => {
        server.close(() => end(0));
        server.closeAllConnections();
      });
    }
  });
}

// `node scripts/serve.mjs [folder]` serves a built page on its own.
if (isMain(import.meta.url)) await runMain(() => serve(resolve(process.argv[2] ?? join(ROOT, 'dist', 'web'))));
