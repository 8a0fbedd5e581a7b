// Longer than other files: every choice of the room has its way into the address and back, side by side.
import {
  CORRELATIONS,
  HEAT_STATISTICS,
  SEGMENT_MODES,
  SPREAD_MODES,
  type ChartSpec,
  type Clause,
  type MeasureId,
  type Range,
} from '../../scoring/distribution/format';
import { DIMENSIONS, type Dimension } from '../../scoring/board/format';

/** The distribution room, as the address keeps it. */
export interface SpreadSpec {
  /** Id of the canvas that is open; null: the first there is. */
  readonly canvas: string | null;
  /** Charts where they differ from the canvas; null: as it says. */
  readonly charts: readonly ChartSpec[] | null;
  readonly clauses: readonly Clause[];
  /** Keys of pinned firms. */
  readonly pins: readonly string[];
  /** Every year at once instead of the one on screen. */
  readonly allYears: boolean;
  /** Column of the firm table it is sorted by, and whether from the top; null: the first chart's measure. */
  readonly sort: { readonly measure: MeasureId; readonly down: boolean } | null;
}

export const SPREAD_DEFAULTS: SpreadSpec = { canvas: null, charts: null, clauses: [], pins: [], allYears: false, sort: null };
/** The most charts of a canvas, and firms pinned at once. */
export const MOST_CHARTS = 6;
const MOST_PINS = 5;

type Refuse = (key: string, value: string) => null;

/**
 * Keys `canvas`, `chart` (repeated), `sel` (repeated), `pin` (repeated), `years`, `tab.sort` of an address. A chart is its kind and its choices parted by `;`, such as
 * `spread;histogram;log;figure:rd_intensity`, a condition likewise: `in;figure:rd_intensity;0.08..0.2`. What cannot be read is refused and left out.
 */
export function readSpread(given: URLSearchParams, refuse: Refuse): SpreadSpec {
  const read = <T>(key: string, from: (parts: string[]) => T | null): T[] =>
    given.getAll(key).flatMap((text) => {
      const found = text === '' ? null : from(text.split(';').map(unpacked));
      if (found === null && text !== '') refuse(key, text);
      return found === null ? [] : [found];
    });
  const charts = read('chart', readChart).slice(0, MOST_CHARTS);
  return {
    canvas: given.get('canvas'),
    charts: given.has('chart') ? charts : null,
    clauses: read('sel', readClause),
    pins: given
      .getAll('pin')
      .filter((firm) => firm !== '')
      .slice(0, MOST_PINS),
    allYears: given.get('years') === 'all',
    sort: read('tab.sort', readSort)[0] ?? null,
  };
}

/** The same as key and value, only what differs from the defaults. */
export function spreadEntries({ canvas, charts, clauses, pins, allYears, sort }: SpreadSpec): [key: string, value: string][] {
  return [
    ...(canvas === null ? [] : [['canvas', canvas] as [string, string]]),
    // A canvas emptied of its charts is not the canvas as it was.
    ...(charts === null
      ? []
      : charts.length === 0
        ? [['chart', ''] as [string, string]]
        : charts.map((chart): [string, string] => ['chart', chartText(chart)])),
    ...clauses.map((clause): [string, string] => ['sel', clauseText(clause)]),
    ...pins.map((firm): [string, string] => ['pin', firm]),
    ...(allYears ? [['years', 'all'] as [string, string]] : []),
    ...(sort === null ? [] : [['tab.sort', packed([sort.down ? 'down' : 'up', sort.measure])] as [string, string]]),
  ];
}

/** The room's part of an address → what it keeps; see `readSpread`. */
export function readSpreadText(text: string, refuse: Refuse): SpreadSpec {
  return readSpread(new URLSearchParams(text), refuse);
}
/** The same back as text. */
export function spreadText(spec: SpreadSpec): string {
  return new URLSearchParams(spreadEntries(spec)).toString();
}

/** `;` and `|` part; inside a value they are written out. */
function packed(parts: readonly string[]): string {
  return parts.map((part) => part.replaceAll('%', '%25').replaceAll(';', '%3B').replaceAll('|', '%7C')).join(';');
}
function unpacked(part: string): string {
  return part.replaceAll('%7C', '|').replaceAll('%3B', ';').replaceAll('%25', '%');
}

