import type { GroupsAnswer, PairOfGroups } from '../../../../scoring/distribution/format';
import type { Locale } from '../../../i18n';
import { brief, byName, partName, refusalWords } from './names';
import type { PanelAbout } from './panel';
import { writtenOf, type Written } from './written';

/** How figures of this chart are written. */
export function groupsWritten({ measure, groups }: GroupsAnswer, { currency }: PanelAbout, locale: Locale): Written {
  const values = groups.flatMap(({ figures }) => [figures.p25, figures.p50, figures.p75]);
  return writtenOf(measure, values, currency, locale);
}

/** Name of a group by its code. */
export function groupName({ by, groups }: GroupsAnswer, value: string, locale: Locale): string {
  return partName(by, groups.find((group) => group.value === value) ?? { value, name: null }, locale);
}

/** The pair that lies furthest apart, higher one first; null where no pair has an effect. */
export function widestPair({
  pairs,
}: GroupsAnswer): (PairOfGroups & { readonly delta: number; readonly size: NonNullable<PairOfGroups['size']> }) | null {
  let widest: ReturnType<typeof widestPair> = null;
  for (const pair of pairs) {
    const { size, cliff } = pair;
    if (cliff.value === null || size === null) continue;
    if (!widest || Math.abs(cliff.value) > Math.abs(widest.delta)) widest = { ...pair, delta: cliff.value, size };
  }
  return widest;
}

/** How far two groups lie apart, by Cliff's δ and its usual words. */
export function groupsFinding(answer: GroupsAnswer, _about: PanelAbout, locale: Locale): string {
  const { t, format } = locale;
  const { groups, pairs, by } = answer;
  if (groups.length < 2 || pairs.length === 0) return t.distribution_groups_none(byName(by, locale));
  const widest = widestPair(answer);
  const nameOf = (value: string): string => brief(groupName(answer, value, locale));
  if (!widest) {
    const { a, b, cliff } = pairs[0]!;
    return t.distribution_groups_refused(nameOf(a), nameOf(b), refusalWords(cliff.reason ?? '', locale));
  }
  const [upper, lower] = widest.delta < 0 ? [widest.b, widest.a] : [widest.a, widest.b];
  const delta = format.number(Math.abs(widest.delta), 2);
  const said = t.distribution_groups_pair[widest.size](nameOf(upper), nameOf(lower), delta);
  return pairs.length === 1 ? said : t.distribution_groups_most(format.number(pairs.length), said);
}

/** The chart in sentences, for who does not see it. */
export function groupsSummary(answer: GroupsAnswer, about: PanelAbout, locale: Locale): string {
  const { t, format } = locale;
  const written = groupsWritten(answer, about, locale);
  const medians = answer.groups.map(({ value, figures }) =>
    t.distribution_groups_median(brief(groupName(answer, value, locale)), written.said(figures.p50), format.number(figures.n)),
  );
  const pairs = answer.pairs.flatMap(({ a, b, a12 }) =>
    a12.value === null
      ? []
      : [
          t.distribution_groups_summary(
            brief(groupName(answer, a, locale)),
            brief(groupName(answer, b, locale)),
            format.percent(a12.value),
          ),
        ],
  );
  return t.distribution_sentences([...(medians.length > 0 ? [t.distribution_groups_medians_summary(medians)] : []), ...pairs.slice(0, 3)]);
}

/** Pairs that are drawn; the rest are in the table. */
export const MOST_PAIRS = 6;

/** Pairs by the size of their effect; those without one last. */
export function widestFirst({ pairs }: GroupsAnswer): readonly PairOfGroups[] {
  const size = ({ cliff }: PairOfGroups): number => (cliff.value === null ? -1 : Math.abs(cliff.value));
  return pairs.toSorted((p, q) => size(q) - size(p));
}

/** What the curves of groups are drawn over: from their lowest figure to half a span of P5 to P95 beyond the highest P95. */
export function groupsDomain({ groups }: GroupsAnswer): { readonly low: number; readonly high: number; readonly isLog: false } {
  const present = groups.filter(({ ecdf, figures }) => ecdf.at.length > 0 && figures.p5 !== null && figures.p95 !== null);
  if (present.length === 0) return { low: 0, high: 1, isLog: false };
  const [p5, p95] = [Math.min(...present.map(({ figures }) => figures.p5!)), Math.max(...present.map(({ figures }) => figures.p95!))];
  const reach = (p95 - p5) / 2;
  const low = Math.max(p5 - reach, Math.min(...present.map(({ ecdf }) => ecdf.at[0]!)));
  return { low, high: Math.min(p95 + reach, Math.max(...present.map(({ ecdf }) => ecdf.at.at(-1)!))), isLog: false };
}
