import { zhBoard } from './zh-board';
import { zhCompare } from './zh-compare';
import { zhData } from './zh-data';
import { zhEditor } from './zh-editor';
import { zhFirm } from './zh-firm';
import { zhFirmness } from './zh-firmness';
import { zhJoining } from './zh-joining';
import { zhProject } from './zh-project';
import { zhQuality } from './zh-quality';
import { zhRules } from './zh-rules';
import { zhScheme } from './zh-scheme';
import { zhSources } from './zh-sources';
import { zhShell } from './zh-shell';

/** All Chinese words, one file an area. Keys read `area_thing_purpose`; texts by code are records under one key. */
export const zh = {
  ...zhShell,
  ...zhSources,
  ...zhBoard,
  ...zhFirm,
  ...zhData,
  ...zhJoining,
  ...zhProject,
  ...zhQuality,
  ...zhRules,
  ...zhScheme,
  ...zhEditor,
  ...zhCompare,
  ...zhFirmness,
};
