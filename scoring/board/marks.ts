import type { Ranked } from './context';

type Weighted = Pick<Ranked, 'scheme' | 'weights'>;

/** Numbers of the stages a scale must hold: the named one, else all of them. */
function stageNumbers({ scheme }: Weighted, stage: string | undefined): number[] {
  const at = scheme.stages.findIndex(({ id }) => id === stage);
  return at >= 0 ? [at] : Array.from({ length: Math.max(1, scheme.stages.length) }, (_, number) => number);
}

function weightIn({ scheme, weights }: Weighted, group: string | null, stage: number): number {
  return scheme.indicators.reduce(
    (sum, indicator, at) => sum + (group === null || indicator.group === group ? weights[at]![stage]! : 0),
    0,
  );
}

/** Weight of a group in a stage; where the board holds several stages, the largest, so that every bar fits its scale. */
export function groupWeight(ctx: Weighted, group: string, stage?: string): number {
  return Math.max(...stageNumbers(ctx, stage).map((number) => weightIn(ctx, group, number)));
}

/** The most a firm can score: all weights, bonus included, within the cap. Over several stages the largest. */
export function fullMarkOf(ctx: Weighted, stage?: string): number {
  const most = Math.max(...stageNumbers(ctx, stage).map((number) => weightIn(ctx, null, number)));
  return Math.min(most, ctx.scheme.cap ?? Infinity);
}
