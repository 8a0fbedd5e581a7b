import { describe, expect, it } from 'vitest';
import { scorePanel } from '../../../scoring/board/score-panel';
import { makeSheet } from '../../../scoring/board/sheet';
import { studyIndicator } from '../../../scoring/board/study';
import { evaluateScheme } from '../../../scoring/evaluate';
import { industryCode, industryName, sharedIndustry } from '../../../scoring/industry-code';
import type { Panel } from '../../../scoring/panel';
import { contendersOf } from '../../../scoring/robustness/contenders';
import { factorialShares, figuresOfAll } from '../../../scoring/robustness/factorial-shares';
import { treatedRows } from '../../../scoring/treated-rows';
import { panelOf, shown } from '../panel-of';
import { schemeWith } from '../schemes';

const setting = {
  schemeHash: 'a'.repeat(64),
  nameOf: (id: string) => ({ zh: id, en: id }),
  format: (_: string, value: number | string) => String(value),
};
const percentile = { is: 'percentile', within: 'industry', least: 3 };
const schemeOf = (rule: object, more: object = {}) => schemeWith({ indicators: [{ id: 'i', formula: 'a', rule, of: 100 }], ...more });
const earned = (panel: Panel, rule: object = percentile, more: object = {}) => {
  const [found] = evaluateScheme(panel, schemeOf(rule, more)).indicators;
  return {
    points: shown(found!).map((cell) => (typeof cell === 'number' ? Number(cell.toFixed(6)) : cell)),
    wider: [...found!.wider!],
    digits: found!.parent && [...found!.parent.digits],
    firms: found!.parent && [...found!.parent.firms],
  };
};

describe('an industry of GB/T 4754', () => {
  it.each([
    ['C3973', 'C3973'],
    ['3973', 'C3973'],
    ['医药制造业', 'C27'],
    ['计算机、通信和其他电子设备制造业', 'C39'],
    ['软件和信息技术服务业', 'I65'],
    ['制造业', 'C'],
    // A section and a division of one name: the section claims less.
    ['房地产业', 'K'],
    ['C65', null],
    ['集成电路', null],
    ['__proto__', null],
    ['', null],
  ])('written %s is %s', (text, code) => expect(industryCode(text)).toBe(code));
  it.each([
    ['C3973', 'C3971', 'C397'],
    ['C3973', 'C3912', 'C39'],
    ['C3973', 'C27', 'C'],
    ['C39', 'C3973', 'C39'],
    ['C3973', 'I6513', null],
    ['C', 'C', 'C'],
  ])('%s and %s share %s', (a, b, shared) => expect(sharedIndustry(a, b)).toBe(shared));
  it('has a name where it is a section or a division', () => {
    expect(['C', 'C27', 'C2710', 'C397'].map(industryName)).toEqual(['制造业', '医药制造业', null, null]);
  });
});

describe('a peer group of too few', () => {
  const codes = ['C3971', 'C3971', 'C3973', 'C3912', 'C27', 'I65', null];
  const panel = panelOf({ a: [1, 2, 3, 4, 5, 6, 7], industry: codes });
  it('is widened to the nearest wider industry with enough, then to all, and it is said which and how many', () => {
    const { points, wider, digits, firms } = earned(panel);
    // Of C397 1, 2, 3; of C39 1 … 4; of C 1 … 5; of all 1 … 7.
    expect(points).toEqual([16.666667, 50, 83.333333, 87.5, 90, 78.571429, 92.857143]);
    expect(wider).toEqual([2, 2, 1, 1, 1, 1, -2]);
    expect(digits).toEqual([3, 3, 3, 2, 0, -1, -1]);
    expect(firms).toEqual([3, 3, 3, 4, 5, 0, 0]);
  });
  it('that is large enough is not widened', () => {
    const found = earned(panelOf({ a: [1, 2, 3, 9], industry: ['C3971', 'C3971', 'C3971', 'C3912'] }));
    expect([found.points.slice(0, 3), found.wider, found.digits]).toEqual([
      [16.666667, 50, 83.333333],
      [-1, -1, -1, 1],
      [-1, -1, -1, 2],
    ]);
  });
  it('counts only firms with a value, in the wider industry too; a firm without one is compared with nobody', () => {
    const found = earned(panelOf({ a: [1, null, 3, null, 5], industry: ['C3971', 'C3971', 'C3912', 'C3912', 'C27'] }));
    // Of C39 two have a value, of C three.
    expect([found.points, found.wider, found.digits, found.firms]).toEqual([
      [16.666667, 'blank', 50, 'blank', 83.333333],
      [1, -1, 1, -1, 1],
      [0, -1, 0, -1, 0],
      [3, 0, 3, 0, 3],
    ]);
  });
  it('of a section or a division by name holds the firms of finer codes, too', () => {
    const found = earned(panelOf({ a: [1, 2, 3], industry: ['医药制造业', 'C2710', '制造业'] }));
    expect([found.digits, found.firms]).toEqual([
      [0, 0, 0],
      [3, 3, 3],
    ]);
  });
  it('of one code written in two ways is one industry', () => {
    const found = earned(panelOf({ a: [1, 2, 3], industry: ['C3973', '3973', '3973'] }));
    expect([found.points, found.digits]).toEqual([
      [16.666667, 50, 83.333333],
      [4, 4, 4],
    ]);
  });
  it('does not hide what the wider industry refuses', () => {
    const found = earned(panelOf({ a: [0, 2, 3], industry: ['C3971', 'C3973', 'C3973'] }), { ...percentile, is: 'ratio' });
    expect(found.points).toEqual(['zero_not_allowed', 'zero_not_allowed', 'zero_not_allowed']);
  });
  it.each([
    ['nobody', [], []],
    ['everything missing', [null, null], ['blank', 'blank']],
    ['one firm: its industry is all there is', [4], [50]],
    ['ties', [4, 4, 4], [50, 50, 50]],
  ])('of %s', (_, a, points) => {
    const found = earned(panelOf({ a, industry: a.map((_cell, at) => ['C3971', 'C3973', 'C3912'][at]!) }));
    expect([found.points, found.digits]).toEqual([points, a.length === 3 ? [2, 2, 2] : undefined]);
  });
});

