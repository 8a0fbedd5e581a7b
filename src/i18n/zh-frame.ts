import { zhAside } from './zh-aside';
import { zhFirm } from './zh-firm';
import { zhProject } from './zh-project';
import { zhRules } from './zh-rules';
import { zhNext } from './zh-next';
import { zhStanding } from './zh-standing';

/** Chinese words of what the frame opens: the drawer, keeping, what leaves. */
export const zhFrame = { ...zhAside, ...zhFirm, ...zhProject, ...zhRules, ...zhNext, ...zhStanding };
