import { SAYS, STEPS, type FunnelStep, type NearMiss, type SeedlingSetting, type StepId } from './format';
import { type Detections, isOpen } from './detectors';
import type { Entry } from './entry';
import { SLACK } from './grown';

/** What the steps are decided by, by position. */
export interface Steps {
  readonly detections: Detections;
  readonly entry: Entry;
  /** Place on the board as a share of the ranked. */
  readonly boardShare: Float64Array;
  /** Verdicts of the gate rules. */
  readonly gates: readonly Uint8Array[];
  /** Row of the panel → 1 where a gate, veto or deduction of the scheme could not be checked. */
  readonly unchecked: Uint8Array;
  readonly setting: Pick<SeedlingSetting, 'topShare' | 'atLeast'>;
}

/** Where each firm fell, by position. */
export interface Fallen {
  /** Bit s is set where step number s of STEPS is not met, whatever came before. `evidence` is asked only of those who meet all others. */
  readonly fails: Uint8Array;
  /** Verdict of the first step not met; `met` where all are. */
  readonly why: Uint8Array;
  readonly listed: number;
}

export const bitOf = (step: StepId): number => 1 << STEPS.indexOf(step);
const EVIDENCE = bitOf('evidence');
const [, ALIVE, COMPARABLE, NOT_TOP, ELIGIBLE, DETECTED, EVIDENCE_STEP] = STEPS.map((_, at) => at) as [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];

/** Passes every firm through the steps. A threshold is dragged over a hundred thousand firms: one plain loop, nothing made in it. */
export function passSteps(steps: Steps): Fallen {
  const { entry, boardShare } = steps;
  const n = entry.alive.length;
  const fails = new Uint8Array(n);
  const why = new Uint8Array(n).fill(SAYS.met);
  const top = steps.setting.topShare + SLACK;
  const says = new Uint8Array(EVIDENCE_STEP);
  let listed = 0;
  for (let i = 0; i < n; i++) {
    says[ALIVE] = entry.alive[i]!;
    says[COMPARABLE] = entry.comparable[i]!;
    says[NOT_TOP] = boardShare[i]! <= top ? SAYS.unmet : SAYS.met;
    says[ELIGIBLE] = eligibleAt(steps, i);
    says[DETECTED] = detectedAt(steps, i);
    let failed = 0;
    for (let step = DETECTED; step >= ALIVE; step--) {
      if (says[step] === SAYS.met) continue;
      failed |= 1 << step;
      why[i] = says[step]!;
    }
    if (failed === 0) {
      listed++;
      why[i] = evidenceAt(steps, i);
      if (why[i] !== SAYS.met) failed = EVIDENCE;
    }
    fails[i] = failed;
  }
  return { fails, why, listed };
}

function eligibleAt({ entry, gates }: Steps, i: number): number {
  for (const gate of gates) if (gate[i] === SAYS.unmet) return SAYS.unmet;
  return entry.eligible[i]!;
}

/** Enough have fired; unknown where those that could not be judged would make it enough. */
function detectedAt({ detections: { fired, unknown }, setting: { atLeast } }: Steps, i: number): number {
  if (fired[i]! >= atLeast) return SAYS.met;
  return fired[i]! + unknown[i]! >= atLeast ? SAYS.unknown : SAYS.unmet;
}

/** A person looks first at what may be a merger or what a gate leaves to them; then nothing that it rests on may be missing. */
function evidenceAt({ detections, gates, unchecked }: Steps, i: number): number {
  if (detections.figures.suspects[i] === 1 || gates.some((gate) => gate[i] === SAYS.review)) return SAYS.review;
  if (unchecked[detections.figures.rows[i]!] === 1 || gates.some((gate) => gate[i] === SAYS.unknown)) return SAYS.unknown;
  return isOpen(detections, i) ? SAYS.unknown : SAYS.met;
}

/** On the list: every step but `evidence`, which only says what is still to be asked. */
export function isListed({ fails }: Fallen, i: number): boolean {
  return (fails[i]! & ~EVIDENCE) === 0;
}

/** Counts of every step: those left and those lost add up to those before. */
export function funnelOf({ fails, why }: Fallen, near: Readonly<Partial<Record<StepId, readonly NearMiss[]>>>): FunnelStep[] {
  const lost = STEPS.map(() => ({ lost: 0, unknown: 0, review: 0 }));
  for (let i = 0; i < fails.length; i++) {
    if (fails[i] === 0) continue;
    const step = lost[31 - Math.clz32(fails[i]! & -fails[i]!)]!;
    step.lost++;
    if (why[i] === SAYS.unknown) step.unknown++;
    if (why[i] === SAYS.review) step.review++;
  }
  let firms = fails.length;
  return STEPS.map((id, at) => {
    firms -= lost[at]!.lost;
    return { id, firms, ...lost[at]!, near: near[id] ?? [] };
  });
}
