import dictionary from '../../data/fields.json';
import type { Delivery } from './delivery';

/** Rows of the panel a fact is about, in any order, with what is known of each. */
export interface FactRows {
  readonly rows: Int32Array;
  /** Row for row of `rows`; absent where the fact has no number. */
  readonly measure?: Float64Array;
  /** Rows of files behind the fact that never reached the panel. */
  readonly lines: number;
}

/** What only the joining of sources knows. */
export interface JoinFacts {
  /** Firm-years for which sources give several names; `measure`: how many. */
  readonly names: FactRows;
  /** Firm-years that came more than once in one source; `measure`: how often. */
  readonly duplicates: FactRows;
  /** Rows of totals that reading left out. */
  readonly totals: number;
  /** Values two sources give differently, by field; `measure`: the relative difference, NaN between words. */
  readonly conflicts: readonly (FactRows & { readonly field: string })[];
  /** Which rows each source reached, strongest source first. */
  readonly deliveries: readonly Delivery[];
}

const NOTHING: FactRows = { rows: new Int32Array(0), lines: 0 };
/** Of a panel that was not joined, or about whose joining nothing is told. */
export const NO_JOINS: JoinFacts = { names: NOTHING, duplicates: NOTHING, totals: 0, conflicts: [], deliveries: [] };

/** What the rules know beside the panel. A field that is in neither map is looked at by no rule that needs to know. */
export interface QualityContext {
  /** Field → whether it can be below zero. */
  readonly signs: ReadonlyMap<string, 'any' | 'nonnegative'>;
  /** Field → kind of the dictionary: `money`, `count`, `ratio`, `number` … */
  readonly kinds: ReadonlyMap<string, string>;
  readonly joins: JoinFacts;
}

/** The part of a dictionary entry the rules need. */
export interface FieldSense {
  readonly id: string;
  readonly kind: string;
  readonly sign: string;
}

/** The context of a panel of dictionary fields and the files' own. */
export function qualityContext(own: readonly FieldSense[] = [], joins: JoinFacts = NO_JOINS): QualityContext {
  const all: readonly FieldSense[] = [...dictionary, ...own];
  return {
    signs: new Map(all.map(({ id, sign }) => [id, sign === 'nonnegative' ? 'nonnegative' : 'any'])),
    kinds: new Map(all.map(({ id, kind }) => [id, kind])),
    joins,
  };
}
