import { type FormulaProblemCode, type Place, formulaProblem } from './problems';
import type { FormulaProblem } from './tree';
import { storedValue, unitPower } from './units';

export type Token = Place &
  (
    | { readonly is: 'number'; readonly value: number; readonly unit?: string }
    | { readonly is: 'text'; readonly value: string }
    | { readonly is: 'word' | 'mark'; readonly value: string }
    | { readonly is: 'end' }
  );

/** Carries a problem out of the depth of the reader; never leaves `parseFormula`. */
export class Refusal extends Error {
  readonly problem: FormulaProblem;
  constructor(code: FormulaProblemCode, place: Place, given: string) {
    super(code);
    this.problem = formulaProblem(code, place, given);
  }
}

const MARKS: ReadonlyMap<string, string> = new Map([
  ...['+', '-', '*', '/', '(', ')', ',', '=', '<', '>', '<=', '>=', '<>'].map((mark): [string, string] => [mark, mark]),
  ['==', '='],
  ['!=', '<>'],
  ['×', '*'],
  ['÷', '/'],
  ['−', '-'],
  ['≤', '<='],
  ['≥', '>='],
  ['≠', '<>'],
  ['、', ','],
]);
const NUMBER = /\d+(?:\.\d+)?(?:e[+-]?\d+)?/y;
const NUMBER_LIKE = /[\w.]+/y;
const UNIT = /\s*([%‰]|\p{Script=Han}+)/uy;
const WORD = /[A-Za-z_][A-Za-z0-9_]*/y;
const SPACE = /\s+/y;
const UNPRINTABLE = /[\p{Cc}\p{Cs}]/u;

/** Full-width letters, digits and punctuation as their ASCII twins, every position kept. */
function folded(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** The pieces of a formula, an `end` last. Throws a `Refusal` at the first character that belongs to none. */
export function tokensOf(text: string): Token[] {
  const plain = folded(text);
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const space = matchAt(SPACE, plain, at);
    if (space) at += space[0].length;
    if (at >= text.length) break;
    const token = numberAt(plain, at) ?? wordAt(plain, at) ?? textAt(text, at) ?? markAt(plain, at);
    if (!token) {
      const given = String.fromCodePoint(text.codePointAt(at)!);
      throw new Refusal('unexpected_character', { at, length: given.length }, given);
    }
    tokens.push(token);
    at += token.length;
  }
  tokens.push({ is: 'end', at, length: 0 });
  return tokens;
}

function numberAt(plain: string, at: number): Token | null {
  const found = matchAt(NUMBER, plain, at);
  if (!found) return null;
  const whole = matchAt(NUMBER_LIKE, plain, at)![0];
  const value = Number(found[0]);
  // `1e+5` is longer than what \w sees of it, so only a longer look-alike is a fault.
  const bad = whole.length > found[0].length || /[\w.]/.test(plain[at + found[0].length] ?? '') || !Number.isFinite(value);
  if (bad) throw new Refusal('bad_number', { at, length: Math.max(whole.length, found[0].length) }, plain.slice(at, at + whole.length));
  const end = at + found[0].length;
  const unit = matchAt(UNIT, plain, end);
  if (!unit) return { is: 'number', at, length: found[0].length, value };
  if (unitPower(unit[1]!) === null) {
    throw new Refusal('unknown_unit', { at: end + unit[0].length - unit[1]!.length, length: unit[1]!.length }, unit[1]!);
  }
  const length = end + unit[0].length - at;
  if (!Number.isFinite(storedValue(value, unit[1]))) throw new Refusal('bad_number', { at, length }, plain.slice(at, at + length));
  return { is: 'number', at, length, value, unit: unit[1]! };
}

function wordAt(plain: string, at: number): Token | null {
  const found = matchAt(WORD, plain, at)?.[0];
  if (found === undefined) return null;
  if (/[A-Z]/.test(found)) throw new Refusal('upper_case', { at, length: found.length }, found);
  return { is: 'word', at, length: found.length, value: found };
}

/** A text in straight, full-width or curly single quotes; the closing quote doubled stands for itself. */
function textAt(text: string, at: number): Token | null {
  const open = text[at]!;
  if (open !== "'" && open !== '＇' && open !== '‘') return null;
  const close = open === '‘' ? '’' : open;
  let value = '';
  for (let from = at + 1; ;) {
    const end = text.indexOf(close, from);
    if (end < 0) throw new Refusal('unclosed_text', { at, length: text.length - at }, text.slice(at, at + 20));
    value += text.slice(from, end);
    if (text[end + 1] !== close) {
      const strange = UNPRINTABLE.exec(value)?.[0];
      if (strange !== undefined) throw new Refusal('unexpected_character', { at, length: end + 1 - at }, strange);
      return { is: 'text', at, length: end + 1 - at, value };
    }
    value += close;
    from = end + 2;
  }
}

function markAt(plain: string, at: number): Token | null {
  for (const length of [2, 1]) {
    const written = plain.slice(at, at + length);
    const value = MARKS.get(written);
    if (value !== undefined) return { is: 'mark', at, length: written.length, value };
  }
  return null;
}
