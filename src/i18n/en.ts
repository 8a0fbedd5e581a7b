import { enAside } from './en-aside';
import { enBackTest } from './en-back-test';
import { enBoard } from './en-board';
import { enCanvas } from './en-canvas';
import { enCompare } from './en-compare';
import { enConsistency } from './en-consistency';
import { enData } from './en-data';
import { enDistribution } from './en-distribution';
import { enEditor } from './en-editor';
import { enExport } from './en-export';
import { enFirm } from './en-firm';
import { enFirmness } from './en-firmness';
import { enHistory } from './en-history';
import { enJoining } from './en-joining';
import { enNext } from './en-next';
import { enPortrait } from './en-portrait';
import { enProject } from './en-project';
import { enQuality } from './en-quality';
import { enRules } from './en-rules';
import { enScheme } from './en-scheme';
import { enSeedlings } from './en-seedlings';
import { enShell } from './en-shell';
import { enSources } from './en-sources';
import { enSql } from './en-sql';
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
  ...enHistory,
  ...enJoining,
  ...enQuality,
  ...enScheme,
  ...enEditor,
  ...enCompare,
  ...enFirmness,
  ...enConsistency,
  ...enCanvas,
  ...enDistribution,
  ...enExport,
  ...enSeedlings,
  ...enBackTest,
  ...enSql,
  ...enPortrait,
};
