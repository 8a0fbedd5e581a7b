import { addWords } from '.';
import { enCompare } from './en-compare';
import { zhCompare } from './zh-compare';

/** Adds the words of the page of comparisons, in both languages: they travel with what speaks them. */
export function addCompareWords(): void {
  addWords({ ...zhCompare }, { ...enCompare });
}
