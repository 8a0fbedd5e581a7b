import { element, round } from './element';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Stripes in an outline: what is not there, read without colour. No pattern, because a pattern needs an id of its own on the page. */
export function hatched(document: Document, box: Box, stroke: string, pitch = 4): SVGElement {
  const inner = { x: box.x + 0.5, y: box.y + 0.5, width: Math.max(0.1, box.width - 1), height: Math.max(0.1, box.height - 1) };
  return element(document, 'g', {}, [
    element(document, 'rect', { ...inner, fill: 'none', stroke }),
    element(document, 'path', { d: stripesIn(box, pitch), stroke, fill: 'none' }),
  ]);
}

/** Rising strokes `pitch` pixels apart, each cut off at the box. */
export function stripesIn({ x, y, width, height }: Box, pitch = 4): string {
  let path = '';
  for (let from = x - height + pitch; from < x + width; from += pitch) {
    const [left, right] = [Math.max(from, x), Math.min(from + height, x + width)];
    if (right > left) path += `M${round(left)} ${round(y + height - (left - from))}L${round(right)} ${round(y + height - (right - from))}`;
  }
  return path;
}
