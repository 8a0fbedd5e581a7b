import { element, picture, round, type Size } from './element';

/** A year of a path: rank ÷ firms ranked, null without a rank; `label` above its mark, `under` below the year; `apart` where it must not be joined to the year before, in words. */
export interface SharePoint {
  readonly year: number;
  readonly share: number | null;
  readonly label: string;
  readonly under: string;
  readonly apart: string | null;
}

const EDGE = { left: 56, right: 26, top: 30, bottom: 26 };

/**
 * Rank shares over the years, the best on top, by their logarithm: between 1 % and 5 % lies more than between 61 % and 65 %. Years that cannot be held against each other are parted by a
 * dashed line with the reason above it; a year without a rank is a hollow mark on the ground.
 */
export function sharePath(
  document: Document,
  points: readonly SharePoint[],
  ticks: readonly { share: number; label: string }[],
  size: Size,
): SVGElement {
  const { width, height } = size;
  const step = points.length > 1 ? (width - EDGE.left - EDGE.right) / (points.length - 1) : 0;
  const x = (at: number): number => (points.length > 1 ? EDGE.left + at * step : width / 2);
  const ground = height - EDGE.bottom;
  const best = Math.min(0.05, ...points.flatMap(({ share }) => share ?? []), ...ticks.map((tick) => tick.share));
  const y = (share: number): number => EDGE.top + (Math.log(share / best) / -Math.log(best)) * (ground - EDGE.top);
  const marks: SVGElement[] = ticks.flatMap(({ share, label }) => [
    element(document, 'line', {
      x1: EDGE.left - 4,
      x2: width,
      y1: y(share),
      y2: y(share),
      stroke: 'var(--line-strong)',
      'stroke-width': 0.6,
    }),
    text(document, 30, y(share) + 3, label, 'end', 'soft'),
  ]);
  let line = '';
  points.forEach(({ year, share, label, under, apart }, at) => {
    const before = points[at - 1]?.share ?? null;
    marks.push(text(document, x(at), height - 14, String(year), 'middle', 'soft'));
    marks.push(text(document, x(at), height - 3, under, 'middle', 'soft'));
    if (apart !== null) {
      const middle = x(at) - step / 2;
      const dashed = { stroke: 'var(--soft)', 'stroke-width': 0.8, 'stroke-dasharray': '3 2' };
      marks.push(element(document, 'line', { x1: middle, x2: middle, y1: 11, y2: ground, ...dashed }));
      marks.push(text(document, Math.min(middle, width - 4), 8, apart, middle > width / 2 ? 'end' : 'start', 'soft'));
    }
    if (share === null) {
      const hollow = { fill: 'none', stroke: 'var(--soft)', 'stroke-dasharray': '2 2' };
      marks.push(element(document, 'circle', { cx: x(at), cy: ground - 4, r: 3, ...hollow }));
      return;
    }
    line += `${before === null || apart !== null ? 'M' : 'L'}${round(x(at))} ${round(y(share))}`;
    marks.push(element(document, 'circle', { cx: x(at), cy: y(share), r: 2.8, fill: 'var(--ink)' }));
    marks.push(text(document, x(at), y(share) - 7, label, 'middle', 'ink'));
  });
  const path = element(document, 'path', { d: line, fill: 'none', stroke: 'var(--ink)', 'stroke-width': 1.4 });
  return picture(document, size, line === '' ? marks : [path, ...marks]);
}

function text(document: Document, x: number, y: number, words: string, anchor: string, tone: 'ink' | 'soft'): SVGElement {
  const fill = tone === 'ink' ? 'var(--ink)' : 'var(--soft)';
  const made = element(document, 'text', {
    x,
    y,
    'text-anchor': anchor,
    'font-size': 10,
    fill,
    stroke: 'var(--surface)',
    'stroke-width': 2.4,
    'paint-order': 'stroke',
  });
  made.textContent = words;
  return made;
}
