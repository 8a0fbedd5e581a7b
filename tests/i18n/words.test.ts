import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { REASONS } from '../../scoring/column';
import { CAUSES } from '../../scoring/change';
import { DIMENSIONS } from '../../scoring/board/format';
import { STATUSES } from '../../scoring/scored';
import { byCode, firstWords, localeOf } from '../../src/i18n';
import { en } from '../../src/i18n/en';
import { zh } from '../../src/i18n/zh';
import { zhBoard } from '../../src/i18n/zh-board';
import { zhShell } from '../../src/i18n/zh-shell';

/** Every text with its path and how many arguments it takes. */
function shape(words: object, path = ''): string[] {
  return Object.entries(words).flatMap(([key, text]) => {
    if (typeof text === 'function') return [`${path}${key}(${text.length})`];
    return typeof text === 'object' && text !== null ? shape(text as object, `${path}${key}.`) : [`${path}${key}`];
  });
}
function texts(words: object, path = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, text]): [string, string][] => {
    if (typeof text === 'function')
      return [[path + key, String((text as (...args: unknown[]) => string)(...Array.from({ length: text.length }, () => ['7'])))]];
    return typeof text === 'object' && text !== null ? texts(text as object, `${path}${key}.`) : [[path + key, String(text)]];
  });
}

it('has the same keys and arguments in both languages', () => {
  expect(shape(en)).toEqual(shape(zh));
});
it.each(texts(zh))('zh %s says something', (_, text) => {
  expect(text.trim()).not.toBe('');
});
it('has no Chinese left in the English words, but for the switch to Chinese', () => {
  const left = texts(en).filter(([key, text]) => /[\u4e00-\u9fff]/.test(text) && !key.startsWith('shell_language'));
  expect(left).toEqual([]);
});
it('uses every argument it is given', () => {
  const silent = Object.entries({ ...en }).filter(
    ([, text]) => typeof text === 'function' && text.length === 1 && !String((text as (one: unknown) => string)(['@@'])).includes('@@'),
  );
  expect(silent.map(([key]) => key)).toEqual([]);
});
it('names its keys area_thing_purpose', () => {
  expect(Object.keys(zh).filter((key) => !/^[a-z]+(_[a-z0-9]+)*$/.test(key))).toEqual([]);
});
describe('texts by code', () => {
  it('cover every reason, status and dimension', () => {
    expect(Object.keys(zh.reason)).toEqual([...REASONS]);
    expect(Object.keys(zh.status)).toEqual([...STATUSES]);
    expect(Object.keys(zh.dimension)).toEqual([...DIMENSIONS]);
  });
  it('cover every cause a change or a leaver can have', () => {
    expect(Object.keys(zh.board_cause_now).sort()).toEqual([...CAUSES].sort());
  });
  it('fall back to words around an unknown code', () => {
    expect(byCode(zh.board_cause_now, 'toString', zh.board_cause_other)).toBe('其他原因（toString）');
  });
});
it('Chinese stands in for English until its words have come', async () => {
  expect(localeOf('en').language).toBe('zh');
  await firstWords('en');
  expect(localeOf('en').language).toBe('en');
});
it('reads the half of a name that is its language', () => {
  expect(localeOf('en').name({ zh: '技术', en: 'Technology' })).toBe('Technology');
});
it('keeps one word for a firm in Chinese', () => {
  for (const file of ['zh-shell', 'zh-board', 'zh-firm']) {
    expect(readFileSync(new URL(`../../src/i18n/${file}.ts`, import.meta.url), 'utf8')).not.toMatch(/公司|厂商/);
  }
});

describe('every word', () => {
  const root = new URL('../../src/', import.meta.url);
  const source = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(svelte|ts)$/.test(file) && !/^i18n[\\/](zh|en)/.test(file))
    .map((file) => readFileSync(new URL(file, root), 'utf8'))
    .join('\n');
  it.each(Object.keys(zh))('%s is used', (key) => {
    expect(new RegExp(`\\.${key}\\b`).test(source)).toBe(true);
  });
});

it('has every word of the first paint at hand before the rest is fetched', () => {
  const eager = new Map<string, string>();
  const visit = (file: URL): void => {
    if (eager.has(file.pathname)) return;
    const text = readFileSync(file, 'utf8');
    eager.set(file.pathname, text);
    for (const [, path] of text.matchAll(/^\s*import (?!type)[^;]*? from '(\.[^']*)';/gm)) {
      const found = ['', '.ts', '/index.ts']
        .map((end) => new URL(path + end, file))
        .find((url) => existsSync(url) && statSync(url).isFile());
      if (found) visit(found);
    }
  };
  visit(new URL('../../src/App.svelte', import.meta.url));
  const said = [...eager.values()].flatMap((text) => [...text.matchAll(/\bt\.([a-z0-9_]+)\b/g)].map((found) => found[1]!));
  const atHand = { ...zhShell, ...zhBoard };
  expect(said.length).toBeGreaterThan(100);
  // Notices wait for the words of the frame (`App.svelte`).
  expect(said.filter((key) => !Object.hasOwn(atHand, key))).toEqual(['notice', 'notice_other']);
});
