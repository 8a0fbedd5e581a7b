import type { BarCounts, ChartSpec, SpreadAnswer } from '../../../../scoring/distribution/format';
import { type Brushed, brushMarks } from '../../../charts/brush-marks';
import { barsPlan, distributionBars, selectedBars } from '../../../charts/distribution-bars';
import { densityPlan, distributionDensity, selectedDensity } from '../../../charts/distribution-density';
import { distributionEcdf, ecdfPlan, selectedSteps } from '../../../charts/distribution-ecdf';
import { distributionStrip, selectedDots, stripPlan } from '../../../charts/distribution-strip';
import type { Domain } from '../../../charts/scale';
import type { SpreadPlan } from '../../../charts/spread-plan';
import type { SpreadWords } from './spread-words';
import type { PanelSize } from './panel';

/** One way to draw a spread: where things stand, the whole, and the layers that change while a brush is dragged. */
export interface SpreadDrawing {
  readonly plan: SpreadPlan;
  readonly draw: (document: Document) => SVGElement;
  /** `step` are counts of a brush under way; a picture that has no use for counts shows nobody until it is done. */
  readonly selected: (document: Document, step: BarCounts | null) => SVGElement[];
  readonly brush: (document: Document, brushed: Brushed) => SVGElement[];
}

const NOTHING: Brushed = { ranges: [], missing: false };

/** The drawing of a mode; one that has no curve or firms in the answer falls back to bars. */
export function spreadDrawing(
  answer: SpreadAnswer,
  mode: Extract<ChartSpec, { is: 'spread' }>['mode'],
  size: PanelSize,
  words: SpreadWords,
): SpreadDrawing {
  const { bars, ecdf, density, strip, pins } = answer;
  const { logUnit } = answer.measure;
  const domain: Domain = { low: bars.edges[0] ?? 0, high: bars.edges.at(-1) ?? 1, isLog: bars.isLog, logUnit };
  const brushOf = (plan: SpreadPlan) => (document: Document, brushed: Brushed) => brushMarks(document, brushed, plan, words);
  const common = { domain, pins, brushed: NOTHING };
  if (mode === 'ecdf' && ecdf) {
    const shown = { ...common, curves: ecdf, quantiles: answer.all };
    const plan = ecdfPlan(shown, size, words);
    return {
      plan,
      draw: (document) => distributionEcdf(document, shown, size, words),
      selected: (document, step) => (step || !ecdf.selected ? [] : selectedSteps(document, ecdf.selected, plan)),
      brush: brushOf(plan),
    };
  }
  if (mode === 'density' && density?.all) {
    const shown = { ...common, curves: density };
    const plan = densityPlan(shown, size, words);
    return {
      plan,
      draw: (document) => distributionDensity(document, shown, size, words),
      selected: (document, step) => (step || !density.selected ? [] : selectedDensity(document, density.selected, plan)),
      brush: brushOf(plan),
    };
  }
  if (mode === 'strip' && strip) {
    const shown = { ...common, firms: strip };
    const plan = stripPlan(shown, size, words);
    return {
      plan,
      draw: (document) => distributionStrip(document, shown, size, words),
      selected: (document, step) => (step ? [] : selectedDots(document, strip, plan)),
      brush: brushOf(plan),
    };
  }
  const marks = { quantiles: answer.all, pins, brushed: NOTHING, logUnit };
  const plan = barsPlan(bars, marks, size, words);
  return {
    plan,
    draw: (document) => distributionBars(document, bars, marks, size, words),
    selected: (document, step) => {
      const counts = step ?? bars.selected;
      return counts ? selectedBars(document, bars, counts, plan) : [];
    },
    brush: brushOf(plan),
  };
}
