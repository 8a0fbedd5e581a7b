import { element } from './element';

/** Where a word stands and in which tone. */
export interface LabelPlace {
  readonly x: number;
  readonly y: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly tone?: 'ink' | 'soft' | 'selected';
  readonly size?: number;
  readonly weight?: number;
  /** Over other marks: the ground shows around the letters. */
  readonly halo?: boolean;
}

const HALO = { 'paint-order': 'stroke', stroke: 'var(--bg)', 'stroke-width': 3, 'stroke-linejoin': 'round' };

/** Words in a picture. */
export function label(
  document: Document,
  words: string,
  { x, y, anchor = 'start', tone = 'soft', size = 11, weight = 400, halo = false }: LabelPlace,
): SVGElement {
  const made = element(document, 'text', {
    x,
    y,
    'text-anchor': anchor,
    'font-size': size,
    'font-weight': weight,
    fill: `var(--${tone})`,
    ...(halo ? HALO : {}),
  });
  made.textContent = words;
  return made;
}

/** Width words take, without a page to measure on: a wide sign counts as one size, any other as 0.58. */
export function widthOf(words: string, size = 11): number {
  let used = 0;
  for (const sign of words) used += signWidth(sign, size);
  return used;
}

/** Words that fit a width, the rest as an ellipsis. No sign is cut in half. */
export function fitted(words: string, width: number, size = 11): string {
  let used = 0;
  let end = 0;
  let before = 0;
  for (const sign of words) {
    used += signWidth(sign, size);
    if (used > width) return `${words.slice(0, before > 0 ? before : sign.length)}…`;
    before = end;
    end += sign.length;
  }
  return words;
}

function signWidth(sign: string, size: number): number {
  return size * (/[\u1100-\uffef]/.test(sign) ? 1 : 0.58);
}
