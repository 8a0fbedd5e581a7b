import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { concrete } from '../../src/publish/picture-markup';
import { tokensIn } from '../../src/publish/picture-tokens';

const TOKENS = tokensIn(readFileSync(new URL('../../src/look/tokens.css', import.meta.url), 'utf8'));

it('every colour of the page has a light one that stands by itself', () => {
  const colours = Object.keys(TOKENS).filter((name) => TOKENS[name]!.includes('light-dark('));
  expect(colours.length).toBeGreaterThan(15);
  expect(colours.map((name) => concrete(`var(${name})`, TOKENS)).filter((colour) => !/^#[0-9a-f]{6}$/.test(colour))).toEqual([]);
});

it('of a property set twice the first counts', () => {
  expect(tokensIn(':root { --a: 1px; --b: var(--a); } .x { --a: 2px; }')).toEqual({ '--a': '1px', '--b': 'var(--a)' });
});
