/** Words of rules that compare firms, of treatments, means, group thresholds and ranges of points. */
export const zhRules = {
  rule_ratio: (of: string) => `与最优者之比：比较范围内最大值得 ${of} 分，其余按值 ÷ 最大值；范围内有 0 或负数则都不计`,
  rule_ratio_less: (of: string) => `与最优者之比：比较范围内最小值得 ${of} 分，其余按最小值 ÷ 值；范围内有 0 或负数则都不计`,
  rule_z_score: (from: string, to: string, of: string) => `标准分（n − 1）${from} 及以下得 0 分，${to} 及以上得 ${of} 分，其间按比例`,
  rule_z_score_less: (from: string, to: string, of: string) =>
    `越小越好的标准分（取反，n − 1）${from} 及以下得 0 分，${to} 及以上得 ${of} 分，其间按比例`,
  rule_target: (target: string, of: string) => `达到 ${target} 得 ${of} 分；未达到的，按在比较范围内最小值（0 分）与目标之间的位置`,
  rule_target_less: (target: string, of: string) => `不高于 ${target} 得 ${of} 分；高于的，按在比较范围内最大值（0 分）与目标之间的位置`,
  rule_also: '；',
  rule_within: (group: string, least: string) => `只与${group}比较；其中有数值的不足 ${least} 家时，改与整个比较范围比较`,
  rule_within_industry: (group: string, least: string) =>
    `只与${group}比较；其中有数值的不足 ${least} 家时，先改与上级行业比较（有行业代码或门类、大类名称的），仍不足再与整个比较范围比较`,
  rule_peers: { industry: '同产业的企业', stage: '同阶段的企业', 'industry*stage': '同产业、同阶段的企业' },
  rule_winsorise: (low: string, high: string) => `比较前，两端的值收缩到第 ${low} 与第 ${high} 百分位`,
  rule_treat_log: '比较前取对数',

  firm_range: (low: string, high: string) => `${low}–${high}`,
  firm_range_note: (high: string) => `专家可在档内给分：得分按下限，上限可到 ${high}；名次按下限`,
  firm_points_high: (high: string, of: string) => `专家可给到 ${high} ÷ ${of}`,
  firm_wider: (group: string, count: string, set: string) => `${group}只有 ${count} 家有数值，不足以单独比较，改为${set}`,
  firm_wider_parent: (group: string, count: string, parent: string) => `${group}只有 ${count} 家有数值，不足以单独比较，改与${parent}比较`,
  firm_parent: {
    industry: (industry: string, firms: string) => `上级行业 ${industry} 有数值的 ${firms} 家`,
    'industry*stage': (industry: string, firms: string) => `上级行业 ${industry}、同阶段有数值的 ${firms} 家`,
  },
  firm_wider_none: (group: string, set: string) => `不知道本企业的${group}是哪些，改为${set}`,
  firm_treated: (before: string, after: string) => `比较前由 ${before} 收缩到 ${after}`,
  firm_treated_log: (after: string) => `比较前取对数，得 ${after}`,
  firm_untreated: (points: string, difference: string) => `不作处理得 ${points} 分，处理使其 ${difference}`,
  firm_untreated_none: '不作处理则无法计分',
  firm_mean_part: (points: string, of: string, weight: string, contribution: string) =>
    `得分率 ${points} ÷ ${of}，权重 ${weight}；组内不是相加，按比例摊得 ${contribution}`,
  firm_mean_missing: (contribution: string) => `缺失按下限计，按比例摊得 ${contribution}`,
  firm_sum_mean: (mean: string) => `基本分：各组得分率按权重${mean}，再乘满分`,
  firm_sum_mean_group: (mean: string) => `组内各指标${mean}`,
  firm_group_incomplete: (present: string, least: string) => `本组有数值的权重只有 ${present}，不到 ${least}：数据不足，不列名次`,
  scheme_comparison: {
    year: '同一年度内比较',
    'year*stage': '同一年度、同一阶段内比较',
    'year*industry': '同一年度、同一产业内比较',
    all: '所有年度一起比较',
  },
  mean_words: {
    arithmetic: () => '相加',
    geometric: (floor: string) => `取几何平均（得分率低于 ${floor} 的按 ${floor}）`,
    harmonic: (floor: string) => `取调和平均（得分率低于 ${floor} 的按 ${floor}）`,
    power: (floor: string, power: string) => `取 ${power} 次幂平均（得分率低于 ${floor} 的按 ${floor}）`,
  },
};
