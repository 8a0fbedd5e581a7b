import type { Ranked } from '../board/context';
import { segmentCodes } from '../segment';
import { changeOf } from './change';
import { concentrationOf } from './concentration';
import type { ChartAnswer, ChartRefusal, ChartSpec, Frame, MeasureId } from './format';
import { groupsOf } from './groups';
import { heatOf } from './heat';
import { matrixAnswer } from './matrix';
import { measureOf, type Measured } from './measure';
import { relationOf } from './relation';
import { segmentsOf } from './segments';
import { spreadOf } from './spread';

/** What a chart shows of a frame, or why it cannot. */
export function chartOf(ctx: Ranked, spec: ChartSpec, frame: Frame): ChartAnswer | ChartRefusal {
  const measures = measuresOf(spec).map((id) => measureOf(ctx, id));
  const refusal = measures.find((one): one is ChartRefusal => 'is' in one);
  if (refusal) return refusal;
  const by = 'by' in spec ? spec.by : null;
  if (by !== null && by !== 'year' && segmentCodes(ctx, by) === null) return { is: 'refused', why: 'not_offered', given: by };
  return answerOf(ctx, spec, frame, measures as readonly Measured[]) ?? { is: 'refused', why: 'not_offered', given: by ?? '' };
}

/** The measures a chart is about. */
export function measuresOf(spec: ChartSpec): readonly MeasureId[] {
  if (spec.is === 'relation') return [spec.x, spec.y];
  return spec.is === 'matrix' ? spec.measures : [spec.measure];
}

function answerOf(ctx: Ranked, spec: ChartSpec, frame: Frame, measures: readonly Measured[]): ChartAnswer | ChartRefusal | null {
  const [one, other] = measures as [Measured, Measured];
  switch (spec.is) {
    case 'spread':
      return spreadOf(ctx, spec, frame, one);
    case 'segments':
      return segmentsOf(ctx, spec, frame, one);
    case 'groups':
      return groupsOf(ctx, spec, frame, one);
    case 'change':
      return changeOf(ctx, spec, frame, one);
    case 'concentration':
      return concentrationOf(ctx, spec, frame, one);
    case 'relation':
      return relationOf(ctx, spec, frame, one, other);
    case 'matrix':
      return matrixAnswer(ctx, spec, frame, measures);
    case 'heat':
      return heatOf(ctx, spec, frame, one);
  }
}
