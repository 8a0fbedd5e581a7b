import type { Quantiles, SpreadAnswer } from '../../../../scoring/distribution/format';
import type { Locale } from '../../../i18n';
import { missingWord } from './account-words';
import { countWords, measureName, whoWords } from './names';
import { type PanelAbout, SMALL } from './panel';
import { writtenOf, type Written } from './written';

/** How figures of this chart are written. */
export function spreadWritten({ measure, all }: SpreadAnswer, { currency }: PanelAbout, locale: Locale): Written {
  return writtenOf(measure, [all.p10, all.p25, all.p50, all.p75, all.p90], currency, locale);
}

/** Where half of the firms lie, and which tail is long. */
export function spreadFinding(answer: SpreadAnswer, about: PanelAbout, locale: Locale): string {
  const { t, format } = locale;
  const { measure, account, all } = answer;
  const name = measureName(measure, locale);
  const who = whoWords(about, locale);
  const written = spreadWritten(answer, about, locale);
  const count = countWords(all.n, about, locale);
  const { p25, p50, p75, p90 } = all;
  if (p25 === null || p50 === null || p75 === null || p90 === null) return t.distribution_spread_none(name, who);
  if (all.n === 1) return t.distribution_spread_one(name, count, written.said(p50));
  if (isAllEqual(answer)) return t.distribution_spread_equal(name, count, written.said(p50));
  if (all.n < SMALL) return t.distribution_spread_few(name, count, written.said(p50));
  if (account.zero * 2 >= account.present)
    return t.distribution_spread_zero(format.percent(account.zero / account.present), who, written.said(p90));
  if (p25 === p75) return t.distribution_spread_same(who, written.said(p50));
  return t.distribution_spread_half(who, written.span(p25, p75), t.distribution_tail[tailOf(all)]);
}

/** A rule that finds no width has found no difference, unless zeros stand apart from one other figure. */
function isAllEqual({ account, all, bars }: SpreadAnswer): boolean {
  if (account.zero > 0) return account.zero === account.present;
  return bars.rule === 'one' && all.p5 === all.p95;
}

/**
 * Which tail is longer, by Kelly's coefficient of P10, P50 and P90, (P90 + P10 − 2·P50) ÷ (P90 − P10): from 0.15 longer, from 0.3 long.
 * An exponential distribution has 0.46.
 */
export function tailOf({ p10, p50, p90 }: Quantiles): keyof Locale['t']['distribution_tail'] {
  if (p10 === null || p50 === null || p90 === null || p90 === p10) return 'even';
  const lean = (p90 + p10 - 2 * p50) / (p90 - p10);
  if (Math.abs(lean) < 0.15) return 'even';
  return lean > 0 ? (lean < 0.3 ? 'right' : 'right_long') : lean > -0.3 ? 'left' : 'left_long';
}

/** The chart in sentences, for who does not see it. */
export function spreadSummary(answer: SpreadAnswer, about: PanelAbout, locale: Locale): string {
  const { t, format } = locale;
  const { measure, all, selected, bars } = answer;
  const written = spreadWritten(answer, about, locale);
  const { p10, p25, p50, p75, p90, mean } = all;
  const peak = bars.all.bins.indexOf(Math.max(...bars.all.bins));
  const { zero, below, above } = bars.all;
  const parts = [
    t.distribution_spread_summary(
      measureName(measure, locale),
      countWords(all.n, about, locale),
      missingWord(measure, locale),
      format.number(all.missing),
    ),
    ...(p10 !== null && p25 !== null && p50 !== null && p75 !== null && p90 !== null
      ? [
          t.distribution_spread_summary_quantiles(
            written.said(p50),
            written.span(p25, p75),
            written.said(p10),
            written.said(p90),
            written.said(mean),
          ),
        ]
      : []),
    ...((bars.all.bins[peak] ?? 0) > 0
      ? [
          t.distribution_spread_summary_peak(
            written.span(bars.edges[peak]!, bars.edges[peak + 1]!),
            countWords(bars.all.bins[peak]!, about, locale),
          ),
        ]
      : []),
    ...(zero + below + above > 0
      ? [t.distribution_spread_summary_apart(format.number(zero), format.number(below), format.number(above))]
      : []),
    ...selectedSummary(selected, written, about, locale),
  ];
  return t.distribution_sentences(parts);
}

/** What is selected, in a sentence; nothing where nothing is. */
export function selectedSummary(selected: Quantiles | null, written: Written, about: PanelAbout, locale: Locale): string[] {
  if (selected === null) return [];
  const { t } = locale;
  if (selected.p50 === null) return [t.distribution_selected_none];
  return [t.distribution_selected_summary(countWords(selected.n, about, locale), written.said(selected.p50))];
}
