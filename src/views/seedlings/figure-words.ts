import type { MeasureId } from '../../../scoring/distribution/format';
import type { FigureId, NearMiss, Reading } from '../../../scoring/seedlings/format';
import type { Locale } from '../../i18n';
import { fieldName, measured, measureName, type About } from './about';

const SHARES: ReadonlySet<FigureId> = new Set(['growth', 'technology', 'last', 'fall', 'place']);
const SIGNS = { '>=': '≥', '<=': '≤', '>': '>', '<': '<', '=': '=' } as const;

/** One figure of a detector: a rate or share as per cent, a percentile as P91, money in its own unit. */
export function figureText(what: FigureId, value: number, measure: MeasureId | null, about: About, locale: Locale): string {
  const { format } = locale;
  if (SHARES.has(what)) return format.percent(value, 1);
  if (what === 'percentile' || what === 'score') return `P${format.short(100 * value, 1)}`;
  if (what === 'base') return measured(value, measure, about, locale);
  return what === 'layer' || what === 'rises' ? format.number(value) : format.number(value, 2);
}

/** A figure beside its threshold: `增速 41.3% ≥ 20%`, or why there is none. */
export function readingText(figure: Reading['figures'][number], type: Reading['type'], about: About, locale: Locale): string {
  const { t, format } = locale;
  const { what, measure, value, reason, operator, threshold, peers } = figure;
  const name = (what === 'percentile' || what === 'score') && measure !== null ? measureName(measure, about, locale) : t.seed_figure[what];
  if (what === 'type') return `${name} ${type ? t.seed_trajectory[type] : t.seed_card_no_value(reason ? t.reason[reason] : '')}`;
  if (value === null) return `${name} ${t.seed_card_no_value(reason ? t.reason[reason] : '')}`;
  const bound = threshold === null ? '' : `${SIGNS[operator]}\u00a0${figureText(what, threshold, measure, about, locale)}`;
  const n = peers === null ? '' : ` · ${t.seed_peers_n(format.number(peers)).replace(' ', '\u00a0')}`;
  return `${t.seed_reading(name, figureText(what, value, measure, about, locale), bound)}${n}`;
}

/** What misses and by how much. */
export function nearText({ what, figure, value, threshold }: NearMiss, field: string, about: About, locale: Locale): string {
  const { t, format } = locale;
  const gap = Math.abs(value - threshold);
  const isShare = SHARES.has(figure) || figure === 'percentile' || figure === 'score';
  const said = isShare
    ? t.seed_points(format.short(100 * gap, digitsOf(100 * gap)))
    : figure === 'base'
      ? measured(gap, `field:${field}`, about, locale)
      : format.short(gap, digitsOf(gap));
  const name = what in t.seed_detector ? t.seed_detector[what as keyof typeof t.seed_detector] : '';
  const about_ = figure === 'base' ? `${fieldName(field, about, locale)} ${t.seed_figure.base}` : t.seed_figure[figure];
  return t.seed_near_gap(name === '' ? about_ : `${name} · ${about_}`, said);
}

/** Decimals by which a small gap is still told from none. */
function digitsOf(gap: number): number {
  return gap >= 1 ? 1 : gap >= 0.1 ? 2 : 5;
}
