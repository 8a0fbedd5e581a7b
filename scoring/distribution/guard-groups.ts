import type { Answer } from '../statistics/answer';
import { refused } from '../statistics/answer';
import type { ChangeAnswer, ChangePart, GroupsAnswer, PairOfGroups } from './format';
import { type Guard, hideParts } from './guard-counts';
import { guardSteps, NO_CURVE, stepsAreDominated } from './guard-curves';
import { guardAccount, guardQuantiles, isListed } from './guard-figures';

/** A statistic of too few firms is refused, and of how many is NaN. */
export function guardAnswerOf(guard: Guard, answer: Answer, hides: boolean): Answer {
  if (!hides || Number.isNaN(answer.n)) return answer;
  if (answer.value !== null) guard.note('statistics');
  return refused('too_few', NaN);
}

/**
 * Groups without single firms: those of too few lose their counts, mean and steps, and every pair they are in; a second one loses its count where all of the frame are in the groups,
 * each once. What else could be compared is no finding and is left out.
 */
export function guardGroups(guard: Guard, answer: GroupsAnswer): GroupsAnswer {
  const { groups, account, shared } = answer;
  const ns = groups.map(({ figures }) => figures.n);
  const present = guard.isSmall(account.present);
  const isWhole = shared === 0 && !present && ns.reduce((sum, n) => sum + n, 0) === account.present;
  const hidden = isWhole ? hideParts(guard, ns).hidden : ns.map((n) => Number.isNaN(guard.count(n)));
  const some = hidden.includes(true);
  const hidesOf = (value: string): boolean => hidden[groups.findIndex((group) => group.value === value)] ?? true;
  const guarded = groups.map((group, at) => guardGroup(guard, group, hidden[at]!));
  const lost = (count: 'missing' | 'zero'): boolean => isWhole && guarded.some(({ figures }) => Number.isNaN(figures[count]));
  const { kruskal } = answer;
  return {
    ...answer,
    account: guardAccount(guard, account, { present, missing: lost('missing'), zero: present || lost('zero'), negative: present }).account,
    groups: guarded,
    offered: [],
    pairs: answer.pairs.map((pair) => guardPair(guard, pair, [hidesOf(pair.a), hidesOf(pair.b)])),
    kruskal: kruskal && {
      h: guardAnswerOf(guard, kruskal.h, some),
      p: guardAnswerOf(guard, kruskal.p, some),
      epsilon2: guardAnswerOf(guard, kruskal.epsilon2, some),
    },
    shared: guard.count(shared),
  };
}

type Group = GroupsAnswer['groups'][number];
function guardGroup(guard: Guard, group: Group, hidesN: boolean): Group {
  const { figures, ecdf } = group;
  const isDominated = stepsAreDominated(guard, ecdf, figures.n, figures.mean);
  const hide = {
    n: hidesN,
    missing: Number.isNaN(guard.count(figures.missing)),
    zero: Number.isNaN(figures.zero) || guard.isSmall(figures.zero) || (figures.zero > 0 && guard.isSmall(figures.n - figures.zero)),
  };
  if (hide.zero && !Number.isNaN(figures.zero)) guard.note('small');
  if (hidesN) guard.note('steps', ecdf.at.length);
  return {
    ...group,
    figures: guardQuantiles(guard, figures, hide, isDominated),
    // Heights of steps are n-ths, which tell n.
    ecdf: hidesN ? NO_CURVE : guardSteps(guard, ecdf, figures.n),
  };
}

function guardPair(guard: Guard, pair: PairOfGroups, [hidesA, hidesB]: readonly [boolean, boolean]): PairOfGroups {
  const hides = hidesA || hidesB;
  const of = (answer: Answer): Answer => guardAnswerOf(guard, answer, hides);
  const medians = hides || !isListed(guard, pair.na, 0.5) || !isListed(guard, pair.nb, 0.5);
  return {
    ...pair,
    na: hidesA ? NaN : pair.na,
    nb: hidesB ? NaN : pair.nb,
    cliff: of(pair.cliff),
    a12: of(pair.a12),
    size: hides ? null : pair.size,
    medianDifference: guardAnswerOf(guard, pair.medianDifference, medians),
    kolmogorov: { d: of(pair.kolmogorov.d), p: of(pair.kolmogorov.p) },
    mannWhitney: { u: of(pair.mannWhitney.u), p: of(pair.mannWhitney.p) },
    dunn: pair.dunn && { z: of(pair.dunn.z), p: of(pair.dunn.p) },
  };
}

