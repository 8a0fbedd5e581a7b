// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { areaPath, curvePath, firstFrom, stepPath, within } from '../../src/charts/curve-path';
import { densityPlan, distributionDensity, selectedDensity } from '../../src/charts/distribution-density';
import { distributionEcdf, ecdfPlan, selectedSteps } from '../../src/charts/distribution-ecdf';
import { distributionStrip, selectedDots, stripPlan } from '../../src/charts/distribution-strip';

const same = (value: number): number => value;
const down = (share: number): number => 100 - 100 * share;

describe('a path', () => {
  it('of steps rises at each figure, from the ground', () => {
    expect(stepPath({ at: [10, 20, 40], height: [0.25, 0.5, 1] }, same, down)).toBe('M10 100H10V75H20V50H40V0');
  });
  it('of a curve runs through its points, and its ground is closed', () => {
    const curve = { at: [0, 50, 100], height: [0, 1, 0] };
    expect(curvePath(curve, same, down)).toBe('M0 100L50 0L100 100');
    expect(areaPath(curve, same, down)).toBe('M0 100L0 100L50 0L100 100L100 100Z');
  });
  it('of nothing is nothing', () => {
    const none = { at: [], height: [] };
    expect([stepPath(none, same, down), curvePath(none, same, down), areaPath(none, same, down)]).toEqual(['', '', '']);
  });
  it('of a million firms is no longer than the picture is wide, and still a slope', () => {
    const at = Array.from({ length: 1_000_000 }, (_, place) => place / 2500);
    const path = stepPath({ at, height: at.map((_, place) => (place + 1) / at.length) }, same, down);
    const steps = [...path.matchAll(/H([\d.]+)V([\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
    expect(steps.length).toBeGreaterThan(1000);
    expect(steps.length).toBeLessThan(1300);
    for (const [x, y] of steps) expect(Math.abs(100 - x / 4 - y)).toBeLessThan(0.2);
  });
  it('is cut at the ends of an axis, which belong to it', () => {
    expect(within({ at: [1, 2, 3, 4], height: [0.1, 0.2, 0.3, 0.4] }, { low: 2, high: 3 })).toEqual({ at: [2, 3], height: [0.2, 0.3] });
  });
  it('finds the first figure that is not below another', () => {
    expect([0, 1, 2, 9].map((value) => firstFrom([1, 2, 2, 5], value))).toEqual([0, 0, 1, 4]);
  });
});

const SHARED = {
  tick: (value: number) => `${value}`,
  unit: '',
  range: () => '',
  pin: ({ name }: { name: string }) => ({ name, more: '' }),
};
const domain = { low: 0, high: 10, isLog: false };
const brushed = { ranges: [], missing: false };
const contents = (svg: SVGElement, name: string) => [...svg.querySelector(`[data-layer="${name}"]`)!.children];
const drawnAlike = (svg: SVGElement, name: string, alone: readonly SVGElement[]) =>
  contents(svg, name).length === alone.length && alone.every((mark, at) => mark.isEqualNode(contents(svg, name)[at]!));

describe('the ECDF', () => {
  const words = {
    ...SHARED,
    share: (share: number) => `${share}`,
    shareOfFirms: '',
    all: 'all',
    selected: 'selected',
    median: (value: number) => `M ${value}`,
    nothing: 'nobody',
  };
  const size = { width: 300, height: 200 };
  const all = { at: [2, 4, 20], height: [0.25, 0.75, 1] };
  const shown = { curves: { all, selected: { at: [4], height: [1] } }, domain, quantiles: null, pins: [], brushed };
  it('ends at the axis, with a dashed rise for the firms beyond it', () => {
    const plan = ecdfPlan(shown, size, words);
    const [path, rise] = contents(distributionEcdf(document, shown, size, words), 'all');
    expect(path!.getAttribute('d')).toMatch(new RegExp(`H${plan.x.to}$`));
    expect(rise!.getAttribute('stroke-dasharray')).toBe('2 2');
    expect([Number(rise!.getAttribute('y1')), Number(rise!.getAttribute('y2'))]).toEqual(
      [plan.y.at(0.75), plan.y.to].map((y) => expect.closeTo(y, 1)),
    );
  });
  it('draws its selected layer by itself as in the whole', () => {
    const alone = selectedSteps(document, shown.curves.selected, ecdfPlan(shown, size, words));
    expect(drawnAlike(distributionEcdf(document, shown, size, words), 'selected', alone)).toBe(true);
  });
});

describe('the density', () => {
  const words = { ...SHARED, all: 'all', selected: 'selected', bandwidth: (width: number) => `h ${width}`, refused: 'too few' };
  const size = { width: 320, height: 126 };
  const all = { at: [0, 5, 10], height: [0, 0.2, 0] };
  const shown = (selected: typeof all | null, curve: typeof all | null = all) => ({
    curves: { all: curve, selected, bandwidth: curve === null ? null : 0.5 },
    domain,
    pins: [],
    brushed,
  });
  it('is as high as the higher of its curves, and says its bandwidth', () => {
    const half = shown({ at: [0, 5, 10], height: [0, 0.4, 0] });
    // Head 18 and 4, foot 22: 82 px for 0.4, so 0.2 is 41 above the ground at 104.
    expect(contents(distributionDensity(document, half, size, words), 'all')[1]!.getAttribute('d')).toMatch(/L160 63L/);
    expect(distributionDensity(document, half, size, words).textContent).toContain('h 0.5');
  });
  it('that is refused says why and draws no curve', () => {
    const svg = distributionDensity(document, shown(null, null), size, words);
    expect([svg.textContent.includes('too few'), svg.querySelectorAll('path').length]).toEqual([true, 0]);
  });
  it('draws its selected layer by itself as in the whole', () => {
    const given = shown({ at: [0, 5, 10], height: [0, 0.1, 0] });
    const alone = selectedDensity(document, given.curves.selected!, densityPlan(given, size, words));
    expect(drawnAlike(distributionDensity(document, given, size, words), 'selected', alone)).toBe(true);
  });
});

describe('the strip', () => {
  const words = { ...SHARED, firm: (name: string, value: number) => `${name} ${value}`, nothing: 'nobody' };
  const size = { width: 320, height: 140 };
  const strip = (figures: readonly number[]) => ({
    firms: figures.map((value, at) => ({ firm: `${at}`, name: `f${at}`, value, selected: value > 5 })),
    domain,
    pins: [],
    brushed,
  });
  it('piles equal firms, none over another', () => {
    const { dots, radius } = stripPlan(strip([3, 3, 3, 8]), size, words);
    expect(dots.map(({ y }) => y)).toEqual([0, 1, 2, 0].map((order) => 140 - 22 - radius - 1 - order * (2 * radius + 1)));
    expect(new Set(dots.slice(0, 3).map(({ x }) => x)).size).toBe(1);
  });
  it('presses a high pile together and loses nobody', () => {
    const given = strip(Array.from({ length: 300 }, () => 3));
    const { dots } = stripPlan(given, size, words);
    expect(new Set(dots.map(({ y }) => y)).size).toBe(300);
    expect(Math.min(...dots.map(({ y }) => y))).toBeGreaterThanOrEqual(0);
    expect(distributionStrip(document, given, size, words).querySelectorAll('circle')).toHaveLength(300);
  });
  it('draws the selected as one path of as many dots, by itself as in the whole', () => {
    const given = strip([3, 6, 7, 7]);
    const alone = selectedDots(document, given.firms, stripPlan(given, size, words));
    expect(alone[0]!.getAttribute('d')!.match(/M/g)).toHaveLength(3);
    expect(drawnAlike(distributionStrip(document, given, size, words), 'selected', alone)).toBe(true);
  });
  it('of nobody says so', () => {
    expect(distributionStrip(document, strip([]), size, words).textContent).toBe('nobody');
  });
});
