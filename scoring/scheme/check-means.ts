import { isRelative } from '../rules/relative';
import type { Indicator, Mean, Rule, Scheme, SchemeProblem } from './format';
import { schemeError } from './problems';

/** What cannot be meant of means, treatments and peer groups. */
export function checkMeans({ means, indicators, stages }: Scheme): SchemeProblem[] {
  return [
    ...Object.entries(means ?? {}).flatMap(([level, mean]) => meanProblems(mean, `/means/${level}`)),
    ...indicators.flatMap((indicator, at) => treatmentProblems(indicator, `/indicators/${at}/treatment`)),
    ...(stages.length > 0 ? [] : indicators.flatMap(({ rule }, at) => stagePeers(rule, `/indicators/${at}/rule`))),
  ];
}

function meanProblems(mean: Mean, path: string): SchemeProblem[] {
  if (mean.is !== 'power') return [];
  // Nearer to 0 its digits are lost on the way through the power, and it is the geometric mean anyway.
  if (Math.abs(mean.power) < 0.01) return [schemeError('power_zero', `${path}/power`, mean.power)];
  return mean.power < 0 && mean.floor < 1e-6 ? [schemeError('floor_needed', `${path}/floor`, mean.floor)] : [];
}

function treatmentProblems({ treatment, rule }: Indicator, path: string): SchemeProblem[] {
  if (!treatment) return [];
  if (!isRelative(rule)) return [schemeError('treatment_not_here', path, rule.is)];
  const problems: SchemeProblem[] = [];
  const [low, high] = treatment.winsorise ?? [0, 1];
  if (low >= high) problems.push(schemeError('quantiles_reversed', `${path}/winsorise`, `${low} → ${high}`));
  // The others read the size of a value, or its place, which a logarithm would make meaningless or leave as it is.
  if (treatment.log && rule.is !== 'min-max' && rule.is !== 'z-score') problems.push(schemeError('log_not_here', `${path}/log`, rule.is));
  return problems;
}

/** Peers of a stage, in a scheme without stages. */
function stagePeers(rule: Rule, path: string): SchemeProblem[] {
  if (rule.is === 'best-of') return rule.options.flatMap((option, at) => stagePeers(option.rule, `${path}/options/${at}/rule`));
  const within = isRelative(rule) ? rule.within : undefined;
  return within === 'stage' || within === 'industry*stage' ? [schemeError('comparison_without_stages', `${path}/within`, within)] : [];
}
