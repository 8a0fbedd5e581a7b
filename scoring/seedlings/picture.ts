import type { Ranked } from '../board/context';
import { firmKey, firmName } from '../board/cell';
import type { Detections } from './detectors';
import type { Figures } from './figures';
import { SAYS, VERDICTS, type QuadrantPoint, type SeedlingAnswer } from './format';
import { isListed, type Fallen } from './funnel';
import { isPlaced, type Sides } from './quadrant';

/** More points than this nobody tells apart, and a message that carries them takes longer than a frame. */
const MOST_POINTS = 2000;

/** Firms of each quadrant; all add up to the universe. */
export function quadrantCounts(sides: Sides): SeedlingAnswer['quadrants'] {
  const { growth, technology } = sides;
  let [both, fast, strong, neither, unknown] = [0, 0, 0, 0, 0];
  for (let i = 0; i < growth.length; i++) {
    if (!isPlaced(sides, i)) unknown++;
    else if (growth[i] === SAYS.unmet && technology[i] === SAYS.unmet) neither++;
    else if (growth[i] === SAYS.unmet) strong++;
    else if (technology[i] === SAYS.unmet) fast++;
    else both++;
  }
  return { both, growth: fast, technology: strong, neither, unknown };
}

interface Named {
  readonly firm: string;
  readonly name: string;
}
const known = new WeakMap<Figures, Map<number, Named>>();

/** Key and name of the firm at a position; read once, as decoding text is what a redrawn picture would spend its time on. */
function namedAt(ctx: Ranked, figures: Figures, i: number): Named {
  let kept = known.get(figures);
  if (!kept) known.set(figures, (kept = new Map()));
  let named = kept.get(i);
  if (!named) {
    const row = figures.rows[i]!;
    kept.set(i, (named = { firm: firmKey(ctx.panel, row), name: firmName(ctx.panel, row) }));
  }
  return named;
}

/** The points of the picture: all firms while they are few; of many the first of the list and every so-manieth firm by key. */
export function pointsOf(ctx: Ranked, detections: Detections, fallen: Fallen, order: Int32Array): QuadrantPoint[] {
  const { figures, sides } = detections;
  const n = figures.rows.length;
  const chosen = n <= MOST_POINTS ? figures.rows.keys() : someOf(n, order);
  return Array.from(chosen, (i) => {
    const { firm, name } = namedAt(ctx, figures, i);
    return {
      firm,
      name,
      growth: orNull(figures.comparable.values[i]!),
      technology: orNull(figures.technology.share.values[i]!),
      verdict: VERDICTS[sides.both[i]!]!,
      listed: isListed(fallen, i),
    };
  });
}

function someOf(n: number, order: Int32Array): Set<number> {
  const chosen = new Set<number>();
  const steady = MOST_POINTS / 2;
  for (let at = 0; at < steady; at++) chosen.add(Math.floor((at * n) / steady));
  for (let at = 0; at < order.length && chosen.size < MOST_POINTS; at++) chosen.add(order[at]!);
  return chosen;
}

/** A figure, null where it is missing. */
export function orNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
