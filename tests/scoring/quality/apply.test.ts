import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REASON, REASONS } from '../../../scoring/column';
import type { Panel } from '../../../scoring/panel';
import { applyDecisions } from '../../../scoring/quality/apply';
import { qualityContext } from '../../../scoring/quality/context';
import { times } from '../../../scoring/quality/edit-panel';
import { findAll } from '../../../scoring/quality/find-all';
import type { Finding, FindingAction, FindingDecision } from '../../../scoring/quality/format';
import { seriesPanel } from './series-panel';

const panel = seriesPanel([
  { revenue: [100e4, 120e8, 130e4], employees: [10, 11, 12] },
  { revenue: [200e4, 210e4, 220e4], employees: [20, 21, 22] },
]);
const slip: Finding = {
  id: 'unit_jump:revenue',
  rule: 'unit_jump',
  field: 'revenue',
  rows: Int32Array.of(1, 4),
  measure: Float64Array.of(10400, 1),
  factor: Float64Array.of(0.0001, NaN),
  lines: 0,
};
const jump: Finding = {
  ...slip,
  id: 'jump:revenue',
  rule: 'jump',
  rows: Int32Array.of(1),
  measure: Float64Array.of(9),
  factor: Float64Array.of(NaN),
};
const total: Finding = { ...slip, id: 'total_row', rule: 'total_row', field: null, rows: Int32Array.of(3) };
const decision = (finding: string, action: FindingAction, only: FindingDecision['only'] = null): FindingDecision => ({
  finding,
  action,
  reason: '',
  only,
});
const cells = ({ fields }: Panel, field: string): (number | string)[] => {
  const column = fields.get(field)!;
  return column.kind === 'number'
    ? Array.from(column.values, (value, row) => (column.reasons[row] === 0 ? value : REASONS[column.reasons[row]!]!))
    : [];
};
const revenue = (decisions: readonly FindingDecision[], findings: readonly Finding[] = [slip, jump]) =>
  cells(applyDecisions(panel, findings, decisions).panel, 'revenue');
const AS_GIVEN = [100e4, 120e8, 130e4, 200e4, 210e4, 220e4];

describe('each action', () => {
  it('exclude makes the cell missing, reason excluded', () => {
    const { panel: after, excluded } = applyDecisions(panel, [slip], [decision('unit_jump:revenue', 'exclude')]);
    expect(cells(after, 'revenue')).toEqual([100e4, 'excluded', 130e4, 200e4, 'excluded', 220e4]);
    expect(excluded).toBe(2);
  });
  it('convert multiplies where a factor is known, to the last digit', () => {
    const { panel: after, converted } = applyDecisions(panel, [slip], [decision('unit_jump:revenue', 'convert')]);
    expect(cells(after, 'revenue')).toEqual([100e4, 120e4, 130e4, 200e4, 210e4, 220e4]);
    expect(converted).toBe(1);
  });
  it('divides by ten where a float has no tenth: 3 × 0.1 would be 0.30000000000000004', () => {
    expect([times(3, 0.1), times(7, 0.1), times(3, 10), times(5, 0.3)]).toEqual([0.3, 0.7, 30, 1.5]);
  });
  it('mark lists the row and changes nothing', () => {
    const { panel: after, marks } = applyDecisions(panel, [slip], [decision('unit_jump', 'mark')]);
    expect([...marks]).toEqual([1, 4]);
    expect(after.fields.get('revenue')).toBe(panel.fields.get('revenue'));
  });
  it('ignore does nothing', () => {
    expect(revenue([decision('unit_jump', 'ignore')])).toEqual(AS_GIVEN);
  });
  it('exclude of a finding about no field takes the firm-year out and says which rows stay', () => {
    const {
      panel: after,
      kept,
      removed,
      marks,
    } = applyDecisions(panel, [total, slip], [decision('total_row', 'exclude'), decision('unit_jump', 'mark')]);
    expect(after.rows).toBe(5);
    expect([...kept!]).toEqual([0, 1, 2, 4, 5]);
    expect([...after.firm]).toEqual([0, 0, 0, 1, 1]);
    expect([...after.year]).toEqual([2018, 2019, 2020, 2019, 2020]);
    expect(cells(after, 'employees')).toEqual([10, 11, 12, 21, 22]);
    expect(removed).toBe(1);
    expect([...marks]).toEqual([1, 3]);
  });
  it('a set or a text that is excluded is missing too, a cell already missing keeps its reason', () => {
    const words = seriesPanel([{ industry: ['软件', null], revenue: [1, 2] }]);
    const one: Finding = { ...slip, id: 'conflict:industry', rule: 'conflict', field: 'industry', rows: Int32Array.of(0, 1) };
    const { panel: after, excluded } = applyDecisions(words, [one], [decision('conflict:industry', 'exclude')]);
    expect([...after.fields.get('industry')!.reasons]).toEqual([REASON.excluded, REASON.blank]);
    expect(excluded).toBe(1);
  });
});

