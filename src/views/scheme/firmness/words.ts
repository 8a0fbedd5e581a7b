import type { BoardSlice } from '../../../../scoring/board/format';
import type { FirmnessAnswer, NamedPair, UncertainRank } from '../../../../scoring/robustness/format';
import type { Locale } from '../../../i18n';
import { segmentWords } from '../../boards/words';

type Stability = NamedPair['stability'];

/** A share of weight as read. Rounded down, never up: what is said to be safe up to a share must be. */
export function percentWords(share: number, { format, t }: Locale): string {
  if (share > 0 && share < 0.0001) return t.firmness_share_tiny;
  const digits = share >= 0.2 || share === 0 ? 0 : share >= 0.01 ? 1 : 2;
  const steps = 100 * 10 ** digits;
  // 0.29 × 100 is 28.999999999999996.
  return format.percent(Math.floor(share * steps + 1e-9) / steps, digits);
}

/** A δ* in a few words; a lower bound of 0 says nothing, and is not called a tie. */
export function deltaWords(delta: number, isExact: boolean, locale: Locale): string {
  const { t } = locale;
  if (!isExact) return delta > 0 ? t.firmness_delta_least(percentWords(delta, locale)) : t.firmness_delta_unknown;
  if (delta === 0) return t.firmness_delta_tied;
  return delta >= 1 ? t.firmness_delta_always : t.firmness_delta_exact(percentWords(delta, locale));
}

/** δ* of a pair in a few words. */
export function stabilityWords(stability: Stability, locale: Locale): string {
  return stability.is === 'identical' ? locale.t.firmness_delta_same : deltaWords(stability.delta, stability.is === 'exact', locale);
}

/** How the weights of an answer were drawn. */
export function howWords({ how, share }: FirmnessAnswer['ask'], locale: Locale): string {
  return how === 'around' ? locale.t.firmness_meta_around(percentWords(share, locale)) : locale.t.firmness_meta_any;
}

/** Draws, seed and firms of an answer: what stands under every picture. */
export function metaWords({ ask, n }: FirmnessAnswer, locale: Locale): string {
  const { format, t } = locale;
  return t.firmness_meta(format.number(ask.draws), howWords(ask, locale), String(ask.seed), format.number(n));
}

/** Which board an answer is about. */
export function boardWords(slice: BoardSlice, locale: Locale): string {
  const segments = segmentWords(slice.segment, slice, locale).map(([, words]) => words);
  const { t, format } = locale;
  return t.firmness_board(
    String(slice.year),
    segments.length > 0 ? t.board_title_join(segments) : t.board_everyone,
    format.number(slice.counts.ranked),
  );
}

/** Why a rank is uncertain: the crowd around it, and the weight it hangs on. */
export function whyWords({ near, driver }: UncertainRank, locale: Locale): string {
  const { t, format } = locale;
  const parts = [t.firmness_why_near(format.number(near))];
  if (driver) {
    const say = driver.correlation < 0 ? t.firmness_why_up : t.firmness_why_down;
    parts.push(say(locale.name(driver.name), format.number(Math.abs(driver.correlation), 2)));
  }
  return t.firmness_join(parts);
}

/** The middle of the widths of all 5–95 % ranges. */
export function medianWidth({ low, high }: FirmnessAnswer['ranges']): number {
  const widths = Array.from(low, (from, at) => high[at]! - from).sort((a, b) => a - b);
  return widths[Math.floor((widths.length - 1) / 2)] ?? 0;
}
