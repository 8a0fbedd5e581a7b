import { type Answer, refused } from '../statistics/answer';
import type { ConcentrationAnswer, Curve } from './format';
import { type Guard, hideParts, isDominated } from './guard-counts';
import { Cuts } from './guard-cuts';
import { guardAccount, isListed } from './guard-figures';

/**
 * Concentration without single firms. Shares of the largest and of the smallest are cuts through the firms in their order, and are judged together (`Cuts`): CRₖ first, then
 * deciles, then points of the Lorenz curve. A share that may not be listed is refused as too few, in a decile NaN; HHI and effective number go where the root of HHI all but names the
 * largest share; everything, where fewer than `least` firms have more than 0 or the whole rests on one or two. No firm is named or pinned; the ends of the deciles are NaN. The
 * selected go where they or the others are too few.
 */
export function guardConcentration(guard: Guard, answer: ConcentrationAnswer): ConcentrationAnswer {
  const { account, lorenz, top, pins } = answer;
  const n = account.present;
  const shares = top.map(({ share }) => share);
  guard.note('firms', top.length + pins.length);
  guard.note('small', guard.isSmall(n) ? 1 : 0);
  const isUnsafe = guard.isSmall(n) || guard.isSmall(n - account.zero) || restsOnFew(guard, shares);
  const hidesHhi = isUnsafe || hhiNames(guard, answer.hhi, shares);
  const cuts = new Cuts(guard, n, shares);
  const cr = answer.cr.map(({ k, share }) => ({
    k,
    share: kept(guard, share, isUnsafe || (share.value !== null && !cuts.take(n - k, 1 - share.value))),
  }));
  const deciles = isUnsafe ? noDeciles(guard, answer.deciles) : decilesOf(guard, answer.deciles, cuts, n);
  return {
    ...answer,
    account: accountOf(guard, answer),
    lorenz: { all: isUnsafe ? null : curveOf(guard, lorenz.all, cuts, n), selected: selectedCurve(guard, answer) },
    gini: kept(guard, answer.gini, isUnsafe),
    giniSelected: selectedStands(guard, answer) ? kept(guard, answer.giniSelected!, selectedRestsOnFew(guard, answer)) : null,
    theil: kept(guard, answer.theil, isUnsafe),
    split: answer.split && {
      ...answer.split,
      between: kept(guard, answer.split.between, isUnsafe),
      within: kept(guard, answer.split.within, isUnsafe),
    },
    hhi: kept(guard, answer.hhi, hidesHhi),
    effective: kept(guard, answer.effective, hidesHhi),
    cr,
    top: [],
    deciles,
    years: yearsOf(guard, answer, { isUnsafe, hidesHhi, hidesCr10: cr.some(({ k, share }) => k === 10 && share.value === null) }),
    pins: [],
  };
}

/** A statistic, refused where it may not be listed; a small n is NaN either way. */
function kept(guard: Guard, answer: Answer, hides: boolean): Answer {
  const isSmall = guard.isSmall(answer.n);
  if (!hides && !isSmall) return answer;
  if (answer.value !== null) guard.note(isSmall ? 'statistics' : 'dominated');
  return answer.value === null && !isSmall ? answer : refused('too_few', isSmall ? NaN : answer.n);
}

function restsOnFew(guard: Guard, [first = 0, second = 0]: readonly number[]): boolean {
  return isDominated(guard, first, second, 1 - first - second);
}

/** HHI less the square of the second largest share is at least the square of the largest: whether its root comes too near. */
function hhiNames(guard: Guard, { value }: Answer, [first = 0, second = 0]: readonly number[]): boolean {
  if (value === null || first === 0) return false;
  return Math.sqrt(Math.max(0, value - second * second)) - first < (guard.limits.share / 100) * first;
}

function accountOf(guard: Guard, { account }: ConcentrationAnswer): ConcentrationAnswer['account'] {
  const isSmall = guard.isSmall(account.present);
  return guardAccount(guard, account, { present: isSmall, missing: false, zero: isSmall, negative: isSmall }).account;
}

type Deciles = ConcentrationAnswer['deciles'];

function noDeciles(guard: Guard, deciles: Deciles): Deciles {
  guard.note('small', deciles.length);
  return [];
}

