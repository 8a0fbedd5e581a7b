// Longer than other files: one recursive descent, whose levels call each other and read as one page of grammar.
import { formulaProblem, type Place, placeOf, setPlace } from './problems';
import { Refusal, type Token, tokensOf } from './tokens';
import type { BinaryOperator, Formula, FormulaProblem, PlainFunction, YearsFunction } from './tree';

const LONGEST = 20_000;
const DEEPEST = 200;
const RESERVED: ReadonlySet<string> = new Set(['and', 'or', 'not', 'if', 'in', 'is', 'missing', 'true', 'false', 'age']);
const PLAIN: ReadonlySet<string> = new Set<PlainFunction>(['min', 'max', 'abs', 'log']);
const YEARS: ReadonlySet<string> = new Set<YearsFunction>(['previous', 'growth', 'cagr', 'sum_years', 'mean_years']);
const COMPARISONS: ReadonlySet<string> = new Set<BinaryOperator>(['=', '<>', '<', '<=', '>', '>=']);

/**
 * Reads a formula. Precedence, loosest first: `or`, `and`, `not`, comparison (with `in` and `is missing`, never chained), `+ -`, `* /`, sign.
 * Kinds, fields and number of arguments are for `checkFormula`. The first fault ends reading. At most 20 000 characters and 200 levels,
 * a long sum counting a level a term.
 */
export function parseFormula(
  text: string,
): { readonly ok: true; readonly tree: Formula } | { readonly ok: false; readonly problems: readonly FormulaProblem[] } {
  if (text.length > LONGEST) {
    return { ok: false, problems: [formulaProblem('too_long', { at: LONGEST, length: text.length - LONGEST }, String(text.length))] };
  }
  try {
    return { ok: true, tree: new Reader(tokensOf(text)).whole() };
  } catch (fault) {
    if (fault instanceof Refusal) return { ok: false, problems: [fault.problem] };
    throw fault;
  }
}

class Reader {
  readonly #tokens: readonly Token[];
  readonly #depths = new Map<Formula, number>();
  #next = 0;
  #nesting = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  whole(): Formula {
    if (this.#tokens.length === 1) throw new Refusal('empty', { at: 0, length: 0 }, '');
    const tree = this.#either();
    if (this.#next < this.#tokens.length - 1) this.#refuse('unexpected_piece');
    return tree;
  }

  get #peek(): Token {
    return this.#tokens[this.#next]!;
  }

