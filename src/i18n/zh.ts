import { zhBoard } from './zh-board';
import { zhData } from './zh-data';
import { zhFirm } from './zh-firm';
import { zhFirmness } from './zh-firmness';
import { zhJoining } from './zh-joining';
import { zhProject } from './zh-project';
import { zhQuality } from './zh-quality';
import { zhScheme } from './zh-scheme';
import { zhShell } from './zh-shell';

/** All Chinese words, one file an area. Keys read `area_thing_purpose`; texts by code are records under one key. */
export const zh = { ...zhShell, ...zhBoard, ...zhFirm, ...zhData, ...zhJoining, ...zhProject, ...zhQuality, ...zhScheme, ...zhFirmness };
