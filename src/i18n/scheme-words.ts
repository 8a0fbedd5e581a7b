import { addWords } from '.';
import { enEditor } from './en-editor';
import { enScheme } from './en-scheme';
import { zhEditor } from './zh-editor';
import { zhScheme } from './zh-scheme';

/** Adds the words of the scheme room, in both languages: they travel with what speaks them. */
export function addSchemeWords(): void {
  addWords({ ...zhScheme, ...zhEditor }, { ...enScheme, ...enEditor });
}
