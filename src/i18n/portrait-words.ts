import { addWords } from '.';
import { enPortrait } from './en-portrait';
import { zhPortrait } from './zh-portrait';

/** Adds the words of portraits, in both languages: they travel with the page. */
export function addPortraitWords(): void {
  addWords({ ...zhPortrait }, { ...enPortrait });
}
