// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { relationPlan, type RelationShown, type RelationWords } from '../../src/charts/relation-plan';
import { relationBrush, relationPlot, selectedFirms } from '../../src/charts/relation-plot';

const WORDS: RelationWords = {
  x: { tick: (value) => `${value}`, unit: '', name: 'X' },
  y: { tick: (value) => `${value}`, unit: '', name: 'Y' },
  cells: 'each',
  shade: (from, to) => `${from}-${to}`,
  medians: 'medians',
  nothing: 'nobody',
  cell: (count, x, y) => `${x.from}–${x.to}, ${y.from}–${y.to}: ${count}`,
};
const SIZE = { width: 300, height: 240 };
/** Three columns of two rows, from the lowest y. */
const SHOWN: RelationShown = {
  logX: false,
  logY: false,
  xEdges: [0, 10, 20, 30],
  yEdges: [-5, 0, 5],
  cells: [1, 0, 4, 64, 2, 0],
  selectedCells: null,
  points: [],
  medians: [],
  pins: [],
};
const draw = (shown: Partial<RelationShown> = {}) => relationPlot(document, { ...SHOWN, ...shown }, null, SIZE, WORDS);
const all = (svg: SVGElement) => [...svg.querySelector('[data-layer="all"]')!.children];
const point = (firm: string, x: number, y: number, selected: boolean) => ({ firm, name: firm, x, y, selected });

describe('a relation', () => {
  it('is drawn by cells with anyone in them, told with their bounds', () => {
    expect(all(draw()).map((cell) => cell.querySelector('title')!.textContent)).toEqual([
      '0–10, -5–0: 1',
      '20–30, -5–0: 4',
      '0–10, 0–5: 64',
      '10–20, 0–5: 2',
    ]);
  });
  it('has the lowest y at the bottom, and the fuller cell the darker', () => {
    const [one, four, most] = all(draw());
    expect(Number(one!.getAttribute('y'))).toBeGreaterThan(Number(most!.getAttribute('y')));
    const shades = [one, four, most].map((cell) => Number(cell!.getAttribute('opacity')));
    expect([shades[0]! < shades[1]!, shades[1]! < shades[2]!]).toEqual([true, true]);
  });
  it('names each shade by the firms of a cell, without gap or overlap', () => {
    // 64 firms in six shades of one factor, 2: 1, 2, 4, 8, 16, 32.
    const said = [...draw().querySelectorAll('text')].map((text) => text.textContent);
    expect(said).toEqual(expect.arrayContaining(['1-1', '2-3', '4-7', '8-15', '16-31', '32-null']));
  });
  it('finds the cell under a place again', () => {
    const plan = relationPlan(SHOWN, SIZE, WORDS);
    const middles = [0, 1, 2, 3, 4, 5].map((cell) =>
      plan.cellAt(plan.x.at(5 + 10 * (cell % 3)), plan.y.at(-2.5 + 5 * Math.floor(cell / 3))),
    );
    expect(middles).toEqual([0, 1, 2, 3, 4, 5]);
    expect([plan.cellAt(plan.x.to, plan.y.to), plan.cellAt(plan.x.from - 1, plan.y.to)]).toEqual([5, null]);
  });
  it('of few firms is drawn by dots with their names', () => {
    const svg = draw({ points: [point('a', 5, 2, false), point('<b>', 15, -2, true)] });
    expect(all(svg).map((dot) => [dot.tagName, dot.textContent])).toEqual([['circle', 'a']]);
    expect(svg.querySelector('[data-layer="selected"] path')!.getAttribute('d')!.match(/M/g)).toHaveLength(1);
  });
  it('draws the selected cells over the others, as many as have anyone, by itself as in the whole', () => {
    const shown = { ...SHOWN, selectedCells: [0, 0, 1, 8, 0, 0] };
    const alone = selectedFirms(document, shown, relationPlan(shown, SIZE, WORDS));
    expect(alone.map((path) => path.getAttribute('d')!.match(/Z/g)!.length)).toEqual([1, 1]);
    const whole = draw(shown).querySelector('[data-layer="selected"]')!;
    expect(alone.every((path, at) => path.isEqualNode(whole.children[at]!))).toBe(true);
  });
  it('has an edge of its brush at the end of the axis where a side is open', () => {
    const plan = relationPlan(SHOWN, SIZE, WORDS);
    const brush = { x: { from: 10, to: null }, y: { from: null, to: 0 }, words: '5' };
    const [shade] = relationBrush(document, brush, plan);
    const [left, right, bottom, top] = [plan.x.at(10), plan.x.to, plan.y.from, plan.y.at(0)];
    const wanted = [left, top, right - left, bottom - top].map((value) => expect.closeTo(value, 1));
    expect(['x', 'y', 'width', 'height'].map((key) => Number(shade!.getAttribute(key)))).toEqual(wanted);
  });
  it('runs its line through the medians in the band of their quartiles', () => {
    const median = (x: number) => ({ x, from: x - 5, to: x + 5, median: 0, q1: -2, q3: 2, n: 9 });
    const layer = draw({ medians: [median(5), median(15)] }).querySelector('[data-layer="medians"]')!;
    const y = relationPlan(SHOWN, SIZE, WORDS).y.at(0);
    expect(
      layer.children[2]!.getAttribute('d')!
        .match(/[\d.]+ ([\d.]+)/g)!
        .map((pair) => Number(pair.split(' ')[1])),
    ).toEqual([y, y]);
    expect(layer.children[0]!.getAttribute('d')!.match(/L/g)).toHaveLength(3);
  });
  it('marks 0 with a line where it is inside', () => {
    const strong = (svg: SVGElement) =>
      [...svg.querySelectorAll('line')].filter((one) => one.getAttribute('stroke') === 'var(--line-strong)').length;
    expect(strong(draw()) - strong(draw({ yEdges: [0, 5, 10] }))).toBe(1);
  });
  it('of nobody says so and has no legend', () => {
    const said = [...draw({ cells: [0, 0, 0, 0, 0, 0] }).querySelectorAll('text')].map((text) => text.textContent);
    expect(said).toEqual(['Y', 'nobody', 'X']);
  });
  it('leaves a pinned firm without one of the figures out', () => {
    const svg = draw({
      pins: [
        { firm: 'a', name: 'A', x: 5, y: 1 },
        { firm: 'b', name: 'B', x: 5, y: null },
      ],
    });
    expect([...svg.querySelectorAll('[data-pin]')].map((pin) => pin.getAttribute('data-pin'))).toEqual(['A']);
  });
});
