import type { ChangeAnswer } from '../../scoring/distribution/format';
import { bottomAxis, line, type AxisWords } from './axis';
import { element, picture, round, titled } from './element';
import { label, widthOf } from './label';
import { scaleOf, type Scale } from './scale';

type Shift = ChangeAnswer['shift'][number];

export interface YearChangeWords extends AxisWords {
  readonly year: (year: number) => string;
  /** P10, P25 … */
  readonly quantile: (p: number) => string;
  /** At the right end: what it changed by; null where one year has none. */
  readonly change: (change: number | null) => string;
  /** Told by the pointer. */
  readonly shift: (shift: Shift) => string;
}

const [HEAD, ROW, FOOT] = [24, 28, 24];

/** Each quantile of a year and of a later one on a common axis: a ring before, a dot after, an arrow from one to the other. */
export function yearChange(
  document: Document,
  { from, to, shift }: Pick<ChangeAnswer, 'from' | 'to' | 'shift'>,
  width: number,
  words: YearChangeWords,
): SVGElement {
  const figures = shift.flatMap(({ before, after }) => [before, after].filter((each) => each !== null));
  const [low, high] = figures.length === 0 ? [0, 1] : [Math.min(...figures), Math.max(...figures)];
  const left = Math.max(...shift.map(({ p }) => widthOf(words.quantile(p))), 24) + 16;
  const right = Math.max(...shift.map((each) => widthOf(words.change(changeOf(each)))), 24) + 16;
  const x = scaleOf({ low, high, isLog: false }, left, Math.max(left + 40, width - right));
  const ground = HEAD + shift.length * ROW;
  return picture(document, { width, height: ground + FOOT }, [
    ...(figures.length === 0 ? [] : bottomAxis(document, x, { top: HEAD, ground, right: width }, words)),
    ...key(document, x.from, [words.year(from), words.year(to)]),
    ...shift.map((each, at) => row(document, each, x, { y: HEAD + (at + 0.5) * ROW, width }, words)),
  ]);
}

function changeOf({ before, after }: Shift): number | null {
  return before === null || after === null ? null : after - before;
}

function row(
  document: Document,
  shift: Shift,
  x: Scale,
  { y, width }: { readonly y: number; readonly width: number },
  words: YearChangeWords,
): SVGElement {
  const { before, after } = shift;
  const marks = [
    ...(before !== null && after !== null ? arrow(document, x.at(before), x.at(after), y) : []),
    ...(before === null ? [] : [ring(document, x.at(before), y)]),
    ...(after === null ? [] : [dot(document, x.at(after), y)]),
  ];
  const whole = element(document, 'rect', { x: 0, y: y - ROW / 2, width, height: ROW, fill: 'transparent' });
  const change = { x: width, y: y + 4, anchor: 'end', tone: 'ink' } as const;
  const said = [
    label(document, words.quantile(shift.p), { x: 0, y: y + 4, tone: 'ink' }),
    label(document, words.change(changeOf(shift)), change),
  ];
  return titled(document, element(document, 'g', {}, [whole, ...marks, ...said]), words.shift(shift));
}

function arrow(document: Document, from: number, to: number, y: number): SVGElement[] {
  const way = Math.sign(to - from);
  const long = Math.abs(to - from);
  if (long < 9) return [];
  const tip = round(to - way * 6);
  const head = long < 18 ? '' : `M${round(tip - way * 5)} ${round(y - 3.5)}L${tip} ${round(y)}L${round(tip - way * 5)} ${round(y + 3.5)}`;
  const d = `M${round(from + way * 5)} ${round(y)}H${tip}${head}`;
  return [element(document, 'path', { d, stroke: 'var(--all-strong)', 'stroke-width': 1.6, fill: 'none' })];
}

function ring(document: Document, x: number, y: number): SVGElement {
  return element(document, 'circle', { cx: x, cy: y, r: 4.5, fill: 'var(--bg)', stroke: 'var(--ink)', 'stroke-width': 1.5 });
}

function dot(document: Document, x: number, y: number): SVGElement {
  return element(document, 'circle', { cx: x, cy: y, r: 3.5, fill: 'var(--ink)' });
}

function key(document: Document, x: number, [before, after]: readonly [string, string]): SVGElement[] {
  const second = x + 12 + widthOf(before) + 28;
  return [
    ring(document, x + 5, 9),
    label(document, before, { x: x + 14, y: 13 }),
    line(document, x + 18 + widthOf(before), second - 10, 9, 9, 'var(--all-strong)'),
    dot(document, second, 9),
    label(document, after, { x: second + 9, y: 13 }),
  ];
}
