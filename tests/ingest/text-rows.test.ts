import { describe, expect, it } from 'vitest';
import { TextRows } from '../../src/ingest/text-rows';
import type { Dialect } from '../../src/model/source';

function rows(text: string, marks: Partial<Pick<Dialect, 'delimiter' | 'quote' | 'escape'>> = {}, pieces: readonly string[] = [text]) {
  const found: [number, string[], boolean][] = [];
  const reader = new TextRows({ delimiter: ',', quote: '"', ...marks }, (cells, line, stray) => void found.push([line, cells, stray]));
  pieces.forEach((piece, index) => reader.push(piece, index === pieces.length - 1));
  return found;
}

const clean = (...list: readonly (readonly [number, readonly string[]])[]) => list.map(([line, cells]) => [line, cells, false]);

describe('lines are those an editor shows', () => {
  it.each([
    ['a,b\n1,2\n', clean([1, ['a', 'b']], [2, ['1', '2']])],
    ['a,b\n1,2', clean([1, ['a', 'b']], [2, ['1', '2']])],
    ['a\n\nb\n\n', clean([1, ['a']], [2, ['']], [3, ['b']], [4, ['']])],
    ['"x\ny",1\nz,2', clean([1, ['x\ny', '1']], [3, ['z', '2']])],
    ['"a ""b"" c",1', clean([1, ['a "b" c', '1']])],
    ['"a" ,1\n', clean([1, ['a', '1']])],
    ['a"b,1\n5",2\n', clean([1, ['a"b', '1']], [2, ['5"', '2']])],
    ['a,b,', clean([1, ['a', 'b', '']])],
    ['', []],
  ])('%j', (text, wanted) => {
    expect(rows(text)).toEqual(wanted);
  });
});

it('a quote that never closes costs its own line only', () => {
  expect(rows('1,"a,x\n2,b,y\n3,"c",z\n')).toEqual([
    [1, ['1', '"a', 'x'], true],
    [2, ['2', 'b', 'y'], false],
    [3, ['3', 'c', 'z'], false],
  ]);
});

it('text behind a closing quote costs its own line only', () => {
  expect(rows('"示例"公司,"甲",1\n乙,"丙",2\n')).toEqual([
    [1, ['"示例"公司', '甲', '1'], true],
    [2, ['乙', '丙', '2'], false],
  ]);
});

it('a quoted cell of 50 lines is one cell; one of 52 is a stray quote', () => {
  const cell = (lines: number) => `"${Array.from({ length: lines }, (_, at) => `n${at}`).join('\n')}",1\nz,2\n`;
  expect(rows(cell(50)).map(([line, cells]) => [line, cells.length])).toEqual([
    [1, 2],
    [51, 2],
  ]);
  expect(rows(cell(53))[0]).toEqual([1, ['"n0'], true]);
  expect(rows(cell(53)).at(-1)).toEqual([54, ['z', '2'], false]);
});

it('no quotes at all where none are agreed', () => {
  expect(rows('"a,b"\n', { quote: '' })).toEqual(clean([1, ['"a', 'b"']]));
});

it('other marks: tab, full-width comma, single quotes', () => {
  expect(rows('a\tb\n', { delimiter: '\t' })).toEqual(clean([1, ['a', 'b']]));
  expect(rows('甲，1,5\n', { delimiter: '，' })).toEqual(clean([1, ['甲', '1,5']]));
  expect(rows("'a,b','it''s'\n", { quote: "'" })).toEqual(clean([1, ['a,b', "it's"]]));
});

describe('a backslash takes the meaning of the next mark away', () => {
  const escaped = (text: string, quote: '"' | '' = '"') => rows(text, { quote, escape: '\\' }).map(([, cells, stray]) => [...cells, stray]);
  it.each([
    ['"say \\"hi\\"",1\n', [['say "hi"', '1', false]]],
    ['"a\\\\",b\n', [['a\\', 'b', false]]],
    ['a\\,b,c\n', [['a,b', 'c', false]]],
    ['a\\\nb,c\n', [['a\nb', 'c', false]]],
    ['\\N,"\\N"\n', [['', '\\N', false]]],
    ['C:\\temp,D\n', [['C:\\temp', 'D', false]]],
    [
      '"a"b,c\nd,e\n',
      [
        ['"a"b', 'c', true],
        ['d', 'e', false],
      ],
    ],
    [
      '"a,b\nc,d\n',
      [
        ['"a', 'b', true],
        ['c', 'd', false],
      ],
    ],
    ['a,b', [['a', 'b', false]]],
    ['a,b,\n', [['a', 'b', '', false]]],
  ])('%j', (text, wanted) => {
    expect(escaped(text)).toEqual(wanted);
  });
  it('in a file without quotes', () => {
    expect(escaped('"a\\,b",c\n', '')).toEqual([['"a,b"', 'c', false]]);
  });
  it('a cut at any place changes nothing', () => {
    const text = 'a,"b\\"\nc",d\\,e\n"x"y,1\n\\N,2';
    const marks = { escape: '\\' } as const;
    const whole = rows(text, marks);
    expect(whole.map(([line, cells]) => [line, cells.length])).toEqual([
      [1, 3],
      [3, 2],
      [4, 2],
    ]);
    for (let cut = 0; cut <= text.length; cut++) expect(rows(text, marks, [text.slice(0, cut), text.slice(cut)])).toEqual(whole);
  });
});

it('a cut at any place, or after every character, changes nothing', () => {
  const text = 'a,"b\nc",d\n\n"x ""y""" ,2,3\n"bad"z,"q\n1,2,3\nu,"v\nw';
  const whole = rows(text);
  expect(whole.map(([line]) => line)).toEqual([1, 3, 4, 5, 6, 7, 8]);
  for (let cut = 0; cut <= text.length; cut++) expect(rows(text, {}, [text.slice(0, cut), text.slice(cut)])).toEqual(whole);
  expect(rows(text, {}, [...text, ''])).toEqual(whole);
});

it('stops when told', () => {
  const seen: number[] = [];
  const reader = new TextRows({ delimiter: ',', quote: '"' }, (_cells, line) => {
    seen.push(line);
    return line < 2;
  });
  expect([reader.push('a\nb\nc\nd\n', true), seen]).toEqual([false, [1, 2]]);
});
