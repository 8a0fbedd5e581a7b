import type { Range } from '../../scoring/distribution/format';
import { bottomAxis, leftAxis, line } from './axis';
import { element, layer, picture, round, titled, type Size } from './element';
import { LINE, placingWithin, pointsIn, type Point } from './free-place';
import type { Box } from './hatch';
import { fitted, label, widthOf } from './label';
import { legend } from './legend';
import { diamond } from './pins';
import {
  isAsDots,
  opacityOf,
  relationKeys,
  relationPlan,
  shadeOf,
  type RelationPlan,
  type RelationShown,
  type RelationWords,
} from './relation-plan';
import type { Scale } from './scale';

/** Room for the figures of the axis below. */
const AXIS = 22;

/** A brushed rectangle; a side that is null is open. `words` stand in its corner. */
export interface RelationBrush {
  readonly x: Range;
  readonly y: Range;
  readonly words: string;
}

/**
 * Two measures of the same firms: cells by shade, or every firm as a dot while all are few; the selected over them, the median of y by bins of x as a line in
 * the band of its quartiles. Layers `selected` and `brush` can be drawn anew by themselves.
 */
export function relationPlot(
  document: Document,
  shown: RelationShown,
  brush: RelationBrush | null,
  size: Size,
  words: RelationWords,
): SVGElement {
  const plan = relationPlan(shown, size, words);
  const { x, y } = plan;
  const asDots = isAsDots(shown);
  const isEmpty = shown.cells.every((count) => count === 0);
  const middle = { x: (x.from + x.to) / 2, y: (y.from + y.to) / 2 };
  return picture(document, size, [
    ...(isEmpty ? [] : leftAxis(document, y, { left: x.from, right: x.to }, words.y.tick)),
    ...(isEmpty ? [] : bottomAxis(document, x, { top: y.to, ground: y.from, right: size.width }, words.x)),
    label(document, fitted(words.y.name, size.width), { x: 0, y: 11 }),
    ...zeroLines(document, plan),
    element(document, 'g', { 'data-layer': 'all' }, asDots ? dots(document, shown, plan) : cellsOf(document, shown, plan, words)),
    ...(isEmpty ? [label(document, words.nothing, { ...middle, anchor: 'middle', halo: true })] : []),
    layer(document, 'selected', selectedFirms(document, shown, plan)),
    layer(document, 'brush', brush === null ? [] : relationBrush(document, brush, plan)),
    layer(document, 'medians', mediansOf(document, shown, plan)),
    label(document, fitted(words.x.name, size.width / 2), { x: x.to - 2, y: y.from - 6, anchor: 'end', halo: true }),
    ...legend(document, relationKeys(document, shown, plan.steps, words), y.from + AXIS, size.width),
    layer(document, 'pins', namesOver(document, shown, plan, words)),
  ]);
}

/** The contents of the layer `selected`: a path for all points, or one for each shade. */
export function selectedFirms(
  document: Document,
  { points, selectedCells, xEdges, yEdges }: Pick<RelationShown, 'points' | 'selectedCells' | 'xEdges' | 'yEdges'>,
  plan: RelationPlan,
): SVGElement[] {
  const chosen = points.filter(({ selected }) => selected);
  if (chosen.length > 0) {
    const d = chosen.map((point) => `M${round(plan.x.at(point.x))} ${round(plan.y.at(point.y))}h.01`).join('');
    const look = { fill: 'none', stroke: 'var(--selected)', 'stroke-width': points.length < 100 ? 5 : 3.4, 'stroke-linecap': 'round' };
    return [element(document, 'path', { d, ...look })];
  }
  const paths = plan.steps.map(() => '');
  selectedCells?.forEach((count, at) => {
    if (count <= 0) return;
    const { x, y, width, height } = cellBox(at, xEdges, yEdges, plan);
    paths[shadeOf(count, plan.steps)] += `M${round(x)} ${round(y)}h${round(width)}v${round(height)}h${round(-width)}Z`;
  });
  return paths.flatMap((d, at) =>
    d === '' ? [] : [element(document, 'path', { d, fill: 'var(--selected)', opacity: opacityOf(at, plan.steps) })],
  );
}

/** The contents of the layer `brush`. */
export function relationBrush(document: Document, { x, y, words }: RelationBrush, plan: RelationPlan): SVGElement[] {
  const ends = (range: Range, scale: Scale): readonly [number, number] => [
    range.from === null ? scale.from : scale.at(range.from),
    range.to === null ? scale.to : scale.at(range.to),
  ];
  const [left, right] = ends(x, plan.x);
  const [bottom, top] = ends(y, plan.y);
  const box = { x: left, y: top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) };
  const at = Math.max(0, Math.min(left + 5, plan.width - widthOf(words) - 4));
  return [
    element(document, 'rect', { ...box, fill: 'var(--selected)', opacity: 0.1 }),
    element(document, 'rect', { ...box, fill: 'none', stroke: 'var(--selected)' }),
    label(document, words, { x: at, y: top + 13, tone: 'selected', weight: 600, halo: true }),
  ];
}

