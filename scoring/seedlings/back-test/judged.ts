import { atLeast, type Chances, hypergeometric, sumOf } from '../../statistics/hypergeometric';
import { wilson } from '../../statistics/wilson';
import type { Ranker, RankerId } from '../format';
import { type Choice, choiceOf } from './measures-of-choice';
import { SLACK } from '../grown';
import { FATE } from './outcome';
import type { Scores } from './rankers';

/** One way of choosing in one year: what is shown of it, and what pooling needs. */
export interface Judged {
  readonly ranker: Ranker;
  /** null where it could not be had. */
  readonly choice: Choice | null;
  readonly firms: Int32Array;
  readonly k: number;
  readonly positives: number;
}

/** Judges one way of choosing k of some firms by what became of them. */
export function judge(id: RankerId, given: Scores[RankerId], firms: Int32Array, fates: Uint8Array, k: number): Judged {
  const came = fates.map((fate) => (fate === FATE.came ? 1 : 0));
  const positives = came.reduce((sum, one) => sum + one, 0);
  const judged = typeof given === 'string' ? 0 : given.reduce((sum, score) => sum + (Number.isNaN(score) ? 0 : 1), 0);
  const choice = typeof given === 'string' || positives === 0 ? null : choiceOf(given, came, k);
  const rest = { choice, firms, k, positives };
  if (!choice) return { ...rest, ranker: lackingRanker(id, judged, typeof given === 'string' ? given : 'too_few') };
  const counts = { drawn: k, expected: (k * positives) / firms.length, positives, effective: k };
  const chances = hypergeometric(firms.length, positives, k);
  return { ...rest, ranker: { ...figuresOf(id, judged, choice, counts), chance: chanceOf(chances, choice.hits) } };
}

/** All years of one way of choosing together; of the years it could be had in. `overlaps`: the windows do, and no chance is given. */
export function pool(years: readonly Judged[], overlaps: boolean): Ranker {
  const had = years.filter((one): one is Judged & { readonly choice: Choice } => one.choice !== null);
  const first = years[0]!.ranker;
  if (had.length === 0) return first;
  const sum = (of: (one: Judged & { readonly choice: Choice }) => number): number => had.reduce((all, one) => all + of(one), 0);
  const drawn = sum(({ k }) => k);
  const positives = sum((one) => one.positives);
  const pairs = (one: Judged): number => one.positives * (one.firms.length - one.positives);
  const choice = {
    hits: sum((one) => one.choice.hits),
    averagePrecision: sum((one) => one.positives * one.choice.averagePrecision) / positives,
    auc: sum((one) => (pairs(one) > 0 ? pairs(one) * one.choice.auc : 0)) / sum(pairs),
  };
  const expected = sum((one) => (one.k * one.positives) / one.firms.length);
  const figures = figuresOf(
    first.id,
    sum((one) => one.choice.judged),
    choice,
    { drawn, expected, positives, effective: effectiveOf(had, drawn) },
  );
  if (overlaps) return { ...figures, chance: null };
  const all = had.map((one) => hypergeometric(one.firms.length, one.positives, one.k)).reduce(sumOf);
  return { ...figures, chance: chanceOf(all, choice.hits) };
}

/** Hits of a shared tie are no whole number: the chance is that of the whole ones among them. */
function chanceOf(chances: Chances, hits: number): number {
  return atLeast(chances, Math.floor(hits + SLACK));
}

/** Kish's effective number of choices: the same firm chosen in several years counts little more than once, as its years are not independent. */
function effectiveOf(years: readonly { readonly choice: Choice; readonly firms: Int32Array }[], drawn: number): number {
  const times = new Map<number, number>();
  for (const { choice, firms } of years)
    choice.shares.forEach((share, i) => {
      if (share > 0) times.set(firms[i]!, (times.get(firms[i]!) ?? 0) + share);
    });
  let squares = 0;
  for (const count of times.values()) squares += count * count;
  return Math.min(drawn, (drawn * drawn) / squares);
}

interface Counts {
  readonly drawn: number;
  /** Hits of a blind draw. */
  readonly expected: number;
  readonly positives: number;
  /** Choices the interval is taken over. */
  readonly effective: number;
}

function figuresOf(
  id: RankerId,
  judged: number,
  choice: Pick<Choice, 'hits' | 'averagePrecision' | 'auc'>,
  { drawn, expected, positives, effective }: Counts,
): Omit<Ranker, 'chance'> {
  const precision = choice.hits / drawn;
  const base = expected / drawn;
  const { low, high } = wilson(precision * effective, effective);
  return {
    id,
    lacking: null,
    judged,
    hits: choice.hits,
    precision,
    recall: choice.hits / positives,
    lift: choice.hits / expected,
    low,
    high,
    liftLow: low / base,
    liftHigh: high / base,
    averagePrecision: choice.averagePrecision,
    auc: Number.isNaN(choice.auc) ? null : choice.auc,
  };
}

function lackingRanker(id: RankerId, judged: number, lacking: NonNullable<Ranker['lacking']>): Ranker {
  const none = { hits: null, precision: null, recall: null, lift: null, low: null, high: null, liftLow: null, liftHigh: null };
  return { id, lacking, judged, ...none, averagePrecision: null, auc: null, chance: null };
}
