import type { Verdict } from '../../scoring/seedlings/format';
import { element } from './element';

export interface MarkLook {
  readonly radius: number;
  /** Strong marks are in ink, the others recede. */
  readonly strong: boolean;
}

/** The five verdicts by form, none by colour: ● met, ○ unmet, dashed ring unknown (with ? where it is large), ◇ review (with !), ╱ not applicable. */
export function verdictMark(
  document: Document,
  verdict: Verdict,
  { x, y }: { readonly x: number; readonly y: number },
  { radius: r, strong }: MarkLook,
): SVGElement {
  const stroke = strong ? 'var(--ink)' : 'var(--all-strong)';
  const ring = { cx: x, cy: y, r, fill: 'var(--bg)', stroke };
  switch (verdict) {
    case 'met':
      return element(document, 'circle', { cx: x, cy: y, r, fill: stroke });
    case 'unmet':
      return element(document, 'circle', { ...ring, 'stroke-width': strong ? 1.4 : 0.9 });
    case 'unknown':
      return element(document, 'g', {}, [
        element(document, 'circle', { ...ring, 'stroke-dasharray': '2 1.6' }),
        ...(r > 6 ? [sign(document, '?', x, y, r)] : []),
      ]);
    case 'review': {
      const d = `M${x} ${y - r * 1.25}L${x + r * 1.25} ${y}L${x} ${y + r * 1.25}L${x - r * 1.25} ${y}Z`;
      return element(document, 'g', {}, [
        element(document, 'path', { d, fill: 'var(--mark)', stroke }),
        ...(r > 3 ? [sign(document, '!', x, y, r)] : []),
      ]);
    }
    case 'not_applicable':
      return element(document, 'line', { x1: x - r * 0.6, x2: x + r * 0.6, y1: y + r, y2: y - r, stroke, 'stroke-width': 1.2 });
  }
}

function sign(document: Document, said: string, x: number, y: number, radius: number): SVGElement {
  const made = element(document, 'text', {
    x,
    y: y + radius * 0.55,
    'text-anchor': 'middle',
    'font-size': Math.max(7, radius * 1.6),
    'font-weight': 700,
    fill: 'var(--ink)',
  });
  made.textContent = said;
  return made;
}
