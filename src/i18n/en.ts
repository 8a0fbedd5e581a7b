import { enAside } from './en-aside';
import { enBoard } from './en-board';
import { enCompare } from './en-compare';
import { enConsistency } from './en-consistency';
import { enData } from './en-data';
import { enEditor } from './en-editor';
import { enFirm } from './en-firm';
import { enFirmness } from './en-firmness';
import { enJoining } from './en-joining';
import { enNext } from './en-next';
import { enProject } from './en-project';
import { enQuality } from './en-quality';
import { enRules } from './en-rules';
import { enScheme } from './en-scheme';
import { enShell } from './en-shell';
import { enSources } from './en-sources';
import { enStanding } from './en-standing';
import type { zh } from './zh';

/** All English words; the type says that none is missing. */
export const en: typeof zh = {
  ...enShell,
  ...enBoard,
  ...enAside,
  ...enFirm,
  ...enProject,
  ...enRules,
  ...enSources,
  ...enNext,
  ...enStanding,
  ...enData,
  ...enJoining,
  ...enQuality,
  ...enScheme,
  ...enEditor,
  ...enCompare,
  ...enFirmness,
  ...enConsistency,
};
