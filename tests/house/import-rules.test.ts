import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { complaint, importsOf } from './imports';
import { foldersIn, projectFiles, readProject } from './project';
import { ROOMS } from './rooms';

const CODE = /\.(ts|svelte|js|mjs)$/;
const sources = ['scoring', 'queries', 'src'].flatMap((folder) => projectFiles(folder, CODE));

describe('the rules see', () => {
  it.each([
    ["import { a } from './a'", './a', false],
    ["import type { A } from './a'", './a', true],
    ["import { type A, type B } from './a'", './a', true],
    ["import { type A, b } from './a'", './a', false],
    ["import A, { type B } from './a'", './a', false],
    ["import './a.css'", './a.css', false],
    ["export { a } from './a'", './a', false],
    ["export type { A } from './a'", './a', true],
    ["const a = await import('./a')", './a', false],
    ["type A = import('./a').A", './a', true],
    ["new Worker(new URL('./a.ts', import.meta.url))", './a.ts', false],
    ['const a = await import(name)', '(computed)', false],
  ])('%s', (text, from, typesOnly) => {
    expect(importsOf('src/x.ts', text)).toEqual([{ from, typesOnly }]);
  });

  it('both scripts of a component', () => {
    const text =
      "<script module lang=\"ts\">import a from './a';</script>\n<script lang=\"ts\">import b from './b';</script>\n<p>import c from './c'</p>";
    expect(importsOf('src/parts/X.svelte', text).map((each) => each.from)).toEqual(['./a', './b']);
  });
});

describe('the rules refuse', () => {
  it.each([
    ['scoring/rank.ts', '../src/model/source', true],
    ['scoring/rank.ts', 'apache-arrow', true],
    ['scoring/rank.ts', 'node:fs', false],
    ['queries/define.ts', '../scoring/formula/parse', false],
    ['src/ingest/load.ts', '@duckdb/duckdb-wasm', false],
    ['src/ingest/load.ts', '../../scoring/rank', false],
    ['src/engine/start.ts', 'node:fs', false],
    ['src/engine/start.ts', 'svelte', false],
    ['src/charts/bars.ts', '../state/spec', true],
    ['src/charts/bars.ts', '../i18n', false],
    ['src/parts/Chip.svelte', '../state/spec', true],
    ['src/views/boards/View.svelte', '../../engine/start', false],
    ['src/views/boards/View.svelte', '../../../scoring/rank', false],
    ['src/views/boards/View.svelte', '@codemirror/state', false],
    ['src/cli/main.ts', '../parts/Chip.svelte', false],
    ['src/cli/main.ts', 'svelte', false],
    ['src/helpers/a.ts', '../model/source', false],
  ])('%s importing %s', (path, from, typesOnly) => {
    expect(complaint(path, { from, typesOnly })).not.toBeNull();
  });
});

describe('the rules allow', () => {
  it.each([
    ['scoring/rank.ts', './column', false],
    ['src/model/source.ts', '../../scoring/column', true],
    ['src/columns/read.ts', '../../scoring/column', false],
    ['src/engine/node-host.ts', 'node:path', false],
    ['src/engine/start.ts', '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url', false],
    ['src/views/boards/View.svelte', '../../../scoring/board/format', true],
    ['src/views/sql/View.svelte', '@codemirror/state', false],
    ['src/views/data/View.svelte', '../../../data/fields.json', false],
    ['src/App.svelte', './views/boards/View.svelte', false],
    ['src/parts/Chip.svelte', '../i18n', false],
  ])('%s importing %s', (path, from, typesOnly) => {
    expect(complaint(path, { from, typesOnly })).toBeNull();
  });
});

it('every file imports only what its room may', () => {
  expect(sources.length).toBeGreaterThan(100);
  const complaints = sources.flatMap((path) => importsOf(path, readProject(path)).map((each) => complaint(path, each)));
  expect(complaints.filter((each) => each !== null)).toEqual([]);
});

it('every folder of src is a room', () => {
  expect(foldersIn('src').filter((name) => !(`src/${name}` in ROOMS))).toEqual([]);
});

/** Names from outside the language that scoring must not know, as free identifiers. */
const OUTSIDE = new Set([
  'document',
  'window',
  'navigator',
  'performance',
  'crypto',
  'fetch',
  'localStorage',
  'process',
  'setTimeout',
  'requestAnimationFrame',
]);

function outsideUses(path: string, text: string): string[] {
  const found: string[] = [];
  // A variable of ours may have such a name.
  const own = new Set(
    [...text.matchAll(/\b(?:const|let|function)\s+(\w+)|(\w+)\s*:\s*[A-Z]\w*\s*[,)]/g)].map((match) => match[1] ?? match[2]),
  );
  const visit = (node: ts.Node): void => {
    const isProperty = ts.isPropertyAccessExpression(node.parent) && node.parent.name === node;
    if (
      ts.isIdentifier(node) &&
      OUTSIDE.has(node.text) &&
      !own.has(node.text) &&
      !isProperty &&
      !ts.isPropertyAssignment(node.parent) &&
      !ts.isPropertySignature(node.parent)
    ) {
      found.push(`${path}: ${node.text}`);
    }
    if (ts.isPropertyAccessExpression(node) && /^(Date\.now|Math\.random)$/.test(node.getText())) found.push(`${path}: ${node.getText()}`);
    if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && (node.arguments?.length ?? 0) === 0)
      found.push(`${path}: new Date()`);
    ts.forEachChild(node, visit);
  };
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  ts.forEachChild(file, visit);
  return found;
}

describe('scoring knows no page, no clock, no chance', () => {
  it.each(['const now = Date.now();', 'const now = new Date();', 'Math.random();', 'document.title', 'f(window)'])(
    'a test for it: %s',
    (text) => {
      expect(outsideUses('x.ts', text).length).toBe(1);
    },
  );
  it('and none is used', () => {
    expect(projectFiles('scoring', /\.ts$/).flatMap((path) => outsideUses(path, readProject(path)))).toEqual([]);
  });
});
