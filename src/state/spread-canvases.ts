import shipped from '../../data/canvases.json';
import type { ChartSpec, MeasureId } from '../../scoring/distribution/format';
import type { SavedCanvas } from '../model/project';
import type { CanvasFace } from './spread-face';

const SHIPPED = shipped as unknown as readonly SavedCanvas[];

/** The canvases that ship, then the workspace's own, newest first. */
export function canvasesOf(own: readonly SavedCanvas[]): readonly CanvasFace[] {
  return [...SHIPPED.map((canvas) => ({ ...canvas, shipped: true })), ...own.map((canvas) => ({ ...canvas, shipped: false })).reverse()];
}

/** The measures charts are about, each once, in their order: the columns of the firm table. */
export function measuresOfCharts(charts: readonly ChartSpec[]): readonly MeasureId[] {
  const all = charts.flatMap((chart) => (chart.is === 'relation' ? [chart.x, chart.y] : chart.is === 'matrix' ? [] : [chart.measure]));
  return [...new Set(all)].slice(0, 6);
}
