import { expect, it } from 'vitest';
import { boardTable, scoreTable } from '../../../scoring/board/export';
import { cellReason, cellValue } from '../../../scoring/board/cell';
import { BARE_SCHEME, type Line, literalBoard } from './literal-board';

const lines: Line[] = [
  { firm: 'A', year: 2024, score: 100 / 3, industry: '软件', titles: ['高企', '瞪羚'] },
  { firm: 'B', name: null, year: 2024, score: 90, industry: '医药', titles: [], unchecked: true, has: false },
  { firm: 'C', year: 2024, score: null, industry: null, titles: null },
  { firm: 'A', year: 2023, score: 10, industry: '软件', titles: [] },
];
const FROM = { scheme: 'bare@1', scheme_hash: 'abc', provenance: 'illustrative' };
const shown = (year: number | null, segment = {}) => {
  const table = boardTable(literalBoard(lines), year, segment, null);
  return Array.from({ length: table.rows }, (_, row) =>
    Object.fromEntries(table.columns.map(({ name, column }) => [name, cellValue(column, row)])),
  );
};

it('boardTable gives a board in order, unrounded, missing left missing', () => {
  expect(shown(2024)).toEqual([
    {
      firm: 'B',
      name: null,
      year: 2024,
      industry: '医药',
      type: '',
      score: 90,
      rank_overall: 1,
      rank_segment: 1,
      coverage: 1,
      status: 'ranked',
      unchecked: 1,
      'points:one': null,
      ...FROM,
    },
    {
      firm: 'A',
      name: 'A示例',
      year: 2024,
      industry: '软件',
      type: '高企;瞪羚',
      score: 33.333333333333336,
      rank_overall: 2,
      rank_segment: 2,
      coverage: 1,
      status: 'ranked',
      unchecked: 0,
      'points:one': 33.333333333333336,
      ...FROM,
    },
    {
      firm: 'C',
      name: 'C示例',
      year: 2024,
      industry: '?',
      type: '?',
      score: null,
      rank_overall: null,
      rank_segment: null,
      coverage: 1,
      status: 'not_scored',
      unchecked: 0,
      'points:one': 0,
      ...FROM,
    },
  ]);
});

it('boardTable keeps the reason of points that are not there', () => {
  const { columns } = boardTable(literalBoard(lines), 2024, {}, 'zh');
  expect(cellReason(columns.find(({ name }) => name === 'points:one')!.column, 0)).toBe('blank');
});

it('boardTable of every year, in one segment', () => {
  expect(
    shown(null, { industry: '软件' }).map(({ year, firm, rank_overall, rank_segment }) => [year, firm, rank_overall, rank_segment]),
  ).toEqual([
    [2023, 'A', 1, 1],
    [2024, 'A', 2, 1],
  ]);
});

it('boardTable writes the scheme’s own stages by name in a language, by id for programs, and leaves words of the data as they are', () => {
  const scheme = { ...BARE_SCHEME, stages: [{ id: 'late', name: { zh: '成熟期', en: 'Late' }, when: 'true' }] };
  const ctx = literalBoard(
    [
      { firm: 'A', year: 2024, score: 2, industry: 'late', stage: 0 },
      { firm: 'B', year: 2024, score: 1, industry: '软件', stage: -1 },
    ],
    scheme,
  );
  const said = (language: 'zh' | 'en' | null): unknown[] => {
    const { columns } = boardTable(ctx, 2024, {}, language);
    return ['industry', 'stage'].flatMap((id) => [0, 1].map((row) => cellValue(columns.find(({ name }) => name === id)!.column, row)));
  };
  expect(said('zh')).toEqual(['late', '软件', '成熟期', '?']);
  expect(said('en')).toEqual(['late', '软件', 'Late', '?']);
  expect(said(null)).toEqual(['late', '软件', 'late', '?']);
});

it('every row says which scheme it is of, how sure that is, and of which draft', () => {
  const board = literalBoard(lines);
  const last = (ctx: typeof board): unknown[] =>
    boardTable(ctx, 2024, {}, 'zh')
      .columns.slice(-4)
      .map(({ name, column }) => `${name}: ${cellValue(column, 2)}`);
  expect(last(board).slice(1)).toEqual([
    `scheme: ${board.scheme.name.zh} · 1`,
    'scheme_hash: abc',
    'provenance: 示例：数值仅为示例，不是任何地方的官方标准',
  ]);
  expect(last({ ...board, draft: '提高研发' })).toContain('draft: 提高研发');
});

it('scoreTable holds every firm-year that has a board, the unscored without a score, the unranked without a rank', () => {
  const ranked = literalBoard([...lines, { firm: 'D', year: 2024, score: 95, status: 'vetoed' }]);
  const table = scoreTable({ ...ranked, years: [2024] });
  expect(table.columns.map(({ name }) => name)).toEqual(['firm', 'year', 'score', 'coverage', 'status', 'rank']);
  const rows = Array.from({ length: table.rows }, (_, row) => table.columns.map(({ column }) => cellValue(column, row)));
  expect(rows.sort()).toEqual([
    ['A', 2024, 100 / 3, 1, 'ranked', 2],
    ['B', 2024, 90, 1, 'ranked', 1],
    ['C', 2024, null, 1, 'not_scored', null],
    ['D', 2024, 95, 1, 'vetoed', null],
  ]);
  // A draft may write over the totals later; what was handed out stays.
  ranked.totals.score.fill(0);
  expect(cellValue(table.columns[2]!.column, 0)).toBe(90);
});
