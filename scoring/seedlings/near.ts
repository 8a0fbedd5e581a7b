import type { Ranked } from '../board/context';
import { firmKey, firmName } from '../board/cell';
import { orderOf } from '../radix';
import { DETECTORS, SAYS, TRAJECTORIES, type DetectorId, type FigureId, type NearMiss, type SeedlingSetting, type StepId } from './format';
import type { Detections } from './detectors';
import type { Figures } from './figures';
import { bitOf, type Fallen, type Steps } from './funnel';
import { grewBy } from './growth';
import { fixedMisses, isWithin, PART } from './near-fixed';
import { MOST_FALL } from './momentum';

const MOST = 50;

interface Miss {
  readonly what: DetectorId | StepId;
  readonly figure: FigureId;
  readonly value: number;
  readonly threshold: number;
}

/** Firms that miss one step, with how far: of a base a part of the floor, else a difference of ratios. */
class Misses {
  readonly #at: Int32Array;
  readonly #gaps: Float64Array;
  #count = 0;

  constructor(most: number) {
    this.#at = new Int32Array(most);
    this.#gaps = new Float64Array(most);
  }

  add(i: number, gap: number): void {
    this.#at[this.#count] = i;
    this.#gaps[this.#count++] = gap;
  }

  /** The nearest, equal ones by firm key. */
  nearest(): number[] {
    const order = orderOf(this.#gaps.slice(0, this.#count), false);
    return Array.from(order.subarray(0, MOST), (k) => this.#at[k]!);
  }
}

export interface Near {
  readonly near: Readonly<Partial<Record<StepId, readonly NearMiss[]>>>;
  /** Positions of those that miss `detected`, nearest first. */
  readonly below: readonly number[];
}

/** Firms that fail one step alone and by little (5 points, or a tenth of the threshold where that is more), by step: nearest first, equal ones by firm key. */
export function nearMisses(ctx: Ranked, steps: Steps, { fails }: Fallen, setting: SeedlingSetting): Near {
  const { detections, boardShare } = steps;
  const { figures, fired } = detections;
  const n = fails.length;
  const [small, top, few] = [new Misses(n), new Misses(n), new Misses(n)];
  const [comparable, notTop, detected] = [bitOf('comparable'), bitOf('not_top'), bitOf('detected')];
  const fixed = fixedMisses(figures);
  const enough = setting.atLeast - 1;
  for (let i = 0; i < n; i++) {
    const failed = fails[i]!;
    if (failed === detected) {
      if (fired[i] !== enough) continue;
      const gap = Math.min(quadrantGap(detections, i), fixed.gapAt(i));
      if (gap !== Infinity) few.add(i, gap);
    } else if (failed === notTop) {
      if (isWithin(boardShare[i]!, setting.topShare)) top.add(i, Math.abs(boardShare[i]! - setting.topShare));
    } else if ((failed & ~detected) === comparable && figures.growth.small[i] === 1 && isNearBase(detections, i, setting)) {
      // Below the floor no growth is judged, so that hardly anything can have fired: what would have is counted instead.
      small.add(i, 1 - baseAt(figures, i) / setting.floor!);
    }
  }
  const told = (list: readonly number[], missOf: (i: number) => Miss): NearMiss[] =>
    list.map((i) => ({ firm: firmKey(ctx.panel, figures.rows[i]!), name: firmName(ctx.panel, figures.rows[i]!), ...missOf(i) }));
  const below = few.nearest();
  return {
    near: {
      comparable: told(small.nearest(), (i) => ({
        what: 'comparable',
        figure: 'base',
        value: baseAt(figures, i),
        threshold: setting.floor!,
      })),
      not_top: told(top.nearest(), (i) => ({ what: 'not_top', figure: 'place', value: boardShare[i]!, threshold: setting.topShare })),
      detected: told(below, (i) => detectorMiss(detections, i)),
    },
    below,
  };
}

function baseAt({ growth }: Figures, i: number): number {
  return growth.path[growth.years]!.values[i]!;
}

function isNearBase({ figures, cuts, sides }: Detections, i: number, { floor, atLeast }: SeedlingSetting): boolean {
  const { growth, fixed, types, momentum } = figures;
  const base = baseAt(figures, i);
  if (floor === null || base < floor * (1 - PART) || growth.rate.reasons[i] !== 0) return false;
  const isFast = cuts.growth !== null && grewBy(growth.path[0]!.values[i]!, base, Math.pow(1 + cuts.growth, growth.years));
  const would = [
    isFast && sides.technology[i] === SAYS.met,
    TRAJECTORIES[types[i]!] === 'surge',
    momentum.slope.values[i]! > 0 && momentum.last.values[i]! > 0 && momentum.worst[i]! >= -MOST_FALL,
    fixed.outperformer[i] === SAYS.met,
  ];
  return would.filter(Boolean).length >= atLeast;
}

const QUADRANT = DETECTORS.indexOf('quadrant');

/** How far the one figure that keeps a firm out of the quadrant is from its cut; Infinity where it is none, both, or far. */
function quadrantGap({ figures, cuts, sides, verdicts }: Detections, i: number): number {
  if (verdicts[QUADRANT]![i] !== SAYS.unmet) return Infinity;
  const [fast, strong] = [sides.growth[i] === SAYS.met, sides.technology[i] === SAYS.met];
  if (fast === strong) return Infinity;
  const cut = fast ? cuts.technology! : cuts.growth!;
  const value = fast ? figures.technology.share.values[i]! : figures.growth.rate.values[i]!;
  return isWithin(value, cut) ? cut - value : Infinity;
}

/** The nearest figure that alone keeps one more detector from firing. */
function detectorMiss(detections: Detections, i: number): Miss {
  const { figures, cuts, sides } = detections;
  const fixed = fixedMisses(figures);
  if (quadrantGap(detections, i) > fixed.gapAt(i)) return fixed.at(i);
  return sides.growth[i] === SAYS.met
    ? { what: 'quadrant', figure: 'technology', value: figures.technology.share.values[i]!, threshold: cuts.technology! }
    : { what: 'quadrant', figure: 'growth', value: figures.growth.rate.values[i]!, threshold: cuts.growth! };
}
