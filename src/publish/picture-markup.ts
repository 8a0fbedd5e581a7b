/** Elements of which pictures are made. Anything else (scripts, foreign content, images) stays behind. */
const ELEMENTS = new Set([
  ...['svg', 'g', 'path', 'rect', 'circle', 'ellipse', 'line', 'polygon', 'polyline', 'text', 'tspan'],
  ...['title', 'desc', 'metadata', 'defs', 'pattern', 'clipPath'],
]);
/** What may be said of them: geometry and paint. No handlers, styles, classes, addresses or data. */
const ATTRIBUTES = new Set([
  ...[
    'x',
    'y',
    'x1',
    'x2',
    'y1',
    'y2',
    'cx',
    'cy',
    'r',
    'rx',
    'ry',
    'dx',
    'dy',
    'd',
    'points',
    'width',
    'height',
    'viewBox',
    'transform',
    'id',
  ],
  ...[
    'fill',
    'fill-opacity',
    'fill-rule',
    'stroke',
    'stroke-width',
    'stroke-opacity',
    'stroke-dasharray',
    'stroke-linecap',
    'stroke-linejoin',
  ],
  ...[
    'opacity',
    'color',
    'font-size',
    'font-weight',
    'font-family',
    'text-anchor',
    'dominant-baseline',
    'paint-order',
    'clip-path',
    'clip-rule',
  ],
  ...['shape-rendering', 'vector-effect', 'patternUnits', 'patternTransform', 'patternContentUnits', 'clipPathUnits', 'letter-spacing'],
]);

/**
 * An SVG element as text that stands alone: known elements and attributes only, every text escaped, colours of the page replaced by those of `tokens`
 * (`--ink` → `#1c2230`; of `light-dark(a, b)` the light one). Throws on a token without a colour.
 */
export function pictureMarkup(element: Element, tokens: Readonly<Record<string, string>>): string {
  const name = element.localName;
  if (!ELEMENTS.has(name)) return '';
  const attributes = Array.from(element.attributes).flatMap(({ name: key, value }) => {
    const plain = concrete(value, tokens);
    return ATTRIBUTES.has(key) && isHarmless(plain) ? [` ${key}="${escaped(plain)}"`] : [];
  });
  const inner = Array.from(element.childNodes, (child) => {
    if (child.nodeType === 1) return pictureMarkup(child as Element, tokens);
    return child.nodeType === 3 ? escaped(child.nodeValue ?? '') : '';
  }).join('');
  const space = name === 'svg' ? ' xmlns="http://www.w3.org/2000/svg"' : '';
  return inner === '' ? `<${name}${space}${attributes.join('')}/>` : `<${name}${space}${attributes.join('')}>${inner}</${name}>`;
}

/** A paint may point inside the picture, never out of it. */
function isHarmless(value: string): boolean {
  return !/url\s*\(/i.test(value) || /^url\(#[\w-]+\)$/.test(value);
}

/** A value without `var(…)` and `light-dark(…)`. */
export function concrete(value: string, tokens: Readonly<Record<string, string>>, depth = 0): string {
  if (depth > 8) throw new Error(`token ${value} leads to itself`);
  const named = /^var\(\s*(--[\w-]+)\s*(?:,\s*(.+))?\)$/.exec(value.trim());
  if (named) {
    const found = tokens[named[1]!]?.trim() || named[2];
    if (found === undefined) throw new Error(`token ${named[1]} has no colour`);
    return concrete(found, tokens, depth + 1);
  }
  const both = /^light-dark\(\s*([^,()]+|[a-z-]+\([^)]*\))\s*,.*\)$/.exec(value.trim());
  return both ? concrete(both[1]!, tokens, depth + 1) : value;
}

/** Text of XML: what XML 1.0 has no place for, control signs and halves of pairs, is left out. */
export function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
