import { expect, it } from 'vitest';
import { en } from '../../src/i18n/en';
import { zh } from '../../src/i18n/zh';

/** Every text, functions called with sevens. */
function texts(words: object): string[] {
  return Object.values(words).flatMap((text: unknown): string[] => {
    if (typeof text === 'function')
      return [String((text as (...args: unknown[]) => string)(...Array.from({ length: text.length }, () => ['7'])))];
    return typeof text === 'object' && text !== null ? texts(text) : [String(text)];
  });
}

/** A register is no sample: what weights do to ranks is a range under the tested assumptions, never an interval of confidence. */
it.each([
  ['zh', zh, /置信|信赖区间|显著性|误差范围|可信区间/],
  ['en', en, /confidence|credible interval|margin of error|significan/i],
] as const)('%s never calls a range of ranks a confidence interval', (_, words, forbidden) => {
  expect(texts(words).filter((text) => forbidden.test(text))).toEqual([]);
});
it.each([
  ['zh', zh.firmness_firm_range('1', '2', ''), '所测假设下的范围'],
  ['en', en.firmness_firm_range('1', '2', '').toLowerCase(), 'range under the tested assumptions'],
])('%s calls it what it is', (_, said, name) => {
  expect(said).toContain(name);
});
