import type { IndicatorSheet } from '../../../../scoring/board/format';
import type { Portrait } from '../../../../scoring/portrait/format';
import type { Locale } from '../../../i18n';
import { changeWords } from '../../boards/words';
import type { PageAbout } from './about';
import { figureWords } from './figure-words';
import { percentile, shares } from './place-words';

/** Better than this share of its peers is worth a sentence. */
const STRONG = 0.75;
const NAMED = 3;

/** The page in plain words: facts of the data one after the other, nothing concluded from them. */
export function factSentences(portrait: Portrait, about: PageAbout, locale: Locale): string[] {
  const { t, format } = locale;
  const { sheet } = portrait;
  const change = sheet.change.is === 'none' ? [] : [t.portrait_fact_change(changeWords(sheet.change, locale))];
  const taken = sheet.deductions.flatMap(({ name, taken: points }) =>
    points === null || points === 0 ? [] : [t.portrait_fact_deducted(locale.name(name), format.short(points))],
  );
  const places = placeFacts(sheet.indicators, about, locale);
  return [
    rankFact(portrait, about, locale),
    ...change,
    ...(places.length > 0 ? [t.portrait_fact_join(places)] : []),
    ...aboveFact(portrait, locale),
    ...missingFacts(portrait, locale),
    ...(taken.length > 0 ? [t.portrait_fact_join(taken)] : []),
  ];
}

function rankFact({ sheet, fullMark }: Portrait, { segment }: PageAbout, { t, format }: Locale): string {
  if (sheet.rank === null) return sheet.status === 'ranked' ? t.portrait_fact_outside : t.portrait_fact_unranked(t.status[sheet.status]);
  const rank = `${format.number(sheet.rank)}${sheet.tied ? '=' : ''}`;
  const score = format.score(sheet.score ?? NaN);
  return t.portrait_fact_rank(
    String(sheet.year),
    segment || t.portrait_all,
    rank,
    format.number(sheet.ranked),
    score,
    format.short(fullMark),
  );
}

/** The two indicators that are better than most peers, and the one that is worse than most. */
function placeFacts(indicators: readonly IndicatorSheet[], about: PageAbout, locale: Locale): string[] {
  const { t, format } = locale;
  const found = indicators.flatMap((indicator) => {
    const part = shares(indicator);
    if (!part || !(indicator.weight > 0)) return [];
    const isLess = indicator.direction === 'less';
    return [{ indicator, part, better: isLess ? part.above : part.below, worse: isLess ? part.below : part.above }];
  });
  const best = found.filter(({ better }) => better >= STRONG).sort((a, b) => b.better - a.better);
  const worst = found.filter(({ worse }) => worse > 0.5).sort((a, b) => b.worse - a.worse);
  return [...best.slice(0, 2), ...worst.slice(0, 1)].map(({ indicator: { name, value, unit, peers }, part }) => {
    const isOver = part.below >= part.above;
    const say = isOver ? t.portrait_fact_over : t.portrait_fact_under;
    const share = `${percentile(isOver ? part.below : part.above)}%`;
    return say(locale.name(name), figureWords(value, unit, about.currency, locale), share, format.number(peers!));
  });
}

function aboveFact({ above }: Portrait, locale: Locale): string[] {
  if (!above) return [];
  const { t, format } = locale;
  const by = t.portrait_fact_above(format.number(above.rank), above.name, format.score(-above.by, 2));
  const most = above.most ? t.portrait_fact_most(locale.name(above.most.name), `−${format.score(-above.most.by, 2)}`) : '';
  return [t.portrait_fact_join([by + most])];
}

function missingFacts({ sheet, standing }: Portrait, locale: Locale): string[] {
  const { t, format } = locale;
  const missing = sheet.indicators.filter(
    ({ reason, weight, lost }) => reason !== 'present' && weight > 0 && (lost > 0 || reason !== 'not_applicable'),
  );
  if (missing.length === 0) return [];
  const names = missing.slice(0, NAMED).map(({ name }) => locale.name(name));
  const said = t.portrait_fact_missing(format.number(missing.length), t.portrait_names(names, missing.length - names.length));
  if (!standing || standing.missing.gaps === 0) return [said];
  return [said, t.portrait_fact_bounds(format.score(standing.missing.low), format.score(standing.missing.high))];
}
