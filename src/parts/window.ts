/** Rows that stand in the DOM, given where the scrollbar is. */
export interface Shown {
  readonly first: number;
  readonly count: number;
  /** Height of the scrolled ground in pixels; at most `TALLEST`, beyond which browsers lose precision. */
  readonly height: number;
  /** Pixels from the top of the ground to the first row shown. */
  readonly offset: number;
}

/** Tallest ground laid out: half a million rows of 34 px stay unscaled, and Chromium clips elements at about 33.5 million px. */
export const TALLEST = 17_000_000;

/**
 * Which rows to draw. Beyond `TALLEST` the scrollbar is scaled: its ends are the first and last row, and the rows in between move faster than it does.
 * `extra` rows are drawn above and below. No rows: an empty window.
 */
export function windowOf(rows: number, rowHeight: number, viewport: number, scrollTop: number, extra = 6): Shown {
  const full = rows * rowHeight;
  const height = Math.min(full, TALLEST);
  const travel = Math.max(0, height - viewport);
  const at = Math.max(0, Math.min(scrollTop, travel));
  const top = travel > 0 && full > height ? (at / travel) * (full - viewport) : at;
  const first = Math.max(0, Math.floor(top / rowHeight) - extra);
  const last = Math.min(rows, Math.ceil((top + viewport) / rowHeight) + extra);
  return { first, count: Math.max(0, last - first), height, offset: at - (top - first * rowHeight) };
}

/** The scroll position that brings a row fully into view, moving no further than needed; the present one when it is in view. */
export function scrollTo(row: number, rows: number, rowHeight: number, viewport: number, scrollTop: number): number {
  const full = rows * rowHeight;
  const height = Math.min(full, TALLEST);
  const travel = Math.max(0, height - viewport);
  if (travel === 0) return 0;
  const scale = (full - viewport) / travel;
  const top = Math.min(scrollTop, travel) * scale;
  if (row * rowHeight < top) return (row * rowHeight) / scale;
  if ((row + 1) * rowHeight > top + viewport) return ((row + 1) * rowHeight - viewport) / scale;
  return scrollTop;
}
