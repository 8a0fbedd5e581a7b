// Longer than other files: one picture with its zones, lanes, crowd, cuts and names, each a few lines.
import type { QuadrantPoint, Verdict } from '../../scoring/seedlings/format';
import { line } from './axis';
import { element, layer, picture, round, titled, type Size } from './element';
import { LINE, placingWithin, pointsIn, type Point } from './free-place';
import type { Box } from './hatch';
import { fitted, label, widthOf } from './label';
import { placeOf, quadrantPlan, ZONE, type QuadrantPlan, type QuadrantShown } from './seedling-quadrant-plan';
import { ticksOf } from './ticks';
import { verdictMark } from './verdict-mark';

export interface QuadrantWords {
  /** In the corners, the firms in each written out whatever the room: growth and technology, growth only, technology only, neither. */
  readonly corners: Readonly<Record<'both' | 'growth' | 'technology' | 'neither', { readonly name: string; readonly firms: string }>>;
  /** In the lanes of what is unknown. */
  readonly growthUnknown: string;
  readonly technologyUnknown: string;
  readonly xName: string;
  readonly yName: string;
  readonly percent: (ratio: number) => string;
  /** A firm beside its mark, and what the pointer is told of it. */
  readonly short: (point: QuadrantPoint) => string;
  readonly told: (point: QuadrantPoint) => string;
}

/** Names beside marks: more would cover each other. */
const MOST_NAMES = 12;
/** Farthest a name stands from its mark. */
const REACH = 46;
/** From the ground up: what is seldom lies on top. */
const DRAWN: readonly Verdict[] = ['unmet', 'not_applicable', 'unknown', 'met', 'review'];

/**
 * Growth upwards, technology to the right, each firm by its verdict; the listed in ink, the others receding. Cuts with the zone of ±5 points; what is unknown stands in
 * lanes of its own, what is beyond the axis at its end.
 */
export function seedlingQuadrant(document: Document, shown: QuadrantShown, size: Size, words: QuadrantWords): SVGElement {
  const plan = quadrantPlan(shown, size);
  const picked = shown.points.find(({ firm }) => firm === shown.picked);
  const others = shown.points.filter(({ listed }) => !listed);
  const listed = shown.points.filter((point) => point.listed);
  return picture(document, size, [
    ...zones(document, shown, plan),
    ...axes(document, plan, size, words),
    ...lanes(document, plan, words),
    ...crowd(document, others, plan),
    ...cuts(document, shown, plan),
    layer(document, 'corners', corners(document, shown, plan, words)),
    ...listed.map((point) => {
      const mark = verdictMark(document, point.verdict, rounded(placeOf(point, plan)), { radius: 4, strong: true });
      return titled(document, mark, words.told(point));
    }),
    layer(document, 'names', names(document, listed, picked, plan, words)),
  ]);
}

function zones(document: Document, { growthCut, technologyCut }: QuadrantShown, { x, y }: QuadrantPlan): SVGElement[] {
  const look = { fill: 'var(--accent)', opacity: 0.07 };
  const [up, across] = [
    growthCut === null ? [] : [y.at(growthCut + ZONE), y.at(growthCut - ZONE)],
    technologyCut === null ? [] : [x.at(Math.max(0, technologyCut - ZONE)), x.at(Math.min(1, technologyCut + ZONE))],
  ];
  return [
    ...(up.length === 0
      ? []
      : [element(document, 'rect', { x: x.from, y: up[0]!, width: x.to - x.from, height: up[1]! - up[0]!, ...look })]),
    ...(across.length === 0
      ? []
      : [element(document, 'rect', { x: across[0]!, y: y.to, width: across[1]! - across[0]!, height: y.from - y.to, ...look })]),
  ];
}

function axes(document: Document, { x, y }: QuadrantPlan, { width, height }: Size, words: QuadrantWords): SVGElement[] {
  const ground = height - 20;
  return [
    ...ticksOf(y, 34).flatMap(({ value, at }) => [
      line(document, x.from, x.to, at, at, value === 0 ? 'var(--line-strong)' : 'var(--line)'),
      label(document, words.percent(value), { x: 38, y: at + 4, anchor: 'end' }),
    ]),
    ...ticksOf(x, 70).flatMap(({ value, at }) => [
      line(document, at, at, y.to, y.from, 'var(--line)'),
      ...(at > width - 30 ? [] : [label(document, words.percent(value), { x: at, y: ground, anchor: 'middle' })]),
    ]),
    label(document, fitted(words.yName, width / 2), { x: 0, y: 11 }),
    label(document, fitted(words.xName, width * 0.6), { x: x.to, y: height - 5, anchor: 'end' }),
  ];
}

function lanes(document: Document, { x, y, growthLane, technologyLane }: QuadrantPlan, words: QuadrantWords): SVGElement[] {
  const look = { fill: 'var(--sunken)' };
  return [
    ...(growthLane === null
      ? []
      : [
          element(document, 'rect', { x: x.from, y: growthLane - 8, width: x.to - x.from, height: 16, ...look }),
          label(document, fitted(words.growthUnknown, (x.to - x.from) / 2), { x: x.to - 4, y: growthLane + 4, anchor: 'end', halo: true }),
        ]),
    ...(technologyLane === null
      ? []
      : [
          titled(
            document,
            element(document, 'rect', { x: technologyLane - 7, y: y.to, width: 14, height: y.from - y.to, ...look }),
            words.technologyUnknown,
          ),
        ]),
  ];
}

