import { expect, it } from 'vitest';
import { measure, reached } from '../../scripts/size.mjs';

const manifest = {
  'index.html': {
    file: 'assets/index.js',
    isEntry: true,
    imports: ['_shared.js'],
    dynamicImports: ['src/views/firm/View.svelte', 'src/views/data/View.svelte', 'src/engine/open.ts'],
    css: ['assets/index.css'],
  },
  '_shared.js': { file: 'assets/shared.js' },
  'src/views/firm/View.svelte': {
    file: 'assets/firm.js',
    imports: ['_shared.js', 'index.html'],
    css: ['assets/firm.css', 'assets/index.css'],
  },
  'src/views/data/View.svelte': {
    file: 'assets/data.js',
    imports: ['_shared.js', 'index.html'],
    dynamicImports: ['src/views/data/Quality.svelte', 'src/views/data/Offered.svelte'],
  },
  'src/views/data/Quality.svelte': { file: 'assets/quality.js' },
  'src/views/data/Offered.svelte': { file: 'assets/offered.js', imports: ['_shared.js'] },
  'src/engine/open.ts': { file: 'assets/open.js', imports: ['_arrow.js'] },
  '_arrow.js': { file: 'assets/arrow.js' },
  'duckdb-eh.wasm': { file: 'assets/duckdb.wasm' },
};
const sizes: Record<string, number> = {
  'index.html': 1,
  'assets/index.js': 10,
  'assets/shared.js': 100,
  'assets/firm.js': 1000,
  'assets/data.js': 2,
  'assets/quality.js': 3,
  'assets/offered.js': 4,
  'assets/index.css': 10_000,
  'assets/firm.css': 100_000,
};

it('first paint is what the entry imports at once; the shell is all but engine and rooms, a room what it adds, a page what it adds to its room; each file once', () => {
  expect(measure(manifest, (file) => sizes[file] ?? NaN)).toEqual({
    firstPaint: 110,
    shell: 111_111,
    rooms: { data: 2 },
    pages: { 'data/Offered': 4, 'data/Quality': 3 },
  });
});

it('lazy parts are followed, the engine and the rooms are not', () => {
  expect(reached(manifest, true)).toEqual(['_shared.js', 'index.html', 'src/views/firm/View.svelte']);
});

it('a chunk that the manifest does not have is an error, not zero bytes', () => {
  expect(() => reached({ 'index.html': { file: 'a.js', isEntry: true, imports: ['_gone.js'] } }, false)).toThrow(
    '_gone.js is not in the manifest',
  );
});
