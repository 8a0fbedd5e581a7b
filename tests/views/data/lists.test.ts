import { flushSync } from 'svelte';
import { describe, expect, it } from 'vitest';
import type { FindingEffect } from '../../../scoring/quality/format';
import { Effects } from '../../../src/views/data/effects.svelte';
import { Pages } from '../../../src/views/data/pages.svelte';

const soon = () => new Promise((done) => setTimeout(done, 0));
const numbers = (offset: number, count: number): Promise<number[]> =>
  Promise.resolve(Array.from({ length: count }, (_, at) => offset + at));

describe('a long list', () => {
  it('fetches only the pages looked at, each once', async () => {
    const asked: number[] = [];
    const pages = new Pages(1000, (offset, count) => (asked.push(offset), numbers(offset, count)));
    pages.need(90, 20);
    pages.need(95, 10);
    await soon();
    expect(asked).toEqual([0, 100]);
    expect([pages.at(99), pages.at(100), pages.at(500)]).toEqual([99, 100, null]);
  });
  it('shows the rows of the list before until its own are here, but none past its end', async () => {
    const before = new Pages(10, numbers);
    before.need(0, 10);
    await soon();
    const pages = new Pages(5, () => new Promise<number[]>(() => undefined), before);
    pages.need(0, 5);
    expect([pages.at(4), pages.at(5)]).toEqual([4, null]);
  });
  it('keeps a failure and asks again at the next look', async () => {
    let isBroken = true;
    const pages = new Pages(3, (offset, count) => (isBroken ? Promise.reject(new Error('gone')) : numbers(offset, count)));
    pages.need(0, 3);
    await soon();
    expect(pages.error).toBeInstanceOf(Error);
    isBroken = false;
    pages.need(0, 3);
    await soon();
    expect([pages.error, pages.at(2)]).toEqual([null, 2]);
  });
});

describe('effects of findings', () => {
  const EFFECT: FindingEffect = { scored: 3, ranked: 4, most: 1, turned: 0 };
  it('are asked for one after another and only once', async () => {
    const effects = new Effects();
    const started: string[] = [];
    let release: (effect: FindingEffect) => void = () => undefined;
    effects.ask('a', () => (started.push('a'), new Promise((done) => (release = done))));
    effects.ask('b', () => (started.push('b'), Promise.resolve(null)));
    effects.ask('a', () => (started.push('again'), Promise.resolve(EFFECT)));
    await soon();
    expect(started).toEqual(['a']);
    release(EFFECT);
    await soon();
    flushSync();
    expect(started).toEqual(['a', 'b']);
    expect([effects.at('a'), effects.at('b'), effects.at('c')]).toEqual([{ is: 'known', effect: EFFECT }, { is: 'decided' }, null]);
  });
  it('a failed one can be asked again', async () => {
    const effects = new Effects();
    effects.ask('a', () => Promise.reject(new Error('busy')));
    await soon();
    expect(effects.at('a')).toEqual({ is: 'failed' });
    effects.ask('a', () => Promise.resolve(EFFECT));
    await soon();
    expect(effects.at('a')).toEqual({ is: 'known', effect: EFFECT });
  });
  it('for a list no longer shown nothing more is asked', async () => {
    const effects = new Effects();
    let asked = 0;
    effects.ask('a', () => (asked++, Promise.resolve(EFFECT)));
    effects.ask('b', () => (asked++, Promise.resolve(EFFECT)));
    effects.end();
    await soon();
    expect(asked).toBe(0);
  });
});
