import { REASONS, type Reason } from '../column';
import { formulaColumn, kindFor } from '../evaluate';
import { applyRule, type PlainRule } from '../rules/apply';
import { isRelative } from '../rules/relative';
import type { Indicator } from '../scheme/format';
import { unitFactor } from '../scheme/units';
import { type TreatmentAdvice, treatmentAdvice } from '../treatment-advice';
import { firmKey, firmName } from './cell';
import type { Ranked } from './context';
import type { Segment } from './format';
import { segmentView, yearOf } from './segment-view';
import { studyBins, type StudyBins } from './study-bins';
import { partOf, pointsOf } from './study-part';

/** What one indicator, or one option of a best-of, is looked at for. */
export interface StudyAsk {
  readonly indicator: string;
  readonly option: string | null;
  readonly year: number;
  readonly segment: Segment;
}

/** How the figures of an indicator are spread over the firms of a segment, and what a rule makes of them. Figures are in `unit`. */
export interface IndicatorStudy extends StudyBins {
  readonly indicator: string;
  readonly option: string | null;
  /** Unit of the figures: the rule's own, null where it has none (stored units then). */
  readonly unit: string | null;
  /** Firms looked at, those with a value, those whose value is 0. */
  readonly firms: number;
  readonly present: number;
  readonly zero: number;
  readonly missing: readonly { readonly reason: Reason; readonly count: number }[];
  /** Of a tiers rule: firms in each tier, by its number, now and under the version it began from (null where that has no tiers). */
  readonly tiers: { readonly now: readonly number[]; readonly before: readonly number[] | null } | null;
  /** Points against figures at places from low to high; empty for tiers, and for rules that depend on the others. */
  readonly curve: readonly { readonly value: number; readonly points: number }[];
  /** What the shape of the figures says for or against a treatment; it only advises. null where the rule compares with nobody. */
  readonly advice: TreatmentAdvice | null;
  /** Sum of the points earned, now and before; of an option that is new, those of its whole indicator. */
  readonly earned: { readonly now: number; readonly before: number };
  /** Firms whose points differ from before: how many up and down, the first of them by name, most moved first. */
  readonly moved: {
    readonly up: number;
    readonly down: number;
    readonly listed: readonly {
      readonly firm: string;
      readonly name: string;
      readonly value: number | null;
      readonly before: number | null;
      readonly after: number | null;
    }[];
  };
}

const LISTED = 100;
const CURVE = 60;

/** Looks at an indicator of `now` over the firms of one segment and year; `before` is the version it is held against, which may lack it. null where there is no such indicator or option. */
export function studyIndicator(now: Ranked, before: Ranked, { indicator: id, option, year, segment }: StudyAsk): IndicatorStudy | null {
  const part = partOf(now.scheme, id, option);
  if (!part) return null;
  const { indicator, formula, rule } = part;
  const { panel } = now;
  const { rows } = yearOf(now, segmentView(now, segment), year);
  const unit = ('unit' in rule ? rule.unit : undefined) ?? null;
  const factor = unitFactor(unit ?? undefined);
  const { values, reasons } = formulaColumn(panel, formula, kindFor(rule), rows);
  const figures = values.map((value) => value / factor);
  const points = pointsOf(now, part, rows);
  const old = partOf(before.scheme, id, option);
  const oldPoints = old ? pointsOf(before, old, rows) : null;
  // An option that is new competes with the others: what it moves is what the indicator earns, not what it would earn alone.
  const isNewOption = part.isOption && !old;
  const [earned, earnedBefore] = isNewOption
    ? [earnedBy(now, id, rows), earnedBy(before, id, rows)]
    : [points.points, oldPoints?.points ?? null];
  const moves = movesOf(earned ?? points.points, earnedBefore);
  return {
    indicator: id,
    option,
    unit,
    firms: rows.length,
    present: reasons.reduce((count, reason) => count + (reason === 0 ? 1 : 0), 0),
    zero: values.reduce((count, value) => count + (value === 0 ? 1 : 0), 0),
    missing: missingOf(reasons),
    ...studyBins(
      figures.filter((_, at) => reasons[at] === 0),
      edgesOf(rule),
      rule.is === 'log',
    ),
    tiers:
      rule.is === 'tiers'
        ? {
            now: counted(points.hit, rule.tiers.length),
            before: old?.rule.is === 'tiers' ? counted(oldPoints!.hit, old.rule.tiers.length) : null,
          }
        : null,
    curve: curveOf(rule, indicator, figures, reasons, factor),
    advice: isRelative(rule) ? treatmentAdvice(figures.filter((_, at) => reasons[at] === 0)) : null,
    earned: { now: sumOf(earned ?? points.points), before: earnedBefore ? sumOf(earnedBefore) : 0 },
    moved: {
      up: moves.filter(({ by }) => by > 0).length,
      down: moves.filter(({ by }) => by < 0).length,
      listed: moves.slice(0, LISTED).map(({ at }) => ({
        firm: firmKey(panel, rows[at]!),
        name: firmName(panel, rows[at]!),
        value: orNull(figures[at]!),
        before: earnedBefore ? orNull(earnedBefore[at]!) : null,
        after: orNull((earned ?? points.points)[at]!),
      })),
    },
  };
}

