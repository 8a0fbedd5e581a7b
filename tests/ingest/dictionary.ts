import fields from '../../data/fields.json';
import type { FieldEntry } from '../../src/model/recipe';

/** The shipped dictionary. */
export const dictionary = fields as readonly FieldEntry[];
