import type { IndicatorStudy } from '../../scoring/board/study';
import { element } from './element';

/** What the picture shows besides the counts. Figures in the unit of the study. */
export interface RuleMarks {
  /** Boundaries of the bands, ascending, and those of the version it began from. */
  readonly bounds: readonly number[];
  readonly before: readonly number[];
  /** Points of each band, as they are read, lowest band first; empty where there are no bands. */
  readonly points: readonly string[];
  /** Full points, the height of the curve. */
  readonly of: number;
}
export interface RuleSize {
  readonly width: number;
  readonly height: number;
}
export interface RuleWords {
  readonly missing: string;
  readonly count: (count: number) => string;
  readonly figure: (value: number) => string;
}

const [TOP, GROUND, SIDE, APART] = [22, 22, 34, 30];

/** Place of a figure on the picture and back; what lies beyond its ends stands at them. On a logarithm where the study is. */
export function ruleScale({ low, high, isLog }: Pick<IndicatorStudy, 'low' | 'high' | 'isLog'>, width: number) {
  const [from, to] = [SIDE + APART, width - APART];
  const on = (value: number): number => (isLog ? Math.log1p(Math.max(0, value)) : value);
  const off = (place: number): number => (isLog ? Math.expm1(place) : place);
  const span = on(high) - on(low);
  return {
    x: (value: number): number => from + Math.min(1, Math.max(0, span > 0 ? (on(value) - on(low)) / span : 0.5)) * (to - from),
    value: (x: number): number => off(on(low) + Math.min(1, Math.max(0, (x - from) / (to - from))) * span),
  };
}

/**
 * The figures of an indicator as a histogram, the bands of its rule drawn over it: shaded by points, boundaries as lines, those of the version before dashed,
 * bins between an old and a new boundary hatched (their firms cross). Missing (dashed outline) and what lies beyond the ends are bars of their own. Rules
 * without bands have their curve of points instead.
 */
export function ruleHistogram(document: Document, study: IndicatorStudy, marks: RuleMarks, size: RuleSize, words: RuleWords): SVGElement {
  const { width, height } = size;
  const { x } = ruleScale(study, width);
  const ground = height - GROUND;
  const missing = study.firms - study.present;
  const most = Math.max(1, study.below, study.above, missing, ...study.bins.map(({ count }) => count));
  const tall = (count: number): number => (count === 0 ? 0 : Math.max(1.5, (count / most) * (ground - TOP)));
  const children: SVGElement[] = [hatching(document), ...bands(document, marks, x, [TOP - 4, ground], width)];
  const bar = (left: number, wide: number, count: number, look: Record<string, string | number>): void => {
    if (count > 0)
      children.push(
        element(document, 'rect', { x: left, y: ground - tall(count), width: Math.max(1, wide), height: tall(count), ...look }),
      );
  };
  for (const { from, to, count } of study.bins) {
    const look = crosses(marks, from, to) ? { fill: 'url(#crossing)' } : { fill: 'var(--hue, var(--accent))', opacity: 0.78 };
    bar(x(from) + 0.5, x(to) - x(from) - 1, count, look);
  }
  bar(SIDE + 6, APART - 10, study.below, { fill: 'var(--hue, var(--accent))', opacity: 0.4 });
  bar(width - APART + 4, APART - 10, study.above, { fill: 'var(--hue, var(--accent))', opacity: 0.4 });
  bar(6, SIDE - 12, missing, { fill: 'none', stroke: 'var(--faint)', 'stroke-dasharray': '2 2' });
  if (missing > 0) children.push(text(document, SIDE / 2, ground - tall(missing) - 4, words.count(missing), 'faint'));
  if (study.below > 0)
    children.push(text(document, SIDE + 1 + APART / 2, ground - tall(study.below) - 4, words.count(study.below), 'faint'));
  if (study.above > 0) children.push(text(document, width - APART / 2, ground - tall(study.above) - 4, words.count(study.above), 'faint'));
  children.push(element(document, 'rect', { x: SIDE, y: ground, width: width - SIDE, height: 1, fill: 'var(--line-strong)' }));
  children.push(text(document, SIDE / 2, height - 7, words.missing, 'faint'));
  children.push(...ticks(document, study, x, height - 7, words));
  if (study.curve.length > 0) children.push(curve(document, study, marks.of, x, ground));
  return element(document, 'svg', { width, height, viewBox: `0 0 ${width} ${height}` }, children);
}

