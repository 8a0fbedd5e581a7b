import { expect, it } from 'vitest';
import { applyChanges } from '../../scoring/scheme/changes';
import { reweigh } from '../../src/state/reweigh';
import { schemeWith } from '../scoring/schemes';

const rule = { is: 'linear', unit: '元', from: 0, to: 1 };
const plain = schemeWith({
  groups: [{ id: 'g' }, { id: 'h' }, { id: 'b', kind: 'bonus' }],
  indicators: [
    { id: 'g1', of: 30, formula: 'revenue', rule },
    { id: 'g2', of: 20, formula: 'revenue', rule },
    { id: 'h1', group: 'h', of: 40, formula: 'revenue', rule },
    { id: 'h2', group: 'h', of: 10, formula: 'revenue', rule },
    { id: 'b1', group: 'b', of: 5, formula: 'revenue', rule },
  ],
});
const weights = (found: ReturnType<typeof reweigh>) =>
  found.ok
    ? applyChanges(plain, found.changes).scheme.indicators.map(({ weight, of }) => weight ?? of)
    : { why: found.why, most: found.most };
const none = [] as const;

it.each([
  // An indicator: its group stays 50.
  [{ indicator: 'g1' }, 40, none, [40, 10, 40, 10, 5]],
  [{ indicator: 'g1' }, 60, none, { why: 'beyond', most: 50 }],
  // A group: 50 → 60, the other from 50 to 40, 4 : 1 as before; the bonus stands apart.
  [{ group: 'g' }, 60, none, [36, 24, 32, 8, 5]],
  [{ group: 'g' }, 60, ['h1'], [36, 24, 40, 0, 5]],
  [{ group: 'g' }, 70, ['h1'], { why: 'locked_inside', most: 70 }],
  [{ group: 'g' }, 60, ['h'], { why: 'all_locked', most: 50 }],
  // A bonus takes from nobody.
  [{ indicator: 'b1' }, 8, none, [30, 20, 40, 10, 8]],
  [{ group: 'b' }, 8, none, [30, 20, 40, 10, 8]],
] as const)('%j to %d', (place, to, locks, wanted) => {
  expect(weights(reweigh(plain, place, to, null, locks))).toEqual(wanted);
});

it('a weight put back to its full points is no change at all', () => {
  const heavier = applyChanges(plain, [
    { at: 'indicators/g1/weight', to: 40 },
    { at: 'indicators/g2/weight', to: 10 },
  ]).scheme;
  expect(reweigh(heavier, { indicator: 'g1' }, 30, null, none)).toEqual({
    ok: true,
    changes: [{ at: 'indicators/g1/weight' }, { at: 'indicators/g2/weight' }],
  });
});

it('in one stage the weights of the others stay what they are', () => {
  const staged = schemeWith({
    stages: [
      { id: 's', when: 'age < 5' },
      { id: 't', when: 'true' },
    ],
    indicators: [
      { id: 'g1', of: 30, weight: { s: 30, t: 50 }, formula: 'revenue', rule },
      { id: 'g2', of: 20, formula: 'revenue', rule },
    ],
  });
  expect(reweigh(staged, { indicator: 'g1' }, 40, 's', none)).toEqual({
    ok: true,
    changes: [
      { at: 'indicators/g1/weight', to: { s: 40, t: 50 } },
      { at: 'indicators/g2/weight', to: { s: 10, t: 20 } },
    ],
  });
});
