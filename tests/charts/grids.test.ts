// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { MeasureFacts } from '../../scoring/distribution/format';
import type { Answer } from '../../scoring/statistics/answer';
import { correlationGrid } from '../../src/charts/correlation-grid';
import { heatTable } from '../../src/charts/heat-table';
import { legend, legendHeight } from '../../src/charts/legend';

const found = (value: number, n = 100): Answer => ({ value, reason: null, n });
const refused: Answer = { value: null, reason: 'constant', n: 4 };
const texts = (svg: Element) => [...svg.querySelectorAll('text')].map((text) => text.textContent);
const marked = (svg: Element, said: string) =>
  [...svg.querySelectorAll('g')].find((group) => group.querySelector('title')?.textContent === said)!;

describe('the grid of correlations', () => {
  const measure = (name: string): MeasureFacts => ({
    id: `field:${name}`,
    name: { zh: name, en: name },
    kind: 'number',
    unit: '',
    logUnit: 1,
    definition: null,
  });
  const words = {
    name: ({ name }: MeasureFacts) => name.zh,
    value: (value: number) => value.toFixed(2),
    cell: (row: MeasureFacts, column: MeasureFacts, { value, n }: Answer) => `${row.name.zh}${column.name.zh} ${value} n ${n}`,
    pale: 'few',
    refused: 'no figure',
  };
  const cells = [
    [found(1), found(0.8), found(-0.4)],
    [found(0.8), found(1), found(0.3, 12)],
    [found(-0.4), found(0.3, 12), found(1)],
  ];
  const draw = (width = 400, order = [0, 1, 2], given: Answer[][] = cells) =>
    correlationGrid(document, { measures: ['a', 'b', 'c'].map(measure), order, cells: given }, width, words);
  it('writes each figure in its cell, twice beside the diagonal, which is empty', () => {
    expect(texts(draw()).filter((said) => /^-?0\.(80|40|30)$/.test(said))).toEqual(['0.80', '-0.40', '0.80', '0.30', '-0.40', '0.30']);
  });
  it('stands in the order that puts like beside like', () => {
    expect(texts(draw(400, [2, 0, 1])).filter((said) => ['a', 'b', 'c'].includes(said!))).toEqual(['c', 'a', 'b']);
  });
  it('hatches what is negative, so that it is read in grey', () => {
    expect([marked(draw(), 'ac -0.4 n 100'), marked(draw(), 'ab 0.8 n 100')].map((cell) => cell.querySelectorAll('path').length)).toEqual([
      1, 0,
    ]);
  });
  it('is paler and dashed for fewer than 30 firms', () => {
    const cell = marked(draw(), 'bc 0.3 n 12');
    expect(cell.querySelectorAll('[stroke-dasharray]')).toHaveLength(1);
    expect(Number(cell.querySelector('rect')!.getAttribute('opacity'))).toBeLessThan(0.1);
  });
  it('hatches a refused cell in grey and writes nothing into it', () => {
    const cell = marked(
      draw(
        400,
        [0, 1, 2],
        [
          [found(1), refused, refused],
          [refused, found(1), refused],
          [refused, refused, found(1)],
        ],
      ),
      'ab null n 4',
    );
    expect([cell.querySelector('path')!.getAttribute('stroke'), cell.querySelectorAll('text').length]).toEqual(['var(--line-strong)', 0]);
  });
  it('numbers its columns where their names have no room, the rows with them', () => {
    const said = texts(draw(130));
    expect(said.filter((each) => each === '2')).toHaveLength(2);
    expect(said.filter((each) => each === '0.80')).toHaveLength(0);
  });
});

describe('the heat table', () => {
  const words = {
    name: ({ value }: { value: string }) => value,
    year: (year: number) => `${year}`,
    value: (value: number) => `${value}`,
    atMost: (value: number) => `≤ ${value}`,
    atLeast: (value: number) => `≥ ${value}`,
    cell: (row: { value: string }, year: number) => `${row.value} ${year}`,
    pale: 'few',
    refused: 'no figure',
  };
  const cell = (value: Answer) => ({ value, n: value.n, firms: value.n });
  const rows = [{ value: 'a', name: null, cells: [cell(found(2)), cell(found(6)), cell(found(900, 3)), cell(refused)] }];
  const svg = () => heatTable(document, { years: [2021, 2022, 2023, 2024], rows }, 400, words);
  const opacity = (said: string) => marked(svg(), said).querySelector('rect')?.getAttribute('opacity');
  it('is the darker the larger the figure, from the lowest to the highest', () => {
    expect([opacity('a 2021'), opacity('a 2022')]).toEqual(['0.08', '1']);
  });
  it('draws few firms pale and dashed, and lets them set no shade', () => {
    expect(marked(svg(), 'a 2023').querySelectorAll('[stroke-dasharray]')).toHaveLength(1);
    expect(texts(svg())).toEqual(expect.arrayContaining(['900', '≤ 2', '≥ 6']));
  });
  it('hatches a refused cell', () => {
    expect(marked(svg(), 'a 2024').querySelector('path')).not.toBeNull();
  });
  it('writes figures only where most have room', () => {
    const narrow = heatTable(document, { years: [2021, 2022, 2023, 2024], rows }, 60, words);
    expect(texts(narrow)).not.toContain('6');
  });
  it('of no rows has no legend', () => {
    expect(texts(heatTable(document, { years: [2024], rows: [] }, 400, words))).toEqual(['2024']);
  });
});

describe('a legend', () => {
  const items = ['one', 'two', 'three'].map((words) => ({ words, mark: () => [] }));
  it('goes on in the next line where one is full, and leaves nothing out', () => {
    expect([legendHeight(items, 400), legendHeight(items, 90), legendHeight(items, 10)]).toEqual([18, 36, 54]);
    expect(legend(document, items, 0, 90).map((text) => text.textContent)).toEqual(['one', 'two', 'three']);
  });
  it('of nothing takes no room', () => {
    expect(legendHeight([], 400)).toBe(0);
  });
});
