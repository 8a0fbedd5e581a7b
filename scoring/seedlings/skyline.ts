import { orderOf } from '../radix';

/** The points of one layer in the plane of the second and third axis that no other covers: second ascending, third descending. */
interface Stairs {
  readonly second: number[];
  readonly third: number[];
}

/**
 * Pareto layer of each position on three axes, more being better: 1 where no other is at least as good on every axis and better on one, 2 where none
 * is once layer 1 is taken away, and so on. Equal ones share a layer. 0 where an axis is missing (NaN): gaps are not judged.
 *
 * Taken in descending order of the axes, whoever beats a firm has come before it, so that only the other two axes are looked at: the layer is found by
 * halves, as a firm beaten in one layer is beaten in all before it.
 */
export function skylineLayers(axes: readonly [Float64Array, Float64Array, Float64Array]): Int32Array {
  const layers = new Int32Array(axes[0].length);
  const [first, second, third] = axes;
  const order = descending(axes);
  const stairs: Stairs[] = [];
  for (let at = 0; at < order.length; at++) {
    const i = order[at]!;
    const before = at > 0 ? order[at - 1]! : -1;
    if (before >= 0 && first[before] === first[i] && second[before] === second[i] && third[before] === third[i]) {
      layers[i] = layers[before]!;
      continue;
    }
    layers[i] = layerOf(stairs, second[i]!, third[i]!) + 1;
  }
  return layers;
}

/** Positions with all three axes, by the first, then the second, then the third, highest first. */
function descending([first, second, third]: readonly [Float64Array, Float64Array, Float64Array]): Int32Array {
  const keys = new Float64Array(first.length);
  let judged = 0;
  for (let i = 0; i < keys.length; i++) {
    const isJudged = !Number.isNaN(first[i]! + second[i]! + third[i]!);
    keys[i] = isJudged ? first[i]! : NaN;
    if (isJudged) judged++;
  }
  // What is not judged (NaN) comes last.
  const order = orderOf(keys, true).subarray(0, judged);
  for (let start = 0; start < judged;) {
    let end = start + 1;
    while (end < judged && first[order[end]!] === first[order[start]!]) end++;
    if (end - start > 1) order.subarray(start, end).sort((a, b) => second[b]! - second[a]! || third[b]! - third[a]!);
    start = end;
  }
  return order;
}

/** Number of the first layer in which nobody beats the point, from 0; the point is put into it. */
function layerOf(stairs: Stairs[], second: number, third: number): number {
  let from = 0;
  let to = stairs.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    const { second: seconds, third: thirds } = stairs[middle]!;
    const place = firstFrom(seconds, second);
    if (place < seconds.length && thirds[place]! >= third) from = middle + 1;
    else to = middle;
  }
  if (from === stairs.length) stairs.push({ second: [], third: [] });
  put(stairs[from]!, second, third);
  return from;
}

/** Puts a point nobody covers into the stairs, and takes out those it covers. */
function put({ second: seconds, third: thirds }: Stairs, second: number, third: number): void {
  const place = firstFrom(seconds, second);
  const end = seconds[place] === second ? place + 1 : place;
  let start = place;
  while (start > 0 && thirds[start - 1]! <= third) start--;
  seconds.splice(start, end - start, second);
  thirds.splice(start, end - start, third);
}

/** Where the first number that is not below `value` stands. */
function firstFrom(ascending: readonly number[], value: number): number {
  let from = 0;
  let to = ascending.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (ascending[middle]! < value) from = middle + 1;
    else to = middle;
  }
  return from;
}
