import { firmKey, firmName } from '../../board/cell';
import type { Ranked } from '../../board/context';
import { orderOf } from '../../radix';
import { panelYears } from '../../panel';
import { type BackTest, type BackTestAsk, type BackTestYear, RANKERS, type Ranker } from '../format';
import { decisionDate } from './available';
import { checksOf } from './checks';
import { type Judged, judge, pool } from './judged';
import { FATE, rowByFirm } from './outcome';
import { rankAsOf } from './rank-as-of';
import { type Choose, scoresOf } from './rankers';
import { type Universe, universeOf } from './universe';

/** A lift above this is looked at as a leak first: the best published models find four in ten high-growth firms in their first tenth, a lift of 3.9 (Weinblat 2018). */
const ALARM = 5;

/** A year that was tested. */
export interface Tested {
  readonly universe: Universe;
  /** The rankers in their order, and the rule with the features ended at the other year. */
  readonly judged: readonly Judged[];
  readonly otherWay: Judged | null;
  /** Years of the boards that a choice saw. */
  readonly boards: readonly Ranked[];
  readonly shown: BackTestYear;
}

/** What of an ask cannot be worked with; empty where all can. */
function askProblem({ asOf, horizon, k }: BackTestAsk): string | null {
  if (!(Number.isInteger(horizon) && horizon >= 1)) return `horizon ${horizon}`;
  if (!(Number.isInteger(k) && k >= 1)) return `k ${k}`;
  return asOf.every((year, at) => at === 0 || year > asOf[at - 1]!) ? null : `years ${asOf.join()}`;
}

/**
 * How `choose` would have done: for every as-of year it scores firms on a panel that holds nothing later, the k best are chosen, and what became of them is read from the whole panel. Beside it
 * four ways that anybody could choose by. A year that cannot be tested is refused with its reason. `report` is called after each year. Throws on years that do not ascend, and on a horizon or k
 * below 1.
 */
export function backTest(ctx: Ranked, ask: BackTestAsk, choose: Choose, report?: (done: number, of: number) => void): BackTest {
  const steps = backTestSteps(ctx, ask, choose);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    report?.(value, ask.asOf.length);
  }
}

/** The same, stopping after each year with how many are done: who runs it can be asked something else meanwhile, and give it up. */
export function* backTestSteps(ctx: Ranked, ask: BackTestAsk, choose: Choose): Generator<number, BackTest> {
  const problem = askProblem(ask);
  if (problem) throw new RangeError(`back-test of ${problem}`);
  const boardOf = boards(ctx);
  const tested: Tested[] = [];
  const refused: BackTest['refused'][number][] = [];
  for (const [at, asOf] of ask.asOf.entries()) {
    const found = testYear(ctx, ask, asOf, choose, boardOf);
    if (typeof found === 'string') refused.push({ asOf, why: found });
    else tested.push(found);
    yield at + 1;
  }
  const overlapping = tested.some(({ universe: { asOf } }, at) => at > 0 && tested[at - 1]!.universe.asOf + ask.horizon > asOf);
  const poolOf = (of: (one: Tested) => Judged | null): Judged[] => tested.flatMap((one) => of(one) ?? []);
  const pooled =
    tested.length > 0
      ? RANKERS.map((_, at) =>
          pool(
            poolOf(({ judged }) => judged[at]!),
            overlapping,
          ),
        )
      : [];
  const others = poolOf(({ otherWay }) => otherWay);
  const otherWay = others.length > 0 ? pool(others, overlapping) : null;
  const highest = Math.max(...[...tested.flatMap(({ shown }) => shown.rankers), ...pooled].map(({ lift }) => lift ?? 0));
  const alarm = highest > ALARM;
  return {
    years: tested.map(({ shown }) => shown),
    pooled,
    overlapping,
    alarm,
    checks: tested.length > 0 ? checksOf(ctx, ask, tested, { pooled: pooled[0]!, otherWay, overlapping, alarm, highest }) : [],
    refused,
  };
}

