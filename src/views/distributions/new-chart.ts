import type { Dimension } from '../../../scoring/board/format';
import type { ChartSpec, MeasureId } from '../../../scoring/distribution/format';

export type ChartKind = ChartSpec['is'];
export const CHART_KINDS = [
  'spread',
  'segments',
  'groups',
  'change',
  'concentration',
  'relation',
  'matrix',
  'heat',
] as const satisfies readonly ChartKind[];

/** A chart of a kind as it is first put on a canvas: about a measure, beside another where it takes two, cut as the canvas is. */
export function newChart(is: ChartKind, measure: MeasureId, other: MeasureId, by: Dimension, all: readonly MeasureId[]): ChartSpec {
  switch (is) {
    case 'spread':
      return { is, measure, mode: 'histogram', log: false };
    case 'segments':
      return { is, measure, by, mode: 'letters', log: false, free: false };
    case 'groups':
      return { is, measure, by, of: [] };
    case 'change':
      return { is, measure, from: null };
    case 'concentration':
      return { is, measure, by };
    case 'relation':
      return { is, x: measure, y: other, logX: false, logY: false };
    case 'matrix':
      return { is, measures: [...new Set([measure, other, ...all])].slice(0, 12), kind: 'spearman' };
    case 'heat':
      return { is, measure, by, statistic: 'median' };
  }
}

/** The measure a canvas is about: that of its first chart. */
export function aboutOf(charts: readonly ChartSpec[]): MeasureId | null {
  const [first] = charts;
  if (!first) return null;
  return first.is === 'relation' ? first.x : first.is === 'matrix' ? (first.measures[0] ?? null) : first.measure;
}

/** The charts with one measure in place of another, wherever it stands. */
export function withMeasure(charts: readonly ChartSpec[], from: MeasureId, to: MeasureId): readonly ChartSpec[] {
  const put = (id: MeasureId): MeasureId => (id === from ? to : id);
  return charts.map((chart): ChartSpec => {
    if (chart.is === 'relation') return { ...chart, x: put(chart.x), y: put(chart.y) };
    if (chart.is === 'matrix') return { ...chart, measures: [...new Set(chart.measures.map(put))] };
    return { ...chart, measure: put(chart.measure) };
  });
}

/** How the charts are cut: by the first dimension one of them has. */
export function cutOf(charts: readonly ChartSpec[]): Dimension | null {
  for (const chart of charts) if ('by' in chart && chart.by !== null && chart.by !== 'year') return chart.by;
  return null;
}

/** The charts cut by another dimension; groups that were compared belong to the old one. */
export function withCut(charts: readonly ChartSpec[], by: Dimension): readonly ChartSpec[] {
  return charts.map((chart): ChartSpec => {
    if (chart.is === 'groups') return { ...chart, by, of: [] };
    if (!('by' in chart) || chart.by === 'year' || (chart.is === 'concentration' && chart.by === null)) return chart;
    return { ...chart, by };
  });
}
