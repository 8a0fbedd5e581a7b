import { addWords } from '.';
import { enExport } from './en-export';
import { zhExport } from './zh-export';

/** Adds the words of what leaves as a file, in both languages: they travel with what writes it. */
export function addExportWords(): void {
  addWords({ ...zhExport }, { ...enExport });
}
