// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { rankGrid } from '../../src/charts/rank-grid';
import { varianceBars } from '../../src/charts/variance-bars';
import { weightDots, weightMark } from '../../src/charts/weight-dots';

const percent = (share: number): string => `${Math.round(share * 100)}%`;
const texts = (svg: SVGElement): (string | null)[] => [...svg.querySelectorAll('text')].map((text) => text.textContent);

describe('weight dots', () => {
  // 400 wide: labels to 144, the scale from 152 to 152 + 232 at the largest share.
  const size = { width: 400, percent };
  it('stand on one scale from 0 to the largest share, the official one as a tick', () => {
    const svg = weightDots(document, [{ label: 'A', official: 0.1, others: [0.2, 0] }], size);
    expect(svg.querySelector('rect')!.getAttribute('x')).toBe('266.5');
    expect(svg.querySelector('circle')!.getAttribute('cx')).toBe('384');
    expect(svg.querySelector('path')!.getAttribute('d')).toMatch(/^M152 /);
    expect(texts(svg)).toEqual(['0%', '5%', '10%', '15%', '20%', 'A']);
  });
  it('draw nothing for a method without a weight', () => {
    const svg = weightDots(document, [{ label: 'A', official: 0.1, others: [null, null, null, null, null] }], size);
    expect(svg.querySelectorAll('circle, path')).toHaveLength(0);
    expect(svg.querySelectorAll('rect')).toHaveLength(1);
  });
  it('of nothing are an empty scale', () => {
    expect(weightDots(document, [], size).querySelectorAll('rect')).toHaveLength(0);
  });
  it('shorten a long name and leave one that fits', () => {
    const names = ['省级及以上创新平台与科技奖励数', '营业收入', 'Provincial platforms and awards'].map((label) =>
      texts(weightDots(document, [{ label, official: 1, others: [] }], size)).at(-1)!,
    );
    expect(names[0]).toMatch(/^省级及以上创新平台.*…$/);
    expect(names[1]).toBe('营业收入');
    expect(names[2]).toMatch(/^Provincial plat.*…$/);
  });
  it('differ in shape, not only in colour', () => {
    const shapes = (['circle', 'diamond', 'triangle', 'square', 'cross'] as const).map((shape) => {
      const mark = weightMark(document, shape, 0, 0);
      return mark.getAttribute('d') ?? mark.tagName;
    });
    expect(new Set(shapes).size).toBe(5);
  });
});

describe('variance bars', () => {
  it('cut a bar into shares that fill it, and write the first at the end', () => {
    // 400 wide: labels to 110, the bar from 118 over 232.
    const svg = varianceBars(document, [{ label: 'G', shares: [0.75, 0.25], hue: 0 }], { width: 400, percent });
    const bars = [...svg.querySelectorAll('rect')].map((bar) => [bar.getAttribute('x'), bar.getAttribute('width')]);
    expect(bars).toEqual([
      ['118', '173'],
      ['292', '57'],
    ]);
    expect(texts(svg)).toEqual(['G', '75%']);
  });
  it('say with a dash that a group has no components', () => {
    expect(texts(varianceBars(document, [{ label: 'G', shares: [], hue: 0 }], { width: 400, percent }))).toEqual(['G', '—']);
  });
});

describe('rank grid', () => {
  const words = { across: 'official', down: 'other', first: 'best', last: 'last' };
  const filled = (svg: SVGElement): Element[] => [...svg.querySelectorAll('rect[opacity]')];
  it('draws a step only where somebody is, the fuller the darker', () => {
    // 2 × 2 steps of (130 − 30) ÷ 2 = 50, from 26, 22.
    const drawn = filled(rankGrid(document, [4, 0, 0, 1], 2, 130, words)).map((cell) =>
      ['x', 'y', 'opacity'].map((key) => cell.getAttribute(key)),
    );
    expect(drawn).toEqual([
      ['26', '22', '1'],
      ['76', '72', '0.63'],
    ]);
  });
  it('of nobody is a bare frame with its words', () => {
    const svg = rankGrid(document, [0, 0, 0, 0], 2, 130, words);
    expect(filled(svg)).toHaveLength(0);
    expect(texts(svg)).toEqual(['official', 'best', 'last', 'other']);
  });
});