/** Boards as of a year, each made once; null of a year that is not loaded. */
function boards(ctx: Ranked): (year: number) => Ranked | null {
  const loaded = panelYears(ctx.panel);
  const made = new Map<number, Ranked | null>();
  return (year) => {
    if (!made.has(year)) made.set(year, loaded.includes(year) ? rankAsOf(ctx, year) : null);
    return made.get(year)!;
  };
}

function testYear(
  ctx: Ranked,
  ask: BackTestAsk,
  asOf: number,
  choose: Choose,
  boardOf: (year: number) => Ranked | null,
): Tested | BackTest['refused'][number]['why'] {
  const [now, before] = [boardOf(asOf), boardOf(asOf - 1)];
  if (!now) return 'no_base';
  if (!panelYears(ctx.panel).includes(asOf + ask.horizon)) return 'no_horizon';
  const universe = universeOf(ctx, now, asOf, ask);
  const { firm, fate } = universe;
  if (firm.length === 0 && universe.unknown > universe.unknownEnd) return 'no_base';
  if (firm.length < ask.k) return 'too_few';
  if (!fate.includes(FATE.came)) return 'no_positives';
  const scores = (board: Ranked | null, year: number) =>
    scoresOf(board, year, { peers: universe.segment, firms: firm }, ask.setting.field, choose);
  const [own, other] = [scores(now, asOf), scores(before, asOf - 1)];
  const main = ask.embargo ? other : own;
  const judged = RANKERS.map((id) => judge(id, main[id], firm, fate, ask.k));
  const otherWay = ask.embargo || before ? judge('rule', (ask.embargo ? own : other).rule, firm, fate, ask.k) : null;
  const survivors = judgeSurvivors(universe, main.rule, ask.k).ranker;
  const shown = { ...countsOf(universe), rankers: judged.map(({ ranker }) => ranker), survivors, otherWay: otherWay?.ranker ?? null };
  return {
    universe,
    judged,
    otherWay,
    boards: [now, ...(before ? [before] : [])],
    shown: { ...shown, ...chosenFirms(ctx, universe, judged[0]!, main.rule) },
  };
}

function judgeSurvivors({ firm, fate }: Universe, rule: Float64Array | NonNullable<Ranker['lacking']>, k: number): Judged {
  const stayed = Int32Array.from(firm.keys()).filter((i) => fate[i] !== FATE.left);
  return judge(
    'rule',
    typeof rule === 'string' ? rule : Float64Array.from(stayed, (i) => rule[i]!),
    stayed.map((i) => firm[i]!),
    Uint8Array.from(stayed, (i) => fate[i]!),
    k,
  );
}

function countsOf({ asOf, firm, fate, segment, unknown, barred }: Universe) {
  const count = (wanted: number): number => fate.reduce((sum, one) => sum + (one === wanted ? 1 : 0), 0);
  return {
    asOf,
    decision: decisionDate(asOf),
    firms: segment.length,
    universe: firm.length,
    positives: count(FATE.came),
    exits: count(FATE.left),
    review: count(FATE.review),
    unknown,
    barred,
  };
}

const WHY = { [FATE.fell_short]: 'grew_less', [FATE.left]: 'left', [FATE.review]: 'review' } as const;

/** The chosen, best first, by what became of them. */
function chosenFirms(
  { panel }: Ranked,
  { asOf, firm, fate }: Universe,
  { choice }: Judged,
  scores: Float64Array | string,
): Pick<BackTestYear, 'hits' | 'misses'> {
  const hits: BackTestYear['hits'][number][] = [];
  const misses: BackTestYear['misses'][number][] = [];
  if (!choice || typeof scores === 'string') return { hits, misses };
  const rows = rowByFirm(panel, asOf);
  for (const i of orderOf(scores, true)) {
    const share = choice.shares[i]!;
    if (share === 0) break;
    const row = rows[firm[i]!]!;
    const one = { firm: firmKey(panel, row), name: firmName(panel, row), share };
    if (fate[i] === FATE.came) hits.push(one);
    else misses.push({ ...one, why: WHY[fate[i] as keyof typeof WHY] });
  }
  return { hits, misses };
}
