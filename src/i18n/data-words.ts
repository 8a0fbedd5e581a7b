import { addWords } from '.';
import { enData } from './en-data';
import { enHistory } from './en-history';
import { enJoining } from './en-joining';
import { enQuality } from './en-quality';
import { enSources } from './en-sources';
import { zhData } from './zh-data';
import { zhHistory } from './zh-history';
import { zhJoining } from './zh-joining';
import { zhQuality } from './zh-quality';
import { zhSources } from './zh-sources';

/** Adds the words of the data room, in both languages: they travel with what speaks them. */
export function addDataWords(): void {
  addWords(
    { ...zhData, ...zhHistory, ...zhJoining, ...zhQuality, ...zhSources },
    { ...enData, ...enHistory, ...enJoining, ...enQuality, ...enSources },
  );
}
