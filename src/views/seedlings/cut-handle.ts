import type { Scale } from '../../charts/scale';

/** Where a cut may stand: growth from a loss to what the axis shows, technology over the whole mark. */
export interface CutBounds {
  readonly low: number;
  readonly high: number;
}
const [STEP, FAR] = [0.01, 0.05];

/** A cut after a key, a ratio; null where the key is no move of it. */
export function movedCut(cut: number, key: string, isFar: boolean, { low, high }: CutBounds): number | null {
  const by = isFar ? FAR : STEP;
  switch (key) {
    case 'ArrowUp':
    case 'ArrowRight':
      return within(cut + by, low, high);
    case 'ArrowDown':
    case 'ArrowLeft':
      return within(cut - by, low, high);
    case 'PageUp':
      return within(cut + FAR, low, high);
    case 'PageDown':
      return within(cut - FAR, low, high);
    case 'Home':
      return low;
    case 'End':
      return high;
    default:
      return null;
  }
}

/** A cut dragged to a place of the picture, on half points. */
export function cutAt(place: number, scale: Scale, { low, high }: CutBounds): number {
  return within(Math.round(scale.value(place) * 200) / 200, low, high);
}

function within(value: number, low: number, high: number): number {
  return Number(Math.min(high, Math.max(low, value)).toFixed(4));
}
