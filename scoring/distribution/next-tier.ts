import type { Ranked } from '../board/context';
import { weightAt } from '../board/sheet-indicator';
import { nextStep } from '../compare/next-step';
import { treeOf } from '../evaluate';
import type { Rule, Scheme } from '../scheme/format';
import type { MeasureId, Pin } from './format';
import { formulaOf, measureOf } from './measure';

type Tiers = Extract<Rule, { is: 'tiers' }>;
/** An indicator, or an option of a best-of, that gives its points in tiers of one formula. */
interface Way {
  /** Number of the indicator. */
  readonly at: number;
  readonly rule: Tiers;
  readonly formula: string;
}

/**
 * The next tier of a row in the scheme in force, by a measure that tiers are of: figure or points of an indicator, or a field or formula that one reads
 * (as it is, or as an option of a best-of). Of several such indicators the first that weighs in the firm's stage. null: no tiers are of this measure, or the
 * row has no value in it. Points of a best-of are of several formulas, and have none.
 */
export function nextTierOf(ctx: Ranked, measure: MeasureId): (row: number) => Pin['next'] {
  const ways = waysTo(ctx.scheme, measure);
  return (row) => {
    const way = ways.find(({ at }) => weightAt(ctx, at, row) > 0);
    const figure = way && measureOf(ctx, `formula:${way.formula}`);
    if (!way || !figure || 'is' in figure) return null;
    const value = figure.values[row]!;
    const { points, reasons } = ctx.evaluated.indicators[way.at]!;
    if (Number.isNaN(value) || reasons[row] !== 0) return null;
    const { of, direction, name } = ctx.scheme.indicators[way.at]!;
    const step = nextStep(way.rule, { value, points: points[row]!, of, direction });
    if (step.is !== 'reach') return { is: 'full', indicator: name };
    const { target, strict } = step;
    return {
      is: 'tier',
      indicator: name,
      of: figure.facts,
      threshold: target,
      strict,
      gap: target - value,
      points: step.points - points[row]!,
    };
  };
}

function waysTo(scheme: Scheme, measure: MeasureId): Way[] {
  const { indicators } = scheme;
  const formula = formulaOf(scheme, measure);
  const wanted = formula === null ? null : JSON.stringify(treeOf(formula));
  const isOwn = (id: string): boolean => measure === `figure:${id}` || measure === `points:${id}`;
  const reads = (text: string): boolean => wanted !== null && JSON.stringify(treeOf(text)) === wanted;
  const isNamed = indicators.some(({ id }) => isOwn(id));
  return indicators.flatMap((indicator, at): Way[] => {
    const { id, rule } = indicator;
    if (isNamed && !isOwn(id)) return [];
    if (rule.is === 'tiers') return isNamed || reads(indicator.formula!) ? [{ at, rule, formula: indicator.formula! }] : [];
    if (rule.is !== 'best-of') return [];
    return rule.options.flatMap((option) =>
      option.rule.is === 'tiers' && reads(option.formula) ? [{ at, rule: option.rule, formula: option.formula }] : [],
    );
  });
}
