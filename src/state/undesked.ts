import { EMPTY_STATE } from '../workspace/project';
import type { ProjectFace } from './face';

const NOTHING = {
  keeping: { is: 'sample' },
  state: EMPTY_STATE,
  steps: [],
  canUndo: false,
  canRedo: false,
  matches: [],
  conflicts: 0,
  givers: new Map(),
  findings: { status: 'idle' },
  losses: [],
  kept: [],
  offered: null,
} as const satisfies Partial<ProjectFace>;

/** Stands in for the project until its code has come: nothing in it yet, and every verb waits. */
export function undesked(desk: () => Promise<ProjectFace>): ProjectFace {
  return new Proxy(NOTHING as unknown as ProjectFace, {
    get: (facts, key: keyof ProjectFace) =>
      key in facts ? facts[key] : async (...args: unknown[]) => ((await desk())[key] as (...args: unknown[]) => unknown)(...args),
  });
}
