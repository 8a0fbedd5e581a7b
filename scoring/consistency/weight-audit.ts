import { pearson } from '../statistics/pearson';
import { balanceWeights } from '../weights/balance';
import { criticWeights } from '../weights/critic';
import { entropyWeights } from '../weights/entropy';
import { equalWeights } from '../weights/equal';
import type { WeightAudit } from './format';

/** What the weights are held against. All lists have one entry a column; `parent` is the group of each, or one number for all. */
interface Weighed {
  readonly columns: readonly Float64Array[];
  /** Shares of all weight; columns without any take no part. */
  readonly official: readonly number[];
  readonly parent: readonly number[];
  readonly score: Float64Array;
}

/** The official weights of some columns and those their data would give. An audit view: nothing here ever scores. */
export function weightAudit({ columns, official, parent, score }: Weighed): WeightAudit {
  const used = columns.flatMap((_, at) => (official[at]! > 0 ? [at] : []));
  const own = used.map((at) => columns[at]!);
  const shares = used.map((at) => official[at]!);
  const whole = new Map<number, number>();
  for (const at of used) whole.set(parent[at]!, (whole.get(parent[at]!) ?? 0) + official[at]!);
  return {
    columns: used,
    official: shares,
    local: used.map((at) => official[at]! / whole.get(parent[at]!)!),
    withScore: own.map((column) => pearson(column, score)),
    equal: equalWeights(used.length),
    entropy: entropyWeights(own),
    critic: criticWeights(own),
    balance: balanceWeights(own, shares),
    balanceEqual: balanceWeights(
      own,
      used.map(() => 1),
    ),
  };
}
