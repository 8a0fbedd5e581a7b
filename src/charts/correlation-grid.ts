import type { MatrixAnswer, MeasureFacts } from '../../scoring/distribution/format';
import type { Answer } from '../../scoring/statistics/answer';
import { element, picture, titled } from './element';
import { hatched, stripesIn, type Box } from './hatch';
import { fitted, label, widthOf } from './label';
import { legend, legendHeight, type LegendItem } from './legend';

export interface CorrelationWords {
  readonly name: (measure: MeasureFacts) => string;
  /** Two decimals, with a minus. */
  readonly value: (value: number) => string;
  /** Told by the pointer: both names, the figure, its n, or why there is none. */
  readonly cell: (row: MeasureFacts, column: MeasureFacts, answer: Answer) => string;
  /** In the legend: few firms, and no figure. */
  readonly pale: string;
  readonly refused: string;
}

/** Fewer firms than this are drawn pale. */
const FEW = 30;
/** The darkest shade: words on it still reach AA. */
const DARKEST = 0.5;
const GAP = 10;

interface GridPlan {
  readonly left: number;
  readonly top: number;
  readonly cell: number;
  /** At least as high as a name. */
  readonly tall: number;
  /** Too narrow for names over the columns: they have numbers, and the rows with them. */
  readonly isNumbered: boolean;
}

/**
 * Correlations of measures with each other, in the order that puts like beside like. Written in the cells; positive and negative differ in hue and negative is
 * hatched, so that it is read in grey; few firms are pale with a dashed edge, a refused cell has a grey hatch.
 */
export function correlationGrid(
  document: Document,
  { measures, order, cells }: Pick<MatrixAnswer, 'measures' | 'order' | 'cells'>,
  width: number,
  words: CorrelationWords,
): SVGElement {
  const shown = order.flatMap((at) => (measures[at] === undefined ? [] : [{ at, measure: measures[at] }]));
  const plan = gridPlan(
    shown.map(({ measure }) => words.name(measure)),
    width,
  );
  const { left, top, cell, tall } = plan;
  const size = [11, 9.5].find((tried) => widthOf(words.value(-0.88), tried) <= cell - 3) ?? null;
  const drawn = shown.flatMap((row, down) =>
    shown.map((column, across) => {
      const box = { x: left + across * cell, y: top + down * tall, width: cell - 1, height: tall - 1 };
      const answer = cells[row.at]?.[column.at];
      const isSelf = row.at === column.at || answer === undefined;
      return isSelf
        ? element(document, 'rect', { ...box, fill: 'var(--sunken)' })
        : cellOf(document, answer, box, size, row.measure, column.measure, words);
    }),
  );
  const ground = top + shown.length * tall + GAP;
  const items = shown.length === 0 ? [] : keys(document, words);
  return picture(document, { width, height: ground + legendHeight(items, width) }, [
    ...names(document, shown, plan, words),
    ...drawn,
    ...legend(document, items, ground, width),
  ]);
}

const [ROTATED, NUMBERED, OVERHANG] = [72, 18, 56];

function gridPlan(names: readonly string[], width: number): GridPlan {
  const count = Math.max(1, names.length);
  const left = Math.min(Math.max(40, ...names.map((name) => widthOf(name) + 10)), Math.max(70, Math.min(170, width * 0.32)));
  const rotated = Math.floor(Math.min(48, (width - left - OVERHANG) / count));
  if (rotated >= 26) return { left, top: ROTATED, cell: rotated, tall: rotated, isNumbered: false };
  const numbered = left + 20;
  const cell = Math.max(6, Math.min(48, (width - numbered) / count));
  return { left: numbered, top: NUMBERED, cell, tall: Math.max(15, cell), isNumbered: true };
}

function names(
  document: Document,
  shown: readonly { readonly measure: MeasureFacts }[],
  { left, top, cell, tall, isNumbered }: GridPlan,
  words: CorrelationWords,
): SVGElement[] {
  return shown.flatMap(({ measure }, at) => {
    const middle = (at + 0.5) * cell;
    const name = words.name(measure);
    const row = label(document, fitted(name, left - 10 - (isNumbered ? 20 : 0)), { x: 0, y: top + (at + 0.5) * tall + 4, tone: 'ink' });
    if (isNumbered) {
      const every = Math.ceil(16 / cell);
      const number = `${at + 1}`;
      const over = at % every === 0 ? [label(document, number, { x: left + middle, y: top - 6, anchor: 'middle' })] : [];
      return [row, label(document, number, { x: left - 6, y: top + (at + 0.5) * tall + 4, anchor: 'end' }), ...over];
    }
    const over = label(document, fitted(name, ROTATED + 14), { x: 0, y: 0, tone: 'ink' });
    over.setAttribute('transform', `translate(${left + middle + 2} ${top - 6}) rotate(-45)`);
    return [row, titled(document, over, name)];
  });
}

function cellOf(
  document: Document,
  answer: Answer,
  box: Box,
  size: number | null,
  row: MeasureFacts,
  column: MeasureFacts,
  words: CorrelationWords,
): SVGElement {
  const said = words.cell(row, column, answer);
  if (answer.value === null) return titled(document, hatched(document, box, 'var(--line-strong)', 5), said);
  const isPale = answer.n < FEW;
  const value = words.value(answer.value);
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 + 4, anchor: 'middle' } as const;
  const written = size === null ? [] : [label(document, value, { ...middle, size, tone: isPale ? 'soft' : 'ink', halo: answer.value < 0 })];
  return titled(document, element(document, 'g', {}, [...shade(document, answer.value, isPale, box), ...written]), said);
}

function shade(document: Document, value: number, isPale: boolean, box: Box): SVGElement[] {
  const hue = value < 0 ? 'var(--minus)' : 'var(--plus)';
  const strength = Math.min(1, Math.abs(value)) * (isPale ? 0.3 : 1);
  const inner = { x: box.x + 0.5, y: box.y + 0.5, width: box.width - 1, height: box.height - 1 };
  return [
    element(document, 'rect', { ...box, fill: hue, opacity: 0.03 + (DARKEST - 0.03) * strength }),
    ...(value < 0 ? [element(document, 'path', { d: stripesIn(box, 6), stroke: hue, fill: 'none', opacity: 0.25 + 0.45 * strength })] : []),
    ...(isPale ? [element(document, 'rect', { ...inner, fill: 'none', stroke: 'var(--all-strong)', 'stroke-dasharray': '2 2' })] : []),
  ];
}

function keys(document: Document, words: CorrelationWords): LegendItem[] {
  return [
    ...[-1, -0.5, 0.5, 1].map((value) => ({ words: words.value(value), mark: (box: Box) => shade(document, value, false, box) })),
    { words: words.pale, mark: (box) => shade(document, 0.6, true, box) },
    { words: words.refused, mark: (box) => [hatched(document, box, 'var(--line-strong)', 5)] },
  ];
}
