import type { Ranked } from '../board/context';
import { REASON } from '../column';
import type { MeasureId } from '../distribution/format';
import { formulaOf } from '../distribution/measure';
import { slackAt } from '../rules/result';
import { compareFigures } from './compare-figure';
import type { LeafCondition } from './condition-tree';
import { SAYS, TRAJECTORIES } from './format';
import { rateOf, sideOf } from './grown';
import type { LeafReading } from './leaf-reading';
import { readEarned } from './read-earned';
import { boardFigures, formulaFigures, nothing, percentileFigures, shareFigures, type Figures } from './rule-figures';
import { trajectoryOf } from './trajectory';

type Of<Is extends LeafCondition['is']> = Extract<LeafCondition, { readonly is: Is }>;

/** Looks at the evidence of one condition. What is missing is unknown; figures within 1e-9 of the threshold (as in formulas) are at it. */
export function readLeaf(ctx: Ranked, leaf: LeafCondition, rows: Int32Array): LeafReading {
  switch (leaf.is) {
    case 'at':
      return readAt(ctx, leaf, rows);
    case 'growth':
      return readGrowth(ctx, leaf, rows);
    case 'holds': {
      const { values, reasons } = formulaFigures(ctx.panel, leaf.formula, 'truth', rows);
      return { verdicts: verdictsOf(reasons, (at) => values[at] === 1), reasons, ...WITHOUT_FIGURE };
    }
    case 'trajectory':
      return readTrajectory(ctx, leaf, rows);
    case 'manual':
      return { verdicts: new Uint8Array(rows.length).fill(SAYS.review), reasons: new Uint8Array(rows.length), ...WITHOUT_FIGURE };
  }
}

const WITHOUT_FIGURE = { values: null, measure: null, operator: null, threshold: null } as const;

function verdictsOf(reasons: Uint8Array, isMet: (at: number) => boolean): Uint8Array {
  const verdicts = new Uint8Array(reasons.length);
  for (let at = 0; at < verdicts.length; at++)
    verdicts[at] = reasons[at] !== REASON.present ? SAYS.unknown : isMet(at) ? SAYS.met : SAYS.unmet;
  return verdicts;
}

function readAt(ctx: Ranked, leaf: Of<'at'>, rows: Int32Array): LeafReading {
  const { measure, as, operator, threshold } = leaf;
  if (as !== 'percentile' && (measure === 'score' || measure.startsWith('group:'))) return readEarned(ctx, leaf, rows);
  const { values, reasons } = figuresAt(ctx, measure, as, rows);
  const verdicts = compareFigures(operator, values, threshold);
  return { verdicts, values, reasons, measure, operator, threshold };
}

function figuresAt(ctx: Ranked, measure: MeasureId, as: Of<'at'>['as'], rows: Int32Array): Figures {
  if (as === 'percentile') return percentileFigures(ctx, measure, rows);
  if (as === 'share') return shareFigures(ctx, measure, rows);
  const formula = formulaOf(ctx.scheme, measure);
  if (formula !== null) return formulaFigures(ctx.panel, formula, 'number', rows);
  return measure.startsWith('figure:') ? nothing(rows.length, REASON.not_collected) : boardFigures(ctx, measure, rows);
}

/** Growth as a measure: of one year, or the average of several. */
function growthMeasure({ field, years }: Of<'growth'>): MeasureId {
  return years === 1 ? `formula:growth(${field})` : `formula:cagr(${field}, ${years})`;
}

/** The figure of the base year. */
export function baseFormula({ field, years }: Of<'growth'>): string {
  return `previous(${field}, ${years})`;
}

export function baseMeasure(leaf: Of<'growth'>): MeasureId {
  return `formula:${baseFormula(leaf)}`;
}

/** A base of 0 or less is no base, and below no floor. */
export function isBelowFloor(base: number, floor: number): boolean {
  return base > 0 && base < floor - slackAt(floor);
}

/** A base below the floor settles it, whatever came after; else both figures are needed, and a base above 0. */
function readGrowth({ panel }: Ranked, leaf: Of<'growth'>, rows: Int32Array): LeafReading {
  const { field, years, operator, rate, floor } = leaf;
  const now = formulaFigures(panel, field, 'number', rows);
  const base = formulaFigures(panel, baseFormula(leaf), 'number', rows);
  const grown = grownFigures(now, base, years);
  const factor = (1 + rate) ** years;
  const equal = operator === '>=' ? SAYS.met : SAYS.unmet;
  const verdicts = new Uint8Array(rows.length);
  for (let at = 0; at < rows.length; at++) {
    const [from, to] = [base.values[at]!, now.values[at]!];
    if (floor !== null && isBelowFloor(from, floor)) continue;
    const side = from > 0 && to === to ? sideOf(to, from * factor) : null;
    verdicts[at] = side === null ? SAYS.unknown : side > 0 ? SAYS.met : side === 0 ? equal : SAYS.unmet;
  }
  return { verdicts, ...grown, measure: growthMeasure(leaf), operator, threshold: rate };
}

/** Average annual growth. What became a loss shrank by more than all of it; it has no rate. */
function grownFigures(now: Figures, base: Figures, years: number): Figures {
  const values = new Float64Array(now.values.length).fill(NaN);
  const reasons = new Uint8Array(values.length);
  for (let at = 0; at < values.length; at++) {
    const [from, to] = [base.values[at]!, now.values[at]!];
    const ofBase = base.reasons[at]! || (from > 0 ? 0 : from === 0 ? REASON.zero_base : REASON.negative_base);
    reasons[at] = now.reasons[at]! || ofBase || (to < 0 ? REASON.negative_base : 0);
    if (reasons[at] === 0) values[at] = rateOf(from, to, years);
  }
  return { values, reasons };
}

function readTrajectory({ panel }: Ranked, { field, of }: Of<'trajectory'>, rows: Int32Array): LeafReading {
  const years = [`previous(${field}, 3)`, `previous(${field}, 2)`, `previous(${field}, 1)`, field].map((text) =>
    formulaFigures(panel, text, 'number', rows),
  );
  const wanted = new Set(of);
  const found = Array.from(rows, (_, at) => trajectoryOf(years.map(({ values }) => values[at]!)));
  const reasons = Uint8Array.from(rows, (_, at) => {
    if (found[at] !== null) return REASON.present;
    const missing = years.find((year) => year.reasons[at] !== REASON.present)?.reasons[at];
    return missing ?? (years.slice(0, 3).some(({ values }) => values[at] === 0) ? REASON.zero_base : REASON.negative_base);
  });
  const isWanted = (at: number): boolean => TRAJECTORIES.some((type) => type === found[at] && wanted.has(type));
  return { verdicts: verdictsOf(reasons, isWanted), reasons, ...WITHOUT_FIGURE };
}
