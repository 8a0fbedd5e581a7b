import { element } from './element';

/** Counts of equal bins as bars on a common ground; an empty bin leaves a gap, a bin with anyone in it is at least a pixel high. */
export function histogram(
  document: Document,
  bins: readonly number[],
  size: { readonly width: number; readonly height: number },
): SVGElement {
  const { width, height } = size;
  const top = Math.max(0, ...bins);
  const step = bins.length > 0 ? width / bins.length : 0;
  const bars = bins.flatMap((count, at) => {
    if (count <= 0) return [];
    const tall = Math.max(1, (count / top) * (height - 2));
    return element(document, 'rect', {
      x: at * step,
      y: height - 1 - tall,
      width: Math.max(1, step - 1),
      height: tall,
      fill: 'currentColor',
    });
  });
  const ground = element(document, 'rect', { x: 0, y: height - 1, width, height: 1, fill: 'currentColor', opacity: 0.4 });
  return element(document, 'svg', { width, height, viewBox: `0 0 ${width} ${height}` }, [...bars, ground]);
}
