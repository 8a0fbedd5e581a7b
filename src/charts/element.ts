const SVG = 'http://www.w3.org/2000/svg';

/** One SVG element with attributes and children; numbers are written with at most two decimals so that goldens stay put. */
export function element(
  document: Document,
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  children: readonly SVGElement[] = [],
): SVGElement {
  const made = document.createElementNS(SVG, name) as SVGElement;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, typeof value === 'number' ? String(round(value)) : value);
  made.append(...children);
  return made;
}

/** Two decimals, without a negative zero. */
export function round(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}
