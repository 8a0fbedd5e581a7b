import type { Words } from '.';
import type { zhRules } from './zh-rules';

export const enRules: Pick<Words, keyof typeof zhRules> = {
  rule_ratio: (of) =>
    `Ratio to the best: the highest value compared earns ${of}, the others value ÷ highest; nobody earns where one is 0 or less`,
  rule_ratio_less: (of) =>
    `Ratio to the best: the lowest value compared earns ${of}, the others lowest ÷ value; nobody earns where one is 0 or less`,
  rule_z_score: (from, to, of) => `Standard score (n − 1): ${from} or less earns 0, ${to} or more earns ${of}, in proportion between`,
  rule_z_score_less: (from, to, of) =>
    `Standard score with its sign turned, less being better (n − 1): ${from} or less earns 0, ${to} or more earns ${of}, in proportion between`,
  rule_target: (target, of) => `${target} or more earns ${of}; short of it, the place between the lowest value compared (0) and the target`,
  rule_target_less: (target, of) =>
    `${target} or less earns ${of}; beyond it, the place between the highest value compared (0) and the target`,
  rule_also: '; ',
  rule_within: (group, least) =>
    `compared with ${group} only, unless fewer than ${least} of them have a value: then with the whole comparison set`,
  rule_within_industry: (group, least) =>
    `compared with ${group} only, unless fewer than ${least} of them have a value: then within the wider industry (where codes, or names of sections and divisions, tell it), and where that is too small with the whole comparison set`,
  rule_peers: { industry: 'firms of the industry', stage: 'firms of the stage', 'industry*stage': 'firms of the industry and stage' },
  rule_winsorise: (low, high) => `before that, values beyond percentiles ${low} and ${high} are brought in to them`,
  rule_treat_log: 'before that, the logarithm is taken',

  firm_range: (low, high) => `${low}–${high}`,
  firm_range_note: (high) =>
    `Experts choose inside a band: the score is the lower end, up to ${high} is possible; ranks go by the lower end`,
  firm_points_high: (high, of) => `experts may give up to ${high} ÷ ${of}`,
  firm_wider: (group, count, set) => `Only ${count} ${group} have a value, too few to be compared by themselves: ${set}`,
  firm_wider_parent: (group, count, parent) =>
    `Only ${count} ${group} have a value, too few to be compared by themselves: compared with ${parent}`,
  firm_parent: {
    industry: (industry, firms) => `the ${firms} firms with a value of the wider industry ${industry}`,
    'industry*stage': (industry, firms) => `the ${firms} firms with a value of the wider industry ${industry} and the same stage`,
  },
  firm_wider_none: (group, set) => `Which are the ${group} is not known: ${set}`,
  firm_treated: (before, after) => `Brought in from ${before} to ${after} before the comparison`,
  firm_treated_log: (after) => `Its logarithm, ${after}, is compared`,
  firm_untreated: (points, difference) => `Untreated it would earn ${points}; the treatment makes it ${difference}`,
  firm_untreated_none: 'Untreated it could not be scored',
  firm_mean_part: (points, of, weight, contribution) =>
    `Share ${points} ÷ ${of}, weight ${weight}; the group is no sum, in proportion it brings ${contribution}`,
  firm_mean_missing: (contribution) => `Missing, it stands at the floor, in proportion ${contribution}`,
  firm_sum_mean: (mean) => `Base: ${mean} of the groups’ shares, by weight, times the full mark`,
  firm_sum_mean_group: (mean) => `Within a group: ${mean}`,
  firm_group_incomplete: (present, least) =>
    `Only ${present} of the group’s weight has a value, less than ${least}: insufficient data, not ranked`,
  scheme_comparison: {
    year: 'compared within the year',
    'year*stage': 'compared within year and stage',
    'year*industry': 'compared within year and industry',
    all: 'compared over all years',
  },
  mean_words: {
    arithmetic: () => 'sum',
    geometric: (floor) => `geometric mean (shares below ${floor} count as ${floor})`,
    harmonic: (floor) => `harmonic mean (shares below ${floor} count as ${floor})`,
    power: (floor, power) => `mean of power ${power} (shares below ${floor} count as ${floor})`,
  },
};
