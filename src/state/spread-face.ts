/** The distribution room as its views, the workbench and the scoring room speak of it. */
import type {
  Bands,
  Bars,
  ChartAnswer,
  ChartRefusal,
  ChartSpec,
  Clause,
  FirmRow,
  Frame,
  MeasureFacts,
  MeasureId,
  Range,
} from '../../scoring/distribution/format';
import type { Naming } from '../../scoring/scheme/format';
import type { Leaving, Outcome } from './face';
import type { SpreadSpec } from './spread-spec';

export interface TableAsk {
  readonly frame: Frame;
  readonly measures: readonly MeasureId[];
  readonly sort: { readonly measure: MeasureId; readonly down: boolean };
  readonly offset: number;
  readonly count: number;
}
/** Firm-years of the frame, those selected, and a page of the selected: pinned firms are marked, not moved. */
export interface TableAnswer {
  readonly all: number;
  readonly selected: number;
  readonly rows: readonly FirmRow[];
}

/** A brush about to be dragged: the charts it is linked to, and the axis it moves on. */
export interface BrushAsk {
  readonly charts: readonly ChartSpec[];
  readonly frame: Frame;
  readonly measure: MeasureId;
  /** Ends a brush can have, ascending: pixels of the picture. */
  readonly edges: Float64Array;
  readonly isLog: boolean;
  /** Zeros have a bar of their own. */
  readonly zeroApart: boolean;
  readonly table: Pick<TableAsk, 'measures' | 'sort' | 'count'>;
}
/** What one step of a brush selects. `layers`: by chart its selected counts, null where it waits for the end of the drag. */
export interface BrushStep {
  readonly count: number;
  readonly layers: readonly (Int32Array | null)[];
  /** By chart the segments its layer counts, in order; null of charts without segments. */
  readonly values: readonly (readonly string[] | null)[];
  readonly rows: readonly FirmRow[];
}

/** One year of a pinned firm. */
export interface PathPoint {
  readonly year: number;
  readonly value: number | null;
  readonly percentile: number | null;
  readonly rank: number | null;
  readonly n: number;
}
export interface PinnedPath {
  readonly firm: string;
  readonly name: string;
  readonly points: readonly PathPoint[];
}

/** The questions to the scoring room. */
export interface SpreadRoomFace {
  measures(): Promise<readonly MeasureFacts[]>;
  chart(spec: ChartSpec, frame: Frame): Promise<ChartAnswer | ChartRefusal>;
  firmTable(ask: TableAsk): Promise<TableAnswer>;
  /** Counts a brush ready; whatever was ready before is let go. */
  openBrush(ask: BrushAsk): Promise<number>;
  /** A step of the brush of that number: null where another was opened meanwhile. */
  brush(number: number, ranges: readonly Range[], missing: boolean): Promise<BrushStep | null>;
  /** A step of a brush over two axes; it looks at every firm. */
  brushArea(ask: Omit<BrushAsk, 'edges' | 'measure' | 'isLog' | 'zeroApart'>, clauses: readonly Clause[]): Promise<BrushStep>;
  paths(measure: MeasureId, frame: Frame): Promise<readonly PinnedPath[]>;
  /** See `Bands`; null where there is no such measure. */
  bands(measure: MeasureId, edges: readonly number[], frame: Frame): Promise<Bands | null>;
  /** See `letOutOf`: how many firms a chart for the public would show beside an earlier one; null where none, and it counts as let out. */
  letOut(spec: ChartSpec, frame: Frame): Promise<{ readonly firms: number } | null>;
  /** Keys of the selected firms, each once. */
  selectedFirms(frame: Frame): Promise<readonly string[]>;
  /** The numbers of a chart as a statement of SQL; null where they cannot be said so. `bars`: those of the answer, of a spread. */
  chartSql(spec: ChartSpec, frame: Frame, bars: Bars | null): Promise<string | null>;
  /** Fields the measures of a chart and the conditions of the frame read. */
  chartReads(spec: ChartSpec, frame: Frame): Promise<readonly string[]>;
}

/** One chart of the canvas. */
export interface ChartFace {
  readonly spec: ChartSpec;
  readonly answer: Outcome<ChartAnswer | ChartRefusal>;
}

/** A canvas that can be opened. */
export interface CanvasFace {
  readonly id: string;
  readonly name: Naming;
  readonly charts: readonly ChartSpec[];
  readonly shipped: boolean;
}

