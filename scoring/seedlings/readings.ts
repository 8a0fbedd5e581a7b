import type { MeasureId } from '../distribution/format';
import type { Cells } from '../formula/step';
import { FAR } from './anomaly';
import type { Detections } from './detectors';
import { DETECTORS, TRAJECTORIES, VERDICTS, type DetectorId, type FigureId, type Reading, type SeedlingSetting } from './format';
import { HIGH, LOW } from './low-score';
import { MOST_FALL } from './momentum';
import { AHEAD } from './outperformer';
import { orNull } from './picture';
import { growthMeasure, INTENSITY, PER_HEAD, reasonAt } from './year-figures';

type Figure = Reading['figures'][number];

/** What each detector looked at of one firm, figure beside threshold, in the order of DETECTORS. Rates, shares and percentiles are ratios. */
export function readingsOf(detections: Detections, i: number, setting: SeedlingSetting): Reading[] {
  const figures = figuresBy(detections, i, setting);
  const type = TRAJECTORIES[detections.figures.types[i]!] ?? null;
  return DETECTORS.map((detector, at) => ({
    detector,
    verdict: VERDICTS[detections.verdicts[at]![i]!]!,
    figures: figures[detector],
    type: detector === 'trajectory' ? type : null,
  }));
}

function figuresBy(detections: Detections, i: number, setting: SeedlingSetting): Readonly<Record<DetectorId, readonly Figure[]>> {
  const { figures, cuts } = detections;
  const { growth, technology, momentum, ahead, apart, layers, shares, comparable } = figures;
  const rate = growthMeasure(setting);
  const field: MeasureId = `field:${setting.field}`;
  const group: MeasureId | null = technology.group && `group:${technology.group.id}`;
  const base = baseOf(detections, i, setting.floor, field);
  const read = (what: FigureId, measure: MeasureId | null, cells: Cells, operator: Figure['operator'], threshold: number | null) =>
    figure(what, measure, cells.values[i]!, cells, i, operator, threshold);
  const percentile = (
    measure: MeasureId | null,
    share: Float64Array,
    of: Cells,
    operator: Figure['operator'],
    threshold: number,
    peers: number,
  ) => ({
    ...figure('percentile', measure, share[i]!, of, i, operator, threshold),
    peers,
  });
  const within = (share: Float64Array): number => share.reduce((count, value) => count + Number(!Number.isNaN(value)), 0);
  const worst = { values: momentum.worst, reasons: momentum.slope.reasons };
  const axis = [comparable, technology.share, figures.intensity].find(({ reasons }) => reasons[i] !== 0) ?? comparable;
  return {
    quadrant: [
      read('growth', rate, growth.rate, '>=', cuts.growth),
      ...base,
      read('technology', group, technology.share, '>=', cuts.technology),
    ],
    outperformer: [
      percentile(INTENSITY, ahead[0].share, figures.intensity, '>=', AHEAD, ahead[0].peers[i]!),
      percentile(rate, ahead[1].share, comparable, '>=', AHEAD, ahead[1].peers[i]!),
      percentile(PER_HEAD, ahead[2].share, figures.perHead, '>=', AHEAD, ahead[2].peers[i]!),
    ],
    skyline: [figure('layer', null, layers[i]! || NaN, axis, i, '=', 1)],
    momentum: [
      read('slope', field, momentum.slope, '>', 0),
      read('last', field, momentum.last, '>', 0),
      read('fall', field, worst, '>=', -MOST_FALL),
      figure('rises', field, momentum.rises[i]!, worst, i, '>=', null),
      ...(momentum.small[i] === 1 ? [firstFigure(detections, i, setting.floor, field)] : []),
    ],
    trajectory: [figure('type', field, NaN, { reasons: growth.path[0]!.reasons }, i, '=', null)],
    anomaly: [{ ...read('z', rate, apart.z, '>', FAR), peers: apart.peers[i]! }],
    low_score: [
      percentile('score', shares.score, technology.share, '<', LOW, within(shares.score)),
      percentile(rate, shares.growth, comparable, '>=', HIGH, within(shares.growth)),
      percentile(group, shares.technology, technology.share, '>=', HIGH, within(shares.technology)),
    ],
  };
}

/** One figure with its reason where it has none. */
function figure(
  what: FigureId,
  measure: MeasureId | null,
  value: number,
  of: Pick<Cells, 'reasons'>,
  i: number,
  operator: Figure['operator'],
  threshold: number | null,
): Figure {
  return { what, measure, value: orNull(value), reason: Number.isNaN(value) ? reasonAt(of, i) : null, operator, threshold, peers: null };
}

/** The base of the growth, shown where it is below the floor. */
function baseOf({ figures: { growth } }: Detections, i: number, floor: number | null, field: MeasureId): readonly Figure[] {
  const then = growth.path[growth.years]!;
  return growth.small[i] === 1 ? [figure('base', field, then.values[i]!, then, i, '>=', floor)] : [];
}

/** First figure of the window of the momentum. */
function firstFigure({ figures: { growth } }: Detections, i: number, floor: number | null, field: MeasureId): Figure {
  const first = growth.path.findLast(({ reasons }) => reasons[i] === 0) ?? growth.path[0]!;
  return figure('base', field, first.values[i]!, first, i, '>=', floor);
}
