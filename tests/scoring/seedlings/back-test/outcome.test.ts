import { describe, expect, it } from 'vitest';
import type { Ranked } from '../../../../scoring/board/context';
import { FATE, fatesOf } from '../../../../scoring/seedlings/back-test/outcome';
import type { BackTestAsk } from '../../../../scoring/seedlings/format';
import { rowsOfYear } from '../../../../scoring/year-rows';
import { type Line, literalBoard } from '../../board/literal-board';
import { panelOf } from '../../panel-of';
import { rankedOf } from '../ranked-of';
import { askWith } from './given';

const names = Object.keys(FATE) as (keyof typeof FATE)[];
const fates = (ctx: Ranked, ask: BackTestAsk, asOf = 2020): string[] =>
  Array.from(fatesOf(ctx, rowsOfYear(ctx.panel, asOf), asOf, ask), (code) => names.find((name) => FATE[name] === code)!);

/** One firm with revenue and staff of some years from 2020 on; null is a row without a figure, undefined no row. */
function fate(revenue: readonly (number | null | undefined)[], ask: Partial<BackTestAsk> = {}, staff: readonly number[] = []): string {
  const years = revenue.flatMap((value, at) => (value === undefined ? [] : [at]));
  const ctx = rankedOf(
    panelOf(
      { revenue: years.map((at) => revenue[at]!), employees: years.map((at) => staff[at] ?? 10) },
      { firm: years.map(() => 0), year: years.map((at) => 2020 + at) },
    ),
  );
  return fates(ctx, askWith({ horizon: 3, ...ask }))[0]!;
}

describe('high growth of 20 % over three years', () => {
  it.each([
    ['exactly: 10 → 17.28', [10, 11, 12, 17.28], 'came'],
    ['a hair below: 10 → 17.279999', [10, 11, 12, 17.279999], 'fell_short'],
    ['to nothing', [10, 11, 12, 0], 'fell_short'],
    ['into the red', [10, 11, 12, -5], 'fell_short'],
    ['over a base of 0', [0, 11, 12, 17], 'unknown'],
    ['over a negative base', [-1, 11, 12, 17], 'unknown'],
    ['over a missing base', [null, 11, 12, 17], 'unknown'],
    ['a missing base whoever leaves', [null, 11], 'unknown'],
    ['to a missing figure', [10, 11, 12, null], 'unknown_end'],
    ['gone', [10, 11, 12], 'left'],
    ['no row at the end, one later', [10, 11, 12, undefined, 20], 'unknown_end'],
  ])('%s', (_, revenue, wanted) => {
    expect(fate(revenue)).toBe(wanted);
  });
  it('a base below the floor is too small to grow from, one at it is not', () => {
    const setting = { ...askWith({}).setting, floor: 10 };
    expect([fate([9.99, 9, 9, 90], { setting }), fate([10, 11, 12, 18], { setting })]).toEqual(['barred', 'came']);
  });
});

describe('a merger suspect is looked at, never a positive', () => {
  it('a step of more than 300 % with staff doubled', () => {
    expect(fate([10, 10, 41, 41], {}, [10, 10, 20, 20])).toBe('review');
  });
  it('not 300 % sharp, not without staff', () => {
    expect([fate([10, 10, 40, 41], {}, [10, 10, 20, 20]), fate([10, 10, 41, 41], {}, [10, 10, 19, 20])]).toEqual(['came', 'came']);
  });
  it('nor one that grew five times over step by step', () => {
    expect(fate([10, 20, 35, 50], {}, [10, 20, 30, 40])).toBe('came');
  });
});

describe('a title gained', () => {
  const titles = { is: 'title', title: '高企' } as const;
  const line = (firm: string, year: number, held: readonly string[] | null): Line => ({ firm, year, score: 1, titles: held, revenue: 10 });
  const board = literalBoard([
    line('A', 2020, []),
    line('A', 2021, ['高企']),
    line('B', 2020, ['专精特新']),
    line('B', 2021, ['专精特新']),
    line('C', 2020, ['高企']),
    line('C', 2021, ['高企']),
    line('D', 2020, null),
    line('D', 2021, ['高企']),
    line('E', 2020, []),
    line('E', 2021, null),
    line('F', 2020, []),
  ]);
  it('is gained, not gained, held already, unknown at either end, or gone with the firm', () => {
    expect(fates(board, askWith({ outcome: titles, horizon: 1 }))).toEqual([
      'came',
      'fell_short',
      'barred',
      'unknown',
      'unknown_end',
      'left',
    ]);
  });
  it('nobody gains a title that the data do not know', () => {
    const unheard = fates(board, askWith({ outcome: { is: 'title', title: '独角兽' }, horizon: 1 }));
    expect(unheard.includes('came')).toBe(false);
  });
});

it('a score rises by the points asked, under the scheme in force; kept out by a gate or veto it has not risen', () => {
  const lines = (
    [
      ['A', 60, 70, 'ranked'],
      ['B', 60, 69.9, 'ranked'],
      ['C', 60, 90, 'vetoed'],
      ['D', 60, null, 'not_scored'],
      ['E', 60, 90, 'insufficient_data'],
    ] as const
  ).flatMap(([firm, then, now, status]): Line[] => [
    { firm, year: 2020, score: then, revenue: 10 },
    { firm, year: 2021, score: now, revenue: 10, status },
  ]);
  const board = literalBoard([...lines, { firm: 'F', year: 2020, score: null, status: 'failed', revenue: 10 }]);
  const rises = fates(board, askWith({ outcome: { is: 'score_rise', points: 10 }, horizon: 1 }));
  expect(rises).toEqual(['came', 'fell_short', 'fell_short', 'fell_short', 'unknown_end', 'unknown']);
});