/** How a brush changes the ranges of its measure. */
export type BrushHow = 'set' | 'add' | 'subtract';

/** The distribution room as views see it. */
export interface SpreadFace {
  readonly spec: SpreadSpec;
  readonly canvases: readonly CanvasFace[];
  /** The open one; null while there is none, or a new one has not been named. */
  readonly canvas: CanvasFace | null;
  /** The charts differ from the canvas as it was saved. */
  readonly isChanged: boolean;
  readonly frame: Frame;
  readonly measures: Outcome<readonly MeasureFacts[]>;
  readonly charts: readonly ChartFace[];
  readonly table: Outcome<TableAnswer>;
  readonly tableMeasures: readonly MeasureId[];
  readonly tableSort: TableAsk['sort'];
  readonly paths: Outcome<readonly PinnedPath[]>;
  /** While a brush is dragged: which measure, its ranges, and what they select. */
  readonly brushing: {
    readonly measure: MeasureId;
    readonly ranges: readonly Range[];
    readonly missing: boolean;
    readonly step: BrushStep | null;
  } | null;

  /** Asks anew where something of the room has changed; called by the workbench. */
  look(): void;
  open(canvas: string): Promise<void>;
  /** A canvas without charts, not yet named. */
  openEmpty(): Promise<void>;
  setCharts(charts: readonly ChartSpec[]): Promise<void>;
  /** The charts as the canvas was saved. */
  reset(): Promise<void>;
  setChart(place: number, spec: ChartSpec): Promise<void>;
  addChart(spec: ChartSpec): Promise<void>;
  removeChart(place: number): Promise<void>;
  moveChart(place: number, to: number): Promise<void>;
  setAllYears(all: boolean): Promise<void>;
  sortTable(sort: NonNullable<SpreadSpec['sort']>): Promise<void>;
  moreRows(offset: number, count: number): Promise<readonly FirmRow[]>;
  pin(firm: string): Promise<void>;
  unpin(firm: string): Promise<void>;

  /** Counts a brush ready before it is touched. */
  ready(ask: Pick<BrushAsk, 'measure' | 'edges' | 'isLog' | 'zeroApart'>): void;
  /** A step of a drag: `ranges` are what the measure would have. */
  drag(measure: MeasureId, ranges: readonly Range[], missing: boolean): void;
  /** Ends the drag and keeps what it selects; null takes the condition away. */
  select(measure: MeasureId, ranges: readonly Range[], missing: boolean): Promise<void>;
  dragArea(x: MeasureId, xRange: Range | null, y: MeasureId, yRange: Range | null): void;
  selectArea(x: MeasureId, xRange: Range | null, y: MeasureId, yRange: Range | null): Promise<void>;
  selectSegment(clause: Extract<Clause, { is: 'segments' }>): Promise<void>;
  dropClause(at: number): Promise<void>;
  clear(): Promise<void>;
  /** See `SpreadRoomFace.chartSql`; of the chart as it is answered. */
  chartSql(place: number): Promise<string | null>;
  /** Sources marked internal that a chart or the selection rests on, with their fields. */
  internalSources(spec: ChartSpec): Promise<Leaving['internal']>;
  /** See `SpreadRoomFace.letOut`. */
  letOut(spec: ChartSpec): Promise<{ readonly firms: number } | null>;
  /** Keeps the charts as a canvas of the workspace, over the open one where that has this name and is the workspace's own; false where no more can be kept. */
  saveCanvas(name: string): Promise<boolean>;
  dropCanvas(): Promise<void>;
  /** Firms of the frame by band of a measure; other conditions of the selection hold. */
  countBands(measure: MeasureId, edges: readonly number[]): Promise<Bands | null>;
  /** Keeps each band as a group, within the other conditions of the selection; false where not all of them can be kept: then none is. */
  keepBands(measure: MeasureId, bands: readonly { readonly name: string; readonly range: Range }[]): Promise<boolean>;
  /** Keeps firms as a list and makes it the selection, alone; false where no more can be kept. */
  chooseFirms(name: string, firms: readonly string[]): Promise<boolean>;
  /** Keeps the selection: `rule` is worked out anew each year, `list` are these firms. Its id, null where no more can be kept. */
  keepSelection(name: string, is: 'rule' | 'list'): Promise<string | null>;
}
