// Longer than other files: every kind of measure stands here once, with its name, its column and what is offered.
import { REASON } from '../column';
import type { Ranked } from '../board/context';
import { kindsOf, unitOf } from '../dictionary';
import { formulaColumn, treeOf } from '../evaluate';
import { evaluateFormula } from '../formula/evaluate';
import type { Formula } from '../formula/tree';
import type { Panel } from '../panel';
import { derivedMeasures } from '../scheme/derived';
import { dimensionOf } from '../scheme/dimension';
import type { Naming, Scheme } from '../scheme/format';
import { tryFormula } from '../scheme/try-formula';
import { STATUS, type Totals } from '../scored';
import type { ChartRefusal, MeasureFacts, MeasureId } from './format';

/** Bytes of `reasons` beyond those of columns: a firm without a rank (plus its status), and an infinity. */
export const UNRANKED = 128;
export const INFINITE = 127;

/** A measure over every row of the panel: `values` is NaN exactly where `reasons` is not 0. Both parts of a ratio a ÷ b, where it is one. */
export interface Measured {
  readonly facts: MeasureFacts;
  readonly values: Float64Array;
  readonly reasons: Uint8Array;
  readonly ratio: { readonly over: Float64Array; readonly under: Float64Array } | null;
}

type Column = Pick<Measured, 'values' | 'reasons' | 'ratio'>;

/** The columns of formulas and fields belong to a panel, those of scores to a set of totals: kept as long as either. */
const ofPanel = new WeakMap<Panel, Map<string, Column>>();
const ofTotals = new WeakMap<Totals, Map<string, Column>>();
/** Columns kept: a million rows are nine megabytes each. */
const KEPT = 24;

/** A measure and its column, or why it cannot be had. Columns are made once and kept. */
export function measureOf(ctx: Ranked, id: MeasureId): Measured | ChartRefusal {
  const facts = factsOf(ctx, id);
  if ('is' in facts) return facts;
  const { kept, make } = columnOf(ctx, id);
  let column = kept.get(id);
  if (column) kept.delete(id);
  else column = make();
  kept.set(id, column);
  if (kept.size > KEPT) kept.delete(kept.keys().next().value!);
  return { facts, ...column };
}

/** What can be looked at: the score and its groups, figures and points of the indicators, the derived measures, and the number fields. */
export function offeredMeasures(ctx: Ranked, fields: readonly { readonly id: string; readonly kind: string }[]): MeasureFacts[] {
  const { scheme, panel } = ctx;
  const plain = scheme.indicators.filter(({ formula, rule }) => formula !== undefined && rule.is !== 'flag');
  const ids: MeasureId[] = [
    'score',
    ...scheme.groups.map(({ id }): MeasureId => `group:${id}`),
    ...plain.map(({ id }): MeasureId => `figure:${id}`),
    ...scheme.indicators.map(({ id }): MeasureId => `points:${id}`),
    ...derivedMeasures(panel).map(({ formula }): MeasureId => `formula:${formula}`),
    ...fields
      .filter(({ id, kind }) => ['money', 'count', 'number', 'ratio'].includes(kind) && panel.fields.get(id)?.kind === 'number')
      .map(({ id }): MeasureId => `field:${id}`),
  ];
  return ids.flatMap((id) => {
    const facts = factsOf(ctx, id);
    return 'is' in facts ? [] : [facts];
  });
}

/** Name, unit and definition of a measure, or why there is no such measure. */
export function factsOf(ctx: Ranked, id: MeasureId): MeasureFacts | ChartRefusal {
  const { scheme, panel } = ctx;
  const points = { kind: 'points', unit: '分', logUnit: 1, definition: null } as const;
  if (id === 'score') return { id, name: { zh: '得分', en: 'Score' }, ...points };
  const [what, rest] = [id.slice(0, id.indexOf(':')), id.slice(id.indexOf(':') + 1)];
  const unknown: ChartRefusal = { is: 'refused', why: 'unknown_measure', given: id };
  switch (what) {
    case 'group': {
      const group = scheme.groups.find((one) => one.id === rest);
      return group ? { id, name: group.name, ...points } : unknown;
    }
    case 'points': {
      const indicator = scheme.indicators.find((one) => one.id === rest);
      return indicator ? { id, name: pointsName(indicator.name), ...points } : unknown;
    }
    case 'figure': {
      const formula = figureFormula(scheme, rest);
      return formula ? formulaFacts(ctx, id, formula.text, formula.name) : unknown;
    }
    case 'field':
      return panel.fields.get(rest)?.kind === 'number' ? formulaFacts(ctx, id, rest, ctx.nameOf(rest)) : unknown;
    case 'formula':
      return formulaFacts(ctx, id, rest, null);
    default:
      return unknown;
  }
}

function pointsName({ zh, en }: Naming): Naming {
  return { zh: `${zh}（得分）`, en: `${en} (points)` };
}