describe('an industry that is no code', () => {
  it('stands in the finest one that the codes of all its firms share', () => {
    const industry = ['新材料', '新材料', '化工', '软件'];
    const found = earned(panelOf({ a: [1, 2, 3, 4], industry, industry_code: ['C2641', '2645', 'C2611', 'I6513'] }));
    // 新材料 in C264, of which two have a value; with 化工 three in C26.
    expect([found.points, found.digits]).toEqual([
      [16.666667, 50, 83.333333, 87.5],
      [2, 2, 2, -1],
    ]);
  });
  it('whose firms share no section has no wider one', () => {
    const found = earned(panelOf({ a: [1, 2, 3], industry: ['装备', '装备', '机械'], industry_code: ['C3491', 'I6513', 'C3491'] }));
    expect([found.points, found.digits]).toEqual([[16.666667, 50, 83.333333], undefined]);
  });
  it('takes in its firms without a code, and a code that contradicts the industry named says nothing', () => {
    const found = earned(
      panelOf({ a: [1, 2, 3, 4], industry: ['光电', '光电', 'C39', 'C39'], industry_code: ['C3974', null, 'C3974', 'I6513'] }),
    );
    // 光电 stands in C3974 as one C39 firm does; C39, the other of which is no I6513, holds all four.
    expect([found.digits, found.firms]).toEqual([
      [4, 4, 2, 2],
      [3, 3, 4, 4],
    ]);
  });
  it('is told by the codes of the year alone, unless all years are compared', () => {
    const two = panelOf(
      { a: [1, 2, 3, 9], industry: ['光电', '光电', 'C39', '光电'], industry_code: ['C3974', 'C3974', null, 'I6513'] },
      { firm: [0, 1, 2, 0], year: [2024, 2024, 2024, 2023] },
    );
    expect(earned(two).digits).toEqual([2, 2, 2, -1]);
    expect(earned(two, { ...percentile, least: 4 }, { comparison: 'all' }).digits).toBeUndefined();
  });
});

it('peers of an industry and a stage keep the stage when the industry is widened', () => {
  const panel = panelOf({ a: [1, 2, 3, 4], young: [1, 1, 1, 9], industry: ['C3971', 'C3973', 'C3912', 'C3912'] });
  const stages = [
    { id: 'young', when: 'young < 5' },
    { id: 'old', when: 'true' },
  ];
  const found = earned(panel, { ...percentile, within: 'industry*stage' }, { stages });
  expect([found.digits, found.firms, found.points]).toEqual([
    [2, 2, 2, -1],
    [3, 3, 3, 0],
    [16.666667, 50, 83.333333, 87.5],
  ]);
});

it('a comparison set that is an industry is never left', () => {
  const panel = panelOf({ a: [1, 2, 3], industry: ['C3971', 'C3971', 'C3912'] });
  expect(earned(panel, percentile, { comparison: 'year*industry' })).toMatchObject({ points: [25, 75, 50], digits: undefined });
});

