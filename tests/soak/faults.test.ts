import { describe, expect, it } from 'vitest';
import { en } from '../../src/i18n/en';
import { zh } from '../../src/i18n/zh';
import { enProblems } from '../../src/i18n/en-problems';
import { zhProblems } from '../../src/i18n/zh-problems';
import { projectFiles, readProject } from '../house/project';
import { FAULTS, GROUPS } from './faults';

it('there are 48 faults, none named twice', () => {
  expect(FAULTS.length).toBe(48);
  expect(new Set(FAULTS.map(({ group, fault }) => `${group}: ${fault}`)).size).toBe(48);
  const counts = Object.fromEntries(Object.keys(GROUPS).map((group) => [group, FAULTS.filter((one) => one.group === group).length]));
  expect(counts).toEqual(GROUPS);
});

it('each has its test, which runs where the table says', () => {
  const files = new Set(projectFiles('tests', /\.(test|spec)\.ts$/));
  const lacking = FAULTS.filter(({ test: [file, title] }) => !files.has(`tests/${file}`) || !readProject(`tests/${file}`).includes(title));
  expect(lacking.map(({ group, fault, test }) => [`${group}: ${fault}`, ...test])).toEqual([]);
});

it('a turn with another seed is another turn: suites of a moment, a place or a random file read the seed of the soak', () => {
  const suites = [...new Set(FAULTS.map(({ test: [file] }) => file))];
  const seeded = suites.filter((file) => readProject(`tests/${file}`).includes('fixtures/seed'));
  expect(seeded.sort()).toEqual([
    'e2e/engine.spec.ts',
    'e2e/faults.spec.ts',
    'e2e/keeping.spec.ts',
    'e2e/workspace-store.spec.ts',
    'ingest/xlsx/hostile.test.ts',
    'soak/insert-death.test.ts',
    'soak/unsteady-file.test.ts',
  ]);
});

/** Words by key, also of a group: `shell_engine.failed`. */
function wordsAt(words: object, key: string): unknown {
  return key.split('.').reduce<unknown>((at, part) => (at !== null && typeof at === 'object' ? Reflect.get(at, part) : undefined), words);
}

describe('what a person is told is there in both languages', () => {
  it.each(FAULTS.flatMap(({ fault, told }) => (told === null ? [] : [[fault, told] as const])))('%s: %s', (_, told) => {
    expect([zh, zhProblems.file].some((words) => wordsAt(words, told) !== undefined)).toBe(true);
    expect([en, enProblems.file].some((words) => wordsAt(words, told) !== undefined)).toBe(true);
  });
});
