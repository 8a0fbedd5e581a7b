import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { enConsistency } from '../../src/i18n/en-consistency';
import { zhConsistency } from '../../src/i18n/zh-consistency';

/** Every text with its path and how many arguments it takes. */
function shape(words: object, path = ''): string[] {
  return Object.entries(words).flatMap(([key, text]) => {
    if (typeof text === 'function') return [`${path}${key}(${text.length})`];
    return typeof text === 'object' && text !== null ? shape(text as object, `${path}${key}.`) : [`${path}${key}`];
  });
}
/** Every text with its path, each argument standing as `@1`, `@2` … */
function texts(words: object, path = ''): [string, string, number][] {
  return Object.entries(words).flatMap(([key, text]): [string, string, number][] => {
    if (typeof text === 'function')
      return [
        [
          path + key,
          String((text as (...args: string[]) => string)(...Array.from({ length: text.length }, (_, at) => `@${at + 1}`))),
          text.length,
        ],
      ];
    return typeof text === 'object' && text !== null ? texts(text as object, `${path}${key}.`) : [[path + key, String(text), 0]];
  });
}

it('the words of the consistency page have the same keys and arguments in both languages', () => {
  expect(shape(enConsistency)).toEqual(shape(zhConsistency));
});
it.each([
  ['zh', zhConsistency],
  ['en', enConsistency],
])('%s says something everywhere and uses every argument it is given', (_, words) => {
  const silent = texts(words).filter(
    ([, text, args]) =>
      text.trim() === '' || Array.from({ length: args }, (__, at) => `@${at + 1}`).some((argument) => !text.includes(argument)),
  );
  expect(silent.map(([key]) => key)).toEqual([]);
});
it('has no Chinese left in English', () => {
  expect(texts(enConsistency).filter(([, text]) => /\p{Script=Han}/u.test(text))).toEqual([]);
});
it('every word is used by the page', () => {
  const root = new URL('../../src/views/scheme/consistency/', import.meta.url);
  const source = readdirSync(root)
    .map((file) => readFileSync(new URL(file, root), 'utf8'))
    .join('\n');
  expect(Object.keys(zhConsistency).filter((key) => !new RegExp(`\\.${key}\\b`).test(source))).toEqual([]);
});
