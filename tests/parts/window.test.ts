import { describe, expect, it } from 'vitest';
import { scrollTo, TALLEST, windowOf } from '../../src/parts/window';

describe('windowOf', () => {
  it('draws the rows in view and a few around them', () => {
    expect(windowOf(1000, 30, 300, 3000, 2)).toEqual({ first: 98, count: 14, height: 30_000, offset: 2940 });
  });
  it('starts at the first row and never before it', () => {
    expect(windowOf(1000, 30, 300, 0, 2)).toEqual({ first: 0, count: 12, height: 30_000, offset: 0 });
  });
  it('draws nothing of an empty table', () => {
    expect(windowOf(0, 30, 300, 0)).toEqual({ first: 0, count: 0, height: 0, offset: 0 });
  });
  it('draws all of a table shorter than the box', () => {
    expect(windowOf(3, 30, 300, 0)).toMatchObject({ first: 0, count: 3 });
  });
  it('keeps half a million rows of 34 pixels unscaled', () => {
    expect(windowOf(500_000, 34, 680, 340_000, 0)).toMatchObject({ first: 10_000, height: 17_000_000, offset: 340_000 });
  });
  it('scales a million rows so that the end of the bar is the last row', () => {
    const shown = windowOf(1_000_000, 34, 680, TALLEST - 680, 0);
    expect(shown.height).toBe(TALLEST);
    expect(shown.first + shown.count).toBe(1_000_000);
    // The last row ends where the ground ends.
    expect(shown.offset + shown.count * 34).toBeCloseTo(TALLEST, 3);
  });
  it('puts the middle of the bar in the middle of a million rows', () => {
    const { first } = windowOf(1_000_000, 34, 680, (TALLEST - 680) / 2, 0);
    expect(first).toBe(499_990);
  });
});

describe('scrollTo', () => {
  it('stays when the row is in view', () => {
    expect(scrollTo(5, 100, 30, 300, 90)).toBe(90);
  });
  it('brings a row above to the top edge', () => {
    expect(scrollTo(2, 100, 30, 300, 90)).toBe(60);
  });
  it('brings a row below to the bottom edge', () => {
    expect(scrollTo(20, 100, 30, 300, 90)).toBe(330);
  });
  it('does not scroll a table that fits', () => {
    expect(scrollTo(2, 3, 30, 300, 0)).toBe(0);
  });
  it.each([0, 123_456, 500_000, 999_999])('shows row %i of a million where it scrolled to', (row) => {
    const top = scrollTo(row, 1_000_000, 34, 680, 5_000_000);
    const { first, count } = windowOf(1_000_000, 34, 680, top, 0);
    expect(row).toBeGreaterThanOrEqual(first);
    expect(row).toBeLessThan(first + count);
  });
});
