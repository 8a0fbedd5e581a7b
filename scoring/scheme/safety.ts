import type { SchemeProblem } from './format';
import { schemeError } from './problems';

/** Largest scheme document, in characters of its JSON text. */
export const LARGEST_SCHEME = 5_000_000;
const DEEPEST = 20;
const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * What no document may be, whatever its form: larger than 5 million characters, nested deeper than 20, with a key that names an object's own machinery,
 * with a number that is not finite, or with something that is not JSON. The first fault is given; the document is then not read further.
 */
export function unsafe(json: unknown): SchemeProblem | null {
  let size = 0;
  const look = (value: unknown, depth: number, pathOf: () => string): SchemeProblem | null => {
    size += 1 + (typeof value === 'string' || Array.isArray(value) ? value.length : 0);
    if (size > LARGEST_SCHEME) return schemeError('too_big', '', String(LARGEST_SCHEME));
    if (typeof value === 'number') return Number.isFinite(value) ? null : schemeError('not_finite', pathOf(), String(value));
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return null;
    if (typeof value !== 'object') return schemeError('not_json', pathOf(), typeof value);
    if (depth > DEEPEST) return schemeError('too_deep', pathOf(), String(DEEPEST));
    for (const key of Object.keys(value)) {
      if (!Array.isArray(value)) {
        if (FORBIDDEN.has(key)) return schemeError('forbidden_key', pathOf(), key);
        size += key.length;
      }
      const fault = look((value as Record<string, unknown>)[key], depth + 1, () => `${pathOf()}/${key.slice(0, 80)}`);
      if (fault) return fault;
    }
    return null;
  };
  return look(json, 1, () => '');
}
