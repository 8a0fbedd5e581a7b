import { existsSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { enFrame } from '../../src/i18n/en-frame';
import { zhBackTest } from '../../src/i18n/zh-back-test';
import { zhBoard } from '../../src/i18n/zh-board';
import { zhCompare } from '../../src/i18n/zh-compare';
import { zhConsistency } from '../../src/i18n/zh-consistency';
import { zhCanvas } from '../../src/i18n/zh-canvas';
import { zhData } from '../../src/i18n/zh-data';
import { zhDistribution } from '../../src/i18n/zh-distribution';
import { zhEditor } from '../../src/i18n/zh-editor';
import { zhExport } from '../../src/i18n/zh-export';
import { zhFirmness } from '../../src/i18n/zh-firmness';
import { zhFrame } from '../../src/i18n/zh-frame';
import { zhHistory } from '../../src/i18n/zh-history';
import { zhJoining } from '../../src/i18n/zh-joining';
import { zhPortrait } from '../../src/i18n/zh-portrait';
import { zhQuality } from '../../src/i18n/zh-quality';
import { zhScheme } from '../../src/i18n/zh-scheme';
import { zhSeedlings } from '../../src/i18n/zh-seedlings';
import { zhShell } from '../../src/i18n/zh-shell';
import { zhSources } from '../../src/i18n/zh-sources';
import { zhSql } from '../../src/i18n/zh-sql';
import { projectFiles, readProject } from './project';

const sources = new Map(projectFiles('src', /\.(ts|svelte)$/).map((path) => [path, readProject(path)]));
const LIST = 'src/every-part.ts';
/** All of what these fetch is fetched by the list. */
const DOORS = [
  'src/doors.ts',
  'src/views/data/later.ts',
  'src/views/distributions/later.ts',
  'src/views/scheme/later.ts',
  'src/views/seedlings/later.ts',
  'src/views/sql/later.ts',
];

/** A file of the project by what an import calls it; null for what lies elsewhere. */
function fileOf(from: string, path: string): string | null {
  const target = posix.join(posix.dirname(from), path);
  return ['', '.ts', '/index.ts'].map((end) => target + end).find((file) => /\.\w+$/.test(file) && existsSync(file)) ?? null;
}
const found = (path: string, pattern: RegExp): string[] =>
  [...(sources.get(path) ?? '').matchAll(pattern)].flatMap(([, to]) => fileOf(path, to!) ?? []);
const importedAtOnce = (path: string): string[] => found(path, /^\s*(?:import|export) (?!type\b)[^;]*?from '(\.[^']*)';/gm);
const importedLate = (path: string): string[] => found(path, /(?<!typeof )import\('(\.[^']*)'\)/g);

/** What comes along with a part. */
function closure(path: string, seen = new Set<string>()): Set<string> {
  if (!seen.has(path)) {
    seen.add(path);
    for (const next of importedAtOnce(path)) closure(next, seen);
  }
  return seen;
}

const late = [...new Set([...sources.keys()].filter((path) => path !== LIST).flatMap(importedLate))].sort();

/** Words a part may speak, by the file that brings them. */
const BRINGS: Record<string, object> = {
  'src/i18n/data-words.ts': { ...zhData, ...zhHistory, ...zhJoining, ...zhQuality, ...zhSources },
  'src/i18n/scheme-words.ts': { ...zhScheme, ...zhEditor },
  'src/i18n/compare-words.ts': zhCompare,
  'src/i18n/firmness-words.ts': zhFirmness,
  'src/i18n/consistency-words.ts': zhConsistency,
  'src/i18n/canvas-words.ts': zhCanvas,
  'src/i18n/distribution-words.ts': zhDistribution,
  'src/i18n/export-words.ts': zhExport,
  'src/i18n/seedling-words.ts': { ...zhSeedlings, ...zhBackTest },
  'src/i18n/sql-words.ts': zhSql,
  'src/i18n/portrait-words.ts': zhPortrait,
};
/** Pages that stand in a room that has brought its own. */
function roomWords(path: string): object {
  if (/^src\/views\/scheme\/[a-z]+\/[A-Z]/.test(path)) return BRINGS['src/i18n/scheme-words.ts']!;
  if (/^src\/(views\/distributions\/|state\/chart-file)/.test(path)) return { ...zhCanvas, ...zhDistribution, ...zhExport };
  if (/^src\/views\/sql\/(Console|Editor)\.svelte$/.test(path)) return zhSql;
  return /^src\/views\/data\/(Joining|Quality|Districts|History)\.svelte$/.test(path) ? BRINGS['src/i18n/data-words.ts']! : {};
}

describe('every part that is fetched when first needed', () => {
  // The languages and the engine have fetching of their own; these are the page itself.
  const parts = late.filter((path) => !/^src\/(i18n\/|every-part|App|engine\/|state\/browser-rooms)/.test(path));

  it('is found', () => expect(parts.length).toBeGreaterThan(25));

  it.each(parts)('%s is fetched behind the board, so that the network may go', (path) => {
    expect([...importedLate(LIST), ...DOORS.flatMap(importedLate)]).toContain(path);
  });

  it.each(parts)('%s has all its words with it', (path) => {
    const files = [...closure(path)];
    const atHand: object = Object.assign({}, zhShell, zhBoard, zhFrame, roomWords(path), ...files.map((file) => BRINGS[file] ?? {}));
    const said = files.flatMap((file) => [...(sources.get(file) ?? '').matchAll(/\bt\.([a-z]\w*)\b/g)].map(([, key]) => key!));
    expect([...new Set(said)].filter((key) => !Object.hasOwn(atHand, key))).toEqual([]);
  });
});

it('the frame’s words are the same in English', () => expect(Object.keys(enFrame).sort()).toEqual(Object.keys(zhFrame).sort()));
