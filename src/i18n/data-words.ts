import { addWords } from '.';
import { enData } from './en-data';
import { enJoining } from './en-joining';
import { enQuality } from './en-quality';
import { zhData } from './zh-data';
import { zhJoining } from './zh-joining';
import { zhQuality } from './zh-quality';

/** Adds the words of the data room, in both languages: they travel with what speaks them. */
export function addDataWords(): void {
  addWords({ ...zhData, ...zhJoining, ...zhQuality }, { ...enData, ...enJoining, ...enQuality });
}