  #is(value: string, ahead = 0): boolean {
    const token = this.#tokens[this.#next + ahead];
    return (token?.is === 'word' || token?.is === 'mark') && token.value === value;
  }

  #took(value: string): boolean {
    const found = this.#is(value);
    if (found) this.#next++;
    return found;
  }

  #need(value: string, code: 'expected_opening' | 'expected_closing' | 'expected_missing'): void {
    if (!this.#took(value)) this.#refuse(code);
  }

  #refuse(code: ConstructorParameters<typeof Refusal>[0]): never {
    const token = this.#peek;
    throw new Refusal(code, token, token.is === 'end' ? '' : String(token.value));
  }

  /** Notes where a node stands and how deep it is. */
  #made<T extends Formula>(node: T, start: Place, ...inner: readonly Formula[]): T {
    const depth = 1 + Math.max(0, ...inner.map((child) => this.#depths.get(child)!));
    const last = this.#tokens[this.#next - 1]!;
    const place = { at: start.at, length: last.at + last.length - start.at };
    if (depth > DEEPEST) throw new Refusal('too_deep', place, String(DEEPEST));
    this.#depths.set(node, depth);
    setPlace(node, place);
    return node;
  }

  #nested<T>(read: () => T): T {
    if (++this.#nesting > DEEPEST) throw new Refusal('too_deep', this.#peek, String(DEEPEST));
    const found = read();
    this.#nesting--;
    return found;
  }

  #chain(operators: readonly BinaryOperator[], inner: () => Formula): Formula {
    const start = this.#peek;
    let left = inner();
    for (let operator; (operator = operators.find((mark) => this.#took(mark))) !== undefined;) {
      const right = inner();
      left = this.#made({ is: 'binary', operator, left, right }, start, left, right);
    }
    return left;
  }

  readonly #either = (): Formula => this.#chain(['or'], this.#both);
  readonly #both = (): Formula => this.#chain(['and'], this.#denied);
  readonly #sum = (): Formula => this.#chain(['+', '-'], this.#product);
  readonly #product = (): Formula => this.#chain(['*', '/'], this.#signed);

  readonly #denied = (): Formula => {
    const start = this.#peek;
    if (!this.#took('not')) return this.#compared();
    const of = this.#nested(this.#denied);
    return this.#made({ is: 'unary', operator: 'not', of }, start, of);
  };

  readonly #signed = (): Formula => {
    const start = this.#peek;
    if (!this.#took('-')) return this.#value();
    const of = this.#nested(this.#signed);
    return this.#made({ is: 'unary', operator: 'negate', of }, start, of);
  };

  #compared(): Formula {
    const start = this.#peek;
    const left = this.#sum();
    const found = this.#comparison(start, left);
    if (found !== left && this.#startsComparison()) this.#refuse('chained_comparison');
    return found;
  }

  #startsComparison(): boolean {
    const token = this.#peek;
    if (token.is === 'mark') return COMPARISONS.has(token.value);
    return this.#is('in') || this.#is('is') || (this.#is('not') && this.#is('in', 1));
  }

  #comparison(start: Place, left: Formula): Formula {
    if (!this.#startsComparison()) return left;
    if (this.#took('is')) {
      const negated = this.#took('not');
      this.#need('missing', 'expected_missing');
      return this.#made({ is: 'missing', of: left, negated }, start, left);
    }
    if (this.#took('not')) {
      const found = this.#comparison(start, left);
      return this.#made({ is: 'unary', operator: 'not', of: found }, start, found);
    }
    if (this.#took('in')) {
      const list = this.#took('(') ? this.#literals() : this.#value();
      return this.#made({ is: 'in', item: left, list }, start, left, ...('is' in list ? [list] : list));
    }
    const token = this.#peek as Token & { value: BinaryOperator };
    this.#next++;
    const right = this.#sum();
    return this.#made({ is: 'binary', operator: token.value, left, right }, start, left, right);
  }

  #literals(): Formula[] {
    const list: Formula[] = [];
    do {
      const literal = this.#literal() ?? this.#refuse('expected_literal');
      list.push(literal);
    } while (this.#took(','));
    this.#need(')', 'expected_closing');
    return list;
  }

  #literal(): Formula | null {
    const token = this.#peek;
    if (token.is !== 'number' && token.is !== 'text') return null;
    this.#next++;
    if (token.is === 'text') return this.#made({ is: 'text', value: token.value }, token);
    return this.#made({ is: 'number', value: token.value, ...(token.unit === undefined ? {} : { unit: token.unit }) }, token);
  }

  #value(): Formula {
    const start = this.#peek;
    const literal = this.#literal();
    if (literal) return literal;
    if (this.#took('(')) {
      const inner = this.#nested(this.#either);
      this.#need(')', 'expected_closing');
      return inner;
    }
    if (start.is !== 'word') this.#refuse('expected_value');
    return this.#named(start, start.value);
  }

  #named(start: Token, name: string): Formula {
    if (RESERVED.has(name) && !['if', 'true', 'false', 'age'].includes(name)) this.#refuse('expected_value');
    this.#next++;
    if (name === 'true' || name === 'false') return this.#made({ is: 'truth', value: name === 'true' }, start);
    if (name === 'age') return this.#made({ is: 'age' }, start);
    if (name === 'if') return this.#choice(start);
    if (!this.#is('(')) return this.#made({ is: 'field', field: name }, start);
    if (YEARS.has(name)) return this.#years(start, name as YearsFunction);
    if (!PLAIN.has(name)) throw new Refusal('unknown_function', start, name);
    const args = this.#arguments();
    return this.#made({ is: 'call', name: name as PlainFunction, args }, start, ...args);
  }

  #arguments(): Formula[] {
    this.#need('(', 'expected_opening');
    const args: Formula[] = [];
    if (this.#took(')')) return args;
    do args.push(this.#nested(this.#either));
    while (this.#took(','));
    this.#need(')', 'expected_closing');
    return args;
  }

  #choice(start: Place): Formula {
    const args = this.#arguments();
    const [when, then, otherwise] = args;
    if (!when || !then || !otherwise || args.length > 3) throw new Refusal('wrong_arity', start, 'if');
    return this.#made({ is: 'if', when, then, otherwise }, start, when, then, otherwise);
  }

  #years(start: Place, name: YearsFunction): Formula {
    const [field, years, ...more] = this.#arguments();
    const wanted = name === 'growth' ? 1 : 2;
    if (!field || more.length > 0 || (years ? 2 : 1) !== wanted) throw new Refusal('wrong_arity', start, name);
    if (field.is !== 'field') throw new Refusal('expected_field', placeOf(field), name);
    if (years && (years.is !== 'number' || years.unit !== undefined)) throw new Refusal('expected_years', placeOf(years), name);
    return this.#made({ is: 'years', name, field: field.field, k: years ? years.value : 1 }, start);
  }
}
