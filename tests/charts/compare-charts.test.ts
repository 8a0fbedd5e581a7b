// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { shiftPlot } from '../../src/charts/shift-plot';
import { splitBar } from '../../src/charts/split-bar';

const words = { up: (n: number) => `▲${n}`, down: (n: number) => `▼${n}`, rank: String, cut: '前 2' };
const size = { width: 254, height: 130 };
const plot = (rankA: number[], shift: number[], k: number) =>
  shiftPlot(document, { rankA, shift, last: Math.max(...rankA), k }, words, size);
const xs = (svg: SVGElement, name: string, key: string): (string | null)[] =>
  [...svg.querySelectorAll(name)].map((one) => one.getAttribute(key));

describe('shiftPlot', () => {
  it('draws everybody at the former rank, who comes into the first k and who leaves them by shape', () => {
    // Ranks 1 2 3 → 1 3 2 with k = 2: firm 2 leaves, firm 3 comes. 200 px from 44 for two steps of rank; up and down 1 place.
    const svg = plot([1, 2, 3], [0, -1, 1], 2);
    expect([xs(svg, 'circle', 'cx'), xs(svg, 'circle', 'cy')]).toEqual([['44'], ['60']]);
    expect(xs(svg, '.out', 'points')).toEqual(['144 110 140 103 148 103']);
    expect(xs(svg, '.in', 'points')).toEqual(['244 10 240 17 248 17']);
  });
  it('says its scale, and the cut only where it is inside', () => {
    const texts = (svg: SVGElement) => [...svg.querySelectorAll('text')].map((one) => one.textContent);
    expect(texts(plot([1, 3], [-5, 2], 9))).toEqual(['▲5', '0', '▼5', '1', '3']);
    expect(plot([1, 3], [0, 0], 9).querySelectorAll('line')).toHaveLength(1);
    expect(plot([1, 3], [0, 0], 2).querySelectorAll('line')).toHaveLength(2);
  });
  it('of a board on which nothing moves is a level row', () => {
    expect(new Set(xs(plot([1, 2, 3], [0, 0, 0], 1), 'circle', 'cy'))).toEqual(new Set(['60']));
  });
  it('of nobody is an empty frame', () => {
    expect(shiftPlot(document, { rankA: [], shift: [], last: 0, k: 2 }, words, size).querySelectorAll('circle, polygon')).toHaveLength(0);
  });
});

describe('splitBar', () => {
  const boxes = (svg: SVGElement): string[] =>
    [...svg.querySelectorAll('rect')].slice(1).map((one) => ['x', 'width'].map((key) => one.getAttribute(key)).join(' '));
  it('piles gains to the right and losses to the left of zero', () => {
    // 50 px a side for 10: 4 gained, 2 more gained, 3 lost.
    const svg = splitBar(
      document,
      [
        { value: 4, look: 'solid' },
        { value: 2, look: 'solid' },
        { value: -3, look: 'solid' },
      ],
      10,
      { width: 102, height: 14 },
    );
    expect(boxes(svg)).toEqual(['51 20', '71 10', '36 15']);
  });
  it('tells its parts apart without colour', () => {
    const svg = splitBar(
      document,
      [
        { value: 4, look: 'striped' },
        { value: 2, look: 'hollow' },
      ],
      10,
      { width: 102, height: 14 },
    );
    expect([
      svg.querySelectorAll('.striped path').length,
      svg.querySelectorAll('.hollow').length,
      svg.querySelectorAll('.hollow path').length,
    ]).toEqual([1, 1, 0]);
  });
  it('keeps its stripes inside the box', () => {
    const svg = splitBar(document, [{ value: 10, look: 'striped' }], 10, { width: 42, height: 14 });
    const path = svg.querySelector('path')!.getAttribute('d')!;
    const points = [...path.matchAll(/[ML]([\d.]+) ([\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
    expect(points.length).toBeGreaterThan(4);
    for (const [x, y] of points) expect(x >= 21 && x <= 41 && y >= 2 && y <= 12).toBe(true);
  });
  it('draws nothing for nothing, and nothing at all without a scale', () => {
    expect(boxes(splitBar(document, [{ value: 0, look: 'solid' }], 10, { width: 102, height: 14 }))).toEqual([]);
    expect(boxes(splitBar(document, [{ value: 0, look: 'solid' }], 0, { width: 102, height: 14 }))).toEqual([]);
  });
});
