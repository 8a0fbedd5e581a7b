import { expect, it } from 'vitest';
import { foldHeader } from '../../src/ingest/heading';
import { parseUnit } from '../../src/ingest/units';
import { dictionary } from '../ingest/dictionary';

it('every id stands once and can be written in a formula', () => {
  expect(new Set(dictionary.map(({ id }) => id)).size).toBe(dictionary.length);
  expect(dictionary.filter(({ id }) => !/^[a-z][a-z0-9_]*$/.test(id) || /_p\d$/.test(id) || id.startsWith('x_'))).toEqual([]);
});

it('no header is claimed by two fields', () => {
  const owners = new Map<string, Set<string>>();
  for (const { id, zh, en, accept } of dictionary) {
    for (const text of [id, zh, en, ...accept]) {
      const key = foldHeader(text);
      owners.set(key, (owners.get(key) ?? new Set()).add(id));
    }
  }
  expect([...owners].filter(([, ids]) => ids.size > 1).map(([key, ids]) => `${key}: ${[...ids].join(', ')}`)).toEqual([]);
});

it('money is stored in 元 and every unit is one the reader knows', () => {
  expect(dictionary.filter(({ kind, unit }) => (kind === 'money') !== (unit === '元'))).toEqual([]);
  expect(dictionary.filter(({ unit }) => unit !== '' && unit !== '分' && parseUnit(unit)?.exponent !== 0).map(({ id }) => id)).toEqual([]);
});

it('each role is held, and only the firm key by several fields', () => {
  const roles = dictionary.flatMap(({ role }) => (role === null ? [] : [role])).sort();
  expect(roles).toEqual([
    ...['age', 'chain', 'district', 'firm', 'firm', 'firm', 'industry', 'name', 'size', 'stage', 'support', 'type', 'year'],
  ]);
});