/**
 * Two years without single firms. Stayers, entrants and leavers add up with the n of either year: where one part is of too few, none of the three is listed, nor what
 * they add to the change of the mean, nor the moves of the stayers.
 */
export function guardChange(guard: Guard, answer: ChangeAnswer): ChangeAnswer {
  const parts = [answer.stayers, answer.entrants, answer.leavers] as const;
  const hides = parts.some(({ n }) => Number.isNaN(n) || guard.isSmall(n));
  const small = parts.filter(({ n }) => guard.isSmall(n)).length;
  guard.note('small', small);
  if (hides) guard.note('second', parts.filter(({ n }) => !Number.isNaN(n)).length - small);
  const [stayers, entrants, leavers] = parts.map((part) => (hides ? nothingOf(guard, part) : guardPart(guard, part))) as [
    ChangePart,
    ChangePart,
    ChangePart,
  ];
  return {
    ...answer,
    before: guardEnd(guard, answer.before),
    after: guardEnd(guard, answer.after),
    stayers,
    entrants,
    leavers,
    moves: guardMoves(guard, answer.moves, hides),
    shift: answer.shift.map(({ p, before: from, after: to }) => ({
      p,
      before: listedAt(guard, from, answer.before.figures.n, p),
      after: listedAt(guard, to, answer.after.figures.n, p),
    })),
  };
}

function guardEnd(guard: Guard, { account, figures }: ChangeAnswer['before']): ChangeAnswer['before'] {
  const n = guard.isSmall(figures.n);
  const zero =
    Number.isNaN(figures.zero) || n || guard.isSmall(figures.zero) || (figures.zero > 0 && guard.isSmall(figures.n - figures.zero));
  const found = guardAccount(guard, account, { present: n, missing: false, zero, negative: n });
  guard.note('small', (n ? 1 : 0) + (zero && figures.zero > 0 ? 1 : 0));
  return { account: found.account, figures: guardQuantiles(guard, figures, { n, missing: found.hidesMissing, zero }) };
}

function nothingOf(guard: Guard, part: ChangePart): ChangePart {
  const { medianBefore, medianAfter, meanBefore, meanAfter, contribution } = part;
  guard.note('statistics', [medianBefore, medianAfter, meanBefore, meanAfter, contribution].filter((value) => value !== null).length);
  return { n: NaN, medianBefore: null, medianAfter: null, meanBefore: null, meanAfter: null, contribution: null };
}

function guardPart(guard: Guard, part: ChangePart): ChangePart {
  return {
    ...part,
    medianBefore: listedAt(guard, part.medianBefore, part.n, 0.5),
    medianAfter: listedAt(guard, part.medianAfter, part.n, 0.5),
  };
}

function listedAt(guard: Guard, value: number | null, n: number, p: number): number | null {
  if (value === null || (!guard.isSmall(n) && isListed(guard, n, p))) return value;
  guard.note('quantiles');
  return null;
}

function guardMoves(guard: Guard, { up, down, same, change }: ChangeAnswer['moves'], hides: boolean): ChangeAnswer['moves'] {
  const marks = hides ? [true, true, true] : hideParts(guard, [up, down, same]).hidden;
  if (hides) guard.note('second', [up, down, same].filter((count) => !Number.isNaN(count)).length);
  const [hidesUp, hidesDown, hidesSame] = marks;
  return {
    up: hidesUp ? NaN : up,
    down: hidesDown ? NaN : down,
    same: hidesSame ? NaN : same,
    change: guardQuantiles(guard, change, { n: hides, missing: Number.isNaN(guard.count(change.missing)), zero: hidesSame! }),
  };
}
