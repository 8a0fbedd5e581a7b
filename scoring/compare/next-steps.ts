import type { Ranked } from '../board/context';
import type { Segment } from '../board/format';
import { rankOf, segmentView, yearOf } from '../board/segment-view';
import { weightAt } from '../board/sheet-indicator';
import { orNull } from '../board/slice';
import { firmKey } from '../board/cell';
import { REASONS } from '../column';
import { isNeverNegative, unitOf } from '../dictionary';
import { formulaColumn, kindFor, treeOf } from '../evaluate';
import { checkFormula } from '../formula/check';
import { evaluateFormula } from '../formula/evaluate';
import type { Formula } from '../formula/tree';
import { optionPoints } from '../option-points';
import { rankAmong } from '../rank';
import type { PlainRule } from '../rules/apply';
import { slackAt } from '../rules/result';
import type { Indicator, Naming } from '../scheme/format';
import { STATUS, STATUSES } from '../scored';
import { UNITS } from '../scheme/units';
import { comparesFirms } from './alone';
import type { Afterwards, FieldMove, NextStep, NextSteps } from './next-format';
import { nextStep, type Step } from './next-step';
import { oneFirm, type OneFirm, type OneTotal, totalOf, totalWith, withFigure } from './one-firm';
import { solveField } from './solve-field';

/** A row in question, with what every step of it is worked out from. */
interface Asked {
  readonly ctx: Ranked;
  readonly segment: Segment;
  readonly row: number;
  readonly firm: OneFirm;
  /** Scores of the others ranked in the segment that year. */
  readonly others: Float64Array;
}

/** One way to points: an indicator, or an option of a best-of. */
interface Way {
  readonly indicator: Indicator;
  /** Number of the indicator. */
  readonly at: number;
  readonly option: Naming | null;
  readonly formula: string;
  readonly rule: PlainRule;
  readonly value: number;
  readonly unit: string | null;
}

/**
 * What a firm could earn next, indicator by indicator: the gap to the nearest value that gives more points, in the indicator's own unit and in each single
 * field that could close it, with score and rank after. Others stay as they are. An indicator without weight in the firm's stage is left out.
 */
export function nextSteps(ctx: Ranked, segment: Segment, row: number): NextSteps {
  const { panel, scheme, totals } = ctx;
  const year = panel.year[row]!;
  const view = segmentView(ctx, segment);
  const { rows, ranked } = yearOf(ctx, view, year);
  const others = Float64Array.from(
    rows.subarray(0, ranked).filter((other) => other !== row),
    (other) => totals.score[other]!,
  );
  const asked: Asked = { ctx, segment, row, firm: oneFirm(panel, row), others };
  const found = scheme.indicators.map((indicator, at) => (weightAt(ctx, at, row) > 0 ? stepsOf(asked, indicator, at) : null));
  const rank = rankOf(ctx, view, row);
  return {
    firm: firmKey(panel, row),
    year,
    score: orNull(totals.score[row]!),
    rank: rank > 0 ? rank : null,
    steps: found.flatMap((steps) => steps ?? []).sort((a, b) => placeOf(a) - placeOf(b) || gainOf(b) - gainOf(a)),
    full: found.filter((steps) => steps?.length === 0).length,
  };
}

function placeOf({ step }: NextStep): number {
  return step.is === 'others' ? 1 : step.is === 'missing' ? 2 : 0;
}
function gainOf({ step }: NextStep): number {
  return 'after' in step ? (step.after.gained ?? 0) : 0;
}

/** The steps of one indicator: one, of a best-of one a way; none where it has all its points. */
function stepsOf(asked: Asked, indicator: Indicator, at: number): NextStep[] {
  const { ctx, row } = asked;
  const own = ctx.evaluated.indicators[at]!;
  const points = own.points[row]!;
  const bare = { id: indicator.id, name: indicator.name, group: indicator.group, of: indicator.of };
  if (own.reasons[row] !== 0) {
    const unit = indicator.unit ?? null;
    const step = { is: 'missing', reason: REASONS[own.reasons[row]!]! } as const;
    return [{ ...bare, option: null, value: null, unit, points: null, step }];
  }
  return waysOf(asked, indicator, at).flatMap((way): NextStep[] => {
    const { value, unit, option } = way;
    const step = nextStep(way.rule, { value, points, of: indicator.of, direction: indicator.direction });
    if (step.is === 'full') return [];
    const shown = { ...bare, option, value, unit, points };
    if (step.is === 'others') return [{ ...shown, step }];
    const after = afterwards(asked, totalWith(ctx, row, new Map([[at, step.points]])));
    if (step.is === 'meet') return [{ ...shown, step: { ...step, after } }];
    return [{ ...shown, step: { ...step, gap: step.target - value, after, fields: fieldMoves(asked, way, step) } }];
  });
}

