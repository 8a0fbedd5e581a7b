import { REASON } from '../../scoring/column';
import type { Recipe, RecipeColumn } from '../model/recipe';
import type { FieldKind } from '../model/source';
import { foldWidth, trimmed } from './fold';
import { LEDGER } from './ledger-reasons';
import { nullKey, nullSet } from './null-words';
import { readDate, readYear } from './read-date';
import { type NumberRule, readNumber } from './read-number';
import { parseUnit } from './units';

/** What became of one cell. `value` is null exactly where `reason` (a byte of REASONS) is not 0; `note` is a byte of LEDGER_REASONS, 0 for none. */
export interface Outcome {
  readonly value: number | string | readonly string[] | null;
  readonly reason: number;
  readonly note: number;
}

/** How the cells of one column are read. */
export interface CellRule {
  readonly kind: FieldKind;
  readonly number: NumberRule;
  readonly separator: string | null;
  readonly nulls: ReadonlySet<string>;
}

const FLAGS = new Map<string, number>([
  ...['是', '有', '√', '✓', '✔', '☑', '对', 'y', 'yes', 'true', '1'].map((word) => [word, 1] as const),
  ...['否', '无', '没有', '×', '✗', '✘', '☐', 'n', 'no', 'false', '0'].map((word) => [word, 0] as const),
]);

/** Words that say of a set that nothing is in it, which is known and not missing. */
const NO_MEMBERS: ReadonlySet<string> = new Set(['无', 'none'].map(nullKey));

/** The rule of a recipe's column. Throws on a unit word that is none: the recipe is checked before. */
export function cellRule(column: RecipeColumn, recipe: Pick<Recipe, 'nulls' | 'currency'>): CellRule {
  const { kind, unit } = column;
  const asked = unit === '?';
  const known = unit === null || asked || unit === '' ? null : parseUnit(unit);
  if (!known && unit !== null && unit !== '' && !asked) throw new TypeError(`unit ${unit} of column ${column.at} is not known`);
  const measure = kind === 'money' || kind === 'count' || kind === 'ratio' ? kind : 'none';
  const percent = kind === 'ratio' || known?.measure === 'ratio';
  const number = { measure, exponent: known?.exponent ?? 0, asked, percent, currency: kind === 'money' ? recipe.currency : '' } as const;
  return { kind, number, separator: column.separator, nulls: nullSet(recipe.nulls) };
}

/** The columns of a recipe that are loaded, in the order of the file. */
export function takenColumns(recipe: Pick<Recipe, 'columns'>): RecipeColumn[] {
  return recipe.columns.filter((column) => column.field !== null).sort((a, b) => a.at - b.at);
}

/** How many cells a row may have by what the recipe knows of columns, taken or not. */
export function widthOfRecipe({ columns }: Pick<Recipe, 'columns'>): number {
  return columns.reduce((width, { at }) => Math.max(width, at + 1), 0);
}

/** Reads one raw cell. An empty cell is blank; a null word is blank and noted; a flag's own words (`无`) come before null words, and `无` in a set is the known empty one. */
export function readCell(raw: string, rule: CellRule): Outcome {
  const cell = trimmed(raw);
  if (cell === '') return { value: null, reason: REASON.blank, note: 0 };
  if (rule.kind === 'flag') {
    const flag = FLAGS.get(nullKey(cell));
    if (flag !== undefined) return { value: flag, reason: 0, note: 0 };
  }
  if (rule.kind === 'set' && NO_MEMBERS.has(nullKey(cell))) return { value: [], reason: 0, note: 0 };
  if (rule.nulls.has(nullKey(cell))) return { value: null, reason: REASON.blank, note: LEDGER.null_word };
  switch (rule.kind) {
    case 'number':
    case 'money':
    case 'count':
    case 'ratio':
      return readNumber(cell, rule.number);
    case 'date':
      return readDate(cell);
    case 'year':
      return readYear(cell);
    case 'flag':
      return { value: null, reason: REASON.unreadable, note: LEDGER.unreadable };
    case 'set':
      return { value: splitSet(cell, rule.separator), reason: 0, note: 0 };
    case 'code':
      return readCode(raw, cell);
    case 'text':
      return { value: cell, reason: 0, note: cell === raw ? 0 : LEDGER.spaces_trimmed };
  }
}

/** A code keeps every character but full-width ones; one that a spreadsheet wrote as `9.15E+17` has lost its digits and is refused. */
function readCode(raw: string, cell: string): Outcome {
  const folded = foldWidth(cell);
  if (/^\d(?:\.\d+)?E\+\d{2}$/i.test(folded)) return { value: null, reason: REASON.unreadable, note: LEDGER.digits_lost };
  const note = folded !== cell ? LEDGER.full_width : cell !== raw ? LEDGER.spaces_trimmed : 0;
  return { value: folded, reason: 0, note };
}

const ANY_SEPARATOR = /[;；、,，|｜\n]/;
const TWINS: Readonly<Record<string, RegExp>> = { ';': /[;；]/, '；': /[;；]/, ',': /[,，]/, '，': /[,，]/, '|': /[|｜]/, '｜': /[|｜]/ };

function splitSet(cell: string, separator: string | null): string[] {
  const words = cell.split(separator === null || separator === '' ? ANY_SEPARATOR : (TWINS[separator] ?? separator));
  return [...new Set(words.map(trimmed).filter((word) => word !== ''))];
}
