import type { Ranked } from '../board/context';
import { type Counted, countVerdicts, type Figures, figuresOf, isPartial } from './figures';
import { DETECTORS, SAYS, type SeedlingSetting } from './format';
import { type Cuts, cutsOf, type Sides, sidesOf } from './quadrant';

/** What every detector says of some rows of a year, by position in `rows`. */
export interface Detections extends Counted {
  readonly figures: Figures;
  readonly cuts: Cuts;
  readonly sides: Sides;
  /** In the order of DETECTORS. */
  readonly verdicts: readonly Uint8Array[];
}

/**
 * Runs the detectors on rows of one year. They read the panel of `ctx` up to that year and nothing else: of a panel cut at a year nothing later can be
 * seen. `rows` are the peers of the cuts, the skyline and the scores; peers of percentiles and anomalies are all firms of the year, by industry.
 */
export function detectorsOf(ctx: Ranked, year: number, rows: Int32Array, setting: SeedlingSetting): Detections {
  const figures = figuresOf(ctx, year, rows, setting);
  const cuts = cutsOf(setting, figures.middles);
  const sides = sidesOf(figures, cuts);
  const verdicts = DETECTORS.map((id) => (id === 'quadrant' ? sides.both : figures.fixed[id]));
  return { figures, cuts, sides, verdicts, ...countVerdicts(rows.length, [sides.both], figures.counted) };
}

/** Whether a detector that fired rests on figures of which a part is missing: more of them could tell otherwise. */
export function isOpen({ figures, sides }: Detections, i: number): boolean {
  return figures.open[i] === 1 || (sides.both[i] === SAYS.met && isPartial(figures, i));
}
