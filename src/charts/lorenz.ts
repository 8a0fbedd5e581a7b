import type { ConcentrationAnswer, Curve, Pin } from '../../scoring/distribution/format';
import { bottomAxis, leftAxis, line } from './axis';
import { ALL_KEY, curveKey, keySize, SELECTED_KEY, type KeyLook } from './curve-key';
import { curvePath, firstFrom } from './curve-path';
import { element, layer, picture, titled, type Size } from './element';
import { LINE, placingWithin, pointsIn, type Point } from './free-place';
import { fitted, label, widthOf } from './label';
import { diamond } from './pins';
import { scaleOf, type Scale } from './scale';

export type LorenzShown = Pick<ConcentrationAnswer, 'lorenz' | 'gini' | 'giniSelected' | 'pins'>;
export interface LorenzWords {
  /** A share of 0…1 at a tick, without its sign. */
  readonly tick: (share: number, step: number) => string;
  readonly unit: string;
  readonly firms: string;
  readonly sum: string;
  readonly equality: string;
  /** At the curves; null where there is no figure. */
  readonly all: (gini: number | null) => string;
  readonly selected: (gini: number | null) => string;
  readonly pin: (pin: Pin) => string;
  /** In the place of a curve that cannot be drawn. */
  readonly refused: string;
}
export interface LorenzPlan extends Size {
  readonly x: Scale;
  readonly y: Scale;
}

const [LEFT, TOP, FOOT, RIGHT] = [32, 20, 36, 12];
const SHARES = { low: 0, high: 1, isLog: false };

export function lorenzPlan({ width, height }: Size): LorenzPlan {
  const ground = Math.max(TOP + 20, height - FOOT);
  return { width, height, x: scaleOf(SHARES, LEFT, Math.max(LEFT + 20, width - RIGHT)), y: scaleOf(SHARES, ground, TOP) };
}

/** How much of a sum the smallest firms hold: everybody in grey, the selected over them, the dashed diagonal of equal shares, pinned firms at their place. */
export function lorenz(document: Document, shown: LorenzShown, size: Size, words: LorenzWords): SVGElement {
  const plan = lorenzPlan(size);
  const { x, y } = plan;
  const { all, selected } = shown.lorenz;
  const ground = y.from;
  const diagonal = { x1: x.from, y1: ground, x2: x.to, y2: y.to, stroke: 'var(--faint)', 'stroke-dasharray': '3 3' };
  const middle = { x: (x.from + x.to) / 2, y: (y.from + y.to) / 2 };
  return picture(document, size, [
    ...leftAxis(document, y, { left: x.from, right: x.to }, words.tick),
    ...bottomAxis(document, x, { top: y.to, ground, right: size.width }, words),
    label(document, words.sum, { x: 0, y: 11 }),
    label(document, words.firms, { x: x.to, y: size.height - 5, anchor: 'end' }),
    ...(all === null ? [] : [element(document, 'line', diagonal)]),
    element(document, 'g', { 'data-layer': 'all' }, all === null ? [] : [curveOf(document, all, plan, 'all-strong')]),
    layer(document, 'selected', selected === null ? [] : selectedLorenz(document, selected, plan)),
    ...(all === null
      ? [label(document, words.refused, { ...middle, anchor: 'middle', halo: true })]
      : namesAtCurves(document, shown, plan, words)),
  ]);
}

/** The contents of the layer `selected`. */
export function selectedLorenz(document: Document, curve: Curve, plan: LorenzPlan): SVGElement[] {
  return [curveOf(document, curve, plan, 'selected')];
}

function curveOf(document: Document, curve: Curve, { x, y }: LorenzPlan, colour: string): SVGElement {
  return element(document, 'path', { d: curvePath(curve, x.at, y.at), fill: 'none', stroke: `var(--${colour})`, 'stroke-width': 2 });
}

/** What the curves are, pinned firms and the word on the diagonal: each as near to its mark as is free. The curves are named on their side of the diagonal. */
function namesAtCurves(document: Document, shown: LorenzShown, plan: LorenzPlan, words: LorenzWords): SVGElement[] {
  const { x, y } = plan;
  const { all, selected } = shown.lorenz;
  const bounds = { x: x.from + 3, y: y.to + 2, width: x.to - x.from - 5, height: y.from - y.to - 5 };
  const pins = shown.pins.flatMap((pin) => (pin.at === null || pin.height === null ? [] : [{ pin, x: x.at(pin.at), y: y.at(pin.height) }]));
  const placing = placingWithin(bounds, [
    ...alongDiagonal(plan),
    ...alongCurve(all, plan),
    ...alongCurve(selected, plan),
    ...pins.flatMap((at) => pointsIn({ x: at.x - 5, y: at.y - 5, width: 10, height: y.from - at.y })),
  ]);
  const key = (said: string, curve: Curve, look: KeyLook): SVGElement[] => {
    const near = { x: x.at(0.7), y: y.at(heightAt(curve, 0.7)) };
    return curveKey(document, said, placing(keySize(said), near, aboveDiagonal(plan)), look);
  };
  const keys = [
    ...(selected === null ? [] : key(words.selected(shown.giniSelected?.value ?? null), selected, SELECTED_KEY)),
    ...(all === null ? [] : key(words.all(shown.gini.value), all, ALL_KEY)),
  ];
  const written = (said: string, near: Point): { x: number; y: number; halo: true } => {
    const at = placing({ width: widthOf(said), height: LINE }, near);
    return { x: at.x, y: at.y + 10, halo: true };
  };
  const named = pins.map((at) => {
    const said = fitted(words.pin(at.pin), bounds.width / 2);
    const name = label(document, said, { ...written(said, at), tone: 'ink', weight: 600 });
    const marks = [line(document, at.x, at.x, at.y, y.from, 'var(--ink)'), diamond(document, at.x, at.y), name];
    return titled(document, element(document, 'g', { 'data-pin': at.pin.name }, marks), words.pin(at.pin));
  });
  return [...keys, ...named, label(document, words.equality, written(words.equality, { x: x.at(0.4), y: y.at(0.46) }))];
}

function aboveDiagonal({ x, y }: LorenzPlan): Point[] {
  const points: Point[] = [];
  for (let across = 0; across < 1; across += 0.05)
    for (let up = across + 0.05; up <= 1; up += 0.05) points.push({ x: x.at(across), y: y.at(up) });
  return points;
}

function alongDiagonal({ x, y }: LorenzPlan): Point[] {
  return Array.from({ length: 41 }, (_, at) => ({ x: x.at(at / 40), y: y.at(at / 40) }));
}

function alongCurve(curve: Curve | null, { x, y }: LorenzPlan): Point[] {
  if (curve === null) return [];
  const flat = Array.from({ length: 41 }, (_, at) => ({ x: x.at(at / 40), y: y.at(heightAt(curve, at / 40)) }));
  // Where it is steep, places by height lie closer than places by width.
  const every = Math.max(1, Math.floor(curve.at.length / 200));
  return [...flat, ...curve.at.flatMap((share, at) => (at % every === 0 ? [{ x: x.at(share), y: y.at(curve.height[at]!) }] : []))];
}

function heightAt({ at, height }: Curve, share: number): number {
  const next = Math.max(1, firstFrom(at, share));
  const [from, to] = [at[next - 1] ?? 0, at[next] ?? 1];
  const [low, high] = [height[next - 1] ?? 0, height[next] ?? 1];
  return to > from ? low + ((high - low) * (share - from)) / (to - from) : high;
}
