import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { isMain, runMain } from './steps/main.mjs';
import { ROOT } from './steps/root.mjs';
import { say } from './steps/say.mjs';

/**
 * Most that may travel, in bytes after gzip: script before the first paint; page, scripts and styles of the frame and the board, with all it opens; what a
 * further room adds to that with its first visit; and what each page of a room adds to the room (docs/decisions/0004-budgets-of-rooms.md). The editor of
 * statements is a page with a limit of its own (docs/decisions/0005-the-editor-of-statements.md).
 */
export const BUDGET = { firstPaint: 60 * 1024, shell: 180 * 1024, room: 60 * 1024, page: 60 * 1024, editor: 130 * 1024 };

/** @typedef {{ file: string, src?: string, isEntry?: boolean, imports?: string[], dynamicImports?: string[], css?: string[] }} Chunk */

/** The engine is fetched after the board stands, and on its own. */
const isEngine = (/** @type {string} */ key) => /(^|\/)(src\/engine\/|node_modules\/@duckdb\/)/.test(key);

/** A view the shell opens on demand: a room with a budget of its own. The board and the drawer are the shell's. */
const ROOM = /^src\/views\/(data|scheme|distributions|seedlings|sql)\/View\.svelte$/;
/** What a room brings along beside its view. */
const PART = new Map([
  ['src/state/scheme-room.svelte.ts', 'src/views/scheme/View.svelte'],
  // Drawn on a board only after the scheme room has tested it.
  ['src/views/scheme/firmness/whisker.ts', 'src/views/scheme/View.svelte'],
  ['src/views/scheme/later.ts', 'src/views/scheme/View.svelte'],
  ['src/views/data/later.ts', 'src/views/data/View.svelte'],
  ['src/views/distributions/later.ts', 'src/views/distributions/View.svelte'],
  ['src/state/spread.svelte.ts', 'src/views/distributions/View.svelte'],
  ['src/state/chart-file.ts', 'src/views/distributions/ExportDialog.svelte'],
  ['src/views/seedlings/later.ts', 'src/views/seedlings/View.svelte'],
  ['src/state/seedling.svelte.ts', 'src/views/seedlings/View.svelte'],
  ['src/views/sql/later.ts', 'src/views/sql/View.svelte'],
  ['src/state/sql-room.svelte.ts', 'src/views/sql/View.svelte'],
  ['src/views/sql/Console.svelte', 'src/views/sql/View.svelte'],
]);
/** A page of a room, fetched when it is turned to; and what is opened over the frame but speaks a room's words. */
const PAGE =
  /^src\/views\/((?:data|scheme|distributions|sql)\/(?:[a-z]+\/)?(?:Offered|LeavingAsk|Joining|Quality|Districts|History|Editor|Compare|Firmness|Consistency|Segments|Groups|Change|Concentration|Matrix|Heat|Relation|ExportDialog|MakeDialog|BandsDialog))\.svelte$|^src\/views\/(firm\/portraits)\.ts$/;

/**
 * Keys of the chunks reached from the page's entry: by static imports only, or by dynamic ones too, the engine and the rooms apart.
 * @param {Record<string, Chunk>} manifest as Vite writes it
 * @param {boolean} lazyToo
 * @param {readonly string[]} [open] the room and page that are open
 * @returns {string[]}
 */
export function reached(manifest, lazyToo, open = []) {
  const seen = new Set();
  const isApart = (/** @type {string} */ key) =>
    isEngine(key) || ((ROOM.test(key) || PAGE.test(key)) && !open.includes(key)) || (PART.has(key) && !open.includes(PART.get(key) ?? ''));
  const visit = (/** @type {string} */ key) => {
    const chunk = manifest[key];
    if (!chunk) throw new Error(`${key} is not in the manifest`);
    if (seen.has(key)) return;
    seen.add(key);
    for (const next of chunk.imports ?? []) visit(next);
    if (lazyToo) for (const next of chunk.dynamicImports ?? []) if (!isApart(next)) visit(next);
  };
  for (const [key, chunk] of Object.entries(manifest)) if (chunk.isEntry) visit(key);
  return [...seen].sort();
}

/**
 * Bytes that travel. `packedSize` gives the gzip size of a file of the build.
 * @param {Record<string, Chunk>} manifest
 * @param {(file: string) => number} packedSize
 * @returns {{ firstPaint: number, shell: number, rooms: Record<string, number>, pages: Record<string, number> }}
 */
export function measure(manifest, packedSize) {
  const sum = (/** @type {Iterable<string>} */ files) => [...new Set(files)].reduce((total, file) => total + packedSize(file), 0);
  const scripts = (/** @type {string[]} */ keys) => keys.map((key) => manifest[key]?.file ?? '').filter((file) => file.endsWith('.js'));
  const styles = (/** @type {string[]} */ keys) => keys.flatMap((key) => manifest[key]?.css ?? []);
  const whole = (/** @type {readonly string[]} */ open) => {
    const keys = reached(manifest, true, open);
    return sum([...scripts(keys), ...styles(keys), 'index.html']);
  };
  const shell = whole([]);
  const rooms = Object.keys(manifest)
    .filter((key) => ROOM.test(key))
    .map((key) => [/** @type {string} */ (ROOM.exec(key)?.[1]), whole([key]) - shell]);
  const pages = Object.keys(manifest)
    .filter((key) => PAGE.test(key))
    .map((key) => {
      const name = PAGE.exec(key)?.slice(1).find(Boolean) ?? '';
      const room = `src/views/${name.split('/')[0]}/View.svelte`;
      return [name, whole([room, key]) - whole([room])];
    });
  return { firstPaint: sum(scripts(reached(manifest, false))), shell, rooms: Object.fromEntries(rooms), pages: Object.fromEntries(pages) };
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
  const parts = [
    { name: 'firstPaint', size: sizes.firstPaint, most: BUDGET.firstPaint },
    { name: 'shell', size: sizes.shell, most: BUDGET.shell },
    ...Object.entries(sizes.rooms).map(([name, size]) => ({ name: `room ${name}`, size, most: BUDGET.room })),
    ...Object.entries(sizes.pages).map(([name, size]) => ({
      name: `page ${name}`,
      size,
      most: name === 'sql/Editor' ? BUDGET.editor : BUDGET.page,
    })),
  ];
  for (const { name, size, most } of parts) say(`${name}: ${(size / 1024).toFixed(1)} KB gz of ${most / 1024} KB`);
  return parts.every(({ size, most }) => size <= most);
}

if (isMain(import.meta.url)) await runMain(async () => (checkSize() ? 0 : 1));