/** Bands by alternate shade with their points above, and the boundaries. */
function bands(
  document: Document,
  { bounds, before, points }: RuleMarks,
  x: (value: number) => number,
  [top, ground]: readonly [number, number],
  width: number,
): SVGElement[] {
  const ends = [SIDE, ...bounds.map(x), width];
  const shades = points.map((_, at) =>
    element(document, 'rect', {
      x: ends[at]!,
      y: top,
      width: Math.max(0, ends[at + 1]! - ends[at]!),
      height: ground - top,
      fill: 'var(--sunken)',
      opacity: at % 2 === 0 ? 1 : 0.35,
    }),
  );
  const labels = points.flatMap((label, at) =>
    ends[at + 1]! - ends[at]! < 13 ? [] : [text(document, (ends[at]! + ends[at + 1]!) / 2, 12, label, 'ink')],
  );
  const line = (value: number, look: Record<string, string | number>): SVGElement =>
    element(document, 'path', { d: `M${Math.round(x(value)) + 0.5} ${top}V${ground}`, fill: 'none', ...look });
  return [
    ...shades,
    ...labels,
    ...before.filter((value) => !bounds.includes(value)).map((value) => line(value, { stroke: 'var(--soft)', 'stroke-dasharray': '3 3' })),
    ...bounds.map((value) => line(value, { stroke: 'var(--accent)', 'stroke-width': 1.4 })),
  ];
}

/** Whether some firm of a bin may have crossed: a boundary that moved lies on either side of part of it. */
function crosses({ bounds, before }: RuleMarks, from: number, to: number): boolean {
  if (before.length === 0 || before.length !== bounds.length) return false;
  return bounds.some((bound, at) => {
    const [low, high] = [Math.min(bound, before[at]!), Math.max(bound, before[at]!)];
    return low < high && from < high && to > low;
  });
}

function curve(document: Document, study: IndicatorStudy, of: number, x: (value: number) => number, ground: number): SVGElement {
  const most = Math.max(of, ...study.curve.map(({ points }) => points));
  const d = study.curve.map(
    ({ value, points }, at) => `${at === 0 ? 'M' : 'L'}${x(value).toFixed(1)} ${(ground - (points / most) * (ground - TOP)).toFixed(1)}`,
  );
  return element(document, 'path', { d: d.join(''), fill: 'none', stroke: 'var(--accent)', 'stroke-width': 1.6 });
}

/** About six figures under the ground line, at round places of the bins. */
function ticks(document: Document, { bins }: IndicatorStudy, x: (value: number) => number, y: number, { figure }: RuleWords): SVGElement[] {
  const edges = bins.length === 0 ? [] : [...bins.map(({ from }) => from), bins.at(-1)!.to];
  const step = Math.max(1, Math.round(edges.length / 6));
  return edges.flatMap((edge, at) => (at % step === 0 ? [text(document, x(edge), y, figure(edge), 'faint')] : []));
}

function hatching(document: Document): SVGElement {
  const look = { id: 'crossing', width: 5, height: 5, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' };
  return element(document, 'pattern', look, [
    element(document, 'rect', { width: 5, height: 5, fill: 'var(--surface)' }),
    element(document, 'rect', { width: 2.4, height: 5, fill: 'var(--hue, var(--accent))' }),
  ]);
}

function text(document: Document, x: number, y: number, words: string, tone: 'ink' | 'faint'): SVGElement {
  const made = element(document, 'text', { x, y, 'text-anchor': 'middle', 'font-size': 11, fill: `var(--${tone})` });
  if (tone === 'ink') made.setAttribute('font-weight', '600');
  made.textContent = words;
  return made;
}
