import type { Ranked } from '../board/context';
import { firmKey, firmName } from '../board/cell';
import { rankOf, segmentView } from '../board/segment-view';
import { frameRows } from '../distribution/frame';
import { orderOf } from '../radix';
import { segmentValues } from '../segment';
import { detectorsOf, type Detections } from './detectors';
import { boardShares, entryOf } from './entry';
import { VERDICTS, type SeedlingAnswer, type SeedlingAsk, type SeedlingRow } from './format';
import { type Fallen, funnelOf, isListed, passSteps, type Steps } from './funnel';
import { lackingOf } from './lacking';
import { nearMisses } from './near';
import { orNull, pointsOf, quadrantCounts } from './picture';
import { restlessCount } from './quadrant';
import { ruleVerdicts } from './rule-verdicts';
import { settingProblems } from './setting';
import { whereOf } from './where';

/** Gate rules that the ask does not carry are found by their absence, not refused. */
const isOfGates = ({ at }: { readonly at: string }): boolean => at === 'gates';

/**
 * The funnel, the picture and the asked window of the list of one year and segment. The list is by detectors fired, then Borda over growth, technology, slope and
 * R&D intensity (mean mid-rank share in the segment, over those a firm has), then firm key; after its last firm come the near misses of `detected`.
 * Throws on a setting that `settingProblems` refuses. A gate whose rule is not among `rules` holds for nobody.
 */
export function seedlingsOf(ctx: Ranked, ask: SeedlingAsk & { readonly year: number }): SeedlingAnswer {
  const { year, segment, setting, rules } = ask;
  const [problem] = settingProblems(setting, rules).filter((one) => !isOfGates(one));
  if (problem) throw new RangeError(`seedling setting ${problem.at}: ${problem.given}`);
  const rows = frameRows(ctx, { year, segment });
  const detections = detectorsOf(ctx, year, rows, setting);
  const { figures, cuts, sides } = detections;
  const steps = stepsOf(ctx, ask, detections);
  const fallen = passSteps(steps);
  const { near, below } = nearMisses(ctx, steps, fallen, setting);
  const order = listOrder(detections, fallen);
  const points = pointsOf(ctx, detections, fallen, order);
  const { group } = figures.technology;
  const lostGates = setting.gates.filter((gate) => !rules.some(({ id }) => id === gate));
  return {
    year,
    growthCut: cuts.growth,
    technologyCut: cuts.technology,
    technology: group && { id: group.id, name: group.name },
    lacking: lackingOf(ctx, detections, steps.entry, setting, lostGates),
    funnel: funnelOf(fallen, near),
    quadrants: quadrantCounts(sides),
    restless: restlessCount(figures, cuts, sides),
    points,
    undrawn: rows.length - points.length,
    listed: fallen.listed,
    rows: rowsOf(ctx, ask, { detections, fallen, order, below }),
    where: whereOf(ctx, figures, order),
  };
}

function stepsOf(ctx: Ranked, { segment, setting, rules }: SeedlingAsk, detections: Detections): Steps {
  const { figures } = detections;
  const nobody = new Uint8Array(figures.rows.length);
  return {
    detections,
    entry: entryOf(ctx, figures, setting.field),
    boardShare: boardShares(ctx, figures, segment),
    gates: setting.gates.map((gate) => {
      const rule = rules.find(({ id }) => id === gate);
      return rule ? ruleVerdicts(ctx, figures.rows, rule) : nobody;
    }),
    unchecked: ctx.totals.unchecked,
    setting,
  };
}

/** Positions of the list, first place first; positions are in the order of firm keys, which decides last. */
function listOrder({ figures, fired }: Detections, fallen: Fallen): Int32Array {
  const listed = new Int32Array(fallen.listed);
  for (let i = 0, n = 0; n < listed.length; i++) if (isListed(fallen, i)) listed[n++] = i;
  return orderOf(standings(figures.merit, fired, listed), true).map((at) => listed[at]!);
}

/** Detectors fired before the point, Borda's share, always below 1, after it. */
function standings(merit: Float64Array, fired: Uint8Array, positions: Int32Array): Float64Array {
  const keys = new Float64Array(positions.length);
  for (let k = 0; k < keys.length; k++) keys[k] = fired[positions[k]!]! + merit[positions[k]!]!;
  return keys;
}

interface Made {
  readonly detections: Detections;
  readonly fallen: Fallen;
  readonly order: Int32Array;
  readonly below: readonly number[];
}

function rowsOf(ctx: Ranked, ask: SeedlingAsk, made: Made): SeedlingRow[] {
  const { order, below } = made;
  const all = order.length + below.length;
  const offset = Math.max(0, Math.min(Math.floor(ask.offset), all));
  const count = Math.max(0, Math.min(Math.floor(ask.count), all - offset));
  const verdicts = count > 0 ? ask.rules.map((rule) => ruleVerdicts(ctx, made.detections.figures.rows, rule)) : [];
  return Array.from({ length: count }, (_, k) => {
    const at = offset + k;
    return rowOf(ctx, ask, made, verdicts, at < order.length ? order[at]! : below[at - order.length]!, at);
  });
}

function rowOf(
  ctx: Ranked,
  { segment }: SeedlingAsk,
  { detections, fallen, order }: Made,
  rules: readonly Uint8Array[],
  i: number,
  at: number,
): SeedlingRow {
  const { figures, verdicts, fired, judged } = detections;
  const row = figures.rows[i]!;
  const rank = rankOf(ctx, segmentView(ctx, segment), row);
  const isOn = at < order.length;
  const isSame = (other: number | undefined): boolean =>
    other !== undefined && fired[other] === fired[i] && figures.merit[other] === figures.merit[i];
  return {
    firm: firmKey(ctx.panel, row),
    name: firmName(ctx.panel, row),
    industry: segmentValues(ctx, 'industry', row)[0] ?? '',
    district: segmentValues(ctx, 'district', row)[0] ?? '',
    place: isOn ? at + 1 : null,
    growth: orNull(figures.growth.rate.values[i]!),
    technology: orNull(figures.technology.share.values[i]!),
    score: orNull(ctx.totals.score[row]!),
    rank: rank > 0 ? rank : null,
    detectors: verdicts.map((says) => VERDICTS[says[i]!]!),
    rules: rules.map((says) => VERDICTS[says[i]!]!),
    fired: fired[i]!,
    judged: judged[i]!,
    single: fired[i] === 1,
    review: figures.suspects[i] === 1,
    evidence: isOn ? VERDICTS[fallen.why[i]!]! : null,
    tied: isOn && (isSame(order[at - 1]) || isSame(order[at + 1])),
  };
}
