// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { QuadrantPoint } from '../../scoring/seedlings/format';
import { liftWhiskers } from '../../src/charts/lift-whiskers';
import { placeOf, pointNear, quadrantPlan, type QuadrantShown } from '../../src/charts/seedling-quadrant-plan';

const point = (firm: string, growth: number | null, technology: number | null, listed = false): QuadrantPoint => ({
  firm,
  name: firm,
  growth,
  technology,
  verdict: 'unmet',
  listed,
});
const shown = (points: readonly QuadrantPoint[], growthCut: number | null = 0.2): QuadrantShown => ({
  points,
  growthCut,
  technologyCut: 0.5,
  picked: null,
});
const SIZE = { width: 600, height: 300 };

describe('growth against technology', () => {
  it('has a lane for what is unknown only where something is', () => {
    const known = quadrantPlan(shown([point('a', 0.1, 0.5)]), SIZE);
    expect([known.growthLane, known.technologyLane]).toEqual([null, null]);
    const plan = quadrantPlan(shown([point('a', null, 0.5), point('b', 0.1, null)]), SIZE);
    const [a, b] = [placeOf(point('a', null, 0.5), plan), placeOf(point('b', 0.1, null), plan)];
    expect(a.y).toBeGreaterThan(plan.y.from);
    expect(b.x).toBeLessThan(plan.x.from);
  });
  it('draws a firm beyond the axis at its end and counts it', () => {
    const points = [...Array.from({ length: 99 }, (_, at) => point(String(at), 0.3, 0.5)), point('far', 9, 0.5), point('low', -0.99, 0.5)];
    const plan = quadrantPlan(shown(points), SIZE);
    expect([plan.above, plan.below]).toEqual([1, 1]);
    expect(placeOf(point('far', 9, 0.5), plan).y).toBe(plan.y.to);
  });
  it('always shows the cut with its zone', () => {
    const plan = quadrantPlan(shown([point('a', 0.1, 0.5)], 1.4), SIZE);
    expect(plan.y.high).toBeCloseTo(1.5, 9);
  });
  it('stands with nobody in it', () => {
    const plan = quadrantPlan(shown([], null), SIZE);
    expect([plan.y.low, plan.y.high, plan.above]).toEqual([-0.2, 0.6, 0]);
  });
});

describe('the firm under the pointer', () => {
  const points = [point('plain', 0.2, 0.5), point('listed', 0.2, 0.512, true)];
  const plan = quadrantPlan(shown(points), SIZE);
  const at = placeOf(points[0]!, plan);
  it('is the nearest, one of the list before others', () => {
    expect(pointNear(points, plan, at.x, at.y)?.firm).toBe('plain');
    expect(pointNear(points, plan, at.x + 4, at.y)?.firm).toBe('listed');
  });
  it('is nobody out of reach', () => expect(pointNear(points, plan, at.x, at.y + 40)).toBeNull());
});

describe('lifts', () => {
  const words = { tick: String, none: 'none' };
  const line = (lift: number | null, low: number | null, high: number | null) => ({ lift, low, high, words: '', strong: false });
  const drawn = (lifts: ReturnType<typeof line>[]) => liftWhiskers(document, lifts, { width: 200, head: 30, row: 20, alarm: 5 }, words);
  it('always reach the alarm line, and say where there is none', () => {
    const svg = drawn([line(1.2, 0.8, 1.7), line(null, null, null)]);
    expect([...svg.querySelectorAll('text')].map((text) => text.textContent)).toEqual(['1', '3', '5', 'none']);
    expect(svg.querySelectorAll('circle')).toHaveLength(1);
  });
  it('beyond the alarm stay in the picture', () => {
    const [dot] = drawn([line(12, 9, 15)]).querySelectorAll('circle');
    expect(Number(dot!.getAttribute('cx'))).toBeLessThan(200);
  });
  it('without a range have no whisker', () => {
    expect(drawn([line(1, null, null)]).querySelectorAll('[stroke-linecap]')).toHaveLength(0);
  });
});
