import type { SchemeChange } from '../../../../scoring/scheme/changes';
import type { BestOption, Condition, Deduction, Group, Indicator, Naming, Scheme, Stage } from '../../../../scoring/scheme/format';

/** What new things are called until a person names them. */
const NEW = {
  base: { zh: '新一级指标', en: 'New group' },
  bonus: { zh: '新加分项', en: 'New bonus' },
  indicator: { zh: '新指标', en: 'New indicator' },
  option: { zh: '新一条', en: 'New option' },
  condition: { zh: '新条件', en: 'New condition' },
  shortcut: { zh: '新直接达标条件', en: 'New shortcut' },
  stage: { zh: '新阶段', en: 'New stage' },
} as const satisfies Record<string, Naming>;

/** An id nothing of the list has yet. */
function freeId(prefix: string, list: readonly { readonly id: string }[]): string {
  const taken = new Set(list.map(({ id }) => id));
  let number = 1;
  while (taken.has(`${prefix}${number}`)) number++;
  return `${prefix}${number}`;
}

/** An indicator to begin with: a share that every year's data have, worth nothing until it is given a weight. */
export function newIndicator({ indicators }: Scheme, group: string): Indicator {
  return {
    id: freeId('N', indicators),
    name: NEW.indicator,
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

/** A group, with an indicator to begin with, as an empty one is no group. */
export function newGroup(scheme: Scheme, kind: Group['kind']): readonly SchemeChange[] {
  const group: Group = { id: freeId('group', scheme.groups), name: NEW[kind], kind, provenance: 'illustrative' };
  const indicator = newIndicator(scheme, group.id);
  return [
    { at: `groups/${group.id}`, to: group },
    { at: `indicators/${indicator.id}`, to: indicator },
  ];
}

/** A condition that hits nobody until it is written. */
export function newCondition(list: readonly Condition[], prefix: 'G' | 'V'): Condition {
  return { id: freeId(prefix, list), name: NEW.condition, formula: prefix === 'G' ? 'true' : 'false', provenance: 'illustrative' };
}

/** A way past the pass line that nobody can take until it is written. */
export function newShortcut(list: readonly Condition[]): Condition {
  return { id: freeId('S', list), name: NEW.shortcut, formula: 'false', provenance: 'illustrative' };
}

/** A copy of an option under a name of its own. */
export function newOption(list: readonly BestOption[], { formula, rule }: BestOption): BestOption {
  return { id: freeId('o', list), name: NEW.option, formula, rule };
}

/** A deduction that takes nothing until it is written. */
export function newDeduction({ deductions }: Scheme): Deduction {
  return { id: freeId('D', deductions), name: NEW.condition, formula: 'false', points: 1, provenance: 'illustrative' };
}

/** A stage everybody left over falls into. */
export function newStage({ stages }: Scheme): Stage {
  return { id: freeId('stage', stages), name: NEW.stage, when: 'true' };
}
