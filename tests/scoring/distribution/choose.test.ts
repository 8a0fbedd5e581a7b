import { afterEach, describe, expect, it } from 'vitest';
import type { Ranked } from '../../../scoring/board/context';
import type { Segment } from '../../../scoring/board/format';
import { type Selection, setChosen } from '../../../scoring/chosen';
import { chooseGroups } from '../../../scoring/distribution/choose';
import { frameRows, partName, partsOf } from '../../../scoring/distribution/frame';
import type { Clause } from '../../../scoring/distribution/format';
import { firmSet } from '../../../scoring/firm-set';
import { offeredDimensions, segmentCodes, segmentMembers, segmentValues, valueName } from '../../../scoring/segment';
import { type Line, literalBoard } from '../board/literal-board';

// Firms a … d in two years; d's revenue of 2023 is missing.
const lines: readonly Line[] = [
  { firm: 'a', year: 2023, score: 50, revenue: 10, industry: '软件' },
  { firm: 'b', year: 2023, score: 60, revenue: 20, industry: '软件' },
  { firm: 'c', year: 2023, score: 70, revenue: 30, industry: '医药' },
  { firm: 'd', year: 2023, score: 80, revenue: null, industry: '医药' },
  { firm: 'a', year: 2024, score: 90, revenue: 30, industry: '软件' },
  { firm: 'b', year: 2024, score: 60, revenue: 20, industry: '软件' },
  { firm: 'c', year: 2024, score: 70, revenue: 5, industry: '医药' },
  { firm: 'd', year: 2024, score: 40, revenue: 25, industry: '软件' },
];
const ctx = literalBoard(lines);
const atLeast = (from: number, measure: 'field:revenue' | 'score' = 'field:revenue'): Clause => ({
  is: 'ranges',
  measure,
  ranges: [{ from, to: null }],
  missing: false,
});
const rule = (id: string, clauses: readonly Clause[], segment: Segment = {}): Selection => ({
  id,
  name: `组 ${id}`,
  is: 'rule',
  clauses,
  segment,
});
const list = (id: string, firms: readonly string[]): Selection => ({ id, name: `名单 ${id}`, is: 'list', firms });
const held = (of: Ranked, value: string): string =>
  [...segmentMembers(of, { chosen: value })]
    .flatMap((inside, row) => (inside ? [`${lines[row]!.firm}${lines[row]!.year % 100}`] : []))
    .join(' ');

afterEach(() => setChosen(ctx.panel, null));

