import type { Range } from './format';

/** Ranges put together: ascending, none overlapping. Exact numbers (from = to) inside another range vanish in it. */
export function unionRanges(ranges: readonly Range[]): Range[] {
  const sorted = ranges.filter(isRange).sort((a, b) => low(a) - low(b) || high(a) - high(b));
  const out: Range[] = [];
  for (const range of sorted) {
    const last = out.at(-1);
    if (last && meets(last, range)) out[out.length - 1] = { from: last.from, to: high(range) > high(last) ? range.to : last.to };
    else out.push({ from: range.from, to: range.to });
  }
  return out;
}

/** Whether two ranges, the lower one first, can be written as one. */
function meets(one: Range, other: Range): boolean {
  if (isExact(one)) return low(other) === low(one);
  return low(other) < high(one) || (low(other) === high(one) && !isExact(other));
}

/** Ranges without another: what lies in it is taken out. */
export function subtractRange(ranges: readonly Range[], taken: Range): Range[] {
  if (!isRange(taken)) return unionRanges(ranges);
  return unionRanges(ranges).flatMap((range): Range[] => {
    if (isExact(range)) return low(range) >= low(taken) && low(range) < high(taken) ? [] : [range];
    if (isExact(taken) || low(taken) >= high(range) || high(taken) <= low(range)) return [range];
    const parts: Range[] = [];
    if (low(taken) > low(range)) parts.push({ from: range.from, to: taken.from });
    if (high(taken) < high(range)) parts.push({ from: taken.to, to: range.to });
    return parts;
  });
}

function isRange({ from, to }: Range): boolean {
  return !(from !== null && to !== null && from > to);
}
function isExact({ from, to }: Range): boolean {
  return from !== null && from === to;
}
function low({ from }: Range): number {
  return from ?? -Infinity;
}
function high({ to }: Range): number {
  return to ?? Infinity;
}
