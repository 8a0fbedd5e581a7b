import { onScale, type Scale } from './scale';

/** One side of a scatter: what is shown of its values, in their unit, and in how many cells. */
export interface GridAxis {
  readonly from: number;
  readonly to: number;
  readonly cells: number;
  readonly scale: Scale;
}

/** Firms counted in cells of two columns. All add up: Σ counts + beyond + missing = rows. */
export interface ScatterGrid {
  /** Cell (i, j), i along x and j along y from the lowest, is `counts[j · x.cells + i]`. */
  readonly counts: Int32Array;
  /** Firms in the fullest cell, 0 of none. */
  readonly most: number;
  /** Firms with both values of which one is not shown: beyond the ends, or below 0 on a logarithm. */
  readonly beyond: number;
  /** Firms without one of the two; an infinite value is none. */
  readonly missing: number;
}

/** Counts two columns of equal length in even cells of their scales, [from, to), the last ones closed, in one pass. */
export function scatterGrid(xs: Float64Array, ys: Float64Array, x: GridAxis, y: GridAxis): ScatterGrid {
  if (xs.length !== ys.length) throw new RangeError(`columns of ${xs.length} and ${ys.length} rows`);
  const counts = new Int32Array(x.cells * y.cells);
  const [perX, perY] = [perUnit(x), perUnit(y)];
  const [lowX, lowY] = [onScale(x.from, x.scale), onScale(y.from, y.scale)];
  const [isLogX, isLogY] = [x.scale === 'log1p', y.scale === 'log1p'];
  let [beyond, missing] = [0, 0];
  for (let row = 0; row < xs.length; row++) {
    const vx = xs[row]!;
    const vy = ys[row]!;
    if (vx - vx !== 0 || vy - vy !== 0) {
      missing++;
    } else if (vx < x.from || vx > x.to || vy < y.from || vy > y.to) {
      beyond++;
    } else {
      const i = (((isLogX ? Math.log1p(vx) * Math.LOG10E : vx) - lowX) * perX) | 0;
      const j = (((isLogY ? Math.log1p(vy) * Math.LOG10E : vy) - lowY) * perY) | 0;
      counts[(j < y.cells ? j : y.cells - 1) * x.cells + (i < x.cells ? i : x.cells - 1)]!++;
    }
  }
  return { counts, most: counts.reduce((most, count) => Math.max(most, count), 0), beyond, missing };
}

/** Cells per unit of the scale. An axis must have some length and a place for both its ends. */
function perUnit({ from, to, cells, scale }: GridAxis): number {
  const length = onScale(to, scale) - onScale(from, scale);
  if (!(length > 0) || !(cells >= 1)) throw new RangeError(`an axis from ${from} to ${to} (${scale}) in ${cells} cells`);
  return cells / length;
}
