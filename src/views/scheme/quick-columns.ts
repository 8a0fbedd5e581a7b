import type { Scheme } from '../../../scoring/scheme/format';
import type { DataSummary } from '../../state/face';

/** A column of a quick scheme as it is being put together. */
export interface QuickColumn {
  readonly field: string;
  readonly direction: 'more' | 'less';
  readonly weight: number;
}
type Field = Pick<DataSummary['fields'][number], 'id' | 'zh' | 'en'>;

const MEASURES: ReadonlySet<string> = new Set(['number', 'money', 'count', 'ratio', 'flag']);

/** What can be scored: the usual ratios and growths, then figures and flags that are not a firm's identity or segment. */
export function scorable(data: DataSummary | null): readonly Field[] {
  if (!data) return [];
  return [...data.derived, ...data.fields.filter(({ kind, role }) => role === null && MEASURES.has(kind))];
}

/** What to begin with: the columns of the quick scheme in force, as far as the data still have them; else none. */
export function startingColumns(scheme: Scheme | null, fields: readonly Field[]): readonly QuickColumn[] {
  if (scheme?.id !== 'quick') return [];
  return scheme.indicators
    .filter(({ id }) => fields.some((field) => field.id === id))
    .map(({ id, direction, weight, of, formula }) => ({
      field: id,
      // A flag of which less is better is written as its negation.
      direction: formula === `not ${id}` ? 'less' : direction,
      weight: typeof weight === 'number' ? weight : of,
    }));
}

/** Share of a weight in the total; 0 where the total is. */
export function shareOf(columns: readonly QuickColumn[], weight: number): number {
  const total = columns.reduce((sum, column) => sum + column.weight, 0);
  return total > 0 ? weight / total : 0;
}
