import { addWords } from '.';
import { enConsistency } from './en-consistency';
import { zhConsistency } from './zh-consistency';

/** Adds the words of the consistency page, in both languages: too many to bring along with every view, so they travel with the page. */
export function addConsistencyWords(): void {
  addWords(zhConsistency, enConsistency);
}
