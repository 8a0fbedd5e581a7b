import { zhAside } from './zh-aside';
import { zhBackTest } from './zh-back-test';
import { zhBoard } from './zh-board';
import { zhCanvas } from './zh-canvas';
import { zhCompare } from './zh-compare';
import { zhConsistency } from './zh-consistency';
import { zhData } from './zh-data';
import { zhDistribution } from './zh-distribution';
import { zhEditor } from './zh-editor';
import { zhExport } from './zh-export';
import { zhFirm } from './zh-firm';
import { zhFirmness } from './zh-firmness';
import { zhHistory } from './zh-history';
import { zhJoining } from './zh-joining';
import { zhNext } from './zh-next';
import { zhPortrait } from './zh-portrait';
import { zhProject } from './zh-project';
import { zhQuality } from './zh-quality';
import { zhRules } from './zh-rules';
import { zhScheme } from './zh-scheme';
import { zhSeedlings } from './zh-seedlings';
import { zhShell } from './zh-shell';
import { zhSources } from './zh-sources';
import { zhSql } from './zh-sql';
import { zhStanding } from './zh-standing';

/** All Chinese words, one file an area. Keys read `area_thing_purpose`; texts by code are records under one key. The page never fetches them in one piece. */
export const zh = {
  ...zhShell,
  ...zhBoard,
  ...zhAside,
  ...zhFirm,
  ...zhProject,
  ...zhRules,
  ...zhSources,
  ...zhNext,
  ...zhStanding,
  ...zhData,
  ...zhHistory,
  ...zhJoining,
  ...zhQuality,
  ...zhScheme,
  ...zhEditor,
  ...zhCompare,
  ...zhFirmness,
  ...zhConsistency,
  ...zhCanvas,
  ...zhDistribution,
  ...zhExport,
  ...zhSeedlings,
  ...zhBackTest,
  ...zhSql,
  ...zhPortrait,
};
