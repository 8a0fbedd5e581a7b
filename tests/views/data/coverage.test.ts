import { expect, it } from 'vitest';
import type { CoverageMap } from '../../../scoring/quality/format';
import { cellOf, leastCovered, levelOf, schemeFields, worstGroup } from '../../../src/views/data/coverage';
import { SCHEME } from '../../fixtures/fake-workbench.svelte';

/** Two fields over three years of 100, 200 and no firms. */
const MAP: CoverageMap = {
  by: 'year',
  fields: ['revenue', 'rd_expense'],
  groups: ['2022', '2023', '2024'],
  firms: Int32Array.of(100, 200, 0),
  present: Int32Array.of(99, 100, 0, 0, 60, 0),
  notCollected: Int32Array.of(0, 20, 0, 100, 0, 0),
};

it('missing and not collected are two counts, and add up with what is there', () => {
  expect(cellOf(MAP, 0, 1)).toEqual({ share: 0.5, firms: 200, present: 100, notCollected: 20, missing: 80 });
});
it('a field nobody gives has no share; it is not 0 %', () => {
  expect(cellOf(MAP, 1, 0)).toMatchObject({ share: null, notCollected: 100, missing: 0 });
});
it('a group without firms has no share either', () => {
  expect(cellOf(MAP, 0, 2)).toMatchObject({ share: null, firms: 0 });
});
it.each([
  [0, 0],
  [0.2499, 0],
  [0.25, 1],
  [0.7499, 2],
  [0.75, 3],
  [0.9, 4],
  [1, 4],
])('share %d has level %d', (share, level) => {
  expect(levelOf(share)).toBe(level);
});
it('the worst group counts fields under three quarters, those nobody gives first', () => {
  expect(worstGroup(MAP, [0, 1])).toEqual({ group: 1, fields: [1, 0] });
  expect(worstGroup(MAP, [0])).toEqual({ group: 1, fields: [0] });
  expect(worstGroup({ ...MAP, present: Int32Array.of(100, 200, 0, 100, 200, 0), notCollected: new Int32Array(6) }, [0, 1])).toBeNull();
});
it('fields of the scheme are those its formulas name', () => {
  expect(schemeFields({ ...MAP, fields: ['rd_expense', 'employees', 'data_fraud'] }, SCHEME)).toEqual([0, 2]);
  expect(schemeFields(MAP, null)).toEqual([]);
});
it('lists the least covered groups, without those that have no firms', () => {
  expect(leastCovered(MAP, 'revenue', 5)).toEqual([
    { group: '2023', share: 0.5 },
    { group: '2022', share: 0.99 },
  ]);
  expect(leastCovered(MAP, 'patents', 5)).toEqual([]);
});
