import { element } from '../charts/element';
import { label, type LabelPlace } from '../charts/label';
import type { Stated } from './chart-stated';
import { pictureMarkup } from './picture-markup';
import { wrappedText } from './wrapped-text';

/** What stands around a picture that leaves the page. */
export interface PictureFrame {
  readonly title: string;
  readonly definition: string;
  /** n and what is left out. */
  readonly foot: string;
  /** The picture in sentences, for who does not see it. */
  readonly summary: string;
  readonly stated: readonly Stated[];
}

const MARGIN = 24;
/** Narrower pictures are set on a wider page, so that their words have room. */
const LEAST = 480;
/** Fonts of the reader's system: none travels with the picture. */
const FACE = "'Noto Sans SC', 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', system-ui, sans-serif";

/**
 * A picture as a file that stands alone: the title above it, then its definition, below it the foot and what it rests on, on white, in the colours of the light theme
 * (`tokens`: name of a custom property → its value). The same as JSON in `metadata`. What the element holds is drawn as it is: it must be of a guarded answer.
 */
export function chartPicture(svg: SVGElement, frame: PictureFrame, tokens: Readonly<Record<string, string>>): string {
  const document = svg.ownerDocument;
  const size = { width: sizeOf(svg, 'width'), height: sizeOf(svg, 'height') };
  const inner = Math.max(LEAST, size.width);
  const parts: SVGElement[] = [];
  let y = MARGIN;
  const write = (text: string, place: Pick<LabelPlace, 'size' | 'tone' | 'weight'> & { readonly size: number }, gap: number): void => {
    for (const line of wrappedText(text, inner, place.size)) {
      y += Math.round(place.size * 1.5);
      parts.push(label(document, line, { x: MARGIN, y: y - Math.round(place.size * 0.4), ...place }));
    }
    y += gap;
  };
  write(frame.title, { size: 17, tone: 'ink', weight: 600 }, 2);
  write(frame.definition, { size: 12 }, 10);
  const drawn = svg.cloneNode(true) as SVGElement;
  // What the pointer is told on the page speaks of counts that may be hidden here.
  for (const told of [...drawn.querySelectorAll('title')]) told.remove();
  drawn.setAttribute('x', String(MARGIN));
  drawn.setAttribute('y', String(y));
  parts.push(drawn);
  y += size.height + 10;
  write(frame.foot, { size: 12 }, 8);
  parts.push(element(document, 'line', { x1: MARGIN, x2: MARGIN + inner, y1: y, y2: y, stroke: 'var(--line-strong)' }));
  y += 4;
  for (const { line } of frame.stated.filter(({ id }) => id !== 'title')) write(line, { size: 10.5 }, 0);
  const [width, height] = [inner + 2 * MARGIN, Math.ceil(y + MARGIN - 6)];
  const ground = element(document, 'rect', { x: 0, y: 0, width, height, fill: '#ffffff' });
  const look = { width, height, viewBox: `0 0 ${width} ${height}`, 'font-family': FACE, color: 'var(--ink)' };
  const whole = element(document, 'svg', look, [...saidOf(document, frame), ground, ...parts]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${pictureMarkup(whole, { ...tokens, '--bg': '#ffffff' })}\n`;
}

function saidOf(document: Document, { title, summary, stated }: PictureFrame): SVGElement[] {
  const facts = Object.fromEntries(stated.map(({ id, text }) => [id, text]));
  const texts = { title, desc: summary, metadata: JSON.stringify(facts) };
  return Object.entries(texts).map(([name, text]) => {
    const made = element(document, name, {});
    made.textContent = text;
    return made;
  });
}

function sizeOf(svg: SVGElement, side: 'width' | 'height'): number {
  const size = Number(svg.getAttribute(side));
  if (!(size > 0)) throw new Error(`picture without a ${side}`);
  return size;
}
