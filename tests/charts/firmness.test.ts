// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { effectBars } from '../../src/charts/effect-bars';
import { fitted } from '../../src/charts/label';
import { pairStrip } from '../../src/charts/pair-strip';
import { rankRanges } from '../../src/charts/rank-ranges';

const all = (svg: SVGElement, name: string): SVGElement[] => [...svg.querySelectorAll<SVGElement>(name)];
const numbers = (list: readonly Element[], ...names: string[]): (number | null)[][] =>
  list.map((one) => names.map((name) => Number(one.getAttribute(name))));
const words = (svg: SVGElement): (string | null)[] => all(svg, 'text').map((one) => one.textContent);

describe('ranges of ranks', () => {
  const lines = [
    { name: 'A', rank: 10, low: 5, high: 15, best: 0, worst: 20, words: '5–15' },
    { name: 'B', rank: 20, low: 20, high: 20, best: 20, worst: 20, words: '20' },
  ];
  // Names take 102 of 300, the ends 64: 110 pixels for 0 … 20 from 112 on, 5.5 a rank.
  const svg = rankRanges(document, lines, 300, String);
  it('stand on one scale that holds the outermost', () => {
    expect(words(svg)).toEqual(['0', '10', '20', 'A', '5–15', 'B', '20']);
    expect(numbers(all(svg, 'circle'), 'cx')).toEqual([[167], [222]]);
  });
  it('reach from the low to the high end, thin lines to what was drawn', () => {
    expect(numbers(all(svg, 'rect'), 'x', 'width')).toEqual([
      [137.5, 59],
      [220, 4],
    ]);
    expect(numbers(all(svg, 'line[stroke-width]'), 'x1', 'x2')).toEqual([
      [112, 222],
      [222, 222],
    ]);
  });
});

describe('the strip of pairs', () => {
  const bar = (delta: number | null, part = {}) => ({ delta, isExact: true, words: '1/2', isCut: false, ...part });
  const draw = (...pairs: Parameters<typeof pairStrip>[1]) =>
    pairStrip(document, pairs, { width: 340, height: 120 }, (share) => `${share}`);
  it('draws a tie as a ring, sameness as a dash, a bound hatched', () => {
    const svg = draw(bar(0), bar(null), bar(0.1, { isExact: false }), bar(0.1));
    expect(all(svg, 'circle')).toHaveLength(1);
    expect(all(svg, 'line[stroke-width="2"]')).toHaveLength(1);
    expect(all(svg, 'rect[x]').map((one) => one.getAttribute('fill'))).toEqual(['url(#pair-hatch)', 'var(--faint)']);
  });
  it('draws a bound of nothing as a stub, not as a tie', () => {
    const svg = draw(bar(0, { isExact: false }), bar(0.1));
    expect(all(svg, 'circle')).toHaveLength(0);
    expect(numbers(all(svg, 'rect[x]'), 'height')[0]).toEqual([4]);
  });
  it('keeps heights in proportion and marks what is beyond the scale', () => {
    // Nine tenths of the ten are at most 0.1, so the scale ends at 0.11; the last is cut off there with an arrow.
    const svg = draw(...Array.from({ length: 9 }, () => bar(0.055)), bar(1));
    const heights = numbers(all(svg, 'rect[x]'), 'height');
    // 88 pixels for 0.0605.
    expect(heights[0]![0]).toBeCloseTo((0.055 / 0.0605) * 88, 1);
    expect(heights[9]).toEqual([88]);
    expect(all(svg, 'path')).toHaveLength(1);
  });
  it('marks the cut and keeps other labels away from it', () => {
    const svg = draw(...Array.from({ length: 20 }, (_, at) => bar(0.1, { words: String(at), isCut: at === 5 })));
    // 15 pixels a pair, a label every third: 3 and 6 are too near the cut at 5.
    expect(words(svg).filter((one) => /^\d+$/.test(one!) && one !== '0')).toEqual(['5', '9', '12', '15', '18']);
    expect(all(svg, 'line[stroke-dasharray]')).toHaveLength(1);
  });
  it('is an empty scale without pairs', () => {
    expect(all(draw(), 'rect[x]')).toHaveLength(0);
  });
});

describe('bars of effects', () => {
  it('stand on a common scale, the whole behind its part', () => {
    const svg = effectBars(
      document,
      [
        { name: 'A', value: 0.25, more: 0.5, words: '' },
        { name: 'B', value: null, more: null, words: '—' },
      ],
      400,
      1,
    );
    // Names take 168, the ends 92: 126 pixels for 1.
    expect(numbers(all(svg, 'rect'), 'width', 'opacity')).toEqual([
      [63, 0.3],
      [31.5, 1],
    ]);
    expect(words(svg)).toEqual(['A', '', 'B', '—']);
  });
});

it.each([
  ['研发费用', 48, '研发费用'],
  ['研发费用占比', 48, '研发费…'],
  ['abc', 48, 'abc'],
])('%s in %i pixels is %s', (text, width, wanted) => {
  expect(fitted(text, width, 12)).toBe(wanted);
});
