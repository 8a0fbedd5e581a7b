import { describe, expect, it } from 'vitest';
import type { BoardAsk, SortKey } from '../../../scoring/board/format';
import { makeBoard } from '../../../scoring/board/slice';
import { BARE_SCHEME, ASK, type Line, literalBoard } from './literal-board';

const lines: Line[] = [
  { firm: 'A', name: '甲示例', year: 2023, score: 70, industry: '软件', district: '高新', revenue: 10 },
  { firm: 'B', name: '乙示例', year: 2023, score: 80, industry: '软件', district: '高新', revenue: 20 },
  { firm: 'C', name: '丙示例', year: 2023, score: 60, industry: '医药', district: '武侯', revenue: 30 },
  { firm: 'A', name: '甲示例', year: 2024, score: 90, industry: '软件', district: '高新', revenue: 300 },
  { firm: 'B', name: '乙示例', year: 2024, score: 75, industry: '软件', district: null, revenue: null },
  { firm: 'C', name: '丙示例', year: 2024, score: 75 + 1e-12, industry: '医药', district: '武侯', revenue: 100 },
  { firm: 'D', name: null, year: 2024, score: 85, industry: '软件', district: '高新', revenue: 200, status: 'vetoed' },
  { firm: 'E', name: 'Eta (成都)', year: 2024, score: null, industry: null, district: '高新', revenue: 50, unchecked: true },
];
const ctx = literalBoard(lines);
const board = (part: Partial<BoardAsk> = {}) => makeBoard(ctx, { ...ASK, ...part });
const firms = (part: Partial<BoardAsk> = {}) => board(part).rows.map(({ firm }) => firm);

