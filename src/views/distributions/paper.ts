import { flushSync, mount, unmount } from 'svelte';
import type { ChartAnswer, ChartSpec } from '../../../scoring/distribution/format';
import { element } from '../../charts/element';
import { label } from '../../charts/label';
import PaperPanel from './PaperPanel.svelte';
import type { PanelAbout } from './panels/panel';

/** A chart set for paper: one picture, and the words around it. */
export interface Paper {
  readonly svg: SVGElement;
  readonly title: string;
  readonly definition: string;
  readonly foot: string;
  readonly summary: string;
}

const WIDTH = { wide: 1000, plain: 640 } as const;
const HEIGHT = 320;

/** Sets a chart out of sight, by the very component that shows it, and takes its pictures and the figures beside them as one. */
export async function setOnPaper(answer: ChartAnswer, spec: ChartSpec, about: PanelAbout, context: Map<unknown, unknown>): Promise<Paper> {
  const width = spec.is === 'segments' || spec.is === 'matrix' ? WIDTH.wide : WIDTH.plain;
  const target = document.createElement('div');
  target.className = 'charts';
  Object.assign(target.style, { position: 'fixed', left: '-4000px', top: '0', width: `${width}px` });
  target.setAttribute('aria-hidden', 'true');
  document.body.append(target);
  const panel = mount(PaperPanel, { target, props: { answer, spec, size: { width, height: HEIGHT }, about }, context });
  try {
    flushSync();
    const text = (selector: string): string =>
      [...target.querySelectorAll(selector)].map((node) => node.textContent?.trim() ?? '').join(' ');
    return {
      svg: joined(target),
      title: text('h2'),
      definition: text('.define'),
      foot: text('figure > .meta'),
      summary: text('figure > .unseen'),
    };
  } finally {
    await unmount(panel);
    target.remove();
  }
}

/** Every picture where it stands, and the cells of a table that shares its rows as words. */
function joined(target: HTMLElement): SVGElement {
  const pictures = [...target.querySelectorAll<SVGElement>('.picture > svg')];
  const cells = [...target.querySelectorAll<HTMLElement>('figure th, figure td')].filter((cell) => cell.textContent?.trim());
  const boxes = [...pictures, ...cells].map((node) => node.getBoundingClientRect());
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const right = Math.max(...boxes.map((box) => box.right));
  const bottom = Math.max(...boxes.map((box) => box.bottom));
  const drawn = pictures.map((picture) => {
    const box = picture.getBoundingClientRect();
    const copy = picture.cloneNode(true) as SVGElement;
    copy.setAttribute('x', String(Math.round(box.left - left)));
    copy.setAttribute('y', String(Math.round(box.top - top)));
    return copy;
  });
  const said = cells.map((cell) => {
    const box = cell.getBoundingClientRect();
    const style = getComputedStyle(cell);
    const isEnd = style.textAlign === 'end' || style.textAlign === 'right';
    return label(document, cell.textContent!.trim(), {
      x: (isEnd ? box.right - parseFloat(style.paddingRight) : box.left + parseFloat(style.paddingLeft)) - left,
      y: box.top - top + box.height / 2 + 4,
      anchor: isEnd ? 'end' : 'start',
      tone: 'ink',
      size: parseFloat(style.fontSize),
      weight: Number(style.fontWeight) || 400,
    });
  });
  const [width, height] = [Math.ceil(right - left), Math.ceil(bottom - top)];
  return element(document, 'svg', { width, height, viewBox: `0 0 ${width} ${height}` }, [...drawn, ...said]);
}
