import { element } from './element';
import { fitted, label } from './label';

/** One line: a dark bar, and where `more` is given a pale one that holds it. null is drawn as nothing. */
export interface EffectBar {
  readonly name: string;
  readonly value: number | null;
  readonly more?: number | null;
  readonly words: string;
}

const ROW = 22;

/** Effects as bars on a common scale from 0, in the order given; `least` is what the scale holds at least. */
export function effectBars(document: Document, bars: readonly EffectBar[], width: number, least = 0): SVGElement {
  const names = Math.min(220, width * 0.42);
  const ends = 92;
  const height = Math.max(1, bars.length) * ROW + 2;
  const top = Math.max(least, 1e-9, ...bars.map(({ value, more }) => Math.max(value ?? 0, more ?? 0)));
  const room = Math.max(20, width - names - ends - 14);
  const parts = bars.flatMap(({ name, value, more, words }, at) => {
    const y = at * ROW;
    const bar = (length: number, opacity: number): SVGElement =>
      element(document, 'rect', {
        x: names + 8,
        y: y + 5,
        width: Math.max(1, (length / top) * room),
        height: 12,
        fill: 'var(--accent)',
        opacity,
      });
    return [
      label(document, fitted(name, names, 12), { x: 0, y: y + 15, tone: 'ink', size: 12 }),
      ...(more !== undefined && more !== null ? [bar(more, 0.3)] : []),
      ...(value !== null ? [bar(value, more === undefined ? 0.75 : 1)] : []),
      label(document, words, { x: width, y: y + 15, anchor: 'end', size: 12 }),
    ];
  });
  const ground = element(document, 'line', { x1: names + 8, x2: names + 8, y1: 0, y2: height, stroke: 'var(--line-strong)' });
  return element(document, 'svg', { width, height, viewBox: `0 0 ${width} ${height}` }, [...parts, ground]);
}
