import { nearestName } from './nearest';
import { formulaToText } from './print-text';
import { formulaProblem, type FormulaProblemCode, placeOf } from './problems';
import type { Formula, FormulaProblem, ValueKind } from './tree';

/** A field a formula looks at, `back` years before its own. */
export interface Read {
  readonly field: string;
  readonly back: number;
}
export interface Checked {
  /** null where a problem leaves the kind open. */
  readonly kind: ValueKind | null;
  /** Each once, in order of first appearance. `age` reads `found_date`. */
  readonly reads: readonly Read[];
  readonly problems: readonly FormulaProblem[];
}

const NEEDS = { number: 'needs_number', truth: 'needs_truth', text: 'needs_text', set: 'needs_set' } as const;
const MOST_YEARS = 20;

/** Whether a tree makes sense over fields of these kinds: kinds of operands, number of arguments, known fields, years back. Finds all faults. */
export function checkFormula(tree: Formula, kindOf: (field: string) => ValueKind | null): Checked {
  const checker = new Checker(kindOf);
  const kind = checker.kind(tree);
  return { kind, reads: [...checker.reads.values()], problems: checker.problems };
}

class Checker {
  readonly reads = new Map<string, Read>();
  readonly problems: FormulaProblem[] = [];
  readonly #kindOf: (field: string) => ValueKind | null;

  constructor(kindOf: (field: string) => ValueKind | null) {
    this.#kindOf = kindOf;
  }

  kind(tree: Formula): ValueKind | null {
    switch (tree.is) {
      case 'number':
      case 'text':
      case 'truth':
        return tree.is;
      case 'field':
        return this.#field(tree, tree.field, [0]);
      case 'age':
        this.#field(tree, 'found_date', [0], 'number');
        return 'number';
      case 'years':
        return this.#years(tree);
      case 'unary':
        return this.#need(tree.of, tree.operator === 'not' ? 'truth' : 'number');
      case 'binary':
        return this.#binary(tree);
      case 'if':
        this.#need(tree.when, 'truth');
        return this.#same(tree, tree.then, tree.otherwise);
      case 'in':
        return this.#in(tree);
      case 'missing':
        this.kind(tree.of);
        return 'truth';
      case 'call': {
        const right = tree.name === 'min' || tree.name === 'max' ? tree.args.length >= 2 : tree.args.length === 1;
        if (!right) this.#problem('wrong_arity', tree, tree.name);
        for (const arg of tree.args) this.#need(arg, 'number');
        return 'number';
      }
    }
  }

  #problem(code: FormulaProblemCode, tree: Formula, given = formulaToText(tree)): void {
    this.problems.push(formulaProblem(code, placeOf(tree), given));
  }

  /** Checks a child against the one kind its place allows, and gives that kind. */
  #need(tree: Formula, wanted: ValueKind): ValueKind {
    const kind = this.kind(tree);
    if (kind !== null && kind !== wanted) this.#problem(NEEDS[wanted], tree);
    return wanted;
  }

  #field(tree: Formula, field: string, backs: readonly number[], wanted?: ValueKind): ValueKind | null {
    const kind = this.#kindOf(field);
    if (kind === null) {
      const near = nearestName(field, (name) => this.#kindOf(name) !== null);
      this.#problem('unknown_field', tree, near === null ? field : `${field} → ${near}`);
      return null;
    }
    if (wanted !== undefined && kind !== wanted) this.#problem(NEEDS[wanted], tree, field);
    for (const back of backs) this.reads.set(`${field} ${back}`, { field, back });
    return kind;
  }

  #years(tree: Formula & { is: 'years' }): ValueKind | null {
    const { name, field, k } = tree;
    const fine = Number.isInteger(k) && k >= 1 && k <= MOST_YEARS;
    if (!fine) this.#problem('bad_years', tree, String(k));
    const years = fine ? k : 1;
    if (name === 'previous') {
      const kind = this.#field(tree, field, [years]);
      if (kind === 'set') this.#problem('set_not_value', tree);
      return kind;
    }
    const backs = name === 'sum_years' || name === 'mean_years' ? Array.from({ length: years }, (_, back) => back) : [0, years];
    this.#field(tree, field, backs, 'number');
    return 'number';
  }

  #binary(tree: Formula & { is: 'binary' }): ValueKind {
    const { operator, left, right } = tree;
    if (operator === 'and' || operator === 'or') {
      this.#need(left, 'truth');
      return this.#need(right, 'truth');
    }
    if (operator === '=' || operator === '<>') {
      this.#same(tree, left, right);
      return 'truth';
    }
    this.#need(left, 'number');
    this.#need(right, 'number');
    return '+-*/'.includes(operator) ? 'number' : 'truth';
  }

  /** Two children of one kind, which is no set. */
  #same(whole: Formula, one: Formula, other: Formula): ValueKind | null {
    const kinds = [this.kind(one), this.kind(other)];
    const set = kinds.indexOf('set');
    if (set >= 0) this.#problem('set_not_value', set === 0 ? one : other);
    else if (kinds[0] !== kinds[1] && !kinds.includes(null)) this.#problem('different_kinds', whole);
    return kinds[0] ?? kinds[1] ?? null;
  }

  #in(tree: Formula & { is: 'in' }): ValueKind {
    const { item, list } = tree;
    if ('is' in list) {
      this.#need(item, 'text');
      return this.#need(list, 'set') && 'truth';
    }
    const kind = this.kind(item);
    if (kind === 'set') this.#problem('set_not_value', item);
    else if (kind === 'truth') this.#problem('needs_text', item);
    for (const entry of list) {
      if (entry.is !== 'number' && entry.is !== 'text') this.#problem('expected_literal', entry);
      else if ((kind === 'number' || kind === 'text') && entry.is !== kind) this.#problem('different_kinds', entry);
    }
    return 'truth';
  }
}
