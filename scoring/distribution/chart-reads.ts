import type { Ranked } from '../board/context';
import { kindsOf } from '../dictionary';
import { schemeReads } from '../scheme/reads';
import { measuresOf } from './chart';
import type { ChartSpec, Frame, MeasureId } from './format';
import { formulaOf } from './measure';
import { selectionReads } from './selection-reads';

/** Fields a chart and the conditions of its frame rest on: those of formulas, and for points and scores all that the scheme reads. */
export function chartReads(ctx: Ranked, spec: ChartSpec, frame: Frame): string[] {
  const measures: readonly MeasureId[] = [
    ...measuresOf(spec),
    ...frame.clauses.flatMap((clause) => (clause.is === 'ranges' ? [clause.measure] : [])),
  ];
  const ranges = { is: 'ranges', ranges: [], missing: false } as const;
  const clauses = measures.map((measure) => ({ ...ranges, measure }));
  const ofFormulas = selectionReads(ctx, [{ id: '', name: '', is: 'rule', clauses, segment: frame.segment }]);
  const isScored = measures.some((measure) => formulaOf(ctx.scheme, measure) === null);
  return [...new Set([...ofFormulas, ...(isScored ? schemeReads(ctx.scheme, kindsOf(ctx.panel)).keys() : [])])];
}
