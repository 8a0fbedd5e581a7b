import type { Locale } from '../../i18n';
import type { RecipeColumn } from '../../model/recipe';
import type { Dialect, Encoding, FieldKind, FoundColumn } from '../../model/source';
import type { Incoming } from '../../state/face';
import { hasOwnUnits } from './recipe-edit';

export const ENCODINGS: readonly { readonly value: Encoding; readonly label: string }[] = [
  { value: 'utf-8', label: 'UTF-8' },
  { value: 'gb18030', label: 'GB18030' },
  { value: 'big5', label: 'Big5' },
  { value: 'utf-16le', label: 'UTF-16 LE' },
  { value: 'utf-16be', label: 'UTF-16 BE' },
  { value: 'shift_jis', label: 'Shift-JIS' },
  { value: 'windows-1252', label: 'Windows-1252' },
];
export const DELIMITERS = [
  [',', 'comma'],
  ['\t', 'tab'],
  [';', 'semicolon'],
  ['|', 'pipe'],
  ['，', 'wide'],
  [' ', 'space'],
] as const;
export const QUOTES = [
  ['"', 'double'],
  ["'", 'single'],
  ['', 'none'],
] as const;

export function encodingWords(encoding: Encoding): string {
  return ENCODINGS.find(({ value }) => value === encoding)?.label ?? encoding;
}
export function delimiterWords(delimiter: string, { t }: Locale): string {
  const known = DELIMITERS.find(([sign]) => sign === delimiter);
  return t.data_delimiter_of(known ? t.data_delimiter[known[1]] : delimiter);
}
export function quoteWords(quote: Dialect['quote'], { t }: Locale): string {
  return t.data_quote[QUOTES.find(([sign]) => sign === quote)![1]];
}
/** The header by the lines an editor shows, not by rows. */
export function headerWords({ header: { line, lines } }: Dialect, lineOf: (row: number) => number, { t }: Locale): string {
  if (lines === 0) return t.data_header_none;
  if (lines === 1) return t.data_header_at(String(lineOf(line)));
  return t.data_header_two(String(lineOf(line)), String(lineOf(line + lines - 1)));
}

/** A column as a person finds it: its header, or its number. */
export function columnWords({ header, at }: Pick<RecipeColumn, 'header' | 'at'>, { t }: Locale): string {
  return header === '' ? t.data_preview_column(String(at + 1)) : header;
}

const MONEY = [
  ['元', 1],
  ['千元', 1e3],
  ['万元', 1e4],
  ['百万元', 1e6],
  ['千万元', 1e7],
  ['亿元', 1e8],
] as const;
const MULTIPLES = [
  ['千', 1e3],
  ['万', 1e4],
  ['亿', 1e8],
] as const;

/** Currencies offered, the one in use among them. */
export function currencyItems(used: string): readonly { readonly value: string; readonly label: string }[] {
  return [...new Set(['CNY', 'USD', 'EUR', 'HKD', 'JPY', 'GBP', 'TWD', 'KRW', 'SGD', used])].map((code) => ({ value: code, label: code }));
}

/** Units of money a person chooses from. */
export function moneyUnits({ t, format }: Locale): readonly { readonly value: string; readonly label: string }[] {
  return MONEY.map(([unit, factor]) => ({ value: unit, label: factor === 1 ? unit : t.data_unit_times(unit, format.number(factor)) }));
}

/** Units a column of a kind may have, '' for none; empty where the kind has no unit. `ask` stands for a unit not yet answered. */
export function unitItems(
  kind: FieldKind,
  found: FoundColumn | undefined,
  locale: Locale,
): readonly { readonly value: string; readonly label: string }[] {
  const { t, format } = locale;
  if (kind === 'money') {
    return [{ value: '?', label: hasOwnUnits(found) ? t.data_unit_cell : t.data_unit_ask }, ...moneyUnits(locale)];
  }
  if (kind === 'ratio') return [{ value: '', label: t.data_unit_ratio }, ...['%', '‰'].map((unit) => ({ value: unit, label: unit }))];
  if (kind !== 'number' && kind !== 'count') return [];
  return [
    { value: '', label: t.data_unit_none },
    ...MULTIPLES.map(([unit, factor]) => ({ value: unit, label: t.data_unit_times(unit, format.number(factor)) })),
  ];
}

export type FileState = 'looking' | 'failed' | 'blocked' | 'asking' | 'ready';

/** How far a file is on its way in. */
export function fileState({ found, recipe, problems }: Pick<Incoming, 'found' | 'recipe' | 'problems'>): FileState {
  if (found.status === 'failed') return 'failed';
  if (found.status !== 'ready') return 'looking';
  if (recipe === null || problems.some(({ severity }) => severity === 'error')) return 'blocked';
  return problems.some(({ severity }) => severity === 'question') ? 'asking' : 'ready';
}

/** `2019–2024`, or the years one by one where some are missing. */
export function yearsWords(years: readonly number[]): string {
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) return '—';
  if (first === last) return String(first);
  return last - first === years.length - 1 ? `${first}–${last}` : years.join(', ');
}

/** What a person has to do about a file before it can be loaded: its errors and questions, columns without a unit counted as one. */
export function tasksOf({ problems }: Pick<Incoming, 'problems'>): number {
  const open = problems.filter(({ severity }) => severity !== 'warning');
  const units = open.filter(({ code }) => code === 'unit_unknown').length;
  return open.length - Math.max(0, units - 1);
}
