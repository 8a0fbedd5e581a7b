import type { MeasureFacts, Pin, SpreadAnswer } from '../../../../scoring/distribution/format';
import type { BarsWords } from '../../../charts/distribution-bars';
import type { DensityWords } from '../../../charts/distribution-density';
import type { EcdfWords } from '../../../charts/distribution-ecdf';
import type { StripWords } from '../../../charts/distribution-strip';
import type { Special } from '../../../charts/spread-plan';
import type { Locale } from '../../../i18n';
import { missingWord } from './account-words';
import { brief, countWords } from './names';
import type { PanelAbout } from './panel';
import { pinLabelWords } from './pin-words';
import type { Written } from './written';

/** What a bar of its own is called. */
export function specialWord(is: Special, measure: MeasureFacts, locale: Locale): string {
  return is === 'missing' ? missingWord(measure, locale) : locale.t.distribution_row[is];
}

/** A count, and how many of it are selected where anything is. */
function countSaid(count: number, selected: number | null, about: PanelAbout, locale: Locale): string {
  const all = countWords(count, about, locale);
  return selected === null ? all : locale.t.distribution_count_selected(all, locale.format.number(selected));
}

export type SpreadWords = BarsWords & EcdfWords & DensityWords & StripWords;

/** Words in the pictures of a spread, whatever its mode. */
export function spreadWords({ measure }: SpreadAnswer, written: Written, about: PanelAbout, locale: Locale): SpreadWords {
  const { t, format } = locale;
  const firms = about.year === null ? 'years' : 'firms';
  return {
    tick: written.tick,
    unit: written.unit,
    range: written.range,
    count: (count) => format.number(count),
    firms: t.distribution_axis_count[firms],
    missing: missingWord(measure, locale),
    zero: t.distribution_row.zero,
    below: (edge) => t.distribution_below(written.said(edge)),
    above: (edge) => t.distribution_at_least(written.said(edge)),
    bin: (from, to, count, selected) => t.distribution_told(written.span(from, to), countSaid(count, selected, about, locale)),
    apart: (is, count, selected) => t.distribution_told(specialWord(is, measure, locale), countSaid(count, selected, about, locale)),
    p10: (value) => t.distribution_mark_p10(written.said(value)),
    median: (value) => t.distribution_mark_median(written.said(value)),
    p90: (value) => t.distribution_mark_p90(written.said(value)),
    pin: (pin: Pin) => pinLabelWords(pin, written, locale),
    nothing: t.distribution_nothing,
    share: (share) => format.percent(share),
    shareOfFirms: t.distribution_axis_share[firms],
    all: t.distribution_quantile_row.all,
    selected: t.distribution_quantile_row.selected,
    bandwidth: (width) => t.distribution_mark_bandwidth(written.apart(width)),
    refused: t.distribution_no_density,
    firm: (name, value) => t.distribution_told(brief(name), written.said(value)),
  };
}
