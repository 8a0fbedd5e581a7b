// Longer than other files: the verbs of one room; what it asks is in spread-asks, what an address says in spread-spec.
import type {
  ChartAnswer,
  ChartRefusal,
  ChartSpec,
  Clause,
  Frame,
  MeasureFacts,
  MeasureId,
  Range,
} from '../../scoring/distribution/format';
import type { DataSummary, ProjectFace } from './face';
import type { SavedSelection } from '../model/project';
import { Latest } from './latest.svelte';
import { readOnce } from './read-once';
import { tooMany } from './saved';
import type { Spec } from './spec';
import { canvasesOf, measuresOfCharts } from './spread-canvases';
import { withRanges } from './spread-clauses';
import type { BrushAsk, BrushStep, PinnedPath, SpreadFace, SpreadRoomFace, TableAnswer, TableAsk } from './spread-face';
import { MOST_CHARTS, readSpreadText, spreadText, type SpreadSpec } from './spread-spec';

/** What the room needs of the workbench. */
export interface SpreadOutside {
  readonly room: SpreadRoomFace;
  readonly workbench: {
    readonly spec: Spec;
    readonly data: DataSummary | null;
    readonly project: Pick<ProjectFace, 'state' | 'givers' | 'saveCanvas' | 'dropCanvas' | 'saveSelection'>;
    change(part: Partial<Spec>, how?: 'step' | 'drag'): Promise<void>;
  };
  newId(): string;
  /** ISO time. */
  now(): string;
  /** Changes whenever the same question may have another answer. */
  stamp(): string;
  ready(): Promise<void>;
  notice(code: string, given: string): void;
}

const ROWS = 40;

interface OneChart {
  readonly spec: ChartSpec;
  readonly latest: Latest<ChartAnswer | ChartRefusal>;
  asked: string;
}

/** The distribution room: reads its part of the address, asks the scoring room for each chart when it has changed, and drives the brush. */
export class SpreadDesk implements SpreadFace {
  readonly #outside: SpreadOutside;
  #charts: readonly OneChart[] = $state.raw([]);
  readonly #measures = new Latest<readonly MeasureFacts[]>();
  readonly #table = new Latest<TableAnswer>();
  readonly #paths = new Latest<readonly PinnedPath[]>();
  #asked = { measures: '', table: '', paths: '' };
  readonly #specOf: (text: string) => SpreadSpec;
  #brushing: SpreadFace['brushing'] = $state.raw(null);
  #opened: { readonly key: string; readonly number: Promise<number> } | null = null;
  readonly #steps = new Latest<BrushStep | null>();

  constructor(outside: SpreadOutside) {
    this.#outside = outside;
    this.#specOf = readOnce(readSpreadText, (code, given) => outside.notice(code, given));
  }

