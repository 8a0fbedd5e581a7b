import { enBoard } from './en-board';
import { enCompare } from './en-compare';
import { enData } from './en-data';
import { enEditor } from './en-editor';
import { enFirm } from './en-firm';
import { enFirmness } from './en-firmness';
import { enJoining } from './en-joining';
import { enProject } from './en-project';
import { enQuality } from './en-quality';
import { enRules } from './en-rules';
import { enScheme } from './en-scheme';
import { enSources } from './en-sources';
import { enShell } from './en-shell';
import type { zh } from './zh';

/** All English words; the type says that none is missing. */
export const en: typeof zh = {
  ...enShell,
  ...enSources,
  ...enBoard,
  ...enFirm,
  ...enData,
  ...enJoining,
  ...enProject,
  ...enQuality,
  ...enRules,
  ...enScheme,
  ...enEditor,
  ...enCompare,
  ...enFirmness,
};
