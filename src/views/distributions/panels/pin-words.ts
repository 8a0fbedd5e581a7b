import type { Pin } from '../../../../scoring/distribution/format';
import type { Locale } from '../../../i18n';
import { brief } from './names';
import type { PanelAbout } from './panel';
import { writtenOf, type Written } from './written';

/** Where a pinned firm stands: `芯禾微电子 15.5% · P95 · 第 18 / 407`, the segment it is drawn in, and how far the next tier is. */
export function pinWords(pin: Pin, written: Written, about: PanelAbout, locale: Locale, segment: string | null = null): string {
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
  const placed = segment === null ? said : t.distribution_pin_in(said, segment);
  return pin.next === null ? placed : t.distribution_pin_in(placed, nextWords(pin.next, about, locale));
}

/** The next tier by its bound, how far the firm is from it, and the points it brings: `研发强度下一档 ≥ 10%，差 4 个百分点，该指标多 5 分`. */
function nextWords(next: NonNullable<Pin['next']>, { currency }: PanelAbout, locale: Locale): string {
  const { t, format } = locale;
  const indicator = locale.name(next.indicator);
  if (next.is === 'full') return t.distribution_pin_full(indicator);
  const { threshold, gap, strict, points } = next;
  const written = writtenOf(next.of, [threshold - gap, threshold], currency, locale);
  const isUp = gap > 0 || (gap === 0 && strict);
  const sign = isUp ? (strict ? '>' : '≥') : strict ? '<' : '≤';
  return t.distribution_pin_next(indicator, `${sign} ${written.said(threshold)}`, written.apart(gap), format.short(points, 2));
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
