import type { Ranked } from '../board/context';
import { type Answer, found, type Refusal, refused } from '../statistics/answer';
import { cliff, medianDifference } from '../statistics/cliff';
import { dunn } from '../statistics/dunn';
import { kolmogorovSmirnov } from '../statistics/kolmogorov-smirnov';
import { kruskalWallis } from '../statistics/kruskal-wallis';
import { mannWhitney } from '../statistics/mann-whitney';
import { pairWins } from '../statistics/pair-wins';
import { rankSums } from '../statistics/rank-sums';
import { LEAST_FOR_TEST } from '../statistics/test-result';
import { accountOf, gatherPart, type Gathered, quantilesOf } from './figures';
import type { ChartSpec, Frame, GroupsAnswer, PairOfGroups } from './format';
import { frameRows, partsOf, type Parts } from './frame';
import { gatheredOf } from './gathered';
import type { Measured } from './measure';
import { filledParts, membersOf } from './segments';
import { stepsOf } from './spread';

type Spec = Extract<ChartSpec, { is: 'groups' }>;

/** The most groups held against each other at once. */
const MOST = 6;

/** Groups held against each other, pair by pair: how far one lies above the other first, tests behind. Without a choice the two with most firms. null where the data do not offer the dimension. */
export function groupsOf(ctx: Ranked, spec: Spec, frame: Frame, measured: Measured): GroupsAnswer | null {
  const rows = frameRows(ctx, frame);
  const parts = partsOf(ctx, spec.by, rows);
  if (!parts) return null;
  const offered = filledParts(parts)
    .map((part) => ({ part, gathered: gatherPart(measured, rows, membersOf(parts, part)) }))
    .sort((a, b) => b.gathered.sorted.length - a.gathered.sorted.length || (parts.values[a.part]! < parts.values[b.part]! ? -1 : 1));
  const wanted = spec.of.length > 0 ? spec.of : offered.slice(0, 2).map(({ part }) => parts.values[part]!);
  const taken = offered.filter(({ part }) => wanted.includes(parts.values[part]!)).slice(0, MOST);
  const shared = sharedFirms(
    parts,
    taken.map(({ part }) => part),
    rows.length,
  );
  const sums = shared === 0 && taken.length > 2 ? sumsOf(taken.map(({ gathered }) => gathered)) : null;
  const posthoc = sums && dunn(sums);
  const kruskal = sums && kruskalWallis(sums);
  return {
    is: 'groups',
    measure: measured.facts,
    account: accountOf(gatheredOf(measured, rows)),
    by: spec.by,
    groups: taken.map(({ part, gathered }) => ({
      value: parts.values[part]!,
      name: parts.names[part]!,
      figures: quantilesOf(gathered),
      ecdf: stepsOf(gathered),
    })),
    offered: offered.map(({ part, gathered }) => ({ value: parts.values[part]!, name: parts.names[part]!, n: gathered.sorted.length })),
    pairs: taken.flatMap((one, at) =>
      taken.slice(at + 1).map((other, further): PairOfGroups => {
        const pair = posthoc?.find(({ a, b }) => a === at && b === at + 1 + further);
        const n = one.gathered.sorted.length + other.gathered.sorted.length;
        const answer = (value: number | undefined): Answer => (value === undefined ? refused('too_few', n) : found(value, n));
        return {
          a: parts.values[one.part]!,
          b: parts.values[other.part]!,
          ...pairOf(one.gathered.sorted, other.gathered.sorted),
          dunn: sums && { z: answer(pair?.z), p: answer(pair?.adjusted) },
        };
      }),
    ),
    kruskal: kruskal && {
      h: whole(kruskal, (one) => one.h),
      p: whole(kruskal, (one) => one.p),
      epsilon2: whole(kruskal, (one) => one.epsilon2),
    },
    shared,
  };
}

function pairOf(a: Float64Array, b: Float64Array): Omit<PairOfGroups, 'a' | 'b' | 'dunn'> {
  const wins = pairWins(a, b);
  const effect = cliff(wins);
  const smirnov = kolmogorovSmirnov(a, b);
  const whitney = mannWhitney(wins);
  return {
    na: a.length,
    nb: b.length,
    cliff: whole(effect, ({ delta }) => delta),
    a12: whole(effect, (one) => one.a12),
    size: effect.reason === null ? effect.size : null,
    medianDifference: medianDifference(a, b),
    kolmogorov: { d: whole(smirnov, ({ statistic }) => statistic), p: whole(smirnov, ({ p }) => p) },
    mannWhitney: { u: whole(whitney, ({ statistic }) => statistic), p: whole(whitney, ({ p }) => p) },
  };
}

type Found = { readonly reason: null; readonly n: number };
type Refused = { readonly reason: Refusal; readonly n: number };

/** One number of a result that has several, or why it has none. */
function whole<One extends Found>(result: One | Refused, pick: (one: One) => number): Answer {
  return result.reason === null ? found(pick(result), result.n) : refused(result.reason, result.n);
}

/** Firms that stand in more than one of some parts. */
function sharedFirms({ starts, members }: Parts, taken: readonly number[], rows: number): number {
  const held = new Uint8Array(rows);
  for (const part of taken) for (let at = starts[part]!; at < starts[part + 1]!; at++) held[members[at]!]!++;
  return held.reduce((sum, parts) => sum + (parts > 1 ? 1 : 0), 0);
}

function sumsOf(groups: readonly Gathered[]) {
  const values = new Float64Array(groups.reduce((sum, { sorted }) => sum + sorted.length, 0));
  const codes = new Int32Array(values.length);
  let at = 0;
  groups.forEach(({ sorted }, group) => {
    values.set(sorted, at);
    codes.fill(group, at, at + sorted.length);
    at += sorted.length;
  });
  return rankSums(values, codes, groups.length, LEAST_FOR_TEST);
}
