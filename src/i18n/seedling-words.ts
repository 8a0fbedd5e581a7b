import { addWords } from '.';
import { enBackTest } from './en-back-test';
import { enSeedlings } from './en-seedlings';
import { zhBackTest } from './zh-back-test';
import { zhSeedlings } from './zh-seedlings';

/** Adds the words of the seedling room, in both languages: they travel with what speaks them. */
export function addSeedlingWords(): void {
  addWords({ ...zhSeedlings, ...zhBackTest }, { ...enSeedlings, ...enBackTest });
}
