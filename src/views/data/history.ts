import type { Step } from '../../model/project';

/** A step as the history shows it. `inForce`: it counts in what is on screen now; one that is reversed does not, and one whose reversal is reversed does again. */
export interface Past {
  readonly step: Step;
  readonly inForce: boolean;
  /** The step a reversing step is about in the end, and whether it brought that step back; null for all others. */
  readonly about: { readonly step: Step; readonly isBack: boolean } | null;
}

/** The history from the newest step on. */
export function pastOf(steps: readonly Step[]): readonly Past[] {
  const reversed = new Set<number>();
  const past: Past[] = [];
  for (let at = steps.length - 1; at >= 0; at--) {
    const step = steps[at]!;
    const inForce = !reversed.has(step.n);
    if (inForce && step.undoes !== null) reversed.add(step.undoes);
    past.push({ step, inForce, about: aboutOf(steps, step) });
  }
  return past;
}

function aboutOf(steps: readonly Step[], step: Step): Past['about'] {
  let reversals = 0;
  let of: Step | undefined = step;
  while (of && of.undoes !== null) {
    of = steps[of.undoes - 1];
    reversals++;
  }
  return of && reversals > 0 ? { step: of, isBack: reversals % 2 === 0 } : null;
}

/**
 * The steps that undo would reverse and redo would bring back next, where the project says it can; null where there is none. Steps that changed nothing
 * are in nobody's way.
 */
export function nextOf(past: readonly Past[]): { readonly undo: Step | null; readonly redo: Step | null } {
  const done = past.find(
    ({ step, inForce }) => inForce && step.undoes === null && step.kind !== 'began' && Object.keys(step.after).length > 0,
  );
  const reversal = past.find(({ inForce, about }) => inForce && about !== null && !about.isBack);
  return { undo: done?.step ?? null, redo: reversal?.about?.step ?? null };
}
