import { EMPTY_STATE } from '../workspace/project';
import type { ComparingFace } from './compare-face';
import type { ConsistencyFace } from './consistency-face';
import type { ProjectFace } from './face';
import { FIRST_SETTINGS, type FirmnessFace } from './firmness-face';

const IDLE = { status: 'idle' } as const;

/** The project before its code has come: nothing in it yet. */
export const NO_PROJECT = {
  keeping: { is: 'sample' },
  state: EMPTY_STATE,
  steps: [],
  canUndo: false,
  canRedo: false,
  matches: [],
  conflicts: 0,
  givers: new Map(),
  findings: IDLE,
  losses: [],
  kept: [],
  offered: null,
} as const satisfies Partial<ProjectFace>;

/** Audits of a scheme before anybody has asked for one. */
export const NO_CONSISTENCY = { found: IDLE, totals: IDLE, screening: IDLE, judged: IDLE } as const satisfies Partial<ConsistencyFace>;

export const NO_COMPARING = {
  sides: [],
  a: null,
  b: null,
  from: null,
  answer: { status: 'busy' },
} as const satisfies Partial<ComparingFace>;

export const NO_FIRMNESS = {
  settings: FIRST_SETTINGS,
  outcome: IDLE,
  progress: null,
  answerFor: () => null,
  rangeOf: () => null,
} as const satisfies Partial<FirmnessFace>;
