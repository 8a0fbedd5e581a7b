import { enBoard } from './en-board';
import { enData } from './en-data';
import { enFirm } from './en-firm';
import { enFirmness } from './en-firmness';
import { enJoining } from './en-joining';
import { enProject } from './en-project';
import { enQuality } from './en-quality';
import { enScheme } from './en-scheme';
import { enShell } from './en-shell';
import type { Words } from '.';

/** All English words; the type says that none is missing. */
export const en: Words = {
  ...enShell,
  ...enBoard,
  ...enFirm,
  ...enData,
  ...enJoining,
  ...enProject,
  ...enQuality,
  ...enScheme,
  ...enFirmness,
};
