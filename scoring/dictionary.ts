import fields from '../data/fields.json';
import type { ValueKind } from './formula/tree';
import type { Panel } from './panel';

const VALUE_KIND: Readonly<Record<string, ValueKind>> = {
  number: 'number',
  money: 'number',
  count: 'number',
  ratio: 'number',
  date: 'number',
  year: 'number',
  flag: 'truth',
  text: 'text',
  code: 'text',
  set: 'set',
};

const KINDS: ReadonlyMap<string, ValueKind> = new Map(fields.map(({ id, kind }) => [id, VALUE_KIND[kind]!]));

/**
 * What a formula may read: a field the data hold, in the kind they hold it, or one the dictionary knows and the data lack (then missing
 * throughout). null is an unknown name. `revenue_p1` is a lag of a known field.
 */
export function kindsOf(panel: Panel | null): (field: string) => ValueKind | null {
  return (field) => panel?.fields.get(field)?.kind ?? KINDS.get(field) ?? KINDS.get(field.replace(/_p[1-9]$/, '')) ?? null;
}

const UNIT_OF: ReadonlyMap<string, string> = new Map(fields.map(({ id, unit, kind }) => [id, kind === 'ratio' ? '%' : unit]));

/** Unit a field of the dictionary is stored in; null where it has none or is not known. */
export function unitOf(field: string): string | null {
  return UNIT_OF.get(field) || null;
}

const NEVER_NEGATIVE: ReadonlySet<string> = new Set(fields.flatMap(({ id, sign }) => (sign === 'nonnegative' ? [id] : [])));

/** Whether a field of the dictionary cannot be below zero; a field of the file's own can. */
export function isNeverNegative(field: string): boolean {
  return NEVER_NEGATIVE.has(field);
}

const DAYS: ReadonlySet<string> = new Set(fields.flatMap(({ id, kind }) => (kind === 'date' ? [id] : [])));

/** Whether a field of the dictionary, or a lag of it, is a day (counted from 1970-01-01). */
export function isDay(field: string): boolean {
  return DAYS.has(field.replace(/_p[1-9]$/, ''));
}
