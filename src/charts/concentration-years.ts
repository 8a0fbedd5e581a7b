import type { ConcentrationAnswer } from '../../scoring/distribution/format';
import type { Answer } from '../../scoring/statistics/answer';
import { line } from './axis';
import { element, picture, round, titled } from './element';
import { label } from './label';
import { scaleOf } from './scale';

type Year = ConcentrationAnswer['years'][number];

export interface ConcentrationYearsWords {
  readonly gini: string;
  readonly cr10: string;
  readonly year: (year: number) => string;
  readonly figure: (of: 'gini' | 'cr10', value: number) => string;
  /** Told by the pointer; says the reason where there is no figure. */
  readonly told: (of: 'gini' | 'cr10', answer: Answer, year: number) => string;
}

const [LANE, FOOT, SIDE] = [84, 20, 24];

/** Gini and the share of the ten largest by year, a lane each with its own ends: the figures are written. A refused year is a dashed ring, and breaks the line. */
export function concentrationYears(document: Document, years: readonly Year[], width: number, words: ConcentrationYearsWords): SVGElement {
  const step = years.length > 1 ? (width - 2 * SIDE) / (years.length - 1) : 0;
  const across = (at: number): number => (years.length > 1 ? SIDE + at * step : width / 2);
  // The last year always has its figure.
  const every = step > 0 ? Math.max(1, Math.ceil(40 / step)) : 1;
  const isWorded = (at: number): boolean => (years.length - 1 - at) % every === 0;
  const lanes = (['gini', 'cr10'] as const).flatMap((of, at) => lane(document, years, of, at * LANE, { width, across, isWorded }, words));
  const names = years.flatMap(({ year }, at) =>
    isWorded(at) ? [label(document, words.year(year), { x: across(at), y: 2 * LANE + 14, anchor: 'middle' })] : [],
  );
  return picture(document, { width, height: 2 * LANE + FOOT }, [...lanes, ...names]);
}

interface LaneFrame {
  readonly width: number;
  readonly across: (at: number) => number;
  readonly isWorded: (at: number) => boolean;
}

function lane(
  document: Document,
  years: readonly Year[],
  of: 'gini' | 'cr10',
  top: number,
  { width, across, isWorded }: LaneFrame,
  words: ConcentrationYearsWords,
): SVGElement[] {
  const values = years.flatMap((year) => (year[of].value === null ? [] : [year[of].value]));
  const [least, most] = [Math.min(...values), Math.max(...values)];
  // A change of a hundredth must not look like a fall.
  const air = Math.max(0, 0.05 - (most - least)) / 2;
  const ground = top + LANE - 10;
  const y = scaleOf({ low: least - air, high: most + air, isLog: false }, ground - 6, top + 36);
  let path = '';
  const marks = years.flatMap((year, at) => {
    const { value } = year[of];
    const told = words.told(of, year[of], year.year);
    if (value === null) {
      const look = { cx: across(at), cy: ground - 6, r: 3.5, fill: 'none', stroke: 'var(--all-strong)', 'stroke-dasharray': '2 2' };
      return [titled(document, element(document, 'circle', look), told)];
    }
    path += `${(years[at - 1]?.[of].value ?? null) === null ? 'M' : 'L'}${round(across(at))} ${round(y.at(value))}`;
    const said = { x: across(at), y: y.at(value) - 8, anchor: 'middle', tone: 'ink', halo: true } as const;
    return [
      titled(document, element(document, 'circle', { cx: across(at), cy: y.at(value), r: 3, fill: 'var(--ink)' }), told),
      ...(isWorded(at) ? [label(document, words.figure(of, value), said)] : []),
    ];
  });
  return [
    label(document, words[of], { x: 0, y: top + 12, weight: 600 }),
    line(document, 0, width, ground, ground, 'var(--line)'),
    ...(path === '' ? [] : [element(document, 'path', { d: path, fill: 'none', stroke: 'var(--all-strong)', 'stroke-width': 1.6 })]),
    ...marks,
  ];
}
