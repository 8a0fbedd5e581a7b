import { addWords } from '.';
import { enFirmness } from './en-firmness';
import { zhFirmness } from './zh-firmness';

/** Adds the words of the page of how firm ranks are, in both languages: they travel with what speaks them. */
export function addFirmnessWords(): void {
  addWords({ ...zhFirmness }, { ...enFirmness });
}
