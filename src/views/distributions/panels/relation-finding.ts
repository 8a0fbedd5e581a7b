import type { RelationAnswer } from '../../../../scoring/distribution/format';
import type { Locale } from '../../../i18n';
import { answerWords, countWords, measureName, refusalWords } from './names';
import { type PanelAbout, SMALL } from './panel';
import { writtenOf, type Written } from './written';

/** How figures on both axes are written. */
export function relationWritten(
  { x, y, medians, xEdges, yEdges }: RelationAnswer,
  { currency }: PanelAbout,
  locale: Locale,
): { readonly x: Written; readonly y: Written } {
  const [across, up] = [medians.map((bin) => bin.x), medians.map(({ median }) => median)];
  return {
    x: writtenOf(x, across.length > 0 ? across : xEdges, currency, locale),
    y: writtenOf(y, up.length > 0 ? up : yEdges, currency, locale),
  };
}

/** Words for a coefficient by its size: below 0.1 none, then weak, moderate from 0.3, fair from 0.5, strong from 0.7. */
export function strengthOf(value: number): 'none' | 'weak' | 'moderate' | 'fair' | 'strong' {
  const size = Math.abs(value);
  return size < 0.1 ? 'none' : size < 0.3 ? 'weak' : size < 0.5 ? 'moderate' : size < 0.7 ? 'fair' : 'strong';
}

/** Whether two measures go together, how closely, and Spearman's coefficient. Nothing is said of why. */
export function relationFinding(answer: RelationAnswer, about: PanelAbout, locale: Locale): string {
  const { t } = locale;
  const [x, y] = [measureName(answer.x, locale), measureName(answer.y, locale)];
  const { spearman } = answer;
  if (spearman.value === null) {
    const why = answer.account.present === 0 ? t.distribution_relation_nobody : refusalWords(spearman.reason, locale);
    return t.distribution_relation_refused(x, y, why);
  }
  const rho = answerWords(spearman, 2, locale);
  if (spearman.n < SMALL) return t.distribution_relation_few(x, y, countWords(spearman.n, about, locale), rho);
  const strength = strengthOf(spearman.value);
  if (strength === 'none') return t.distribution_relation_none(x, y, rho);
  const say = spearman.value > 0 ? t.distribution_relation_up : t.distribution_relation_down;
  return say[strength](x, y, rho);
}

/** The chart in sentences, for who does not see it. */
export function relationSummary(answer: RelationAnswer, about: PanelAbout, locale: Locale): string {
  const { t } = locale;
  const written = relationWritten(answer, about, locale);
  const { pearson, spearman, kendall, selected, medians, account } = answer;
  const said = (one: typeof kendall): string =>
    one === null ? t.distribution_relation_no_kendall : one.value === null ? refusalWords(one.reason, locale) : answerWords(one, 2, locale);
  const [first, last] = [medians[0], medians.at(-1)];
  return t.distribution_sentences([
    t.distribution_relation_summary(countWords(account.present, about, locale), said(pearson), said(spearman), said(kendall)),
    ...(first && last && first !== last
      ? [
          t.distribution_relation_summary_medians(
            written.x.span(first.from, first.to),
            written.y.said(first.median),
            written.x.span(last.from, last.to),
            written.y.said(last.median),
          ),
        ]
      : []),
    ...(selected ? [t.distribution_relation_summary_selected(said(selected))] : []),
  ]);
}
