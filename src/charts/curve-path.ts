import type { Curve } from '../../scoring/distribution/format';
import { round } from './element';
import type { Point } from './free-place';

type Along = (value: number) => number;

/** Place of the first figure that is not below `value`, of ascending ones; their number where all are below. */
export function firstFrom(ascending: readonly number[], value: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Points along a curve of steps, on its rises too, close enough that words keep off it. */
export function alongSteps({ at, height }: Curve, x: Along, y: Along): Point[] {
  const rises = Array.from({ length: 51 }, (_, level) => level / 50).flatMap((share) => {
    const value = at[firstFrom(height, share)];
    return value === undefined ? [] : [{ x: x(value), y: y(share) }];
  });
  const every = Math.max(1, Math.floor(at.length / 200));
  return [...rises, ...at.flatMap((value, place) => (place % every === 0 ? [{ x: x(value), y: y(height[place]!) }] : []))];
}

/** A curve as one line. Points closer than a third of a pixel to the one before are left out, ends stay: a million firms make no longer path than the picture is wide. */
export function curvePath({ at, height }: Curve, x: Along, y: Along): string {
  let path = '';
  let [before, level] = [NaN, NaN];
  at.forEach((value, place) => {
    const [across, up] = [x(value), y(height[place]!)];
    const isLast = place === at.length - 1;
    if (!isLast && Math.abs(across - before) < 0.33 && Math.abs(up - level) < 0.33) return;
    path += `${path === '' ? 'M' : 'L'}${round(across)} ${round(up)}`;
    [before, level] = [across, up];
  });
  return path;
}

/** A curve of steps: from `ground` it rises at each figure to the height there. Steps within a third of a pixel become one. */
export function stepPath({ at, height }: Curve, x: Along, y: Along): string {
  const first = at[0];
  if (first === undefined) return '';
  let path = `M${round(x(first))} ${round(y(0))}`;
  at.forEach((value, place) => {
    const next = at[place + 1];
    const across = x(value);
    if (next !== undefined && Math.floor(x(next) * 3) === Math.floor(across * 3)) return;
    path += `H${round(across)}V${round(y(height[place]!))}`;
  });
  return path;
}

/** The part of a curve that is on an axis. */
export function within({ at, height }: Curve, { low, high }: { readonly low: number; readonly high: number }): Curve {
  const [from, after] = [firstFrom(at, low), firstFrom(at, high)];
  const to = at[after] === high ? after + 1 : after;
  return { at: at.slice(from, to), height: height.slice(from, to) };
}

/** The ground below a curve, closed. */
export function areaPath(curve: Curve, x: Along, y: Along): string {
  const [first, last] = [curve.at[0], curve.at.at(-1)];
  if (first === undefined || last === undefined) return '';
  return `M${round(x(first))} ${round(y(0))}${curvePath(curve, x, y).replace('M', 'L')}L${round(x(last))} ${round(y(0))}Z`;
}
