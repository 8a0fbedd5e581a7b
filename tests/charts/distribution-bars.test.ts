// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { BarCounts, Bars, Range } from '../../scoring/distribution/format';
import { brushMarks, stretchesOf } from '../../src/charts/brush-marks';
import { barsPlan, distributionBars, selectedBars, type BarsMarks, type BarsWords } from '../../src/charts/distribution-bars';
import { placeAt, spotOf } from '../../src/charts/spread-plan';

const WORDS: BarsWords = {
  tick: (value) => `${value}`,
  unit: '%',
  range: ({ from, to }) => `${from}–${to}`,
  count: (count) => `${count}`,
  firms: '家',
  missing: '缺失',
  zero: '零',
  below: (edge) => `< ${edge}`,
  above: (edge) => `> ${edge}`,
  bin: (from, to, count) => `${from}–${to}: ${count}`,
  apart: (is, count) => `${is}: ${count}`,
  p10: (value) => `P10 ${value}`,
  median: (value) => `P50 ${value}`,
  p90: (value) => `P90 ${value}`,
  pin: ({ name }) => ({ name, more: '' }),
  nothing: 'nobody',
};
// Head 18 and foot 22: 100 px remain for the fullest bin.
const SIZE = { width: 400, height: 140 };
const MARKS: BarsMarks = { quantiles: null, pins: [], brushed: { ranges: [], missing: false } };
const NONE = { missing: 0, zero: 0, below: 0, above: 0 };

function barsOf(counts: Partial<BarCounts>, part: Partial<Bars> = {}): Bars {
  const all = { bins: [50, 100], ...NONE, ...counts };
  const edges = all.bins.map((_, at) => at * 10);
  return {
    edges: [...edges, all.bins.length * 10],
    isLog: false,
    rule: 'scott',
    ruleWidth: 10,
    zeroApart: false,
    all,
    selected: null,
    ...part,
  };
}
const draw = (bars: Bars, marks: Partial<BarsMarks> = {}) => distributionBars(document, bars, { ...MARKS, ...marks }, SIZE, WORDS);
const planOf = (bars: Bars) => barsPlan(bars, MARKS, SIZE, WORDS);
const layerOf = (svg: SVGElement, name: string) => svg.querySelector(`[data-layer="${name}"]`)!;
const heights = (svg: SVGElement) =>
  [...layerOf(svg, 'all').querySelectorAll('rect')]
    .filter((one) => one.querySelector('title'))
    .map((one) => Number(one.getAttribute('height')));
/** Boxes of the selected layer, as [left, top, width, height]. */
const boxesOf = (marks: readonly Element[]) =>
  marks.flatMap((mark) =>
    [...(mark.getAttribute('d') ?? '').matchAll(/M([\d.]+) ([\d.]+)h([\d.]+)v([\d.]+)h/g)].map((found) => found.slice(1).map(Number)),
  );

describe('bars', () => {
  it('are as high as their counts: 50 and 100 firms on 100 px', () => {
    expect(heights(draw(barsOf({})))).toEqual([50, 100]);
  });
  it('are told with their bounds and counts', () => {
    const titles = [...draw(barsOf({ missing: 5 })).querySelectorAll('title')].map((title) => title.textContent);
    expect(titles).toEqual(['0–10: 50', '10–20: 100', 'missing: 5']);
  });
  it('of one firm beside a million are seen, of nobody are not', () => {
    expect(heights(draw(barsOf({ bins: [1, 0, 1_000_000] })))).toEqual([1, 100]);
  });
  it('that are set apart stand on the same scale', () => {
    const svg = draw(barsOf({ zero: 20, below: 10, above: 40 }, { zeroApart: true }));
    expect(heights(svg)).toEqual([50, 100, 20, 10, 40]);
    expect(svg.textContent).toContain('> 20');
  });
  it('of the missing are hatched, and named with their number', () => {
    const svg = draw(barsOf({ missing: 30 }));
    expect(layerOf(svg, 'all').querySelector('g path')?.getAttribute('d')).toMatch(/^M.*L/);
    expect([...svg.querySelectorAll('text')].map((text) => text.textContent)).toEqual(expect.arrayContaining(['缺失', '30']));
  });
  it('that are set apart and longer than the axis are broken, and do not flatten the others', () => {
    const bars = barsOf({ missing: 100_000 });
    expect(planOf(bars).y.high).toBe(135);
    expect(heights(draw(bars)).map(Math.round)).toEqual([37, 74]);
    const cuts = (svg: SVGElement) => [...svg.children].filter((one) => one.tagName === 'path').length;
    expect([cuts(draw(bars)), cuts(draw(barsOf({ missing: 130 })))]).toEqual([1, 0]);
  });
  it('of a zero nobody has say 0', () => {
    expect([...draw(barsOf({}, { zeroApart: true })).querySelectorAll('text')].map((text) => text.textContent)).toContain('0');
  });
  it('of equal figures alone are one bar in the middle', () => {
    const svg = draw(barsOf({ bins: [3] }, { edges: [7, 7] }));
    const [bar] = layerOf(svg, 'all').querySelectorAll('rect');
    const { x } = planOf(barsOf({ bins: [3] }, { edges: [7, 7] }));
    expect(Number(bar!.getAttribute('x')) + 12).toBeCloseTo((x.from + x.to) / 2, 1);
  });
  it('of nobody say so and draw no axis of figures', () => {
    const svg = draw(barsOf({ bins: [0], missing: 4 }, { edges: [0, 1] }));
    expect(svg.textContent).toContain('nobody');
    expect(svg.textContent).not.toContain('%');
  });
});

