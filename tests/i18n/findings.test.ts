import { describe, expect, it } from 'vitest';
import identities from '../../data/quality/identities.json';
import round from '../../data/quality/onsite-tech-sme-2026.json';
import { FINDING_RULES, type FindingRule } from '../../scoring/quality/format';
import { findingTitle, sayFinding, type SaidRow } from '../../src/i18n/findings';
import { localeOf, type Language } from '../../src/i18n';
import { loadWords } from '../fixtures/words';

await loadWords();
const row: SaidRow = {
  name: '蜀光激光器件',
  year: 2023,
  value: 231_800_000_000,
  before: 19.4e6,
  after: 25.66e6,
  measure: 10390,
  factor: 0.0001,
};
const say = (language: Language, id: string, field: string | null, more: Partial<SaidRow> = {}) =>
  sayFinding({ id, rule: id.split(':')[0] as FindingRule, field }, { ...row, ...more }, 'CNY', localeOf(language));

it('every rule has a title, what it means and what to do', () => {
  for (const language of ['zh', 'en'] as const) {
    const rules = localeOf(language).t.quality_rules;
    expect(Object.keys(rules)).toEqual([...FINDING_RULES]);
    for (const { title, means, next } of Object.values(rules)) expect([title, means, next].every((text) => text.length > 3)).toBe(true);
  }
});

describe('titles', () => {
  it.each([
    ['unit_jump:rd_expense', '单位疑似差 10 的几次方 · 研发费用', 'Unit off by a power of ten · R&D expense'],
    [
      'identity:tech_staff',
      '勾稽关系不成立 · 科技人员数 ≤ 职工总数',
      'Figures that contradict each other · Science and technology staff ≤ employees',
    ],
    [
      'onsite_check:few_staff',
      '2026 年科技型中小企业实地核查情形 · 职工不超过 5 人',
      'On-site check of the 2026 tech-SME round · Five employees or fewer',
    ],
    ['duplicate_key:新津区', '重复报送 · 新津区', 'Delivered twice · 新津区'],
    ['outlier:x_own', '同行中的离群值 · x_own', 'Outlier among peers · x_own'],
    ['two_keys', '同一名称、两个代码', 'One name, two codes'],
    ['of_later', 'of_later', 'of_later'],
  ])('%s', (id, zh, en) => {
    expect(findingTitle(id, localeOf('zh'))).toBe(zh);
    expect(findingTitle(id, localeOf('en'))).toBe(en);
  });
  it('every identity and trigger has its own', () => {
    const ids = [...identities.map(({ id }) => `identity:${id}`), ...round.triggers.map(({ id }) => `onsite_check:${id}`)];
    expect(new Set(ids.map((id) => findingTitle(id, localeOf('zh')))).size).toBe(ids.length);
  });
});

describe('the sentence about a slip has the figure, its neighbours and what it reads as', () => {
  it.each<[Partial<SaidRow>, string]>([
    [{}, '蜀光激光器件 2023 年研发费用 2,318 亿元，前后年为 1,940 万元 与 2,566 万元 → 读作 2,318 万元'],
    [{ after: null }, '蜀光激光器件 2023 年研发费用 2,318 亿元，此前为 1,940 万元 → 读作 2,318 万元'],
    [{ before: null }, '蜀光激光器件 2023 年研发费用 2,318 亿元，此后为 2,566 万元 → 读作 2,318 万元'],
    [{ before: null, after: null }, '蜀光激光器件 2023 年研发费用 2,318 亿元，为同行水平的 10,390 倍 → 读作 2,318 万元'],
  ])('%j', (more, wanted) => {
    expect(say('zh', 'unit_jump:rd_expense', 'rd_expense', more).replaceAll(/(亿|万) 元/g, '$1元')).toBe(wanted);
  });
  it('in English', () => {
    expect(say('en', 'unit_jump:employees', 'employees', { value: 1200, before: 11, after: 13, factor: 0.01 })).toBe(
      '蜀光激光器件, 2023: Employees 1,200 people, with 11 people and 13 people in the years around it → reads 12 people',
    );
  });
});

describe('the other sentences', () => {
  const one = { value: 12, before: null, after: null, factor: null } as const;
  it.each<[string, string | null, number | null, string]>([
    ['jump:employees', 'employees', 12.345, '蜀光激光器件 2023 年职工总数 12 人，为上一年的 12 倍'],
    ['jump:employees', 'employees', 0.0834, '蜀光激光器件 2023 年职工总数 12 人，为上一年的 0.0834 倍'],
    ['outlier:employees', 'employees', -6.24, '蜀光激光器件 2023 年职工总数 12 人，偏离同行中位数 -6.2 个稳健标准差'],
    ['identity:tech_staff', 'tech_staff', 1.2, '蜀光激光器件 2023 年不满足“科技人员数 ≤ 职工总数”：左边为 12 人，是右边的 120.0%'],
    ['identity:tech_staff', 'tech_staff', null, '蜀光激光器件 2023 年不满足“科技人员数 ≤ 职工总数”：左边为 12 人'],
    ['impossible_sign:employees', 'employees', 12, '蜀光激光器件 2023 年职工总数为 12 人'],
    ['series_gap', null, 2, '蜀光激光器件在 2023 年之前缺 2 年'],
    ['constant_column:employees', 'employees', 12, '2023 年所有企业的职工总数都是 12 人'],
    ['two_names', null, 2, '蜀光激光器件 2023 年有2个名称'],
    ['two_names', null, null, '蜀光激光器件 2023 年有几个名称'],
    ['two_keys', null, 3, '蜀光激光器件（2023 年）的名称出现在3个代码之下'],
    ['total_row', null, null, '2023 年的“蜀光激光器件”像合计行'],
    ['duplicate_key', null, 2, '蜀光激光器件 2023 年报送了2次'],
    ['conflict:employees', 'employees', null, '蜀光激光器件 2023 年职工总数各来源不一致，现取 12 人'],
    ['onsite_check:few_staff', null, null, '蜀光激光器件 2023 年：职工不超过 5 人'],
  ])('%s %s %s', (id, field, measure, wanted) => {
    expect(say('zh', id, field, { ...one, measure })).toBe(wanted);
    expect(say('en', id, field, { ...one, measure })).toMatch(/^(蜀光激光器件|2023)/);
  });
  it('a balance that is off says by how much', () => {
    expect(say('zh', 'identity:balance', 'total_liabilities', { ...one, value: 5e5, measure: -0.25 })).toContain('两边相差 25.0%');
  });
  it('what reading refused has no figure', () => {
    expect(say('zh', 'impossible_sign:revenue', 'revenue', { ...one, value: null, measure: null })).toBe(
      '蜀光激光器件 2023 年营业收入为负，读入时已拒绝',
    );
  });
});
