import type { MeasureFacts, Pin, SegmentRow, SegmentsAnswer } from '../../scoring/distribution/format';
import { bottomAxis, line, type AxisWords } from './axis';
import { shade, stretchesOf, type Brushed } from './brush-marks';
import { element, layer, picture, titled } from './element';
import { label } from './label';
import { diamond, pinLines, placePins, type PinLabel, type PlacedPin } from './pins';
import { scaleOf, type Scale } from './scale';
import { segmentShape, type ShapeMode } from './segment-shapes';
import { NO_SLOTS, spotOf } from './spread-plan';

/** Heights the table beside the picture keeps: its head, a row of either, the axis below. */
export const SEGMENT_HEAD = 36;
export const SEGMENT_ROW = 28;
export const SEGMENT_FOOT = 24;

/** What is drawn of an answer; `rows` are those that are shown, in their order. */
export type SegmentsShown = Pick<SegmentsAnswer, 'rows' | 'total' | 'low' | 'high' | 'isLog' | 'pins'> & {
  /** Its unit of the logarithm, see `Domain`. */
  readonly measure?: Pick<MeasureFacts, 'logUnit'>;
};
export interface SegmentsMarks {
  readonly mode: ShapeMode;
  readonly brushed: Brushed;
}
export interface SegmentsWords extends AxisWords {
  /** Firms beyond the range, at the right end of a row. */
  readonly beyond: (count: number) => string;
  /** Told by the pointer. */
  readonly row: (row: SegmentRow) => string;
  readonly pin: (pin: Pin) => PinLabel;
  /** In a row of which no firm has a figure. */
  readonly nothing: string;
}

const [INSET, RIGHT] = [6, 44];

/** Figures ⇄ places across. */
export function segmentsScale(
  { low, high, isLog, measure }: Pick<SegmentsShown, 'low' | 'high' | 'isLog' | 'measure'>,
  width: number,
): Scale {
  return scaleOf({ low: low ?? 0, high: high ?? 1, isLog, logUnit: measure?.logUnit }, INSET, Math.max(INSET + 40, width - RIGHT));
}

/**
 * How each segment is spread, a row each on one axis, all firms in the last row below a rule. Made to stand between the names and the figures of a table
 * with rows of the same height. Brushed ranges are shaded, pinned firms a line through all rows and a diamond in their own.
 */
export function segmentRows(
  document: Document,
  shown: SegmentsShown,
  marks: SegmentsMarks,
  width: number,
  words: SegmentsWords,
): SVGElement {
  const x = segmentsScale(shown, width);
  const rows = [...shown.rows, shown.total];
  const ground = SEGMENT_HEAD + rows.length * SEGMENT_ROW;
  const plan = { x, slots: NO_SLOTS, top: SEGMENT_HEAD, ground };
  const highest = Math.max(0, ...rows.flatMap(({ density }) => density?.height ?? []));
  const isEmpty = shown.low === null;
  const bands = stretchesOf(marks.brushed, plan, { range: () => '' }).map((stretch) => shade(document, stretch, plan));
  return picture(document, { width, height: ground + SEGMENT_FOOT }, [
    ...(isEmpty ? [] : bottomAxis(document, x, { top: SEGMENT_HEAD, ground, right: width }, words)),
    ...(x.low < 0 && x.high > 0 ? [line(document, x.at(0), x.at(0), SEGMENT_HEAD, ground, 'var(--line-strong)')] : []),
    layer(document, 'brush', isEmpty ? [] : bands),
    element(
      document,
      'g',
      { 'data-layer': 'all' },
      rows.map((row, at) => drawnRow(document, marks.mode, row, { x, top: SEGMENT_HEAD + at * SEGMENT_ROW, highest }, words)),
    ),
    line(document, 0, width, ground - SEGMENT_ROW, ground - SEGMENT_ROW, 'var(--line-strong)'),
    ...pinsOver(document, shown, x, [width, ground], words),
  ]);
}

function drawnRow(
  document: Document,
  mode: ShapeMode,
  row: SegmentRow,
  { x, top, highest }: { readonly x: Scale; readonly top: number; readonly highest: number },
  words: SegmentsWords,
): SVGElement {
  const y = top + SEGMENT_ROW / 2 + 4;
  const whole = element(document, 'rect', { x: 0, y: top, width: x.to + RIGHT, height: SEGMENT_ROW, fill: 'transparent' });
  const shape = segmentShape(document, mode, row, { x, top, height: SEGMENT_ROW, highest });
  const nothing = row.figures.n === 0 ? [label(document, words.nothing, { x: x.from, y })] : [];
  const beyond = row.beyond > 0 ? [label(document, words.beyond(row.beyond), { x: x.to + 6, y })] : [];
  return titled(document, element(document, 'g', { 'data-row': row.value }, [whole, ...shape, ...nothing, ...beyond]), words.row(row));
}

function pinsOver(
  document: Document,
  { rows, pins }: SegmentsShown,
  x: Scale,
  [width, ground]: readonly [number, number],
  words: SegmentsWords,
): SVGElement[] {
  const spots = pins.flatMap((pin) => {
    const spot = pin.value === null ? null : spotOf({ x, slots: NO_SLOTS }, pin.value);
    return spot === null ? [] : [{ pin, spot }];
  });
  const placed: readonly PlacedPin[] = placePins(
    spots.map(({ pin, spot }) => ({ x: spot, ...words.pin(pin) })),
    0,
    width,
    2,
  );
  const own = spots.flatMap(({ pin, spot }) => {
    const at = rows.findIndex(({ value }) => value === pin.segment);
    return at < 0 ? [] : [diamond(document, Math.round(spot) + 0.5, SEGMENT_HEAD + (at + 0.5) * SEGMENT_ROW)];
  });
  return [pinLines(document, placed, SEGMENT_HEAD, ground), layer(document, 'pins-in-rows', own)];
}
