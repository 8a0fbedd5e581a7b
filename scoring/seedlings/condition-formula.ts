import { checkFormula } from '../formula/check';
import { parseFormula } from '../formula/parse';
import type { Formula, FormulaProblem, ValueKind } from '../formula/tree';

/** A field of a firm's own file, which no dictionary knows. */
const OWN = /^x_[a-z0-9_]{1,62}$/;
/** What a field that is nowhere may be taken for, the likeliest first. */
const KINDS = ['number', 'truth', 'text', 'set'] as const;

export interface CheckedFormula {
  /** null where it cannot be read at all. */
  readonly tree: Formula | null;
  readonly problems: readonly FormulaProblem[];
  /** What it yields; null where a problem leaves that open. */
  readonly kind: ValueKind | null;
  /** Fields it reads, each once. */
  readonly fields: readonly string[];
}

export function isOwnField(field: string): boolean {
  return OWN.test(field);
}

/**
 * A formula of a condition against fields of these kinds. A rule may ask for evidence nobody has loaded: an own field `x_…` that is not there is taken for whatever
 * makes the formula hold together, and is missing throughout.
 */
export function checkConditionFormula(text: string, wanted: ValueKind, kindOf: (field: string) => ValueKind | null): CheckedFormula {
  const parsed = parseFormula(text);
  if (!parsed.ok) return { tree: null, problems: parsed.problems, kind: null, fields: [] };
  const tries = KINDS.map((absent) => checkFormula(parsed.tree, (field) => kindOf(field) ?? (OWN.test(field) ? absent : null)));
  const { kind, problems, reads } = tries.find((one) => one.problems.length === 0 && one.kind === wanted) ?? tries[0]!;
  return { tree: parsed.tree, problems, kind, fields: [...new Set(reads.map(({ field }) => field))] };
}
