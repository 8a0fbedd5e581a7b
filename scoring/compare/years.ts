import type { Ranked } from '../board/context';
import type { Segment } from '../board/format';
import { indicatorsWith } from '../change';
import { yearRows } from '../year-rows';
import { summarise } from './comparison';
import type { YearAgreement, YearsRefusal } from './format';
import { pairFirms } from './pairs';

/** Every year that has a board, under both versions: the same firms, the same data, two rules. */
export function yearsUnderBoth(a: Ranked, b: Ranked, segment: Segment, k: number): YearAgreement[] {
  return a.years.map((year) => ({ year, summary: summarise(pairFirms({ ranked: a, year }, { ranked: b, year }, segment), k) }));
}

/**
 * Why the scores of two years under one version cannot be held against each other; null where they can. A year in which an indicator has no value of
 * anybody (a growth in the first year loaded, a figure collected from some year on) is scored out of less, so a rise would be of the data, not of the firms.
 */
export function yearsRefusal(ranked: Ranked, from: number, to: number): YearsRefusal | null {
  if (from === to) return { is: 'same_year' };
  const loaded = yearRows(ranked.panel).years;
  for (const year of [from, to]) if (!loaded.includes(year)) return { is: 'not_loaded', year };
  const [before, after] = [indicatorsWith(ranked, from), indicatorsWith(ranked, to)];
  if (before === after) return null;
  const indicators = ranked.scheme.indicators.flatMap(({ name }, at) =>
    before[at] === after[at] ? [] : [{ name, only: before[at] === '1' ? from : to }],
  );
  return { is: 'indicators_differ', indicators };
}
