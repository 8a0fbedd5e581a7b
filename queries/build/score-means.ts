import type { Mean } from '../../scoring/scheme/format';
import { number } from './number';

/** Terms as a sum; of none it is 0. */
export const plus = (terms: readonly string[]): string => (terms.length === 0 ? '0e0' : terms.join(' + '));

/** A mean as two expressions: of a share, and back from the mean of those. */
export interface MeanSql {
  readonly into: (share: string) => string;
  readonly back: (mean: string) => string;
}

/** The mean of a level; null where it is the plain sum. A share counts from the floor up to a million. */
export function meanSql(mean: Mean | undefined): MeanSql | null {
  if (mean === undefined || mean.is === 'arithmetic') return null;
  const within = (share: string): string => `least(1e6, greatest(${number(mean.floor)}, ${share}))`;
  switch (mean.is) {
    case 'geometric':
      return { into: (share) => `ln(${within(share)})`, back: (value) => `exp(${value})` };
    case 'harmonic':
      return { into: (share) => `(1e0 / ${within(share)})`, back: (value) => `(1e0 / (${value}))` };
    case 'power':
      return {
        into: (share) => `pow(${within(share)}, ${number(mean.power)})`,
        back: (value) => `pow(${value}, ${number(1 / mean.power)})`,
      };
  }
}

interface Part {
  readonly points: string;
  readonly of: number;
  readonly weight: string;
  /** Whether it is missing and stands at the floor. */
  readonly gap: string;
}

/** What a group earns by its mean, and what full marks in its gaps would add. `taking` is the weight that takes part. */
export function meanGroupSql(
  { into, back }: MeanSql,
  parts: readonly Part[],
  taking: string,
  factor: string,
): { readonly earned: string; readonly lost: string } {
  const sum = (inGaps: string): string =>
    plus(
      parts.map(
        ({ points, of, weight, gap }) =>
          `(case when ${weight} is null then 0e0 when ${points} is not null then ${weight} * ${into(`${points} / ${number(of)}`)} when ${gap} then ${weight} * ${inGaps} else 0e0 end)`,
      ),
    );
  const whole = (inGaps: string): string => `(${back(`(${sum(inGaps)}) / (${taking})`)} * (${taking}) * ${factor})`;
  const earned = whole(into('0e0'));
  return {
    earned: `case when (${taking}) > 0 then ${earned} else 0e0 end`,
    lost: `case when (${taking}) > 0 then ${whole(into('1e0'))} - ${earned} else 0e0 end`,
  };
}

/** The base over its groups: what all can reach, times the mean of earned ÷ reach. */
export function meanBaseSql({ into, back }: MeanSql, groups: readonly number[]): string {
  const all = plus(groups.map((at) => `r${at}`));
  const sum = plus(groups.map((at) => `(case when r${at} > 0 then r${at} * ${into(`g${at} / r${at}`)} else 0e0 end)`));
  return `case when ${all} > 0 then ${back(`(${sum}) / (${all})`)} * (${all}) else 0e0 end`;
}
