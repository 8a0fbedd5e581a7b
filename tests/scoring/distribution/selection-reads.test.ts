import { expect, it } from 'vitest';
import type { Clause, MeasureId } from '../../../scoring/distribution/format';
import { selectionReads } from '../../../scoring/distribution/selection-reads';
import { BARE_SCHEME, literalBoard } from '../board/literal-board';

// The only indicator, `one`, is revenue.
const lines = [{ firm: 'a', year: 2024, score: 1, revenue: 1, industry: '软件' }];
const ctx = literalBoard(lines);
const ranges = (measure: MeasureId): Clause => ({ is: 'ranges', measure, ranges: [], missing: true });
const reads = (clauses: readonly Clause[], segment = {}, of = ctx) =>
  selectionReads(of, [{ id: 'x', name: '', is: 'rule', clauses, segment }]).sort();

it.each<[readonly Clause[], object, readonly string[]]>([
  [[ranges('field:rd_expense')], {}, ['rd_expense']],
  [[ranges('figure:one')], {}, ['revenue']],
  [[ranges('formula:rd_expense / growth(revenue)')], {}, ['rd_expense', 'revenue']],
  [[ranges('score'), ranges('group:all'), ranges('points:one')], {}, []],
  [[{ is: 'segments', dimension: 'type', values: ['高企'] }], { industry: '软件', chosen: 'y' }, ['industry', 'titles']],
  [[{ is: 'firms', firms: ['a'] }, ranges('formula:(('), ranges('figure:gone')], {}, []],
])('a rule of %j within %j tells of %j', (clauses, segment, wanted) => {
  expect(reads(clauses, segment)).toEqual(wanted);
});
it('a stage tells of its field only where the data give the stages', () => {
  const stages = [{ id: 'early', name: { zh: '', en: '' }, when: 'true' }];
  expect([reads([], { stage: 's' }), reads([], { stage: 's' }, literalBoard(lines, { ...BARE_SCHEME, stages }))]).toEqual([['stage'], []]);
});
it('a list tells of nothing', () => {
  expect(selectionReads(ctx, [{ id: 'x', name: '', is: 'list', firms: ['a'] }])).toEqual([]);
});
