import type { CompareRow } from '../../../../scoring/compare/format';
import type { Part } from '../../../../scoring/compare/score-split';

/** Order in which the parts of a change are written. */
export const PARTS = ['weight', 'value', 'shared', 'deduction', 'limit'] as const satisfies readonly Part[];

/** A change as it is written: the difference of the written scores, and parts that add up to it to the last digit. */
export interface Printed {
  readonly change: number;
  readonly parts: readonly { readonly part: Part; readonly value: number }[];
}

/**
 * A row's change and its parts, rounded so that what a reader adds up by hand comes out: score before + parts = score after, as written. What rounding leaves is
 * given to the parts nearest to the next step (largest remainder); a part of exactly nothing stays so. null where there is no change to write.
 */
export function printed({ scoreA, scoreB, parts }: CompareRow, digits: number): Printed | null {
  if (scoreA === null || scoreB === null || parts === null) return null;
  const scale = 10 ** digits;
  const steps = Math.round(scoreB * scale) - Math.round(scoreA * scale);
  const present = PARTS.filter((part) => parts[part] !== 0);
  const whole = new Map(present.map((part) => [part, Math.floor(parts[part] * scale)]));
  const rest = (part: Part): number => parts[part] * scale - Math.floor(parts[part] * scale);
  const byRest = present.toSorted((a, b) => rest(b) - rest(a));
  let left = steps - [...whole.values()].reduce((sum, value) => sum + value, 0);
  for (let at = 0; left > 0 && byRest.length > 0; at++, left--) add(whole, byRest[at % byRest.length]!, 1);
  for (let at = 0; left < 0 && byRest.length > 0; at++, left++) add(whole, byRest.at(-1 - (at % byRest.length))!, -1);
  return { change: steps / scale + 0, parts: PARTS.map((part) => ({ part, value: (whole.get(part) ?? 0) / scale + 0 })) };
}

function add(to: Map<Part, number>, part: Part, steps: number): void {
  to.set(part, to.get(part)! + steps);
}
