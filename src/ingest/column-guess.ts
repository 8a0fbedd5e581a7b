import type { FieldEntry } from '../model/recipe';
import type { FieldKind, FoundColumn } from '../model/source';
import type { Heading } from './heading';
import { parseUnit } from './units';

const NUMERIC: ReadonlySet<FieldKind> = new Set(['number', 'money', 'count', 'ratio']);
const SEPARATORS = [';', '；', '|', '、', ',', '，'];

/** Whether a kind is read as figures. */
export function isNumeric(kind: FieldKind): boolean {
  return NUMERIC.has(kind);
}

/**
 * Whether a column found as text can still be what a field of figures wants: at least half of its samples hold a digit.
 * A column named `获奖` full of prize names is then not read as a count of blanks.
 */
export function fits(entry: FieldEntry, found: FoundColumn): boolean {
  if (found.filled === 0 || found.samples.length === 0) return true;
  if (!isNumeric(entry.kind) && entry.kind !== 'date' && entry.kind !== 'year') return true;
  const withDigit = found.samples.filter((sample) => /[0-9０-９]/.test(sample)).length;
  return withDigit * 2 >= found.samples.length;
}

/**
 * Unit of the figures: the column's own header, then what stands above the table; `?` for money without one. A unit of money above the table is
 * not the unit of a head count.
 */
export function unitOf(kind: FieldKind, heading: Heading, found: FoundColumn, above: string | null): string | null {
  const measures = kind === 'money' ? ['money', 'none'] : kind === 'count' ? ['count', 'none'] : kind === 'ratio' ? ['ratio'] : [];
  for (const unit of [heading.unit, found.unit, kind === 'money' ? above : null])
    if (unit !== null && measures.includes(parseUnit(unit)?.measure ?? '')) return unit;
  return kind === 'money' ? '?' : null;
}

/**
 * A share given without a percent sign: figures beyond ±1.5 can only be percent. Answers null where the samples do not decide (all within ±1.5), so
 * that the figure is taken as it stands.
 */
export function looksPercent(header: string, found: FoundColumn): boolean {
  if (!/率|占比|比重|比例|增速|增幅|share|ratio|rate|percent|pct|growth|margin/i.test(header)) return false;
  const figures = found.samples
    .map((sample) => Number(sample.normalize('NFKC').replace(/[,%\s]/g, '')))
    .filter((figure) => Number.isFinite(figure));
  return figures.some((figure) => Math.abs(figure) > 1.5);
}

/** Whether a header speaks of a share at all. */
export function isShareHeader(header: string): boolean {
  return /率$|占比|比重|比例|增速|增幅|\bshare\b|\bratio\b|\brate\b|percent/i.test(header);
}

/** Separator of a set written as text: the first known one that stands in a sample, else `;`. */
export function separatorOf(found: FoundColumn): string {
  return SEPARATORS.find((separator) => found.samples.some((sample) => sample.includes(separator))) ?? ';';
}
