import { element } from './element';
import { label, widthOf } from './label';
import type { Scale } from './scale';
import { ticksOf, type Tick } from './ticks';

/** How the figures of an axis are written. `step` is the distance of ticks: it says how many decimals are needed. */
export interface AxisWords {
  readonly tick: (value: number, step: number) => string;
  /** Said once, at the last tick; '' where there is none. */
  readonly unit: string;
}

const GAP = { across: 58, up: 34 };

/** Ticks below a picture with light lines up to `top`; figures that would touch or pass `right` are moved or left out, their lines stay. */
export function bottomAxis(
  document: Document,
  scale: Scale,
  { top, ground, right }: { readonly top: number; readonly ground: number; readonly right: number },
  { tick, unit }: AxisWords,
): SVGElement[] {
  const ticks = ticksOf(scale, GAP.across);
  const lines = ticks.map(({ at }) => line(document, at, at, top, ground, 'var(--line)'));
  const base = line(document, scale.from, scale.to, ground, ground, 'var(--line-strong)');
  let free = right + 4;
  const words: SVGElement[] = [];
  // From the right, so that the last figure, which has the unit, always stands.
  for (const { value, at, step } of [...ticks].reverse()) {
    const said = words.length === 0 && unit !== '' ? `${tick(value, step)} ${unit}` : tick(value, step);
    const half = widthOf(said) / 2;
    const x = Math.max(half, Math.min(at, right - half));
    if (x + half > free - 4) continue;
    free = x - half;
    words.push(label(document, said, { x, y: ground + 15, anchor: 'middle' }));
  }
  return [...lines, base, ...words];
}

/** Light lines across with their figures to the left of `scale.from`; `least` is the finest step that makes sense, 1 for counts. */
export function leftAxis(
  document: Document,
  scale: Scale,
  { left, right }: { readonly left: number; readonly right: number },
  tick: AxisWords['tick'],
  least = 0,
): SVGElement[] {
  return leftTicks(scale, least).flatMap(({ value, at, step }) => [
    line(document, left, right, at, at, 'var(--line)'),
    label(document, tick(value, step), { x: left - 6, y: at + 4, anchor: 'end' }),
  ]);
}

/** Room the figures of a left axis need. */
export function leftRoom(scale: Scale, tick: AxisWords['tick'], least = 0): number {
  return Math.max(16, ...leftTicks(scale, least).map(({ value, step }) => widthOf(tick(value, step)))) + 8;
}

function leftTicks(scale: Scale, least: number): readonly Tick[] {
  return ticksOf(scale, GAP.up, least);
}

/** A thin line along or across, put on whole pixels so that it stays thin. */
export function line(
  document: Document,
  x1: number,
  x2: number,
  y1: number,
  y2: number,
  stroke: string,
  look: Readonly<Record<string, string | number>> = {},
): SVGElement {
  const sharp = (value: number): number => Math.round(value) + 0.5;
  const [a, b] = x1 === x2 ? [sharp(x1), sharp(x1)] : [x1, x2];
  const [c, d] = y1 === y2 ? [sharp(y1), sharp(y1)] : [y1, y2];
  return element(document, 'line', { x1: a, x2: b, y1: c, y2: d, stroke, ...look });
}
