/** Chinese words of how firm one firm’s rank is, in the drawer. */
export const zhStanding = {
  firmness_delta_exact: (delta: string) => `±${delta}`,
  firmness_delta_least: (delta: string) => `至少 ±${delta}`,
  firmness_because: { stage: '阶段权重不同', shared: '有缺失分摊', clipped: '碰到 0 分或封顶' },

  firmness_firm_heading: '名次有多稳',
  firmness_firm_range: (low: string, high: string, meta: string) => `所测假设下的范围：第 ${low}–${high} 名（${meta}）。`,
  firmness_firm_above: (name: string, rank: string, delta: string) => `上一位${name}（第 ${rank} 名）：${delta} 以内超不过它。`,
  firmness_firm_below: (name: string, rank: string, delta: string) => `下一位${name}（第 ${rank} 名）：${delta} 以内赶不上来。`,
  firmness_firm_above_unknown: (name: string, rank: string, why: string) =>
    `上一位${name}（第 ${rank} 名）：${why}，多大变动能超过说不准。`,
  firmness_firm_below_unknown: (name: string, rank: string, why: string) =>
    `下一位${name}（第 ${rank} 名）：${why}，多大变动会被赶上说不准。`,
  firmness_firm_tied: (name: string) => `与${name}并列，权重稍动就分先后。`,
  firmness_firm_same: (name: string) => `与${name}各项相同，权重分不开。`,
  firmness_firm_above_never: (name: string, rank: string) => `上一位${name}（第 ${rank} 名）处处不低，怎样改权重都超不过。`,
  firmness_firm_below_never: (name: string, rank: string) => `下一位${name}（第 ${rank} 名）处处不高，怎样改权重都赶不上。`,
  firmness_firm_bound: (share: string, best: string, worst: string) =>
    `各项权重在 ±${share} 内任意改，名次最好不过第 ${best}，最差不过第 ${worst}（界限，不一定达得到）。`,
  firmness_firm_missing: (gaps: string, low: string, high: string, best: string, worst: string) =>
    `缺 ${gaps} 项：得分在 ${low}–${high} 之间，名次在第 ${best}–${worst} 之间。`,
  firmness_firm_run: '测算名次范围',
  firmness_board_column: '名次区间',
  firmness_board_note: (how: string) => `权重 ${how}`,
  firmness_between: (low: string, high: string) => `${low}–${high}`,
  firmness_board_cell: (rank: string, low: string, high: string, draws: string) =>
    `第 ${rank} 名；${draws} 组权重下 5–95 % 落在第 ${low}–${high} 名（所测假设下的范围，刻度取对数）`,
  firmness_share_tiny: '<0.01%',
  firmness_delta_unknown: '说不准',
  firmness_delta_tied: '并列',
  firmness_delta_always: '任何权重',
  firmness_delta_same: '各项相同',
  firmness_meta_around: (share: string) => `各项 ±${share}`,
  firmness_meta_any: '任意权重',
  firmness_meta: (draws: string, how: string, seed: string, n: string) => `${draws} 组权重（${how}），种子 ${seed}，${n} 家`,
  firmness_board: (year: string, segment: string, n: string) => `${year} 年 · ${segment} · ${n} 家有名次`,
  firmness_why_near: (n: string) => `1 分之内另有 ${n} 家`,
  firmness_why_up: (name: string, r: string) => `“${name}”权重越大名次越好（相关 ${r}）`,
  firmness_why_down: (name: string, r: string) => `“${name}”权重越大名次越差（相关 ${r}）`,
  firmness_join: (parts: readonly string[]) => parts.join('；'),
};
