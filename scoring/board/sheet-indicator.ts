import { TAKES_OUT } from '../absence';
import { REASON, REASONS } from '../column';
import { formulaColumn, kindFor, treeOf } from '../evaluate';
import type { Formula } from '../formula/tree';
import { sharesMean } from '../mean';
import { optionPoints } from '../option-points';
import { treatedRows } from '../treated-rows';
import { PEERS, type IndicatorPoints } from '../scored';
import type { Indicator } from '../scheme/format';
import type { Ranked } from './context';
import type { IndicatorSheet, OptionSheet } from './format';
import { peerPlace } from './peers';
import { readsOf, wordsOf } from './sheet-words';
import { parentSheet } from './parent-sheet';
import { orNull } from './slice';

/** The indicators of a row, in the order of the scheme. Contributions of a group add up to the group, points lost to its lost points. */
export function indicatorSheets(ctx: Ranked, row: number): IndicatorSheet[] {
  const { scheme } = ctx;
  const contribution = contributionsOf(ctx, row);
  const lost = shares(ctx, row, (at) => forfeited(ctx, at, row), 'lost');
  return scheme.indicators.map((indicator, at) => {
    const points = ctx.evaluated.indicators[at]!;
    return {
      id: indicator.id,
      name: indicator.name,
      group: indicator.group,
      reason: REASONS[points.reasons[row]!]!,
      points: orNull(points.points[row]!),
      ...ends(ctx, points, row),
      ...(indicator.treatment ? { treatment: indicator.treatment } : {}),
      ...treated(ctx, indicator, points, row),
      of: indicator.of,
      direction: indicator.direction,
      weight: weightAt(ctx, at, row),
      contribution: contribution[at]!,
      lost: lost[at]!,
      rule: { ...indicator.rule },
      hit: points.hit ? points.hit[row]! : -1,
      provenance: indicator.provenance,
      ...explained(ctx, indicator, points.option ? points.option[row]! : -1, row),
    };
  });
}

/** The upper end of an interval of points, and whom the row was compared with, where there is such a thing. */
function ends(
  ctx: Ranked,
  { points, high, wider, parent }: IndicatorPoints,
  row: number,
): Pick<IndicatorSheet, 'high' | 'wider' | 'parent'> {
  return {
    ...(high && high[row]! > points[row]! ? { high: high[row]! } : {}),
    ...(wider ? { wider: wider[row]! } : {}),
    ...(parent ? parentSheet(ctx, row, parent.digits[row]!, parent.firms[row]!) : {}),
  };
}

/** What a treatment did to the row's value; nothing where it left it as it was. */
function treated(ctx: Ranked, indicator: Indicator, { reasons }: IndicatorPoints, row: number): Pick<IndicatorSheet, 'treated'> {
  if (!indicator.treatment || reasons[row] !== REASON.present) return {};
  const found = treatedRows(ctx.panel, ctx.evaluated, indicator, ctx.panel.year[row]!);
  const at = found.rows.indexOf(row);
  if (at < 0) return {};
  return {
    treated: { value: found.after[at]!, isLog: indicator.treatment.log === true, untreated: orNull(found.untreated[at]!) },
  };
}

/** What each indicator of a row contributes; those of a group add up to it. */
export function contributionsOf(ctx: Ranked, row: number): number[] {
  return shares(ctx, row, (at) => earned(ctx, at, row), 'groups');
}

/** Weight of an indicator for the row's stage; 0 for a row without one. */
export function weightAt({ weights, evaluated }: Ranked, at: number, row: number): number {
  return weights[at]![evaluated.stage[row]!] ?? 0;
}

/** What an indicator brings to its group before the group's own factor: by a mean at least the floor, on which what is missing and not skipped stands, too. */
function earned(ctx: Ranked, at: number, row: number): number {
  const { scheme, evaluated } = ctx;
  const { of, group, missing } = scheme.indicators[at]!;
  const { points, reasons } = evaluated.indicators[at]!;
  const isBase = scheme.groups.some(({ id, kind }) => id === group && kind === 'base');
  const floor = (isBase && sharesMean(scheme.means?.indicators)?.floor) || 0;
  const takesPart = reasons[row] === REASON.present || (missing !== 'skip' && !TAKES_OUT.has(reasons[row]!));
  const share = Number.isNaN(points[row]!) ? 0 : points[row]! / of;
  return takesPart ? Math.max(floor, share) * weightAt(ctx, at, row) : 0;
}

