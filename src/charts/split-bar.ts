import { element } from './element';
import { stripesIn, type Box } from './hatch';

/** How a part of a bar is drawn: filled, striped, or only its outline. Read without colour. */
export type BarLook = 'solid' | 'striped' | 'hollow';

export interface BarPart {
  readonly value: number;
  readonly look: BarLook;
}

/**
 * Parts of a change beside a zero line: gains pile up to the right, losses to the left, in the order given, so that right less left is the change. `most` is the
 * longest pile to either side that the scale must hold, the same for every bar that is compared; a part of nothing is not drawn.
 */
export function splitBar(
  document: Document,
  parts: readonly BarPart[],
  most: number,
  size: { readonly width: number; readonly height: number },
): SVGElement {
  const { width, height } = size;
  const middle = width / 2;
  const scale = most > 0 ? (middle - 1) / most : 0;
  const ends = { right: middle, left: middle };
  const drawn = parts.flatMap(({ value, look }) => {
    const long = Math.abs(value) * scale;
    if (long < 0.05) return [];
    const x = value > 0 ? ends.right : ends.left - long;
    if (value > 0) ends.right += long;
    else ends.left -= long;
    return [barOf(document, look, { x, y: 2, width: long, height: height - 4 })];
  });
  const zero = element(document, 'rect', { x: middle - 0.5, y: 0, width: 1, height, fill: 'var(--line-strong)' });
  return element(document, 'svg', { width, height, viewBox: `0 0 ${width} ${height}` }, [zero, ...drawn]);
}

function barOf(document: Document, look: BarLook, box: Box): SVGElement {
  if (look === 'solid') return element(document, 'rect', { ...box, fill: 'currentColor' });
  const inner = { x: box.x + 0.5, y: box.y + 0.5, width: Math.max(0.1, box.width - 1), height: box.height - 1 };
  const outline = element(document, 'rect', { ...inner, fill: 'none', stroke: 'currentColor', 'stroke-width': 1 });
  if (look === 'hollow') return element(document, 'g', { class: look }, [outline]);
  const stripes = element(document, 'path', { d: stripesIn(box), stroke: 'currentColor', 'stroke-width': 1.2, fill: 'none' });
  return element(document, 'g', { class: look }, [outline, stripes]);
}
