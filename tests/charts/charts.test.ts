// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { histogram } from '../../src/charts/histogram';
import { sparkline } from '../../src/charts/sparkline';
import { yearline } from '../../src/charts/yearline';

const size = { width: 46, height: 26, low: 0, high: 100 };

describe('sparkline', () => {
  it('runs from the first year to the last on the scale it is given', () => {
    // Inset 3: x is 3, 23, 43; y of 0, 50 and 100 is 23, 13 and 3.
    expect(sparkline([0, 50, 100], size).line).toBe('M3 23L23 13L43 3');
  });
  it('breaks at a missing year and never draws it as zero', () => {
    expect(sparkline([50, null, 50], size)).toEqual({
      line: 'M3 13M43 13',
      // Two circles: of radius 1.2 around 3, 13, and as the last year of radius 2 around 43, 13.
      dots: 'M1.8 13a1.2 1.2 0 1 0 2.4 0a1.2 1.2 0 1 0 -2.4 0M41 13a2 2 0 1 0 4 0a2 2 0 1 0 -4 0',
    });
  });
  it('is empty without a value', () => {
    expect(sparkline([null, null], size)).toEqual({ line: '', dots: '' });
  });
  it('draws equal ends level', () => {
    expect(sparkline([7, 7], { ...size, low: 7, high: 7 }).line).toBe('M3 13L43 13');
  });
  it('marks the last year only when it has a value', () => {
    expect(sparkline([10, 20, null], size).dots).toBe('');
  });
});

describe('histogram', () => {
  const bars = (svg: SVGElement): Element[] => [...svg.querySelectorAll('rect:not([opacity])')];
  it('gives the fullest bin the whole height and the others their share', () => {
    const heights = bars(histogram(document, [1, 2, 4], { width: 30, height: 42 })).map((bar) => bar.getAttribute('height'));
    expect(heights).toEqual(['10', '20', '40']);
  });
  it('leaves a gap for an empty bin and at least a pixel for one firm', () => {
    const drawn = bars(histogram(document, [1, 0, 1000], { width: 30, height: 42 }));
    expect(drawn.map((bar) => [bar.getAttribute('x'), bar.getAttribute('height')])).toEqual([
      ['0', '1'],
      ['20', '40'],
    ]);
  });
  it('is a bare ground without bins', () => {
    expect(bars(histogram(document, [], { width: 30, height: 42 }))).toHaveLength(0);
  });
});

describe('yearline', () => {
  const points = [
    { year: 2022, value: 60, label: '60.0' },
    { year: 2023, value: null, label: '' },
    { year: 2024, value: 80, label: '80.0' },
  ];
  it('labels what it draws and says every year', () => {
    const words = [...yearline(document, points, { width: 148, height: 110 }).querySelectorAll('text')].map((text) => text.textContent);
    expect(words).toEqual(['2022', '60.0', '2023', '2024', '80.0']);
  });
  it('draws a missing year hollow and breaks the line there', () => {
    const svg = yearline(document, points, { width: 148, height: 110 });
    expect(svg.querySelector('path')?.getAttribute('d')).toBe('M24 80M124 22');
    expect(svg.querySelectorAll('circle[stroke-dasharray]')).toHaveLength(1);
  });
});
