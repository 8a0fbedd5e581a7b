import { enAside } from './en-aside';
import { enFirm } from './en-firm';
import { enProject } from './en-project';
import { enRules } from './en-rules';
import { enNext } from './en-next';
import { enStanding } from './en-standing';

/** English words of what the frame opens: the drawer, keeping, what leaves. */
export const enFrame = { ...enAside, ...enFirm, ...enProject, ...enRules, ...enNext, ...enStanding };