describe('whoever works a rule out once more', () => {
  const panel = panelOf({ a: [0, 10, 20, 100, 300], b: [5, 1, 1, 1, 1], industry: ['C3971', 'C3973', 'C3912', 'I6513', 'I6513'] });
  const minMax = { is: 'min-max', within: 'industry', least: 3 };
  it('tells the sheet the wider industry, with its name and its firms', () => {
    const ranked = scorePanel(panel, schemeOf(minMax), setting);
    expect(makeSheet(ranked, 1, {}).indicators[0]).toMatchObject({
      points: 50,
      wider: 1,
      parent: { code: 'C39', name: '计算机、通信和其他电子设备制造业', firms: 3 },
    });
    expect(makeSheet(ranked, 3, {}).indicators[0]).not.toHaveProperty('parent');
  });
  it('tells it of an option that lost, too', () => {
    const options = [
      { id: 'one', name: { zh: '一', en: 'one' }, formula: 'b', rule: { is: 'linear', from: 0, to: 1 } },
      { id: 'two', name: { zh: '二', en: 'two' }, formula: 'a', rule: minMax },
    ];
    const ranked = scorePanel(panel, schemeWith({ indicators: [{ id: 'i', rule: { is: 'best-of', options }, of: 100 }] }), setting);
    const sheet = makeSheet(ranked, 1, {}).indicators[0]!;
    expect(sheet).not.toHaveProperty('parent');
    expect(sheet.options[1]).toMatchObject({ won: false, points: 50, wider: 1, parent: { code: 'C39', firms: 3 } });
  });
  it('keeps it where such an option won', () => {
    const options = [
      { id: 'one', name: { zh: '一', en: 'one' }, formula: 'b', rule: { is: 'linear', from: 100, to: 0 } },
      { id: 'two', name: { zh: '二', en: 'two' }, formula: 'a', rule: { ...minMax, least: 3 } },
    ];
    const scheme = schemeWith({ indicators: [{ id: 'i', rule: { is: 'best-of', options }, of: 100, direction: 'more' }] });
    const [found] = evaluateScheme(panel, scheme).indicators;
    // 95, 99, 99, 99, 99 against 0, 50, 100 within C39 and 33, 100 within all.
    expect([[...found!.option!], [...found!.wider!], [...found!.parent!.digits]]).toEqual([
      [0, 0, 1, 0, 1],
      [-1, -1, 1, -1, 2],
      [-1, -1, 2, -1, -1],
    ]);
  });
  it('draws the editor’s picture of an option by the same comparison', () => {
    const options = [{ id: 'two', name: { zh: '二', en: 'two' }, formula: 'a', rule: minMax }];
    const ranked = scorePanel(panel, schemeWith({ indicators: [{ id: 'i', rule: { is: 'best-of', options }, of: 100 }] }), setting);
    // 0 + 50 + 100 within C39; 100 ÷ 300 and full among all.
    expect(studyIndicator(ranked, ranked, { indicator: 'i', option: 'two', year: 2024, segment: {} })!.earned.now).toBeCloseTo(
      250 + 100 / 3,
      9,
    );
  });
  it('treats values within the wider industry', () => {
    const scheme = schemeWith({ indicators: [{ id: 'i', formula: 'a', rule: minMax, of: 100, treatment: { winsorise: [0, 0.5] } }] });
    const found = treatedRows(panel, evaluateScheme(panel, scheme), scheme.indicators[0]!, 2024);
    // Of 0, 10, 20 the middle is 10; of all five it is 20, for those who are compared with all.
    expect([[...found.rows], [...found.before], [...found.after]]).toEqual([
      [2, 3, 4],
      [20, 100, 300],
      [10, 20, 20],
    ]);
  });
  it('draws outliers in, and asks the scheme’s rule among the same peers', () => {
    const a = [...Array.from({ length: 12 }, (_, at) => at), 5, 1000];
    const far = panelOf({ a, industry: a.map((_, at) => (at < 12 ? 'C3971' : 'I6513')) });
    const ctx = scorePanel(far, schemeOf({ ...minMax, least: 2 }), setting);
    const contenders = contendersOf(ctx, {}, 2024);
    const { shares, moved } = factorialShares(ctx, contenders, figuresOfAll(ctx, contenders), {
      normalisation: 'scheme',
      treatment: 'winsorised',
    });
    expect(moved).toBe(1);
    // 1000 becomes 11; within I6513 it still is the most of 5 and 11, within C3971 nothing has changed: 5 is 5 of 11.
    const of = (row: number): number => shares[0]![contenders.rows.indexOf(row)]!;
    expect([of(5), of(12), of(13)].map((share) => Number(share.toFixed(9)))).toEqual([Number((5 / 11).toFixed(9)), 0, 1]);
  });
});
