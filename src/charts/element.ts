const SVG = 'http://www.w3.org/2000/svg';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export type Attributes = Readonly<Record<string, string | number>>;

/** One SVG element with attributes and children; numbers are written with at most two decimals so that goldens stay put. */
export function element(document: Document, name: string, attributes: Attributes, children: readonly SVGElement[] = []): SVGElement {
  const made = document.createElementNS(SVG, name) as SVGElement;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, typeof value === 'number' ? String(round(value)) : value);
  made.append(...children);
  return made;
}

/** The whole of a picture. */
export function picture(document: Document, { width, height }: Size, children: readonly SVGElement[]): SVGElement {
  return element(document, 'svg', { width, height, viewBox: `0 0 ${round(width)} ${round(height)}` }, children);
}

/** A part of a picture that is drawn anew by itself: `[data-layer=name]`. The pointer goes through it. */
export function layer(document: Document, name: string, children: readonly SVGElement[]): SVGElement {
  return element(document, 'g', { 'data-layer': name, 'pointer-events': 'none' }, children);
}

/** What the pointer is told of a mark; the mark itself is handed back. */
export function titled(document: Document, mark: SVGElement, words: string): SVGElement {
  const title = element(document, 'title', {});
  title.textContent = words;
  mark.prepend(title);
  return mark;
}

/** Two decimals, without a negative zero. */
export function round(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}
