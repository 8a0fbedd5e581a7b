import type { Ranked } from '../../board/context';
import { panelYears } from '../../panel';
import type { BackTest, BackTestAsk, BackTestCheck, Ranker } from '../format';
import { decisionDate } from './available';
import type { Tested } from './back-test';
import { FATE, lastYears, rowByFirm } from './outcome';
import { restatedCells } from './restated';

/** More firms than this left out for want of a figure of the end are a choice made by what came later. */
const MOST_LOST = 0.05;
/** A lift that moves by more than this when the base year is left out hangs on the noise of that year. */
const MOST_MOVED = 0.25;

/** What the checks are asked of beside the years. */
export interface Found {
  readonly pooled: Ranker;
  readonly otherWay: Ranker | null;
  readonly overlapping: boolean;
  readonly alarm: boolean;
  readonly highest: number;
}

type Check = readonly [ok: boolean, given: string];

/** Every self check, each counted from what was done: see docs/method/back-test.md for what each `given` is. */
export function checksOf(ctx: Ranked, ask: BackTestAsk, tested: readonly Tested[], found: Found): BackTest['checks'] {
  const done: Readonly<Record<BackTestCheck, Check>> = {
    universe_fixed: universeFixed(tested),
    exits_counted: exitsCounted(ctx, ask, tested),
    nothing_later: nothingLater(tested),
    fitted_before: fittedBefore(ctx, ask, tested),
    base_year: baseYear(ask, found),
    lift: [!found.alarm, found.highest.toFixed(2)],
    survivors_only: survivorsOnly(ctx),
    // What share of all firms the files hold, no file says.
    applicants_only: [false, String(Math.max(...tested.map(({ universe }) => universe.segment.length)))],
    overlap: [!found.overlapping, String(ask.horizon)],
    revised: revised(ctx, ask),
  };
  return Object.entries(done).map(([id, [ok, given]]) => ({ id: id as BackTestCheck, ok, given }));
}

/** Given: firms left out because a figure of the end is missing. */
function universeFixed(tested: readonly Tested[]): Check {
  let [lost, inside] = [0, 0];
  let addsUp = true;
  for (const { universe, shown } of tested) {
    lost += universe.unknownEnd;
    inside += shown.universe;
    if (shown.universe + shown.unknown + shown.barred !== shown.firms) addsUp = false;
  }
  return [addsUp && lost <= MOST_LOST * (lost + inside), String(lost)];
}

/** Given: firms of the universes without a row at the end. All of them are there, and none came true. */
function exitsCounted({ panel }: Ranked, { horizon }: BackTestAsk, tested: readonly Tested[]): Check {
  let gone = 0;
  let areLeft = true;
  for (const { universe } of tested) {
    const atEnd = rowByFirm(panel, universe.asOf + horizon);
    universe.firm.forEach((firm, i) => {
      if (atEnd[firm]! >= 0) return;
      gone++;
      if (universe.fate[i] !== FATE.left) areLeft = false;
    });
  }
  return [areLeft && gone === tested.reduce((sum, { shown }) => sum + shown.exits, 0), String(gone)];
}

/** Given: the newest year that was seen by any choice, or by what it was made on. */
function nothingLater(tested: readonly Tested[]): Check {
  let newest = -Infinity;
  let ok = true;
  for (const { universe, boards } of tested) {
    const last = Math.max(...boards.map(({ panel }) => panelYears(panel).at(-1)!));
    if (last > universe.asOf) ok = false;
    newest = Math.max(newest, last);
  }
  return [ok, String(newest)];
}

/** Given: what may have been made with knowledge of the years tested: `scheme` and its day, `draft`, or `chosen` firms. Empty of none. */
function fittedBefore({ scheme, draft }: Ranked, { segment }: BackTestAsk, tested: readonly Tested[]): Check {
  if (draft !== null) return [false, `draft ${draft}`];
  if (segment.chosen !== undefined) return [false, 'chosen'];
  const { from } = scheme.effective;
  const isLater = from !== null && from > decisionDate(tested[0]!.universe.asOf);
  return [!isLater, isLater ? `scheme ${from}` : ''];
}

/** Given: the pooled lift of the rule with the base year and without; a dash where there is none. */
function baseYear({ embargo }: BackTestAsk, { pooled, otherWay }: Found): Check {
  const [with_, without] = embargo ? [otherWay?.lift, pooled.lift] : [pooled.lift, otherWay?.lift];
  const shown = (lift: number | null | undefined): string => (lift === null || lift === undefined ? '–' : lift.toFixed(2));
  const ok = typeof with_ === 'number' && typeof without === 'number' && Math.abs(with_ - without) <= MOST_MOVED * with_;
  return [ok, `${shown(with_)} ${shown(without)}`];
}

/** Given: firms that are no longer there in the last year. None of them: the files hold survivors only. */
function survivorsOnly({ panel }: Ranked): Check {
  const end = panelYears(panel).at(-1)!;
  const gone = lastYears(panel).reduce((sum, year) => sum + (year > 0 && year < end ? 1 : 0), 0);
  return [gone > 0, String(gone)];
}

/** Given: figures that a later file states otherwise; empty where no file states a figure of an earlier year, so that nobody can know. */
function revised({ panel }: Ranked, { setting, outcome }: BackTestAsk): Check {
  const restated = restatedCells(panel, [setting.field, ...(outcome.is === 'high_growth' ? [outcome.field] : [])]);
  return restated === null ? [false, ''] : [restated === 0, String(restated)];
}
