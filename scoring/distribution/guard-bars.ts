import type { BarCounts, Bars } from './format';
import { type Guard, hideParts, withoutHidden } from './guard-counts';

/** Bars of a guarded answer, and which counts beside them are hidden with them. */
export interface GuardedBars {
  readonly bars: Bars;
  readonly hidesZero: boolean;
  /** How many are below 0 could be worked out of the bars, or would give one of them away. */
  readonly hidesNegative: boolean;
  /** Whether how many are selected may be listed with the bars. */
  readonly selectedStands: boolean;
}

/** Bars nobody may see: one bin of a count that is hidden. */
export const NO_BARS: Pick<Bars, 'edges' | 'isLog' | 'rule' | 'ruleWidth'> = { edges: [0, 1], isLog: false, rule: 'one', ruleWidth: NaN };

/**
 * Bars without those of too few firms. At either end such bars are put together with what lies beyond, until that is enough; those that remain are NaN, and with them as many
 * others as `hideParts` asks for. Of the selected a count is NaN, too, where the bar is, or where it leaves too few of the bar that are not selected.
 * Missing is no part of the sum. For enough firms altogether: then the others always suffice.
 */
export function guardBars(guard: Guard, bars: Bars, hidesMissing: boolean): GuardedBars {
  const cut = withoutEnds(guard, bars);
  const { all, selected } = cut;
  const parts = partsOf(all);
  const marks = hideParts(guard, parts);
  const bins = all.bins.length;
  const ofSelected = selected && selectedMarks(guard, parts, partsOf(selected), marks.hidden);
  const hidden = (counts: BarCounts, hide: readonly boolean[]): BarCounts => ({
    bins: withoutHidden(counts.bins, hide),
    zero: hide[bins] ? NaN : counts.zero,
    below: hide[bins + 1] ? NaN : counts.below,
    above: hide[bins + 2] ? NaN : counts.above,
    missing: hidesMissing ? NaN : counts.missing,
  });
  return {
    bars: {
      ...cut,
      all: hidden(all, marks.hidden),
      selected: selected &&
        ofSelected && { ...hidden(selected, ofSelected.hidden), missing: missingOf(guard, all, selected, hidesMissing) },
    },
    hidesZero: marks.hidden[bins]!,
    hidesNegative: hidesNegative(cut, marks.hidden),
    selectedStands: ofSelected?.totalStands ?? true,
  };
}

function partsOf({ bins, zero, below, above }: BarCounts): number[] {
  return [...bins, zero, below, above];
}

function selectedMarks(guard: Guard, all: readonly number[], selected: readonly number[], hidden: readonly boolean[]) {
  const rest = all.map((count, at) => count - selected[at]!);
  const marked = rest.map((count, at) => hidden[at]! || guard.isSmall(count));
  return hideParts(guard, selected, marked, [selected, rest]);
}

function missingOf(guard: Guard, all: BarCounts, selected: BarCounts, hidesMissing: boolean): number {
  if (hidesMissing || guard.isSmall(all.missing - selected.missing)) return NaN;
  return guard.isSmall(selected.missing) ? NaN : selected.missing;
}

/** Bars of too few firms at the ends go to what lies beyond. */
function withoutEnds(guard: Guard, bars: Bars): Bars {
  const edges = [...bars.edges];
  const all = copyOf(bars.all);
  const selected = bars.selected && copyOf(bars.selected);
  let merged = 0;
  const take = (end: 'below' | 'above'): void => {
    for (const counts of selected ? [all, selected] : [all]) counts[end] += (end === 'below' ? counts.bins.shift() : counts.bins.pop())!;
    if (end === 'below') edges.shift();
    else edges.pop();
    merged++;
  };
  const wants = (end: 'below' | 'above'): boolean => guard.isSmall(all[end]) || guard.isSmall(all.bins.at(end === 'below' ? 0 : -1)!);
  while (all.bins.length > 1 && wants('above')) take('above');
  while (all.bins.length > 1 && wants('below')) take('below');
  guard.note('ends', merged);
  return { ...bars, edges, all, selected };
}

function copyOf(counts: BarCounts) {
  return { ...counts, bins: [...counts.bins] };
}

/** Whether a bar on the left of 0 is hidden, or one bar reaches over 0: then how many are negative must not be told. */
function hidesNegative({ edges, all }: Bars, hidden: readonly boolean[]): boolean {
  const below = all.bins.length + 1;
  if (edges[0]! > 0 || hidden[below]!) return true;
  return all.bins.some((_, at) => edges[at]! < 0 && (edges[at + 1]! > 0 || hidden[at]!));
}
