// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { IndicatorStudy } from '../../scoring/board/study';
import { studyBins } from '../../scoring/board/study-bins';
import { ruleHistogram, ruleScale } from '../../src/charts/rule-histogram';

const WORDS = { missing: '缺', count: (count: number) => `${count}`, figure: (value: number) => `${value}` };
const SIZE = { width: 400, height: 200 };
function study(figures: readonly number[], part: Partial<IndicatorStudy> = {}): IndicatorStudy {
  return {
    indicator: 'a',
    option: null,
    unit: null,
    firms: figures.length,
    present: figures.length,
    zero: 0,
    missing: [],
    tiers: null,
    curve: [],
    advice: null,
    earned: { now: 0, before: 0 },
    moved: { up: 0, down: 0, listed: [] },
    ...studyBins(Float64Array.from(figures), [], false),
    ...part,
  };
}
const draw = (of: IndicatorStudy, marks: Partial<Parameters<typeof ruleHistogram>[2]> = {}) =>
  ruleHistogram(document, of, { bounds: [], before: [], points: [], of: 10, ...marks }, SIZE, WORDS);
const bars = (svg: SVGElement) =>
  [...svg.children].filter((one) => one.tagName === 'rect').filter((rect) => rect.getAttribute('fill')?.startsWith('var(--hue'));

describe('ruleScale', () => {
  it.each([false, true])('a figure put on the picture and taken off again is the same (logarithm: %s)', (isLog) => {
    const scale = ruleScale({ low: 0, high: 100, isLog }, 400);
    for (const value of [0, 1, 10, 50, 100]) expect(scale.value(scale.x(value))).toBeCloseTo(value, 9);
  });
  it('what lies beyond the ends stands at them', () => {
    const scale = ruleScale({ low: 0, high: 10, isLog: false }, 400);
    expect([scale.x(-5), scale.x(99)]).toEqual([scale.x(0), scale.x(10)]);
  });
});

describe('ruleHistogram', () => {
  it('draws nobody, one firm and all equal', () => {
    for (const figures of [[], [3], [3, 3, 3]]) expect(draw(study(figures)).tagName).toBe('svg');
    expect(bars(draw(study([])))).toHaveLength(0);
  });
  it('missing firms are a bar of their own with their number', () => {
    const svg = draw(study([1, 2], { firms: 5 }));
    expect(svg.querySelector('rect[stroke-dasharray]')).not.toBeNull();
    expect(svg.textContent).toContain('3');
  });
  it('bins between an old and a new boundary are hatched, the others are not', () => {
    const figures = Array.from({ length: 100 }, (_, at) => at);
    const hatched = (bounds: number[], before: number[]) =>
      [...draw(study(figures), { bounds, before, points: ['0', '10'] }).querySelectorAll('rect')].filter(
        (rect) => rect.getAttribute('fill') === 'url(#crossing)',
      ).length;
    expect([hatched([50], [50]), hatched([50], [])]).toEqual([0, 0]);
    expect(hatched([70], [50])).toBeGreaterThan(0);
  });
  it('the old boundary is dashed, the new one is whole, points stand above their bands', () => {
    const svg = draw(study([0, 50, 100]), { bounds: [40], before: [60], points: ['2', '8'] });
    expect(svg.querySelectorAll('path[stroke-dasharray]')).toHaveLength(1);
    expect([...svg.querySelectorAll('text')].map((text) => text.textContent)).toEqual(expect.arrayContaining(['2', '8']));
  });
});
