import type { Clause, MeasureFacts, MeasureId, Range } from '../../../scoring/distribution/format';
import type { BoardSlice } from '../../../scoring/board/format';
import type { Locale } from '../../i18n';
import { segmentName } from '../boards/words';
import { writtenOf } from './panels/written';

/** A measure as it is named; by its id while its facts are not there. */
export function measureWords(id: MeasureId, measures: readonly MeasureFacts[], locale: Locale): string {
  const facts = measures.find((one) => one.id === id);
  return facts ? locale.name(facts.name) : id.slice(id.indexOf(':') + 1);
}

/** A condition of the selection: what it is about, and what it asks. */
export function clauseWords(
  clause: Clause,
  measures: readonly MeasureFacts[],
  names: BoardSlice['stages'],
  currency: string,
  locale: Locale,
): { readonly kind: string; readonly value: string } {
  const { t, format } = locale;
  switch (clause.is) {
    case 'ranges': {
      const facts = measures.find((one) => one.id === clause.measure);
      const parts = [
        ...clause.ranges.map((range) => rangeWords(range, facts, currency, locale)),
        ...(clause.missing ? [t.canvas_range_missing] : []),
      ];
      return { kind: measureWords(clause.measure, measures, locale), value: t.canvas_or(parts) };
    }
    case 'segments': {
      const name = (value: string): string => segmentName(clause.dimension, value, locale, names.find(({ id }) => id === value)?.name);
      return { kind: t.dimension[clause.dimension], value: t.canvas_or(clause.values.map(name)) };
    }
    case 'firms':
      return { kind: t.canvas_table_firm, value: t.canvas_firms_clause(format.number(clause.firms.length)) };
  }
}

function rangeWords(range: Range, facts: MeasureFacts | undefined, currency: string, locale: Locale): string {
  const { from, to } = range;
  const { t } = locale;
  if (from === null && to === null) return t.canvas_range_all;
  const ends = [from, to].filter((end) => end !== null);
  if (facts) {
    const written = writtenOf(facts, ends, currency, locale);
    return from === to ? written.said(from) : written.range(range);
  }
  const [low, high] = [from, to].map((end) => (end === null ? '' : locale.format.short(end, 4))) as [string, string];
  if (from !== null && to !== null) return t.canvas_range(low, high);
  return from === null ? t.canvas_range_to(high) : t.canvas_range_from(low);
}
