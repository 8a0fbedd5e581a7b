// Longer than other files: every question to the scores has its few lines here, what they do stands in files of its own.
import headings from '../../data/board-columns.json';
import stated from '../../data/stated.json';
import dictionary from '../../data/fields.json';
import type { Ranked, Setting } from '../../scoring/board/context';
import { boardTable, scoreTable, type BoardTable } from '../../scoring/board/export';
import { figureText } from '../../scoring/board/figures';
import { findFirms } from '../../scoring/board/find';
import { conditionHits } from '../../scoring/board/hits';
import { studyIndicator } from '../../scoring/board/study';
import type { BoardAsk, Dimension, Segment } from '../../scoring/board/format';
import { chosenCodes, type Selection } from '../../scoring/chosen';
import { scorePanel } from '../../scoring/board/score-panel';
import { makeSheet } from '../../scoring/board/sheet';
import { takeRanksOver } from '../../scoring/board/segment-view';
import { makeBoard } from '../../scoring/board/slice';
import { summarise } from '../../scoring/board/summary';
import { segmentCounts, segmentTree } from '../../scoring/board/tree';
import { consistencyOf } from '../../scoring/consistency/consistency';
import { otherTotalsOf } from '../../scoring/consistency/other-totals';
import { screeningOf } from '../../scoring/consistency/screening';
import { kindsOf, unitOf } from '../../scoring/dictionary';
import { chooseGroups } from '../../scoring/distribution/choose';
import { selectionReads } from '../../scoring/distribution/selection-reads';
import type { Panel } from '../../scoring/panel';
import { effectOf } from '../../scoring/quality/effect';
import type { Finding, FindingAction } from '../../scoring/quality/format';
import { checkSchemeText } from '../../scoring/scheme/check';
import { schemeFit, schemeProblemsFor } from '../../scoring/scheme/fit';
import type { Scheme, SchemeProblem } from '../../scoring/scheme/format';
import { tryFormula } from '../../scoring/scheme/try-formula';
import { schemeReads } from '../../scoring/scheme/reads';
import { schemeHash } from '../../scoring/scheme/hash';
import { derivedMeasures } from '../../scoring/scheme/derived';
import { quickScheme, suggestQuick } from '../../scoring/scheme/quick';
import { shippedSchemes } from '../../scoring/scheme/shipped';
import { DIMENSION_FIELD, offeredDimensions } from '../../scoring/segment';
import { ahpWeights } from '../../scoring/weights/ahp';
import { wordIndex } from '../../scoring/word-index';
import { rowOfYear } from '../../scoring/year-rows';
import { panelArrow } from '../columns/panel-arrow';
import { panelParquet } from '../columns/panel-parquet';
import { tableText } from '../columns/table-text';
import { enginePiece, engineShape } from '../engine/panel-pieces';
import { tablePiece } from '../engine/table-pieces';
import type { FieldEntry } from '../model/recipe';
import { Comparing } from './comparing';
import type { DrawRunner } from './draw-here';
import { draftKey } from './draft-key';
import { drafted, type Drafted } from './drafted';
import type { DataSummary } from './face';
import { FirmnessRoom } from './firmness';
import type { ScoreRoomFace, ShowAnswer, ShowRequest } from './rooms';
import { Seeding } from './seeding';
import { Spreading } from './spreading';
import { tried, type Trial } from './trial';

const DICTIONARY = dictionary as readonly FieldEntry[];
const ENTRIES: ReadonlyMap<string, FieldEntry> = new Map(DICTIONARY.map((entry) => [entry.id, entry]));

interface Adopted {
  readonly panel: Panel;
  readonly fields: ReadonlyMap<string, FieldEntry>;
  readonly years: readonly number[];
}

