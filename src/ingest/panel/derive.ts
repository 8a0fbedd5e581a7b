import type { Column } from '../../../scoring/column';
import { AGE_RULE, ageBand } from './age-band';
import { SIZE_RULE, sizeClass, sizeFields } from './size-class';

/** A field made from others, by which rule. */
export interface Derived {
  readonly rule: string;
  readonly fields: readonly string[];
}

/** Adds segments that follow from other fields where no file gives them, and says which. Nothing is added that would be missing throughout. */
export function deriveSegments(fields: Map<string, Column>, year: Int32Array, currency: string): ReadonlyMap<string, Derived> {
  const derived = new Map<string, Derived>();
  const add = (field: string, column: Column | null, rule: string, from: readonly string[]): void => {
    if (!column) return;
    fields.set(field, column);
    derived.set(field, { rule, fields: from });
  };
  if (!fields.has('size_class')) add('size_class', sizeClass(fields, year.length, currency), SIZE_RULE, sizeFields(fields));
  if (!fields.has('age_band')) add('age_band', ageBand(fields, year), AGE_RULE, ['found_date']);
  return derived;
}
