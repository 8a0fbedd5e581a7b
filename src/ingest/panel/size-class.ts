import rule from '../../../data/segments/size-classes-2017.json';
import { packWords, REASON, type Column, type NumberColumn, type TextColumn } from '../../../scoring/column';
import { unitFactor } from '../units';
import { industryCode } from '../../../scoring/industry-code';
import { listWords } from './words';

/** Rule by its id, for a trace. */
export const SIZE_RULE = rule.id;

const MEASURES = ['employees', 'revenue', 'assets'] as const;
type Measure = (typeof MEASURES)[number];
/** Field each measure is read from. */
const FIELD: Readonly<Record<Measure, string>> = { employees: 'employees', revenue: 'revenue', assets: 'total_assets' };

interface Item {
  readonly industries: readonly string[];
  readonly except?: readonly string[];
  readonly employees?: readonly number[];
  readonly revenue?: readonly number[];
  readonly assets?: readonly number[];
}
const ITEMS: readonly Item[] = rule.items;
const CLASSES = rule.classes;
const MICRO = CLASSES.length - 1;

/** Bounds in stored units, with the column they are held against. */
interface Bound {
  readonly column: NumberColumn | null;
  readonly bounds: readonly number[];
}

/**
 * Size class of each row by the rule in data/segments/size-classes-2017.json; null where the fields it needs are not there, or money is not in yuan. A row
 * without one of its figures is missing with that figure's reason, unless another figure makes it micro already; one whose industry has no row in the rule
 * is not applicable; one whose industry is no code, section or division of GB/T 4754, or too wide for one row, is unreadable.
 */
export function sizeClass(fields: ReadonlyMap<string, Column>, rows: number, currency: string): TextColumn | null {
  const industry = industryOf(fields);
  if (!industry || currency !== 'CNY') return null;
  const items = listWords(industry.words).map(itemOf);
  const bounds = new Map(ITEMS.map((item) => [item, boundsOf(item, fields)]));
  const codes = new Int32Array(rows).fill(-1);
  const reasons = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    const item = industry.reasons[row] === 0 ? items[industry.codes[row]!]! : null;
    if (item === null) reasons[row] = industry.reasons[row]!;
    else if (typeof item === 'number') reasons[row] = item;
    else reasons[row] = classify(bounds.get(item)!, row, codes);
  }
  return codes.every((code) => code === -1) ? null : { kind: 'text', codes, words: packWords(CLASSES), reasons };
}

/** The fields a size class is made from: a code says more than a section's name. */
export function sizeFields(fields: ReadonlyMap<string, Column>): readonly string[] {
  return [fields.has('industry_code') ? 'industry_code' : 'industry', ...MEASURES.map((measure) => FIELD[measure])].filter((field) =>
    fields.has(field),
  );
}

function industryOf(fields: ReadonlyMap<string, Column>): TextColumn | null {
  const column = fields.get('industry_code') ?? fields.get('industry');
  return column?.kind === 'text' ? column : null;
}

/** The item of an industry, or the reason why it has none. */
function itemOf(text: string): Item | number {
  const code = industryCode(text);
  if (code === null) return REASON.unreadable;
  const fitting = (wanted: string): Item | undefined =>
    ITEMS.filter(({ industries, except }) => begins(wanted, industries) > 0 && begins(wanted, except ?? []) === 0).sort(
      (a, b) => begins(wanted, b.industries) - begins(wanted, a.industries),
    )[0];
  // A section of which parts stand in other rows is too wide to decide.
  const isWide = ITEMS.some(({ industries, except }) =>
    [...industries, ...(except ?? [])].some((one) => one !== code && one.startsWith(code)),
  );
  if (isWide) return REASON.unreadable;
  return fitting(code) ?? REASON.not_applicable;
}

/** Length of the longest beginning of a code in a list; 0 where none fits. */
function begins(code: string, list: readonly string[]): number {
  return Math.max(0, ...list.filter((one) => code.startsWith(one)).map((one) => one.length));
}

function boundsOf(item: Item, fields: ReadonlyMap<string, Column>): readonly Bound[] {
  return MEASURES.flatMap((measure) => {
    const own = item[measure];
    if (!own) return [];
    const column = fields.get(FIELD[measure]);
    const factor = unitFactor(rule.measures[measure], measure === 'employees' ? 'count' : 'money') ?? 1;
    return [{ column: column?.kind === 'number' ? column : null, bounds: own.map((bound) => bound * factor) }];
  });
}

/** Writes the class of a row and answers 0, or answers why it has none. */
function classify(bounds: readonly Bound[], row: number, codes: Int32Array): number {
  let lowest = 0;
  let missing = 0;
  for (const { column, bounds: own } of bounds) {
    const reason = column ? column.reasons[row]! : REASON.not_collected;
    if (reason !== 0) missing ||= reason;
    else {
      const reached = own.findIndex((bound) => column!.values[row]! >= bound);
      lowest = Math.max(lowest, reached === -1 ? MICRO : reached);
    }
  }
  if (missing !== 0 && lowest !== MICRO) return missing;
  codes[row] = lowest;
  return 0;
}
