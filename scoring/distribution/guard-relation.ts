import type { RelationAnswer } from './format';
import { type Guard, hideParts, withoutHidden } from './guard-counts';
import { guardCorrelation } from './guard-cells';
import { isListed } from './guard-figures';

/** Cells put together until no more than this share of the firms stand in small ones. */
const STRAY = 0.1;

/**
 * Two measures without single firms: no points, no pins. Where many firms stand in cells of too few, neighbouring cells are put together on both axes alike; cells that
 * remain small are NaN, with `beyond` and the selected as `hideParts` has it. Edges that end at a firm are rounded outwards, those between bins of medians to the roundest number between
 * the two firms; the outermost are NaN. Of those `beyond` a few may then lie within. Correlations as `guardMatrix`.
 */
export function guardRelation(guard: Guard, answer: RelationAnswer): RelationAnswer {
  const { account, points, pins, selected } = answer;
  guard.note('firms', points.length + pins.length);
  const isSmall = guard.isSmall(account.present);
  const stands = selected !== null && !isSmall && !guard.isSmall(selected.n) && !guard.isSmall(account.present - selected.n);
  if (selected !== null && !stands && !Number.isNaN(selected.n)) guard.note('small');
  const cells = isSmall ? NO_CELLS : cellsOf(guard, stands ? answer : { ...answer, selected: null, selectedCells: null });
  return {
    ...answer,
    account: accountOf(guard, account),
    ...cells,
    points: [],
    medians: isSmall ? [] : mediansOf(guard, answer.medians),
    pearson: guardCorrelation(guard, answer.pearson),
    spearman: guardCorrelation(guard, answer.spearman),
    kendall: answer.kendall && guardCorrelation(guard, answer.kendall),
    selected:
      stands && (isSmall || cells.selectedCells !== null || answer.selectedCells === null) ? guardCorrelation(guard, selected) : null,
    pins: [],
  };
}

type Cells = Pick<RelationAnswer, 'xEdges' | 'yEdges' | 'cells' | 'selectedCells' | 'beyond'>;
const NO_CELLS: Cells = { xEdges: [], yEdges: [], cells: [], selectedCells: null, beyond: NaN };

/** With both, without one, without either: parts of the rows, which are not listed where one of them is small. */
function accountOf(guard: Guard, account: RelationAnswer['account']): RelationAnswer['account'] {
  const { rows, ...parts } = account;
  const guarded = Object.fromEntries(Object.entries(parts).map(([name, count]) => [name, guard.count(count)])) as typeof parts;
  const hidesRows = guard.isSmall(rows) || Object.values(guarded).some(Number.isNaN);
  if (hidesRows && !Number.isNaN(rows)) guard.note('second');
  return { ...guarded, rows: hidesRows ? NaN : rows };
}

function cellsOf(guard: Guard, answer: RelationAnswer): Cells {
  const grid = together(guard, answer);
  const all = [...grid.cells, answer.beyond];
  const marks = hideParts(guard, all);
  const selected = grid.selectedCells;
  const some = selected && [...selected, answer.selected!.n - selected.reduce((sum, count) => sum + (Number.isNaN(count) ? 0 : count), 0)];
  const ofSelected = some && selectedMarks(guard, all, some, marks.hidden);
  if (ofSelected && !ofSelected.totalStands) guard.note('second');
  return {
    xEdges: withRoundEnds(grid.xEdges),
    yEdges: withRoundEnds(grid.yEdges),
    cells: withoutHidden(grid.cells, marks.hidden),
    beyond: marks.hidden.at(-1) ? NaN : answer.beyond,
    selectedCells: ofSelected?.totalStands ? withoutHidden(selected!, ofSelected.hidden) : null,
  };
}

function selectedMarks(guard: Guard, all: readonly number[], some: readonly number[], hidden: readonly boolean[]) {
  const rest = all.map((count, at) => count - some[at]!);
  return hideParts(
    guard,
    some,
    rest.map((count, at) => hidden[at]! || guard.isSmall(count)),
    [some, rest],
  );
}

/** The finest of the coarser grids in which few firms stand in small cells. */
function together(guard: Guard, answer: RelationAnswer): Omit<Cells, 'beyond'> {
  const [width, height] = [answer.xEdges.length - 1, answer.yEdges.length - 1];
  const { cells } = answer;
  const whole = cells.reduce((sum, count) => sum + count, 0);
  const stray = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + (guard.isSmall(count) ? count : 0), 0);
  if (!(stray(cells) > STRAY * whole)) return answer;
  const factors = Array.from({ length: Math.min(width, height) }, (_, at) => at + 1).filter((by) => width % by === 0 && height % by === 0);
  const factor = factors.find((by) => stray(summed(cells, width, by)) <= STRAY * whole) ?? factors.at(-1)!;
  guard.note('cells', cells.length - cells.length / factor ** 2);
  const every = (edges: readonly number[]): number[] => edges.filter((_, at) => at % factor === 0);
  return {
    xEdges: every(answer.xEdges),
    yEdges: every(answer.yEdges),
    cells: summed(cells, width, factor),
    selectedCells: answer.selectedCells && summed(answer.selectedCells, width, factor),
  };
}

function summed(cells: readonly number[], width: number, by: number): number[] {
  const out = new Array<number>(cells.length / by ** 2).fill(0);
  cells.forEach((count, at) => (out[Math.floor(Math.floor(at / width) / by) * (width / by) + Math.floor((at % width) / by)]! += count));
  return out;
}

/** The first edge down and the last one up to a multiple of a round part of a cell. */
function withRoundEnds(edges: readonly number[]): readonly number[] {
  if (edges.length < 4) return edges;
  const [first, last] = [edges[0]!, edges.at(-1)!];
  const down = Math.floor(first / roundStep(edges[2]! - edges[1]!)) * roundStep(edges[2]! - edges[1]!);
  const step = roundStep(edges.at(-2)! - edges.at(-3)!);
  return [tidy(down), ...edges.slice(1, -1), tidy(Math.ceil(last / step) * step)];
}

function mediansOf(guard: Guard, medians: RelationAnswer['medians']): RelationAnswer['medians'] {
  const between = (at: number): number => {
    const [low, high] = [medians[at - 1]?.to, medians[at]?.from];
    // The bounds of two neighbours meet once they have been rounded.
    return low === undefined || high === undefined ? NaN : low < high ? roundBetween(low, high) : high;
  };
  return medians.flatMap((bin, at) => {
    if (!isListed(guard, bin.n, 0.5)) {
      guard.note('quantiles', 4);
      return [];
    }
    const hasQuartiles = isListed(guard, bin.n, 0.25);
    if (!hasQuartiles && !Number.isNaN(bin.q1)) guard.note('quantiles', 2);
    guard.note('firms', (at === 0 && !Number.isNaN(bin.from) ? 1 : 0) + (at === medians.length - 1 && !Number.isNaN(bin.to) ? 1 : 0));
    return [{ ...bin, from: between(at), to: between(at + 1), ...(hasQuartiles ? {} : { q1: NaN, q3: NaN }) }];
  });
}

/** A number above `low` and not above `high`, as round as there is one; `high` itself where doubles leave no other. */
function roundBetween(low: number, high: number): number {
  const finest = roundStep(high - low) / 10;
  for (let step = roundStep(Math.max(Math.abs(low), Math.abs(high))); step >= finest; step /= 10) {
    const found = tidy((Math.floor(low / step) + 1) * step);
    if (found > low && found <= high) return found;
  }
  return high;
}

/** The largest power of ten that is not larger. */
function roundStep(width: number): number {
  return Number(`1e${Math.floor(Math.log10(width))}`);
}

function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
