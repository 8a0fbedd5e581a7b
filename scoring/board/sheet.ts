import { rankChange } from '../change';
import { REASONS } from '../column';
import { formulaColumn, treeOf } from '../evaluate';
import { groupCoverage, isIncomplete } from '../incomplete';
import { isAdditive } from '../mean';
import { passVerdicts } from '../pass';
import type { Condition, Naming } from '../scheme/format';
import { scoreRange } from '../score-range';
import { STATUSES, VERDICT } from '../scored';
import { offeredDimensions, segmentValues, valueName } from '../segment';
import { rankSplit } from '../split';
import { rowsOfFirm } from '../year-rows';
import { firmKey, firmName } from './cell';
import type { Ranked } from './context';
import type { FirmSheet, Segment } from './format';
import { countedRank, isTied, rankOf, segmentView, yearOf } from './segment-view';
import { indicatorSheets, weightAt } from './sheet-indicator';
import { wordsOf } from './sheet-words';
import { orNull } from './slice';

const SAID = { [VERDICT.no]: 'no', [VERDICT.yes]: 'yes', [VERDICT.unknown]: 'unknown' } as const;

/**
 * One firm-year explained within a segment: base + bonus − deduction, clipped at 0 and the cap, is the score; groups add up to base and bonus,
 * contributions to their group, the parts of the split to the change. A row outside the segment has no rank in it.
 */
export function makeSheet(ctx: Ranked, row: number, segment: Segment): FirmSheet {
  const { panel, scheme, totals, evaluated } = ctx;
  if (!(row >= 0 && row < panel.rows)) throw new RangeError(`row ${row} is not one of ${panel.rows}`);
  const year = panel.year[row]!;
  const view = segmentView(ctx, segment);
  const of = yearOf(ctx, view, year);
  const rank = rankOf(ctx, view, row);
  const everybody = segmentView(ctx, {});
  const base = totals.base[row]!;
  const bonus = totals.bonus[row]!;
  const deduction = totals.deduction[row]!;
  const passed = passVerdicts(panel, evaluated, totals, Int32Array.of(row), ctx.weights);
  return {
    row,
    firm: firmKey(panel, row),
    name: firmName(panel, row),
    year,
    segments: Object.fromEntries(offeredDimensions(ctx).map((dimension) => [dimension, segmentValues(ctx, dimension, row)])),
    ...chosenNames(ctx, row),
    status: STATUSES[totals.status[row]!]!,
    conditions: conditionsOf(ctx, row),
    score: orNull(totals.score[row]!),
    ...upperEnd(ctx, row),
    rank: rank > 0 ? rank : null,
    ranked: of.ranked,
    tied: isTied(ctx, of, rank),
    overall: rankOf(ctx, everybody, row) || null,
    overallRanked: yearOf(ctx, everybody, year).ranked,
    base,
    bonus,
    deduction,
    before: base + bonus - deduction,
    cap: scheme.cap,
    ...(scheme.means && !isAdditive(scheme) ? { means: scheme.means } : {}),
    coverage: totals.coverage[row]!,
    stage: stageOf(ctx, row),
    passed: passed && SAID[passed[0] as keyof typeof SAID],
    groups: groupsOf(ctx, row),
    indicators: indicatorSheets(ctx, row),
    deductions: deductionsOf(ctx, row),
    change: rankChange(ctx, segment, row),
    split: rankSplitOf(ctx, segment, row),
    history: historyOf(ctx, segment, row),
  };
}

function chosenNames(ctx: Ranked, row: number): Pick<FirmSheet, 'chosen'> {
  const names = segmentValues(ctx, 'chosen', row).flatMap((id) => valueName(ctx, 'chosen', id)?.zh ?? []);
  return names.length > 0 ? { chosen: names } : {};
}

/** The upper end of the score, where intervals of points give it one. */
function upperEnd({ evaluated, weights }: Ranked, row: number): { high?: number } {
  const { low, high } = scoreRange(evaluated, weights, Int32Array.of(row));
  return high[0]! > low[0]! ? { high: high[0]! } : {};
}

/** A split only where there is a change to split: of years that cannot be compared it would be a fiction. */
function rankSplitOf(ctx: Ranked, segment: Segment, row: number): FirmSheet['split'] {
  const { is } = rankChange(ctx, segment, row);
  return is === 'none' || is === 'new' ? null : rankSplit(ctx, segment, row);
}

/** Gates failed, vetoes hit, and either where it could not be checked. */
function conditionsOf(ctx: Ranked, row: number): FirmSheet['conditions'] {
  const list = (
    is: 'gate' | 'veto',
    conditions: readonly Condition[],
    verdicts: readonly Uint8Array[],
    fine: number,
  ): FirmSheet['conditions'] =>
    conditions.flatMap(({ name, formula }, at) => {
      const verdict = verdicts[at]![row]!;
      if (verdict === fine) return [];
      return [{ is, name, verdict: SAID[verdict as keyof typeof SAID], words: wordsOf(ctx, treeOf(formula), row) }];
    });
  const { scheme, evaluated } = ctx;
  return [...list('gate', scheme.gates, evaluated.gates, VERDICT.yes), ...list('veto', scheme.vetoes, evaluated.vetoes, VERDICT.no)];
}

function stageOf({ scheme, evaluated }: Ranked, row: number): Naming | null {
  return scheme.stages[evaluated.stage[row]!]?.name ?? null;
}

function groupsOf(ctx: Ranked, row: number): FirmSheet['groups'] {
  const { scheme, totals } = ctx;
  return scheme.groups.map(({ id, name }, at) => ({
    id,
    name,
    earned: totals.groups[at]![row]!,
    lost: totals.lost[at]![row]!,
    weight: scheme.indicators.reduce((sum, { group }, indicator) => sum + (group === id ? weightAt(ctx, indicator, row) : 0), 0),
    ...(isIncomplete(ctx.evaluated, ctx.weights, id, row)
      ? { incomplete: { present: groupCoverage(ctx.evaluated, ctx.weights, id, row), least: scheme.minimumGroupCoverage! } }
      : {}),
  }));
}

/** Every deduction, those that took nothing too: that they were checked is a fact worth showing. Each before the overall cap. */
function deductionsOf(ctx: Ranked, row: number): FirmSheet['deductions'] {
  return ctx.scheme.deductions.map(({ name, formula, points }, at) => {
    const { reasons } = formulaColumn(ctx.panel, formula, points === undefined ? 'number' : 'truth', Int32Array.of(row));
    return {
      name,
      taken: orNull(ctx.evaluated.deductions[at]![row]!),
      reason: REASONS[reasons[0]!]!,
      words: wordsOf(ctx, treeOf(formula), row),
    };
  });
}

/** Score and rank of every year that has a board, the rank among the segment as it was then. */
function historyOf(ctx: Ranked, segment: Segment, row: number): FirmSheet['history'] {
  const { panel, totals } = ctx;
  const view = segmentView(ctx, segment);
  const rows = rowsOfFirm(panel, panel.firm[row]!);
  return ctx.years.map((year) => {
    const found = rows.find((other) => panel.year[other] === year);
    if (found === undefined) return { year, score: null, rank: null };
    const rank = countedRank(ctx, view, found);
    return { year, score: orNull(totals.score[found]!), rank: rank > 0 ? rank : null };
  });
}
