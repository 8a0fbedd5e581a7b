import { bytesOf } from './by-position';
import { SAYS } from './format';
import { SLACK } from './grown';

/** In the lower half by score, … */
export const LOW = 0.5;
/** … in the upper fifth by growth and by technology. */
export const HIGH = 0.8;

/** Mid-rank shares within the segment, by position; NaN where there is no figure. The score's are among the ranked. */
export interface SegmentShares {
  readonly score: Float64Array;
  readonly growth: Float64Array;
  readonly technology: Float64Array;
}

/** Few points, but growth and technology like those of the best: what the list by score does not show. One of them not so is unmet, whatever else is missing. */
export function lowScoreVerdicts({ score, growth, technology }: SegmentShares): Uint8Array {
  return bytesOf(score.length, (i) => {
    const [points, fast, strong] = [score[i]!, growth[i]!, technology[i]!];
    if (points >= LOW || fast < HIGH - SLACK || strong < HIGH - SLACK) return SAYS.unmet;
    return Number.isNaN(points + fast + strong) ? SAYS.unknown : SAYS.met;
  });
}
