import type { Box } from './hatch';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Side of the squares a picture is parted into, and how far words keep from marks. */
const [STEP, AIR] = [4, 3];
/** Height of a line of words. */
export const LINE = 12;

/** Places for one box after the other, each off what is taken and off those before; `also` is taken for this one alone. */
export type Placing = (size: Pick<Box, 'width' | 'height'>, near: Point, also?: readonly Point[]) => Point;

export function placingWithin(bounds: Box, marks: readonly Point[]): Placing {
  const taken = [...marks];
  return (size, near, also = []) => {
    const found = freePlace(size, bounds, near, squaresOf(bounds, [taken, also]));
    taken.push(...pointsIn({ ...found, ...size }));
    return found;
  };
}

/** Points all over a box, so that another keeps off it. */
export function pointsIn({ x, y, width, height }: Box): readonly Point[] {
  const points: Point[] = [];
  for (let across = 0; across <= width; across += STEP)
    for (let down = 0; down <= height; down += STEP) points.push({ x: x + across, y: y + down });
  return points;
}

/** How many points lie in the squares above and to the left of each: a table from which the points in any rectangle are read at once. */
interface Squares {
  readonly columns: number;
  readonly rows: number;
  readonly sums: Int32Array;
}

function squaresOf({ x, y, width, height }: Box, taken: readonly (readonly Point[])[]): Squares {
  const columns = Math.max(1, Math.ceil(Math.max(0, width) / STEP));
  const rows = Math.max(1, Math.ceil(Math.max(0, height) / STEP));
  const wide = columns + 1;
  const sums = new Int32Array(wide * (rows + 1));
  for (const points of taken)
    for (const point of points) {
      const [column, row] = [Math.floor((point.x - x) / STEP), Math.floor((point.y - y) / STEP)];
      if (column >= 0 && column < columns && row >= 0 && row < rows) sums[(row + 1) * wide + column + 1]!++;
    }
  for (let row = 1; row <= rows; row++)
    for (let column = 1; column <= columns; column++) {
      const at = row * wide + column;
      sums[at] = sums[at]! + sums[at - 1]! + sums[at - wide]! - sums[at - wide - 1]!;
    }
  return { columns, rows, sums };
}

/** The place for a box that lies on none of the points, as near to `near` as can be; where all lie on some, the one that lies on fewest. */
function freePlace(size: Pick<Box, 'width' | 'height'>, bounds: Box, near: Point, squares: Squares): Point {
  let best = { x: bounds.x, y: bounds.y };
  let [least, nearest] = [Infinity, Infinity];
  for (let across = 0; across <= Math.max(0, bounds.width - size.width); across += STEP)
    for (let down = 0; down <= Math.max(0, bounds.height - size.height); down += STEP) {
      const place = { x: bounds.x + across, y: bounds.y + down };
      const hits = hitsOf(squares, { x: across, y: down, ...size });
      const away = distance({ ...place, ...size }, near);
      if (hits < least || (hits === least && away < nearest)) [best, least, nearest] = [place, hits, away];
    }
  return best;
}

function hitsOf({ columns, rows, sums }: Squares, { x, y, width, height }: Box): number {
  const square = (place: number, most: number): number => Math.max(0, Math.min(most, Math.floor(place / STEP)));
  const [left, right] = [square(x - AIR, columns), square(x + width + AIR, columns - 1) + 1];
  const [top, bottom] = [square(y - AIR, rows), square(y + height + AIR, rows - 1) + 1];
  const sum = (column: number, row: number): number => sums[row * (columns + 1) + column]!;
  return sum(right, bottom) - sum(left, bottom) - sum(right, top) + sum(left, top);
}

/** From the nearest edge of a box; 0 inside. */
function distance({ x, y, width, height }: Box, point: Point): number {
  const [across, down] = [Math.max(x - point.x, 0, point.x - x - width), Math.max(y - point.y, 0, point.y - y - height)];
  return across * across + down * down;
}
