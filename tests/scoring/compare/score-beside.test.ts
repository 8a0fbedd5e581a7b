import { describe, expect, it } from 'vitest';
import { scoreBeside } from '../../../scoring/compare/score-beside';
import type { Scheme } from '../../../scoring/scheme/format';
import { panelOf } from '../panel-of';
import { schemeWith } from '../schemes';
import { plain, scored, setting } from './given';

const panel = panelOf({ a: [9, 7, 5, 3], b: [1, 3, null, 7] });
const percentile = (id: string) => plain(id, { rule: { is: 'percentile' } });
const first = schemeWith({ indicators: [plain('a'), percentile('b')] });
const beside = (scheme: Scheme) => scoreBeside(scored(panel, first), scheme, setting(scheme));

describe('a version scored beside another', () => {
  it.each([
    ['other weights', { indicators: [plain('a', { weight: 3 }), percentile('b')] }],
    ['another rule', { indicators: [plain('a', { rule: { is: 'linear', from: 0, to: 9 } }), percentile('b')] }],
    ['another order and policy', { indicators: [plain('b', { missing: 'skip' }), plain('a')] }],
    ['an indicator more', { indicators: [plain('a'), percentile('b'), plain('c', { formula: 'a - b' })] }],
    ['another id for the same', { indicators: [plain('z', { formula: 'a' })] }],
    ['other comparison sets', { comparison: 'all', indicators: [plain('a'), percentile('b')] }],
    ['a stage', { stages: [{ id: 's', when: 'true' }], comparison: 'year*stage', indicators: [plain('a'), percentile('b')] }],
    ['a gate', { gates: [{ id: 'x', formula: 'a > 4' }], indicators: [plain('a'), percentile('b')] }],
  ])('with %s is what it is alone', (_, parts) => {
    const scheme = schemeWith({ version: '2', ...parts });
    const [found, wanted] = [beside(scheme), scored(panel, scheme)];
    expect(found.scheme).toBe(scheme);
    expect([...found.totals.score]).toEqual([...wanted.totals.score]);
    expect([...found.totals.status]).toEqual([...wanted.totals.status]);
    expect(found.evaluated.indicators).toEqual(wanted.evaluated.indicators);
  });
  it('shares what is defined alike and works out the rest', () => {
    const base = scored(panel, first);
    const scheme = schemeWith({ version: '2', indicators: [plain('a', { rule: { is: 'log', full: 9 } }), percentile('b')] });
    const found = scoreBeside(base, scheme, setting(scheme));
    expect(found.evaluated.indicators[1]).toBe(base.evaluated.indicators[1]);
    expect(found.evaluated.indicators[0]).not.toBe(base.evaluated.indicators[0]);
  });
});