/** Formula of an indicator before any rule; none for a best-of, which has several, and for a yes or no. */
function figureFormula(scheme: Scheme, id: string): { readonly text: string; readonly name: Naming } | null {
  const indicator = scheme.indicators.find((one) => one.id === id);
  if (indicator?.formula === undefined || indicator.rule.is === 'flag') return null;
  return { text: indicator.formula, name: indicator.name };
}

/** The formula behind a measure that has one; null for points and scores. */
export function formulaOf(scheme: Scheme, id: MeasureId): string | null {
  const rest = id.slice(id.indexOf(':') + 1);
  if (id.startsWith('field:') || id.startsWith('formula:')) return rest;
  return id.startsWith('figure:') ? (figureFormula(scheme, rest)?.text ?? null) : null;
}

function formulaFacts(ctx: Ranked, id: MeasureId, text: string, name: Naming | null): MeasureFacts | ChartRefusal {
  const { problems, words, dimension } = tryFormula(text, 'number', { kindOf: kindsOf(ctx.panel), unitOf }, ctx.nameOf);
  if (problems.length > 0 || !words) return { is: 'refused', why: 'bad_formula', given: text, at: problems[0]?.at ?? 0 };
  const known = derivedMeasures(ctx.panel).find(({ formula }) => formula === text);
  const shape = known ? { kind: known.kind as MeasureFacts['kind'], unit: known.unit } : KIND_OF[dimension ?? 'none'];
  const isField = treeOf(text).is === 'field';
  return {
    id,
    name: name ?? (known ? { zh: known.zh, en: known.en } : words),
    ...shape,
    logUnit: shape.kind === 'ratio' ? 0.01 : 1,
    definition: isField ? null : words,
  };
}

const KIND_OF: Readonly<Record<NonNullable<ReturnType<typeof dimensionOf>> | 'none', Pick<MeasureFacts, 'kind' | 'unit'>>> = {
  money: { kind: 'money', unit: '元' },
  ratio: { kind: 'ratio', unit: '%' },
  count: { kind: 'count', unit: '' },
  years: { kind: 'number', unit: '年' },
  points: { kind: 'points', unit: '分' },
  none: { kind: 'number', unit: '' },
};

function columnOf(ctx: Ranked, id: MeasureId): { readonly kept: Map<string, Column>; readonly make: () => Column } {
  const formula = formulaOf(ctx.scheme, id);
  const rest = id.slice(id.indexOf(':') + 1);
  if (formula !== null) {
    const kept = keptOf(ofPanel, ctx.panel);
    return { kept, make: () => ofFormula(ctx.panel, formula) };
  }
  const kept = keptOf(ofTotals, ctx.totals);
  if (id.startsWith('points:')) {
    const { points, reasons } = ctx.evaluated.indicators[ctx.scheme.indicators.findIndex((one) => one.id === rest)]!;
    return { kept, make: () => ({ values: points, reasons, ratio: null }) };
  }
  const values = id === 'score' ? ctx.totals.score : ctx.totals.groups[ctx.scheme.groups.findIndex((one) => one.id === rest)]!;
  return { kept, make: () => rankedOnly(values, ctx.totals.status) };
}

function keptOf<Key extends object>(known: WeakMap<Key, Map<string, Column>>, key: Key): Map<string, Column> {
  let kept = known.get(key);
  if (!kept) known.set(key, (kept = new Map()));
  return kept;
}

/** Scores count where they rank: a vetoed firm keeps its would-be score on the board, and is out of a distribution with that reason. */
function rankedOnly(given: Float64Array, status: Uint8Array): Column {
  const values = given.slice();
  const reasons = new Uint8Array(values.length);
  for (let row = 0; row < values.length; row++) {
    if (status[row] === STATUS.ranked) continue;
    values[row] = NaN;
    reasons[row] = UNRANKED + status[row]!;
  }
  return { values, reasons, ratio: null };
}

function ofFormula(panel: Panel, text: string): Column {
  const column = formulaColumn(panel, text, 'number');
  return { ...finite(column), ratio: ratioOf(panel, treeOf(text)) };
}

/** Infinities are set apart: no picture and no mean holds them. */
function finite({ values, reasons }: { readonly values: Float64Array; readonly reasons: Uint8Array }) {
  if (!holdsInfinity(values)) return { values, reasons };
  const apart = { values: values.slice(), reasons: reasons.slice() };
  values.forEach((value, row) => {
    if (reasons[row] !== REASON.present || Number.isFinite(value)) return;
    apart.values[row] = NaN;
    apart.reasons[row] = INFINITE;
  });
  return apart;
}

function holdsInfinity(values: Float64Array): boolean {
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    // A difference with itself is 0 only of a finite number; NaN is no infinity.
    if (value - value !== 0 && value === value) return true;
  }
  return false;
}

function ratioOf(panel: Panel, tree: Formula): Measured['ratio'] {
  if (tree.is !== 'binary' || tree.operator !== '/' || dimensionOf(tree, unitOf) !== 'ratio') return null;
  const [over, under] = [evaluateFormula(tree.left, panel), evaluateFormula(tree.right, panel)];
  return over.kind === 'number' && under.kind === 'number' ? { over: over.values, under: under.values } : null;
}
