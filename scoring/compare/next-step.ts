import type { PlainRule } from '../rules/apply';
import { slackAt } from '../rules/result';
import { ascending } from '../rules/tiers';
import type { Tier } from '../scheme/format';
import { unitFactor } from '../scheme/units';

/** Where the next points of a rule begin. */
export type Step =
  /** The value that earns more, in stored units. `strict`: it must be passed, not only reached. */
  | { readonly is: 'reach'; readonly target: number; readonly strict: boolean; readonly points: number }
  /** A condition that is not met. */
  | { readonly is: 'meet'; readonly points: number }
  /** Relative rules: what is earned next depends on others too. */
  | { readonly is: 'others' }
  /** Nothing more is to be earned. */
  | { readonly is: 'full' };

/** What a rule is of; `points` are those the value earns now. */
export interface Now {
  readonly value: number;
  readonly points: number;
  readonly of: number;
  readonly direction: 'more' | 'less';
}

/**
 * The nearest value at which a rule gives more points than `now.points`. Tiers: the nearest bound, above or below, behind which a tier gives more.
 * Straight and logarithmic rules, goalposts: the value of the full mark. So many points a unit: one unit more, or what is left to the cap. A flag: to be
 * met. Every other rule compares firms, and depends on others.
 */
export function nextStep(rule: PlainRule, now: Now): Step {
  const factor = 'unit' in rule ? unitFactor(rule.unit) : 1;
  switch (rule.is) {
    case 'tiers':
      return nextTier(rule.tiers, factor, now);
    case 'linear':
      return toFull(rule.to * factor, now);
    case 'goalposts':
      return toFull((now.direction === 'more' ? rule.high : rule.low) * factor, now);
    case 'log':
      return toFull(rule.full * factor, now);
    case 'per-unit': {
      const cap = rule.cap ?? Infinity;
      if (rule.perUnit <= 0 || now.points >= cap) return { is: 'full' };
      // Of a best-of the points to beat may be another option's.
      const units = Math.max(0, now.value / factor, now.points / rule.perUnit) + 1;
      const points = Math.min(cap, rule.perUnit * units);
      return { is: 'reach', target: (points / rule.perUnit) * factor, strict: false, points };
    }
    case 'flag':
      return now.points >= now.of ? { is: 'full' } : { is: 'meet', points: now.of };
    default:
      return { is: 'others' };
  }
}

function toFull(target: number, { points, of }: Now): Step {
  return points >= of ? { is: 'full' } : { is: 'reach', target, strict: false, points: of };
}

function nextTier(tiers: readonly Tier[], factor: number, { value, points }: Now): Step {
  const order = ascending(tiers).map((at) => tiers[at]!);
  const better = order.flatMap((tier): Extract<Step, { is: 'reach' }>[] => {
    const earned = typeof tier.points === 'number' ? tier.points : tier.points[0];
    if (earned <= points) return [];
    const low = (tier.from ?? -Infinity) * factor;
    const high = (tier.to ?? Infinity) * factor;
    if (low >= value - slackAt(value)) return [{ is: 'reach', target: low, strict: tier.fromOpen === true, points: earned }];
    if (high <= value + slackAt(value)) return [{ is: 'reach', target: high, strict: tier.toClosed !== true, points: earned }];
    return [];
  });
  const nearest = better.sort((a, b) => Math.abs(a.target - value) - Math.abs(b.target - value))[0];
  return nearest ?? { is: 'full' };
}
