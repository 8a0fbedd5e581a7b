import { distributionDensity, type DensityShown, type DensityWords } from '../../../src/charts/distribution-density';
import { distributionEcdf, type EcdfShown, type EcdfWords } from '../../../src/charts/distribution-ecdf';
import { distributionStrip, type StripShown, type StripWords } from '../../../src/charts/distribution-strip';
import type { Example } from './example';
import { densityOf, ecdfOf, pinAt, quantilesOf, skewed } from './synthetic';
import { count, figure, pin, range, tick } from './words';

const SHARED = { tick, unit: '%', range, pin };
const ECDF: EcdfWords = {
  ...SHARED,
  share: (share) => `${Math.round(share * 100)}`,
  shareOfFirms: '企业累计，%',
  all: '全部',
  selected: '选中',
  median: (value) => `中位 ${figure(value)}`,
  nothing: '没有一家有数值',
};
const DENSITY: DensityWords = {
  ...SHARED,
  all: '全部',
  selected: '选中',
  bandwidth: (width) => `带宽 ${figure(width)}`,
  refused: '不足 30 家，不画密度',
};
const STRIP: StripWords = { ...SHARED, firm: (name, value) => `${name} ${figure(value)}`, nothing: '没有一家有数值' };

const size = (width: number) => ({ width, height: 220 });
const domain = { low: 0, high: 25, isLog: false };
const brushed = { ranges: [{ from: 8, to: 20 }], missing: false };
const none = { ranges: [], missing: false };
const intensity = skewed(7, 2300, 4).map((value) => Math.round(value * 10) / 10);
const chosen = intensity.filter((value, at) => value > 3 && at % 5 === 0);

const ecdf = (part: Partial<EcdfShown>): Example => ({
  width: 400,
  draw: (document, width) =>
    distributionEcdf(
      document,
      { curves: { all: ecdfOf(intensity), selected: null }, domain, quantiles: quantilesOf(intensity), pins: [], brushed: none, ...part },
      size(width),
      ECDF,
    ),
});
export const ecdfSelected = ecdf({
  curves: { all: ecdfOf(intensity), selected: ecdfOf(chosen) },
  brushed,
  pins: [pinAt('芯禾微电子', 15.5)],
});
export const ecdfOneFirm = ecdf({
  curves: { all: ecdfOf([9]), selected: null },
  quantiles: quantilesOf([9]),
  domain: { low: 9, high: 9, isLog: false },
});
export const ecdfNobody = ecdf({ curves: { all: ecdfOf([]), selected: null }, quantiles: quantilesOf([]) });

const density = (curves: DensityShown['curves'], part: Partial<DensityShown> = {}): Example => ({
  width: 400,
  draw: (document, width) => distributionDensity(document, { curves, domain, pins: [], brushed: none, ...part }, size(width), DENSITY),
});
const all = densityOf(intensity, 0, 30, 0.9);
export const densitySelected = density(
  { all, selected: densityOf(chosen, 0, 30, 0.9), bandwidth: 0.9 },
  { pins: [pinAt('芯禾微电子', 15.5), pinAt('石室重装', null)] },
);
export const densityRefused = density({ all: null, selected: null, bandwidth: null });

const strip = (figures: readonly number[], part: Partial<StripShown> = {}): Example => ({
  width: 400,
  draw: (document, width) =>
    distributionStrip(
      document,
      {
        firms: figures.map((value, at) => ({ firm: `${at}`, name: `企业 ${count(at)}`, value, selected: value >= 8 && value < 20 })),
        domain,
        pins: [],
        brushed: none,
        ...part,
      },
      size(width),
      STRIP,
    ),
});
export const stripFirms = strip(
  intensity.slice(0, 140).filter((value) => value <= 25),
  { brushed, pins: [pinAt('芯禾微电子', 12.4)] },
);
/** More equal figures than a pile has room for. */
export const stripEqual = strip(Array.from({ length: 90 }, (_, at) => (at < 80 ? 5 : 5 + at / 10)));
export const stripTwo = strip([3, 17]);
