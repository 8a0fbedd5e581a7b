/** Words of the quality rules: what each looks at, what to do about it, and the sentence about one row. */
export const zhQuality = {
  quality_rules: {
    unit_jump: {
      title: '单位疑似差 10 的几次方',
      means: '数值约为本企业前后年（没有前后年时，为同年同行业人均水平）的 10、100、1,000 或 10,000 倍，或其几分之一，换算后差不出三倍。',
      next: '看原文件的单位；确认后选“换算”，原数保留在记录里。',
    },
    jump: {
      title: '一年内大涨或大跌',
      means: '比上一年变动五倍以上，且远超同一字段当年的通常变动，又不是单位之差。',
      next: '核对并购、口径变更或填错；属实就标记，不实就排除。',
    },
    outlier: {
      title: '同行中的离群值',
      means: '取对数后，与同年同行业中位数相差五个稳健标准差以上。',
      next: '核对数值；属实就标记，不实就排除。',
    },
    identity: {
      title: '勾稽关系不成立',
      means: '同一企业同一年的两个数，按定义应有的大小或相等关系不成立。',
      next: '核对两边哪一个有误；“排除”只去掉左边那一格。',
    },
    impossible_sign: {
      title: '不可能的负数',
      means: '按定义不会小于零的字段出现负数；读入时已拒绝的一并计入，原文见台账。',
      next: '核对原文件；多为借贷方向或格式之误。',
    },
    series_gap: {
      title: '年份断档',
      means: '前后年都有这家企业，中间年份没有，断档后一年的增长无从计算。',
      next: '向报送单位补要缺的年份；补来后自动消失。',
    },
    constant_column: {
      title: '整列同一个值',
      means: '某年所有企业的这一字段数值相同，多为默认值或整列下拉填充。',
      next: '核对来源；不可信就排除，按缺失处理。',
    },
    two_names: {
      title: '同一代码、两个名称',
      means: '同一年里，不同来源给同一代码的名称不同。',
      next: '看是否更名；名称不影响得分。',
    },
    two_keys: {
      title: '同一名称、两个代码',
      means: '同一名称出现在几个代码之下，一家企业的历年数据可能被拆开。',
      next: '核对代码；在合并一步把代码并到同一家。',
    },
    total_row: {
      title: '合计行混入',
      means: '名称是合计、小计一类的行被当作企业；读入时已跳过的一并计入。',
      next: '排除整行。',
    },
    duplicate_key: {
      title: '重复报送',
      means: '同一企业同一年在一个来源里不止一行，或一个区县的数据送了两次。',
      next: '在合并一步选以哪一份为准；确认无碍就标记。',
    },
    conflict: {
      title: '两来源不一致',
      means: '两个来源给出的同一个值相差超过容差。',
      next: '逐条定取哪一个；“排除”使这些格按缺失处理。',
    },
    onsite_check: {
      title: '2026 年科技型中小企业实地核查情形',
      means: '最近一年的科技型中小企业符合实地核查的触发情形。触发不是差错，也不扣分。',
      next: '列入核查名单。',
    },
  },
  quality_title_of: (title: string, about: string) => `${title} · ${about}`,
  quality_several: '几',
  quality_said: {
    unit_both: (firm: string, year: string, field: string, value: string, before: string, after: string, reads: string) =>
      `${firm} ${year} 年${field} ${value}，前后年为 ${before} 与 ${after} → 读作 ${reads}`,
    unit_before: (firm: string, year: string, field: string, value: string, before: string, reads: string) =>
      `${firm} ${year} 年${field} ${value}，此前为 ${before} → 读作 ${reads}`,
    unit_after: (firm: string, year: string, field: string, value: string, after: string, reads: string) =>
      `${firm} ${year} 年${field} ${value}，此后为 ${after} → 读作 ${reads}`,
    unit_peers: (firm: string, year: string, field: string, value: string, times: string, reads: string) =>
      `${firm} ${year} 年${field} ${value}，为同行水平的 ${times} 倍 → 读作 ${reads}`,
    jump: (firm: string, year: string, field: string, value: string, times: string) =>
      `${firm} ${year} 年${field} ${value}，为上一年的 ${times} 倍`,
    outlier: (firm: string, year: string, field: string, value: string, z: string) =>
      `${firm} ${year} 年${field} ${value}，偏离同行中位数 ${z} 个稳健标准差`,
    identity: (firm: string, year: string, identity: string, value: string) => `${firm} ${year} 年不满足“${identity}”：左边为 ${value}`,
    identity_times: (firm: string, year: string, identity: string, value: string, share: string) =>
      `${firm} ${year} 年不满足“${identity}”：左边为 ${value}，是右边的 ${share}`,
    identity_off: (firm: string, year: string, identity: string, value: string, share: string) =>
      `${firm} ${year} 年不满足“${identity}”：左边为 ${value}，两边相差 ${share}`,
    sign: (firm: string, year: string, field: string, value: string) => `${firm} ${year} 年${field}为 ${value}`,
    sign_refused: (firm: string, year: string, field: string) => `${firm} ${year} 年${field}为负，读入时已拒绝`,
    gap: (firm: string, year: string, years: string) => `${firm}在 ${year} 年之前缺 ${years} 年`,
    constant: (year: string, field: string, value: string) => `${year} 年所有企业的${field}都是 ${value}`,
    two_names: (firm: string, year: string, count: string) => `${firm} ${year} 年有${count}个名称`,
    two_keys: (firm: string, year: string, count: string) => `${firm}（${year} 年）的名称出现在${count}个代码之下`,
    total: (firm: string, year: string) => `${year} 年的“${firm}”像合计行`,
    duplicate: (firm: string, year: string, count: string) => `${firm} ${year} 年报送了${count}次`,
    conflict: (firm: string, year: string, field: string, value: string) => `${firm} ${year} 年${field}各来源不一致，现取 ${value}`,
    onsite: (firm: string, year: string, trigger: string) => `${firm} ${year} 年：${trigger}`,
  },
};
