import { line } from './axis';
import { element, picture, titled } from './element';
import { label } from './label';
import { scaleOf } from './scale';

/** How many times as often as the average one way of choosing hit, with its 95 % range; null where it cannot be had. */
export interface LiftLine {
  readonly lift: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly words: string;
  /** The rule under test, apart from what it is held against. */
  readonly strong: boolean;
}
export interface LiftLook {
  readonly width: number;
  /** Of the table beside it, so that rows stand level. */
  readonly head: number;
  readonly row: number;
  /** Lift from which a leak is looked for first. */
  readonly alarm: number;
}
export interface LiftWords {
  readonly tick: (lift: number) => string;
  readonly none: string;
}

/** Lifts below each other: a dot with its whisker, a line at 1 where choosing does not help, a dotted one at the alarm. The axis always reaches the alarm. */
export function liftWhiskers(document: Document, lines: readonly LiftLine[], look: LiftLook, words: LiftWords): SVGElement {
  const { width, head, row, alarm } = look;
  const height = head + row * lines.length;
  const most = Math.max(alarm, ...lines.flatMap(({ lift, high }) => [lift ?? 0, high ?? 0]));
  const x = scaleOf({ low: 0, high: most * 1.04, isLog: false }, 6, Math.max(7, width - 6));
  return picture(document, { width, height }, [
    line(document, x.at(1), x.at(1), head - 6, height, 'var(--line-strong)'),
    line(document, x.at(alarm), x.at(alarm), head - 6, height, 'var(--red)', { 'stroke-dasharray': '2 3' }),
    ...[1, 3, alarm].map((lift) => label(document, words.tick(lift), { x: x.at(lift), y: head - 10, anchor: 'middle' })),
    ...lines.flatMap(({ lift, low, high, words: told, strong }, at) => {
      const y = head + row * (at + 0.5);
      if (lift === null) return [label(document, words.none, { x: x.at(0), y: y + 4 })];
      const colour = strong ? 'var(--ink)' : 'var(--all-strong)';
      return [
        ...(low === null || high === null
          ? []
          : [
              element(document, 'line', {
                x1: x.at(low),
                x2: x.at(high),
                y1: y,
                y2: y,
                stroke: strong ? 'var(--ink)' : 'var(--all)',
                'stroke-width': strong ? 3 : 2.5,
                'stroke-linecap': 'round',
              }),
            ]),
        titled(document, element(document, 'circle', { cx: x.at(lift), cy: y, r: strong ? 4.5 : 3.5, fill: colour }), told),
      ];
    }),
  ]);
}