/** The panel's home: scores, ranks, and everything cut from them. Runs in a worker; pure but for what it remembers. */
export class ScoreRoom implements ScoreRoomFace {
  #adopted: Adopted | null = null;
  #panels = 0;
  #official: Ranked | null = null;
  #drafted: Drafted | null = null;
  #trial: Trial | null = null;
  #selections: readonly Selection[] = [];
  /** The group the last board was cut by in vain. */
  #lost: string | null = null;
  /** What the engine's table `score` is made of, once it has been asked for. */
  #table: { readonly of: Ranked; readonly stamp: number; readonly table: BoardTable } | null = null;
  readonly #comparing = new Comparing({
    panel: () => this.#data().panel,
    official: () => this.#official,
    inForce: () => this.#inForce(),
    setting: () => this.#setting(),
    hash: (scheme) => schemeHash(scheme, sha256),
  });
  readonly #firmness: FirmnessRoom;
  readonly #spreading = new Spreading({ ranked: () => this.#inForce(), fields: () => [...this.#data().fields.values()] });
  readonly #seeding = new Seeding({ ranked: () => this.#inForce(), yearOr: (year) => yearOr(year, this.#inForce()) });

  constructor(draw?: DrawRunner) {
    this.#firmness = new FirmnessRoom(draw);
  }

  async shipped() {
    return shippedSchemes();
  }

  async adopt(
    panel: Panel,
    own: readonly FieldEntry[],
    name: string,
    synthetic: boolean,
    fingerprint: string,
    boardsFrom: number | null,
  ): Promise<DataSummary> {
    const summary = summarise(panel, DICTIONARY, own, boardsFrom);
    this.#panels += 1;
    this.#adopted = { panel, fields: new Map(summary.fields.map((entry) => [entry.id, entry])), years: summary.years };
    this.#official = null;
    this.#drafted = null;
    this.#trial = null;
    this.#selections = [];
    return { ...summary, derived: derivedMeasures(panel), name, synthetic, fingerprint, dimensions: [] };
  }

  async choose(scheme: Scheme) {
    const { panel } = this.#data();
    const problems = schemeProblemsFor(panel, scheme);
    if (!problems.some(({ severity }) => severity === 'error')) {
      this.#official = scorePanel(panel, scheme, { ...this.#setting(), schemeHash: await schemeHash(scheme, sha256) });
      this.#drafted = null;
      this.#trial = null;
      this.#regroup();
    }
    return problems;
  }
  async setChosen(selections: readonly Selection[]) {
    this.#selections = selections;
    this.#regroup();
  }

  async checkScheme(text: string) {
    return checkSchemeText(text, kindsOf(this.#data().panel), unitOf);
  }
  async fit(scheme: Scheme) {
    return schemeFit(this.#data().panel, scheme);
  }
  async quick(...[name, columns]: Parameters<ScoreRoomFace['quick']>) {
    const { panel, fields } = this.#data();
    return quickScheme(name, columns, [...fields.values(), ...derivedMeasures(panel)], panel.currency);
  }
  async suggest() {
    const { panel, fields } = this.#data();
    return suggestQuick([...fields.values(), ...derivedMeasures(panel)]);
  }

  async show({ draft, trial, board, tree, firm }: ShowRequest): Promise<ShowAnswer> {
    this.#draft(trial === null ? draft : null);
    const trialProblems = this.#try(trial);
    const ranked = this.#inForce();
    const year = yearOr(board.year, ranked);
    const number = firm === null ? -1 : wordIndex(ranked.panel.firmKeys, firm);
    const row = number < 0 ? -1 : rowOfYear(ranked.panel, number, year);
    return {
      board: makeBoard(ranked, { ...board, year }),
      tree: tree && segmentTree(ranked, tree, year),
      sheet: row < 0 ? null : makeSheet(ranked, row, board.segment),
      dimensions: offeredDimensions(ranked),
      unknownPlaces: this.#drafted?.unknownPlaces ?? [],
      newlyLost: this.#newlyLost(board.segment),
      trialProblems,
    };
  }

  async hash(scheme: Scheme) {
    return schemeHash(scheme, sha256);
  }
  async study({ year, ...ask }: Parameters<ScoreRoomFace['study']>[0]) {
    const ranked = this.#inForce();
    return studyIndicator(ranked, this.#scored(), { ...ask, year: yearOr(year, ranked) });
  }
  async hits(segment: Segment, year: number | null) {
    const ranked = this.#inForce();
    return conditionHits(ranked, segment, yearOr(year, ranked));
  }
  async tryFormula(text: string, wanted: 'number' | 'truth') {
    return tryFormula(text, wanted, { kindOf: kindsOf(this.#data().panel), unitOf }, this.#setting().nameOf);
  }

  async rows(ask: Omit<BoardAsk, 'year'> & { readonly year: number | null }) {
    const ranked = this.#inForce();
    return makeBoard(ranked, { ...ask, year: yearOr(ask.year, ranked) }).rows;
  }
  async segments(dimension: Dimension, within: Segment, year: number | null) {
    const ranked = this.#inForce();
    return segmentCounts(ranked, dimension, yearOr(year, ranked), within);
  }
  async find(text: string) {
    return findFirms(this.#data().panel, text);
  }

  async boardText(year: number | null, segment: Segment, separator: ',' | '\t', language: 'zh' | 'en', leaveOut: readonly string[] = []) {
    const ranked = this.#inForce();
    const { rows, columns: all } = boardTable(ranked, yearOr(year, ranked), segment, language);
    const fields = new Map<string, string>(Object.entries(DIMENSION_FIELD));
    const columns = all.filter(({ name }) => !leaveOut.includes(fields.get(name) ?? name));
    const names = new Map(Object.entries(headings).map(([id, naming]) => [id, naming[language]]));
    for (const indicator of ranked.scheme.indicators)
      names.set(`points:${indicator.id}`, stated[language].points[indicator.provenance].replace('{name}', indicator.name[language]));
    return tableText(columns, rows, separator, (id) => names.get(id) ?? id);
  }

  async panelArrow(leaveOut: readonly string[]) {
    return panelArrow(without(this.#data().panel, leaveOut), [...this.#data().fields.values()]);
  }
  async panelParquet(leaveOut: readonly string[]) {
    return panelParquet(without(this.#data().panel, leaveOut));
  }
  async reads() {
    const scheme = this.#official?.scheme;
    return scheme ? [...schemeReads(scheme, kindsOf(this.#data().panel)).keys()] : [];
  }
  async chosenReads() {
    return this.#official ? selectionReads(this.#official, this.#selections) : [];
  }
  async effect(finding: Finding, action: FindingAction, year: number | null) {
    return this.#official && effectOf(this.#official, finding, action, yearOr(year, this.#official));
  }
  async consistency(...[{ year, segment }, kind]: Parameters<ScoreRoomFace['consistency']>) {
    const ranked = this.#inForce();
    return consistencyOf(ranked, { year: yearOr(year, ranked), segment, kind });
  }
  async otherTotals({ year, segment }: Parameters<ScoreRoomFace['otherTotals']>[0]) {
    const ranked = this.#inForce();
    return otherTotalsOf(ranked, { year: yearOr(year, ranked), segment });
  }
  async screening({ year, segment }: Parameters<ScoreRoomFace['screening']>[0]) {
    const ranked = this.#inForce();
    return screeningOf(ranked, { year: yearOr(year, ranked), segment });
  }
  async ahp(things: number, upper: readonly number[]) {
    return ahpWeights(things, upper);
  }

  async compare(...[ask]: Parameters<ScoreRoomFace['compare']>) {
    return this.#comparing.compare(ask);
  }
  async compareRows(...[number, window]: Parameters<ScoreRoomFace['compareRows']>) {
    return this.#comparing.rows(number, window);
  }
  async compareText(...[number, words]: Parameters<ScoreRoomFace['compareText']>) {
    return this.#comparing.text(number, words);
  }
  async nextSteps(firm: string, year: number | null, segment: Segment) {
    return this.#comparing.nextSteps(firm, year, segment);
  }
  async neighbours(firm: string, year: number | null, segment: Segment) {
    return this.#comparing.neighbours(firm, year, segment);
  }
  async whyAbove(firm: string, other: string, year: number | null, segment: Segment) {
    return this.#comparing.whyAbove(firm, other, year, segment);
  }

  async portrait(ask: Parameters<ScoreRoomFace['portrait']>[0]) {
    const { segment, share } = ask;
    const standing = (row: number, year: number) =>
      this.#firmness.standing(this.#inForce(), this.#draftKey(), { row, year, segment, share });
    return this.#comparing.portrait(ask, standing);
  }
  async firmness(...[ask, report]: Parameters<ScoreRoomFace['firmness']>) {
    const ranked = this.#inForce();
    return this.#firmness.run(ranked, this.#draftKey(), { ...ask, year: yearOr(ask.year, ranked) }, report);
  }
  async stopFirmness() {
    this.#firmness.stop();
  }
  async standing(ask: Parameters<ScoreRoomFace['standing']>[0]) {
    return this.#firmness.standing(this.#inForce(), this.#draftKey(), ask);
  }
  measures(...asked: Parameters<ScoreRoomFace['measures']>) {
    return this.#spreading.measures(...asked);
  }
  chart(...asked: Parameters<ScoreRoomFace['chart']>) {
    return this.#spreading.chart(...asked);
  }
  firmTable(...asked: Parameters<ScoreRoomFace['firmTable']>) {
    return this.#spreading.firmTable(...asked);
  }
  openBrush(...asked: Parameters<ScoreRoomFace['openBrush']>) {
    return this.#spreading.openBrush(...asked);
  }
  brush(...asked: Parameters<ScoreRoomFace['brush']>) {
    return this.#spreading.brush(...asked);
  }
  brushArea(...asked: Parameters<ScoreRoomFace['brushArea']>) {
    return this.#spreading.brushArea(...asked);
  }
  paths(...asked: Parameters<ScoreRoomFace['paths']>) {
    return this.#spreading.paths(...asked);
  }
  bands(...asked: Parameters<ScoreRoomFace['bands']>) {
    return this.#spreading.bands(...asked);
  }
  letOut(...asked: Parameters<ScoreRoomFace['letOut']>) {
    return this.#spreading.letOut(...asked);
  }
  chartSql(...asked: Parameters<ScoreRoomFace['chartSql']>) {
    return this.#spreading.chartSql(...asked);
  }
  chartReads(...asked: Parameters<ScoreRoomFace['chartReads']>) {
    return this.#spreading.chartReads(...asked);
  }
  selectedFirms(...asked: Parameters<ScoreRoomFace['selectedFirms']>) {
    return this.#spreading.selectedFirms(...asked);
  }
  seedlingRules() {
    return this.#seeding.seedlingRules();
  }
  seedlings(...asked: Parameters<ScoreRoomFace['seedlings']>) {
    return this.#seeding.seedlings(...asked);
  }
  reasonCard(...asked: Parameters<ScoreRoomFace['reasonCard']>) {
    return this.#seeding.reasonCard(...asked);
  }
  backTest(...asked: Parameters<ScoreRoomFace['backTest']>) {
    return this.#seeding.backTest(...asked);
  }
  stopBackTest() {
    return this.#seeding.stopBackTest();
  }
  async engineShape() {
    return { panel: this.#panels, ...engineShape(this.#data().panel) };
  }
  async enginePiece(panel: number, from: number) {
    if (panel !== this.#panels) throw new Error(`panel ${panel} has given way to panel ${this.#panels}`);
    return enginePiece(this.#data().panel, from);
  }
  async scoreShape() {
    if (!this.#official) return null;
    const { stamp, table } = this.#scoreTable();
    const { scheme, draft } = this.#inForce();
    const columns = table.columns.map(({ name }) => name);
    return { stamp, rows: table.rows, columns, scheme: { name: scheme.name, version: scheme.version }, draft };
  }
  async scorePiece(stamp: number, from: number) {
    const now = this.#scoreTable();
    if (stamp !== now.stamp) throw new Error(`scores ${stamp} have given way to scores ${now.stamp}`);
    return tablePiece(now.table, from);
  }

  /** Rules of chosen groups look at scores: another scheme makes other groups. */
  #regroup(): void {
    this.#comparing.forgetGroups();
    if (this.#official) chooseGroups(this.#official, this.#selections);
  }

  #newlyLost({ chosen }: Segment): string | null {
    const before = this.#lost;
    this.#lost = chosen === undefined || chosenCodes(this.#data().panel)?.values.includes(chosen) ? null : chosen;
    return this.#lost === before ? null : this.#lost;
  }

  #scoreTable(): { readonly stamp: number; readonly table: BoardTable } {
    const of = this.#inForce();
    if (this.#table?.of !== of) this.#table = { of, stamp: (this.#table?.stamp ?? 0) + 1, table: scoreTable(of) };
    return this.#table;
  }
  #data(): Adopted {
    if (!this.#adopted) throw new Error('score room has no panel');
    return this.#adopted;
  }
  #scored(): Ranked {
    if (!this.#official) throw new Error('score room has no scheme');
    return this.#official;
  }
  #inForce(): Ranked {
    return this.#trial?.ranked ?? this.#drafted?.ranked ?? this.#scored();
  }

  #draftKey(): string | null {
    const trial = this.#trial && { scheme: this.#trial.scheme, name: this.#trial.ranked.draft ?? '' };
    return draftKey(this.#drafted?.draft ?? null, trial);
  }
  #draft(draft: ShowRequest['draft']): void {
    if (draft === null) this.#drafted = null;
    else if (JSON.stringify(this.#drafted?.draft) !== JSON.stringify(draft)) {
      const last = this.#drafted;
      this.#drafted = drafted(this.#scored(), draft, last, this.#setting());
      if (last) takeRanksOver(last.ranked, this.#drafted.ranked);
    }
  }
  /** What is wrong with the trial. One that cannot be scored leaves the last that could. */
  #try(trial: ShowRequest['trial']): readonly SchemeProblem[] {
    if (trial === null) {
      this.#trial = null;
      return [];
    }
    const problems = schemeProblemsFor(this.#data().panel, trial.scheme);
    if (problems.some(({ severity }) => severity === 'error')) return problems;
    const last = this.#trial;
    if (last && last.ranked.draft === trial.name && JSON.stringify(last.scheme) === JSON.stringify(trial.scheme)) return problems;
    this.#trial = tried(this.#scored(), trial.scheme, trial.name, last, this.#setting());
    if (last) takeRanksOver(last.ranked, this.#trial.ranked);
    return problems;
  }

  #setting(): Omit<Setting, 'weights' | 'draft' | 'schemeHash'> {
    const { panel, fields, years } = this.#data();
    return {
      nameOf: (field) => fields.get(field) ?? ENTRIES.get(field) ?? { zh: field, en: field },
      format: (field, value, language) => figureText(value, fields.get(field) ?? ENTRIES.get(field), panel.currency, language),
      years,
    };
  }
}

function without(panel: Panel, fields: readonly string[]): Panel {
  const left = new Set(fields);
  return left.size === 0 ? panel : { ...panel, fields: new Map([...panel.fields].filter(([field]) => !left.has(field))) };
}

function yearOr(year: number | null, ranked: Ranked): number {
  const latest = ranked.years.at(-1);
  if (latest === undefined) throw new Error('the panel has no year with a board');
  return year !== null && ranked.years.includes(year) ? year : latest;
}

const sha256 = (bytes: Uint8Array<ArrayBuffer>) => crypto.subtle.digest('SHA-256', bytes);
