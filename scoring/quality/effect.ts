import type { Ranked } from '../board/context';
import { kindsOf } from '../dictionary';
import { evaluateScheme } from '../evaluate';
import { checkFormula } from '../formula/check';
import { parseFormula } from '../formula/parse';
import type { Panel } from '../panel';
import { rankYear } from '../rank';
import { comparesFirms, readsIndustry } from '../rules/relative';
import type { Scheme } from '../scheme/format';
import { schemeFormulas } from '../scheme/reads';
import { STATUS } from '../scored';
import { total } from '../total';
import { rowsOfYear } from '../year-rows';
import { applyDecisions } from './apply';
import { pickRows } from './edit-panel';
import type { Finding, FindingAction, FindingEffect } from './format';

/** Smaller than any difference a score shows. */
const SAME = 1e-9;

/**
 * What an action on a whole finding does to one year's scores and ranks, everything else left as it is. The finding is about the rows of the
 * scored panel. Only the firms it touches are scored again, from the years the scheme looks back at; where the scheme compares firms with each
 * other (percentile, min-max) all of the year are, and all of the panel where it compares over all years.
 */
export function effectOf(ranked: Ranked, finding: Finding, action: FindingAction, year: number): FindingEffect {
  const { panel, scheme, weights, totals } = ranked;
  const rows = rowsOfYear(panel, year);
  const { fields, back } = readsOf(panel, scheme);
  const kept = rowsToScore(panel, scheme, finding, year, back);
  const place = new Int32Array(panel.rows).fill(-1);
  kept.forEach((row, at) => (place[row] = at));
  const part = partOf(finding, place);
  const applied = applyDecisions(pickRows(panel, kept, fields), [part], [{ finding: part.id, action, reason: '', only: null }]);
  if (applied.excluded + applied.removed + applied.converted === 0) return { scored: 0, ranked: 0, most: 0, turned: 0 };
  const after = total(evaluateScheme(applied.panel, scheme), weights);
  const score = totals.score.slice();
  const status = totals.status.slice();
  for (const row of kept) {
    if (panel.year[row] !== year) continue;
    score[row] = NaN;
    status[row] = STATUS.not_scored;
  }
  for (let at = 0; at < applied.panel.rows; at++) {
    const row = kept[applied.kept ? applied.kept[at]! : at]!;
    if (panel.year[row] !== year) continue;
    score[row] = after.score[at]!;
    status[row] = after.status[at]!;
  }
  return compared(rows, totals, { score, status });
}

type Scores = Pick<Ranked['totals'], 'score' | 'status'>;

function compared(rows: Int32Array, before: Scores, after: Scores): FindingEffect {
  const was = rankYear(rows, before).ranks;
  const is = rankYear(rows, after).ranks;
  let [scored, ranked, most, turned] = [0, 0, 0, 0];
  for (let at = 0; at < rows.length; at++) {
    if (was[at] !== is[at]) ranked++;
    const [old, now] = [before.score[rows[at]!]!, after.score[rows[at]!]!];
    if (Number.isNaN(old) !== Number.isNaN(now)) turned++;
    if (Number.isNaN(old) || Number.isNaN(now)) continue;
    const change = Math.abs(now - old);
    if (change <= SAME * Math.max(1, Math.abs(old))) continue;
    scored++;
    most = Math.max(most, change);
  }
  return { scored: scored + turned, ranked, most, turned };
}

/** Columns of the panel the scheme reads, with those it compares by, and how many years it looks back at most. */
function readsOf(panel: Panel, scheme: Scheme): { readonly fields: readonly string[]; readonly back: number } {
  const fields = new Set(readsIndustry(scheme) ? ['industry', 'industry_code'] : []);
  let most = 0;
  for (const { formula } of schemeFormulas(scheme)) {
    const parsed = parseFormula(formula);
    if (!parsed.ok) throw new Error(`formula ${formula} was not checked`);
    for (const { field, back } of checkFormula(parsed.tree, kindsOf(panel)).reads) {
      fields.add(field).add(`${field}_p${back}`);
      most = Math.max(most, back);
    }
  }
  return { fields: [...fields].filter((field) => panel.fields.has(field)), back: most };
}

/** Ascending rows that must be scored again to know the year's scores. */
function rowsToScore(panel: Panel, scheme: Scheme, finding: Finding, year: number, back: number): Int32Array {
  const isRelative = scheme.indicators.some(({ rule }) => comparesFirms(rule));
  const inReach = (row: number): boolean => panel.year[row]! <= year && panel.year[row]! >= year - back;
  const touched = new Set<number>();
  for (const row of finding.rows) if (inReach(row)) touched.add(panel.firm[row]!);
  const isOfAll = isRelative && scheme.comparison === 'all';
  const rows = new Int32Array(panel.rows);
  let count = 0;
  for (let row = 0; row < panel.rows; row++)
    if (isOfAll || (inReach(row) && (isRelative || touched.has(panel.firm[row]!)))) rows[count++] = row;
  return rows.slice(0, count);
}

/** The part of a finding that falls on some rows, by their places. */
function partOf(finding: Finding, place: Int32Array): Finding {
  const at = Int32Array.from(finding.rows, (_, index) => index).filter((index) => place[finding.rows[index]!]! >= 0);
  return {
    ...finding,
    rows: at.map((index) => place[finding.rows[index]!]!),
    measure: Float64Array.from(at, (index) => finding.measure[index]!),
    factor: Float64Array.from(at, (index) => finding.factor[index]!),
  };
}
