import type { Curve } from '../../../scoring/distribution/format';
import { concentrationYears, type ConcentrationYearsWords } from '../../../src/charts/concentration-years';
import { lorenz, type LorenzShown, type LorenzWords } from '../../../src/charts/lorenz';
import { shareByDecile, type DecileWords } from '../../../src/charts/share-by-decile';
import type { Example } from './example';
import { found, normals, pinAt, refused, skewed, sorted } from './synthetic';
import { count, figure, tick } from './words';

const WORDS: LorenzWords = {
  tick: (share, step) => tick(share * 100, step * 100),
  unit: '%',
  firms: '企业累计，由少到多',
  sum: '研发费用累计',
  equality: '完全均等',
  all: (gini) => `全部 ${gini?.toFixed(2) ?? '—'}`,
  selected: (gini) => `选中 ${gini?.toFixed(2) ?? '—'}`,
  pin: ({ name }) => name,
  refused: '有负值，不画洛伦兹曲线',
};

function curveOf(figures: readonly number[]): Curve {
  const sum = figures.reduce((total, figure) => total + figure, 0);
  let run = 0;
  const height = sorted(figures).map((figure) => (run += figure) / sum);
  return { at: [0, ...figures.map((_, at) => (at + 1) / figures.length)], height: [0, ...height] };
}
const size = (width: number) => ({ width, height: 260 });
const spending = skewed(5, 1500, 1).map((value) => value ** 1.6);
const top = pinAt('芯禾微电子', 1);

function shown(part: Partial<LorenzShown>): LorenzShown {
  return { lorenz: { all: curveOf(spending), selected: null }, gini: found(0.86, 1500), giniSelected: null, pins: [], ...part };
}
const lorenzOf = (part: Partial<LorenzShown>): Example => ({
  width: 270,
  draw: (document, width) => lorenz(document, shown(part), size(width), WORDS),
});

export const lorenzConcentrated = lorenzOf({
  lorenz: { all: curveOf(spending), selected: curveOf(spending.filter((_, at) => at % 4 === 0).map((value) => value + 0.4)) },
  giniSelected: found(0.62, 375),
  pins: [
    { ...top, at: 0.92, height: curveOf(spending).height[1380]! },
    { ...pinAt('百花环测', 0.1), at: 0.3, height: curveOf(spending).height[450]! },
  ],
});
export const lorenzEven = lorenzOf({ lorenz: { all: curveOf(normals(8, 400, 10, 1.5)), selected: null }, gini: found(0.08, 400) });
export const lorenzTwoFirms = lorenzOf({ lorenz: { all: { at: [0, 0.5, 1], height: [0, 0.1, 1] }, selected: null }, gini: found(0.4, 2) });
export const lorenzRefused = lorenzOf({ lorenz: { all: null, selected: null }, gini: refused('negative', 1500) });

const percent = (share: number): string => `${figure(Math.round(share * 1000) / 10)}%`;
const DECILES: DecileWords = {
  decile: (place) => `${place}`,
  share: (share) => figure(Math.round(share * 1000) / 10),
  axis: '占合计 %；企业十等分，由少到多',
  equal: '均等',
  told: ({ n, share, cumulative }, place) => `第 ${place} 组：${count(n)} 家，占 ${percent(share)}，累计 ${percent(cumulative)}`,
  nothing: '有负值，不分组',
};
const curve = curveOf(spending);
const tenths = Array.from({ length: 10 }, (_, at) => {
  const [from, to] = [curve.height[at * 150]!, curve.height[(at + 1) * 150]!];
  return { n: 150, from: 0, to: 1, share: to - from, cumulative: to };
});
export const deciles: Example = { width: 360, draw: (document, width) => shareByDecile(document, tenths, { width, height: 190 }, DECILES) };
export const decilesNone: Example = { width: 360, draw: (document, width) => shareByDecile(document, [], { width, height: 190 }, DECILES) };

const YEARS: ConcentrationYearsWords = {
  gini: 'Gini',
  cr10: '前 10 家占比',
  year: (year) => `${year}`,
  figure: (of, value) => (of === 'gini' ? value.toFixed(3) : percent(value)),
  told: (_, answer, year) => `${year}：${answer.value ?? answer.reason}，n ${answer.n}`,
};
const yearsOf = (ginis: readonly (number | null)[]): Example => ({
  width: 360,
  draw: (document, width) => {
    const years = ginis.map((gini, at) => {
      const cr10 = gini === null ? refused('negative', 900) : found(gini * 0.3, 900);
      return { year: 2025 - ginis.length + at, n: 900, gini: gini === null ? refused('negative', 900) : found(gini, 900), cr10, hhi: cr10 };
    });
    return concentrationYears(document, years, width, YEARS);
  },
});
export const concentrationSixYears = yearsOf([0.861, 0.858, null, 0.872, 0.881, 0.885]);
export const concentrationOneYear = yearsOf([0.4]);
export const concentrationNoYears = yearsOf([]);
