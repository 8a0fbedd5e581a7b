import type { MeasureFacts, Range, RelationAnswer } from '../../scoring/distribution/format';
import { leftRoom, type AxisWords } from './axis';
import { element, type Size } from './element';
import type { Box } from './hatch';
import { legendHeight, type LegendItem } from './legend';
import { scaleOf, type Scale } from './scale';

/** What a relation is drawn from. */
export type RelationShown = Pick<
  RelationAnswer,
  'logX' | 'logY' | 'xEdges' | 'yEdges' | 'cells' | 'selectedCells' | 'points' | 'medians' | 'pins'
> & {
  /** Units of the logarithms, see `Domain`. */
  readonly x?: Pick<MeasureFacts, 'logUnit'>;
  readonly y?: Pick<MeasureFacts, 'logUnit'>;
};

export interface RelationWords {
  readonly x: AxisWords & { readonly name: string };
  readonly y: AxisWords & { readonly name: string };
  /** Before the shades of the legend, and firms of one shade; `to` is null at the last. */
  readonly cells: string;
  readonly shade: (from: number, to: number | null) => string;
  readonly medians: string;
  readonly nothing: string;
  /** Told by the pointer. */
  readonly cell: (count: number, x: Range, y: Range) => string;
}

export interface RelationPlan extends Size {
  readonly x: Scale;
  readonly y: Scale;
  /** Least firms of each shade, ascending, the first 1. */
  readonly steps: readonly number[];
  /** The cell a place is in; null outside. */
  readonly cellAt: (across: number, down: number) => number | null;
}

const [TOP, FOOT, RIGHT] = [20, 22, 12];
const SHADES = 6;

/** Where the cells of a relation stand; a view asks it what is under its pointer and where a brush lies. */
export function relationPlan(shown: RelationShown, size: Size, words: RelationWords): RelationPlan {
  const { xEdges, yEdges, logX, logY, cells } = shown;
  const steps = stepsOf(cells.reduce((most, count) => Math.max(most, count), 1));
  const foot =
    FOOT +
    legendHeight(
      keysOf(shown, steps, words, () => []),
      size.width,
    );
  const down = { low: yEdges[0] ?? 0, high: yEdges.at(-1) ?? 1, isLog: logY, logUnit: shown.y?.logUnit };
  const ground = Math.max(TOP + 20, size.height - foot);
  const y = scaleOf(down, ground, TOP);
  const left = leftRoom(y, words.y.tick);
  const across = { low: xEdges[0] ?? 0, high: xEdges.at(-1) ?? 1, isLog: logX, logUnit: shown.x?.logUnit };
  const x = scaleOf(across, left, Math.max(left + 20, size.width - RIGHT));
  const cellAt = (px: number, py: number): number | null => {
    if (px < x.from || px > x.to || py > y.from || py < y.to) return null;
    const [column, row] = [binOf(xEdges, x.value(px)), binOf(yEdges, y.value(py))];
    return column === null || row === null ? null : row * (xEdges.length - 1) + column;
  };
  return { ...size, x, y, steps, cellAt };
}

/** Every firm is a dot while all are few: then `points` holds some that are not selected. */
export function isAsDots({ points }: Pick<RelationShown, 'points'>): boolean {
  return points.some(({ selected }) => !selected);
}

/** What the shades mean; nothing where there are none. */
export function relationKeys(document: Document, shown: RelationShown, steps: readonly number[], words: RelationWords): LegendItem[] {
  return keysOf(shown, steps, words, (at, box) => [
    element(document, 'rect', { ...box, fill: 'var(--all-strong)', opacity: opacityOf(at, steps) }),
  ]);
}

function keysOf(
  shown: RelationShown,
  steps: readonly number[],
  words: RelationWords,
  mark: (at: number, box: Box) => readonly SVGElement[],
): LegendItem[] {
  if (isAsDots(shown) || shown.cells.every((count) => count === 0)) return [];
  const shades = steps.map((least, at) => {
    const next = steps[at + 1];
    return { words: words.shade(least, next === undefined ? null : next - 1), mark: (box: Box) => mark(at, box) };
  });
  return [{ words: words.cells, mark: null }, ...shades];
}

export function shadeOf(count: number, steps: readonly number[]): number {
  return steps.findLastIndex((least) => count >= least);
}

export function opacityOf(shade: number, steps: readonly number[]): number {
  return steps.length < 2 ? 0.6 : 0.24 + (0.76 * shade) / (steps.length - 1);
}

/** Shades rise by the same factor: 1 firm is seen beside a thousand. */
function stepsOf(most: number): readonly number[] {
  return [...new Set(Array.from({ length: SHADES }, (_, at) => Math.ceil(most ** (at / SHADES) - 1e-9)))];
}

function binOf(edges: readonly number[], value: number): number | null {
  if (edges.length < 2 || value < edges[0]! || value > edges.at(-1)!) return null;
  const next = edges.findIndex((edge) => edge > value);
  return next < 0 ? edges.length - 2 : next - 1;
}
