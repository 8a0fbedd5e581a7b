import type { NumberColumn } from '../column';
import type { Panel } from '../panel';
import type { QualityContext } from './context';

/** A number column with what it measures. */
export interface Figures {
  readonly field: string;
  readonly kind: 'money' | 'count' | 'ratio' | 'number';
  readonly column: NumberColumn;
  /** Never below zero, so that a ratio of two years means growth. */
  readonly positive: boolean;
}

const KINDS = ['money', 'count', 'ratio', 'number'] as const;

/** Support comes when it comes: no other year and no peer says how much of it there should be. */
const SUPPORT: ReadonlySet<string> = new Set(['support_count', 'support_amount']);

/**
 * The number columns of a panel whose kind is known: money, counts, ratios and plain numbers. Dates, years and flags are no figures, and support
 * received is no series.
 */
export function figuresOf(panel: Panel, { kinds, signs }: QualityContext): readonly Figures[] {
  return [...panel.fields].flatMap(([field, column]): Figures[] => {
    const kind = KINDS.find((name) => name === kinds.get(field));
    if (kind === undefined || column.kind !== 'number' || SUPPORT.has(field)) return [];
    return [{ field, kind, column, positive: signs.get(field) === 'nonnegative' }];
  });
}
