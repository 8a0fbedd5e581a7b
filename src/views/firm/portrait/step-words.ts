import type { NextStep } from '../../../../scoring/compare/next-format';
import type { Locale } from '../../../i18n';
import { figureWords } from './figure-words';

/** Where a step goes, the gap, the points and the rank after; of a condition there is no gap. */
export function stepWords(
  line: NextStep,
  currency: string,
  locale: Locale,
): { readonly to: string; readonly gap: string; readonly points: string; readonly rank: string } {
  const { t, format } = locale;
  const { step, unit } = line;
  if (!('after' in step)) throw new TypeError(`a step that is ${step.is} has no gain to print`);
  const points = t.portrait_gain(format.short(step.after.gained ?? NaN));
  const rank = step.after.rank === null ? '—' : format.number(step.after.rank);
  if (step.is === 'meet') return { to: t.portrait_meet, gap: '', points, rank };
  const said = (value: number): string => figureWords(value, unit, currency, locale);
  const isShare = unit === '%' || unit === '‰' || unit === 'ratio';
  const size = Math.abs(step.gap);
  const sign = step.gap < 0 ? '−' : '';
  return {
    to: t.portrait_step(said(line.value ?? NaN), `${step.strict ? (step.gap < 0 ? '< ' : '> ') : ''}${said(step.target)}`),
    gap: sign + (isShare ? t.next_share_gap(format.short(size * 100, 2)) : said(size)),
    points,
    rank,
  };
}
