import { element } from './element';

/** Where a word stands and in which tone. */
export interface LabelPlace {
  readonly x: number;
  readonly y: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly tone?: 'ink' | 'soft';
  readonly size?: number;
  readonly weight?: number;
}

/** Words in a picture. */
export function label(
  document: Document,
  words: string,
  { x, y, anchor = 'start', tone = 'soft', size = 11, weight = 400 }: LabelPlace,
): SVGElement {
  const made = element(document, 'text', {
    x,
    y,
    'text-anchor': anchor,
    'font-size': size,
    'font-weight': weight,
    fill: tone === 'ink' ? 'var(--ink)' : 'var(--soft)',
  });
  made.textContent = words;
  return made;
}

/** Words that fit a width, the rest as an ellipsis; a wide sign counts as one size, any other as 0.58. */
export function fitted(words: string, width: number, size = 11): string {
  let used = 0;
  let end = 0;
  for (const sign of words) {
    used += size * (/[\u1100-\uffef]/.test(sign) ? 1 : 0.58);
    if (used > width) return `${words.slice(0, Math.max(1, end - 1))}…`;
    end += sign.length;
  }
  return words;
}
