import type { PEER_GROUPS, Rule, Scheme, Treatment } from '../scheme/format';
import { unitFactor } from '../scheme/units';
import type { IndicatorPoints } from '../scored';
import { backOff } from './back-off';
import type { Comparing } from './comparing';
import type { Comparison } from './comparison';
import { minMax } from './min-max';
import { percentile } from './percentile';
import { ratio } from './ratio';
import type { RuleColumn } from './result';
import { target } from './target';
import { treat } from './treat';
import { zScore } from './z-score';

/** A rule that compares a value with others. */
export type RelativeRule = Extract<Rule, { is: 'min-max' | 'percentile' | 'ratio' | 'z-score' | 'target' }>;
export type PeerGroup = (typeof PEER_GROUPS)[number];

/** Firms of a peer group that must have a value, where the rule does not say. */
export const LEAST_PEERS = 10;

/** Whether a rule compares a value with others, itself or in one of its options. */
export function comparesFirms(rule: Rule): boolean {
  return rule.is === 'best-of' ? rule.options.some((option) => isRelative(option.rule)) : isRelative(rule);
}

/** Whether firms are compared by industry anywhere in a scheme. */
export function readsIndustry({ comparison, indicators }: Scheme): boolean {
  const asks = (rule: Rule): boolean => isRelative(rule) && rule.within?.includes('industry') === true;
  return (
    comparison === 'year*industry' ||
    indicators.some(({ rule }) => (rule.is === 'best-of' ? rule.options.some((option) => asks(option.rule)) : asks(rule)))
  );
}

/** Whether a rule is one that compares a value with others. */
export function isRelative(rule: Rule): rule is RelativeRule {
  return rule.is === 'min-max' || rule.is === 'percentile' || rule.is === 'ratio' || rule.is === 'z-score' || rule.is === 'target';
}

/** What a relative rule needs besides its own numbers. Without `wider` a peer group that is too small gives way to the whole comparison set at once. */
export interface RelativeSetting {
  readonly of: number;
  readonly direction: 'more' | 'less';
  readonly treatment?: Treatment;
  readonly comparison: Comparing['comparison'];
  readonly wider?: Comparing['wider'];
}

/**
 * Points of a relative rule, values treated first. With a peer group: within it where at least `least` firms have a value, else within the nearest wider
 * industry that has so many, else in the whole comparison set, which `wider` and `parent` say row by row; a firm whose group is not known is compared with the
 * whole set, too.
 */
export function relative(rule: RelativeRule, column: RuleColumn, setting: RelativeSetting): IndicatorPoints {
  if (rule.within === undefined) return among(rule, column, setting, setting.comparison());
  const { sets, at, wider, digits, firms } = backOff(column, rule.within, rule.least ?? LEAST_PEERS, setting);
  const [inPeers, ...others] = sets.map((set) => among(rule, column, setting, set)) as [IndicatorPoints, ...IndicatorPoints[]];
  if (others.length === 0) return { ...inPeers, wider };
  const all = [inPeers, ...others];
  const points = Float64Array.from(at, (place, row) => all[place]!.points[row]!);
  const reasons = Uint8Array.from(at, (place, row) => all[place]!.reasons[row]!);
  return { ...inPeers, points, reasons, wider, ...(digits.some((level) => level >= 0) ? { parent: { digits, firms } } : {}) };
}

/** Values as a rule sees them: treated within the set in which each row is compared. */
export function treatedValues(rule: RelativeRule, column: RuleColumn, setting: RelativeSetting): Float64Array {
  const { treatment } = setting;
  const inSet = (set: Comparison): Float64Array => (treatment ? treat(column, treatment, set).values : column.values);
  if (rule.within === undefined) return inSet(setting.comparison());
  const { sets, at } = backOff(column, rule.within, rule.least ?? LEAST_PEERS, setting);
  const values = sets.map(inSet);
  return Float64Array.from(at, (place, row) => values[place]![row]!);
}

function among(
  rule: RelativeRule,
  given: RuleColumn,
  { of, direction, treatment }: RelativeSetting,
  comparison: Comparison,
): IndicatorPoints {
  const column = treatment ? treat(given, treatment, comparison) : given;
  switch (rule.is) {
    case 'min-max':
      return minMax(column, of, direction, comparison);
    case 'percentile':
      return percentile(column, of, direction, comparison);
    case 'ratio':
      return ratio(column, of, direction, comparison);
    case 'z-score':
      return zScore(column, rule, of, direction, comparison);
    case 'target':
      return target(column, rule, of, direction, comparison, unitFactor(rule.unit));
  }
}
