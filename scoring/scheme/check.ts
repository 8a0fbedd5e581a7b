import type { ValueKind } from '../formula/tree';
import { checkFormulas } from './check-formulas';
import { checkMeans } from './check-means';
import { checkLinks } from './check-links';
import type { UnitOf } from './dimension';
import type { Scheme, SchemeProblem } from './format';
import { schemeError } from './problems';
import { Reader } from './reader';
import { readScheme } from './read-scheme';
import { duplicateKey } from './duplicate-key';
import { LARGEST_SCHEME, unsafe } from './safety';

export interface CheckedScheme {
  /** null where there is an error; a warning leaves the scheme usable. Built field by field, defaults filled in. */
  readonly scheme: Scheme | null;
  readonly problems: readonly SchemeProblem[];
}

/**
 * The closed check of scheme format v1: form first (docs/scheme.schema.json, word for word), then, where the form is right, meaning: names, tiers, units, sums, formulas.
 * `unitOf` gives the stored unit of a field, for thresholds in a unit of another dimension; without it units are not compared.
 */
export function checkScheme(json: unknown, kindOf: (field: string) => ValueKind | null, unitOf: UnitOf = () => null): CheckedScheme {
  const fault = unsafe(json);
  if (fault) return { scheme: null, problems: [fault] };
  const reader = new Reader();
  const scheme = readScheme(reader, json);
  if (reader.problems.length > 0) return { scheme: null, problems: reader.problems };
  const problems = [...checkLinks(scheme), ...checkMeans(scheme), ...checkFormulas(scheme, { kindOf, unitOf })];
  return { scheme: problems.some(({ severity }) => severity === 'error') ? null : scheme, problems };
}

/** The same from the text of a file: also refuses what is no JSON and a key written twice, of which JSON would silently keep the last. */
export function checkSchemeText(text: string, kindOf: (field: string) => ValueKind | null, unitOf?: UnitOf): CheckedScheme {
  if (text.length > LARGEST_SCHEME) return { scheme: null, problems: [schemeError('too_big', '', String(LARGEST_SCHEME))] };
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return { scheme: null, problems: [schemeError('not_json', '', error instanceof Error ? error.message : '')] };
  }
  const twice = duplicateKey(text);
  return twice ? { scheme: null, problems: [schemeError('duplicate_key', twice.path, twice.key)] } : checkScheme(json, kindOf, unitOf);
}
