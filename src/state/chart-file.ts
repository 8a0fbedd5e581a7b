import { guardAnswer, GUARD_LIMITS } from '../../scoring/distribution/guard';
import type { Hidden } from '../../scoring/distribution/guard-counts';
import type { ChartAnswer } from '../../scoring/distribution/format';
import { chartFileName } from '../publish/chart-file-name';
import { chartPicture, type PictureFrame } from '../publish/chart-picture';
import { chartStated, type ChartFacts } from '../publish/chart-stated';
import { chartTable, tableCsv } from '../publish/chart-table';
import { tokensIn } from '../publish/picture-tokens';
import { withPngTexts } from '../publish/png-text';

export { drawnAnswer } from '../../scoring/distribution/guard-drawn';

type Locale = Parameters<typeof chartStated>[1];

/** What a file of a chart is made of. `facts` are said in it, whatever its kind. */
export interface ChartLeaving {
  readonly answer: ChartAnswer;
  readonly isGuarded: boolean;
  /** Years counted together; 1 where the chart is of one. */
  readonly years: number;
  readonly facts: Omit<ChartFacts, 'hidden' | 'title'>;
  readonly currency: string;
  readonly locale: Locale;
}
export interface Outgoing {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly type: string;
}

/** The answer as it may leave, and what was taken out of it; null where no guard was asked. Of firm-years a firm has one for each of `years`. */
export function leavingAnswer(
  answer: ChartAnswer,
  isGuarded: boolean,
  years: number,
): { readonly answer: ChartAnswer; readonly hidden: readonly Hidden[] | null } {
  const { least, leastForQuantiles, share } = GUARD_LIMITS;
  return isGuarded
    ? guardAnswer(answer, { least: least * years, leastForQuantiles: leastForQuantiles * years, share })
    : { answer, hidden: null };
}

/** All numbers of a chart as CSV. */
export function chartCsv({ answer, isGuarded, years, facts, currency, locale }: ChartLeaving, title: string): Outgoing {
  const left = leavingAnswer(answer, isGuarded, years);
  const stated = chartStated({ ...facts, title, hidden: left.hidden }, locale);
  const text = tableCsv(chartTable(left.answer, { locale, currency, isGuarded }), stated);
  return { name: nameOf(answer, facts, locale, 'csv'), bytes: new TextEncoder().encode(text), type: 'text/csv' };
}

/** A picture that was drawn of the answer that may leave, as SVG with what it rests on. `styles`: the style sheet that gives colours their names. */
export function chartSvg(
  svg: SVGElement,
  words: Omit<PictureFrame, 'stated'>,
  { answer, facts, locale }: ChartLeaving,
  hidden: readonly Hidden[] | null,
  styles: string,
): { readonly file: Outgoing; readonly stated: readonly string[] } {
  const stated = chartStated({ ...facts, title: words.title, hidden }, locale);
  const text = chartPicture(svg, { ...words, stated }, tokensIn(styles));
  const file = { name: nameOf(answer, facts, locale, 'svg'), bytes: new TextEncoder().encode(text), type: 'image/svg+xml' };
  return { file, stated: stated.map(({ line }) => line) };
}

/** The same drawn as PNG by `paint`, with what it rests on in a text chunk. */
export async function chartPng(
  svg: Outgoing,
  statedLines: readonly string[],
  paint: (svg: string) => Promise<Uint8Array>,
): Promise<Outgoing> {
  const bytes = await paint(new TextDecoder().decode(svg.bytes));
  return {
    name: svg.name.replace(/\.svg$/, '.png'),
    bytes: withPngTexts(bytes, { Description: statedLines.join('\n') }),
    type: 'image/png',
  };
}

function nameOf(
  answer: ChartAnswer,
  { segment, year, date }: ChartLeaving['facts'],
  locale: Locale,
  ending: 'svg' | 'png' | 'csv',
): string {
  const measures =
    answer.is === 'relation' ? [answer.x, answer.y] : answer.is === 'matrix' ? answer.measures.slice(0, 3) : [answer.measure];
  const what = measures.map(({ name }) => locale.name(name)).join('-');
  return chartFileName({ what, segment, year: year === null ? '' : String(year), date }, ending);
}
