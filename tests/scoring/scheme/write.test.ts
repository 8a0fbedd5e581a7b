import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { checkScheme } from '../../../scoring/scheme/check';
import { currencyProblem } from '../../../scoring/scheme/currency';
import type { Scheme } from '../../../scoring/scheme/format';
import { schemeHash } from '../../../scoring/scheme/hash';
import { schemeToJson } from '../../../scoring/scheme/write';
import { schemeOf, schemeWith } from '../schemes';
import { kindOf, unitOf } from './dictionary';
import { sampleScheme } from './sample-scheme';

const digest = (bytes: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> => globalThis.crypto.subtle.digest('SHA-256', bytes);
const checked = (json: unknown): Scheme => checkScheme(json, kindOf, unitOf).scheme!;
const ALL = ['data/schemes/chengdu-style-4x20-2023.json', 'data/schemes/cn-tech-sme-2017.json', 'data/schemes/cn-most-2024-18.json'];

it('a scheme written and read again is the same scheme', () => {
  for (const scheme of [checked(sampleScheme()), ...ALL.map(schemeOf)]) {
    expect(checked(JSON.parse(schemeToJson(scheme)))).toEqual(scheme);
  }
});
it('has one spelling, whatever the order of keys in the file', () => {
  const turned = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(turned)
      : typeof value === 'object' && value !== null
        ? Object.fromEntries(
            Object.entries(value)
              .reverse()
              .map(([key, item]) => [key, turned(item)]),
          )
        : value;
  expect(schemeToJson(checked(turned(sampleScheme())))).toBe(schemeToJson(checked(sampleScheme())));
});
it('begins with what people look for, and ends with a newline', () => {
  expect(schemeToJson(checked(sampleScheme()))).toMatch(
    /^\{\n {2}"format": 1,\n {2}"id": "sample",\n {2}"version": "1",\n {2}"name": \{\n {4}"zh"[^]*\}\n$/,
  );
});
it('has a hash that is SHA-256 of that spelling, and changes with one point', async () => {
  const scheme = checked(sampleScheme());
  const hash = await schemeHash(scheme, digest);
  expect(hash).toBe(createHash('sha256').update(schemeToJson(scheme)).digest('hex'));
  expect(await schemeHash({ ...scheme, cap: 109 }, digest)).not.toBe(hash);
});

it('thresholds in yuan cannot score dollars; a scheme without money thresholds can', () => {
  const plain = { id: 'a', formula: 'rd_expense / revenue', rule: { is: 'percentile' }, of: 10 };
  expect(currencyProblem(schemeWith({ indicators: [plain] }), 'USD')).toBeNull();
  expect(currencyProblem(schemeOf(ALL[1]!), 'CNY')).toBeNull();
  expect(currencyProblem(schemeOf(ALL[1]!), 'USD')).toMatchObject({ code: 'currency', given: 'CNY → USD' });
  const withRule = { ...plain, formula: 'revenue', rule: { is: 'log', unit: '万元', full: 5 } };
  expect(currencyProblem(schemeWith({ indicators: [withRule] }), 'USD')?.code).toBe('currency');
  const gates = [{ id: 'g', formula: 'not (age > 3 and if(revenue / 2 > 2亿元, true, false))' }];
  expect(currencyProblem(schemeWith({ indicators: [plain], gates }), 'USD')?.code).toBe('currency');
});

it('a file written before rules, means and treatments were added keeps the hash it had then', async () => {
  // As the version before them gave it.
  const then = '71eece60d5a9f3ec5a543e4a02cf40a37338a00d2e259c8d1e827d1a01616c37';
  expect(await schemeHash(schemeOf('data/schemes/chengdu-style-4x20-2023.json'), digest)).toBe(then);
});
