import { bytesOf } from './by-position';
import { SAYS } from './format';
import { SLACK } from './grown';
import type { YearFigures } from './year-figures';

/** Ahead of nine peers in ten … */
export const AHEAD = 0.9;
/** … in two of R&D intensity, growth and invention applications per head. */
export const LEAST_AHEAD = 2;

/** How many of the three stand ahead of the peers, and how many are not known. A growth over a small base is known, and ahead of nobody. */
export function countAhead(
  { ahead, growth }: Pick<YearFigures, 'ahead' | 'growth'>,
  i: number,
): { readonly met: number; readonly unknown: number } {
  let met = 0;
  let unknown = 0;
  for (let axis = 0; axis < ahead.length; axis++) {
    if (axis === 1 && growth.small[i] === 1) continue;
    const share = ahead[axis]!.share[i]!;
    if (share >= AHEAD - SLACK) met++;
    else if (Number.isNaN(share)) unknown++;
  }
  return { met, unknown };
}

export function outperformerVerdicts(figures: Pick<YearFigures, 'ahead' | 'growth'>): Uint8Array {
  return bytesOf(figures.growth.small.length, (i) => {
    const { met, unknown } = countAhead(figures, i);
    if (met >= LEAST_AHEAD) return SAYS.met;
    return met + unknown < LEAST_AHEAD ? SAYS.unmet : SAYS.unknown;
  });
}
