import type { Indicator, Scheme } from '../../../scoring/scheme/format';

/** An indicator's weight in a stage: its own, that of the stage, or its full points. null: the stage has none. */
export function weightIn({ weight, of }: Indicator, stage: string | null): number | null {
  if (weight === undefined) return of;
  if (typeof weight === 'number') return weight;
  return stage !== null && Object.hasOwn(weight, stage) ? weight[stage]! : null;
}

/** Whether weights differ by stage, so that a stage must be chosen to show them. */
export function isStaged({ indicators, stages }: Scheme): boolean {
  return stages.length > 0 && indicators.some(({ weight }) => typeof weight === 'object');
}

/** Weight of each group in a stage, in the order of the scheme. */
export function groupWeights(scheme: Scheme, stage: string | null): readonly number[] {
  return scheme.groups.map(({ id }) =>
    scheme.indicators.filter(({ group }) => group === id).reduce((sum, indicator) => sum + (weightIn(indicator, stage) ?? 0), 0),
  );
}

/** How many items carry numbers, and how many of those are official. */
export function provenanceCount({ indicators, deductions, gates, vetoes }: Scheme): { readonly all: number; readonly official: number } {
  const items = [...indicators, ...deductions, ...gates, ...vetoes];
  return { all: items.length, official: items.filter(({ provenance }) => provenance === 'official').length };
}
