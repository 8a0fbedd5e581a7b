import measures from '../../data/derived.json';
import { kindsOf } from '../dictionary';
import { checkFormula } from '../formula/check';
import { parseFormula } from '../formula/parse';
import type { Panel } from '../panel';

/** A usual ratio or growth over fields of the dictionary, offered beside the columns of a file. */
export interface DerivedMeasure {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly kind: string;
  readonly unit: string;
  readonly formula: string;
}

/** The derived measures whose every field the panel has. */
export function derivedMeasures(panel: Panel): readonly DerivedMeasure[] {
  return measures.filter(({ id, formula }) => !panel.fields.has(id) && readsOf(formula).every((field) => panel.fields.has(field)));
}

function readsOf(formula: string): readonly string[] {
  const parsed = parseFormula(formula);
  if (!parsed.ok) throw new Error(`derived measure ${formula}: ${parsed.problems[0]?.code ?? ''}`);
  return checkFormula(parsed.tree, kindsOf(null)).reads.map(({ field }) => field);
}
