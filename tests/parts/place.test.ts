import { expect, it } from 'vitest';
import { placeUnder } from '../../src/parts/place';

const screen = { width: 1000, height: 800 };
const box = { width: 200, height: 300 };

it('hangs under its anchor', () => {
  expect(placeUnder({ left: 100, right: 150, top: 50, bottom: 80 }, box, screen)).toEqual({ left: 100, top: 84 });
});
it('ends with its anchor when asked', () => {
  expect(placeUnder({ left: 700, right: 750, top: 50, bottom: 80 }, box, screen, 'end')).toEqual({ left: 550, top: 84 });
});
it('stays inside the window at the right edge', () => {
  expect(placeUnder({ left: 950, right: 990, top: 50, bottom: 80 }, box, screen).left).toBe(792);
});
it('goes above an anchor near the bottom', () => {
  expect(placeUnder({ left: 100, right: 150, top: 700, bottom: 730 }, box, screen).top).toBe(396);
});
it('stays inside when neither side has room', () => {
  expect(placeUnder({ left: 0, right: 50, top: 100, bottom: 130 }, { width: 200, height: 790 }, screen).top).toBe(8);
});
