import type { IndicatorStudy } from '../../../../scoring/board/study';
import type { BestOption, Rule } from '../../../../scoring/scheme/format';

export type PlainRule = BestOption['rule'];
export type PlainKind = PlainRule['is'];

/** A number a rule is made of; `isOptional` ones may be left out. */
export interface RuleNumber {
  readonly key: string;
  readonly isOptional?: boolean;
}

/** The kinds of rules over a number in the order in which they are offered, with the numbers each is made of. */
export const RULE_NUMBERS: Readonly<Record<Exclude<PlainKind, 'tiers' | 'flag'>, readonly RuleNumber[]>> = {
  linear: [{ key: 'from' }, { key: 'to' }],
  log: [{ key: 'full' }],
  'per-unit': [{ key: 'perUnit' }, { key: 'cap', isOptional: true }],
  goalposts: [{ key: 'low' }, { key: 'high' }],
  'min-max': [],
  percentile: [],
};
export const NUMBER_KINDS: readonly PlainKind[] = ['tiers', 'linear', 'log', 'per-unit', 'goalposts', 'percentile', 'min-max'];

/** Rules whose numbers are in a unit. */
export function takesUnit(kind: PlainKind): boolean {
  return ['tiers', 'linear', 'log', 'per-unit', 'goalposts'].includes(kind);
}

/** A rule of another kind to begin with: its numbers span what the firms report, so that it separates them. */
export function ruleOfKind(kind: PlainKind, of: number, study: IndicatorStudy | null, unit: string | undefined): PlainRule {
  const low = study?.low ?? 0;
  const high = study && study.high > study.low ? study.high : low + 1;
  const middle = study?.median ?? (low + high) / 2;
  const named = unit === undefined ? {} : { unit };
  switch (kind) {
    case 'tiers':
      return {
        is: 'tiers',
        ...named,
        tiers: [
          { from: middle, to: null, points: of },
          { from: null, to: middle, points: 0 },
        ],
      };
    case 'linear':
      return { is: 'linear', ...named, from: low, to: high };
    case 'log':
      return { is: 'log', ...named, full: Math.max(1, high) };
    case 'per-unit':
      return { is: 'per-unit', ...named, perUnit: 1, cap: of };
    case 'goalposts':
      return { is: 'goalposts', ...named, low, high };
    default:
      return { is: kind } as PlainRule;
  }
}

/** The unit a rule's numbers are in, undefined where it has none. */
export function unitOfRule(rule: Rule): string | undefined {
  return 'unit' in rule ? rule.unit : undefined;
}
