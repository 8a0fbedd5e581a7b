import type { Box } from './hatch';
import { label, widthOf } from './label';

/** A mark and what it means. */
export interface LegendItem {
  readonly words: string;
  /** Drawn into a box of 14 × 12; words alone where there is none. */
  readonly mark: ((box: Box) => readonly SVGElement[]) | null;
}

const LINE = 18;
const MARK = { width: 14, height: 12 };

interface Placed {
  readonly item: LegendItem;
  readonly x: number;
  readonly line: number;
}

/** Items one after the other, on as many lines as they need: a key that is left out would leave its mark unread. */
function placed(items: readonly LegendItem[], width: number): readonly Placed[] {
  let [x, line] = [0, 0];
  return items.map((item) => {
    const wide = widthOf(item.words) + (item.mark === null ? 0 : MARK.width + 4);
    if (x > 0 && x + wide > width) [x, line] = [0, line + 1];
    const here = { item, x, line };
    // Shades without words of their own stand close, as one scale.
    x += wide + (item.words === '' ? -3 : 9);
    return here;
  });
}

export function legendHeight(items: readonly LegendItem[], width: number): number {
  return LINE * ((placed(items, width).at(-1)?.line ?? -1) + 1);
}

export function legend(document: Document, items: readonly LegendItem[], top: number, width: number): SVGElement[] {
  return placed(items, width).flatMap(({ item, x, line }) => {
    const y = top + line * LINE;
    const words = label(document, item.words, { x: x + (item.mark === null ? 0 : MARK.width + 4), y: y + 11 });
    return item.mark === null ? [words] : [...item.mark({ x, y: y + 1, ...MARK }), words];
  });
}
