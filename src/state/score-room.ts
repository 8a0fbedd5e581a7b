// Longer than other files: every question to the scores in one place; what can stand alone is in drafted and firmness.
import headings from '../../data/board-columns.json';
import dictionary from '../../data/fields.json';
import type { Ranked, Setting } from '../../scoring/board/context';
import { boardTable } from '../../scoring/board/export';
import { figureText } from '../../scoring/board/figures';
import { findFirms } from '../../scoring/board/find';
import type { BoardAsk, Dimension, Segment } from '../../scoring/board/format';
import { scorePanel } from '../../scoring/board/score-panel';
import { makeSheet } from '../../scoring/board/sheet';
import { takeRanksOver } from '../../scoring/board/segment-view';
import { makeBoard } from '../../scoring/board/slice';
import { summarise } from '../../scoring/board/summary';
import { segmentCounts, segmentTree } from '../../scoring/board/tree';
import { kindsOf, unitOf } from '../../scoring/dictionary';
import type { Panel } from '../../scoring/panel';
import { effectOf } from '../../scoring/quality/effect';
import type { Finding, FindingAction } from '../../scoring/quality/format';
import { checkSchemeText } from '../../scoring/scheme/check';
import { schemeFit, schemeProblemsFor } from '../../scoring/scheme/fit';
import type { Scheme } from '../../scoring/scheme/format';
import { schemeReads } from '../../scoring/scheme/reads';
import { schemeHash } from '../../scoring/scheme/hash';
import { derivedMeasures } from '../../scoring/scheme/derived';
import { quickScheme, suggestQuick } from '../../scoring/scheme/quick';
import { shippedSchemes } from '../../scoring/scheme/shipped';
import { offeredDimensions } from '../../scoring/segment';
import { wordIndex } from '../../scoring/word-index';
import { rowOfYear } from '../../scoring/year-rows';
import { panelArrow } from '../columns/panel-arrow';
import { panelParquet } from '../columns/panel-parquet';
import { tableText } from '../columns/table-text';
import { enginePiece, engineShape } from '../engine/panel-pieces';
import type { FieldEntry } from '../model/recipe';
import type { DrawRunner } from './draw-here';
import { drafted, type Drafted } from './drafted';
import type { DataSummary } from './face';
import { FirmnessRoom } from './firmness';
import type { ScoreRoomFace, ShowAnswer, ShowRequest } from './rooms';

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
  readonly #firmness: FirmnessRoom;

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
    return { ...summary, derived: derivedMeasures(panel), name, synthetic, fingerprint, dimensions: [] };
  }

  async choose(scheme: Scheme) {
    const { panel } = this.#data();
    const problems = schemeProblemsFor(panel, scheme);
    if (!problems.some(({ severity }) => severity === 'error')) {
      this.#official = scorePanel(panel, scheme, { ...this.#setting(), schemeHash: await schemeHash(scheme, sha256) });
      this.#drafted = null;
    }
    return problems;
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

  async show({ draft, board, tree, firm }: ShowRequest): Promise<ShowAnswer> {
    if (draft === null) this.#drafted = null;
    else if (JSON.stringify(this.#drafted?.draft) !== JSON.stringify(draft)) {
      const last = this.#drafted;
      this.#drafted = drafted(this.#scored(), draft, last, this.#setting());
      if (last) takeRanksOver(last.ranked, this.#drafted.ranked);
    }
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
    };
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

  async boardText(year: number | null, segment: Segment, separator: ',' | '\t', language: 'zh' | 'en') {
    const ranked = this.#inForce();
    const { rows, columns } = boardTable(ranked, yearOr(year, ranked), segment, language);
    const names = new Map(Object.entries(headings).map(([id, naming]) => [id, naming[language]]));
    for (const indicator of ranked.scheme.indicators)
      names.set(`points:${indicator.id}`, `${indicator.name[language]} ${names.get('points')!}`);
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
  async effect(finding: Finding, action: FindingAction, year: number | null) {
    return this.#official && effectOf(this.#official, finding, action, yearOr(year, this.#official));
  }
  async firmness(...[ask, report]: Parameters<ScoreRoomFace['firmness']>) {
    const ranked = this.#inForce();
    return this.#firmness.run(ranked, this.#drafted?.draft ?? null, { ...ask, year: yearOr(ask.year, ranked) }, report);
  }
  async stopFirmness() {
    this.#firmness.stop();
  }
  async standing(ask: Parameters<ScoreRoomFace['standing']>[0]) {
    return this.#firmness.standing(this.#inForce(), this.#drafted?.draft ?? null, ask);
  }
  async engineShape() {
    return { panel: this.#panels, ...engineShape(this.#data().panel) };
  }
  async enginePiece(panel: number, from: number) {
    if (panel !== this.#panels) throw new Error(`panel ${panel} has given way to panel ${this.#panels}`);
    return enginePiece(this.#data().panel, from);
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
    return this.#drafted?.ranked ?? this.#scored();
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
