import type { GroupsAnswer, PairOfGroups } from '../../../scoring/distribution/format';
import { groupEcdf, type GroupEcdfWords } from '../../../src/charts/group-ecdf';
import { groupEffects, type EffectsWords } from '../../../src/charts/group-effects';
import type { Example } from './example';
import { ecdfOf, found, quantilesOf, refused, skewed } from './synthetic';
import { count, figure, tick } from './words';

const EFFECTS: EffectsWords = {
  group: (value) => value,
  n: (firms) => `n ${count(firms)}`,
  delta: (value) => `δ ${figure(value)}`,
  tick: (value) => figure(value),
  size: (size) => ({ negligible: '可忽略', small: '小', medium: '中', large: '大' })[size],
  lower: '← 左边更高',
  higher: '右边更高 →',
  refused: ({ na, nb }) => (Math.min(na, nb) === 0 ? '一组没有数值' : '不能计算'),
  pair: ({ a, b, cliff }) => `${a} 比 ${b}：δ ${cliff.value ?? '—'}`,
};

function pair(a: string, b: string, delta: number | null, na: number, nb: number): PairOfGroups {
  const none = refused('too_few', 0);
  return {
    a,
    b,
    na,
    nb,
    cliff: delta === null ? refused('too_few', na + nb) : found(delta, na + nb),
    a12: none,
    size: null,
    medianDifference: none,
    kolmogorov: { d: none, p: none },
    mannWhitney: { u: none, p: none },
    dunn: null,
  };
}
const PAIRS = [
  pair('集成电路', '生物医药', 0.21, 412, 633),
  pair('集成电路', '软件与信息服务', 0.08, 412, 1204),
  pair('生物医药', '软件与信息服务', -0.19, 633, 1204),
  pair('"<i>现代农业</i>" 与一个很长很长很长很长很长的名字', '集成电路', -0.97, 9, 412),
  pair('航空航天', '其他', null, 287, 0),
  pair('新型显示', '其他', 1, 198, 2),
];
export const effects: Example = { width: 620, draw: (document, width) => groupEffects(document, PAIRS, width, EFFECTS) };
/** English words are longer than their bands: a legend stands below. */
export const effectsEnglish: Example = {
  width: 620,
  draw: (document, width) =>
    groupEffects(document, PAIRS.slice(0, 2), width, {
      ...EFFECTS,
      size: (size) => size,
      lower: '← left larger',
      higher: 'right larger →',
    }),
};
export const effectsNone: Example = { width: 620, draw: (document, width) => groupEffects(document, [], width, EFFECTS) };

const ECDF: GroupEcdfWords = {
  tick,
  unit: '%',
  share: (share) => `${Math.round(share * 100)}`,
  shareOfFirms: '企业累计，%',
  group: ({ value }) => value,
  nothing: '没有一组有数值',
};
const NAMES = ['集成电路', '生物医药', '航空航天', '软件与信息服务', '智能终端', '新型显示'];
const groups = (count: number): GroupsAnswer['groups'] =>
  NAMES.slice(0, count).map((value, at) => {
    const figures = skewed(at + 60, 240, 7 - at);
    return { value, name: null, figures: quantilesOf(figures), ecdf: ecdfOf(figures) };
  });
const curves = (count: number): Example => ({
  width: 440,
  draw: (document, width) => groupEcdf(document, groups(count), { low: 0, high: 25, isLog: false }, { width, height: 250 }, ECDF),
});
export const groupsTwo = curves(2);
export const groupsSix = curves(6);
export const groupsNone = curves(0);
