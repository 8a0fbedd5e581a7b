import type { Pin } from '../../../../scoring/distribution/format';
import type { Locale } from '../../../i18n';
import { brief } from './names';
import type { Written } from './written';

/** Where a pinned firm stands: `芯禾微电子 15.5% · P95 · 第 18 / 407`, and the segment it is drawn in. */
export function pinWords(pin: Pin, written: Written, locale: Locale, segment: string | null = null): string {
  const { t, format } = locale;
  const { value, percentile, rank, n } = pin;
  const said =
    value === null || percentile === null || rank === null
      ? t.distribution_pin_missing(brief(pin.name))
      : t.distribution_pin(
          brief(pin.name),
          written.said(value),
          percentileWords(percentile, locale),
          format.number(rank),
          format.number(n),
        );
  return segment === null ? said : t.distribution_pin_in(said, segment);
}

/** A share at or below as a percentile. Rounded down, so that only who has nobody above reads 100. */
export function percentileWords(share: number, { format }: Locale): string {
  return format.number(Math.floor(share * 100 + 1e-9));
}

/** What is said of a pinned firm in a picture, behind its name. */
export function pinLabelWords({ name, value, percentile, rank, n }: Pin, written: Written, locale: Locale): { name: string; more: string } {
  const { t, format } = locale;
  if (value === null || percentile === null || rank === null) return { name: brief(name), more: '' };
  return {
    name: brief(name),
    more: t.distribution_pin_more(written.said(value), percentileWords(percentile, locale), format.number(rank), format.number(n)),
  };
}