function chartText(chart: ChartSpec): string {
  const logged = (log: boolean): string[] => (log ? ['log'] : []);
  switch (chart.is) {
    case 'spread':
      return packed(['spread', chart.mode, ...logged(chart.log), chart.measure]);
    case 'segments':
      return packed(['segments', chart.by, chart.mode, ...logged(chart.log), ...(chart.free ? ['free'] : []), chart.measure]);
    case 'groups':
      return packed(['groups', chart.by, chart.measure, ...chart.of]);
    case 'change':
      return packed(['change', chart.from === null ? '' : String(chart.from), chart.measure]);
    case 'concentration':
      return packed(['concentration', chart.by ?? '', chart.measure]);
    case 'relation':
      return packed(['relation', `${chart.logX ? 'x' : ''}${chart.logY ? 'y' : ''}`, chart.x, chart.y]);
    case 'matrix':
      return packed(['matrix', chart.kind, ...chart.measures]);
    case 'heat':
      return packed(['heat', chart.by, chart.statistic, chart.measure]);
  }
}

function readChart([is, ...parts]: string[]): ChartSpec | null {
  const measure = parts.at(-1) ?? '';
  const choices = parts.slice(0, -1);
  switch (is) {
    case 'spread': {
      const [mode] = choices;
      return isOf(SPREAD_MODES, mode) && isMeasure(measure) ? { is, mode, log: choices.includes('log'), measure } : null;
    }
    case 'segments': {
      const [by, mode] = choices;
      if (!(by === 'year' || isDimension(by)) || !isOf(SEGMENT_MODES, mode) || !isMeasure(measure)) return null;
      return { is, by, mode, log: choices.includes('log'), free: choices.includes('free'), measure };
    }
    case 'groups': {
      const [by, of, ...values] = parts;
      return isDimension(by) && isMeasure(of) ? { is, by, measure: of, of: values } : null;
    }
    case 'change': {
      const [from = ''] = choices;
      return /^([12]\d{3})?$/.test(from) && isMeasure(measure) ? { is, from: from === '' ? null : Number(from), measure } : null;
    }
    case 'concentration': {
      const [by = ''] = choices;
      return (by === '' || isDimension(by)) && isMeasure(measure) ? { is, by: by === '' ? null : by, measure } : null;
    }
    case 'relation': {
      const [logs = '', x, y] = parts;
      return isMeasure(x) && isMeasure(y) ? { is, x, y, logX: logs.includes('x'), logY: logs.includes('y') } : null;
    }
    case 'matrix': {
      const [kind, ...measures] = parts;
      return isOf(CORRELATIONS, kind) && measures.every(isMeasure) ? { is, kind, measures } : null;
    }
    case 'heat': {
      const [by, statistic] = choices;
      return isDimension(by) && isOf(HEAT_STATISTICS, statistic) && isMeasure(measure) ? { is, by, statistic, measure } : null;
    }
    default:
      return null;
  }
}

function clauseText(clause: Clause): string {
  switch (clause.is) {
    case 'ranges':
      return packed([
        'in',
        clause.measure,
        ...clause.ranges.map(({ from, to }) => `${from ?? ''}..${to ?? ''}`),
        ...(clause.missing ? ['missing'] : []),
      ]);
    case 'segments':
      return packed(['seg', clause.dimension, ...clause.values]);
    case 'firms':
      return packed(['firms', ...clause.firms]);
  }
}

function readClause([is, ...parts]: string[]): Clause | null {
  const [first, ...rest] = parts;
  if (is === 'in' && isMeasure(first)) {
    const ranges = rest.filter((part) => part !== 'missing').map(readRange);
    return ranges.every((range) => range !== null) ? { is: 'ranges', measure: first, ranges, missing: rest.includes('missing') } : null;
  }
  if (is === 'seg' && isDimension(first)) return { is: 'segments', dimension: first, values: rest };
  return is === 'firms' ? { is, firms: parts } : null;
}

function readRange(text: string): Range | null {
  const match = /^(-?[\d.]+(?:e[+-]?\d+)?)?\.\.(-?[\d.]+(?:e[+-]?\d+)?)?$/.exec(text);
  if (!match) return null;
  const [from, to] = [match[1], match[2]].map((part) => (part === undefined ? null : Number(part))) as [number | null, number | null];
  const isNumber = (value: number | null): boolean => value === null || Number.isFinite(value);
  return isNumber(from) && isNumber(to) && !(from !== null && to !== null && from > to) ? { from, to } : null;
}

function readSort([way, measure]: string[]): SpreadSpec['sort'] {
  return (way === 'down' || way === 'up') && isMeasure(measure) ? { measure, down: way === 'down' } : null;
}

function isOf<T extends string>(list: readonly T[], text: string | undefined): text is T {
  return list.some((one) => one === text);
}
function isDimension(text: string | undefined): text is Dimension {
  return isOf(DIMENSIONS, text);
}
/** The shape of a measure's id; whether there is such a measure only the data can say. */
function isMeasure(text: string | undefined): text is MeasureId {
  return text === 'score' || /^(group|points|figure|field|formula):.+$/s.test(text ?? '');
}
