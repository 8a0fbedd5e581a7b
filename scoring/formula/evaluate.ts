import { type Column, REASON } from '../column';
import type { Panel } from '../panel';
import { absolute, arithmetic, compare, divide, extreme, logarithm, negate, oneOf } from './arithmetic';
import { kindOfFormula } from './kind';
import { both, choose, either, missing, opposite } from './logic';
import { columnOf, fieldReasons, fieldStep, fieldText, previousStep, previousText } from './read';
import { absentStep, constantStep, type NumberStep, type Scope, stepOver, type TextStep } from './step';
import { chooseText, literalText, sameText, textAmong, textInSet } from './text';
import type { Formula, ValueKind } from './tree';
import { storedValue } from './units';
import { ageStep, growthStep, spanStep } from './years';

/** Rows worked on at once: a formula's buffers stay in the processor's cache, and no node needs a column of its own. */
const BLOCK = 2048;

/**
 * Computes a checked formula for every row, or for the given rows in their order. A missing operand gives a missing result with the reason
 * of the first missing one. A bare field over all rows is the panel's own column, not a copy. A field the panel lacks is `not_collected`.
 */
export function evaluateFormula(tree: Formula, panel: Panel, rows?: Int32Array): Column {
  for (const row of rows ?? [])
    if (row < 0 || row >= panel.rows) throw new RangeError(`row ${row} is not in the panel of ${panel.rows} rows`);
  const length = rows?.length ?? panel.rows;
  if (tree.is === 'field') return fieldColumn(panel.fields.get(tree.field), length, rows);
  const scope = { panel, rows, size: Math.min(BLOCK, length) };
  const kind = kindOfFormula(tree, kindsOf(scope)) ?? 'number';
  if (kind === 'text') return textColumnOf(textStep(scope, tree), length);
  if (kind === 'set') throw new TypeError('a set is no result of a formula');
  const step = numberStep(scope, tree, kind);
  const values = new Float64Array(length);
  const reasons = new Uint8Array(length);
  for (let from = 0; from < length; from += BLOCK) {
    const count = Math.min(BLOCK, length - from);
    step.run(from, count);
    values.set(count === BLOCK ? step.values : step.values.subarray(0, count), from);
    reasons.set(count === BLOCK ? step.reasons : step.reasons.subarray(0, count), from);
  }
  return { kind, values, reasons };
}

function textColumnOf(step: TextStep, length: number): Column {
  const codes = new Int32Array(length);
  const reasons = new Uint8Array(length);
  for (let from = 0; from < length; from += BLOCK) {
    const count = Math.min(BLOCK, length - from);
    step.run(from, count);
    codes.set(step.codes.subarray(0, count), from);
    reasons.set(step.reasons.subarray(0, count), from);
  }
  return { kind: 'text', codes, words: step.words, reasons };
}

function fieldColumn(column: Column | undefined, length: number, rows: Int32Array | undefined): Column {
  if (!column)
    return { kind: 'number', values: new Float64Array(length).fill(NaN), reasons: new Uint8Array(length).fill(REASON.not_collected) };
  if (!rows) return column;
  const reasons = Uint8Array.from(rows, (row) => column.reasons[row]!);
  if (column.kind === 'text') return { ...column, codes: rows.map((row) => column.codes[row]!), reasons };
  if (column.kind !== 'set') return { kind: column.kind, values: Float64Array.from(rows, (row) => column.values[row]!), reasons };
  const { width } = column;
  const bits = new Uint32Array(length * width);
  rows.forEach((row, at) => bits.set(column.bits.subarray(row * width, (row + 1) * width), at * width));
  return { ...column, bits, reasons };
}

function kindsOf({ panel }: Scope): (field: string) => ValueKind | null {
  return (field) => panel.fields.get(field)?.kind ?? null;
}

function numberStep(scope: Scope, tree: Formula, kind: 'number' | 'truth'): NumberStep {
  switch (tree.is) {
    case 'number':
      return constantStep(scope, storedValue(tree.value, tree.unit));
    case 'truth':
      return constantStep(scope, tree.value ? 1 : 0);
    case 'field':
      return fieldStep(scope, tree.field, kind);
    case 'age':
      return ageStep(scope);
    case 'years':
      if (tree.name === 'previous') return previousStep(scope, tree.field, tree.k, kind);
      if (tree.name === 'growth' || tree.name === 'cagr') return growthStep(scope, tree.field, tree.k, tree.name);
      return spanStep(scope, tree.field, tree.k, tree.name);
    case 'unary': {
      const of = numberStep(scope, tree.of, tree.operator === 'not' ? 'truth' : 'number');
      const loop = tree.operator === 'not' ? opposite : negate;
      return stepOver(scope, [of], (out, count) => loop(of, out, count));
    }
    case 'binary':
      return binaryStep(scope, tree);
    case 'if': {
      const inputs = [
        numberStep(scope, tree.when, 'truth'),
        numberStep(scope, tree.then, kind),
        numberStep(scope, tree.otherwise, kind),
      ] as const;
      return stepOver(scope, inputs, (out, count) => choose(...inputs, out, count));
    }
    case 'in':
      return inStep(scope, tree);
    case 'missing': {
      const of = reasonsOf(scope, tree.of);
      return stepOver(scope, [of], (out, count) => missing(of, tree.negated, out, count));
    }
    case 'call':
      return callStep(scope, tree);
    case 'text':
      throw new TypeError(`text '${tree.value}' is no ${kind}`);
  }
}

