// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { Quantiles, SegmentRow } from '../../scoring/distribution/format';
import { segmentHistograms } from '../../src/charts/segment-histograms';
import {
  SEGMENT_FOOT,
  SEGMENT_HEAD,
  SEGMENT_ROW,
  segmentRows,
  segmentsScale,
  type SegmentsShown,
  type SegmentsWords,
} from '../../src/charts/segment-rows';
import type { ShapeMode } from '../../src/charts/segment-shapes';

const WORDS: SegmentsWords = {
  tick: (value) => `${value}`,
  unit: '',
  beyond: (count) => `+${count}`,
  row: ({ value }) => value,
  pin: ({ name }) => ({ name, more: '' }),
  nothing: 'none',
};
const figures = (n: number, p50: number | null): Quantiles => ({
  n,
  missing: 0,
  zero: 0,
  p5: null,
  p10: null,
  p25: null,
  p50,
  p75: null,
  p90: null,
  p95: null,
  mean: null,
  pooled: null,
});
function row(value: string, part: Partial<SegmentRow> = {}): SegmentRow {
  return {
    value,
    name: null,
    figures: figures(40, 50),
    selected: 0,
    letters: null,
    box: null,
    density: null,
    bars: null,
    beyond: 0,
    ...part,
  };
}
// 6 px before the axis and 44 after it: 100 px for 0…100, a pixel each.
const WIDTH = 150;
function shownOf(rows: readonly SegmentRow[], part: Partial<SegmentsShown> = {}): SegmentsShown {
  return { rows, total: row('all'), low: 0, high: 100, isLog: false, pins: [], ...part };
}
const draw = (shown: SegmentsShown, mode: ShapeMode = 'letters', ranges: { from: number | null; to: number | null }[] = []) =>
  segmentRows(document, shown, { mode, brushed: { ranges, missing: false } }, WIDTH, WORDS);
const rowOf = (svg: SVGElement, value: string) => svg.querySelector(`[data-row="${value}"]`)!;
/** [left, width] of the boxes of a row, without the one that catches the pointer. */
const boxes = (svg: SVGElement, value: string) =>
  [...rowOf(svg, value).querySelectorAll('rect')].slice(1).map((rect) => ['x', 'width'].map((key) => Number(rect.getAttribute(key))));

