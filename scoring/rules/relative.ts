import type { PEER_GROUPS, Rule, Scheme, Treatment } from '../scheme/format';
import { unitFactor } from '../scheme/units';
import { PEERS, type IndicatorPoints } from '../scored';
import { presentRows } from './by-set';
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

/** What a relative rule needs besides its own numbers. */
export interface RelativeSetting {
  readonly of: number;
  readonly direction: 'more' | 'less';
  readonly treatment?: Treatment;
  /** The scheme's comparison set, or a peer group inside it. */
  readonly comparison: (within?: PeerGroup) => Comparison;
}

/**
 * Points of a relative rule, values treated first. With a peer group: within it where at least `least` firms have a value, else in the whole comparison set,
 * which `wider` says row by row; a firm whose group is not known is compared with the whole set too.
 */
export function relative(rule: RelativeRule, column: RuleColumn, setting: RelativeSetting): IndicatorPoints {
  if (rule.within === undefined) return among(rule, column, setting, setting.comparison());
  const peers = setting.comparison(rule.within);
  const wider = backOff(column, peers, rule.least ?? LEAST_PEERS);
  const inPeers = among(rule, column, setting, peers);
  if (wider.every((says) => says === PEERS.within)) return { ...inPeers, wider };
  const inAll = among(rule, column, setting, setting.comparison());
  const points = inPeers.points.slice();
  const reasons = inPeers.reasons.slice();
  for (let row = 0; row < wider.length; row++) {
    if (wider[row] === PEERS.within) continue;
    points[row] = inAll.points[row]!;
    reasons[row] = inAll.reasons[row]!;
  }
  return { ...inPeers, points, reasons, wider };
}

/** Values as a rule sees them: treated within the peer group, or within the whole comparison set where too few of that have a value. */
export function treatedValues(rule: RelativeRule, column: RuleColumn, { treatment, comparison }: RelativeSetting): Float64Array {
  const inSet = (set: Comparison): Float64Array => (treatment ? treat(column, treatment, set).values : column.values);
  if (rule.within === undefined) return inSet(comparison());
  const peers = comparison(rule.within);
  const wider = backOff(column, peers, rule.least ?? LEAST_PEERS);
  const [inPeers, inAll] = [inSet(peers), inSet(comparison())];
  return inPeers.map((value, row) => (wider[row] === PEERS.within ? value : inAll[row]!));
}

/** Row → what `wider` says of it; a row without a value is compared with nobody and says `PEERS.within`. */
function backOff(column: RuleColumn, peers: Comparison, least: number): Int32Array {
  const wider = Int32Array.from(peers.set, (set, row) => (set < 0 && column.reasons[row] === 0 ? PEERS.none : PEERS.within));
  for (let set = 0; set < peers.sets; set++) {
    const rows = presentRows(column, peers, set);
    if (rows.length < least) for (const row of rows) wider[row] = rows.length;
  }
  return wider;
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
