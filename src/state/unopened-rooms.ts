import { EMPTY_STATE } from '../workspace/project';
import type { ComparingFace } from './compare-face';
import type { ConsistencyFace } from './consistency-face';
import type { ProjectFace } from './face';
import type { FirmnessFace } from './firmness-face';
import type { Spec } from './spec';

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

/** Draws before anybody has asked for them; what is set of them stands in the address. */
export const noFirmness = (spec: () => Spec) =>
  ({
    get settings() {
      return spec().firmness;
    },
    outcome: IDLE,
    progress: null,
    answerFor: () => null,
    rangeOf: () => null,
  }) satisfies Partial<FirmnessFace>;
