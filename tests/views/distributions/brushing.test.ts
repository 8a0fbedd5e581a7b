// @vitest-environment jsdom
import { flushSync } from 'svelte';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ChartAnswer, ChartSpec, SpreadAnswer } from '../../../scoring/distribution/format';
import { RELATION, SEGMENTS, SPREAD } from '../../fixtures/distribution-answers';
import { loadWords } from '../../fixtures/words';
import { button, pointer, press, stand } from './fixture';

beforeAll(loadWords);
let end: (() => Promise<void>) | null = null;
afterEach(async () => {
  await end?.();
  end = null;
});

/** Four bins from 0 to 40 %, zeros and the missing apart, 3 firms beyond. */
const FOUR: SpreadAnswer = {
  ...SPREAD,
  pins: [],
  account: { rows: 30, present: 25, left: [{ why: 'blank', count: 5 }], zero: 2, negative: 0 },
  bars: {
    ...SPREAD.bars,
    edges: [0, 0.1, 0.2, 0.3, 0.4],
    all: { bins: [8, 7, 3, 2], missing: 5, zero: 2, below: 0, above: 3 },
    selected: null,
  },
};
const SPEC: ChartSpec = { is: 'spread', measure: SPREAD.measure.id, mode: 'histogram', log: false };

function brushed(answer: ChartAnswer = FOUR, spec: ChartSpec = SPEC) {
  const shown = stand({ answer, spec, brushed: true, size: { width: 460, height: 250 } });
  end = shown.end;
  const events = () => shown.told.brushes.map(({ phase, x, how, missing }) => ({ phase, x, how, ...(missing ? { missing } : {}) }));
  const handle = (name: string) => shown.root.querySelector(`[role=slider][aria-label$="${name}"]`)!;
  return { ...shown, events, handle };
}

describe('the keyboard on a histogram', () => {
  it('moves an end by a bin, in stored units, and is done when the key is let go', () => {
    const { root, events } = brushed();
    press(root, '选区下界', 'ArrowRight');
    expect(events()).toEqual([
      { phase: 'start', x: [0.1, 0.4], how: 'set' },
      { phase: 'end', x: [0.1, 0.4], how: 'set' },
    ]);
  });
  it('moves by five bins with Shift, and never past the other end', () => {
    const { root, events } = brushed();
    press(root, '选区下界', 'ArrowRight', { shiftKey: true });
    expect(events()[0]?.x).toEqual([0.3, 0.4]);
  });
  it('is told what is selected, in the unit of the chart', () => {
    const { root, handle } = brushed();
    expect(handle('选区下界').getAttribute('aria-valuetext')).toBe('尚无选区，按方向键开始');
    press(root, '选区下界', 'ArrowRight');
    expect(handle('选区下界').getAttribute('aria-valuetext')).toBe('10%（选区 10–40%）');
    expect(handle('选区下界').getAttribute('aria-valuenow')).toBe('0.1');
  });
  it('clears by Escape', () => {
    const { root, events } = brushed();
    press(root, '选区上界', 'ArrowLeft');
    press(root, '选区上界', 'Escape');
    expect(events().slice(2)).toEqual([
      { phase: 'start', x: null, how: 'set' },
      { phase: 'end', x: null, how: 'set' },
    ]);
  });
  it('adds a further stretch by +, moved until Enter', () => {
    const { root, events } = brushed();
    press(root, '选区上界', 'End');
    press(root, '选区上界', 'ArrowLeft', { shiftKey: true });
    press(root, '选区上界', '+');
    press(root, '选区上界', 'ArrowRight');
    press(root, '选区上界', 'Enter');
    expect(events().slice(-3)).toEqual([
      { phase: 'start', x: [0.1, 0.2], how: 'add' },
      { phase: 'move', x: [0.1, 0.3], how: 'add' },
      { phase: 'end', x: [0.1, 0.3], how: 'add' },
    ]);
  });
  it('takes a stretch out by -, and Escape leaves the selection as it was', () => {
    const { root, events } = brushed();
    press(root, '选区下界', 'ArrowRight');
    press(root, '选区下界', '-');
    press(root, '选区下界', 'Escape');
    expect(events().slice(-2)).toEqual([
      { phase: 'start', x: [0.1, 0.2], how: 'subtract' },
      { phase: 'end', x: null, how: 'add' },
    ]);
  });
  it('leaves keys alone that are not its own', () => {
    const { root, events } = brushed();
    press(root, '选区下界', 'a');
    press(root, '选区下界', 'ArrowRight', { ctrlKey: true });
    expect(events()).toEqual([]);
  });
});

describe('bars of their own', () => {
  it('are taken in and out by a press, and say so', () => {
    const { root, events } = brushed();
    const zero = button(root, '零：2 家，选入或移出');
    zero.click();
    flushSync();
    expect(zero.getAttribute('aria-pressed')).toBe('true');
    zero.click();
    expect(events()).toEqual([
      { phase: 'start', x: [0, 0], how: 'add' },
      { phase: 'end', x: [0, 0], how: 'add' },
      { phase: 'start', x: [0, 0], how: 'subtract' },
      { phase: 'end', x: [0, 0], how: 'subtract' },
    ]);
  });
  it('the missing have no figures', () => {
    const { root, events } = brushed();
    button(root, '缺失：5 家，选入或移出').click();
    expect(events()[1]).toEqual({ phase: 'end', x: null, how: 'add', missing: true });
  });
  it('what lies beyond is an open range', () => {
    const { root, events } = brushed();
    button(root, '不低于所示上限：3 家，选入或移出').click();
    expect(events()[1]).toEqual({ phase: 'end', x: [0.4, Infinity], how: 'add' });
  });
});

