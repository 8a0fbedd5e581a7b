import { chosenStamp } from '../chosen';
import { type SegmentCodes, UNKNOWN, NONE, segmentCodes, segmentMembers, valueName } from '../segment';
import { rowsOfYear } from '../year-rows';
import type { Ranked } from './context';
import type { Dimension, Segment, SegmentNode } from './format';

/** Fewer firms than this cannot carry a ranking. */
const SMALL = 5;

/** A node with the cut one level down. */
export type SegmentBranch = SegmentNode & { readonly children: readonly SegmentNode[] };

/** Segments with at least one firm, most firms first; stages in the order of the scheme; none and unknown at the end. */
function nodes(ctx: Ranked, dimension: Dimension, { values }: SegmentCodes, counts: ArrayLike<number>): SegmentNode[] {
  const inOrder = dimension === 'stage' && ctx.scheme.stages.length > 0;
  const named = (value: string): Pick<SegmentNode, 'name'> => {
    const name = valueName(ctx, dimension, value);
    return name ? { name } : {};
  };
  const sinks = (value: string): number => (value === UNKNOWN ? 2 : value === NONE ? 1 : 0);
  return values
    .map((value, code) => ({ dimension, value, ...named(value), firms: counts[code]!, small: counts[code]! < SMALL }))
    .filter(({ firms }) => firms > 0)
    .sort((a, b) => {
      const last = sinks(a.value) - sinks(b.value);
      if (last !== 0 || inOrder) return last;
      return b.firms - a.firms || (a.value < b.value ? -1 : 1);
    });
}

/** Firms of the year in each segment of a dimension, within another segment; empty where the dimension is not offered. Firms with several titles count in each. */
export function segmentCounts(ctx: Ranked, dimension: Dimension, year: number, within: Segment = {}): SegmentNode[] {
  const found = segmentCodes(ctx, dimension);
  if (!found) return [];
  const { codes, offsets, count } = found;
  const inside = segmentMembers(ctx, within);
  const counts = new Int32Array(count);
  for (const row of rowsOfYear(ctx.panel, year)) {
    if (inside[row] === 0) continue;
    const end = offsets ? offsets[row + 1]! : row + 1;
    for (let at = offsets ? offsets[row]! : row; at < end; at++) counts[codes[at]!]!++;
  }
  return nodes(ctx, dimension, found, counts);
}

const known = new WeakMap<Int16Array, Map<string, SegmentBranch[]>>();

/**
 * The segment tree of a year: the first offered dimension, and under each of its segments the second. All firms of the year count, ranked or not:
 * no weight moves it, and it is kept with the stages, which belong to one panel and scheme, as long as the chosen groups it shows are the same.
 */
export function segmentTree(ctx: Ranked, dimensions: readonly Dimension[], year: number): SegmentBranch[] {
  const { stage } = ctx.evaluated;
  let trees = known.get(stage);
  if (!trees) known.set(stage, (trees = new Map()));
  const key = `${year} ${dimensions.join()}${dimensions.includes('chosen') ? ` ${chosenStamp(ctx.panel)}` : ''}`;
  let tree = trees.get(key);
  if (!tree) trees.set(key, (tree = growTree(ctx, dimensions, year)));
  return tree;
}

function growTree(ctx: Ranked, dimensions: readonly Dimension[], year: number): SegmentBranch[] {
  const [outer, inner] = dimensions.filter((dimension) => segmentCodes(ctx, dimension) !== null);
  if (outer === undefined) return [];
  const branches = segmentCounts(ctx, outer, year);
  if (inner === undefined || inner === outer) return branches.map((node) => ({ ...node, children: [] }));
  const codes = segmentCodes(ctx, outer)!;
  const crossed = crossCounts(ctx, codes, segmentCodes(ctx, inner)!, year);
  return branches.map((node) => ({
    ...node,
    children: nodes(ctx, inner, segmentCodes(ctx, inner)!, crossed.get(codes.values.indexOf(node.value))!),
  }));
}

/** Outer code → firms by inner code, for the outer codes that occur. */
function crossCounts(ctx: Ranked, outer: SegmentCodes, inner: SegmentCodes, year: number): Map<number, Int32Array> {
  const table: (Int32Array | undefined)[] = [];
  for (const row of rowsOfYear(ctx.panel, year)) {
    const outerEnd = outer.offsets ? outer.offsets[row + 1]! : row + 1;
    for (let i = outer.offsets ? outer.offsets[row]! : row; i < outerEnd; i++) {
      const counts = (table[outer.codes[i]!] ??= new Int32Array(inner.count));
      const innerEnd = inner.offsets ? inner.offsets[row + 1]! : row + 1;
      for (let j = inner.offsets ? inner.offsets[row]! : row; j < innerEnd; j++) counts[inner.codes[j]!]!++;
    }
  }
  return new Map(table.flatMap((counts, code) => (counts ? [[code, counts] as const] : [])));
}
