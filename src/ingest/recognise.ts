import type { FieldEntry } from '../model/recipe';
import type { FieldKind } from '../model/source';
import { foldHeader, readHeading, type Heading } from './heading';
import { parseUnit } from './units';

/** What a header was recognised as. */
export interface Recognised {
  readonly entry: FieldEntry;
  readonly heading: Heading;
  /** 0…1: 1 for the field's own id or name, less the more had to be taken off the header. */
  readonly score: number;
}

interface Known {
  readonly entry: FieldEntry;
  readonly score: number;
}
export type HeaderIndex = ReadonlyMap<string, Known>;

/** Folded header → field, from ids, names and accepted spellings. Earlier spellings of an entry weigh a little more. */
export function headerIndex(dictionary: readonly FieldEntry[]): HeaderIndex {
  const index = new Map<string, Known>();
  const add = (text: string, entry: FieldEntry, score: number): void => {
    const key = foldHeader(text);
    const before = index.get(key);
    if (key !== '' && (!before || before.score < score)) index.set(key, { entry, score });
  };
  for (const entry of dictionary) {
    for (const own of [entry.id, entry.zh, entry.en]) add(own, entry, 1);
    entry.accept.forEach((text, at) => add(text, entry, 0.99 - at / 1000));
  }
  return index;
}

/** The field a header names, or null. A year, a unit or a lag in the header is in the heading, not lost. */
export function recognise(header: string, index: HeaderIndex): Recognised | null {
  const heading = readHeading(header);
  for (const [step, key] of heading.keys.entries()) {
    const known = index.get(key);
    // The whole header is a known name: what looks like a year or a lag in it belongs to the name.
    if (known && step === 0) return { entry: known.entry, heading: { ...heading, year: null, back: 0 }, score: known.score };
    if (known && measures(known.entry, heading.unit)) return { entry: known.entry, heading, score: known.score - 0.05 * step };
  }
  return null;
}

/** Whether a unit can belong to a field: `rd_ratio` and `研发费用（%）` are shares of R&D, not R&D. */
function measures({ kind }: FieldEntry, unit: string | null): boolean {
  const measure = unit === null ? null : (parseUnit(unit)?.measure ?? null);
  if (measure === null || measure === 'none') return true;
  const wanted: Partial<Record<FieldKind, string>> = { money: 'money', count: 'count', ratio: 'ratio' };
  return wanted[kind] === measure || (kind === 'number' && measure !== 'money');
}