describe('chosen groups', () => {
  it('are no dimension while there are none', () => {
    chooseGroups(ctx, []);
    expect([segmentCodes(ctx, 'chosen'), offeredDimensions(ctx), segmentValues(ctx, 'chosen', 0)]).toEqual([null, ['industry'], []]);
    expect(held(ctx, 'x')).toBe('');
  });

  it('a rule holds anew in every year, a missing figure is in no range; a list is the same firms in every year', () => {
    chooseGroups(ctx, [rule('big', [atLeast(20)]), list('named', ['a', 'd', 'nobody'])]);
    expect(offeredDimensions(ctx)).toEqual(['industry', 'chosen']);
    expect(held(ctx, 'big')).toBe('b23 c23 a24 b24 d24');
    expect(held(ctx, 'named')).toBe('a23 d23 a24 d24');
    expect(held(ctx, '')).toBe('c24');
    expect(lines.map((_, row) => segmentValues(ctx, 'chosen', row))).toEqual([
      ['named'],
      ['big'],
      ['big'],
      ['named'],
      ['big', 'named'],
      ['big'],
      [''],
      ['big', 'named'],
    ]);
  });

  it('a rule holds within its segment, as membership was in each year; without a condition it is that segment', () => {
    chooseGroups(ctx, [rule('soft', [], { industry: '软件' }), rule('big-soft', [atLeast(25)], { industry: '软件' })]);
    expect(held(ctx, 'soft')).toBe('a23 b23 a24 b24 d24');
    expect(held(ctx, 'big-soft')).toBe('a24 d24');
  });

  it('a year that is read for comparison alone has members too: a change against it asks who they were', () => {
    const late = { ...ctx, years: [2024] };
    chooseGroups(late, [rule('big', [atLeast(20)])]);
    expect(held(late, 'big')).toBe('b23 c23 a24 b24 d24');
  });

  it('are those of the scheme in force, whatever a draft makes of the scores', () => {
    chooseGroups(ctx, [rule('good', [atLeast(70, 'score')])]);
    const draft: Ranked = { ...ctx, draft: '试', totals: { ...ctx.totals, score: ctx.totals.score.map(() => 100) } };
    expect(held(draft, 'good')).toBe('c23 d23 a24 c24');
  });

  it('a rule over chosen groups sees those before it, and holds for nobody once one of them is gone', () => {
    const within = rule('big-good', [atLeast(60, 'score')], { chosen: 'big' });
    const crossed = rule('named-big', [{ is: 'segments', dimension: 'chosen', values: ['named'] }, atLeast(20)]);
    chooseGroups(ctx, [rule('big', [atLeast(20)]), list('named', ['a', 'd']), within, crossed]);
    expect([held(ctx, 'big-good'), held(ctx, 'named-big')]).toEqual(['b23 c23 a24 b24', 'a24 d24']);
    chooseGroups(ctx, [within, crossed]);
    expect([held(ctx, 'big-good'), held(ctx, 'named-big')]).toEqual(['', '']);
  });

  it('a rule over an indicator or a dimension that is not here holds for nobody', () => {
    chooseGroups(ctx, [
      rule('lost', [{ is: 'ranges', measure: 'figure:gone', ranges: [{ from: null, to: null }], missing: true }]),
      rule('nowhere', [], { chain: '氢能' }),
    ]);
    expect([held(ctx, 'lost'), held(ctx, 'nowhere')]).toEqual(['', '']);
  });

  it('are read by name, and "in none" has no name', () => {
    chooseGroups(ctx, [rule('big', [atLeast(20)])]);
    expect(['big', '', 'gone'].map((value) => valueName(ctx, 'chosen', value))).toEqual([{ zh: '组 big', en: '组 big' }, null, null]);
    expect(partName(ctx, 'chosen', 'big')).toEqual({ zh: '组 big', en: '组 big' });
  });

  it('overlap only where a firm is in two of them', () => {
    const rows = frameRows(ctx, { year: 2024, segment: {} });
    const parts = () => {
      const { values, starts, members, overlaps } = partsOf(ctx, 'chosen', rows)!;
      const firms = values.map((_, at) => Array.from(members.subarray(starts[at], starts[at + 1]), (i) => lines[rows[i]!]!.firm).join(''));
      return [values, firms, overlaps];
    };
    chooseGroups(ctx, [rule('big', [atLeast(20)])]);
    expect(parts()).toEqual([['big', ''], ['abd', 'c'], false]);
    chooseGroups(ctx, [rule('big', [atLeast(20)]), list('named', ['a'])]);
    expect(parts()).toEqual([['big', 'named', ''], ['abd', 'a', 'c'], true]);
  });

  it('a frame cut by a group that has changed is cut anew, one cut by another segment is the same list', () => {
    const segment = { chosen: 'big' };
    const firms = () => Array.from(frameRows(ctx, { year: 2024, segment }), (row) => lines[row]!.firm).join('');
    chooseGroups(ctx, [rule('big', [atLeast(20)])]);
    const soft = frameRows(ctx, { year: 2024, segment: { industry: '软件' } });
    expect(firms()).toBe('abd');
    chooseGroups(ctx, [rule('big', [atLeast(26)])]);
    expect(firms()).toBe('a');
    chooseGroups(ctx, []);
    expect(firms()).toBe('');
    expect(frameRows(ctx, { year: 2024, segment: { industry: '软件' } })).toBe(soft);
  });
});

describe('firms by key', () => {
  it.each([1, 25])('are found among the keys of the panel, %i times the list', (times) => {
    const keys = Array.from({ length: times }, (_, at) => ['c', `x${at}`, 'a']).flat();
    expect([...firmSet(ctx.panel, keys)]).toEqual([1, 0, 1, 0]);
  });
  it('none are none', () => {
    expect([...firmSet(ctx.panel, [])]).toEqual([0, 0, 0, 0]);
  });
});
