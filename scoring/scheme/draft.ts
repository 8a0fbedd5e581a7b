import type { Indicator, Rule, Scheme, Tier } from './format';

/**
 * A scheme with other points in some tiers. Places are `indicator/tier` or `indicator/option/tier`, tiers counted from 0 as written.
 * `changed` are the numbers of the indicators touched; places the scheme does not have come back in `unknown` and change nothing.
 */
export function withPoints(
  scheme: Scheme,
  points: Readonly<Record<string, number>>,
): { readonly scheme: Scheme; readonly changed: readonly number[]; readonly unknown: readonly string[] } {
  const indicators = [...scheme.indicators];
  const changed = new Set<number>();
  const unknown: string[] = [];
  for (const [place, value] of Object.entries(points)) {
    const [id, ...path] = place.split('/');
    const index = indicators.findIndex((indicator) => indicator.id === id);
    const indicator = indicators[index];
    const rule = indicator && changeRule(indicator.rule, path, value);
    if (indicator && rule) {
      indicators[index] = { ...indicator, rule } satisfies Indicator;
      changed.add(index);
    } else unknown.push(place);
  }
  return { scheme: { ...scheme, indicators }, changed: [...changed].sort((a, b) => a - b), unknown };
}

function changeRule(rule: Rule, path: readonly string[], points: number): Rule | null {
  if (rule.is === 'tiers' && path.length === 1) {
    const tiers = changeTier(rule.tiers, path[0]!, points);
    return tiers && { ...rule, tiers };
  }
  if (rule.is === 'best-of' && path.length === 2) {
    const at = rule.options.findIndex((option) => option.id === path[0]);
    const option = rule.options[at];
    const inner = option && changeRule(option.rule, path.slice(1), points);
    if (!option || !inner || inner.is === 'best-of') return null;
    return { ...rule, options: rule.options.with(at, { ...option, rule: inner }) };
  }
  return null;
}

function changeTier(tiers: readonly Tier[], number: string, points: number): readonly Tier[] | null {
  const at = /^\d+$/.test(number) ? Number(number) : -1;
  const tier = tiers[at];
  return tier ? tiers.with(at, { ...tier, points }) : null;
}
