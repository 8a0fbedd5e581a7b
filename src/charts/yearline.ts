import { element, round } from './element';

/** Scores over the years with the figures written at the points; a missing year is a hollow tick on the ground, and breaks the line. */
export function yearline(
  document: Document,
  points: readonly { readonly year: number; readonly value: number | null; readonly label: string }[],
  size: { readonly width: number; readonly height: number },
): SVGElement {
  const { width, height } = size;
  const present = points.flatMap((point) => (point.value === null ? [] : [point.value]));
  const low = Math.min(...present);
  const high = Math.max(...present);
  const step = points.length > 1 ? (width - 48) / (points.length - 1) : 0;
  const x = (at: number): number => 24 + at * step;
  const y = (value: number): number => (high > low ? height - 30 - ((value - low) / (high - low)) * (height - 52) : height / 2);
  const marks: SVGElement[] = [];
  let line = '';
  points.forEach(({ year, value, label }, at) => {
    marks.push(text(document, x(at), height - 4, String(year), 'soft'));
    if (value === null) {
      marks.push(
        element(document, 'circle', { cx: x(at), cy: height - 24, r: 3, fill: 'none', stroke: 'currentColor', 'stroke-dasharray': '2 2' }),
      );
      return;
    }
    line += `${(points[at - 1]?.value ?? null) === null ? 'M' : 'L'}${round(x(at))} ${round(y(value))}`;
    marks.push(element(document, 'circle', { cx: x(at), cy: y(value), r: 2.6, fill: 'currentColor' }));
    marks.push(text(document, x(at), y(value) - 7, label, 'ink'));
  });
  const path = element(document, 'path', { d: line, fill: 'none', stroke: 'currentColor', 'stroke-width': 1.4 });
  return element(document, 'svg', { width, height, viewBox: `0 0 ${width} ${height}` }, line === '' ? marks : [path, ...marks]);
}

function text(document: Document, x: number, y: number, words: string, tone: 'ink' | 'soft'): SVGElement {
  const made = element(document, 'text', {
    x,
    y,
    'text-anchor': 'middle',
    'font-size': 11,
    fill: tone === 'ink' ? 'var(--ink)' : 'var(--faint)',
  });
  made.textContent = words;
  return made;
}
