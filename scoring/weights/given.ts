import type { Indicator, Scheme } from '../scheme/format';
import type { Weights } from '../scored';

/** Weights of a draft: indicator id → weight in every stage, or by stage id. */
export type DraftWeights = Readonly<Record<string, number | Readonly<Record<string, number>>>>;

/** Weights in force, [indicator][stage]: the scheme's own, where a draft says nothing of an indicator or of one of its stages. One stage, 0, where the scheme has none. */
export function weightsOf(scheme: Scheme, draft: DraftWeights = {}): Weights {
  const stages = scheme.stages.length === 0 ? [''] : scheme.stages.map(({ id }) => id);
  return scheme.indicators.map((indicator) => {
    const tried = Object.hasOwn(draft, indicator.id) ? draft[indicator.id] : undefined;
    return stages.map((stage) => weightAt(indicator, tried, stage));
  });
}

function weightAt(indicator: Indicator, tried: DraftWeights[string] | undefined, stage: string): number {
  const weight = inStage(tried, stage) ?? inStage(indicator.weight, stage) ?? indicator.of;
  if (!(weight >= 0 && weight < Infinity)) throw new RangeError(`weight of ${indicator.id} is not a number of 0 or more: ${weight}`);
  return weight;
}

function inStage(weight: DraftWeights[string] | undefined, stage: string): number | undefined {
  if (weight === undefined || typeof weight === 'number') return weight;
  return Object.hasOwn(weight, stage) ? weight[stage] : undefined;
}

/** Full mark of each stage: the sum of the weights of the base groups' indicators. */
export function fullMarks(scheme: Scheme, weights: Weights): number[] {
  const isBase = new Map(scheme.groups.map(({ id, kind }) => [id, kind === 'base']));
  return Array.from({ length: Math.max(1, scheme.stages.length) }, (_, stage) =>
    scheme.indicators.reduce((sum, { group }, at) => (isBase.get(group) ? sum + weights[at]![stage]! : sum), 0),
  );
}
