import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { isMain, runMain } from './steps/main.mjs';
import { ROOT } from './steps/root.mjs';
import { say } from './steps/say.mjs';

/** Most that may travel, in bytes after gzip: script before the first paint; page, scripts and styles without the engine. */
export const BUDGET = { firstPaint: 60 * 1024, shell: 180 * 1024 };

/** @typedef {{ file: string, src?: string, isEntry?: boolean, imports?: string[], dynamicImports?: string[], css?: string[] }} Chunk */

/** The engine is fetched after the board stands, and on its own. */
const isEngine = (/** @type {string} */ key) => /(^|\/)(src\/engine\/|node_modules\/@duckdb\/)/.test(key);

/**
 * Keys of the chunks reached from the page's entry: by static imports only, or by dynamic ones too, the engine apart.
 * @param {Record<string, Chunk>} manifest as Vite writes it
 * @param {boolean} lazyToo
 * @returns {string[]}
 */
export function reached(manifest, lazyToo) {
  const seen = new Set();
  const visit = (/** @type {string} */ key) => {
    const chunk = manifest[key];
    if (!chunk) throw new Error(`${key} is not in the manifest`);
    if (seen.has(key)) return;
    seen.add(key);
    for (const next of chunk.imports ?? []) visit(next);
    if (lazyToo) for (const next of chunk.dynamicImports ?? []) if (!isEngine(next)) visit(next);
  };
  for (const [key, chunk] of Object.entries(manifest)) if (chunk.isEntry) visit(key);
  return [...seen].sort();
}

/**
 * Bytes that travel. `packedSize` gives the gzip size of a file of the build.
 * @param {Record<string, Chunk>} manifest
 * @param {(file: string) => number} packedSize
 * @returns {{ firstPaint: number, shell: number }}
 */
export function measure(manifest, packedSize) {
  const sum = (/** @type {Iterable<string>} */ files) => [...new Set(files)].reduce((total, file) => total + packedSize(file), 0);
  const scripts = (/** @type {string[]} */ keys) => keys.map((key) => manifest[key]?.file ?? '').filter((file) => file.endsWith('.js'));
  const all = reached(manifest, true);
  const styles = all.flatMap((key) => manifest[key]?.css ?? []);
  return { firstPaint: sum(scripts(reached(manifest, false))), shell: sum([...scripts(all), ...styles, 'index.html']) };
}

/** Sizes of dist/web in bytes, null where nothing is built. */
export function builtSizes() {
  const folder = join(ROOT, 'dist', 'web');
  const path = join(folder, '.vite', 'manifest.json');
  if (!existsSync(path)) return null;
  return measure(JSON.parse(readFileSync(path, 'utf8')), (file) => gzipSync(readFileSync(join(folder, file))).length);
}

/** Measures dist/web and says each size beside its limit. Answers whether all are kept. */
export function checkSize() {
  const sizes = builtSizes();
  if (!sizes) {
    say('there is no built page to measure. Run: npm run build');
    return false;
  }
  const names = /** @type {const} */ (['firstPaint', 'shell']);
  for (const name of names) say(`${name}: ${(sizes[name] / 1024).toFixed(1)} KB gz of ${BUDGET[name] / 1024} KB`);
  return names.every((name) => sizes[name] <= BUDGET[name]);
}

if (isMain(import.meta.url)) await runMain(async () => (checkSize() ? 0 : 1));