/** What a whole indicator earns in some rows; null where the scheme does not have it. */
function earnedBy({ scheme, evaluated }: Ranked, id: string, rows: Int32Array): Float64Array | null {
  const at = scheme.indicators.findIndex((one) => one.id === id);
  return at < 0 ? null : Float64Array.from(rows, (row) => evaluated.indicators[at]!.points[row]!);
}

function movesOf(now: Float64Array, before: Float64Array | null): { readonly at: number; readonly by: number }[] {
  const moves: { at: number; by: number }[] = [];
  for (let at = 0; at < now.length; at++) {
    const by = zeroed(now[at]!) - zeroed(before ? before[at]! : NaN);
    if (Math.abs(by) > 1e-9) moves.push({ at, by });
  }
  return moves.sort((a, b) => Math.abs(b.by) - Math.abs(a.by) || a.at - b.at);
}

function missingOf(reasons: Uint8Array): IndicatorStudy['missing'] {
  const counts = new Map<number, number>();
  for (const reason of reasons) if (reason !== 0) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([reason, count]) => ({ reason: REASONS[reason]!, count }));
}

function counted(hit: Int16Array | null, tiers: number): number[] {
  const counts = new Array<number>(tiers).fill(0);
  for (const tier of hit ?? []) if (tier >= 0) counts[tier]!++;
  return counts;
}

/** The bounds a picture must show. */
function edgesOf(rule: PlainRule): number[] {
  if (rule.is === 'tiers') return rule.tiers.flatMap(({ from }) => (from === null ? [] : [from]));
  if (rule.is === 'linear') return [rule.from, rule.to];
  if (rule.is === 'goalposts') return [rule.low, rule.high];
  if (rule.is === 'log') return [rule.full];
  return rule.is === 'per-unit' && rule.cap !== undefined && rule.perUnit > 0 ? [rule.cap / rule.perUnit] : [];
}

/** What the rule gives along the figures, where a figure alone decides. */
function curveOf(
  rule: PlainRule,
  { of, direction }: Indicator,
  figures: Float64Array,
  reasons: Uint8Array,
  factor: number,
): IndicatorStudy['curve'] {
  if (!['linear', 'log', 'per-unit', 'goalposts'].includes(rule.is)) return [];
  const { low, high } = studyBins(
    figures.filter((_, at) => reasons[at] === 0),
    edgesOf(rule),
    rule.is === 'log',
  );
  if (!(high > low)) return [];
  const at = Float64Array.from({ length: CURVE + 1 }, (_, step) => low + ((high - low) * step) / CURVE);
  const column = { kind: 'number' as const, values: at.map((value) => value * factor), reasons: new Uint8Array(at.length) };
  const never = (): never => {
    throw new Error(`rule ${rule.is} compares with nobody`);
  };
  const { points } = applyRule(rule, column, { of, direction, comparison: never });
  return Array.from(at, (value, step) => ({ value, points: points[step]! }));
}

function sumOf(points: Float64Array): number {
  return points.reduce((sum, point) => sum + zeroed(point), 0);
}

function zeroed(points: number): number {
  return Number.isNaN(points) ? 0 : points;
}

function orNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
