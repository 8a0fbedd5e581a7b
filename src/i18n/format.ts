import type { FieldKind } from '../model/source';

/** How a column's figures are written: divided by `factor`, with `unit` said once in the head. */
export interface ColumnUnit {
  readonly factor: number;
  readonly unit: string;
  readonly digits: number;
}

/** NaN is a dash everywhere: a count that is not told, never a number. */
export interface Format {
  number(value: number, digits?: number): string;
  /** At most `digits` decimals, no trailing zeros. */
  short(value: number, digits?: number): string;
  signed(value: number, digits?: number): string;
  score(value: number, digits?: number): string;
  percent(ratio: number, digits?: number): string;
  bytes(count: number): string;
  /** Days since 1970-01-01 as an ISO date. */
  date(days: number): string;
  /** 万/亿 (k, million, billion) chosen once for a column, from the middle of its absolute values. */
  column(values: readonly (number | null)[], kind: FieldKind, unit: string, currency: string): ColumnUnit;
  cell(value: number, kind: FieldKind, column: ColumnUnit): string;
  /** One figure with its own unit, as in a sentence. */
  figure(value: number, kind: FieldKind, unit: string, currency: string): string;
}

const SCALES = {
  zh: [
    { from: 1e8, factor: 1e8, word: '亿' },
    { from: 1e4, factor: 1e4, word: '万' },
  ],
  en: [
    { from: 1e9, factor: 1e9, word: 'billion ' },
    { from: 1e6, factor: 1e6, word: 'million ' },
    { from: 1e4, factor: 1e3, word: 'thousand ' },
  ],
} as const;
const UNITS_EN: Readonly<Record<string, string>> = {
  人: 'people',
  件: 'items',
  项: 'items',
  个: '',
  次: 'times',
  家: 'firms',
  年: 'years',
  分: 'points',
};
const PLAIN = new Set<FieldKind>(['year', 'code', 'text', 'date', 'flag', 'set', 'ratio']);

/** Everything a number passes through before it is shown. */
export function formatOf(language: 'zh' | 'en'): Format {
  const tag = language === 'zh' ? 'zh-CN' : 'en-GB';
  const exact = lazily((digits) => new Intl.NumberFormat(tag, { minimumFractionDigits: digits, maximumFractionDigits: digits }));
  const trimmed = lazily((digits) => new Intl.NumberFormat(tag, { maximumFractionDigits: digits }));
  const signs = lazily(
    (digits) => new Intl.NumberFormat(tag, { minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay: 'exceptZero' }),
  );
  const percents = lazily(
    (digits) => new Intl.NumberFormat(tag, { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits }),
  );

  const unitWord = (unit: string, kind: FieldKind, currency: string): string => {
    if (kind === 'ratio') return '%';
    if (kind === 'money') return currency !== 'CNY' ? currency : language === 'zh' ? '元' : 'CNY';
    return language === 'zh' ? unit : (UNITS_EN[unit] ?? unit);
  };
  const column: Format['column'] = (values, kind, unit, currency) => {
    const word = unitWord(unit, kind, currency);
    if (kind === 'ratio') return { factor: 0.01, unit: word, digits: 1 };
    if (PLAIN.has(kind)) return { factor: 1, unit: word, digits: 0 };
    const middle = middleOf(values);
    const scale = SCALES[language].find((step) => middle >= step.from);
    const factor = scale?.factor ?? 1;
    const shown = middle / factor;
    const whole = !scale && values.every((value) => value === null || Number.isInteger(value));
    const digits = whole ? 0 : shown >= 1000 ? 0 : shown >= 100 ? 1 : 2;
    return { factor, unit: `${scale?.word ?? ''}${word}`.trim(), digits };
  };
  const cell: Format['cell'] = (value, kind, { factor, digits }) => {
    if (kind === 'date') return isoDay(value);
    if (kind === 'year' || kind === 'code') return String(value);
    return exact(digits).format(value / factor);
  };
  return {
    number: (value, digits = 0) => exact(digits).format(value),
    short: (value, digits = 2) => trimmed(digits).format(value),
    signed: (value, digits = 0) => signs(digits).format(value),
    score: (value, digits = 1) => exact(digits).format(value),
    percent: (ratio, digits = 0) => percents(digits).format(ratio),
    bytes: (count) => bytesOf(count, trimmed(1)),
    date: isoDay,
    column,
    cell,
    figure: (value, kind, unit, currency) => {
      if (kind === 'date' || kind === 'year' || kind === 'code') return cell(value, kind, { factor: 1, unit: '', digits: 0 });
      const scaled = column([value], kind, unit, currency);
      const text = trimmed(kind === 'ratio' ? 2 : fourFigures(value / scaled.factor)).format(value / scaled.factor);
      if (scaled.unit === '') return text;
      return scaled.unit === '%' ? `${text}%` : `${text} ${scaled.unit}`;
    },
  };
}

interface Writer {
  readonly format: (value: number) => string;
}

/** Writers of numbers by their digits, each made once. */
function lazily(make: (digits: number) => Intl.NumberFormat): (digits: number) => Writer {
  const made: Writer[] = [];
  return (digits) => {
    let writer = made[digits];
    if (!writer) {
      const inner = make(digits);
      made[digits] = writer = { format: (value) => (Number.isNaN(value) ? '—' : inner.format(value)) };
    }
    return writer;
  };
}

/** Decimals that leave a figure with four digits: 1.496, 14.96, 1,496. */
function fourFigures(value: number): number {
  const size = Math.abs(value);
  return size === 0 ? 0 : Math.max(0, Math.min(4, 3 - Math.floor(Math.log10(size))));
}

function middleOf(values: readonly (number | null)[]): number {
  const sizes = values.filter((value) => value !== null && Number.isFinite(value)).map((value) => Math.abs(value!));
  sizes.sort((a, b) => a - b);
  return sizes[Math.floor(sizes.length / 2)] ?? 0;
}

function isoDay(days: number): string {
  return new Date(days * 86_400_000).toISOString().slice(0, 10);
}

function bytesOf(count: number, format: Writer): string {
  const steps = ['B', 'KB', 'MB', 'GB'];
  let step = 0;
  while (count >= 1000 && step < steps.length - 1) {
    count /= 1000;
    step++;
  }
  return `${format.format(count)} ${steps[step]}`;
}
