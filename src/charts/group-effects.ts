import type { PairOfGroups } from '../../scoring/distribution/format';
import { line } from './axis';
import { element, picture, titled } from './element';
import { fitted, label, widthOf } from './label';
import { legend, legendHeight, type LegendItem } from './legend';
import { scaleOf, type Scale } from './scale';

export interface EffectsWords {
  readonly group: (value: string) => string;
  readonly n: (count: number) => string;
  /** Cliff's δ beside its dot. */
  readonly delta: (value: number) => string;
  /** At −1, −½, 0, ½ and 1. */
  readonly tick: (value: number) => string;
  readonly size: (size: NonNullable<PairOfGroups['size']>) => string;
  /** At the ends of the axis: which of the two has the larger figures there. */
  readonly lower: string;
  readonly higher: string;
  /** In the place of a dot. */
  readonly refused: (pair: PairOfGroups) => string;
  /** Told by the pointer. */
  readonly pair: (pair: PairOfGroups) => string;
}

const [HEAD, ROW, FOOT] = [34, 38, 20];

/** |δ| from which a difference is small, medium and large (Romano et al. 2006). */
const BOUNDS = [0.147, 0.33, 0.474] as const;
const SIZES = ['negligible', 'small', 'medium', 'large'] as const;

/**
 * Cliff's δ of pairs of groups, a row each: the dot stands towards the group with the larger figures, `b` at the left and `a` at the right. Shaded bands say how
 * large a difference is.
 */
export function groupEffects(document: Document, pairs: readonly PairOfGroups[], width: number, words: EffectsWords): SVGElement {
  const side = Math.min(190, Math.max(60, width * 0.26));
  const x = scaleOf({ low: -1, high: 1, isLog: false }, side, Math.max(side + 40, width - side));
  const ground = HEAD + Math.max(1, pairs.length) * ROW;
  const isNamed = SIZES.every((size, at) => widthOf(words.size(size)) + 2 <= bandOf(at, 1, x).width);
  const items = isNamed ? [] : keys(document, words);
  const room = isNamed ? side - 8 : width / 2 - 4;
  return picture(document, { width, height: ground + FOOT + legendHeight(items, width) }, [
    ...bands(document, x, ground),
    ...(isNamed ? names(document, x, words) : []),
    label(document, fitted(words.lower, room), { x: 0, y: 26 }),
    label(document, fitted(words.higher, room), { x: width, y: 26, anchor: 'end' }),
    ...pairs.map((pair, at) => row(document, pair, x, HEAD + (at + 0.5) * ROW, width, words)),
    ...[-1, -0.5, 0, 0.5, 1].map((value) => label(document, words.tick(value), { x: x.at(value), y: ground + 15, anchor: 'middle' })),
    ...legend(document, items, ground + FOOT, width),
  ]);
}

/** Where a band lies on one side of 0; the innermost is one band over both sides. */
function bandOf(at: number, sign: 1 | -1, x: Scale): { readonly x: number; readonly width: number } {
  const ends = [0, ...BOUNDS, 1];
  const [a, b] = at === 0 ? [x.at(-ends[1]!), x.at(ends[1]!)] : [x.at(sign * ends[at]!), x.at(sign * ends[at + 1]!)];
  return { x: Math.min(a, b), width: Math.abs(b - a) };
}

const bothSides = (at: number): readonly (1 | -1)[] => (at === 0 ? [1] : [1, -1]);

/** The larger the difference, the darker the band. */
function bands(document: Document, x: Scale, ground: number): SVGElement[] {
  const shades = SIZES.flatMap((_, at) =>
    bothSides(at).map((sign) => {
      const box = { ...bandOf(at, sign, x), y: HEAD - 4, height: ground - HEAD + 4 };
      return element(document, 'rect', { ...box, fill: 'var(--all)', opacity: shadeOf(at) });
    }),
  );
  return [...shades, line(document, x.at(0), x.at(0), HEAD - 4, ground, 'var(--line-strong)')];
}

function shadeOf(at: number): number {
  return 0.06 + at * 0.09;
}

/** Over the bands, where all of them have room for their name; else `keys` below. */
function names(document: Document, x: Scale, words: EffectsWords): SVGElement[] {
  return SIZES.flatMap((size, at) =>
    bothSides(at).map((sign) => {
      const { x: left, width } = bandOf(at, sign, x);
      return label(document, words.size(size), { x: left + width / 2, y: 26, anchor: 'middle' });
    }),
  );
}

function keys(document: Document, words: EffectsWords): LegendItem[] {
  return SIZES.map((size, at) => ({
    words: words.size(size),
    mark: (box) => [element(document, 'rect', { ...box, fill: 'var(--all)', opacity: shadeOf(at), stroke: 'var(--line-strong)' })],
  }));
}

function row(document: Document, pair: PairOfGroups, x: Scale, y: number, width: number, words: EffectsWords): SVGElement {
  const room = x.from - 12;
  const names = (value: string, n: number, at: number, anchor: 'start' | 'end'): SVGElement[] => [
    label(document, fitted(words.group(value), room), { x: at, y: y - 1, anchor, tone: 'ink' }),
    label(document, words.n(n), { x: at, y: y + 12, anchor }),
  ];
  const delta = pair.cliff.value;
  const marks =
    delta === null
      ? [label(document, words.refused(pair), { x: x.at(0), y: y + 4, anchor: 'middle', halo: true })]
      : effect(document, delta, x, y, words.delta(delta));
  const whole = element(document, 'rect', { x: 0, y: y - ROW / 2, width, height: ROW, fill: 'transparent' });
  const drawn = [whole, ...names(pair.b, pair.nb, 0, 'start'), ...names(pair.a, pair.na, width, 'end'), ...marks];
  return titled(document, element(document, 'g', { 'data-row': `${pair.a} ${pair.b}` }, drawn), words.pair(pair));
}

/** A stem from 0 to a dot, its figure on the side away from 0 where there is room. */
function effect(document: Document, delta: number, x: Scale, y: number, said: string): SVGElement[] {
  const at = x.at(delta);
  const isOutward = delta < 0 ? at - x.from > widthOf(said) + 10 : x.to - at > widthOf(said) + 10;
  const isLeft = delta < 0 === isOutward;
  const words = { x: at + (isLeft ? -9 : 9), y: isOutward ? y + 4 : y - 5, anchor: isLeft ? ('end' as const) : ('start' as const) };
  return [
    line(document, x.at(0), at, y, y, 'var(--ink)', { 'stroke-width': 1.5 }),
    element(document, 'circle', { cx: at, cy: Math.round(y) + 0.5, r: 4.5, fill: 'var(--ink)' }),
    label(document, said, { ...words, tone: 'ink', weight: 600, halo: true }),
  ];
}
