import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { checkSchemeText } from '../../../scoring/scheme/check';
import { firstShipped, shippedSchemes } from '../../../scoring/scheme/shipped';
import { kindOf, unitOf } from './dictionary';

const ROOT = new URL('../../../', import.meta.url);
const files = ['data/schemes/'].flatMap((folder) => readdirSync(new URL(folder, ROOT)).map((name) => `${folder}${name}`));

it.each(files)('%s passes the check without a warning', (file) => {
  const { scheme, problems } = checkSchemeText(readFileSync(new URL(file, ROOT), 'utf8'), kindOf, unitOf);
  expect(problems).toEqual([]);
  expect(scheme).not.toBeNull();
});

const shipped = await shippedSchemes();

it('every file ships, the Chengdu-style scheme first: a workspace begins with it', () => {
  expect(shipped.map(({ id }) => id)).toEqual([
    ...['chengdu-style-4x20', 'cn-tech-sme', 'cn-most-2025-v2', 'cn-most-2024-18', 'cn-innovative-sme', 'cn-hnte'],
  ]);
  expect(shipped).toHaveLength(files.length);
  expect(shipped[0]).toEqual(firstShipped());
});

/** How sure each item is, as the notes on sources have it: nothing is said to be surer than that. */
const SURE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'cn-most-2024-18': { 'N*': 'illustrative', groups: 'reported', stages: 'illustrative', scheme: 'illustrative' },
  'cn-most-2025-v2': { 'V*': 'illustrative', groups: 'reported', scheme: 'illustrative' },
  'cn-innovative-sme': { 'I*': 'reported', groups: 'reported', scheme: 'reported' },
  'cn-hnte': { 'G*': 'reported', G3: 'memory', G8: 'memory', G9: 'memory', gates: 'reported', groups: 'reported', scheme: 'reported' },
  'chengdu-style-4x20': { 'C*': 'illustrative', groups: 'reported', deductions: 'illustrative', scheme: 'illustrative' },
};

it.each(shipped.filter(({ id }) => id in SURE))('$id is no surer than its sources', (scheme) => {
  const sure = SURE[scheme.id]!;
  expect(scheme.provenance).toBe(sure['scheme']);
  for (const { id, provenance } of scheme.indicators) expect([id, provenance]).toEqual([id, sure[id] ?? sure[`${id.slice(0, 1)}*`]]);
  for (const { provenance } of scheme.groups) expect(provenance).toBe(sure['groups']);
  for (const { provenance } of scheme.gates) expect(provenance).toBe(sure['gates']);
  if (scheme.stages.length > 0) expect(scheme.stageProvenance).toBe(sure['stages']);
});

it.each(shipped)('$id says where it is from, since when where that is known, and what to beware of', ({ sources, note, effective, id }) => {
  expect(sources.length).toBeGreaterThan(0);
  expect(note?.zh).toBeTruthy();
  expect(note?.en).toBeTruthy();
  // Of the two without a first day one is an example, of the other the month alone is reported.
  expect(effective.from === null).toBe(id === 'chengdu-style-4x20' || id === 'cn-most-2024-18');
});
