import type { ConcentrationAnswer } from '../../scoring/distribution/format';
import { line } from './axis';
import { element, picture, titled, type Size } from './element';
import { label, widthOf } from './label';

type Decile = ConcentrationAnswer['deciles'][number];

export interface DecileWords {
  /** Under a bar: its place from the smallest, 1 first. */
  readonly decile: (place: number) => string;
  readonly share: (share: number) => string;
  readonly axis: string;
  /** At the dashed line. */
  readonly equal: string;
  /** Told by the pointer: bounds, firms, share, cumulated share. */
  readonly told: (decile: Decile, place: number) => string;
  readonly nothing: string;
}

const [TOP, FOOT] = [18, 32];

/** The share of the sum each tenth of the firms holds, smallest firms first; the dashed line is an equal share. */
export function shareByDecile(document: Document, deciles: readonly Decile[], size: Size, words: DecileWords): SVGElement {
  const { width, height } = size;
  const ground = Math.max(TOP + 20, height - FOOT);
  if (deciles.length === 0)
    return picture(document, size, [label(document, words.nothing, { x: width / 2, y: height / 2, anchor: 'middle' })]);
  const most = Math.max(1e-300, ...deciles.map(({ share }) => share));
  const step = width / deciles.length;
  const tall = (share: number): number => (Math.max(0, share) / most) * (ground - TOP);
  const high = ({ share }: Decile): number => Math.max(share > 0 ? 1 : 0, tall(share));
  const bars = deciles.map((decile, at) => {
    const box = { x: at * step + step * 0.12, y: ground - high(decile), width: step * 0.76, height: high(decile) };
    return titled(document, element(document, 'rect', { ...box, fill: 'var(--all)' }), words.told(decile, at + 1));
  });
  const said = deciles.flatMap((decile, at) => {
    const share = words.share(decile.share);
    const place = { x: (at + 0.5) * step, anchor: 'middle' } as const;
    return [
      ...(widthOf(share) <= step - 1 ? [label(document, share, { ...place, y: ground - high(decile) - 4, tone: 'ink', halo: true })] : []),
      label(document, words.decile(at + 1), { ...place, y: ground + 14 }),
    ];
  });
  const equal = ground - tall(1 / deciles.length);
  return picture(document, size, [
    ...bars,
    line(document, 0, width, equal, equal, 'var(--faint)', { 'stroke-dasharray': '3 3' }),
    line(document, 0, width, ground, ground, 'var(--line-strong)'),
    label(document, words.equal, { x: 0, y: equal - 5 }),
    ...said,
    label(document, words.axis, { x: width, y: height - 4, anchor: 'end' }),
  ]);
}
