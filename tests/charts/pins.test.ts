// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { placingWithin } from '../../src/charts/free-place';
import { fitted, widthOf } from '../../src/charts/label';
import { pinLines, pinRoom, placePins } from '../../src/charts/pins';

const at = (x: number, name: string) => ({ x, name, more: '' });

describe('words of pinned firms', () => {
  it('stand in one lane while they have room beside each other', () => {
    const placed = placePins([at(50, '甲'), at(150, '乙'), at(250, '丙')], 0, 400);
    expect(placed.map(({ lane, isLeft }) => [lane, isLeft])).toEqual([
      [0, false],
      [0, false],
      [0, false],
    ]);
    expect(pinRoom(placed)).toBe(15);
  });
  it('of five firms at one place each have a lane or a side of their own', () => {
    const placed = placePins(
      ['甲', '乙', '丙', '丁', '戊'].map((name) => at(200, name)),
      0,
      400,
    );
    expect(new Set(placed.map(({ lane, isLeft }) => `${lane} ${isLeft}`)).size).toBe(5);
  });
  it('turn to the left at the right end', () => {
    expect(placePins([at(395, '芯禾微电子')], 0, 400).map(({ isLeft }) => isLeft)).toEqual([true]);
  });
  it('of 200 letters are cut, and the whole is told', () => {
    const name = '"<b>长</b>'.repeat(25);
    const svg = pinLines(document, placePins([at(200, name)], 0, 400), 40, 100);
    expect(svg.querySelector('text')!.textContent).toBe('"<b>长</b…');
    expect(svg.querySelector('title')!.textContent).toBe(name);
    expect(svg.querySelector('b')).toBeNull();
  });
  it('say more after a name only where all have room for it', () => {
    const more = { x: 100, name: '甲', more: '15.5 · P95 · 第 18/407' };
    expect(placePins([more], 0, 400)[0]!.words.more).toBe(more.more);
    expect(placePins([more], 0, 60).map(({ words }) => words.more)).toEqual(['']);
  });
  it('of nobody take no room', () => {
    expect(pinRoom(placePins([], 0, 400))).toBe(0);
  });
});

describe('words cut to a width', () => {
  it('end in an ellipsis, and fit', () => {
    expect(fitted('芯禾微电子股份有限公司', 66)).toBe('芯禾微电子…');
    expect(widthOf('芯禾微电子…')).toBe(66);
    expect(fitted('芯禾', 66)).toBe('芯禾');
  });
  it('never end in half a letter', () => {
    expect(fitted('𠮷𠮷𠮷𠮷', 25)).toBe('𠮷…');
    expect(fitted('𠮷𠮷', 5)).toBe('𠮷…');
  });
});

describe('a box placed', () => {
  const bounds = { x: 0, y: 0, width: 100, height: 40 };
  it('stands where it is wanted while nothing is there', () => {
    expect(placingWithin(bounds, [])({ width: 10, height: 10 }, { x: 0, y: 0 })).toEqual({ x: 0, y: 0 });
  });
  it('keeps off points and off the boxes before it', () => {
    const placing = placingWithin(bounds, [{ x: 5, y: 5 }]);
    const first = placing({ width: 10, height: 10 }, { x: 0, y: 0 });
    const second = placing({ width: 10, height: 10 }, { x: 0, y: 0 });
    expect(first.x > 5 || first.y > 5).toBe(true);
    expect(Math.abs(first.x - second.x) >= 10 || Math.abs(first.y - second.y) >= 10).toBe(true);
  });
  it('larger than its bounds stands at their corner', () => {
    expect(placingWithin(bounds, [])({ width: 500, height: 500 }, { x: 50, y: 20 })).toEqual({ x: 0, y: 0 });
  });
});
