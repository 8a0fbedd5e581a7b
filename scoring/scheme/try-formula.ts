import { checkFormula } from '../formula/check';
import { parseFormula } from '../formula/parse';
import { formulaToWords } from '../formula/print-words';
import type { FormulaProblem } from '../formula/tree';
import { dimensionOf } from './dimension';
import type { KnownFields } from './check-formulas';
import type { Naming } from './format';
import { UNITS, type UnitDimension } from './units';

/** A formula as it is being written: what is wrong with it and where, else what it says and what it yields. */
export interface TriedFormula {
  readonly problems: readonly FormulaProblem[];
  /** null while something is wrong. */
  readonly words: Naming | null;
  /** What it yields, as far as its parts tell; null where they do not. */
  readonly dimension: UnitDimension | null;
  /** Units a threshold over it may be written in. */
  readonly units: readonly string[];
}

/** Reads a formula that may be half written. `wanted` is what its place needs; another kind is a problem of the whole. */
export function tryFormula(
  text: string,
  wanted: 'number' | 'truth',
  { kindOf, unitOf }: KnownFields,
  nameOf: (field: string) => Naming,
): TriedFormula {
  const none = { words: null, dimension: null, units: [] };
  const parsed = parseFormula(text);
  if (!parsed.ok) return { problems: parsed.problems, ...none };
  const { kind, problems } = checkFormula(parsed.tree, kindOf);
  if (problems.length > 0) return { problems, ...none };
  if (kind !== null && kind !== wanted) {
    const code = wanted === 'number' ? 'needs_number' : 'needs_truth';
    return { problems: [{ code, at: 0, length: text.length, given: text }], ...none };
  }
  const dimension = wanted === 'number' ? dimensionOf(parsed.tree, unitOf) : null;
  const inWords = (language: 'zh' | 'en'): string => formulaToWords(parsed.tree, (field) => nameOf(field)[language], language);
  return {
    problems: [],
    words: { zh: inWords('zh'), en: inWords('en') },
    dimension,
    units: dimension === null ? [] : [...UNITS].filter(([, unit]) => unit.dimension === dimension).map(([name]) => name),
  };
}
