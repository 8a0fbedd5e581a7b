import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import ts from 'typescript';
import { readProject } from './project';

const { scripts } = JSON.parse(readFileSync(fileURLToPath(new URL('../../package.json', import.meta.url)), 'utf8')) as {
  scripts: Record<string, string>;
};

/** Packages that a script asks for before its first line runs: what it imports statically, and what that imports. */
function packagesBeforeStart(path: string, seen = new Set<string>()): string[] {
  if (seen.has(path)) return [];
  seen.add(path);
  const source = ts.createSourceFile(path, readProject(path), ts.ScriptTarget.Latest);
  return source.statements.flatMap((statement) => {
    if (!(ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement))) return [];
    if (!statement.moduleSpecifier || !ts.isStringLiteral(statement.moduleSpecifier)) return [];
    const from = statement.moduleSpecifier.text;
    if (from.startsWith('node:') || builtinModules.includes(from)) return [];
    return from.startsWith('.') ? packagesBeforeStart(posix.join(posix.dirname(path), from), seen) : [`${path} imports ${from}`];
  });
}

describe('on a bare clone', () => {
  const started = Object.entries(scripts).flatMap(([name, line]) => {
    const path = /^node (scripts\/\S+\.mjs)/.exec(line)?.[1];
    return path ? [[name, path] as const] : [];
  });

  it('all of our commands are looked at', () => {
    expect(started.map(([name]) => name)).toEqual(expect.arrayContaining(['start', 'test', 'check', 'build', 'score', 'bench', 'soak']));
  });

  it.each(started)('npm run %s asks for no package before it has installed them (%s)', (_, path) => {
    expect(packagesBeforeStart(path)).toEqual([]);
  });
});
