import { element } from './element';

/** Shares of variance of one group's principal components, largest first; empty where there are none. */
export interface VarianceRow {
  readonly label: string;
  readonly shares: readonly number[];
  /** Place of the group in the scheme, for its hue. */
  readonly hue: number;
}

const ROW = 26;

/** A bar a group, cut into its components: the first full, each further one paler. `percent` words the first component's share, at the end of the bar. */
export function varianceBars(
  document: Document,
  rows: readonly VarianceRow[],
  size: { readonly width: number; readonly percent: (share: number) => string },
): SVGElement {
  const { width, percent } = size;
  const left = Math.min(110, width * 0.3);
  const long = width - left - 58;
  const height = rows.length * ROW;
  const marks = rows.flatMap(({ label, shares, hue }, at) => {
    const y = at * ROW;
    let from = 0;
    const bars = shares.map((share, order) => {
      const x = left + 8 + from * long;
      from += share;
      return element(document, 'rect', {
        x,
        y: y + 5,
        width: Math.max(1, share * long - 1),
        height: 16,
        fill: `var(--group-${hue % 5})`,
        opacity: Math.max(0.15, 0.9 - order * 0.25),
      });
    });
    const name = written(document, left, y + 17, label, 'end', 'var(--ink)');
    const first = shares[0];
    if (first === undefined) return [name, written(document, left + 10, y + 17, '—', 'start', 'var(--faint)')];
    return [name, ...bars, written(document, left + long + 14, y + 17, percent(first), 'start', 'var(--ink)')];
  });
  return element(document, 'svg', { width, height, viewBox: `0 0 ${width} ${height}` }, marks);
}

function written(document: Document, x: number, y: number, text: string, anchor: string, fill: string): SVGElement {
  const made = element(document, 'text', { x, y, 'text-anchor': anchor, 'font-size': 11.5, fill });
  made.textContent = text;
  return made;
}
