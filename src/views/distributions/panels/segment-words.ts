import type { Range, SegmentRow, SegmentsAnswer } from '../../../../scoring/distribution/format';
import type { HistogramsWords } from '../../../charts/segment-histograms';
import type { SegmentsWords } from '../../../charts/segment-rows';
import type { Locale } from '../../../i18n';
import { brief, countWords, partName } from './names';
import type { PanelAbout } from './panel';
import { pinLabelWords } from './pin-words';
import type { Written } from './written';

/** Words of the shapes of segments. */
export function segmentsWords(
  answer: SegmentsAnswer,
  written: Written,
  about: PanelAbout,
  locale: Locale,
): SegmentsWords & { readonly range: (range: Range) => string } {
  const { t } = locale;
  return {
    tick: written.tick,
    unit: written.unit,
    range: written.range,
    beyond: (count) => t.distribution_beyond(locale.format.number(count)),
    row: (row) => {
      const { p50, n } = row.figures;
      const said = p50 === null ? t.distribution_nothing : t.distribution_mark_median(written.said(p50));
      return t.distribution_told(rowName(row, answer, about, locale), t.distribution_facts([countWords(n, about, locale), said]));
    },
    pin: (pin) => pinLabelWords(pin, written, locale),
    nothing: t.distribution_nothing,
  };
}

/** A row as the pointer is told of it; the total is everybody. */
function rowName(row: SegmentRow, { by, total }: SegmentsAnswer, about: PanelAbout, locale: Locale): string {
  if (row === total) return locale.t.distribution_segments_total[about.year === null ? 'years' : 'firms'];
  return brief(partName(by, row, locale));
}

/** Words of small histograms. */
export function histogramsWords({ by }: SegmentsAnswer, written: Written, about: PanelAbout, locale: Locale): HistogramsWords {
  const { t, format } = locale;
  return {
    name: (row) => partName(by, row, locale),
    n: (count) => format.number(count),
    figure: written.said,
    bin: (from, to, count) => t.distribution_told(written.span(from, to), countWords(count, about, locale)),
    beyond: (count) => t.distribution_beyond(format.number(count)),
    none: ({ figures }) => (figures.n === 0 ? t.distribution_nothing : t.distribution_refusal.too_few),
  };
}
