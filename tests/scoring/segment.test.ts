import { describe, expect, it } from 'vitest';
import { type Column, numberColumn, setColumn, textColumn } from '../../scoring/column';
import { type Cut, isMember, offeredDimensions, segmentCodes, segmentMembers, segmentValues } from '../../scoring/segment';
import { panelOf } from './board/literal-board';

const lines = ['a', 'b', 'c', 'd'].map((firm) => ({ firm, year: 2024, score: 1 }));
const stages = ['early', 'late'].map((id) => ({ id, name: { zh: id, en: id }, when: 'true' }));

const cut: Cut = {
  panel: panelOf(
    lines,
    new Map<string, Column>([
      ['industry', textColumn(['软件', null, '软件', '医药'])],
      ['titles', setColumn([['高企', '瞪羚'], [], null, ['瞪羚']])],
      ['district', textColumn([null, null, null, null])],
      ['stage', textColumn(['种子', '种子', null, '成熟'])],
      ['size_class', numberColumn([1, 2, null, 1])],
    ]),
  ),
  scheme: { stages: [] },
  evaluated: { stage: Int16Array.of(0, 1, -1, 1) },
};

describe('dimensions', () => {
  it('are offered where the field is there and has something in it', () => {
    expect(offeredDimensions(cut)).toEqual(['industry', 'type', 'stage', 'size']);
  });

  it.each([
    ['industry', [['软件'], ['?'], ['软件'], ['医药']]],
    ['type', [['高企', '瞪羚'], [''], ['?'], ['瞪羚']]],
    ['stage', [['种子'], ['种子'], ['?'], ['成熟']]],
    ['size', [['1'], ['2'], ['?'], ['1']]],
    ['district', [[], [], [], []]],
    ['chain', [[], [], [], []]],
  ] as const)('%s of each row: %j', (dimension, wanted) => {
    expect(lines.map((_, row) => segmentValues(cut, dimension, row))).toEqual(wanted);
  });

  it('take stages from the scheme where it has its own', () => {
    const staged: Cut = { ...cut, scheme: { stages } };
    expect(lines.map((_, row) => segmentValues(staged, 'stage', row))).toEqual([['early'], ['late'], ['?'], ['late']]);
  });

  it('hold a set of more than 32 words, the 32nd bit included', () => {
    const words = Array.from({ length: 40 }, (_, at) => `t${at}`);
    const wide: Cut = { ...cut, panel: panelOf(lines.slice(0, 2), new Map([['titles', setColumn([words, ['t31', 't39']])]])) };
    expect(segmentValues(wide, 'type', 0)).toEqual(words);
    expect(segmentValues(wide, 'type', 1)).toEqual(['t31', 't39']);
    expect([...segmentMembers(wide, { type: 't31' })]).toEqual([1, 1]);
    expect([...segmentMembers(wide, { type: 't30' })]).toEqual([1, 0]);
  });

  it('are worked out once a column', () => {
    expect(segmentCodes(cut, 'industry')).toBe(segmentCodes({ ...cut }, 'industry'));
  });
});

describe('a segment', () => {
  it.each([
    [{}, [1, 1, 1, 1]],
    [{ industry: '软件' }, [1, 0, 1, 0]],
    [{ industry: '?' }, [0, 1, 0, 0]],
    [{ type: '瞪羚' }, [1, 0, 0, 1]],
    [{ type: '' }, [0, 1, 0, 0]],
    [{ type: '?' }, [0, 0, 1, 0]],
    [{ type: '瞪羚', industry: '软件' }, [1, 0, 0, 0]],
    [{ industry: '没有' }, [0, 0, 0, 0]],
    [{ chain: '没有' }, [0, 0, 0, 0]],
  ])('%j holds rows %j', (segment, wanted) => {
    expect([...segmentMembers(cut, segment)]).toEqual(wanted);
    expect(lines.map((_, row) => Number(isMember(cut, segment, row)))).toEqual(wanted);
  });
});
