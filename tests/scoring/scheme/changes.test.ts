import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges, diffSchemes, moreChanges } from '../../../scoring/scheme/changes';
import { checkScheme } from '../../../scoring/scheme/check';
import type { Scheme } from '../../../scoring/scheme/format';
import { schemeToJson } from '../../../scoring/scheme/write';
import { kindOf, unitOf } from './dictionary';
import { sampleScheme } from './sample-scheme';

const scheme = checkScheme(sampleScheme(), kindOf, unitOf).scheme!;
const apply = (changes: Parameters<typeof applyChanges>[1]): Scheme => applyChanges(scheme, changes).scheme;

describe('diffSchemes', () => {
  it('finds nothing between a scheme and itself, whatever the order of its keys', () => {
    expect(diffSchemes(scheme, JSON.parse(schemeToJson(scheme)) as Scheme)).toEqual([]);
  });
  it('names a changed key of an item by ids', () => {
    const indicators = scheme.indicators.map((one) => (one.id === 'A' ? { ...one, of: 50 } : one));
    expect(diffSchemes(scheme, { ...scheme, indicators })).toEqual([{ at: 'indicators/A/of', to: 50 }]);
  });
  it('has no `to` for a key that goes', () => {
    const { note: _, ...bare } = scheme.indicators[0]!;
    expect(diffSchemes(scheme, { ...scheme, indicators: scheme.indicators.with(0, bare) })).toEqual([{ at: 'indicators/A/note' }]);
  });
  it('an item put elsewhere in its list is one change of order, no removal', () => {
    const stages = [...scheme.stages].reverse();
    expect(diffSchemes(scheme, { ...scheme, stages })).toEqual([{ at: 'stages', to: ['old', 'young'] }]);
  });
  it('leaves out what only says which version it is', () => {
    expect(diffSchemes(scheme, { ...scheme, id: 'other', version: '2' })).toEqual([]);
  });
});

describe('applyChanges', () => {
  it('takes an item out, and puts one in at the end', () => {
    const added = { ...scheme.indicators[0]!, id: 'Z' };
    const changed = apply([{ at: 'indicators/A' }, { at: 'indicators/Z', to: added }]);
    expect(changed.indicators.map(({ id }) => id)).toEqual([...scheme.indicators.slice(1).map(({ id }) => id), 'Z']);
  });
  it('a change of an item that is not there changes nothing, and is told', () => {
    expect(applyChanges(scheme, [{ at: 'indicators/none/of', to: 3 }])).toEqual({ scheme, stale: ['indicators/none/of'] });
  });
  it('the scheme it was made from stays what it was', () => {
    const before = schemeToJson(scheme);
    apply([
      { at: 'indicators/A/of', to: 1 },
      { at: 'cap', to: 5 },
      { at: 'stages', to: ['old'] },
    ]);
    expect(schemeToJson(scheme)).toBe(before);
  });
  it('a hostile place reaches no prototype, and the check refuses the result', () => {
    const changed = apply([
      { at: '__proto__', to: { polluted: true } },
      { at: 'indicators/A/__proto__', to: { polluted: true } },
    ]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(checkScheme(changed, kindOf, unitOf).scheme).toBeNull();
  });
});

it('moreChanges keeps the later of two at one place, and drops what is changed back', () => {
  const once = moreChanges(scheme, [], [{ at: 'indicators/A/of', to: 50 }]);
  expect(moreChanges(scheme, once, [{ at: 'indicators/A/of', to: 40 }])).toEqual([{ at: 'indicators/A/of', to: 40 }]);
  expect(moreChanges(scheme, once, [{ at: 'indicators/A/of', to: 60 }])).toEqual([]);
});

it('the differences applied to the one give the other, whatever was done to it', () => {
  const ids = scheme.indicators.map(({ id }) => id);
  const act = fc.oneof(
    fc.constantFrom(...ids).map((id) => (of: Scheme) => ({ ...of, indicators: of.indicators.filter((one) => one.id !== id) })),
    fc.shuffledSubarray(ids, { minLength: ids.length }).map((order) => (of: Scheme) => ({
      ...of,
      indicators: order.flatMap((id) => of.indicators.filter((one) => one.id === id)),
    })),
    fc.tuple(fc.constantFrom(...ids), fc.integer({ min: 1, max: 99 })).map(([id, of]) => (one: Scheme) => ({
      ...one,
      indicators: one.indicators.map((indicator) => (indicator.id === id ? { ...indicator, of, weight: of } : indicator)),
    })),
    fc.integer({ min: 1, max: 200 }).map((cap) => (of: Scheme) => ({ ...of, cap })),
    fc.constantFrom('n1', 'n2').map((id) => (of: Scheme) => ({
      ...of,
      indicators: [{ ...scheme.indicators[0]!, id }, ...of.indicators.filter((one) => one.id !== id)],
    })),
    fc.constant((of: Scheme) => ({ ...of, stages: [...of.stages].reverse(), gates: [] })),
  );
  fc.assert(
    fc.property(fc.array(act, { maxLength: 8 }), (acts) => {
      const other = acts.reduce<Scheme>((one, step) => step(one), scheme);
      expect(schemeToJson(applyChanges(scheme, diffSchemes(scheme, other)).scheme)).toBe(schemeToJson(other));
    }),
  );
});
