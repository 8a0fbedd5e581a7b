import type { SegmentRow } from '../../../scoring/distribution/format';
import { segmentHistograms, type HistogramsWords } from '../../../src/charts/segment-histograms';
import { segmentRows, type SegmentsShown, type SegmentsWords } from '../../../src/charts/segment-rows';
import type { ShapeMode } from '../../../src/charts/segment-shapes';
import type { Example } from './example';
import { boxOf, countsOf, densityOf, evenly, lettersOf, pinAt, quantilesOf, skewed } from './synthetic';
import { count, figure, pin, tick } from './words';

export const SEGMENT_WORDS: SegmentsWords = {
  tick,
  unit: '%',
  pin,
  beyond: (firms) => `+${count(firms)}`,
  row: ({ value, figures }) => `${value}：n ${figures.n}，中位 ${figures.p50 === null ? '—' : figure(figures.p50)}`,
  nothing: '无数值',
};

export function rowOf(value: string, figures: readonly number[], high = 25): SegmentRow {
  const isShaped = figures.length >= 30;
  return {
    value,
    name: null,
    figures: quantilesOf(figures, 5),
    selected: figures.filter((at) => at >= 8 && at < 20).length,
    letters: isShaped ? lettersOf(figures) : null,
    box: isShaped ? boxOf(figures) : null,
    density: isShaped ? densityOf(figures, 0, high, 0.8) : null,
    bars: isShaped ? { edges: evenly(0, high, 25), counts: countsOf(figures, evenly(0, high, 25), 0, false).bins } : null,
    beyond: figures.filter((at) => at > high).length,
  };
}

const SIZES = [412, 633, 287, 1204, 341, 198, 815, 12, 1, 0];
const NAMES = ['集成电路', '生物医药', '航空航天', '软件与信息服务', '智能终端', '新型显示', '高端装备', '绿色低碳', '<现代农业>', '其他'];
const figuresOf = SIZES.map((size, at) => skewed(at + 20, size, 6.5 - at * 0.55));
export const SHOWN: SegmentsShown = {
  rows: NAMES.map((name, at) => rowOf(name, figuresOf[at]!)),
  total: rowOf('全部企业', figuresOf.flat()),
  low: 0,
  high: 25,
  isLog: false,
  pins: [pinAt('芯禾微电子', 15.5, '集成电路'), pinAt('百花环测', 2.1, '新型显示'), pinAt('石室重装', null, '高端装备')],
};

function rows(mode: ShapeMode, shown: SegmentsShown = SHOWN): Example {
  return {
    width: 330,
    draw: (document, width) =>
      segmentRows(document, shown, { mode, brushed: { ranges: [{ from: 8, to: 20 }], missing: false } }, width, SEGMENT_WORDS),
  };
}

export const segmentLetters = rows('letters');
export const segmentBoxes = rows('box');
export const segmentViolins = rows('violin');
export const segmentRidges = rows('ridge');
/** Nobody has a figure: the rows stay, so that the table beside it keeps its lines. */
export const segmentsEmpty = rows('letters', {
  ...SHOWN,
  rows: [rowOf('集成电路', [])],
  total: rowOf('全部企业', []),
  low: null,
  high: null,
  pins: [],
});

const HISTOGRAM_WORDS: HistogramsWords = {
  name: ({ value }) => value,
  n: (firms) => `n ${count(firms)}`,
  beyond: (firms) => `+${count(firms)}`,
  figure,
  bin: (from, to, firms) => `${figure(from)}–${figure(to)}：${firms} 家`,
  none: ({ figures }) => (figures.n === 0 ? '无数值' : '不足 30 家'),
};
export const histogramsShared: Example = {
  width: 560,
  draw: (document, width) => segmentHistograms(document, SHOWN, false, width, HISTOGRAM_WORDS),
};
/** Each with its own ends, one of which is below zero. */
export const histogramsFree: Example = {
  width: 560,
  draw: (document, width) => {
    const rows = [0, 1, 2, 3].map((at) => {
      const figures = skewed(at + 50, 300, 2 + at * 9).map((figure) => figure - at * 6);
      const edges = evenly(Math.min(...figures), Math.max(...figures), 20);
      const row = rowOf(NAMES[at]!, figures);
      return { ...row, beyond: 0, bars: { edges, counts: countsOf(figures, edges, 0, false).bins } };
    });
    return segmentHistograms(document, { ...SHOWN, rows }, true, width, HISTOGRAM_WORDS);
  },
};
