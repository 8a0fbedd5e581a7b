import type { Account, Bars, Quantiles, SpreadAnswer } from './format';
import { guardBars, NO_BARS } from './guard-bars';
import type { Guard } from './guard-counts';
import { guardBothSteps, guardRange, NO_CURVE, stepsAreDominated } from './guard-curves';
import { guardAccount, guardQuantiles, NONE_HIDDEN, outermost } from './guard-figures';

/**
 * A distribution without single firms: bars by `guardBars`, steps thinned, densities cut off where bars end (of the selected at their widest listed quantiles), lines of figures
 * by `guardQuantiles`; no firm is drawn by itself or pinned. The selected are taken out where they, or those who are not, are too few. Of too few
 * firms altogether nothing but the missing is left.
 */
export function guardSpread(guard: Guard, answer: SpreadAnswer): SpreadAnswer {
  const { account, all, strip, pins } = answer;
  guard.note('firms', (strip?.length ?? 0) + pins.length);
  const bare = { ...answer, strip: null, pins: [] };
  if (guard.isSmall(account.present)) return nothingOf(guard, bare);
  const selected = selectedOf(guard, answer);
  const first = guardAccount(guard, account, { present: false, missing: false, zero: false, negative: false });
  const given = { ...answer.bars, selected: selected && answer.bars.selected };
  const { bars, ...of } = guardBars(guard, given, first.hidesMissing);
  const isShown = selected !== null && of.selectedStands;
  if (selected !== null && !isShown) guard.note('second');
  const hide = { n: false, missing: first.hidesMissing, zero: of.hidesZero };
  const dominated = sumsAreDominated(guard, answer);
  const figures = guardQuantiles(guard, all, hide, dominated.all);
  const some = isShown ? guardSelected(guard, selected, bars, dominated.selected) : null;
  return {
    ...bare,
    account: { ...first.account, zero: figures.zero, negative: negativeOf(guard, first.account, of.hidesNegative) },
    all: figures,
    selected: some,
    bars: isShown ? bars : { ...bars, selected: null },
    ...curvesOf(guard, answer, { figures, some, bars }),
  };
}

/** The selected, where both they and the others are enough, or nobody. */
function selectedOf(guard: Guard, { all, selected }: SpreadAnswer): Quantiles | null {
  if (!selected || guard.isSmall(selected.n) || guard.isSmall(all.n - selected.n)) {
    if (selected) guard.note('small');
    return null;
  }
  return selected;
}

function guardSelected(guard: Guard, selected: Quantiles, { selected: counts }: Bars, isDominated: boolean): Quantiles {
  const missing = Number.isNaN(counts?.missing ?? 0);
  const zero = Number.isNaN(counts?.zero ?? 0);
  return guardQuantiles(guard, selected, { ...NONE_HIDDEN, missing, zero }, isDominated);
}

function negativeOf(guard: Guard, { negative }: Account, hides: boolean): number {
  if (!hides || negative === 0 || Number.isNaN(negative)) return negative;
  guard.note('second');
  return NaN;
}

/** Whether sums rest on one or two firms; known where every firm is drawn, or every step. */
function sumsAreDominated(
  guard: Guard,
  { all, selected, strip, ecdf }: SpreadAnswer,
): { readonly all: boolean; readonly selected: boolean } {
  const steps = (firms: NonNullable<SpreadAnswer['strip']>) => {
    const sorted = firms.map(({ value }) => value).sort((a, b) => a - b);
    return { at: sorted, height: sorted.map((_, at) => (at + 1) / sorted.length) };
  };
  const ofAll = ecdf?.all ?? (strip && steps(strip));
  const ofSelected = ecdf ? ecdf.selected : strip && steps(strip.filter((firm) => firm.selected));
  return {
    all: ofAll !== null && stepsAreDominated(guard, ofAll, all.n, all.mean),
    selected: selected !== null && ofSelected !== null && stepsAreDominated(guard, ofSelected, selected.n, selected.mean),
  };
}

function curvesOf(
  guard: Guard,
  { ecdf, density }: SpreadAnswer,
  { figures, some, bars }: { readonly figures: Quantiles; readonly some: Quantiles | null; readonly bars: Bars },
): Pick<SpreadAnswer, 'ecdf' | 'density'> {
  const whole = { low: bars.edges[0]!, high: bars.edges.at(-1)! };
  return {
    ecdf: ecdf && guardBothSteps(guard, { all: ecdf.all, selected: some && ecdf.selected }, figures.n, some?.n ?? 0),
    density: density && {
      ...density,
      all: guardRange(guard, density.all, whole),
      selected: some && guardRange(guard, density.selected, outermost(some)),
    },
  };
}

/** Of an answer about too few firms: who is missing, if that gives nobody away. */
function nothingOf(guard: Guard, answer: SpreadAnswer): SpreadAnswer {
  guard.note('small');
  const { bars, all, ecdf, density } = answer;
  const { account, hidesMissing } = guardAccount(guard, answer.account, { present: true, missing: false, zero: true, negative: true });
  const missing = hidesMissing ? NaN : bars.all.missing;
  return {
    ...answer,
    account,
    all: guardQuantiles(guard, all, { n: true, missing: hidesMissing, zero: true }),
    selected: null,
    bars: { ...bars, ...NO_BARS, all: { bins: [NaN], missing, zero: NaN, below: NaN, above: NaN }, selected: null },
    ecdf: ecdf && { all: NO_CURVE, selected: null },
    density: density && { all: null, selected: null, bandwidth: null },
  };
}
