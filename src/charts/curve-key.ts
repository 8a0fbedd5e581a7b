import { element } from './element';
import type { Point } from './free-place';
import { LINE } from './free-place';
import { label, widthOf, type LabelPlace } from './label';

/** How a curve is drawn, shown before its name. */
export interface KeyLook {
  readonly stroke: string;
  readonly tone: NonNullable<LabelPlace['tone']>;
  readonly dash?: string;
}

export const ALL_KEY: KeyLook = { stroke: 'var(--all-strong)', tone: 'soft' };
export const SELECTED_KEY: KeyLook = { stroke: 'var(--selected)', tone: 'selected' };

/** Length of the line before the name. */
const SAMPLE = 20;

export function keySize(words: string): { readonly width: number; readonly height: number } {
  return { width: SAMPLE + widthOf(words), height: LINE };
}

/** The name of a curve beside a piece of its line, in a box with this upper left corner. */
export function curveKey(document: Document, words: string, { x, y }: Point, { stroke, tone, dash }: KeyLook): SVGElement[] {
  const sample = { x1: x + 1, x2: x + SAMPLE - 5, y1: y + 6, y2: y + 6, stroke, 'stroke-width': 2 };
  return [
    element(document, 'line', { ...sample, ...(dash === undefined ? {} : { 'stroke-dasharray': dash }) }),
    label(document, words, { x: x + SAMPLE, y: y + 10, tone, weight: 600, halo: true }),
  ];
}
