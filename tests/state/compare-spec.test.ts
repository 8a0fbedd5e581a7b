import { describe, expect, it } from 'vitest';
import { pairOf, riseFrom, sidesOf } from '../../src/state/compare-sides';
import { COMPARE_DEFAULTS } from '../../src/state/compare-spec';
import { formatSpec, parseSpec } from '../../src/state/url';
import { scheme } from './fake-rooms';

const [old, now, other] = [{ ...scheme('a'), version: '1' }, { ...scheme('a'), version: '2' }, scheme('b')];
const draft = { name: 'try', weights: {}, points: {} };
const keys = (a: string | null, b: string | null, hasDraft = false) => {
  const pair = pairOf({ ...COMPARE_DEFAULTS, a, b }, sidesOf([old, now, other], now, hasDraft ? draft : null, null), now);
  return [pair.a?.key, pair.b?.key];
};

describe('what is compared', () => {
  it.each([
    ['the scheme in force and another version of it', keys(null, null), ['a@2', 'a@1']],
    ['its draft, where there is one', keys(null, null, true), ['a@2', 'draft']],
    ['whatever the address names', keys('b@1', 'a@1'), ['b@1', 'a@1']],
    ['another for a name that is not there', keys('gone@9', 'a@1'), ['a@2', 'a@1']],
    ['the draft against an older version', keys('a@1', 'draft', true), ['a@1', 'draft']],
    ['something else than the draft once it is ended', keys('a@2', 'draft'), ['a@2', 'a@1']],
  ])('is %s', (_, found, wanted) => {
    expect(found).toEqual(wanted);
  });
  it('is one side only where there is one scheme', () => {
    expect(pairOf(COMPARE_DEFAULTS, sidesOf([now], now, null, null), now).b).toBeNull();
    expect(pairOf(COMPARE_DEFAULTS, [], null)).toEqual({ a: null, b: null });
  });
});

describe('the year a rise is counted from', () => {
  it.each([
    [null, null, [2022, 2023, 2024], 2023],
    [null, 2023, [2022, 2023, 2024], 2022],
    [2022, null, [2022, 2023, 2024], 2022],
    [2024, 2023, [2022, 2023, 2024], 2024],
    // The same year, or one without a board, is as if nothing were said.
    [2024, null, [2022, 2023, 2024], 2023],
    [1999, null, [2022, 2023, 2024], 2023],
    [null, null, [2024], null],
    [null, null, [], null],
  ])('named %j, to %j, of %j is %j', (named, to, years, wanted) => {
    expect(riseFrom(named, to, years)).toBe(wanted);
  });
});

describe('the address of a comparison', () => {
  it('says only what differs from the defaults', () => {
    const { spec } = parseSpec('view=scheme&page=compare&cmp=rise&cmp.a=a@1&cmp.k=50&cmp.from=2021');
    expect(spec.compare).toEqual({ tab: 'rise', a: 'a@1', b: null, k: 50, from: 2021 });
    expect(formatSpec(spec)).toBe('view=scheme&cmp=rise&cmp.a=a%401&cmp.k=50&cmp.from=2021&page=compare');
    expect(formatSpec(parseSpec('').spec)).toBe('');
  });
  it('reports what it cannot read and keeps the rest', () => {
    const { spec, problems } = parseSpec('cmp=sideways&cmp.k=0&cmp.from=soon&cmp.a=x@1&page=back');
    expect(problems.map(({ given }) => given)).toEqual(['cmp=sideways', 'cmp.k=0', 'cmp.from=soon', 'page=back']);
    expect(spec.compare).toEqual({ ...COMPARE_DEFAULTS, a: 'x@1' });
  });
});