describe('the pointer on a histogram', () => {
  /** The middle of the picture, and where a figure stands in it, read off the ticks. */
  function placed() {
    const shown = brushed();
    const group = shown.root.querySelector<HTMLElement>('[role=group]')!;
    const from =
      parseFloat(
        shown
          .handle('选区下界')
          .getAttribute('style')!
          .match(/left: ([\d.]+)px/)![1]!,
      ) + 5;
    const to =
      parseFloat(
        shown
          .handle('选区上界')
          .getAttribute('style')!
          .match(/left: ([\d.]+)px/)![1]!,
      ) + 5;
    return { ...shown, group, at: (figure: number) => from + ((to - from) * figure) / 0.4 };
  }
  it('drags a range whose ends are pixels of the picture', () => {
    const { group, at, told } = placed();
    pointer(group, 'down', at(0.1), 100);
    pointer(group, 'move', at(0.2), 100);
    pointer(group, 'move', at(0.3), 100);
    pointer(group, 'up', at(0.3), 100);
    expect(told.brushes.map(({ phase }) => phase)).toEqual(['start', 'move', 'end']);
    const [low, high] = told.brushes[2]!.x!;
    expect([low, high].map((figure) => Math.round(figure * 100))).toEqual([10, 30]);
    const { grid } = told.brushes[0]!;
    expect(grid.includes(low) && grid.includes(high)).toBe(true);
  });
  it.each([
    [{ shiftKey: true }, 'add'],
    [{ altKey: true }, 'subtract'],
    [{}, 'set'],
  ] as const)('with %j means %s', (keys, how) => {
    const { group, at, events } = placed();
    pointer(group, 'down', at(0.1), 100, keys);
    pointer(group, 'move', at(0.3), 100, keys);
    expect(events()[0]?.how).toBe(how);
  });
  it('moves an end it takes hold of, and the whole from within', () => {
    const { group, at, told } = placed();
    const drag = (from: number, to: number): number[] => {
      pointer(group, 'down', at(from), 100);
      pointer(group, 'move', at(to), 100);
      pointer(group, 'up', at(to), 100);
      return told.brushes.at(-1)!.x!.map((figure) => Math.round(figure * 100));
    };
    expect([drag(0.1, 0.2), drag(0.2, 0.3), drag(0.2, 0.25)]).toEqual([
      [10, 20],
      [10, 30],
      [15, 35],
    ]);
  });
  it('clears by a press beside a drag', () => {
    const { group, at, events } = placed();
    pointer(group, 'down', at(0.1), 100);
    pointer(group, 'move', at(0.3), 100);
    pointer(group, 'up', at(0.3), 100);
    pointer(group, 'down', at(0.35), 100);
    pointer(group, 'up', at(0.35), 100);
    expect(events().at(-1)).toEqual({ phase: 'end', x: null, how: 'set' });
  });
  it('leaves zeros to their bar where it is dragged to the left end', () => {
    const { group, at, told } = placed();
    pointer(group, 'down', at(0.1), 100);
    pointer(group, 'move', at(0) - 20, 100);
    expect(told.brushes[0]!.x![0]).toBe(Number.MIN_VALUE);
  });
  it('draws the selection over bars that stay, without drawing them anew', () => {
    const { root, group, at } = placed();
    const bar = root.querySelector('[data-layer=all] rect');
    pointer(group, 'down', at(0.1), 100);
    pointer(group, 'move', at(0.3), 100);
    expect(root.querySelector('[data-layer=all] rect')).toBe(bar);
    expect(root.querySelector('[data-layer=selected] path')?.getAttribute('d')).toMatch(/^M/);
    expect(root.querySelector('[data-layer=brush]')?.textContent).toContain('10–30%');
  });
});

it('segments are brushed along their common axis', () => {
  const { root, events } = brushed(SEGMENTS, {
    is: 'segments',
    measure: SEGMENTS.measure.id,
    by: 'industry',
    mode: 'letters',
    log: false,
    free: false,
  });
  press(root, '选区上界', 'ArrowLeft', { shiftKey: true });
  // A tenth of 0 … 25 %, and open below where nothing lies apart.
  expect(events()[1]).toEqual({ phase: 'end', x: [-Infinity, 0.225], how: 'set' });
});

describe('a relation', () => {
  const spec: ChartSpec = { is: 'relation', x: RELATION.x.id, y: RELATION.y.id, logX: false, logY: false };
  it('is brushed by four handles, a cell at a time', () => {
    const { root, told } = brushed(RELATION, spec);
    press(root, '技术创新：选区下界', 'ArrowRight');
    press(root, '三年营收复合增长：选区下界', 'ArrowUp');
    const { x, y } = told.brushes.at(-1)!;
    expect(x).toEqual([2, Infinity]);
    expect(y).toEqual([-0.35, Infinity]);
  });
  it('is brushed by a rectangle, and half a rectangle is none', () => {
    const { root, told } = brushed(RELATION, spec);
    const group = root.querySelector('[role=group]')!;
    pointer(group, 'down', 100, 60);
    pointer(group, 'move', 160, 60);
    expect(told.brushes[0]).toMatchObject({ phase: 'start', x: null, y: null });
    pointer(group, 'move', 160, 120);
    const { x, y } = told.brushes[1]!;
    expect(x![0] < x![1] && y![0] < y![1]).toBe(true);
  });
  it('lets go by Escape', () => {
    const { root, told } = brushed(RELATION, spec);
    press(root, '技术创新：选区下界', 'ArrowRight');
    press(root, '技术创新：选区下界', 'Escape');
    expect(told.brushes.at(-1)).toMatchObject({ phase: 'end', x: null, y: null, how: 'set' });
  });
});
