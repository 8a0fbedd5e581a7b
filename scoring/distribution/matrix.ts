import type { Ranked } from '../board/context';
import { found, refused } from '../statistics/answer';
import { clusterOrder } from '../statistics/cluster-order';
import { correlationMatrix, pairAt } from '../statistics/correlation-matrix';
import type { ChartSpec, Frame, MatrixAnswer } from './format';
import { frameRows } from './frame';
import type { Measured } from './measure';
import { taken } from './taken';

/** Correlations of every two of some measures over the firms of a frame that have both; like measures are put beside each other. */
export function matrixAnswer(
  ctx: Ranked,
  spec: Extract<ChartSpec, { is: 'matrix' }>,
  frame: Frame,
  measures: readonly Measured[],
): MatrixAnswer {
  const rows = frameRows(ctx, frame);
  const columns = measures.map(({ values }) => taken(values, rows));
  const matrix = correlationMatrix(columns, spec.kind);
  const present = columns.map((column) => column.reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : 1), 0));
  const cells = columns.map((_, a) =>
    columns.map((__, b) => {
      if (a === b) return present[a]! > 0 ? found(1, present[a]!) : refused('too_few', 0);
      return pairAt(matrix, a, b);
    }),
  );
  return {
    is: 'matrix',
    measures: measures.map(({ facts }) => facts),
    kind: spec.kind,
    rows: rows.length,
    order: clusterOrder(matrix).order,
    cells,
  };
}
