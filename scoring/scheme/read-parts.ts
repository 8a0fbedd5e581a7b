import type { Condition, Deduction, Group, Indicator, Naming, Pass, Provenance, Stage } from './format';
import { readTreatment } from './read-means';
import { readRule } from './read-rule';
import type { JsonObject, Reader } from './reader';

export const PROVENANCES = ['official', 'reported', 'memory', 'illustrative'] as const;
const NAME = 200;
const SOURCE = 500;
const NOTE = 2000;
const FORMULA = 20_000;
const AMOUNT = { above: 0, most: 1e6 } as const;
/** Points are divided by it: a millionth keeps the quotient a number. */
const FULL = { least: 1e-6, most: 1e6 } as const;

/** A text in Chinese and English, both needed; a name unless `most` allows more. */
export function readNaming(reader: Reader, value: unknown, path: string, most = NAME): Naming {
  const naming = reader.object(value, path, ['zh', 'en']) ?? {};
  const word = (key: string): string => reader.field(naming, key, path, '', (text, at) => reader.text(text, at, most));
  return { zh: word('zh'), en: word('en') };
}

const named = (reader: Reader, part: JsonObject, path: string): { id: string; name: Naming } => ({
  id: reader.field(part, 'id', path, '', reader.id),
  name: reader.field(part, 'name', path, { zh: '', en: '' }, (name, at) => readNaming(reader, name, at)),
});

/** An optional text as a part of an object, so that a key left out stays left out. */
function words<Key extends string>(reader: Reader, part: JsonObject, path: string, key: Key, most: number): { [key in Key]?: string } {
  const text = reader.optional(part, key, path, undefined, (given, at) => reader.text(given, at, most));
  return text === undefined ? {} : ({ [key]: text } as { [key in Key]?: string });
}

/** An optional text in both languages, likewise. */
export function prose<Key extends 'note' | 'source'>(reader: Reader, part: JsonObject, path: string, key: Key): { [key in Key]?: Naming } {
  const most = key === 'note' ? NOTE : SOURCE;
  const text = reader.optional(part, key, path, undefined, (given, at) => readNaming(reader, given, at, most));
  return text === undefined ? {} : ({ [key]: text } as { [key in Key]?: Naming });
}

/** An optional number, likewise. */
function amount<Key extends string>(reader: Reader, part: JsonObject, path: string, key: Key): { [key in Key]?: number } {
  const number = reader.optional(part, key, path, undefined, (given, at) => reader.number(given, at, AMOUNT));
  return number === undefined ? {} : ({ [key]: number } as { [key in Key]?: number });
}

const formulaOf = (reader: Reader, part: JsonObject, path: string, key = 'formula'): string =>
  reader.field(part, key, path, '', (text, at) => reader.text(text, at, FORMULA));

const provenanceOf = (reader: Reader, part: JsonObject, path: string, fallback: Provenance): Provenance =>
  reader.optional(part, 'provenance', path, fallback, (given, at) => reader.choice(given, at, PROVENANCES));

export function readStage(reader: Reader, value: unknown, path: string): Stage {
  const stage = reader.object(value, path, ['id', 'name', 'when']) ?? {};
  return { ...named(reader, stage, path), when: formulaOf(reader, stage, path, 'when') };
}

export function readGroup(reader: Reader, value: unknown, path: string, provenance: Provenance): Group {
  const group = reader.object(value, path, ['id', 'name'], ['kind', 'provenance']) ?? {};
  return {
    ...named(reader, group, path),
    kind: reader.optional(group, 'kind', path, 'base', (given, at) => reader.choice(given, at, ['base', 'bonus'] as const)),
    provenance: provenanceOf(reader, group, path, provenance),
  };
}

const INDICATOR_OPTIONS = ['formula', 'weight', 'direction', 'missing', 'treatment', 'unit', 'source', 'provenance', 'note'];