describe('makeBoard', () => {
  it('lists by rank, equals by key, then the unranked with their status', () => {
    const { rows, all, shown, counts, years } = board();
    expect(rows.map(({ firm, rank, tied, status }) => [firm, rank, tied, status])).toEqual([
      ['A', 1, false, 'ranked'],
      ['B', 2, true, 'ranked'],
      ['C', 2, true, 'ranked'],
      ['D', null, false, 'vetoed'],
      ['E', null, false, 'not_scored'],
    ]);
    expect([all, shown, years]).toEqual([5, 5, [2023, 2024]]);
    expect(counts).toEqual({ ranked: 3, not_scored: 1, vetoed: 1, no_stage: 0, insufficient_data: 0, failed: 0, unchecked: 1 });
  });

  it('ranks within the segment and keeps the overall rank beside it', () => {
    const { rows, all } = board({ segment: { industry: '医药' } });
    expect(rows.map(({ firm, rank, tied, overall }) => [firm, rank, tied, overall])).toEqual([['C', 1, false, 2]]);
    expect(all).toBe(1);
  });

  it.each([
    [{ industry: '?' }, { ranked: 0, vetoed: 0, not_scored: 1, unchecked: 1 }],
    [{ industry: '软件' }, { ranked: 2, vetoed: 1, not_scored: 0, unchecked: 0 }],
    [{ district: '高新' }, { ranked: 1, vetoed: 1, not_scored: 1, unchecked: 1 }],
  ])('counts in %j what became of its own firms: %j', (segment, wanted) => {
    expect(board({ segment }).counts).toMatchObject(wanted);
  });

  it('keeps a firm of unknown industry, in the unknown segment', () => {
    expect(firms({ segment: { industry: '?' } })).toEqual(['E']);
  });

  it.each([
    ['乙', ['B']],
    ['ETA', ['E']],
    ['（成都）', ['E']],
    [' d ', ['D']],
    ['示例', ['A', 'B', 'C']],
    ['没有', []],
  ])('the search %j shows %j and changes no rank', (search, wanted) => {
    const { rows, all, shown, counts } = board({ search });
    expect(rows.map(({ firm }) => firm)).toEqual(wanted);
    expect([all, shown, counts.ranked]).toEqual([5, wanted.length, 3]);
    for (const row of rows) expect(row.rank).toBe(board().rows.find(({ firm }) => firm === row.firm)!.rank);
  });

  it.each<[SortKey, boolean, string]>([
    ['rank', true, 'BCADE'],
    ['score', true, 'ADCBE'],
    ['score', false, 'BCDAE'],
    ['name', false, 'ECBAD'],
    ['field:revenue', true, 'ADCEB'],
    ['field:revenue', false, 'ECDAB'],
    ['field:district', false, 'CADEB'],
    ['field:nothing', true, 'ABCDE'],
    ['group:all', true, 'ADCBE'],
    ['group:nothing', false, 'ABCDE'],
    ['coverage', false, 'ABCDE'],
    ['change', true, 'ACBDE'],
    ['change', false, 'BACDE'],
  ])('sorted by %s, down %s: %s', (key, down, wanted) => {
    expect(firms({ sort: { key, down } }).join('')).toBe(wanted);
  });

  it('makes objects for the window only', () => {
    expect(firms({ offset: 1, count: 2 })).toEqual(['B', 'C']);
    expect(firms({ offset: 4, count: 10 })).toEqual(['E']);
    expect(firms({ offset: 99, count: 10 })).toEqual([]);
    expect(board({ offset: -3, count: 1 })).toMatchObject({ offset: 0, shown: 5 });
  });

  it('says for each row what was read, what changed and how it went before', () => {
    expect(board({ fields: ['revenue', 'industry', 'nothing'] }).rows[0]).toEqual({
      row: 3,
      firm: 'A',
      name: '甲示例',
      district: '高新',
      rank: 1,
      tied: false,
      overall: 1,
      change: { is: 'up', by: 1 },
      score: 90,
      groups: [90],
      lost: [0],
      deduction: 0,
      coverage: 1,
      status: 'ranked',
      unchecked: false,
      history: [70, 90],
      fields: [300, '软件', null],
    });
    expect(
      board()
        .rows.slice(1)
        .map(({ name, district, score, history }) => [name, district, score, history]),
    ).toEqual([
      ['乙示例', null, 75, [80, 75]],
      ['丙示例', '武侯', 75 + 1e-12, [60, 75 + 1e-12]],
      ['D', '高新', 85, [null, 85]],
      ['Eta (成都)', '高新', null, [null, null]],
    ]);
  });

  it('shows years before the first board in no history, but compares with them', () => {
    const { rows, years } = makeBoard(literalBoard(lines, BARE_SCHEME, { years: [2024] }), ASK);
    expect(years).toEqual([2024]);
    expect([rows[0]!.history, rows[0]!.change]).toEqual([[90], { is: 'up', by: 1 }]);
  });

  it('is empty for a year or a segment that is not there', () => {
    for (const part of [{ year: 1999 }, { segment: { chain: 'x' } }, { segment: { industry: 'x' } }]) {
      expect(board(part)).toMatchObject({ all: 0, shown: 0, rows: [], left: {}, leavers: [] });
    }
  });

  it('gives scale and groups in the weights in force, the largest of the stages unless one is chosen', () => {
    const stages = ['s', 'm'].map((id) => ({ id, name: { zh: id, en: id }, when: 'true' }));
    const scheme = { ...BARE_SCHEME, stages, cap: 90 };
    const staged = literalBoard(lines, scheme, { weights: [[40, 95]], draft: '试' });
    expect(makeBoard(staged, ASK)).toMatchObject({ fullMark: 90, groups: [{ id: 'all', kind: 'base', weight: 95 }], draft: '试' });
    expect(makeBoard(staged, { ...ASK, segment: { stage: 's' } })).toMatchObject({ fullMark: 40, groups: [{ weight: 40 }] });
    expect(board().scheme).toEqual({ id: 'bare', version: '1', name: BARE_SCHEME.name, provenance: 'illustrative', hash: 'abc' });
  });

  it('shows equals in order of firm key, whatever the order of rows and the noise in their scores', () => {
    const noisy: Line[] = [60, 70, 70 - 1e-9, 70].map((score, at) => ({ firm: ['d', 'c', 'a', 'b'][at]!, year: 2024, score }));
    expect(makeBoard(literalBoard(noisy), ASK).rows.map(({ firm }) => firm)).toEqual(['a', 'b', 'c', 'd']);
    expect(makeBoard(literalBoard(noisy.reverse()), ASK).rows.map(({ firm }) => firm)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('sorts sets by what they hold', () => {
    const titled: Line[] = [['b'], [], null, ['a', 'b'], ['a']].map((titles, at) => ({ firm: `${at}`, year: 2024, score: 50, titles }));
    const order = (down: boolean) =>
      makeBoard(literalBoard(titled), { ...ASK, sort: { key: 'field:titles', down }, fields: ['titles'] }).rows;
    expect(order(false).map(({ fields }) => fields[0])).toEqual(['', 'a', 'b;a', 'b', null]);
    expect(order(true).map(({ firm }) => firm)).toEqual(['0', '3', '4', '1', '2']);
  });
});