function decilesOf(guard: Guard, deciles: Deciles, cuts: Cuts, n: number): Deciles {
  if (deciles.some((decile) => guard.isSmall(decile.n))) return noDeciles(guard, deciles);
  const ends = deciles.map((_, at) => deciles.slice(0, at + 1).reduce((sum, decile) => sum + decile.n, 0));
  const taken = new Array<boolean>(deciles.length);
  for (let at = deciles.length - 1; at >= 0; at--) taken[at] = cuts.take(ends[at]!, deciles[at]!.cumulative);
  const bound = (value: number, tenth: number): number => {
    if (Number.isNaN(value) || (tenth > 0 && tenth < 10 && isListed(guard, n, tenth / 10))) return value;
    guard.note('firms');
    return NaN;
  };
  return deciles.map(({ from, to, share, cumulative, ...rest }, at) => {
    const hasShare = taken[at]! && (at === 0 || taken[at - 1]!);
    guard.note('dominated', (hasShare || Number.isNaN(share) ? 0 : 1) + (taken[at] || Number.isNaN(cumulative) ? 0 : 1));
    return {
      ...rest,
      from: bound(from, at),
      to: bound(to, at + 1),
      share: hasShare ? share : NaN,
      cumulative: taken[at] ? cumulative : NaN,
    };
  });
}

function curveOf(guard: Guard, curve: Curve | null, cuts: Cuts, n: number): Curve | null {
  if (!curve) return null;
  const steps = curve.at.flatMap((at, step) => (cuts.take(Math.round(at * n), curve.height[step]!) ? [step] : []));
  guard.note('steps', curve.at.length - steps.length);
  return { at: steps.map((step) => curve.at[step]!), height: steps.map((step) => curve.height[step]!) };
}

function selectedStands(guard: Guard, { account, giniSelected }: ConcentrationAnswer): boolean {
  return giniSelected !== null && !guard.isSmall(giniSelected.n) && !guard.isSmall(account.present - giniSelected.n);
}

function selectedCurve(guard: Guard, answer: ConcentrationAnswer): Curve | null {
  const { lorenz, giniSelected } = answer;
  if (giniSelected && !selectedStands(guard, answer)) guard.note('small');
  if (!lorenz.selected || !giniSelected || !selectedStands(guard, answer) || selectedRestsOnFew(guard, answer)) return null;
  return curveOf(guard, lorenz.selected, new Cuts(guard, giniSelected.n, topOf(lorenz.selected, giniSelected.n)), giniSelected.n);
}

function selectedRestsOnFew(guard: Guard, { lorenz, giniSelected }: ConcentrationAnswer): boolean {
  return lorenz.selected !== null && giniSelected !== null && restsOnFew(guard, topOf(lorenz.selected, giniSelected.n));
}

/** Shares of the largest firms as a curve shows them: its last steps, as long as each is one firm. */
function topOf({ at, height }: Curve, n: number): number[] {
  const top: number[] = [];
  for (let step = at.length - 1; step > 0 && Math.round((at[step]! - at[step - 1]!) * n) === 1; step--)
    top.push(height[step]! - height[step - 1]!);
  return top;
}

type Year = ConcentrationAnswer['years'][number];

/** Years by themselves, the year of the frame as the frame; where they add up to the frame, a second n is hidden beside a small one. */
function yearsOf(
  guard: Guard,
  { years, account, gini, hhi }: ConcentrationAnswer,
  hides: { readonly isUnsafe: boolean; readonly hidesHhi: boolean; readonly hidesCr10: boolean },
): Year[] {
  const ns = years.map(({ n }) => n);
  const addUp = ns.reduce((sum, n) => sum + n, 0) === account.present;
  const hidden =
    addUp && years.length > 1 && !guard.isSmall(account.present)
      ? hideParts(guard, ns).hidden
      : ns.map((n) => Number.isNaN(guard.count(n)));
  return years.map((year, at) => {
    const isOwn = year.n === account.present && year.gini.value === gini.value && year.hhi.value === hhi.value;
    const rest = year.n - 10;
    const of = (answer: Answer, lost: boolean): Answer => {
      const found = kept(guard, answer, isOwn && lost);
      return hidden[at] && !Number.isNaN(found.n) ? { ...found, n: NaN } : found;
    };
    return {
      ...year,
      n: hidden[at] ? NaN : year.n,
      gini: of(year.gini, hides.isUnsafe),
      cr10: guard.isSmall(rest) ? kept(guard, of(year.cr10, false), true) : of(year.cr10, hides.hidesCr10),
      hhi: of(year.hhi, hides.hidesHhi),
    };
  });
}
