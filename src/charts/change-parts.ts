import type { ChangeAnswer, ChangePart } from '../../scoring/distribution/format';
import { line, type AxisWords } from './axis';
import { element, picture, titled } from './element';
import { hatched } from './hatch';
import { fitted, label, widthOf } from './label';
import { scaleOf, type Scale } from './scale';

const PARTS = ['stayers', 'entrants', 'leavers'] as const;
export type PartName = (typeof PARTS)[number];

export interface PartsShown extends Pick<ChangeAnswer, PartName> {
  /** Means of all firms, before and after; the parts lead from one to the other. */
  readonly before: number | null;
  readonly after: number | null;
}
export interface PartsWords {
  readonly part: (name: PartName) => string;
  readonly n: (count: number) => string;
  readonly before: string;
  readonly after: string;
  readonly figure: AxisWords['tick'];
  /** With its sign; null where there is none. */
  readonly contribution: (value: number | null) => string;
  /** Told by the pointer. */
  readonly told: (name: PartName, part: ChangePart) => string;
  /** In the place of bars where a mean is missing. */
  readonly nothing: string;
}

const ROW = 26;

/** How the mean of all came from one year's to the other's: bars that begin where the one above ends. Gains are full, losses are hatched. */
export function changeParts(document: Document, shown: PartsShown, width: number, words: PartsWords): SVGElement {
  const { before, after } = shown;
  const size = { width, height: (PARTS.length + 2) * ROW };
  if (before === null || after === null) return picture(document, size, [label(document, words.nothing, { x: 0, y: size.height / 2 })]);
  const levels = [before];
  for (const name of PARTS) levels.push(levels.at(-1)! + (shown[name].contribution ?? 0));
  const left = Math.min(width * 0.36, 130);
  const right = Math.max(...PARTS.map((name) => widthOf(words.contribution(shown[name].contribution)))) + 14;
  const ends = { low: Math.min(...levels, after), high: Math.max(...levels, after), isLog: false };
  const x = scaleOf(ends, left, Math.max(left + 40, width - right));
  const step = Math.abs(after - before) / 4 || 1;
  const mean = (name: string, value: number, at: number): SVGElement[] => [
    label(document, name, { x: 0, y: at * ROW + 17, tone: 'ink', weight: 600 }),
    element(document, 'rect', { x: x.at(value) - 1.25, y: at * ROW + 5, width: 2.5, height: 16, fill: 'var(--ink)' }),
    label(document, words.figure(value, step), { x: width, y: at * ROW + 17, anchor: 'end', tone: 'ink', weight: 600 }),
  ];
  const rows = PARTS.map((name, at) =>
    bar(document, name, shown[name], x, { at: at + 1, from: levels[at]!, to: levels[at + 1]!, width, left }, words),
  );
  const joints = levels.map((level, at) =>
    line(document, x.at(level), x.at(level), at * ROW + 21, (at + 1) * ROW + 5, 'var(--faint)', { 'stroke-dasharray': '2 2' }),
  );
  return picture(document, size, [...joints, ...mean(words.before, before, 0), ...rows, ...mean(words.after, after, PARTS.length + 1)]);
}

interface BarPlace {
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly width: number;
  readonly left: number;
}

function bar(
  document: Document,
  name: PartName,
  part: ChangePart,
  x: Scale,
  { at, from, to, width, left }: BarPlace,
  words: PartsWords,
): SVGElement {
  const top = at * ROW;
  const [start, end] = [Math.min(x.at(from), x.at(to)), Math.max(x.at(from), x.at(to))];
  const box = { x: start, y: top + 6, width: Math.max(1, end - start), height: 14 };
  const isLoss = to < from;
  const n = words.n(part.n);
  const marks = [
    label(document, fitted(words.part(name), left - widthOf(n) - 14), { x: 0, y: top + 17, tone: 'ink' }),
    label(document, n, { x: left - 10, y: top + 17, anchor: 'end' }),
    ...(part.contribution === null
      ? []
      : [isLoss ? hatched(document, box, 'var(--all-strong)') : element(document, 'rect', { ...box, fill: 'var(--all-strong)' })]),
    label(document, words.contribution(part.contribution), { x: width, y: top + 17, anchor: 'end', tone: 'ink' }),
  ];
  return titled(document, element(document, 'g', { 'data-row': name }, marks), words.told(name, part));
}
