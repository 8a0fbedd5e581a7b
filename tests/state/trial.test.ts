import fc from 'fast-check';
import { expect, it } from 'vitest';
import { scorePanel } from '../../scoring/board/score-panel';
import { takeRanksOver } from '../../scoring/board/segment-view';
import { makeBoard } from '../../scoring/board/slice';

import { applyChanges, type SchemeChange } from '../../scoring/scheme/changes';
import type { Scheme } from '../../scoring/scheme/format';
import { tried, type Trial } from '../../src/state/trial';
import { ASK, SETTING } from '../scoring/board/literal-board';
import { panelOf } from '../scoring/panel-of';
import { schemeWith } from '../scoring/schemes';

const FIRMS = 40;
const figures = (seed: number) =>
  Array.from({ length: FIRMS }, (_, at) => (((at + 1) * seed) % 37 === 0 ? null : ((at + 1) * seed * 7919) % 101));
const panel = {
  ...panelOf({ revenue: figures(3), rd_expense: figures(5), employees: figures(11), penalties: figures(13) }),
};
const official = schemeWith({
  groups: [{ id: 'g' }, { id: 'h' }],
  cap: 100,
  stages: [
    { id: 's', when: 'employees < 40' },
    { id: 't', when: 'true' },
  ],
  indicators: [
    {
      id: 'a',
      of: 40,
      formula: 'rd_expense',
      rule: {
        is: 'tiers',
        unit: '元',
        tiers: [
          { from: 50, to: null, points: 40 },
          { from: null, to: 50, points: 10 },
        ],
      },
    },
    { id: 'b', of: 30, formula: 'revenue', rule: { is: 'percentile' }, missing: 'skip' },
    { id: 'c', group: 'h', of: 30, formula: 'employees', rule: { is: 'linear', from: 0, to: 100 } },
  ],
  deductions: [{ id: 'd', formula: 'penalties', perUnit: 0.1, cap: 5 }],
});
const setting = { nameOf: SETTING.nameOf, format: SETTING.format };
const score = (scheme: Scheme) => scorePanel(panel, scheme, { ...setting, schemeHash: 'x' });
const board = (ranked: Trial['ranked']) =>
  makeBoard(ranked, ASK).rows.map(({ firm, rank, score: points, groups, lost, status }) => ({ firm, rank, points, groups, lost, status }));

const change: fc.Arbitrary<SchemeChange> = fc.oneof(
  fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 0, max: 50 })).map(([id, to]) => ({ at: `indicators/${id}/weight`, to })),
  fc.integer({ min: 1, max: 90 }).map((edge) => ({
    at: 'indicators/a/rule',
    to: {
      is: 'tiers',
      unit: '元',
      tiers: [
        { from: edge, to: null, points: 40 },
        { from: null, to: edge, points: 3 },
      ],
    },
  })),
  fc.constantFrom('revenue', 'rd_expense', 'employees + revenue').map((to) => ({ at: 'indicators/c/formula', to })),
  fc.constantFrom('zero', 'skip').map((to) => ({ at: 'indicators/b/missing', to })),
  fc.integer({ min: 20, max: 100 }).map((to) => ({ at: 'cap', to })),
  fc.constantFrom('employees < 20', 'employees < 60').map((to) => ({ at: 'stages/s/when', to })),
  fc.constant({ at: 'deductions/d' }),
  fc.constant({ at: 'groups/g/name', to: { zh: '新', en: 'New' } }),
);

it('a scheme edited step by step, each from the trial before, scores as it does from nothing', () => {
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
      const start = score(official);
      const before = board(start);
      let last: Trial | null = null;
      let scheme = official;
      for (const one of changes) {
        scheme = applyChanges(scheme, [one]).scheme;
        const next: Trial = tried(start, scheme, 'draft', last, setting);
        if (last) takeRanksOver(last.ranked, next.ranked);
        last = next;
        expect(board(next.ranked)).toEqual(board(score(scheme)));
      }
      // The official result is what it was.
      expect(board(start)).toEqual(before);
    }),
    { numRuns: 60 },
  );
});

it('a trial bears the name of its draft', () => {
  expect(tried(score(official), official, '试', null, setting).ranked.draft).toBe('试');
});
