import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../src/look/tokens.css', import.meta.url), 'utf8');
const tokens = new Map(
  [...css.matchAll(/--([a-z0-9-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map((found) => [
    found[1]!,
    [found[2]!, found[3]!] as const,
  ]),
);

/** A colour laid over another at a share. */
function over(above: string, below: string, share: number): string {
  const parts = [1, 3, 5].map((at) => share * parseInt(above.slice(at, at + 2), 16) + (1 - share) * parseInt(below.slice(at, at + 2), 16));
  return `#${parts.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
}

/** Contrast ratio of WCAG 2.2 (relative luminance of sRGB). */
function contrast(a: string, b: string): number {
  const luminance = (hex: string): number => {
    const [red, green, blue] = [1, 3, 5].map((at) => {
      const part = parseInt(hex.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
  };
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high! + 0.05) / (low! + 0.05);
}

it('measures black on white as 21 and #777777 on white as 4.48', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

describe.each([
  ['light', 0],
  ['dark', 1],
] as const)('in %s', (_, theme) => {
  const colour = (name: string): string => {
    const pair = tokens.get(name);
    if (!pair) throw new Error(`no token ${name}`);
    return pair[theme];
  };
  const grounds = ['bg', 'surface', 'sunken', 'accent-soft'];
  const texts = ['ink', 'soft', 'accent'].flatMap((text) => grounds.map((ground) => [text, ground] as const));
  it.each([
    ...texts,
    ['faint', 'bg'],
    ['faint', 'surface'],
    ['faint', 'sunken'],
    ['red', 'bg'],
    ['red', 'accent-soft'],
    ['green', 'bg'],
    ['green', 'accent-soft'],
    ['ink', 'missing'],
    ['mark-ink', 'mark'],
    ['danger', 'danger-soft'],
    ['danger', 'surface'],
    ['danger', 'bg'],
    ['accent-ink', 'accent'],
  ] as const)('%s on %s reaches AA for text', (text, ground) => {
    expect(contrast(colour(text), colour(ground))).toBeGreaterThanOrEqual(4.5);
  });
  it.each(['group-0', 'group-1', 'group-2', 'group-3', 'group-4', 'deduction'])(
    '%s stands out from the ground as a picture must',
    (group) => {
      expect(contrast(colour(group), colour('bg'))).toBeGreaterThanOrEqual(2.5);
    },
  );
  // The darkest shades on which pictures write figures.
  it.each([
    ['all', 1],
    ['plus', 0.5],
    ['minus', 0.5],
  ] as const)('ink on the darkest shade of %s reaches AA for text', (shade, share) => {
    expect(contrast(colour('ink'), over(colour(shade), colour('bg'), share))).toBeGreaterThanOrEqual(4.5);
  });
  it.each([
    ['all', 2.5],
    ['all-strong', 3],
    ['accent', 4.5],
  ] as const)('%s stands out from the ground of a picture', (name, least) => {
    expect(contrast(colour(name), colour('bg'))).toBeGreaterThanOrEqual(least);
  });
  it('what is selected stands out from everybody, also in grey', () => {
    expect(contrast(colour('accent'), colour('all'))).toBeGreaterThanOrEqual(2.5);
  });
});
