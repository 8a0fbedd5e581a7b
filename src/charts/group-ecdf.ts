import type { GroupsAnswer } from '../../scoring/distribution/format';
import { bottomAxis, leftAxis, leftRoom, type AxisWords } from './axis';
import { curveKey, keySize, type KeyLook } from './curve-key';
import { alongSteps, firstFrom, stepPath, within } from './curve-path';
import { element, picture, round, titled, type Size } from './element';
import { placingWithin } from './free-place';
import { fitted, label } from './label';
import { scaleOf, type Domain, type Scale } from './scale';

type Group = GroupsAnswer['groups'][number];

export interface GroupEcdfWords extends AxisWords {
  readonly share: (share: number, step: number) => string;
  readonly shareOfFirms: string;
  readonly group: (group: Group) => string;
  readonly nothing: string;
}

const [TOP, FOOT, RIGHT] = [20, 22, 12];
const SHARES = { low: 0, high: 1, isLog: false };

/** By dash and by shade, never by the hues of a scheme's groups; no more than six can be told apart. */
const LOOKS: readonly KeyLook[] = [
  { stroke: 'var(--ink)', tone: 'ink' },
  { stroke: 'var(--ink)', tone: 'ink', dash: '7 3' },
  { stroke: 'var(--ink)', tone: 'ink', dash: '2 2' },
  { stroke: 'var(--all-strong)', tone: 'soft' },
  { stroke: 'var(--all-strong)', tone: 'soft', dash: '7 3' },
  { stroke: 'var(--all-strong)', tone: 'soft', dash: '8 2 2 2' },
];

/** The share of firms at or below each figure, a curve a group, named in the picture. The first six groups are drawn. */
export function groupEcdf(document: Document, groups: readonly Group[], domain: Domain, size: Size, words: GroupEcdfWords): SVGElement {
  const ground = Math.max(TOP + 20, size.height - FOOT);
  const y = scaleOf(SHARES, ground, TOP);
  const left = leftRoom(y, words.share);
  const x = scaleOf(domain, left, Math.max(left + 20, size.width - RIGHT));
  const drawn = groups.slice(0, LOOKS.length).filter(({ ecdf }) => ecdf.at.length > 0);
  const middle = { x: (x.from + x.to) / 2, y: (TOP + ground) / 2 };
  return picture(document, size, [
    ...leftAxis(document, y, { left: x.from, right: x.to }, words.share),
    label(document, words.shareOfFirms, { x: 0, y: 10 }),
    ...(drawn.length === 0
      ? [label(document, words.nothing, { ...middle, anchor: 'middle', halo: true })]
      : bottomAxis(document, x, { top: TOP, ground, right: size.width }, words)),
    ...drawn.map((group, at) => curve(document, group, LOOKS[at]!, x, y, words)),
    ...namesAt(document, drawn, x, y, words),
  ]);
}

function curve(document: Document, group: Group, { stroke, dash }: KeyLook, x: Scale, y: Scale, words: GroupEcdfWords): SVGElement {
  const path = stepPath(within(group.ecdf, { low: -Infinity, high: x.high }), x.at, y.at);
  const look = { d: path === '' ? '' : `${path}H${round(x.to)}`, fill: 'none', stroke, 'stroke-width': 1.8 };
  return titled(document, element(document, 'path', dash === undefined ? look : { ...look, 'stroke-dasharray': dash }), words.group(group));
}

/** Names beside their curves while these are two; more stand together in the order of the curves, where a name alone would lie beside another's curve. */
function namesAt(document: Document, groups: readonly Group[], x: Scale, y: Scale, words: GroupEcdfWords): SVGElement[] {
  const bounds = { x: x.from + 4, y: y.to + 4, width: x.to - x.from - 6, height: y.from - y.to - 8 };
  const placing = placingWithin(
    bounds,
    groups.flatMap(({ ecdf }) => alongSteps(ecdf, x.at, y.at)),
  );
  const ascending = groups
    .map((group, at) => ({ group, look: LOOKS[at]!, said: fitted(words.group(group), bounds.width * 0.5) }))
    .sort((a, b) => (a.group.figures.p50 ?? 0) - (b.group.figures.p50 ?? 0));
  if (ascending.length <= 2)
    return ascending.flatMap(({ group: { ecdf }, look, said }, order) => {
      const share = order === 0 ? 0.7 : 0.35;
      const value = ecdf.at[firstFrom(ecdf.height, share)] ?? x.high;
      return curveKey(document, said, placing(keySize(said), { x: x.at(value) + 8, y: y.at(share) + 4 }), look);
    });
  const block = { width: Math.max(...ascending.map(({ said }) => keySize(said).width)), height: ascending.length * NAME };
  const corner = placing(block, { x: x.to, y: y.at(0.3) });
  return ascending.flatMap(({ look, said }, order) => curveKey(document, said, { x: corner.x, y: corner.y + order * NAME }, look));
}

/** Height of a name among others. */
const NAME = 16;