describe('where decisions clash', () => {
  it('exclude goes before convert, whichever came first', () => {
    const both = [decision('unit_jump:revenue', 'convert'), decision('jump:revenue', 'exclude')];
    expect(revenue(both)[1]).toBe('excluded');
    expect(revenue(both.toReversed())[1]).toBe('excluded');
  });
  it('a cell is converted once, however many decisions say so', () => {
    expect(revenue([decision('unit_jump', 'convert'), decision('unit_jump:revenue', 'convert'), decision('unit_jump', 'convert')])[1]).toBe(
      120e4,
    );
  });
  it('a decision on one firm-year is an exception from the one on all', () => {
    const only = [{ firm: 'F1', year: 2019 }];
    expect(revenue([decision('unit_jump', 'exclude'), decision('unit_jump', 'ignore', only)])).toEqual([
      100e4,
      'excluded',
      130e4,
      200e4,
      210e4,
      220e4,
    ]);
    expect(revenue([decision('unit_jump:revenue', 'exclude', only)])).toEqual([100e4, 120e8, 130e4, 200e4, 'excluded', 220e4]);
  });
  it('a decision on the field goes before the one on the rule', () => {
    expect(revenue([decision('unit_jump:revenue', 'ignore'), decision('unit_jump', 'exclude')])).toEqual(AS_GIVEN);
  });
  it('no order of decisions or findings makes a difference', () => {
    const decisions = fc.array(
      fc.record({
        finding: fc.constantFrom('unit_jump', 'unit_jump:revenue', 'jump', 'jump:revenue', 'total_row'),
        action: fc.constantFrom<FindingAction>('exclude', 'mark', 'ignore', 'convert'),
        reason: fc.constant(''),
        only: fc.option(fc.array(fc.record({ firm: fc.constantFrom('F0', 'F1'), year: fc.constantFrom(2018, 2019) }), { maxLength: 2 })),
      }),
      { maxLength: 6 },
    );
    const result = (findings: readonly Finding[], list: readonly FindingDecision[]) => {
      const { panel: after, marks, excluded, converted, removed } = applyDecisions(panel, findings, list);
      return [cells(after, 'revenue'), [...marks], excluded, converted, removed];
    };
    fc.assert(
      fc.property(decisions, (list) => {
        expect(result([total, jump, slip], list.toReversed())).toEqual(result([slip, jump, total], list));
      }),
      { seed: 3, numRuns: 300 },
    );
  });
});

it('a decision that meets nothing is handed back', () => {
  const gone = decision('outlier:revenue', 'exclude');
  const elsewhere = decision('unit_jump', 'exclude', [{ firm: 'F9', year: 2018 }]);
  const unoffered = decision('jump', 'convert');
  expect(applyDecisions(panel, [slip, jump], [gone, elsewhere, unoffered, decision('jump', 'mark')]).unmet).toEqual([
    gone,
    elsewhere,
    unoffered,
  ]);
});

it('the panel given is never changed, and columns nobody touched are shared', () => {
  const before = structuredClone(panel);
  const { panel: after } = applyDecisions(panel, [slip, total], [decision('unit_jump', 'convert'), decision('total_row', 'mark')]);
  expect(panel).toEqual(before);
  expect(after.fields.get('employees')).toBe(panel.fields.get('employees'));
});

it('applied to what was decided already, the same decisions find nothing more to do', () => {
  const context = qualityContext();
  const decisions = [decision('unit_jump', 'convert'), decision('jump', 'exclude')];
  const first = applyDecisions(panel, findAll(panel, context), decisions);
  expect(first.converted).toBe(1);
  const second = applyDecisions(first.panel, findAll(first.panel, context), decisions);
  expect([second.converted, second.excluded, second.removed]).toEqual([0, 0, 0]);
  expect(second.panel).toEqual(first.panel);
});
