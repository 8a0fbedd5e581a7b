import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { checkScheme, checkSchemeText } from '../../scoring/scheme/check';
import type { Scheme } from '../../scoring/scheme/format';
import { kindOf, unitOf } from './scheme/dictionary';

/** A scheme file of the repository, checked. */
export function schemeOf(path: string): Scheme {
  const { scheme, problems } = checkSchemeText(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'), kindOf, unitOf);
  expect(problems).toEqual([]);
  return scheme!;
}

/** A scheme made of parts: one base group `g` unless said otherwise, names left as ids. */
export function schemeWith(
  parts: Readonly<Record<string, unknown>> & { readonly indicators: readonly Readonly<Record<string, unknown>>[] },
): Scheme {
  const named = (list: unknown): unknown =>
    Array.isArray(list) ? list.map((item: { id: string }) => ({ name: { zh: item.id, en: item.id }, ...item })) : list;
  const json = {
    format: 1,
    id: 'test',
    version: '1',
    name: { zh: '测试', en: 'Test' },
    provenance: 'illustrative',
    ...parts,
    groups: named(parts['groups'] ?? [{ id: 'g' }]),
    indicators: named(parts.indicators.map((indicator) => ({ group: 'g', ...indicator }))),
    ...Object.fromEntries(['stages', 'deductions', 'gates', 'vetoes'].filter((key) => key in parts).map((key) => [key, named(parts[key])])),
  };
  const { scheme, problems } = checkScheme(
    json,
    (field) => (['flag_a', 'flag_b'].includes(field) ? 'truth' : (kindOf(field) ?? 'number')),
    unitOf,
  );
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return scheme!;
}
