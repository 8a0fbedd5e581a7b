import type { Ranked, Setting } from '../../scoring/board/context';
import { scorePanel } from '../../scoring/board/score-panel';
import type { Segment } from '../../scoring/board/format';
import { type Comparison, compareSides } from '../../scoring/compare/comparison';
import type { CompareWindow } from '../../scoring/compare/format';
import { nextSteps } from '../../scoring/compare/next-steps';
import { compareReport } from '../../scoring/compare/report';
import { scoreBeside } from '../../scoring/compare/score-beside';
import { compareTable } from '../../scoring/compare/table';
import { neighbours, whyAbove } from '../../scoring/compare/why';
import { compareRows } from '../../scoring/compare/window';
import { yearsRefusal, yearsUnderBoth } from '../../scoring/compare/years';
import type { Panel } from '../../scoring/panel';
import type { PortraitAsk } from '../../scoring/portrait/format';
import { portraitOf } from '../../scoring/portrait/portrait';
import type { FirmStanding } from '../../scoring/robustness/format';
import { schemeProblemsFor } from '../../scoring/scheme/fit';
import type { Scheme, SchemeProblem } from '../../scoring/scheme/format';
import { wordIndex } from '../../scoring/word-index';
import { rowOfYear } from '../../scoring/year-rows';
import { tableText } from '../columns/table-text';
import type { CompareAnswer, CompareAsk, CompareSide, FileWords } from './compare-face';
import { drafted } from './drafted';

/** What comparisons are made from, all of the scoring room. */
export interface Scoring {
  panel(): Panel;
  /** Scored by the scheme in force; null while there is none. */
  official(): Ranked | null;
  /** The same, or the draft over it. Throws while there is none. */
  inForce(): Ranked;
  setting(): Omit<Setting, 'weights' | 'draft' | 'schemeHash'>;
  hash(scheme: Scheme): Promise<string>;
}

/** Versions kept scored, besides the one in force. */
const KEPT = 3;
/** Neighbours named on either side of a firm. */
const NEAR = 3;

/** Comparisons of the scoring room: keeps the versions scored last, and the last comparison for its windows and its file. */
export class Comparing {
  readonly #of: Scoring;
  #panel: Panel | null = null;
  readonly #kept = new Map<string, Ranked>();
  #last: { readonly number: number; readonly comparison: Comparison } | null = null;
  #numbers = 0;

  constructor(of: Scoring) {
    this.#of = of;
  }

  async compare({ a, b, yearA, yearB, segment, k }: CompareAsk): Promise<CompareAnswer> {
    const first = await this.#scored(a);
    if ('problems' in first) return { is: 'scheme_refused', side: 'a', problems: first.problems };
    const second = await this.#scored(b);
    if ('problems' in second) return { is: 'scheme_refused', side: 'b', problems: second.problems };
    const sides = { a: { ranked: first, year: yearA ?? latest(first) }, b: { ranked: second, year: yearB ?? latest(second) } };
    const [from, to] = [sides.a.year, sides.b.year];
    if (first === second) {
      const refusal = yearsRefusal(first, from, to);
      if (refusal) return { is: 'years_refused', refusal, from, to };
    }
    const comparison = compareSides(sides.a, sides.b, segment);
    const number = ++this.#numbers;
    this.#last = { number, comparison };
    return {
      is: 'compared',
      number,
      report: compareReport(comparison, k),
      years: from === to ? yearsUnderBoth(first, second, segment, k) : [],
    };
  }

  rows(number: number, window: CompareWindow) {
    return compareRows(this.#comparison(number), window);
  }

  text(number: number, { headings, causes, provenance, ...words }: FileWords): string {
    const by = (texts: Readonly<Record<string, string>>) => (code: string) => (Object.hasOwn(texts, code) ? texts[code]! : code);
    const { rows, columns } = compareTable(this.#comparison(number), { ...words, cause: by(causes), provenance: by(provenance) });
    return tableText(columns, rows, ',', by(headings));
  }

  /** The chosen groups are others now: a comparison cut by one is let go. */
  forgetGroups(): void {
    if (this.#last?.comparison.segment.chosen !== undefined) this.#last = null;
  }

  nextSteps(firm: string, year: number | null, segment: Segment) {
    const ranked = this.#of.inForce();
    const row = rowOf(ranked, firm, year);
    return row < 0 ? null : nextSteps(ranked, segment, row);
  }
  neighbours(firm: string, year: number | null, segment: Segment) {
    const ranked = this.#of.inForce();
    const row = rowOf(ranked, firm, year);
    return row < 0 ? [] : neighbours(ranked, segment, row, NEAR);
  }
  whyAbove(firm: string, other: string, year: number | null, segment: Segment) {
    const ranked = this.#of.inForce();
    const [row, otherRow] = [rowOf(ranked, firm, year), rowOf(ranked, other, year)];
    return row < 0 || otherRow < 0 ? null : whyAbove(ranked, segment, row, otherRow);
  }

  /** `standing`: the row's on the board of the asked segment. */
  portrait(ask: PortraitAsk, standing: (row: number, year: number) => FirmStanding | null) {
    const ranked = this.#of.inForce();
    const row = rowOf(ranked, ask.firm, ask.year);
    return row < 0 ? null : portraitOf(ranked, row, ask, standing(row, ranked.panel.year[row]!));
  }

  #comparison(number: number): Comparison {
    if (this.#last?.number !== number) throw new Error(`comparison ${number} has given way to comparison ${this.#numbers}`);
    return this.#last.comparison;
  }

  /** The panel under one side. What was scored over another panel is let go. */
  async #scored({ scheme, draft }: CompareSide): Promise<Ranked | { readonly problems: readonly SchemeProblem[] }> {
    const schemeHash = await this.#of.hash(scheme);
    const panel = this.#of.panel();
    if (panel !== this.#panel) {
      this.#kept.clear();
      this.#last = null;
      this.#panel = panel;
    }
    const plain = this.#version(scheme, schemeHash, panel);
    if ('problems' in plain || draft === null) return plain;
    const key = `${schemeHash} ${JSON.stringify(draft)}`;
    return this.#keep(key, () => drafted(plain, draft, null, this.#of.setting()).ranked);
  }

  #version(scheme: Scheme, schemeHash: string, panel: Panel): Ranked | { readonly problems: readonly SchemeProblem[] } {
    const official = this.#of.official();
    if (official?.schemeHash === schemeHash) return official;
    const problems = schemeProblemsFor(panel, scheme);
    if (problems.some(({ severity }) => severity === 'error')) return { problems };
    const setting = { ...this.#of.setting(), schemeHash };
    return this.#keep(schemeHash, () => (official ? scoreBeside(official, scheme, setting) : scorePanel(panel, scheme, setting)));
  }

  #keep(key: string, make: () => Ranked): Ranked {
    const ranked = this.#kept.get(key) ?? make();
    this.#kept.delete(key);
    this.#kept.set(key, ranked);
    const oldest = this.#kept.keys().next().value;
    if (this.#kept.size > KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return ranked;
  }
}

function latest({ years }: Ranked): number {
  const year = years.at(-1);
  if (year === undefined) throw new Error('the panel has no year with a board');
  return year;
}

function rowOf(ranked: Ranked, firm: string, year: number | null): number {
  const number = wordIndex(ranked.panel.firmKeys, firm);
  return number < 0 ? -1 : rowOfYear(ranked.panel, number, year !== null && ranked.years.includes(year) ? year : latest(ranked));
}