describe('the layer of the selected', () => {
  const bars = barsOf({ missing: 40, zero: 10, above: 8 }, { zeroApart: true });
  const selected: BarCounts = { bins: [25, 10], missing: 20, zero: 10, below: 0, above: 2 };
  it('lies over the bars in their places, a share of each', () => {
    const boxes = boxesOf(selectedBars(document, bars, selected, planOf(bars)));
    expect(boxes.map((box) => box[3])).toEqual([25, 10, 10, 2, 20]);
    const [first] = layerOf(draw(bars), 'all').querySelectorAll('rect');
    expect(boxes[0]?.[0]).toBe(Number(first!.getAttribute('x')));
  });
  it('adds up: its pixels are the selected firms', () => {
    const boxes = boxesOf(selectedBars(document, bars, selected, planOf(bars)));
    expect(boxes.reduce((sum, box) => sum + box[3]!, 0)).toBe(25 + 10 + 20 + 10 + 2);
  });
  it('keeps its share of a broken bar', () => {
    const broken = barsOf({ missing: 100_000 });
    const boxes = boxesOf(selectedBars(document, broken, { bins: [0, 0], ...NONE, missing: 50_000 }, planOf(broken)));
    expect(boxes.map((box) => box[3])).toEqual([50]);
  });
  it('drawn by itself is what the whole picture has', () => {
    const svg = draw({ ...bars, selected });
    const alone = selectedBars(document, bars, selected, planOf(bars));
    expect(alone.every((mark, at) => mark.isEqualNode(layerOf(svg, 'selected').children[at]!))).toBe(true);
  });
  it('is one path, however many bars', () => {
    const many = barsOf({ bins: Array.from({ length: 200 }, () => 5) });
    expect(selectedBars(document, many, many.all, planOf(many))).toHaveLength(1);
  });
});

describe('a brush', () => {
  const bars = barsOf({ missing: 40, zero: 10, below: 3, above: 8 }, { zeroApart: true });
  const plan = planOf(bars);
  const covered = (ranges: readonly Range[], missing = false) =>
    stretchesOf({ ranges, missing }, plan, WORDS).map(({ from, to, edges }) => [from, to, edges.length]);
  const slot = (is: 'missing' | 'zero' | 'below' | 'above') => [plan.slots[is]!.from, plan.slots[is]!.to, 0];
  it('shades its range with an edge to drag at each end', () => {
    expect(covered([{ from: 5, to: 15 }])).toEqual([[plan.x.at(5), plan.x.at(15), 2]]);
  });
  it('that is open takes what lies beyond the axis with it', () => {
    expect(covered([{ from: 5, to: null }])).toEqual([[plan.x.at(5), plan.x.to, 1], slot('above')]);
    expect(covered([{ from: null, to: 5 }])).toEqual([slot('zero'), slot('below'), [plan.x.from, plan.x.at(5), 1]]);
  });
  it('of exactly zero shades the bar of zeros alone', () => {
    expect(covered([{ from: 0, to: 0 }])).toEqual([slot('zero')]);
  });
  it('of the missing shades their bar', () => {
    expect(covered([], true)).toEqual([slot('missing')]);
  });
  it('wholly beyond the axis shades only the bar there', () => {
    expect(covered([{ from: 30, to: 40 }])).toEqual([slot('above')]);
  });
  it('drawn by itself is what the whole picture has', () => {
    const brushed = { ranges: [{ from: 5, to: 15 }], missing: true };
    const whole = layerOf(draw(bars, { brushed }), 'brush');
    expect(brushMarks(document, brushed, plan, WORDS).every((mark, at) => mark.isEqualNode(whole.children[at]!))).toBe(true);
  });
});

describe('a place across', () => {
  const plan = planOf(barsOf({ missing: 40, zero: 10, below: 3, above: 8 }, { zeroApart: true }));
  it.each(['missing', 'zero', 'below', 'above'] as const)('over the bar of %s is that', (is) => {
    const { from, to } = plan.slots[is]!;
    expect([placeAt(plan, from).is, placeAt(plan, (from + to) / 2).is]).toEqual([is, is]);
  });
  it('on the axis is the figure there', () => {
    expect(placeAt(plan, plan.x.at(12.5))).toEqual({ is: 'value', value: expect.closeTo(12.5, 9) });
  });
  it('of a figure is on the axis, or in the bar it is counted in', () => {
    const middle = (is: 'missing' | 'zero' | 'below' | 'above') => (plan.slots[is]!.from + plan.slots[is]!.to) / 2;
    expect([null, 0, -1, 99, 10].map((value) => spotOf(plan, value))).toEqual([
      middle('missing'),
      middle('zero'),
      middle('below'),
      middle('above'),
      plan.x.at(10),
    ]);
  });
});
