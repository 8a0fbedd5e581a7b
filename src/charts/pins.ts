import { element, layer, titled } from './element';
import { line } from './axis';
import { fitted, label, widthOf } from './label';

/** A pinned firm on an axis: its name, and what is said after it where there is room. */
export interface PinLabel {
  readonly name: string;
  readonly more: string;
}
export interface PinOnAxis extends PinLabel {
  readonly x: number;
}
/** Where its words stand: lanes are counted upwards from the picture. */
export interface PlacedPin extends PinOnAxis {
  readonly lane: number;
  readonly isLeft: boolean;
  /** As drawn, cut where it had to be. */
  readonly words: PinLabel;
}

const LANE = 15;
const [GAP, SPACE] = [8, 5];
const MOST_LANES = 5;
/** Width of a name that had to be cut. */
const SHORT = 66;

/** Room that the lanes of these pins take above a picture. */
export function pinRoom(pins: readonly PlacedPin[]): number {
  return pins.length === 0 ? 0 : LANE * (1 + Math.max(...pins.map(({ lane }) => lane)));
}

/**
 * Lanes for the words of pinned firms so that none lies on another or on another's line. What is said after a name goes first, then the name is cut, then a
 * line may cross words; a name that finds no place at all is left to the pointer.
 */
export function placePins(pins: readonly PinOnAxis[], left: number, right: number, lanes = MOST_LANES): readonly PlacedPin[] {
  const isRoomy = (right - left) / pins.length > 80;
  const placed: PlacedPin[] = [];
  for (const pin of [...pins].sort((a, b) => b.x - a.x)) {
    const cut = { name: fitted(pin.name, SHORT), more: '' };
    const tries: readonly (readonly [PinLabel, typeof areApart])[] = [
      ...(isRoomy ? [[pin, areApart] as const] : []),
      [{ name: pin.name, more: '' }, areApart],
      [cut, areApart],
      [cut, wordsApart],
    ];
    const found = tries.flatMap(([words, isFree]) => {
      const place = freePlace({ ...pin, words, lane: 0, isLeft: false }, placed, [left, right], words.more === '' ? lanes : 2, isFree);
      return place === null ? [] : [place];
    });
    placed.push(found[0] ?? { ...pin, words: { name: '', more: '' }, lane: lanes - 1, isLeft: false });
  }
  return placed;
}

function freePlace(
  pin: PlacedPin,
  others: readonly PlacedPin[],
  [left, right]: readonly [number, number],
  lanes: number,
  isFree: typeof areApart,
): PlacedPin | null {
  for (let lane = 0; lane < lanes; lane++)
    for (const isLeft of [false, true]) {
      const tried = { ...pin, lane, isLeft };
      const [from, to] = extent(tried);
      if (from >= left && to <= right && others.every((other) => isFree(tried, other))) return tried;
    }
  return null;
}

function extent({ x, words, isLeft }: PlacedPin): readonly [number, number] {
  const wide = GAP + widthOf(words.name) + (words.more === '' ? 0 : SPACE + widthOf(words.more));
  return isLeft ? [x - wide, x] : [x, x + wide];
}

function wordsApart(a: PlacedPin, b: PlacedPin): boolean {
  const [aFrom, aTo] = extent(a);
  const [bFrom, bTo] = extent(b);
  return a.lane !== b.lane || aFrom >= bTo + GAP || bFrom >= aTo + GAP;
}

/** Words apart, and the line of the upper one, which passes the lane of the lower one, clear of its words. */
function areApart(a: PlacedPin, b: PlacedPin): boolean {
  const [upper, lower] = a.lane > b.lane ? [a, b] : [b, a];
  const [from, to] = extent(lower);
  const isClear = upper.lane === lower.lane || upper.x <= from - 3 || upper.x >= to + 3 || Math.abs(upper.x - lower.x) < 3;
  return wordsApart(a, b) && isClear;
}

/** Diamonds with their names above `top` and a thin line down to `ground`. */
export function pinLines(document: Document, pins: readonly PlacedPin[], top: number, ground: number): SVGElement {
  return layer(
    document,
    'pins',
    pins.map((pin) => {
      const y = top - 9 - pin.lane * LANE;
      const [anchor, beside] = pin.isLeft ? (['end', -GAP] as const) : (['start', GAP] as const);
      const words = label(document, '', { x: pin.x + beside, y: y + 4, anchor, tone: 'ink', halo: true });
      words.append(part(document, pin.words.name, { 'font-weight': 600 }));
      if (pin.words.more !== '') words.append(part(document, pin.words.more, { dx: SPACE, fill: 'var(--soft)' }));
      const drawn = [line(document, pin.x, pin.x, y, ground, 'var(--ink)'), diamond(document, Math.round(pin.x) + 0.5, y), words];
      return titled(document, element(document, 'g', { 'data-pin': pin.name }, drawn), `${pin.name} ${pin.more}`.trim());
    }),
  );
}

function part(document: Document, words: string, look: Readonly<Record<string, string | number>>): SVGElement {
  const made = element(document, 'tspan', look);
  made.textContent = words;
  return made;
}

/** The mark of a pinned firm, in every picture. */
export function diamond(document: Document, x: number, y: number, half = 4.5): SVGElement {
  return element(document, 'path', {
    d: `M${x} ${y - half}L${x + half} ${y}L${x} ${y + half}L${x - half} ${y}Z`,
    fill: 'var(--ink)',
    stroke: 'var(--bg)',
    'stroke-width': 1.5,
    'paint-order': 'stroke',
  });
}
