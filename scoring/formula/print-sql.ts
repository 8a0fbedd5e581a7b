// Longer than other files: one printer, whose parts for numbers, truths and texts call each other.
import { kindOfFormula } from './kind';
import { comparison, double, holdsChoice, isSimple, quoted, staysFinite } from './sql-parts';
import { storedValue } from './units';
import type { Formula, ValueKind } from './tree';

/**
 * Prints a checked tree as one DuckDB expression (1.3 or newer, for `lambda`). NULL stands exactly where `evaluateFormula` has a reason,
 * and nothing in it can abort a query. A number or truth comes out as DOUBLE (truth as 1 and 0), a text as VARCHAR.
 *
 * `column(field, back)` gives the SQL of a field of the same firm `back` years before, NULL where missing, any fallback included: DOUBLE for
 * numbers, DOUBLE or BOOLEAN for truth, VARCHAR for text, VARCHAR[] for sets; a name, a call or something in parentheses. `age` likewise, such as
 * `ageSql` makes. Formulas nested beyond some 150 levels may need a higher `max_expression_depth`.
 * `kindOf` matters only where bare fields are compared or chosen between; without it they are numbers.
 *
 * An operand used twice is bound by a one-element list and a lambda instead of being repeated, so the text grows with the tree and not with 2^depth.
 */
export function formulaToSql(
  tree: Formula,
  column: (field: string, back: number) => string,
  age: string,
  kindOf: (field: string) => ValueKind | null = () => null,
): string {
  const printer = new Printer(column, age, kindOf);
  if (tree.is === 'field') return column(tree.field, 0);
  if (tree.is === 'years' && tree.name === 'previous') return column(tree.field, tree.k);
  switch (kindOfFormula(tree, kindOf)) {
    case 'truth':
      return `cast(${printer.truth(tree)} as double)`;
    case 'text':
      return printer.text(tree);
    default:
      return printer.finite(tree);
  }
}

/** Full years from a day (days since 1970-01-01, as DOUBLE) to 31 December of a year; NULL before founding and outside the years 1 to 9999. */
export function ageSql(foundDate: string, year: string): string {
  const day = `floor(case when ${foundDate} >= -719162 and ${foundDate} < 2932897 then ${foundDate} end)`;
  const age = `${year} - year(date '1970-01-01' + cast(${day} as integer))`;
  return `cast(list_filter([${age}], lambda v: v >= 0)[1] as double)`;
}

class Printer {
  readonly #column: (field: string, back: number) => string;
  readonly #age: string;
  readonly #kindOf: (field: string) => ValueKind | null;

  constructor(column: (field: string, back: number) => string, age: string, kindOf: (field: string) => ValueKind | null) {
    this.#column = column;
    this.#age = age;
    this.#kindOf = kindOf;
  }

  /** A DOUBLE that is NULL when missing and never infinite. */
  finite(tree: Formula): string {
    const text = this.#number(tree);
    return staysFinite(tree) ? text : `list_filter([${text}], lambda v: isfinite(v))[1]`;
  }

  truth(tree: Formula): string {
    switch (tree.is) {
      case 'truth':
        return String(tree.value);
      case 'field':
        return `cast(${this.#column(tree.field, 0)} as boolean)`;
      case 'years':
        return `cast(${this.#column(tree.field, tree.k)} as boolean)`;
      case 'unary':
        return `(not ${this.truth(tree.of)})`;
      case 'binary':
        return this.#relation(tree);
      case 'if':
        return this.#choice(tree, (branch) => this.truth(branch));
      case 'in':
        return this.#in(tree);
      case 'missing':
        return this.#missing(tree);
      default:
        throw new TypeError(`${tree.is} is no truth`);
    }
  }

  /** A set is missing also where it is known to be empty. */
  #missing({ of, negated }: Formula & { is: 'missing' }): string {
    if (of.is === 'field' && this.#kindOf(of.field) === 'set')
      return `(coalesce(len(${this.#column(of.field, 0)}), 0) ${negated ? '>' : '='} 0)`;
    return `(${this.#any(of)} is ${negated ? 'not ' : ''}null)`;
  }

  text(tree: Formula): string {
    switch (tree.is) {
      case 'text':
        return quoted(tree.value);
      case 'field':
        return this.#column(tree.field, 0);
      case 'years':
        return this.#column(tree.field, tree.k);
      case 'if':
        return this.#choice(tree, (branch) => this.text(branch));
      default:
        throw new TypeError(`${tree.is} is no text`);
    }
  }

  #any(tree: Formula): string {
    if (tree.is === 'field') return this.#column(tree.field, 0);
    const kind = kindOfFormula(tree, this.#kindOf);
    if (kind === 'truth') return this.truth(tree);
    return kind === 'text' ? this.text(tree) : this.finite(tree);
  }

