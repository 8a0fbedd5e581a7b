import { slackAt } from '../rules/result';
import { SAYS, type Operator } from './format';

/** For each operator, what a figure below, at and above the threshold says. */
const SIDES: Readonly<Record<Operator, readonly [number, number, number]>> = {
  '>=': [SAYS.unmet, SAYS.met, SAYS.met],
  '>': [SAYS.unmet, SAYS.unmet, SAYS.met],
  '<=': [SAYS.met, SAYS.met, SAYS.unmet],
  '<': [SAYS.met, SAYS.unmet, SAYS.unmet],
};

/** Whether a figure meets a threshold, as SAYS; within 1e-9 · max(1, |figure|, |threshold|) it is at it, as in formulas. */
export function saysAt(operator: Operator, value: number, threshold: number): number {
  const apart = value - threshold;
  const slack = Math.max(slackAt(threshold), slackAt(value));
  return SIDES[operator][apart > slack ? 2 : apart < -slack ? 0 : 1];
}

/** The same of a column; what is missing (NaN) is unknown. Figures far from the threshold need no slack, which spares nearly all of them the reckoning. */
export function compareFigures(operator: Operator, values: Float64Array, threshold: number): Uint8Array {
  const [below, , above] = SIDES[operator];
  const far = 10 * slackAt(threshold);
  const says = new Uint8Array(values.length);
  for (let at = 0; at < says.length; at++) {
    const value = values[at]!;
    const apart = value - threshold;
    if (apart > far) says[at] = above;
    else if (apart < -far) says[at] = below;
    else says[at] = Number.isNaN(value) ? SAYS.unknown : saysAt(operator, value, threshold);
  }
  return says;
}
