import { rankPanel, type Ranked, type Setting } from '../board/context';
import { evaluateScheme } from '../evaluate';
import type { Indicator, Scheme } from '../scheme/format';
import { total } from '../total';
import { weightsOf } from '../weights/given';
import { comparesFirms } from './alone';

/**
 * Scores the panel of `beside` by another scheme. Indicators that both define alike are not worked out again but shared: two versions of a scheme mostly
 * differ in a few. Those that compare firms are shared only where they are compared within the same sets.
 */
export function scoreBeside(beside: Ranked, scheme: Scheme, setting: Omit<Setting, 'weights' | 'draft'>): Ranked {
  const { panel } = beside;
  const sets = ({ comparison, stages, defaultStage }: Scheme): string =>
    JSON.stringify([comparison, stages.map(({ when }) => when), defaultStage]);
  const isSameSets = sets(scheme) === sets(beside.scheme);
  const known = new Map(
    beside.scheme.indicators.flatMap((indicator, at) =>
      isSameSets || !comparesFirms(indicator.rule) ? [[pointsKey(indicator), beside.evaluated.indicators[at]!]] : [],
    ),
  );
  const own = scheme.indicators.filter((indicator) => !known.has(pointsKey(indicator)));
  const again = evaluateScheme(panel, { ...scheme, indicators: own });
  const indicators = scheme.indicators.map((indicator) => known.get(pointsKey(indicator)) ?? again.indicators[own.indexOf(indicator)]!);
  const evaluated = { ...again, scheme, indicators };
  const weights = weightsOf(scheme);
  return rankPanel(panel, scheme, evaluated, total(evaluated, weights), { ...setting, weights, draft: null });
}

/** Everything of an indicator that its points follow from: all but its place in the scheme, its weight, and what becomes of its gaps. */
function pointsKey({ id: _, name: _name, group: _group, weight: _weight, missing: _missing, ...rest }: Indicator): string {
  return JSON.stringify(rest, (_key, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort()) : value,
  );
}
