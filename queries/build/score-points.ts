import type { BestOption, Indicator, Rule, Tier } from '../../scoring/scheme/format';
import { number } from './number';

type PlainRule = BestOption['rule'];

/** What points are made from: SQL of a value, and of its share of a full mark where the rule is relative. */
export interface PointsGiven {
  readonly value: string;
  readonly of: number;
  readonly direction: Indicator['direction'];
  /** Stored units in one unit. */
  readonly factor: (unit: string | undefined) => number;
  readonly share: string;
}

/** Points of a value under a rule, NULL where there are none. The value is a column name: it is repeated. */
export function pointsSql(rule: PlainRule, { value, of, direction, factor, share }: PointsGiven): string {
  switch (rule.is) {
    case 'tiers':
      return tiersSql(value, rule, factor(rule.unit), ({ points }) => number(typeof points === 'number' ? points : points[0]));
    case 'linear':
      return rampSql(value, rule.from * factor(rule.unit), rule.to * factor(rule.unit), of);
    case 'goalposts': {
      const [low, high] = [rule.low * factor(rule.unit), rule.high * factor(rule.unit)];
      return direction === 'more' ? rampSql(value, low, high, of) : rampSql(value, high, low, of);
    }
    case 'log': {
      const scaled = `${value} / ${number(factor(rule.unit))}`;
      const logs = `ln(1e0 + ${scaled}) / ln(1e0 + ${number(rule.full)})`;
      return `case when ${value} is null then null when ${value} <= 0 then 0e0 when ${scaled} >= ${number(rule.full)} then ${number(of)} else ${number(of)} * ${logs} end`;
    }
    case 'per-unit': {
      const earned = `${number(rule.perUnit)} * (${value} / ${number(factor(rule.unit))})`;
      const capped = rule.cap === undefined ? earned : `least(${number(rule.cap)}, ${earned})`;
      return `case when ${value} is null then null when ${value} <= 0 then 0e0 when ${capped} <= 1e15 then ${capped} end`;
    }
    case 'flag':
      return `case ${value} when 1e0 then ${number(of)} when 0e0 then 0e0 end`;
    default:
      return `${number(of)} * ${share}`;
  }
}

type TiersRule = Extract<Rule, { is: 'tiers' }>;

/** Place of the tier a value falls in, NULL without a value. */
export function tierSql(value: string, rule: TiersRule, factor: number): string {
  return tiersSql(value, rule, factor, (_, at) => String(at));
}

/** Each tier asks for itself whether it holds the value; a value within 1e-9 of a boundary is the boundary. `gives` is what a tier then gives. */
function tiersSql(value: string, { tiers }: TiersRule, factor: number, gives: (tier: Tier, at: number) => string): string {
  const cases = tiers.map((tier, at) => {
    const { from, to, fromOpen, toClosed } = tier;
    const tests = [`${value} is not null`];
    if (from !== null) tests.push(`${value} - ${number(from * factor)} ${fromOpen ? '> ' : '>= -'}${slack(from * factor)}`);
    if (to !== null) tests.push(`${value} - ${number(to * factor)} ${toClosed ? '<= ' : '< -'}${slack(to * factor)}`);
    return `when ${tests.join(' and ')} then ${gives(tier, at)}`;
  });
  return `case ${cases.join(' ')} end`;
}

/** 0 at `zero` and beyond, `of` at `full` and beyond, straight between. */
function rampSql(value: string, zero: number, full: number, of: number): string {
  // greatest and least skip NULL, so a missing value is asked for first.
  const share = `(${value} - ${number(zero)}) / ${number(full - zero)}`;
  return `case when ${value} is not null then ${number(of)} * greatest(0e0, least(1e0, ${share})) end`;
}

function slack(bound: number): string {
  return number(1e-9 * Math.max(1, Math.abs(bound)));
}