describe('segment rows', () => {
  it('stand under a head, a row each and one for all firms, above an axis', () => {
    const svg = draw(shownOf([row('a'), row('b')]));
    expect(Number(svg.getAttribute('height'))).toBe(SEGMENT_HEAD + 3 * SEGMENT_ROW + SEGMENT_FOOT);
    const tops = [...svg.querySelectorAll('[data-row] > rect:first-of-type')].map((rect) => Number(rect.getAttribute('y')));
    expect(tops).toEqual([0, 1, 2].map((at) => SEGMENT_HEAD + at * SEGMENT_ROW));
  });
  it('of letter values lie beside each other: the half within, then three quarters', () => {
    const letters = { lower: [50, 40, 30], upper: [50, 60, 80] };
    expect(boxes(draw(shownOf([row('a', { letters })])), 'a')).toEqual([
      [46, 20],
      [36, 10],
      [66, 20],
      [55, 2],
    ]);
  });
  it('of a box run from the quartiles, whiskers from end to end', () => {
    const box = { q1: 20, median: 30, q3: 60, low: 10, high: 90, beyondLow: 0, beyondHigh: 2 };
    const svg = draw(shownOf([row('a', { box })]), 'box');
    expect(boxes(svg, 'a')).toEqual([
      [26, 40],
      [35, 2],
    ]);
    expect(rowOf(svg, 'a').querySelector('path')!.getAttribute('d')).toMatch(/^M16 .*H96M96 /);
  });
  it('of densities share one height, so that areas compare', () => {
    const density = (peak: number) => ({ at: [0, 50, 100], height: [0, peak, 0] });
    const svg = draw(shownOf([row('a', { density: density(1) }), row('b', { density: density(0.5) })]), 'violin');
    const half = (value: string, at: number): number => {
      const peak = /L56 ([\d.]+)L/.exec(rowOf(svg, value).querySelector('path')!.getAttribute('d')!)!;
      return SEGMENT_HEAD + (at + 0.5) * SEGMENT_ROW - Number(peak[1]);
    };
    expect([half('a', 0), half('b', 1)]).toEqual([12, 6]);
  });
  it.each(['letters', 'box', 'violin', 'ridge'] as const)('of too few firms for %s have a hollow mark at the median', (mode) => {
    const svg = draw(shownOf([row('a', { figures: figures(3, 70) })]), mode);
    expect(rowOf(svg, 'a').querySelector('circle')!.getAttribute('cx')).toBe('76');
  });
  it('of nobody say so, and draw nothing', () => {
    const svg = draw(shownOf([row('a', { figures: figures(0, null) })]));
    expect([rowOf(svg, 'a').textContent, rowOf(svg, 'a').querySelectorAll('circle, path').length]).toEqual(['anone', 0]);
  });
  it('count the firms beyond the range at their end', () => {
    expect(rowOf(draw(shownOf([row('a', { beyond: 13 })])), 'a').textContent).toContain('+13');
  });
  it('shade what is brushed, through all rows', () => {
    const shade = draw(shownOf([row('a')]), 'letters', [{ from: 20, to: 60 }]).querySelector('[data-layer="brush"] rect')!;
    expect(['x', 'width', 'height'].map((key) => Number(shade.getAttribute(key)))).toEqual([26, 40, 2 * SEGMENT_ROW]);
  });
  it('mark a pinned firm in the row of its own segment', () => {
    const pin = { firm: 'f', name: 'F', value: 70, percentile: 1, rank: 1, n: 2, segment: 'b', next: null };
    const svg = draw(shownOf([row('a'), row('b')], { pins: [pin] }));
    const marks = [...svg.querySelectorAll('[data-layer="pins-in-rows"] path')].map((path) => path.getAttribute('d'));
    expect(marks).toHaveLength(1);
    expect(marks[0]).toMatch(new RegExp(`^M76.5 ${SEGMENT_HEAD + 1.5 * SEGMENT_ROW - 4.5}L`));
  });
  it('are drawn for 2,000 segments', () => {
    const rows = Array.from({ length: 2000 }, (_, at) => row(`s${at}`));
    expect(draw(shownOf(rows)).querySelectorAll('[data-row]')).toHaveLength(2001);
  });
  it('without any figure keep their lines and have no axis', () => {
    const none = row('a', { figures: figures(0, null) });
    const svg = draw(shownOf([none], { total: none, low: null, high: null }));
    expect(Number(svg.getAttribute('height'))).toBe(SEGMENT_HEAD + 2 * SEGMENT_ROW + SEGMENT_FOOT);
    expect([...svg.querySelectorAll('text')].map((text) => text.textContent)).toEqual(['none', 'none']);
  });
  it('say where a figure stands', () => {
    expect(segmentsScale(shownOf([]), WIDTH).at(25)).toBe(31);
  });
});

describe('small histograms', () => {
  const words = {
    name: ({ value }: SegmentRow) => value,
    n: (count: number) => `n ${count}`,
    beyond: (count: number) => `+${count}`,
    figure: (value: number) => `${value}`,
    bin: (from: number, to: number, count: number) => `${from}–${to}: ${count}`,
    none: () => 'too few',
  };
  const rows = [
    row('a', { bars: { edges: [0, 50, 100], counts: [30, 10] } }),
    row('b', { bars: { edges: [100, 150, 200], counts: [10, 10] } }),
  ];
  const heightsOf = (isFree: boolean) => {
    const svg = segmentHistograms(document, shownOf(rows, { high: 200 }), isFree, 280, words);
    return ['a', 'b'].map((value) =>
      [...rowOf(svg, value).querySelectorAll('rect')]
        .filter((rect) => rect.querySelector('title'))
        .map((rect) => Number(rect.getAttribute('height'))),
    );
  };
  // 52 px for the tallest share: ¾ of the 40 firms of a.
  it('on one axis compare shares of the own firms', () => {
    expect(heightsOf(false)).toEqual([
      [52, 17.33],
      [34.67, 34.67],
    ]);
  });
  it('on free axes fill each its own', () => {
    expect(heightsOf(true)).toEqual([
      [52, 17.33],
      [52, 52],
    ]);
  });
  it('count the firms beyond the range', () => {
    const [first] = rows;
    expect(segmentHistograms(document, shownOf([{ ...first!, beyond: 4 }]), false, 280, words).textContent).toContain('+4');
  });
  it('say why a segment has no bars', () => {
    expect(segmentHistograms(document, shownOf([row('c')]), false, 280, words).textContent).toContain('too few');
  });
});
