import type { Ranked } from '../board/context';
import type { Dimension } from '../board/format';
import type { Selection } from '../chosen';
import { kindsOf } from '../dictionary';
import { checkFormula } from '../formula/check';
import { parseFormula } from '../formula/parse';
import { DIMENSION_FIELD } from '../segment';
import type { Clause } from './format';
import { formulaOf } from './measure';

/**
 * Fields whose values it tells something of that a firm is in one of the groups: those of figures and of segments its rules look at. Scores and points
 * tell what a board tells anyhow; a list was written by hand.
 */
export function selectionReads(ctx: Ranked, selections: readonly Selection[]): string[] {
  const fields = new Set<string>();
  for (const selection of selections) {
    if (selection.is === 'list') continue;
    for (const dimension of Object.keys(selection.segment) as Dimension[]) fieldOf(ctx, dimension).forEach((field) => fields.add(field));
    for (const clause of selection.clauses) clauseReads(ctx, clause).forEach((field) => fields.add(field));
  }
  return [...fields];
}

function clauseReads(ctx: Ranked, clause: Clause): readonly string[] {
  if (clause.is === 'firms') return [];
  if (clause.is === 'segments') return fieldOf(ctx, clause.dimension);
  const formula = formulaOf(ctx.scheme, clause.measure);
  const parsed = formula === null ? null : parseFormula(formula);
  return parsed?.ok ? checkFormula(parsed.tree, kindsOf(ctx.panel)).reads.map(({ field }) => field) : [];
}

/** None of chosen groups, which are read themselves, and of stages the scheme makes. */
function fieldOf({ scheme }: Ranked, dimension: Dimension): readonly string[] {
  if (dimension === 'chosen' || (dimension === 'stage' && scheme.stages.length > 0)) return [];
  return [DIMENSION_FIELD[dimension]];
}