/** An indicator's ways that have a value. */
function waysOf({ ctx, row }: Asked, indicator: Indicator, at: number): Way[] {
  const { rule, formula } = indicator;
  if (rule.is !== 'best-of') {
    const { values } = formulaColumn(ctx.panel, formula!, kindFor(rule), Int32Array.of(row));
    return [{ indicator, at, option: null, formula: formula!, rule, value: values[0]!, unit: indicator.unit ?? null }];
  }
  return rule.options.flatMap((option): Way[] => {
    const { value, reason } = optionPoints(ctx.panel, ctx.evaluated, indicator, option, row);
    if (reason !== 0) return [];
    const unit = ('unit' in option.rule ? option.rule.unit : undefined) ?? indicator.unit ?? null;
    return [{ indicator, at, option: option.name, formula: option.formula, rule: option.rule, value, unit }];
  });
}

function afterwards({ ctx, row, others, segment }: Asked, { evaluated, totals }: OneTotal): Afterwards {
  const score = totals.score[0]!;
  const status = totals.status[0]!;
  // A segment of stages is left with the stage.
  const isInside = segment.stage === undefined || evaluated.stage[0] === ctx.evaluated.stage[row];
  return {
    score: orNull(score),
    gained: orNull(score - ctx.totals.score[row]!),
    rank: status === STATUS.ranked && isInside ? rankAmong(others, score) : null,
    status: STATUSES[status]!,
  };
}

/** The fields of which each could close the gap alone. What a field must become is put in and looked at: only what really earns the points is said. */
function fieldMoves(asked: Asked, { indicator, at, formula }: Way, step: Step & { is: 'reach' }): FieldMove[] {
  const { ctx, row, firm } = asked;
  const tree = treeOf(formula);
  const kindOf = (field: string) => ctx.panel.fields.get(field)?.kind ?? null;
  const numberOf = (part: Formula): number => {
    const column = evaluateFormula(part, firm.panel, Int32Array.of(firm.at));
    return column.kind === 'number' && column.reasons[0] === 0 ? column.values[0]! : NaN;
  };
  const fields = checkFormula(tree, kindOf).reads.flatMap(({ field, back }) => (back === 0 && kindOf(field) === 'number' ? [field] : []));
  const rise = Math.sign(step.target - numberOf(tree)) || 1;
  const wanted = step.strict ? step.target + rise * 4 * slackAt(step.target) : step.target;
  return fields.flatMap((field): FieldMove[] => {
    const now = numberOf({ is: 'field', field });
    const exact = solveField(tree, field, wanted, numberOf);
    if (exact === null || Number.isNaN(now)) return [];
    const to = isCounted(field) ? whole(exact, now) : exact;
    if (to < 0 && isNeverNegative(field)) return [];
    const result = totalOf(ctx, row, withFigure(firm, field, to));
    if (!(result.evaluated.indicators[at]!.points[0]! >= step.points - slackAt(step.points))) return [];
    const others = ctx.scheme.indicators.flatMap((other, number) => {
      if (other === indicator) return [];
      const [before, after] = [ctx.evaluated.indicators[number]!.points[row]!, result.evaluated.indicators[number]!.points[0]!];
      return Object.is(before, after) || Math.abs(before - after) <= slackAt(before) ? [] : [other.name];
    });
    const stage = result.evaluated.stage[0]!;
    return [
      {
        field,
        name: { zh: ctx.nameOf(field).zh, en: ctx.nameOf(field).en },
        now,
        to,
        after: afterwards(asked, result),
        also: others,
        held: ctx.scheme.indicators.flatMap((other) => (comparesFirms(other.rule) && readsField(other, field) ? [other.name] : [])),
        stage: stage === ctx.evaluated.stage[row] ? null : (ctx.scheme.stages[stage]?.name ?? null),
      },
    ];
  });
}

/** Fields counted in whole pieces: nobody hires 0.4 people. */
function isCounted(field: string): boolean {
  return UNITS.get(unitOf(field) ?? '')?.dimension === 'count';
}

/** The whole number at or beyond, seen from now; a hair's breadth is none. */
function whole(exact: number, now: number): number {
  return exact >= now ? Math.ceil(exact - slackAt(exact)) : Math.floor(exact + slackAt(exact));
}

function readsField({ rule, formula }: Indicator, field: string): boolean {
  const formulas = rule.is === 'best-of' ? rule.options.map((option) => option.formula) : [formula!];
  return formulas.some((one) => checkFormula(treeOf(one), () => 'number').reads.some((read) => read.field === field && read.back === 0));
}
