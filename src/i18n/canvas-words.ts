import { addWords } from '.';
import { enCanvas } from './en-canvas';
import { zhCanvas } from './zh-canvas';

/** Adds the words of the distribution room around its charts, in both languages: they travel with what speaks them. */
export function addCanvasWords(): void {
  addWords({ ...zhCanvas }, { ...enCanvas });
}
