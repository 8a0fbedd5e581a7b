import type { Reason } from '../column';
import { type Read, checkFormula } from '../formula/check';
import { formulaFilled, formulaToWords } from '../formula/print-words';
import type { Formula } from '../formula/tree';
import { rowOfYear } from '../year-rows';
import { cellReason, cellValue } from './cell';
import type { Ranked } from './context';
import type { IndicatorSheet, Worded } from './format';

/** A formula in words, plain and with one row's numbers, in both languages. */
export function wordsOf(ctx: Ranked, tree: Formula, row: number): Worded {
  const words = (language: 'zh' | 'en'): string => formulaToWords(tree, (field) => ctx.nameOf(field)[language], language);
  const filled = (language: 'zh' | 'en'): string =>
    formulaFilled(tree, ctx.panel, row, (field, value) => ctx.format(field, value, language), language);
  return { words: { zh: words('zh'), en: words('en') }, filled: { zh: filled('zh'), en: filled('en') } };
}

/** Fields some formulas read of a row, each once, with the value met there. */
export function readsOf(ctx: Ranked, trees: readonly Formula[], row: number): IndicatorSheet['reads'] {
  const kindOf = (field: string) => ctx.panel.fields.get(field)?.kind ?? null;
  const reads = new Map<string, Read>();
  for (const tree of trees) for (const read of checkFormula(tree, kindOf).reads) reads.set(`${read.field} ${read.back}`, read);
  return [...reads.values()].map(({ field, back }) => ({ field, back, ...readCell(ctx, field, back, row) }));
}

/** A field some years back, found as the formulas find it: in the firm's row of that year, else in this row's `field_p<k>`. */
function readCell({ panel }: Ranked, field: string, back: number, row: number): { value: number | string | null; reason: Reason } {
  const source = back === 0 ? row : rowOfYear(panel, panel.firm[row]!, panel.year[row]! - back);
  if (source >= 0) {
    const column = panel.fields.get(field);
    return { value: column ? cellValue(column, source) : null, reason: cellReason(column, source) };
  }
  const told = panel.fields.get(`${field}_p${back}`);
  return told?.reasons[row] === 0 ? { value: cellValue(told, row), reason: 'present' } : { value: null, reason: 'no_earlier_year' };
}
