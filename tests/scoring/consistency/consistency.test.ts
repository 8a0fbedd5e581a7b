import { describe, expect, it } from 'vitest';
import { scorePanel } from '../../../scoring/board/score-panel';
import { consistencyOf } from '../../../scoring/consistency/consistency';
import type { Panel } from '../../../scoring/panel';
import type { Scheme } from '../../../scoring/scheme/format';
import { panelOf } from '../panel-of';
import { schemeWith } from '../schemes';
import { strays } from './strays';

const naming = {
  schemeHash: '',
  nameOf: (field: string) => ({ zh: field, en: field }),
  format: (_: string, value: number | string) => String(value),
};
const linear = (id: string, formula: string, group: string, more: object = {}) => ({
  id,
  formula,
  group,
  of: 10,
  rule: { is: 'linear', from: 0, to: 10 },
  ...more,
});
const look = (panel: Panel, scheme: Scheme, segment = {}) =>
  consistencyOf(scorePanel(panel, scheme, naming), { year: 2024, segment, kind: 'pearson' });

const scheme = schemeWith({
  groups: [{ id: 'g' }, { id: 'h' }],
  indicators: [
    linear('a', 'x_a', 'g'),
    linear('twin', 'x_b', 'g'),
    linear('against', 'x_c', 'g'),
    linear('alone', 'x_d', 'h', { of: 20, rule: { is: 'linear', from: 0, to: 10 } }),
  ],
});
const one = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
const fields = { x_a: one, x_b: one.map((value) => value / 2), x_c: one.map((value) => 10 - value), x_d: [3, 1, 4, 1, 5, 9, 2, 6, 5, 3] };

describe('flags', () => {
  it('name the pair that repeats itself and those that run against each other, within the group only', () => {
    const { flags, about } = look(panelOf(fields), scheme);
    expect(about).toMatchObject({ year: 2024, all: 10, ranked: 10, draft: null });
    expect(flags.map(({ is, a, b, value, n }) => [is, a, b, Math.round(value * 1e9) / 1e9, n])).toEqual([
      ['redundant', 0, 1, 1, 10],
      ['trade_off', 0, 2, -1, 10],
      ['trade_off', 1, 2, -1, 10],
    ]);
  });
  it('are not raised of nine firms', () => {
    const nine = Object.fromEntries(Object.entries(fields).map(([id, cells]) => [id, cells.slice(1)]));
    expect(look(panelOf(nine), scheme).flags).toEqual([]);
  });
  it('noise is who does not go along with the group; a single indicator is its group', () => {
    // Group total of g: (x + x/2 + 10 − x) ÷ 30 rises with x, so `against` falls as it rises.
    const found = look(panelOf(fields), scheme);
    expect(found.noise).toEqual([2]);
    expect(found.toGroup.map((answer) => answer && Math.round(answer.value! * 1e9) / 1e9)).toEqual([1, 1, -1, null]);
  });
});

describe('missing is not zero', () => {
  const gap = { ...fields, x_b: fields.x_b.map((value, row) => (row === 9 ? null : value)) };
  it('a firm without a value takes no part in its pairs', () => {
    const { matrix } = look(panelOf(gap), scheme);
    expect(matrix.pairs.map(({ n }) => n)).toEqual([9, 10, 9, 10, 9, 10]);
    // As zero, x = 9 with 0 would bend the line.
    expect(matrix.pairs[0]!.value).toBeCloseTo(1, 12);
  });
  it('and none in α and components of its group', () => {
    const { groups } = look(panelOf(gap), scheme);
    expect(groups.map((group) => [group.alpha.n, group.alpha.reason])).toEqual([
      [9, null],
      [10, 'too_few_columns'],
    ]);
    expect(groups[0]!.principal.n).toBe(9);
  });
});

describe('weights', () => {
  it('official ones are shares of all and of the group', () => {
    const { byIndicator, byGroup, staged } = look(panelOf(fields), scheme);
    expect(byIndicator.columns).toEqual([0, 1, 2, 3]);
    [0.2, 0.2, 0.2, 0.4].forEach((share, at) => expect(byIndicator.official[at]).toBeCloseTo(share, 12));
    [1 / 3, 1 / 3, 1 / 3, 1].forEach((share, at) => expect(byIndicator.local[at]).toBeCloseTo(share, 12));
    [0.6, 0.4].forEach((share, at) => expect(byGroup.official[at]).toBeCloseTo(share, 12));
    expect(staged).toBe(false);
  });
  it('twins leave balancing without an answer, and that is said', () => {
    expect(look(panelOf(fields), scheme).byIndicator.balance).toMatchObject({ reason: 'collinear', n: 10 });
  });
  it('a constant indicator is named by CRITIC and weighs 0 by entropy', () => {
    const { byIndicator } = look(panelOf({ ...fields, x_b: one.map(() => 4) }), scheme);
    expect(byIndicator.critic).toMatchObject({ reason: null, leftOut: [{ column: 1, reason: 'constant' }] });
    expect(byIndicator.entropy).toMatchObject({ reason: null });
    if (byIndicator.entropy.reason === null) expect(byIndicator.entropy.weights[1]).toBe(0);
  });
  it('an indicator without weight takes no part', () => {
    const light = schemeWith({ indicators: [linear('a', 'x_a', 'g'), linear('none', 'x_c', 'g', { weight: 0 }), linear('d', 'x_d', 'g')] });
    expect(look(panelOf(fields), light).byIndicator.columns).toEqual([0, 2]);
  });
  it('of stages that differ are means over the firms, and that is said', () => {
    const stages = schemeWith({
      stages: [
        { id: 'small', when: 'x_a < 5' },
        { id: 'large', when: 'true' },
      ],
      indicators: [
        linear('a', 'x_a', 'g', { weight: { small: 10, large: 30 } }),
        linear('d', 'x_d', 'g', { weight: { small: 30, large: 10 } }),
      ],
    });
    // Eight of ten firms: five small, five large, so (0.25 × 5 + 0.75 × 5) ÷ 10.
    const found = look(panelOf(fields), stages);
    expect(found.staged).toBe(true);
    [0.5, 0.5].forEach((share, at) => expect(found.byIndicator.official[at]).toBeCloseTo(share, 12));
  });
});

describe.each([
  ['none', []],
  ['one', [1]],
  ['two', [1, 2]],
])('of %s firm(s)', (_, rows) => {
  it('everything is refused with its reason and nothing is a number', () => {
    const few = Object.fromEntries(Object.entries(fields).map(([id, cells]) => [id, rows.map((row) => cells[row]!)]));
    const found = look(panelOf(few), scheme);
    expect(found.matrix.pairs.every(({ reason }) => reason === 'too_few')).toBe(true);
    expect(found.flags).toEqual([]);
    expect(found.groups.map(({ alpha, principal }) => [alpha.value, principal.reason])).toEqual([
      [null, 'too_few'],
      [null, 'too_few'],
    ]);
    expect(strays(found)).toEqual([]);
  });
});

it('all missing is too few, not zero', () => {
  const none = panelOf({ ...fields, x_a: one.map(() => null) });
  expect(look(none, scheme).matrix.pairs[0]).toMatchObject({ value: null, reason: 'too_few', n: 0 });
});
