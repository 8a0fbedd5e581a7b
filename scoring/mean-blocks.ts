import { gapPatterns } from './gap-patterns';
import { groupTaking, groupWork } from './group-total';
import { sharesMean } from './mean';
import { meanBase, meanBlock } from './mean-total';
import type { Evaluated, Totals, Weights } from './scored';

/** What a total of means does block by block, beside what it adds up. */
interface MeanBlocks {
  /** Whether a group is a mean, by its number; the others are added up as ever. */
  readonly isMean: readonly boolean[];
  groupBlock(group: number, from: number, to: number): void;
  /** After the groups: the base, where it is a mean of them. */
  baseBlock(from: number, to: number): void;
}

/** Writes groups and base of a scheme that does not add up everything into `totals`. */
export function meansOf(evaluated: Evaluated, weights: Weights, totals: Totals): MeanBlocks {
  const { scheme } = evaluated;
  const patterns = gapPatterns(evaluated);
  const takings = scheme.groups.map(({ id }) => groupTaking(evaluated, weights, id, groupWork(evaluated, weights, id, patterns), patterns));
  const works = takings.map(({ work }) => work);
  const mean = sharesMean(scheme.means?.groups);
  const base = scheme.groups.flatMap(({ kind }, at) =>
    kind === 'base' ? [{ points: totals.groups[at]!, reach: takings[at]!.taking.reach }] : [],
  );
  return {
    isMean: works.map((work) => work !== null),
    groupBlock(at: number, from: number, to: number): void {
      const work = works[at];
      if (work) meanBlock(work, totals.groups[at]!, totals.lost[at]!, from, to);
    },
    baseBlock(from: number, to: number): void {
      if (mean) meanBase(mean, base, patterns.of, totals.base, from, to);
    },
  };
}
