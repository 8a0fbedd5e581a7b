// @vitest-environment jsdom
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EXAMPLES } from '../gallery/examples';
import { fileOf, FOLDER, goldenOf } from './golden';

const names = Object.keys(EXAMPLES);

describe('the picture of the gallery stays as it was:', () => {
  it.each(names)('%s', (name) => {
    const { width, draw } = EXAMPLES[name]!;
    const { now, was } = goldenOf(name, draw(document, width));
    expect(now).toBe(was);
  });
  it('no picture is kept of an example that is gone', () => {
    const kept = readdirSync(FOLDER).filter((file) => !file.endsWith('.actual.svg'));
    expect(kept.sort()).toEqual(names.map((name) => `${fileOf(name)}.svg`).sort());
  });
});

/** Every attribute but names. */
function attributesOf(svg: SVGElement): string[] {
  return [svg, ...svg.querySelectorAll('*')].flatMap((one) =>
    [...one.attributes].filter(({ name }) => !['data-pin', 'data-row'].includes(name)).map(({ name, value }) => `${name}=${value}`),
  );
}

describe.each(names)('%s', (name) => {
  const { width, draw } = EXAMPLES[name]!;
  it.each([width, 300, 120])('has no broken number at %i px, and nothing of negative size', (given) => {
    const attributes = attributesOf(draw(document, given));
    expect(attributes.filter((each) => /NaN|Infinity|undefined|null/.test(each))).toEqual([]);
    expect(attributes.filter((each) => /^(width|height|r)=-/.test(each))).toEqual([]);
  });
  it('carries no id, so that several stand on one page, takes its colours from tokens and slants nothing', () => {
    const svg = draw(document, width);
    const attributes = attributesOf(svg);
    expect(svg.querySelectorAll('[id]')).toHaveLength(0);
    expect(attributes.filter((each) => each.includes('url(') || each.startsWith('font-style'))).toEqual([]);
    const colours = attributes.filter((each) => /^(fill|stroke)=/.test(each)).map((each) => each.replace(/^\w+=/, ''));
    expect(colours.filter((colour) => !/^(none|transparent|var\(--[a-z-]+\))$/.test(colour))).toEqual([]);
  });
});
