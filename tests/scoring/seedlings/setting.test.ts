import { expect, it } from 'vitest';
import type { SeedlingSetting } from '../../../scoring/seedlings/format';
import { DEFAULT_SETTING, settingProblems } from '../../../scoring/seedlings/setting';

const problems = (more: Partial<SeedlingSetting>) => settingProblems({ ...DEFAULT_SETTING, ...more }, [{ id: 'known' }]);

it('the default can be worked with, and so can every null', () => {
  expect(problems({})).toEqual([]);
  expect(problems({ floor: null, growthCut: null, technologyCut: null, technology: null, gates: ['known'] })).toEqual([]);
});
it.each<[keyof SeedlingSetting, readonly unknown[]]>([
  ['field', ['', ' ']],
  ['years', [0, -1, 2.5, NaN, 11]],
  ['floor', [-1, NaN, Infinity]],
  ['growthCut', [-1, NaN, Infinity]],
  ['technologyCut', [-0.1, 1.1, NaN]],
  ['topShare', [-0.1, 1.1, NaN]],
  ['atLeast', [0, 8, 1.5, NaN]],
])('%s is refused as %s', (at, values) => {
  for (const value of values) expect(problems({ [at]: value })).toEqual([{ at, given: String(value) }]);
});
it('a gate that is no rule is named, once', () => {
  expect(problems({ gates: ['known', 'gone', 'gone'] })).toEqual([{ at: 'gates', given: 'gone' }]);
});
