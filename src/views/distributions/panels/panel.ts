import type { Snippet } from 'svelte';
import type { BarCounts, ChartSpec, Range } from '../../../../scoring/distribution/format';
import type { Locale } from '../../../i18n';

/** What the charts of a canvas share and no answer says. */
export interface PanelAbout {
  /** Of the panel: what money is written in. */
  readonly currency: string;
  /** null: every year, so that what is counted are firm-years. */
  readonly year: number | null;
  /** Where the figures come from, in words; left out where there is nothing to say. */
  readonly source?: string | undefined;
  /** Opens a firm that a chart names. */
  readonly onfirm?: ((firm: string) => void) | undefined;
}

/** Of the picture, in pixels. Charts whose rows are those of a table are as high as these. */
export interface PanelSize {
  readonly width: number;
  readonly height: number;
}

/** What is brushed of one measure: ranges, and whether the missing are taken in too. As a clause of a selection has it. */
export interface BrushedRanges {
  readonly ranges: readonly Range[];
  readonly missing: boolean;
}

/** Two ends of a brush in stored units, the lower one first; an infinity is an open end. Equal ends are exactly that figure. */
export type Ends = readonly [number, number];

/** One step of a brush, by pointer or by keys. What is meant is the selection as it stood before `start`, with `x` (and `y`) put in its place, added to it or taken from it. */
export interface BrushEvent {
  readonly phase: 'start' | 'move' | 'end';
  /** null with `set`: nothing is brushed. */
  readonly x: Ends | null;
  readonly y?: Ends | null;
  readonly how: 'set' | 'add' | 'subtract';
  /** The bar of the missing was pressed: it has no figures, so `x` is null. */
  readonly missing?: true;
  /** Every finite figure an end can stand at on this axis while this brush lasts, ascending: a pixel each. `y` has its own. */
  readonly grid: readonly number[];
  readonly gridY?: readonly number[];
}

/** A brush over one axis, as the canvas knows it: what is selected, and what a brush under way has counted for this chart. */
export interface AxisBrush {
  readonly on: BrushedRanges;
  /** Selected firms by bar while a brush is under way anywhere on the canvas; overrides what the answer says. */
  readonly step: BarCounts | null;
  readonly onbrush: (event: BrushEvent) => void;
  /** The pointer has come over the chart: what a brush will ask can be made ready. `grid` as in `BrushEvent`. */
  readonly onenter?: (grid: readonly number[]) => void;
}
/** The same of a chart with a row for each segment: selected firms by row, in the order of the answer. `all` is what is selected of all rows together. */
export interface RowsBrush {
  readonly on: BrushedRanges;
  readonly step: Int32Array | null;
  readonly onbrush: (event: BrushEvent) => void;
  /** Names of segments can be pressed. */
  readonly names?: RowNames | undefined;
  readonly onenter?: (grid: readonly number[]) => void;
}
/** Segments selected by name; `more`: beside those selected already. */
export interface RowNames {
  readonly on: readonly string[];
  readonly onpick: (value: string, more: boolean) => void;
}
/** A brush over two axes: selected firms by cell. */
export interface CellsBrush {
  readonly on: { readonly x: Range; readonly y: Range } | null;
  readonly step: Int32Array | null;
  readonly onbrush: (event: BrushEvent) => void;
}
/** What a panel says around its picture. */
export interface PanelWords {
  readonly title: string;
  readonly definition: string;
  /** The chart in sentences, for who does not see it. */
  readonly summary: string;
  /** What could not be drawn as asked, and why. */
  readonly notes: readonly string[];
  readonly pins: readonly string[];
  /** How many, who is left out, where figures come from. */
  readonly feet: readonly string[];
}

/** What every panel is given. `doing` is what can be done with the chart: export, show the SQL. */
export interface PanelProps<Answer, Spec extends ChartSpec> {
  readonly answer: Answer;
  readonly spec: Spec;
  readonly size: PanelSize;
  readonly about: PanelAbout;
  readonly onspec: (spec: ChartSpec) => void;
  readonly doing?: Snippet | undefined;
}

/** Firms up to which each one is drawn by itself; the computing has the same number. */
export const MOST_DRAWN = 300;

/** Quantiles of a line of figures, with what they are called. */
export const PERCENTILES = [
  ['p5', 5],
  ['p10', 10],
  ['p25', 25],
  ['p50', 50],
  ['p75', 75],
  ['p90', 90],
  ['p95', 95],
] as const;

/** Lines under a picture: where everybody went, then further remarks and the source in one line. What is not there is left out. */
export function feetOf(account: string, remarks: readonly (string | null | false)[], { source }: PanelAbout, { t }: Locale): string[] {
  const said = [...remarks.filter((remark) => typeof remark === 'string'), ...(source ? [t.distribution_source(source)] : [])];
  return said.length > 0 ? [account, t.distribution_facts(said)] : [account];
}

/** Fewer firms than this make no statistic that a title or a summary leans on. */
export const SMALL = 10;
