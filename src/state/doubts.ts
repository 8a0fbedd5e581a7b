import districtList from '../../data/segments/districts-chengdu.json';
import { setColumn, wordAt } from '../../scoring/column';
import type { Panel } from '../../scoring/panel';
import { type Applied, applyDecisions } from '../../scoring/quality/apply';
import { qualityContext } from '../../scoring/quality/context';
import { coverageMap } from '../../scoring/quality/coverage-map';
import { districtProgress } from '../../scoring/quality/district-progress';
import { findAll } from '../../scoring/quality/find-all';
import type { CoverageBy, Finding, FindingDecision } from '../../scoring/quality/format';
import { rowOfYear } from '../../scoring/year-rows';
import type { BuiltPanel } from '../ingest/panel';
import type { FieldEntry } from '../model/recipe';
import type { FindingLine, FindingRow } from './face';
import { deliveriesOf, joinFacts } from './join-facts';
import type { DistrictAsk } from './rooms';

/** Field that carries the marks people set, so that a marked firm-year shows on the board and can be looked at as a column. */
export const MARKS: FieldEntry = {
  id: 'data_marks',
  zh: '数据标记',
  en: 'Data marks',
  kind: 'set',
  unit: '',
  role: null,
  sign: 'any',
  accept: [],
};

/** What is doubtful about a joined panel, what was decided of it, and the panel that comes of that. Rules run only when they are asked, or decided on. */
export class Doubts {
  readonly panel: Panel;
  readonly #raw: Panel;
  readonly #built: BuiltPanel;
  readonly #own: readonly FieldEntry[];
  readonly #decisions: readonly FindingDecision[];
  readonly #applied: Applied | null;
  #findings: readonly Finding[] | null = null;

  constructor(raw: Panel, built: BuiltPanel, own: readonly FieldEntry[], decisions: readonly FindingDecision[]) {
    this.#raw = raw;
    this.#built = built;
    this.#own = own;
    this.#decisions = decisions;
    this.#applied = decisions.length === 0 ? null : applyDecisions(raw, this.#all(), decisions);
    this.panel = this.#applied ? marked(this.#applied, this.#marksOf()) : raw;
  }

  /** Row of the panel as joined, for a row of the panel as decided. */
  builtRow(row: number): number {
    return this.#applied?.kept?.[row] ?? row;
  }

  lines(): readonly FindingLine[] {
    return this.#all().map(({ id, rule, field, rows, factor, lines }) => ({
      id,
      rule,
      field,
      rows: rows.length,
      firms: new Set(rows.map((row) => this.#raw.firm[row]!)).size,
      lines,
      canConvert: factor.some((one) => !Number.isNaN(one)),
      decision: this.#decisions.find(({ finding }) => finding === id) ?? null,
    }));
  }

  page(id: string, offset: number, count: number): readonly FindingRow[] {
    const { rows, measure, factor, field } = this.#one(id);
    const { firm, firmKeys, name, year } = this.#raw;
    const places = this.#placesNow();
    return [...rows.subarray(offset, offset + count)].map((row, at) => ({
      firm: wordAt(firmKeys, firm[row]!),
      name: name.reasons[row] === 0 ? wordAt(name.words, name.codes[row]!) : '',
      year: year[row]!,
      row: places(row),
      value: this.#figure(field, row),
      before: this.#figure(field, rowOfYear(this.#raw, firm[row]!, year[row]! - 1)),
      after: this.#figure(field, rowOfYear(this.#raw, firm[row]!, year[row]! + 1)),
      measure: numberOr(measure[offset + at]!),
      factor: numberOr(factor[offset + at]!),
    }));
  }

  /** A finding over the panel as decided; null where it is decided already, so that nothing is left to try. */
  open(id: string): Finding | null {
    const finding = this.#one(id);
    if (this.#decisions.some((one) => one.finding === id && one.action !== 'ignore' && one.action !== 'mark')) return null;
    const places = this.#placesNow();
    const at = [...finding.rows.keys()].filter((index) => places(finding.rows[index]!) >= 0);
    return {
      ...finding,
      rows: Int32Array.from(at, (index) => places(finding.rows[index]!)),
      measure: Float64Array.from(at, (index) => finding.measure[index]!),
      factor: Float64Array.from(at, (index) => finding.factor[index]!),
    };
  }

  coverage(by: CoverageBy, year: number | null) {
    return coverageMap(this.#raw, by, year);
  }

  districts({ year, wanted, deadline, facts }: DistrictAsk) {
    const days = new Map(facts.map(({ source, facts: { received } }) => [source, received]));
    const received = deliveriesOf(this.#raw, this.#built.origins.parts, days);
    return districtProgress(this.#raw, year, { wanted, districts: this.#districts(), received, deadline });
  }

  /** The pattern city's units in their official order, where the data are of that city; else the data's own. */
  #districts(): readonly string[] {
    const column = this.#raw.fields.get('district');
    if (column?.kind !== 'text') return [];
    const known = districtList.items.map(({ zh }) => zh);
    const there = column.words.ends.length;
    let met = 0;
    for (let at = 0; at < there; at++) if (known.includes(wordAt(column.words, at))) met++;
    return met * 2 > there ? known : [];
  }

  #all(): readonly Finding[] {
    return (this.#findings ??= findAll(this.#raw, qualityContext(this.#own, joinFacts(this.#raw, this.#built))));
  }
  #one(id: string): Finding {
    const found = this.#all().find((one) => one.id === id);
    if (!found) throw new Error(`finding ${id} is not there`);
    return found;
  }
  #marksOf(): (row: number) => readonly string[] {
    const marks = this.#decisions
      .filter(({ action }) => action === 'mark')
      .map(({ finding }) => this.#all().find(({ id }) => id === finding));
    const rows = marks.flatMap((finding) => (finding ? [{ id: finding.id, rows: new Set(finding.rows) }] : []));
    return (row) => rows.filter((one) => one.rows.has(row)).map(({ id }) => id);
  }
  /** Row as joined → row as decided, −1 where the firm-year was set aside. */
  #placesNow(): (row: number) => number {
    const kept = this.#applied?.kept;
    if (!kept) return (row) => row;
    const places = new Int32Array(this.#raw.rows).fill(-1);
    kept.forEach((row, at) => (places[row] = at));
    return (row) => places[row]!;
  }
  #figure(field: string | null, row: number): number | null {
    const column = field === null || row < 0 ? undefined : this.#raw.fields.get(field);
    return column?.kind === 'number' && column.reasons[row] === 0 ? column.values[row]! : null;
  }
}

function marked({ panel, marks, kept }: Applied, idsOf: (row: number) => readonly string[]): Panel {
  if (marks.length === 0) return panel;
  const words: string[][] = Array.from({ length: panel.rows }, () => []);
  for (const row of marks) words[row] = [...idsOf(kept ? kept[row]! : row)];
  return { ...panel, fields: new Map([...panel.fields, [MARKS.id, setColumn(words)]]) };
}

function numberOr(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
