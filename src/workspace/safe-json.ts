import type { FileProblem } from '../model/source';
import { projectProblem } from './fault';

/** Largest project document in characters: far above ten thousand steps over a hundred sources, far below what ends a worker. */
export const LARGEST_PROJECT = 128e6;
/** A scheme may be 20 deep and lies five deep in a step. */
const DEEPEST = 26;
const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * What no document may be, whatever its form: too large, nested too deep, with a key that names an object's own machinery, with a number that is not
 * finite, or with something that is not JSON. The first fault is given; the document is then not read further.
 */
export function unsafeProject(json: unknown): FileProblem | null {
  let size = 0;
  const keys: (string | number)[] = [];
  const fault = (code: Parameters<typeof projectProblem>[0], given: string): FileProblem => projectProblem(code, pointerOf(keys), given);
  const look = (value: unknown): FileProblem | null => {
    size += 1 + (typeof value === 'string' || Array.isArray(value) ? value.length : 0);
    if (size > LARGEST_PROJECT) return projectProblem('project_too_large', '', String(LARGEST_PROJECT));
    if (typeof value === 'number') return Number.isFinite(value) ? null : fault('project_not_finite', String(value));
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return null;
    if (typeof value !== 'object') return fault('project_not_json', typeof value);
    if (keys.length >= DEEPEST) return fault('project_too_deep', String(DEEPEST));
    for (const [key, part] of Array.isArray(value) ? value.entries() : Object.entries(value)) {
      if (typeof key === 'string' && FORBIDDEN.has(key)) return fault('project_forbidden_key', key);
      size += String(key).length;
      keys.push(key);
      const inner = look(part);
      if (inner) return inner;
      keys.pop();
    }
    return null;
  };
  return look(json);
}

/** Keys as a JSON pointer (RFC 6901). */
export function pointerOf(keys: readonly unknown[]): string {
  return keys.map((key) => `/${String(key).slice(0, 80).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