/** Weight an indicator loses to a missing value: a skipped one hands its weight to the rest of its group, as long as there is any. */
function forfeited(ctx: Ranked, at: number, row: number): number {
  const { scheme, evaluated } = ctx;
  const isGap = (j: number): boolean => {
    const reason = evaluated.indicators[j]!.reasons[row]!;
    return reason !== REASON.present && !TAKES_OUT.has(reason);
  };
  const indicator = scheme.indicators[at]!;
  if (!isGap(at)) return 0;
  const keeps = (j: number): boolean => isGap(j) && scheme.indicators[j]!.missing !== 'skip' && weightAt(ctx, j, row) > 0;
  const anyKept = scheme.indicators.some((other, j) => other.group === indicator.group && keeps(j));
  return anyKept && !keeps(at) ? 0 : weightAt(ctx, at, row);
}

/** Parts of each group scaled to what the totals say of it: where a skipped weight was shared out, all of a group grow alike. */
function shares({ scheme, totals }: Ranked, row: number, partOf: (at: number) => number, of: 'groups' | 'lost'): number[] {
  const parts = scheme.indicators.map((_, at) => partOf(at));
  const sums = new Map<string, number>();
  scheme.indicators.forEach(({ group }, at) => sums.set(group, (sums.get(group) ?? 0) + parts[at]!));
  const factors = new Map(
    scheme.groups.map(({ id }, at) => {
      const sum = sums.get(id) ?? 0;
      return [id, sum === 0 ? 0 : totals[of][at]![row]! / sum];
    }),
  );
  return parts.map((part, at) => part * factors.get(scheme.indicators[at]!.group)!);
}

/** Value, words, fields read and place among peers; of a best-of the winning option's, before there is one its first's. */
function explained(
  ctx: Ranked,
  indicator: Indicator,
  won: number,
  row: number,
): Pick<IndicatorSheet, 'value' | 'unit' | 'formula' | 'reads' | 'percentile' | 'peers' | 'level' | 'options'> {
  const options = optionSheets(ctx, indicator, won, row);
  const formulas = indicator.rule.is === 'best-of' ? indicator.rule.options.map(({ formula }) => formula) : [indicator.formula!];
  const at = Math.max(0, won);
  const tree = treeOf(formulas[at]!);
  const { value, unit, formula } = options[at] ?? plainValue(ctx, indicator, tree, row);
  const place = value === null ? null : peerPlace(ctx, formulas[at]!, tree, row, value);
  return {
    value,
    unit,
    formula,
    options,
    reads: readsOf(ctx, formulas.map(treeOf), row),
    percentile: place && place.share,
    peers: place && place.n,
    level: place && place.level,
  };
}

function plainValue(
  ctx: Ranked,
  { formula, rule, unit }: Indicator,
  tree: Formula,
  row: number,
): Pick<OptionSheet, 'value' | 'unit' | 'formula'> {
  const { values } = formulaColumn(ctx.panel, formula!, kindFor(rule), Int32Array.of(row));
  return { value: orNull(values[0]!), unit: unit ?? null, formula: wordsOf(ctx, tree, row) };
}

/** Each option with what it would earn alone, so that it can be seen why one of them won. */
function optionSheets(ctx: Ranked, indicator: Indicator, won: number, row: number): OptionSheet[] {
  const { rule } = indicator;
  if (rule.is !== 'best-of') return [];
  return rule.options.map((option, at) => {
    const { value, points, reason, hit, high, wider, parent } = optionPoints(ctx.panel, ctx.evaluated, indicator, option, row);
    const ownUnit = 'unit' in option.rule ? option.rule.unit : undefined;
    return {
      id: option.id,
      name: option.name,
      won: at === won,
      value: orNull(value),
      unit: ownUnit ?? indicator.unit ?? null,
      reason: REASONS[reason]!,
      points: orNull(points),
      ...(high > points ? { high } : {}),
      ...(wider === PEERS.within ? {} : { wider }),
      ...(parent ? parentSheet(ctx, row, parent.digits, parent.firms) : {}),
      hit,
      formula: wordsOf(ctx, treeOf(option.formula), row),
    };
  });
}
