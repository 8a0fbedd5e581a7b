import { type Ranked, type Setting, rankPanel } from '../../../scoring/board/context';
import type { BoardAsk } from '../../../scoring/board/format';
import { type Column, numberColumn, packWords, REASON, setColumn, textColumn } from '../../../scoring/column';
import type { Panel } from '../../../scoring/panel';
import type { Scheme } from '../../../scoring/scheme/format';
import { type Evaluated, STATUS, type Status, type Totals } from '../../../scoring/scored';

/** One firm-year with its result written by hand. */
export interface Line {
  readonly firm: string;
  readonly name?: string | null;
  readonly year: number;
  /** null: not scored. */
  readonly score: number | null;
  readonly status?: Status;
  readonly industry?: string | null;
  readonly titles?: readonly string[] | null;
  readonly district?: string | null;
  readonly revenue?: number | null;
  readonly unchecked?: boolean;
  /** Stage number where the scheme has stages. */
  readonly stage?: number;
  /** false: the only indicator has no value in this row. */
  readonly has?: boolean;
}

export const BARE_SCHEME: Scheme = {
  format: 1,
  id: 'bare',
  version: '1',
  name: { zh: '裸方案', en: 'Bare' },
  effective: { from: null, to: null },
  currency: 'CNY',
  comparison: 'year',
  stages: [],
  defaultStage: null,
  stageProvenance: null,
  groups: [{ id: 'all', name: { zh: '全部', en: 'All' }, kind: 'base', provenance: 'illustrative' }],
  indicators: [
    {
      id: 'one',
      name: { zh: '唯一', en: 'One' },
      group: 'all',
      formula: 'revenue',
      rule: { is: 'linear', from: 0, to: 100 },
      of: 100,
      direction: 'more',
      missing: 'zero',
      provenance: 'illustrative',
    },
  ],
  deductions: [],
  deductionCap: null,
  gates: [],
  vetoes: [],
  pass: null,
  cap: 100,
  minimumCoverage: 0,
  provenance: 'illustrative',
  sources: [],
};

export const SETTING: Setting = {
  schemeHash: 'abc',
  weights: [[100]],
  draft: null,
  nameOf: (field) => ({ zh: `「${field}」`, en: field }),
  format: (_field, value) => String(value),
};

export function panelOf(lines: readonly Line[], more: ReadonlyMap<string, Column> = new Map()): Panel {
  const firms = [...new Set(lines.map(({ firm }) => firm))];
  const fields = new Map<string, Column>(more);
  if (lines.some(({ industry }) => industry !== undefined))
    fields.set('industry', textColumn(lines.map(({ industry }) => industry ?? null)));
  if (lines.some(({ district }) => district !== undefined))
    fields.set('district', textColumn(lines.map(({ district }) => district ?? null)));
  if (lines.some(({ titles }) => titles !== undefined)) fields.set('titles', setColumn(lines.map(({ titles }) => titles ?? null)));
  if (lines.some(({ revenue }) => revenue !== undefined)) fields.set('revenue', numberColumn(lines.map(({ revenue }) => revenue ?? null)));
  return {
    rows: lines.length,
    firm: Int32Array.from(lines, ({ firm }) => firms.indexOf(firm)),
    firmKeys: packWords(firms),
    year: Int32Array.from(lines, ({ year }) => year),
    name: textColumn(lines.map(({ firm, name }) => (name === undefined ? `${firm}示例` : name))),
    fields,
    currency: 'CNY',
  };
}

function evaluatedOf(lines: readonly Line[], scheme: Scheme): Evaluated {
  const points = Float64Array.from(lines, ({ score, has }) => (has === false ? NaN : (score ?? 0)));
  const reasons = Uint8Array.from(lines, ({ has }) => (has === false ? REASON.blank : 0));
  return {
    rows: lines.length,
    scheme,
    indicators: [{ points, reasons, hit: null, option: null }],
    stage: Int16Array.from(lines, ({ stage }) => stage ?? 0),
    gates: [],
    vetoes: [],
    deductions: [],
  };
}

function totalsOf(lines: readonly Line[]): Totals {
  const score = Float64Array.from(lines, (line) => line.score ?? NaN);
  const earned = score.map((value) => (Number.isNaN(value) ? 0 : value));
  const zeros = (): Float64Array => new Float64Array(lines.length);
  return {
    groups: [earned],
    lost: [zeros()],
    base: earned,
    bonus: zeros(),
    deduction: zeros(),
    score,
    coverage: zeros().fill(1),
    status: Uint8Array.from(lines, (line) => STATUS[line.status ?? (line.score === null ? 'not_scored' : 'ranked')]),
    unchecked: Uint8Array.from(lines, ({ unchecked }) => Number(unchecked ?? false)),
  };
}

/** A ranked panel whose scores are written, not computed. */
export function literalBoard(lines: readonly Line[], scheme: Scheme = BARE_SCHEME, setting: Partial<Setting> = {}): Ranked {
  return rankPanel(panelOf(lines), scheme, evaluatedOf(lines, scheme), totalsOf(lines), { ...SETTING, ...setting });
}

export const ASK: BoardAsk = {
  year: 2024,
  segment: {},
  search: '',
  sort: { key: 'rank', down: false },
  offset: 0,
  count: 100,
  fields: [],
};
