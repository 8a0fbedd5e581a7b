// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { sharePath, type SharePoint } from '../../src/charts/share-path';

const SIZE = { width: 282, height: 156 };
const TICKS = [
  { share: 0.01, label: '1%' },
  { share: 1, label: '100%' },
];
const point = (year: number, share: number | null, apart: string | null = null): SharePoint => ({
  year,
  share,
  label: String(share),
  under: '',
  apart,
});
const draw = (points: readonly SharePoint[]): SVGElement => sharePath(document, points, TICKS, SIZE);
const line = (svg: SVGElement): string | null | undefined => svg.querySelector('path')?.getAttribute('d');

describe('a path of rank shares', () => {
  it('lies by the logarithm of the share, the best on top', () =>
    // 100 px from 1 % at 30 to 100 % at 130: 10 % is half way.
    expect(line(draw([point(2022, 1), point(2023, 0.1), point(2024, 0.01)]))).toBe('M56 130L156 80L256 30'));
  it('is not joined over years that cannot be compared, and says why', () => {
    const svg = draw([point(2022, 1), point(2023, 0.1), point(2024, 0.01, 'another stage')]);
    expect(line(svg)).toBe('M56 130L156 80M256 30');
    expect(svg.textContent).toContain('another stage');
  });
  it('is not joined over a year without a rank, which is a hollow mark', () => {
    const svg = draw([point(2022, 1), point(2023, null), point(2024, 0.01)]);
    expect(line(svg)).toBe('M56 130M256 30');
    expect(svg.querySelectorAll('circle[fill=none]')).toHaveLength(1);
  });
  it('of no ranks is marks only, and of one year stands in the middle', () => {
    expect(draw([point(2023, null), point(2024, null)]).querySelector('path')).toBeNull();
    expect(line(draw([point(2024, 0.1)]))).toBe('M141 80');
  });
});
