import { verdicts } from './evaluate';
import type { Panel } from './panel';
import type { Pass } from './scheme/format';
import { groupReach } from './incomplete';
import { sharesMean } from './mean';
import { meanOf } from './mean-total';
import { STATUS, VERDICT, type Evaluated, type Totals, type Weights } from './scored';
import { weightsOf } from './weights/given';
import { slackAt } from './rules/result';

/**
 * Whether each row passes the scheme's line: minimum total, minimum of each group and named indicators above 0, or any one shortcut.
 * VERDICT bytes; null where the scheme has no line. `rows` limits the answer to a few rows, in their order.
 *
 * A part that fails only for missing values (what was lost to them would lift it over) is unknown. A false gate or a true veto is a no whatever
 * the points; an unknown one turns a yes into unknown, and so does an unknown deduction where the total decides.
 */
export function passVerdicts(
  panel: Panel,
  evaluated: Evaluated,
  totals: Totals,
  rows?: Int32Array,
  weights = weightsOf(evaluated.scheme),
): Uint8Array | null {
  const { pass } = evaluated.scheme;
  if (!pass) return null;
  const shortcuts = (pass.anyOf ?? []).map(({ formula }) => verdicts(panel, formula, rows));
  const hasLine = pass.total !== undefined || pass.groups !== undefined || pass.positive !== undefined;
  return Uint8Array.from({ length: rows?.length ?? evaluated.rows }, (_, at) => {
    const row = rows ? rows[at]! : at;
    const status = totals.status[row]!;
    if (status === STATUS.not_scored || status === STATUS.vetoed) return VERDICT.no;
    const line = hasLine ? lineOf(pass, evaluated, totals, row, weights) : VERDICT.no;
    return and(
      openTo(evaluated, row),
      shortcuts.reduce((so, shortcut) => or(so, shortcut[at]!), line),
    );
  });
}

/** Yes where every gate and veto was checked (what they bar is in the status already). */
export function openTo({ gates, vetoes }: Evaluated, row: number): number {
  return [...gates, ...vetoes].some((verdict) => verdict[row] === VERDICT.unknown) ? VERDICT.unknown : VERDICT.yes;
}

function lineOf(pass: Pass, evaluated: Evaluated, totals: Totals, row: number, weights: Weights): number {
  const { scheme, indicators } = evaluated;
  if (Number.isNaN(totals.score[row]!)) return VERDICT.unknown;
  let so: number = VERDICT.yes;
  if (pass.total !== undefined) so = and(so, totalOf(pass.total, pass.exceed === true, evaluated, totals, row, weights));
  scheme.groups.forEach(({ id }, at) => {
    const least = pass.groups && Object.hasOwn(pass.groups, id) ? pass.groups[id] : undefined;
    if (least !== undefined) so = and(so, reaches(totals.groups[at]![row]!, totals.lost[at]![row]!, least));
  });
  scheme.indicators.forEach(({ id }, at) => {
    if (!pass.positive?.includes(id)) return;
    const points = indicators[at]!.points[row]!;
    so = and(so, Number.isNaN(points) ? VERDICT.unknown : points > 0 ? VERDICT.yes : VERDICT.no);
  });
  return so;
}

function totalOf(line: number, exceed: boolean, evaluated: Evaluated, totals: Totals, row: number, weights: Weights): number {
  const { deductions } = evaluated;
  // More could have been earned by what is missing, and more could be taken by a deduction that was not checked.
  const best = bestScore(evaluated, totals, row, weights);
  const meets = (score: number): boolean => (exceed ? score > line + slackAt(line) : score >= line - slackAt(line));
  if (!meets(best)) return VERDICT.no;
  return meets(totals.score[row]!) && !deductions.some((taken) => Number.isNaN(taken[row]!)) ? VERDICT.yes : VERDICT.unknown;
}

/** The score had nothing been lost to missing values. */
export function bestScore(evaluated: Evaluated, totals: Totals, row: number, weights: Weights): number {
  return Math.min(evaluated.scheme.cap ?? Infinity, mostOf(evaluated, totals, row, weights) - totals.deduction[row]!);
}

/** Base and bonus had nothing been lost to missing values. */
function mostOf(evaluated: Evaluated, totals: Totals, row: number, weights: Weights): number {
  const { scheme } = evaluated;
  const mean = sharesMean(scheme.means?.groups);
  const whole = (at: number): number => totals.groups[at]![row]! + totals.lost[at]![row]!;
  const lost = (kind: 'base' | 'bonus'): number =>
    scheme.groups.reduce((sum, group, at) => (group.kind === kind ? sum + totals.lost[at]![row]! : sum), 0);
  if (!mean) return totals.base[row]! + totals.bonus[row]! + totals.lost.reduce((sum, group) => sum + group[row]!, 0);
  const base = scheme.groups.flatMap(({ kind }, at) => (kind === 'base' ? [at] : []));
  const most = meanOf(
    mean,
    base.length,
    (group) => whole(base[group]!),
    (group) => groupReach(evaluated, weights, base[group]!, row),
  );
  return most + totals.bonus[row]! + lost('bonus');
}

function reaches(earned: number, lost: number, least: number): number {
  const line = least - slackAt(least);
  return earned >= line ? VERDICT.yes : earned + lost >= line ? VERDICT.unknown : VERDICT.no;
}

function and(a: number, b: number): number {
  if (a === VERDICT.no || b === VERDICT.no) return VERDICT.no;
  return a === VERDICT.unknown || b === VERDICT.unknown ? VERDICT.unknown : VERDICT.yes;
}

function or(a: number, b: number): number {
  if (a === VERDICT.yes || b === VERDICT.yes) return VERDICT.yes;
  return a === VERDICT.unknown || b === VERDICT.unknown ? VERDICT.unknown : VERDICT.no;
}
