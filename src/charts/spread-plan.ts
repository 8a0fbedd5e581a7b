import type { Pin } from '../../scoring/distribution/format';
import type { Size } from './element';
import { fitted, widthOf } from './label';
import { pinRoom, placePins, type PinLabel, type PlacedPin } from './pins';
import { scaleOf, type Domain, type Scale } from './scale';

/** Firms that are on no place of the axis: bars of their own, set apart from it. */
export type Special = 'missing' | 'zero' | 'below' | 'above';
export interface Slot {
  readonly from: number;
  readonly to: number;
  /** As written below it. */
  readonly words: string;
}
/** What the pointer is over. */
export type Place = { readonly is: 'value'; readonly value: number } | { readonly is: Special };

/** Where things stand in a picture of one measure; the same arguments give the same plan, so that a view can ask where its pointer is. */
export interface SpreadPlan extends Size {
  readonly top: number;
  readonly ground: number;
  readonly x: Scale;
  readonly slots: Readonly<Record<Special, Slot | null>>;
  readonly pins: readonly PlacedPin[];
}

export interface SpreadAsk {
  readonly domain: Domain;
  /** Bars set apart: what is written below each, and above it; left out where there is none. */
  readonly slots: Readonly<Partial<Record<Special, readonly [name: string, count: string]>>>;
  readonly pins: readonly Pin[];
  /** Room at the left for the figures of the other axis, and below the ground. */
  readonly left: number;
  readonly foot: number;
}

const APART = 7;
/** For what the axis at the left counts; the names of pinned firms stand below it. */
const HEAD = 18;
const MOST_WORDS = 56;

/** Slots before the axis in the order missing, zero, below; above after it; lanes for the names of pinned firms on top. */
export function spreadPlan(ask: SpreadAsk, { width, height }: Size, pinLabel: (pin: Pin) => PinLabel): SpreadPlan {
  let from = ask.left;
  const before = (is: Special): Slot | null => {
    const slot = slotAt(from, ask.slots[is]);
    if (slot !== null) from = slot.to;
    return slot;
  };
  const slots = { missing: before('missing'), zero: before('zero'), below: before('below'), above: null };
  const wide = ask.slots.above === undefined ? 0 : slotWidth(ask.slots.above);
  const start = from + (from > ask.left ? APART : 0);
  const end = Math.max(start + 20, width - (wide > 0 ? wide + APART : 10));
  const all = { ...slots, above: slotAt(end + APART, ask.slots.above) };
  const x = scaleOf(ask.domain, start, end);
  const marks = ask.pins.flatMap((pin) => {
    const spot = spotOf({ x, slots: all }, pin.value);
    return spot === null ? [] : [{ x: spot, ...pinLabel(pin) }];
  });
  const pins = placePins(marks, 0, width);
  return { width, height, top: HEAD + pinRoom(pins), ground: height - ask.foot, x, slots: all, pins };
}

function slotAt(from: number, said: readonly [string, string] | undefined): Slot | null {
  return said === undefined ? null : { from, to: from + slotWidth(said), words: fitted(said[0], MOST_WORDS) };
}

function slotWidth([name, count]: readonly [string, string]): number {
  return Math.max(24, Math.min(MOST_WORDS, widthOf(name)) + 6, widthOf(count) + 6);
}

/** Of a picture without bars that are set apart. */
export const NO_SLOTS: SpreadPlan['slots'] = { missing: null, zero: null, below: null, above: null };

/** Place of a figure, or of the bar it is in; null where it is missing and the missing have no bar. */
export function spotOf({ x, slots }: Pick<SpreadPlan, 'x' | 'slots'>, value: number | null): number | null {
  const middle = (slot: Slot | null, otherwise: number | null): number | null => (slot === null ? otherwise : (slot.from + slot.to) / 2);
  if (value === null) return middle(slots.missing, null);
  if (value === 0 && slots.zero !== null) return middle(slots.zero, null);
  if (value < x.low) return middle(slots.below, x.from);
  if (value > x.high) return middle(slots.above, x.to);
  return x.at(value);
}

/** What a place across the picture stands for: a figure, or one of the bars set apart. */
export function placeAt({ x, slots }: Pick<SpreadPlan, 'x' | 'slots'>, across: number): Place {
  for (const is of ['missing', 'zero', 'below', 'above'] as const) {
    const slot = slots[is];
    if (slot !== null && across >= slot.from && across < slot.to) return { is };
  }
  return { is: 'value', value: x.value(across) };
}
