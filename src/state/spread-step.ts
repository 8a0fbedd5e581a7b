import type { BarCounts, ChartAnswer } from '../../scoring/distribution/format';
import { BARS_APART } from '../../scoring/distribution/bars-apart';

/** The selected counts of a chart while a brush is dragged, in the shape its picture takes: bars, or a count for each row or cell of its answer. */
export function stepCounts(answer: ChartAnswer, layer: Int32Array | null, values: readonly string[] | null): BarCounts | Int32Array | null {
  if (layer === null) return null;
  switch (answer.is) {
    case 'spread': {
      const bins = answer.bars.edges.length - 1;
      const [zero, below, above, missing] = BARS_APART.map((_, at) => layer[bins + at]!) as [number, number, number, number];
      return { bins: Array.from(layer.subarray(0, bins)), missing, zero, below, above };
    }
    case 'segments':
      return Int32Array.from(answer.rows, ({ value }) => layer[values?.indexOf(value) ?? -1] ?? 0);
    case 'relation':
      return layer.subarray(0, layer.length - 1);
    default:
      return null;
  }
}