  get spec(): SpreadSpec {
    return this.#specOf(this.#outside.workbench.spec.spread);
  }
  get canvases() {
    return canvasesOf(this.#outside.workbench.project.state.canvases);
  }
  get canvas() {
    return this.canvases.find(({ id }) => id === this.spec.canvas) ?? (this.spec.canvas === null ? (this.canvases[0] ?? null) : null);
  }
  get isChanged(): boolean {
    const { charts } = this.spec;
    return charts !== null && JSON.stringify(charts) !== JSON.stringify(this.canvas?.charts ?? []);
  }
  get frame(): Frame {
    const { year, segment } = this.#outside.workbench.spec;
    const { clauses, pins, allYears } = this.spec;
    return { year: allYears ? null : (year ?? this.#outside.workbench.data?.years.at(-1) ?? null), segment, clauses, pins };
  }
  get measures() {
    return this.#measures.outcome;
  }
  get charts() {
    return this.#charts.map(({ spec, latest }) => ({ spec, answer: latest.outcome }));
  }
  get table() {
    return this.#table.outcome;
  }
  get tableMeasures(): readonly MeasureId[] {
    return measuresOfCharts(this.#specs());
  }
  get tableSort(): TableAsk['sort'] {
    return this.spec.sort ?? { measure: this.tableMeasures[0] ?? 'score', down: true };
  }
  get paths() {
    return this.#paths.outcome;
  }
  get brushing(): SpreadFace['brushing'] {
    const step = this.#steps.outcome;
    return (
      this.#brushing && {
        ...this.#brushing,
        step: (step.status === 'ready' ? step.value : step.status === 'busy' ? step.last : null) ?? null,
      }
    );
  }

  look(): void {
    if (this.#outside.workbench.spec.view !== 'distributions' || this.#outside.workbench.data === null) return;
    const { room } = this.#outside;
    const stamp = this.#outside.stamp();
    const { frame } = this;
    this.#charts = this.#chartsFor(this.#specs());
    this.#lookAt(this.#measures, 'measures', stamp, () => room.measures());
    for (const chart of this.#charts) {
      const asked = JSON.stringify([stamp, chart.spec, frame]);
      if (asked === chart.asked) continue;
      chart.asked = asked;
      void chart.latest.ask(() => this.#whenReady(() => room.chart(chart.spec, frame)));
    }
    const table = this.#tableAsk();
    this.#lookAt(this.#table, 'table', JSON.stringify([stamp, table]), () => room.firmTable(table));
    const measure = this.tableMeasures[0] ?? 'score';
    this.#lookAt(this.#paths, 'paths', JSON.stringify([stamp, measure, frame.pins, frame.segment]), () => room.paths(measure, frame));
  }

  open(canvas: string) {
    return this.#change({ canvas, charts: null, clauses: [], sort: null });
  }
  openEmpty() {
    return this.#change({ canvas: '', charts: [], clauses: [], sort: null });
  }
  reset() {
    return this.#change({ charts: null });
  }
  setCharts(charts: readonly ChartSpec[]) {
    return this.#change({ charts });
  }
  setChart(place: number, spec: ChartSpec) {
    return this.#change({ charts: this.#specs().with(place, spec) });
  }
  addChart(spec: ChartSpec) {
    return this.#change({ charts: [...this.#specs(), spec].slice(0, MOST_CHARTS) });
  }
  removeChart(place: number) {
    return this.#change({ charts: this.#specs().filter((_, at) => at !== place) });
  }
  moveChart(place: number, to: number) {
    const charts = [...this.#specs()];
    const [moved] = charts.splice(place, 1);
    if (moved) charts.splice(to, 0, moved);
    return this.#change({ charts });
  }
  setAllYears(allYears: boolean) {
    return this.#change({ allYears });
  }
  sortTable(sort: NonNullable<SpreadSpec['sort']>) {
    return this.#change({ sort });
  }
  async moreRows(offset: number, count: number) {
    return (await this.#whenReady(() => this.#outside.room.firmTable({ ...this.#tableAsk(), offset, count }))).rows;
  }
  pin(firm: string) {
    return this.#change({ pins: [...this.spec.pins.filter((one) => one !== firm), firm].slice(-5) });
  }
  unpin(firm: string) {
    return this.#change({ pins: this.spec.pins.filter((one) => one !== firm) });
  }

  ready(axis: Pick<BrushAsk, 'measure' | 'edges' | 'isLog' | 'zeroApart'>): void {
    const { frame } = this;
    const charts = this.#specs();
    const { measures, sort } = this.#tableAsk();
    const key = JSON.stringify([this.#outside.stamp(), charts, frame, axis.measure, axis.isLog, [...axis.edges], sort]);
    if (key === this.#opened?.key) return;
    const ask = { charts, frame, ...axis, table: { measures, sort, count: ROWS } };
    const opened = { key, number: this.#whenReady(() => this.#outside.room.openBrush(ask)) };
    this.#opened = opened;
    // A brush that could not be made ready is asked for again at the next touch.
    opened.number.catch(() => (this.#opened = this.#opened === opened ? null : this.#opened));
  }
  drag(measure: MeasureId, ranges: readonly Range[], missing: boolean): void {
    const opened = this.#opened;
    this.#brushing = { measure, ranges, missing, step: null };
    if (!opened) return;
    void this.#steps.ask(async () => this.#outside.room.brush(await opened.number, ranges, missing));
  }
  async select(measure: MeasureId, ranges: readonly Range[], missing: boolean): Promise<void> {
    await this.#change({ clauses: withRanges(this.spec.clauses, measure, ranges, missing) });
    this.#endBrush();
  }
  dragArea(x: MeasureId, xRange: Range | null, y: MeasureId, yRange: Range | null): void {
    const { room } = this.#outside;
    const { frame } = this;
    const { measures, sort } = this.#tableAsk();
    const clauses = this.#areaClauses(x, xRange, y, yRange);
    this.#brushing = { measure: x, ranges: xRange ? [xRange] : [], missing: false, step: null };
    void this.#steps.ask(() => room.brushArea({ charts: this.#specs(), frame, table: { measures, sort, count: ROWS } }, clauses));
  }
  async selectArea(x: MeasureId, xRange: Range | null, y: MeasureId, yRange: Range | null): Promise<void> {
    await this.#change({ clauses: this.#areaClauses(x, xRange, y, yRange) });
    this.#endBrush();
  }
  selectSegment(clause: Extract<Clause, { is: 'segments' }>) {
    const others = this.spec.clauses.filter((one) => one.is !== 'segments' || one.dimension !== clause.dimension);
    return this.#change({ clauses: clause.values.length === 0 ? others : [...others, clause] });
  }
  dropClause(at: number) {
    return this.#change({ clauses: this.spec.clauses.filter((_, place) => place !== at) });
  }
  clear() {
    return this.#change({ clauses: [] });
  }
  async chartSql(place: number) {
    const chart = this.#charts[place];
    const answer = chart?.latest.last;
    if (!chart || !answer) return null;
    return this.#whenReady(() => this.#outside.room.chartSql(chart.spec, this.frame, answer.is === 'spread' ? answer.bars : null));
  }
  async internalSources(spec: ChartSpec) {
    const reads = await this.#whenReady(() => this.#outside.room.chartReads(spec, this.frame));
    const { state, givers } = this.#outside.workbench.project;
    return state.sources
      .filter(({ facts }) => facts.use === 'internal')
      .map(({ name }) => ({ source: name, fields: reads.filter((field) => givers.get(field)?.includes(name)) }))
      .filter(({ fields }) => fields.length > 0);
  }
  letOut(spec: ChartSpec) {
    return this.#whenReady(() => this.#outside.room.letOut(spec, this.frame));
  }
  async saveCanvas(name: string): Promise<boolean> {
    const { canvas } = this;
    const isSame = canvas !== null && !canvas.shipped && (canvas.name.zh === name || canvas.name.en === name);
    const id = isSame ? canvas.id : this.#outside.newId();
    const refused = await this.#outside.workbench.project.saveCanvas({
      id,
      name: isSame ? canvas.name : { zh: name, en: name },
      charts: this.#specs(),
    });
    if (refused) return false;
    await this.#change({ canvas: id, charts: null });
    return true;
  }
  async dropCanvas(): Promise<void> {
    const { canvas } = this;
    if (!canvas || canvas.shipped) return;
    await this.#outside.workbench.project.dropCanvas(canvas.id);
    await this.#change({ canvas: null, charts: null });
  }
  async keepSelection(name: string, is: 'rule' | 'list'): Promise<string | null> {
    const { room, newId, now, workbench } = this.#outside;
    const { clauses, segment } = this.frame;
    const common = { id: newId(), name, made: now() };
    const made =
      is === 'rule'
        ? { ...common, is, clauses, segment }
        : { ...common, is, firms: await this.#whenReady(() => room.selectedFirms(this.frame)) };
    return (await workbench.project.saveSelection(made)) ? null : common.id;
  }
  countBands(measure: MeasureId, edges: readonly number[]) {
    return this.#whenReady(() => this.#outside.room.bands(measure, edges, this.frame));
  }
  async keepBands(measure: MeasureId, bands: readonly { readonly name: string; readonly range: Range }[]): Promise<boolean> {
    const { newId, now, workbench } = this.#outside;
    const { clauses, segment } = this.frame;
    const made = bands.map(({ name, range }): SavedSelection => ({
      ...{ id: newId(), name, made: now(), is: 'rule', segment },
      clauses: withRanges(clauses, measure, [range], false),
    }));
    const { canvases, selections } = workbench.project.state;
    if (tooMany({ canvases, selections: [...selections, ...made] })) return false;
    for (const one of made) if (await workbench.project.saveSelection(one)) return false;
    return true;
  }
  async chooseFirms(name: string, firms: readonly string[]): Promise<boolean> {
    const { newId, now, workbench } = this.#outside;
    const id = newId();
    if (await workbench.project.saveSelection({ id, name, made: now(), is: 'list', firms })) return false;
    await this.#change({ clauses: [{ is: 'segments', dimension: 'chosen', values: [id] }] });
    return true;
  }

  #areaClauses(x: MeasureId, xRange: Range | null, y: MeasureId, yRange: Range | null): readonly Clause[] {
    return withRanges(withRanges(this.spec.clauses, x, xRange ? [xRange] : [], false), y, yRange ? [yRange] : [], false);
  }
  #endBrush(): void {
    this.#brushing = null;
    this.#steps.clear();
  }
  #specs(): readonly ChartSpec[] {
    return this.spec.charts ?? this.canvas?.charts ?? [];
  }
  /** The charts of the address. One that only moved keeps its answer; one whose choices changed shows its last until the new one is there. */
  #chartsFor(specs: readonly ChartSpec[]): readonly OneChart[] {
    const texts = specs.map((spec) => JSON.stringify(spec));
    const before = this.#charts.map((chart) => ({ chart, text: JSON.stringify(chart.spec), isTaken: false }));
    const take = (fits: (one: (typeof before)[number]) => boolean): OneChart | null => {
      const found = before.find((one) => !one.isTaken && fits(one));
      if (found) found.isTaken = true;
      return found?.chart ?? null;
    };
    const same = texts.map((text) => take((one) => one.text === text));
    return specs.map((spec, at) => {
      const alike = same[at] ?? take(({ chart }) => chart.spec.is === spec.is);
      return same[at] ?? { spec, latest: alike?.latest ?? new Latest(), asked: '' };
    });
  }
  #tableAsk(): TableAsk {
    return { frame: this.frame, measures: this.tableMeasures, sort: this.tableSort, offset: 0, count: ROWS };
  }
  #lookAt<T>(latest: Latest<T>, what: 'measures' | 'table' | 'paths', asked: string, question: () => Promise<T>): void {
    if (this.#asked[what] === asked) return;
    this.#asked[what] = asked;
    void latest.ask(() => this.#whenReady(question));
  }
  async #whenReady<T>(question: () => Promise<T>): Promise<T> {
    await this.#outside.ready();
    return question();
  }
  #change(part: Partial<SpreadSpec>): Promise<void> {
    return this.#outside.workbench.change({ spread: spreadText({ ...this.spec, ...part }) });
  }
}
