import { relationPlot, type RelationBrush } from '../../../src/charts/relation-plot';
import type { RelationShown, RelationWords } from '../../../src/charts/relation-plan';
import type { Example } from './example';
import { evenly, evenlyOnLog, normals, quantile, skewed, sorted } from './synthetic';
import { count, range, tick } from './words';

const WORDS: RelationWords = {
  x: { tick, unit: '', name: '技术得分 →' },
  y: { tick, unit: '%', name: '三年营收复合增长，%' },
  cells: '每格',
  shade: (from, to) => (to === null ? `≥${count(from)} 家` : from === to ? count(from) : `${count(from)}–${count(to)}`),
  medians: '分箱中位',
  nothing: '没有一家两项都有数值',
  cell: (firms, x, y) => `技术得分 ${range(x)}，增长 ${range(y)}：${firms} 家`,
};
const size = (width: number) => ({ width, height: 300 });

function shownOf(
  xs: readonly number[],
  ys: readonly number[],
  xEdges: readonly number[],
  yEdges: readonly number[],
  chosen: readonly number[],
): RelationShown {
  const binOf = (edges: readonly number[], value: number): number => edges.findIndex((edge, at) => at > 0 && value < edge) - 1;
  const cellsOf = (rows: readonly number[]): number[] => {
    const cells = Array.from({ length: (xEdges.length - 1) * (yEdges.length - 1) }, () => 0);
    for (const row of rows) {
      const [column, line] = [binOf(xEdges, xs[row]!), binOf(yEdges, ys[row]!)];
      if (column >= 0 && line >= 0) cells[line * (xEdges.length - 1) + column]!++;
    }
    return cells;
  };
  const groups = evenly(xEdges[0]!, xEdges.at(-1)!, 10).flatMap((from, at, all) => {
    const to = all[at + 1];
    const inside = to === undefined ? [] : sorted(ys.filter((_, row) => xs[row]! >= from && xs[row]! < to));
    if (to === undefined || inside.length < 20) return [];
    return [
      {
        x: (from + to) / 2,
        from,
        to,
        median: quantile(inside, 0.5),
        q1: quantile(inside, 0.25),
        q3: quantile(inside, 0.75),
        n: inside.length,
      },
    ];
  });
  return {
    logX: false,
    logY: false,
    xEdges,
    yEdges,
    cells: cellsOf(xs.map((_, row) => row)),
    selectedCells: chosen.length === 0 ? null : cellsOf(chosen),
    points: [],
    medians: groups,
    pins: [],
  };
}

const strengths = normals(31, 5800, 24, 8);
const noise = normals(32, 5800, 0, 17);
const growths = strengths.map((x, row) => 2 + (x - 24) * 0.5 + noise[row]!);
const inRectangle = strengths.flatMap((x, row) => (x >= 25 && growths[row]! >= 10 ? [row] : []));
const base = shownOf(strengths, growths, evenly(0, 50, 40), evenly(-40, 80, 36), inRectangle);
const brush: RelationBrush = { x: { from: 25, to: null }, y: { from: 10, to: null }, words: `选区 ${count(inRectangle.length)} 家` };

const relation = (shown: RelationShown, brushed: RelationBrush | null, words = WORDS): Example => ({
  width: 360,
  draw: (document, width) => relationPlot(document, shown, brushed, size(width), words),
});
const point = (row: number, selected: boolean) => ({ firm: `${row}`, name: `企业 ${row}`, x: strengths[row]!, y: growths[row]!, selected });

/** Some hundred selected firms as points over the cells of everybody. */
export const relationPoints = relation(
  {
    ...base,
    points: inRectangle.filter((_, at) => at % 4 === 0).map((row) => point(row, true)),
    pins: [
      { firm: 'a', name: '芯禾微电子', x: 41, y: 31 },
      { firm: 'b', name: '百花环测', x: 38, y: 28 },
      { firm: 'c', name: '<script>alert(1)</script>'.repeat(8), x: 12, y: -20 },
      { firm: 'd', name: '石室重装', x: null, y: 4 },
    ],
  },
  brush,
);
/** Many selected: cells over cells. */
export const relationCells = relation(base, brush);
export const relationFew = relation(
  {
    ...base,
    points: Array.from({ length: 60 }, (_, row) => point(row, row % 6 === 0)),
    selectedCells: null,
    medians: base.medians.slice(3, 4),
  },
  null,
);
const spending = skewed(41, 3000, 1).map((value) => value ** 3 * 900);
const revenue = spending.map((value, row) => value * (8 + 5 * Math.abs(noise[row]!)));
export const relationLog = relation(
  { ...shownOf(spending, revenue, evenlyOnLog(1, 40_000, 32), evenlyOnLog(10, 4_000_000, 30), []), logX: true, logY: true, medians: [] },
  null,
  { ...WORDS, x: { tick, unit: '万元', name: '研发费用 →' }, y: { tick, unit: '万元', name: '营业收入，万元' } },
);
export const relationNone = relation(
  { ...base, cells: base.cells.map(() => 0), selectedCells: null, medians: [], xEdges: [0, 1], yEdges: [0, 1] },
  null,
);
