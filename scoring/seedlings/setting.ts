import type { SeedlingRule, SeedlingSetting } from './format';
import { DETECTORS } from './format';

export const DEFAULT_SETTING: SeedlingSetting = {
  field: 'revenue',
  years: 3,
  floor: 1_000_000,
  growthCut: 0.2,
  technologyCut: null,
  technology: null,
  topShare: 0.05, // what boards publish as 领跑; a firm with little revenue and much research is soon among the first fifth
  atLeast: 2,
  gates: [],
};

/** A growth over more years than this is asked of nobody. */
const MOST_YEARS = 10;

/** A part of a setting that cannot be worked with, and what was given. */
export interface SettingProblem {
  readonly at: keyof SeedlingSetting;
  readonly given: string;
}

/**
 * What of a setting cannot be worked with: rates and shares as ratios, the floor in the unit of the field. A gate must be one of `rules`. Whether
 * the data have the field and the scheme the group is no fault of the setting: the answer says so in `lacking`.
 */
export function settingProblems(setting: SeedlingSetting, rules: readonly Pick<SeedlingRule, 'id'>[]): readonly SettingProblem[] {
  const { field, years, floor, growthCut, technologyCut, topShare, atLeast, gates } = setting;
  const problems: SettingProblem[] = [];
  const ask = (at: keyof SeedlingSetting, isRight: boolean, given: string = String(setting[at])): void => {
    if (!isRight) problems.push({ at, given });
  };
  ask('field', field.trim() !== '');
  ask('years', Number.isInteger(years) && years >= 1 && years <= MOST_YEARS);
  ask('floor', floor === null || (Number.isFinite(floor) && floor >= 0));
  ask('growthCut', growthCut === null || (Number.isFinite(growthCut) && growthCut > -1));
  ask('technologyCut', technologyCut === null || (technologyCut >= 0 && technologyCut <= 1));
  ask('topShare', topShare >= 0 && topShare <= 1);
  ask('atLeast', Number.isInteger(atLeast) && atLeast >= 1 && atLeast <= DETECTORS.length);
  for (const gate of new Set(gates)) {
    ask(
      'gates',
      rules.some(({ id }) => id === gate),
      gate,
    );
  }
  return problems;
}
