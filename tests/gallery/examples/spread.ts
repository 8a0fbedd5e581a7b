import { distributionBars, type BarsMarks, type BarsWords } from '../../../src/charts/distribution-bars';
import type { Example } from './example';
import { barsOf, evenly, evenlyOnLog, normals, pinAt, quantilesOf, skewed } from './synthetic';
import { count, figure, pin, range, tick } from './words';

const WORDS: BarsWords = {
  tick,
  unit: '%',
  range,
  count,
  pin,
  firms: '家',
  missing: '缺失',
  zero: '零',
  below: (edge) => `< ${figure(edge)}`,
  above: (edge) => `> ${figure(edge)}`,
  bin: (from, to, firms, selected) => `${figure(from)}–${figure(to)}：${firms} 家${selected === null ? '' : `，选中 ${selected}`}`,
  apart: (is, firms, selected) => `${is}：${firms} 家${selected === null ? '' : `，选中 ${selected}`}`,
  p10: (value) => `P10 ${figure(value)}`,
  median: (value) => `中位 ${figure(value)}`,
  p90: (value) => `P90 ${figure(value)}`,
  nothing: '没有一家有数值',
};
const NOTHING_MARKED: BarsMarks = { quantiles: null, pins: [], brushed: { ranges: [], missing: false } };
const size = (width: number) => ({ width, height: 236 });

const intensity = skewed(7, 5300, 4).map((value) => Math.round(value * 10) / 10);
const chosen = intensity.filter((value, at) => value >= 8 && value < 20 && at % 3 > 0);
const withZeros = [...intensity, ...Array.from({ length: 315 }, () => 0)];
const BARS = { edges: evenly(0, 25, 50), missing: 208, zeroApart: true };

/** What one usually sees: a brush, a selection, a pinned firm, all bars set apart. */
export const bars: Example = {
  width: 460,
  draw: (document, width) =>
    distributionBars(
      document,
      barsOf({ ...BARS, figures: withZeros, selected: chosen }),
      {
        quantiles: quantilesOf(withZeros, 208),
        pins: [pinAt('芯禾微电子', 15.5)],
        brushed: { ranges: [{ from: 8, to: 20 }], missing: false },
      },
      size(width),
      WORDS,
    ),
};

/** Five pinned firms close together, one at zero, one without a figure, one beyond the range. */
export const barsPins: Example = {
  width: 460,
  draw: (document, width) =>
    distributionBars(
      document,
      barsOf({ ...BARS, figures: withZeros }),
      {
        ...NOTHING_MARKED,
        quantiles: quantilesOf(withZeros),
        pins: [
          pinAt('芯禾微电子', 3.1),
          pinAt('"<b>百花</b>环测"', 3.4),
          pinAt('芙蕖精工股份有限公司'.repeat(20), 0),
          pinAt('石室重装', null),
          pinAt('浣花生物', 40),
        ],
      },
      size(width),
      WORDS,
    ),
};

const spending = skewed(3, 4000, 1).map((value) => Math.round(value ** 3 * 900));
const spendingEdges = evenlyOnLog(1, 40_000, 36);

/** A log scale, and so many missing that their bar is broken; two ranges and the missing are brushed. */
export const barsLog: Example = {
  width: 460,
  draw: (document, width) =>
    distributionBars(
      document,
      barsOf({
        figures: spending,
        edges: spendingEdges,
        isLog: true,
        zeroApart: true,
        missing: 9000,
        selected: spending.filter((value) => value >= 5000 || (value >= 50 && value < 200)),
        selectedMissing: 9000,
      }),
      {
        quantiles: quantilesOf(spending),
        pins: [],
        brushed: {
          ranges: [
            { from: 50, to: 200 },
            { from: 5000, to: null },
          ],
          missing: true,
        },
      },
      size(width),
      { ...WORDS, unit: '万元' },
    ),
};

/** Figures below zero, and beyond both ends. */
export const barsNegative: Example = {
  width: 460,
  draw: (document, width) => {
    const growth = normals(11, 2500, 6, 14);
    return distributionBars(
      document,
      barsOf({ figures: growth, edges: evenly(-30, 40, 56), missing: 120 }),
      { ...NOTHING_MARKED, quantiles: quantilesOf(growth) },
      size(width),
      WORDS,
    );
  },
};

export const barsEqual: Example = {
  width: 460,
  draw: (document, width) =>
    distributionBars(
      document,
      barsOf({ figures: [7, 7, 7], edges: [7, 7], missing: 1 }),
      { ...NOTHING_MARKED, quantiles: quantilesOf([7, 7, 7]), pins: [pinAt('芯禾微电子', 7)] },
      size(width),
      WORDS,
    ),
};

export const barsMissing: Example = {
  width: 460,
  draw: (document, width) =>
    distributionBars(document, barsOf({ figures: [], edges: [0, 1], missing: 12 }), NOTHING_MARKED, size(width), WORDS),
};
