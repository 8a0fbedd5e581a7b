import { ruleEnds } from './rule-ends';
import type { Scheme } from '../scheme/format';
import { NORMALISATIONS, type Normalisation } from './normalise';

export const TOTALS = ['arithmetic', 'geometric'] as const;
export const TREATMENTS = ['none', 'winsorised'] as const;
export type TotalWay = (typeof TOTALS)[number];
export type Treatment = (typeof TREATMENTS)[number];

/** One way to make the board: a level of each choice. */
export interface Combination {
  readonly normalisation: Normalisation;
  readonly total: TotalWay;
  readonly treatment: Treatment;
}
/** Why a combination is not run. */
export type Refusal =
  /** Below 0 a geometric mean has no value, and z-scores are below 0 for half the firms. */
  | 'negative'
  /** With one base group there is nothing to combine. */
  | 'one_group';

/** What will be run, what will not and why, and the largest full grid among what runs, over which the indices are exact. */
export interface FactorialGrid {
  readonly runs: readonly Combination[];
  readonly refused: readonly (Combination & { readonly because: Refusal })[];
  readonly levels: {
    readonly normalisation: readonly Normalisation[];
    readonly total: readonly TotalWay[];
    readonly treatment: readonly Treatment[];
  };
}

/** The grid of a scheme, decided before anything is run. */
export function factorialGrid(scheme: Scheme): FactorialGrid {
  const bases = scheme.groups.filter(({ kind, id }) => kind === 'base' && scheme.indicators.some(({ group }) => group === id)).length;
  const canBeNegative = scheme.indicators.some((indicator) => ruleEnds(indicator).least < 0);
  const because = ({ normalisation, total }: Combination): Refusal | null => {
    if (total === 'arithmetic') return null;
    if (bases < 2) return 'one_group';
    return normalisation === 'z-score' || canBeNegative ? 'negative' : null;
  };
  const all = product(NORMALISATIONS, TOTALS, TREATMENTS);
  const runs = all.filter((one) => because(one) === null);
  return {
    runs,
    refused: all.flatMap((one) => {
      const reason = because(one);
      return reason === null ? [] : [{ ...one, because: reason }];
    }),
    levels: largestGrid(runs),
  };
}

/** Every combination, the last choice fastest. */
export function product(
  normalisations: readonly Normalisation[],
  totals: readonly TotalWay[],
  treatments: readonly Treatment[],
): Combination[] {
  return normalisations.flatMap((normalisation) =>
    totals.flatMap((total) => treatments.map((treatment) => ({ normalisation, total, treatment }))),
  );
}

/** Levels that run in every combination with each other: as many combinations as can be. Of equal ones the grid with more normalisations. */
function largestGrid(runs: readonly Combination[]): FactorialGrid['levels'] {
  const ran = new Set(runs.map((run) => JSON.stringify(run)));
  let best: FactorialGrid['levels'] = { normalisation: [], total: [], treatment: [] };
  let most = 0;
  for (const normalisation of subsets(NORMALISATIONS)) {
    for (const total of subsets(TOTALS)) {
      for (const treatment of subsets(TREATMENTS)) {
        const grid = product(normalisation, total, treatment);
        if (grid.length <= most || !grid.every((one) => ran.has(JSON.stringify(one)))) continue;
        most = grid.length;
        best = { normalisation, total, treatment };
      }
    }
  }
  return best;
}

/** Subsets, larger ones first, the empty one left out. */
function subsets<T>(list: readonly T[]): T[][] {
  const all = Array.from({ length: 2 ** list.length - 1 }, (_, at) => list.filter((_item, bit) => (((at + 1) >> bit) & 1) === 1));
  return all.sort((a, b) => b.length - a.length);
}