  /** A DOUBLE that may be infinite or NaN where the value is missing for that reason: sums, products and roots carry that on. */
  #number(tree: Formula): string {
    switch (tree.is) {
      case 'number':
        return double(storedValue(tree.value, tree.unit));
      case 'field':
        return this.#column(tree.field, 0);
      case 'age':
        return this.#age;
      case 'years':
        return this.#years(tree);
      case 'unary':
        return `(- ${this.#number(tree.of)})`;
      case 'binary':
        if (tree.operator !== '/') return `(${this.#number(tree.left)} ${tree.operator} ${this.#number(tree.right)})`;
        return `(${this.#number(tree.left)} / ${this.#divisor(tree.right)})`;
      case 'if':
        return this.#choice(tree, (branch) => this.#number(branch));
      case 'call':
        return this.#call(tree);
      default:
        throw new TypeError(`${tree.is} is no number`);
    }
  }

  #divisor(tree: Formula): string {
    const text = this.#number(tree);
    return isSimple(tree) ? `nullif(${text}, 0)` : `list_filter([${text}], lambda v: v <> 0 and isfinite(v))[1]`;
  }

  #call(tree: Formula & { is: 'call' }): string {
    if (tree.name === 'abs') return `abs(${this.#number(tree.args[0]!)})`;
    if (tree.name === 'log') {
      const of = this.#number(tree.args[0]!);
      return isSimple(tree.args[0]!) ? `case when ${of} > 0 then ln(${of}) end` : `ln(list_filter([${of}], lambda v: v > 0)[1])`;
    }
    // greatest and least skip NULL, and so does list_min: count first.
    const list = tree.args.map((arg) => this.finite(arg)).join(', ');
    return `list_transform([[${list}]], lambda v: case when list_count(v) = ${tree.args.length} then list_${tree.name}(v) end)[1]`;
  }

  #years(tree: Formula & { is: 'years' }): string {
    const { name, field, k } = tree;
    const now = this.#column(field, 0);
    const then = this.#column(field, k);
    switch (name) {
      case 'previous':
        return then;
      case 'growth':
        return `(case when ${then} > 0 then ${now} / ${then} end - 1)`;
      case 'cagr':
        return `(case when ${then} > 0 and ${now} >= 0 then pow(${now} / ${then}, 1e0 / ${k}) end - 1)`;
      default: {
        const years = Array.from({ length: k }, (_, back) => this.#column(field, back)).join(' + ');
        return name === 'sum_years' ? `(${years})` : `((${years}) / ${double(k)})`;
      }
    }
  }

  #choice(tree: Formula & { is: 'if' }, branch: (tree: Formula) => string): string {
    const when = this.truth(tree.when);
    const then = branch(tree.then);
    const otherwise = branch(tree.otherwise);
    // A condition with a choice inside is not written twice; both branches are safe to compute, and a NULL index gives NULL.
    if (holdsChoice(tree.when)) return `[${otherwise}, ${then}][cast(${when} as integer) + 1]`;
    return `case when ${when} is null then null when ${when} then ${then} else ${otherwise} end`;
  }

  #relation(tree: Formula & { is: 'binary' }): string {
    const { operator, left, right } = tree;
    if (operator === 'and' || operator === 'or') return `(${this.truth(left)} ${operator} ${this.truth(right)})`;
    const kind = kindOfFormula(left, this.#kindOf) ?? kindOfFormula(right, this.#kindOf);
    if (kind === 'text') return `(${this.text(left)} ${operator} ${this.text(right)})`;
    if (kind === 'truth') return `(${this.truth(left)} ${operator} ${this.truth(right)})`;
    const a = this.#number(left);
    const b = this.#number(right);
    if (isSimple(left) && isSimple(right)) return `(${comparison(operator, a, b)})`;
    const test = `case when isfinite(v.a) and isfinite(v.b) then ${comparison(operator, 'v.a', 'v.b')} end`;
    return `list_transform([{a: ${a}, b: ${b}}], lambda v: ${test})[1]`;
  }

  #in(tree: Formula & { is: 'in' }): string {
    const { item, list } = tree;
    if ('is' in list) return `list_contains(${this.text(list)}, ${this.text(item)})`;
    const texts = list.filter((entry) => entry.is === 'text');
    if (texts.length > 0) return `(${this.text(item)} in (${texts.map((entry) => quoted(entry.value)).join(', ')}))`;
    const among = (v: string): string => list.map((entry) => comparison('=', v, this.#number(entry))).join(' or ');
    const text = this.#number(item);
    if (isSimple(item)) return `(${among(text)})`;
    return `list_transform([${text}], lambda v: case when isfinite(v) then ${among('v')} end)[1]`;
  }
}