function cellsOf(document: Document, { cells, xEdges, yEdges }: RelationShown, plan: RelationPlan, words: RelationWords): SVGElement[] {
  const columns = xEdges.length - 1;
  return cells.flatMap((count, at) => {
    if (count <= 0) return [];
    const box = cellBox(at, xEdges, yEdges, plan);
    const [column, row] = [at % columns, Math.floor(at / columns)];
    const side = (edges: readonly number[], bin: number): Range => ({ from: edges[bin]!, to: edges[bin + 1]! });
    const look = { fill: 'var(--all-strong)', opacity: opacityOf(shadeOf(count, plan.steps), plan.steps) };
    return [titled(document, element(document, 'rect', { ...box, ...look }), words.cell(count, side(xEdges, column), side(yEdges, row)))];
  });
}

/** A hair's breadth apart where cells are wide enough for it. */
function cellBox(at: number, xEdges: readonly number[], yEdges: readonly number[], { x, y }: RelationPlan): Box {
  const columns = xEdges.length - 1;
  const [column, row] = [at % columns, Math.floor(at / columns)];
  const [left, right] = [x.at(xEdges[column]!), x.at(xEdges[column + 1]!)];
  const [bottom, top] = [y.at(yEdges[row]!), y.at(yEdges[row + 1]!)];
  const air = Math.min(right - left, bottom - top) > 5 ? 0.5 : 0;
  return { x: left, y: top, width: Math.max(0.8, right - left - air), height: Math.max(0.8, bottom - top - air) };
}

function dots(document: Document, { points }: RelationShown, { x, y }: RelationPlan): SVGElement[] {
  const look = { r: 2.5, fill: 'var(--all-strong)', opacity: 0.7 };
  return points
    .filter(({ selected }) => !selected)
    .map((point) => titled(document, element(document, 'circle', { cx: x.at(point.x), cy: y.at(point.y), ...look }), point.name));
}

function zeroLines(document: Document, { x, y }: RelationPlan): SVGElement[] {
  return [
    ...(x.low < 0 && x.high > 0 ? [line(document, x.at(0), x.at(0), y.to, y.from, 'var(--line-strong)')] : []),
    ...(y.low < 0 && y.high > 0 ? [line(document, x.from, x.to, y.at(0), y.at(0), 'var(--line-strong)')] : []),
  ];
}

function mediansOf(document: Document, { medians }: RelationShown, { x, y }: RelationPlan): SVGElement[] {
  if (medians.length === 0) return [];
  const path = (of: 'median' | 'q1' | 'q3'): string[] => medians.map((bin) => `${round(x.at(bin.x))} ${round(y.at(bin[of]))}`);
  const band = `M${[...path('q3'), ...path('q1').reverse()].join('L')}Z`;
  const d = `M${path('median').join('L')}${medians.length === 1 ? 'h.01' : ''}`;
  const look = { d, fill: 'none', 'stroke-linejoin': 'round', 'stroke-linecap': 'round' };
  return [
    element(document, 'path', { d: band, fill: 'var(--ink)', opacity: 0.09 }),
    element(document, 'path', { ...look, stroke: 'var(--bg)', 'stroke-width': 5 }),
    element(document, 'path', { ...look, stroke: 'var(--ink)', 'stroke-width': 1.8 }),
  ];
}

/** Pinned firms and the word at the line of medians, each where nothing else is written. */
function namesOver(document: Document, { pins, medians }: RelationShown, { x, y }: RelationPlan, words: RelationWords): SVGElement[] {
  const bounds = { x: x.from + 2, y: y.to + 2, width: x.to - x.from - 4, height: y.from - y.to - 4 };
  const placed = pins.flatMap((pin) => (pin.x === null || pin.y === null ? [] : [{ name: pin.name, x: x.at(pin.x), y: y.at(pin.y) }]));
  const placing = placingWithin(bounds, [
    ...medians.map((bin) => ({ x: x.at(bin.x), y: y.at(bin.median) })),
    ...placed.flatMap((pin) => pointsIn({ x: pin.x - 5, y: pin.y - 5, width: 10, height: 10 })),
  ]);
  const place = (said: string, near: Point): Point => {
    const found = placing({ width: widthOf(said), height: LINE }, near);
    return { x: found.x, y: found.y + 10 };
  };
  const first = medians[0];
  return [
    ...(first === undefined
      ? []
      : [
          label(document, words.medians, { ...place(words.medians, { x: x.at(first.x), y: y.at(first.median) }), tone: 'ink', halo: true }),
        ]),
    ...placed.flatMap((pin) => {
      const said = fitted(pin.name, Math.max(60, bounds.width / 3));
      const words = label(document, said, { ...place(said, pin), tone: 'ink', weight: 600, halo: true });
      return [titled(document, element(document, 'g', { 'data-pin': pin.name }, [diamond(document, pin.x, pin.y), words]), pin.name)];
    }),
  ];
}