/** Firms that are not on the list, each verdict as one path: there may be thousands. */
function crowd(document: Document, points: readonly QuadrantPoint[], plan: QuadrantPlan): SVGElement[] {
  return DRAWN.flatMap((verdict) => {
    const some = points.filter((point) => point.verdict === verdict);
    if (some.length === 0) return [];
    if (verdict === 'review')
      return some.map((point) => verdictMark(document, verdict, rounded(placeOf(point, plan)), { radius: 3, strong: false }));
    const r = verdict === 'met' ? 2.4 : 2;
    const ring = `a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;
    const d = some
      .map((point) => {
        const { x, y } = placeOf(point, plan);
        return verdict === 'not_applicable' ? `M${round(x - 1.5)} ${round(y + 2)}l3 -4` : `M${round(x - r)} ${round(y)}${ring}`;
      })
      .join('');
    const look = verdict === 'met' ? { fill: 'var(--all-strong)' } : { fill: 'none', stroke: 'var(--all)', 'stroke-width': 0.9 };
    return [element(document, 'path', { d, ...look, ...(verdict === 'unknown' ? { 'stroke-dasharray': '1.6 1.3' } : {}) })];
  });
}

function cuts(document: Document, { growthCut, technologyCut }: QuadrantShown, { x, y }: QuadrantPlan): SVGElement[] {
  const look = { 'stroke-width': 1.5 };
  return [
    ...(growthCut === null ? [] : [line(document, x.from, x.to, y.at(growthCut), y.at(growthCut), 'var(--accent)', look)]),
    ...(technologyCut === null ? [] : [line(document, x.at(technologyCut), x.at(technologyCut), y.to, y.from, 'var(--accent)', look)]),
  ];
}

function corners(
  document: Document,
  { growthCut, technologyCut }: QuadrantShown,
  { x, y }: QuadrantPlan,
  words: QuadrantWords,
): SVGElement[] {
  if (growthCut === null || technologyCut === null) return [];
  const most = (x.to - x.from) / 2 - 8;
  const at = (corner: keyof QuadrantWords['corners'], place: { x: number; y: number; anchor: 'start' | 'end' }): SVGElement => {
    const { name, firms } = words.corners[corner];
    const said = `${fitted(name, most - widthOf(` ${firms}`, 12), 12)} ${firms}`;
    return label(document, said, { ...place, size: 12, tone: 'ink', weight: 600, halo: true });
  };
  return [
    at('growth', { x: x.from + 5, y: y.to + 15, anchor: 'start' }),
    at('both', { x: x.to - 4, y: y.to + 15, anchor: 'end' }),
    at('neither', { x: x.from + 5, y: y.from - 7, anchor: 'start' }),
    at('technology', { x: x.to - 4, y: y.from - 7, anchor: 'end' }),
  ];
}

/** The first of the list and the firm looked at, each where nothing else is written. */
function names(
  document: Document,
  listed: readonly QuadrantPoint[],
  picked: QuadrantPoint | undefined,
  plan: QuadrantPlan,
  words: QuadrantWords,
): SVGElement[] {
  const { x, y } = plan;
  const bounds = { x: x.from + 2, y: y.to + 20, width: x.to - x.from - 4, height: y.from - y.to - 40 };
  const named = [...new Set([...(picked ? [picked] : []), ...listed.slice(0, MOST_NAMES)])].filter(({ growth }) => growth !== null);
  const taken = listed.flatMap((point) => {
    const { x, y } = placeOf(point, plan);
    return pointsIn({ x: x - 4, y: y - 4, width: 8, height: 8 });
  });
  return [
    ...(picked
      ? [
          element(document, 'circle', {
            ...{ cx: placeOf(picked, plan).x, cy: placeOf(picked, plan).y },
            r: 9,
            fill: 'none',
            stroke: 'var(--accent)',
            'stroke-width': 2,
          }),
        ]
      : []),
    ...named.flatMap((point) => {
      const place = placeOf(point, plan);
      const said = fitted(words.short(point), Math.max(48, Math.min(120, bounds.width / 4)));
      const found = placeBeside(place, said, bounds, taken);
      if (found === null) return [];
      taken.push(...pointsIn({ ...found, width: widthOf(said), height: LINE }));
      const isPicked = point === picked;
      return [
        label(document, said, {
          x: found.x,
          y: found.y + 10,
          tone: isPicked ? 'selected' : 'ink',
          weight: isPicked ? 600 : 400,
          halo: true,
        }),
      ];
    }),
  ];
}

/** A place for words within reach of their mark: a name far from it would be read as another's. null where that is none. */
function placeBeside(near: Point, said: string, bounds: Box, taken: readonly Point[]): Point | null {
  const width = widthOf(said);
  const [left, top] = [Math.max(bounds.x, near.x - REACH - width), Math.max(bounds.y, near.y - REACH)];
  const around = {
    x: left,
    y: top,
    width: Math.min(bounds.x + bounds.width, near.x + REACH + width) - left,
    height: Math.min(bounds.y + bounds.height, near.y + REACH) - top,
  };
  if (around.width < width || around.height < LINE) return null;
  const found = placingWithin(around, taken)({ width, height: LINE }, near);
  const away = Math.hypot(Math.max(found.x - near.x, near.x - found.x - width, 0), found.y + LINE / 2 - near.y);
  return away > REACH ? null : found;
}

function rounded({ x, y }: { readonly x: number; readonly y: number }): { readonly x: number; readonly y: number } {
  return { x: round(x), y: round(y) };
}
