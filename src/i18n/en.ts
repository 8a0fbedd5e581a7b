import { enBoard } from './en-board';
import { enData } from './en-data';
import { enFirm } from './en-firm';
import { enScheme } from './en-scheme';
import { enShell } from './en-shell';
import type { Words } from '.';

/** All English words; the type says that none is missing. */
export const en: Words = { ...enShell, ...enBoard, ...enFirm, ...enData, ...enScheme };
