import type { BackTestYear, Ranker } from '../../../scoring/seedlings/format';
import type { Locale } from '../../i18n';

/** Chances below this are said to be below it. */
const LEAST_SAID = 1e-4;

/** What came of the choice of one year, hits and misses first; then how it compares with chance and the best baseline. Nothing is said of what could not be had. */
export function backTestWords(year: BackTestYear, { t, format }: Locale): readonly string[] {
  const rule = year.rankers.find(({ id }) => id === 'rule');
  const count = (n: number): string => format.short(n, 1);
  const times = (lift: number): string => format.number(lift, 2);
  // Where a tie at the cut is shared, firms count in part.
  const shareOf = (firms: readonly { readonly share: number }[]): number => firms.reduce((sum, { share }) => sum + share, 0);
  const [hits, misses] = [shareOf(year.hits), shareOf(year.misses)];
  const best = bestBaseline(year.rankers);
  return [
    t.back_said(year.asOf, count(hits + misses), count(hits), count(misses)),
    ...(year.universe > 0
      ? [t.back_said_base(count(year.universe), count(year.positives), format.percent(year.positives / year.universe, 1))]
      : []),
    ...(rule && rule.lift !== null && rule.liftLow !== null && rule.liftHigh !== null
      ? [t.back_said_lift(times(rule.lift), times(rule.liftLow), times(rule.liftHigh))]
      : []),
    ...(best && best.lift !== null ? [t.back_said_best(t.back_ranker[best.id], times(best.lift))] : []),
    ...(rule && best && overlaps(rule, best) ? [t.back_said_overlap] : []),
    ...(rule && rule.chance !== null ? [t.back_said_chance(chanceWords(rule.chance, format))] : []),
  ];
}

/** The baseline with the greatest lift; a blind choice is none. */
function bestBaseline(rankers: readonly Ranker[]): Ranker | null {
  return rankers
    .filter(({ id, lift }) => id !== 'rule' && id !== 'random' && lift !== null)
    .reduce<Ranker | null>((best, one) => (best === null || one.lift! > best.lift! ? one : best), null);
}

function overlaps(a: Ranker, b: Ranker): boolean {
  return (
    a.liftLow !== null &&
    a.liftHigh !== null &&
    b.liftLow !== null &&
    b.liftHigh !== null &&
    a.liftLow <= b.liftHigh &&
    b.liftLow <= a.liftHigh
  );
}

/** A chance of nearly nothing is not none. */
function chanceWords(chance: number, format: Locale['format']): string {
  return chance < LEAST_SAID ? `< ${format.percent(LEAST_SAID, 2)}` : format.percent(chance, chance < 0.1 ? 2 : 0);
}
