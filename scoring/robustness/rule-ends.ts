import { isRelative } from '../rules/relative';
import type { Indicator, Rule } from '../scheme/format';

/** The least and the most share of `of` a rule can give; `most` null where it has no ceiling. */
export interface RuleEnds {
  readonly least: number;
  readonly most: number | null;
  /** Points depend on the values of others. */
  readonly isRelative: boolean;
}

/** The ends of an indicator's rule: 0 to full where its shape says nothing else. */
export function ruleEnds({ rule, of }: Indicator): RuleEnds {
  const { least, most, isRelative } = endsOf(rule, of);
  return { least: least / of, most: most === null ? null : most / of, isRelative };
}

function endsOf(rule: Rule, of: number): RuleEnds {
  switch (rule.is) {
    case 'tiers': {
      // Where experts choose inside an interval the engine gives the lower end.
      const points = rule.tiers.map((tier) => (typeof tier.points === 'number' ? tier.points : tier.points[0]));
      return { least: Math.min(...points), most: Math.max(...points), isRelative: false };
    }
    case 'per-unit':
      return { least: 0, most: rule.cap ?? null, isRelative: false };
    case 'best-of': {
      const ends = rule.options.map((option) => endsOf(option.rule, of));
      return {
        least: Math.min(...ends.map(({ least }) => least)),
        most: ends.some(({ most }) => most === null) ? null : Math.max(...ends.map(({ most }) => most!)),
        isRelative: ends.some(({ isRelative }) => isRelative),
      };
    }
    default:
      return { least: 0, most: of, isRelative: isRelative(rule) };
  }
}
