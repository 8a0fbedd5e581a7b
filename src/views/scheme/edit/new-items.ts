import type { Condition, Deduction, Indicator, Naming, Scheme, Stage } from '../../../../scoring/scheme/format';

/** An id nothing of the list has yet. */
function freeId(prefix: string, list: readonly { readonly id: string }[]): string {
  const taken = new Set(list.map(({ id }) => id));
  let number = 1;
  while (taken.has(`${prefix}${number}`)) number++;
  return `${prefix}${number}`;
}

/** An indicator to begin with: a share that every year's data have, worth nothing until it is given a weight. */
export function newIndicator({ indicators }: Scheme, group: string, name: Naming): Indicator {
  return {
    id: freeId('N', indicators),
    name,
    group,
    formula: 'rd_expense / revenue',
    rule: { is: 'linear', unit: '%', from: 0, to: 10 },
    of: 10,
    weight: 0,
    direction: 'more',
    missing: 'zero',
    unit: '%',
    provenance: 'illustrative',
  };
}

/** A condition that hits nobody until it is written. */
export function newCondition(list: readonly Condition[], prefix: string, name: Naming): Condition {
  return { id: freeId(prefix, list), name, formula: prefix === 'G' ? 'true' : 'false', provenance: 'illustrative' };
}

/** A deduction that takes nothing until it is written. */
export function newDeduction({ deductions }: Scheme, name: Naming): Deduction {
  return { id: freeId('D', deductions), name, formula: 'false', points: 1, provenance: 'illustrative' };
}

/** A stage everybody left over falls into. */
export function newStage({ stages }: Scheme, name: Naming): Stage {
  return { id: freeId('stage', stages), name, when: 'true' };
}