export function readIndicator(reader: Reader, value: unknown, path: string, groups: readonly Group[], provenance: Provenance): Indicator {
  const part = reader.object(value, path, ['id', 'name', 'group', 'rule', 'of'], INDICATOR_OPTIONS) ?? {};
  const rule = reader.field(part, 'rule', path, { is: 'flag' as const }, (given, at) => readRule(reader, given, at));
  const has = Object.hasOwn(part, 'formula');
  if (rule.is === 'best-of' && has) reader.fault('formula_not_here', `${path}/formula`, 'best-of');
  if (rule.is !== 'best-of' && !has && isNamed(part)) reader.fault('formula_missing', path, rule.is);
  const group = reader.field(part, 'group', path, '', reader.id);
  const weight = reader.optional(part, 'weight', path, undefined, (given, at) => readWeight(reader, given, at));
  const lessByItself = rule.is === 'linear' && rule.from > rule.to;
  return {
    ...named(reader, part, path),
    group,
    ...words(reader, part, path, 'formula', FORMULA),
    rule,
    of: reader.field(part, 'of', path, 1, (given, at) => reader.number(given, at, FULL, 'zero_of')),
    ...(weight === undefined ? {} : { weight }),
    direction: reader.optional(part, 'direction', path, lessByItself ? 'less' : 'more', (given, at) =>
      reader.choice(given, at, ['more', 'less'] as const),
    ),
    missing: reader.optional(part, 'missing', path, 'zero', (given, at) => reader.choice(given, at, ['zero', 'skip', 'fail'] as const)),
    ...readTreatment(reader, part, path),
    ...words(reader, part, path, 'unit', 20),
    ...prose(reader, part, path, 'source'),
    provenance: provenanceOf(reader, part, path, groups.find(({ id }) => id === group)?.provenance ?? provenance),
    ...prose(reader, part, path, 'note'),
  };
}

/** Whether the rule has a name, known or not: without one the missing formula is no second fault. */
function isNamed(part: JsonObject): boolean {
  const rule = part['rule'];
  return typeof rule === 'object' && rule !== null && Object.hasOwn(rule, 'is');
}

function readWeight(reader: Reader, value: unknown, path: string): number | Record<string, number> {
  const weight = (given: unknown, at: string): number => reader.number(given, at, { least: 0, most: 1e6 });
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? reader.map(value, path, weight) : weight(value, path);
}

export function readDeduction(reader: Reader, value: unknown, path: string, provenance: Provenance): Deduction {
  const part = reader.object(value, path, ['id', 'name', 'formula'], ['points', 'perUnit', 'cap', 'provenance', 'note']) ?? {};
  const has = ['points', 'perUnit'].filter((key) => Object.hasOwn(part, key));
  if (has.length !== 1) reader.fault('points_or_per_unit', path, has.join(', '));
  if (Object.hasOwn(part, 'cap') && !has.includes('perUnit')) reader.fault('cap_without_per_unit', `${path}/cap`, '');
  return {
    ...named(reader, part, path),
    formula: formulaOf(reader, part, path),
    ...amount(reader, part, path, 'points'),
    ...amount(reader, part, path, 'perUnit'),
    ...amount(reader, part, path, 'cap'),
    provenance: provenanceOf(reader, part, path, provenance),
    ...prose(reader, part, path, 'note'),
  };
}

export function readCondition(reader: Reader, value: unknown, path: string, provenance: Provenance): Condition {
  const part = reader.object(value, path, ['id', 'name', 'formula'], ['provenance', 'note']) ?? {};
  return {
    ...named(reader, part, path),
    formula: formulaOf(reader, part, path),
    provenance: provenanceOf(reader, part, path, provenance),
    ...prose(reader, part, path, 'note'),
  };
}

export function readPass(reader: Reader, value: unknown, path: string, provenance: Provenance): Pass {
  const part = reader.object(value, path, [], ['total', 'exceed', 'groups', 'positive', 'anyOf']) ?? {};
  if (!['total', 'groups', 'positive', 'anyOf'].some((key) => Object.hasOwn(part, key))) reader.fault('empty_pass', path, '');
  if (Object.hasOwn(part, 'exceed') && !Object.hasOwn(part, 'total')) reader.fault('exceed_without_total', `${path}/exceed`, '');
  const least = (given: unknown, at: string): number => reader.number(given, at, { least: 0, most: 1e6 });
  const total = reader.optional(part, 'total', path, undefined, least);
  const exceed = reader.optional(part, 'exceed', path, undefined, (given, at) => reader.truth(given, at));
  const groups = reader.optional(part, 'groups', path, undefined, (given, at) => reader.map(given, at, least));
  const positive = reader.optional(part, 'positive', path, undefined, (given, at) => reader.list(given, at, [1, 200], reader.id));
  const anyOf = reader.optional(part, 'anyOf', path, undefined, (given, at) =>
    reader.list(given, at, [1, 50], (item, here) => readCondition(reader, item, here, provenance)),
  );
  return {
    ...(total === undefined ? {} : { total }),
    ...(exceed === undefined ? {} : { exceed }),
    ...(groups === undefined ? {} : { groups }),
    ...(positive === undefined ? {} : { positive }),
    ...(anyOf === undefined ? {} : { anyOf }),
  };
}
