import type { Scheme } from '../../scoring/scheme/format';
import { tierSql } from './score-points';
import type { ScoreGiven, Scored } from './score-statement';

/** What was hit of each indicator: the option of a best-of as `o<n>`, the tier, of a best-of the winning option's, as `t<n>`. */
export function hitNames({ indicators }: Scheme): string[] {
  return indicators.flatMap(({ rule }, at) => [
    ...(rule.is === 'best-of' ? [`o${at}`] : []),
    ...((rule.is === 'best-of' ? rule.options.map((option) => option.rule) : [rule]).some(({ is }) => is === 'tiers') ? [`t${at}`] : []),
  ]);
}

/** The same of one indicator as SQL. `points` are those of its parts: of those equal within 1e-9 the first won; NULL where nothing was hit. */
export function hitsSql(
  parts: readonly Scored[],
  points: readonly string[],
  at: number,
  isBest: boolean,
  factor: ScoreGiven['factor'],
): string[] {
  const tiers = parts.map(({ value, rule }) => (rule.is === 'tiers' ? tierSql(value, rule, factor(rule.unit)) : 'null'));
  const hasTiers = parts.some(({ rule }) => rule.is === 'tiers');
  if (!isBest) return hasTiers ? [`${tiers[0]!} as t${at}`] : [];
  const most = `greatest(${points.join(', ')})`;
  const won = `case ${points.map((sql, option) => `when ${sql} >= ${most} - 1e-9 * greatest(1e0, abs(${most})) then ${option}`).join(' ')} end`;
  const tier = `case ${won} ${tiers.map((sql, option) => `when ${option} then ${sql}`).join(' ')} end`;
  return [`${won} as o${at}`, ...(hasTiers ? [`${tier} as t${at}`] : [])];
}
