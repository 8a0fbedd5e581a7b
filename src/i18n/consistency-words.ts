import { addWords } from '.';
import { enConsistency } from './en-consistency';
import { zhConsistency } from './zh-consistency';

/** Adds the words of the consistency page, in both languages: they travel with what speaks them. */
export function addConsistencyWords(): void {
  addWords(zhConsistency, enConsistency);
}
