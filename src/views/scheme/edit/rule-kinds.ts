import type { IndicatorStudy } from '../../../../scoring/board/study';
import type { Locale } from '../../../i18n';
import type { BestOption, Indicator, Rule } from '../../../../scoring/scheme/format';

export type PlainRule = BestOption['rule'];
export type PlainKind = PlainRule['is'];

/** A number a rule is made of, by its key and by the key of its words. */
export interface RuleNumber {
  readonly key: string;
  readonly words: keyof Locale['t']['edit_number'];
}

/** The kinds of rules over a number in the order in which they are offered, with the numbers each is made of. */
export const RULE_NUMBERS: Readonly<Record<Exclude<PlainKind, 'tiers' | 'flag'>, readonly RuleNumber[]>> = {
  linear: [
    { key: 'from', words: 'from' },
    { key: 'to', words: 'to' },
  ],
  log: [{ key: 'full', words: 'full' }],
  'per-unit': [
    { key: 'perUnit', words: 'perUnit' },
    { key: 'cap', words: 'cap' },
  ],
  goalposts: [
    { key: 'low', words: 'low' },
    { key: 'high', words: 'high' },
  ],
  target: [{ key: 'target', words: 'target' }],
  'z-score': [
    { key: 'from', words: 'zFrom' },
    { key: 'to', words: 'zTo' },
  ],
  percentile: [],
  'min-max': [],
  ratio: [],
};
export const NUMBER_KINDS: readonly PlainKind[] = [
  'tiers',
  'linear',
  'log',
  'per-unit',
  'goalposts',
  'percentile',
  'min-max',
  'ratio',
  'target',
  'z-score',
];
/** The direction an indicator must have under a rule: rules whose own numbers say which way is better must not be told otherwise. */
export function directionOf(rule: PlainRule, given: Indicator['direction']): Indicator['direction'] {
  if (rule.is === 'linear') return rule.from > rule.to ? 'less' : 'more';
  return takesDirection(rule.is) ? given : 'more';
}

/** A formula to begin with where a rule over a number becomes one over a yes or no, or the other way round; null where the formula fits as it is. */
export function formulaFor(next: PlainRule, before: PlainRule): string | null {
  if ((next.is === 'flag') === (before.is === 'flag')) return null;
  return next.is === 'flag' ? 'false' : 'rd_expense / revenue';
}

/** Rules that compare firms with each other. */
const RELATIVE: ReadonlySet<PlainKind> = new Set(['percentile', 'min-max', 'ratio', 'target', 'z-score']);

/** Whether a rule compares firms, so that a peer group and a treatment can be chosen. */
export function isRelativeKind(kind: PlainKind): boolean {
  return RELATIVE.has(kind);
}

/** Rules that must be told which way is better; the others say it by their numbers. */
export function takesDirection(kind: PlainKind): boolean {
  return !['linear', 'log', 'per-unit', 'flag'].includes(kind);
}

/** Rules whose numbers are in a unit. */
export function takesUnit(kind: PlainKind): boolean {
  return ['tiers', 'linear', 'log', 'per-unit', 'goalposts', 'target'].includes(kind);
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
    case 'target':
      return { is: 'target', ...named, target: high };
    case 'z-score':
      return { is: 'z-score', from: -2, to: 2 };
    default:
      return { is: kind } as PlainRule;
  }
}

/** The unit a rule's numbers are in, undefined where it has none. */
export function unitOfRule(rule: Rule): string | undefined {
  return 'unit' in rule ? rule.unit : undefined;
}
