import { REASON, wordAt, type Column } from '../../scoring/column';
import type { TypedColumn, TypedTable } from '../columns/typed-table';
import type { Recipe, RecipeColumn } from '../model/recipe';
import type { FieldKind, FoundColumn } from '../model/source';
import { columnStore } from './column-store';
import { trimmed } from './fold';
import { guessKind } from './kinds';
import { LEDGER } from './ledger-reasons';
import type { LedgerWriter } from './ledger-writer';
import { DEFAULT_NULLS, nullKey, nullSet } from './null-words';
import { cellRule, type Outcome, readCell } from './read-cell';
import { headerUnit, parseUnit } from './units';

const KINDS: readonly FieldKind[] = ['number', 'money', 'count', 'ratio', 'flag', 'text', 'code', 'date', 'set', 'year'];
const NULLS = nullSet(DEFAULT_NULLS);
const SAMPLES = 5;
const GUESSED = 1000;

/** A typed column as found: kind and unit from the metadata a panel is exported with, else from its type and name. What a column of texts holds is guessed as in a text file. */
export function foundTyped(typed: TypedColumn, at: number, rows: number): FoundColumn {
  const { name, column, metadata } = typed;
  let filled = 0;
  let refused = 0;
  const texts: string[] = [];
  for (let row = 0; row < rows; row++) {
    const reason = column.reasons[row];
    if (reason === REASON.not_finite) refused++;
    if (reason !== 0) continue;
    if (filled++ < GUESSED) texts.push(typedText(typed, row));
  }
  const unit = metadata.get('unit') ?? headerUnit(name);
  return {
    at,
    header: name,
    kind: KINDS.find((one) => one === metadata.get('kind')) ?? kindOf(typed, unit, texts),
    unit,
    samples: texts.slice(0, SAMPLES),
    filled: filled + refused,
    blank: rows - filled - refused,
    changed: 0,
    refused,
    nulls: [],
    ownUnits: 0,
  };
}

function kindOf({ name, from }: TypedColumn, unit: string | null, texts: readonly string[]): FieldKind {
  if (from === 'truth') return 'flag';
  if (from !== 'text') return from;
  const words = texts.map(trimmed).filter((word) => word !== '');
  const told = words.filter((word) => !NULLS.has(nullKey(word)));
  return guessKind(name, unit, told.length > 0 ? told : words);
}

/** Kinds that a column of a type holds without being read again. */
const DIRECT: Readonly<Record<TypedColumn['from'], readonly FieldKind[]>> = {
  number: ['number', 'money', 'count', 'ratio', 'year'],
  date: ['date'],
  truth: ['flag'],
  text: ['text', 'code'],
  set: ['set'],
};

/** A typed column as its recipe wants it. One of the right type is taken bit for bit; another goes through its text, as a cell of a CSV would. */
export function takeTyped(typed: TypedColumn, said: RecipeColumn, recipe: Recipe, rows: number, ledger: LedgerWriter): Column {
  const { column, from } = typed;
  if (DIRECT[from].includes(said.kind)) {
    for (let row = 0; row < rows; row++) if (column.reasons[row] === REASON.not_finite) ledger.cell(row + 1, said.at, LEDGER.number_range);
    const exponent = said.unit === null ? 0 : (parseUnit(said.unit)?.exponent ?? 0);
    return column.kind === 'number' && exponent !== 0
      ? { ...column, values: column.values.map((value) => scaled(value, exponent)) }
      : column;
  }
  const store = columnStore(said.kind);
  const rule = cellRule(said, recipe);
  // A word that stands in many rows is read once.
  const known: Outcome[] = [];
  for (let row = 0; row < rows; row++) {
    const code = column.kind === 'text' ? column.codes[row]! : -1;
    const outcome = known[code] ?? readCell(typedText(typed, row), rule);
    if (code >= 0) known[code] = outcome;
    if (outcome.note !== 0) ledger.cell(row + 1, said.at, outcome.note);
    store.put(row, outcome);
  }
  return store.finish(rows);
}

const MOST_DECIMALS = 6;

/**
 * × 10^exponent as the same figure in a CSV is read: one rounding, not two. The figure is taken for the shortest decimal that is this double; of few
 * decimals that is a whole number over a power of ten, both exact, else it is written out.
 */
function scaled(value: number, exponent: number): number {
  for (let decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
    const whole = Math.round(value * 10 ** decimals);
    if (whole / 10 ** decimals !== value || Math.abs(whole) >= 1e15) continue;
    return decimals > exponent ? whole / 10 ** (decimals - exponent) : whole * 10 ** (exponent - decimals);
  }
  return Number.isNaN(value) ? NaN : Number(/e/.test(String(value)) ? value * 10 ** exponent : `${value}e${exponent}`);
}

/** The cells of a row (from 0) as text: the shortest that reads back to the same value, '' for null. */
export function typedCells({ columns }: TypedTable, row: number): string[] {
  return columns.map((column) => typedText(column, row));
}

function typedText({ column, from }: TypedColumn, row: number): string {
  if (column.reasons[row] !== 0) return column.reasons[row] === REASON.not_finite ? 'NaN' : '';
  if (column.kind === 'text') return wordAt(column.words, column.codes[row]!);
  if (column.kind === 'truth') return column.values[row] === 1 ? 'true' : 'false';
  if (column.kind === 'number') return from === 'date' ? dayText(column.values[row]!) : String(column.values[row]);
  const words: string[] = [];
  for (let bit = 0; bit < column.words.ends.length; bit++) {
    if ((column.bits[row * column.width + (bit >>> 5)]! & (1 << (bit & 31))) !== 0) words.push(wordAt(column.words, bit));
  }
  return words.join(';');
}

/** A day as ISO text; one beyond the calendar (a damaged or made-up file) as its number. */
function dayText(day: number): string {
  return Math.abs(day) <= 100_000_000 ? new Date(day * 86_400_000).toISOString().slice(0, 10) : String(day);
}
