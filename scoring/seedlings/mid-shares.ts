import { orderOf } from '../radix';
import { slackAt } from '../rules/result';

/**
 * Share of the firms with a value that each stands above: (number below + ½ · number equal) ÷ number present, by position, never 0 or 1; NaN stays NaN.
 * Values within relative 1e-9 of the lowest of a run are equal, as in the rule `percentile`.
 */
export function midShares(values: Float64Array): Float64Array {
  const shares = new Float64Array(values.length).fill(NaN);
  // What is missing (NaN) comes after everything present.
  const order = orderOf(values, false);
  let present = order.length;
  while (present > 0 && Number.isNaN(values[order[present - 1]!]!)) present--;
  for (let start = 0; start < present;) {
    const limit = values[order[start]!]! + slackAt(values[order[start]!]!);
    let end = start + 1;
    while (end < present && values[order[end]!]! <= limit) end++;
    for (let at = start; at < end; at++) shares[order[at]!] = (start + (end - start) / 2) / present;
    start = end;
  }
  return shares;
}
