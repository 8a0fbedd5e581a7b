import { readFileSync } from 'node:fs';
import type { ValueKind } from '../../../scoring/formula/tree';

const KINDS: Readonly<Record<string, ValueKind>> = { text: 'text', code: 'text', set: 'set', flag: 'truth' };
const entries = JSON.parse(readFileSync(new URL('../../../data/fields.json', import.meta.url), 'utf8')) as {
  id: string;
  kind: string;
  unit: string;
}[];
const byId = new Map(entries.map((entry) => [entry.id, entry]));

/** Kind of a field of the dictionary as formulas see it. */
export function kindOf(field: string): ValueKind | null {
  const entry = byId.get(field);
  return entry ? (KINDS[entry.kind] ?? 'number') : null;
}

/** Stored unit of a field; ratios say `ratio`. */
export function unitOf(field: string): string | null {
  return byId.get(field)?.unit || null;
}
