import type { SchemeChange } from '../../scoring/scheme/changes';
import type { Indicator, Scheme } from '../../scoring/scheme/format';
import { rescale, rescaleTo, type Part } from '../../scoring/weights/rescale';

/** What is given another weight: an indicator within its group, or a group within the base. */
export type WeightPlace = { readonly indicator: string } | { readonly group: string };
/** Why a weight cannot be set so, and the most that could be had; `locked_inside`: what is locked in a group is more than the group is to have. */
export interface WeightRefusal {
  readonly why: 'all_locked' | 'beyond' | 'locked_inside';
  readonly most: number;
}
export type Reweighed = { readonly ok: true; readonly changes: readonly SchemeChange[] } | ({ readonly ok: false } & WeightRefusal);

/**
 * The changes that give an indicator or a group a weight in one stage (null: every stage). Of an indicator the unlocked others of its group make room, so that
 * the group stays what it is; of a group the unlocked other base groups do, each keeping the proportions inside it. A bonus stands on top of the base: nothing makes room for it.
 */
export function reweigh(scheme: Scheme, place: WeightPlace, to: number, stage: string | null, locks: readonly string[]): Reweighed {
  return 'indicator' in place ? ofIndicator(scheme, place.indicator, to, stage, locks) : ofGroup(scheme, place.group, to, stage, locks);
}

function ofIndicator(scheme: Scheme, id: string, to: number, stage: string | null, locks: readonly string[]): Reweighed {
  const indicator = scheme.indicators.find((one) => one.id === id);
  if (!indicator) throw new Error(`indicator ${id} is not in the scheme`);
  const isBonus = scheme.groups.find((group) => group.id === indicator.group)?.kind === 'bonus';
  if (isBonus) return { ok: true, changes: changesOf(scheme, new Map([[id, to]]), stage) };
  const found = rescale(partsOf(scheme, indicator.group, stage, locks), id, to);
  return found.ok ? { ok: true, changes: changesOf(scheme, found.weights, stage) } : found;
}

function ofGroup(scheme: Scheme, id: string, to: number, stage: string | null, locks: readonly string[]): Reweighed {
  const isBonus = scheme.groups.find((group) => group.id === id)?.kind === 'bonus';
  const parts = new Map(scheme.groups.map((group) => [group.id, partsOf(scheme, group.id, stage, locks)]));
  const groups = scheme.groups
    .filter(({ kind }) => kind === 'base')
    .map((group): Part => {
      const inside = parts.get(group.id)!;
      const isHeld = locks.includes(group.id) || inside.every(({ locked }) => locked);
      return { id: group.id, weight: inside.reduce((sum, { weight }) => sum + weight, 0), locked: isHeld };
    });
  const found = isBonus ? ({ ok: true, weights: new Map([[id, to]]) } as const) : rescale(groups, id, to);
  if (!found.ok) return found;
  const weights = new Map<string, number>();
  for (const [group, sum] of found.weights) {
    const inside = parts.get(group)!;
    const shared = rescaleTo(inside, sum);
    if (!shared) return { ok: false, why: 'locked_inside', most: to };
    for (const [indicator, weight] of shared) weights.set(indicator, weight);
  }
  return { ok: true, changes: changesOf(scheme, weights, stage) };
}

function partsOf({ indicators }: Scheme, group: string, stage: string | null, locks: readonly string[]): Part[] {
  return indicators
    .filter((one) => one.group === group)
    .map((one) => ({ id: one.id, weight: weightIn(one, stage), locked: locks.includes(one.id) }));
}

/** Weight of an indicator in a stage; its full points where it has no other. */
function weightIn({ weight, of }: Indicator, stage: string | null): number {
  if (weight === undefined || typeof weight === 'number') return weight ?? of;
  return (stage === null ? undefined : weight[stage]) ?? of;
}

function changesOf({ indicators, stages }: Scheme, weights: ReadonlyMap<string, number>, stage: string | null): SchemeChange[] {
  return indicators.flatMap((indicator): SchemeChange[] => {
    const to = weights.get(indicator.id);
    if (to === undefined || to === weightIn(indicator, stage)) return [];
    const isStaged = stage !== null && stages.length > 0;
    const each = isStaged ? Object.fromEntries(stages.map(({ id }) => [id, id === stage ? to : weightIn(indicator, id)])) : to;
    // The full points are the weight where none is written: written only where it differs.
    return [
      !isStaged && to === indicator.of
        ? { at: `indicators/${indicator.id}/weight` }
        : { at: `indicators/${indicator.id}/weight`, to: each },
    ];
  });
}