function textStep(scope: Scope, tree: Formula): TextStep {
  switch (tree.is) {
    case 'text':
      return literalText(scope, tree.value);
    case 'field':
      return fieldText(scope, tree.field);
    case 'years':
      return previousText(scope, tree.field, tree.k);
    case 'if':
      return chooseText(scope, numberStep(scope, tree.when, 'truth'), textStep(scope, tree.then), textStep(scope, tree.otherwise));
    default:
      throw new TypeError(`${tree.is} is no text`);
  }
}

function binaryStep(scope: Scope, tree: Formula & { is: 'binary' }): NumberStep {
  const { operator, left, right } = tree;
  if (operator === '=' || operator === '<>') return equalityStep(scope, tree);
  const isLogic = operator === 'and' || operator === 'or';
  const a = numberStep(scope, left, isLogic ? 'truth' : 'number');
  const b = numberStep(scope, right, isLogic ? 'truth' : 'number');
  switch (operator) {
    case '+':
    case '-':
    case '*':
      return stepOver(scope, [a, b], (out, count) => arithmetic(operator, a, b, out, count));
    case '/':
      return stepOver(scope, [a, b], (out, count) => divide(a, b, out, count));
    case 'and':
      return stepOver(scope, [a, b], (out, count) => both(a, b, out, count));
    case 'or':
      return stepOver(scope, [a, b], (out, count) => either(a, b, out, count));
    default:
      return stepOver(scope, [a, b], (out, count) => compare(operator, a, b, out, count));
  }
}

function equalityStep(scope: Scope, { operator, left, right }: Formula & { is: 'binary' }): NumberStep {
  const kind = kindOfFormula(left, kindsOf(scope)) ?? kindOfFormula(right, kindsOf(scope)) ?? 'number';
  if (kind === 'set') throw new TypeError('a set cannot be compared');
  if (kind === 'text') {
    const negated = operator === '<>';
    const a = textStep(scope, left);
    return right.is === 'text' ? textAmong(scope, a, [right.value], negated) : sameText(scope, a, textStep(scope, right), negated);
  }
  const a = numberStep(scope, left, kind);
  const b = numberStep(scope, right, kind);
  return stepOver(scope, [a, b], (out, count) => compare(operator, a, b, out, count));
}

function inStep(scope: Scope, { item, list }: Formula & { is: 'in' }): NumberStep {
  if ('is' in list) {
    if (list.is !== 'field') throw new TypeError(`${list.is} is no set`);
    const text = textStep(scope, item);
    const set = columnOf(scope, list.field, 'set');
    if (set) return textInSet(scope, text, set);
    const absent = absentStep(scope);
    return stepOver(scope, [text], (out, count) => {
      out.values.set(absent.values);
      for (let row = 0; row < count; row++) out.reasons[row] = text.reasons[row]! || REASON.not_collected;
    });
  }
  const texts = list.flatMap((entry) => (entry.is === 'text' ? [entry.value] : []));
  if (texts.length > 0) return textAmong(scope, textStep(scope, item), texts);
  const wanted = Float64Array.from(list.flatMap((entry) => (entry.is === 'number' ? [storedValue(entry.value, entry.unit)] : [])));
  const of = numberStep(scope, item, 'number');
  return stepOver(scope, [of], (out, count) => oneOf(of, wanted, out, count));
}

function callStep(scope: Scope, { name, args }: Formula & { is: 'call' }): NumberStep {
  const steps = args.map((arg) => numberStep(scope, arg, 'number'));
  const [first, ...more] = steps;
  if (!first) throw new TypeError(`${name} has no argument`);
  if (name === 'abs') return stepOver(scope, [first], (out, count) => absolute(first, out, count));
  if (name === 'log') return stepOver(scope, [first], (out, count) => logarithm(first, out, count));
  return more.reduce((a, b) => stepOver(scope, [a, b], (out, count) => extreme(name, a, b, out, count)), first);
}

function reasonsOf(scope: Scope, tree: Formula): Pick<NumberStep, 'reasons' | 'run'> {
  if (tree.is === 'field') return fieldReasons(scope, tree.field);
  const kind = kindOfFormula(tree, kindsOf(scope)) ?? 'number';
  return kind === 'text' ? textStep(scope, tree) : numberStep(scope, tree, kind === 'truth' ? 'truth' : 'number');
}
