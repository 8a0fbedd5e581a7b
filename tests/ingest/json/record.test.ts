import { describe, expect, it } from 'vitest';
import { readRecord } from '../../../src/ingest/json/record';
import { LineSplitter, ListSplitter } from '../../../src/ingest/json/split';

const cells = (text: string) => readRecord(text)?.cells ?? null;

describe('a value is the text of its cell', () => {
  it.each([
    ['1.10', '1.10'],
    ['123456789012345678', '123456789012345678'],
    ['-0.5e-3', '-0.5e-3'],
    ['1E400', '1E400'],
    ['"001"', '001'],
    ['" a "', ' a '],
    ['"a\\"b\\\\\\n\\u4f01"', 'a"b\\\n企'],
    ['"\ttab"', '\ttab'],
    ['"\ud83c\udf31"', '🌱'],
    ['"\\ud83c\\udf31"', '🌱'],
    ['true', 'true'],
    ['null', ''],
    ['NaN', 'NaN'],
    ['-Infinity', '-Infinity'],
    ['["高企", "瞪羚"]', '高企;瞪羚'],
    ['[1, 2.50, null]', '1;2.50'],
    ['[]', '无'],
  ])('%s', (value, cell) => {
    expect(readRecord(` { "k" : ${value} } `)).toEqual({
      keys: ['k'],
      cells: [cell],
      lists: new Set(value.startsWith('[') ? [0] : []),
      nested: new Set(),
    });
    expect(cells(`[${value}]`)).toEqual([cell]);
  });

  it.each(['{"a": 1}', '[[1], 2]', '[{"a": [1, {}]}]', '["a;b", "c"]'])('%s is no value of a cell', (value) => {
    expect(readRecord(`{"x": 1, "k": ${value}, "y": 2}`)).toMatchObject({
      keys: ['x', 'k', 'y'],
      cells: ['1', value, '2'],
      nested: new Set([1]),
    });
  });
});

it('keys are names, whatever they are called', () => {
  expect(readRecord('{"__proto__": 1, "constructor": 2, "": 3}')).toMatchObject({
    keys: ['__proto__', 'constructor', ''],
    cells: ['1', '2', '3'],
  });
  expect([readRecord('{}')?.cells, readRecord('[]')?.keys]).toEqual([[], null]);
});

describe('no record', () => {
  it.each([
    '',
    '1',
    '{',
    '{"a"}',
    '{"a":}',
    '{"a":1,}',
    '{"a":1} x',
    '{"a":1}{"b":2}',
    '{a:1}',
    "{'a':1}",
    '{"a":01}',
    '{"a":+1}',
    '{"a":1.}',
    '{"a":.5}',
    '{"a":1x}',
    '{"a":tru}',
    '{"a":"b}',
    '{"a":"\\x"}',
    '{"a":"\\ud800"}',
    '{"a":1,"a":2}',
    '[1,,2]',
    '[1 2]',
    `[${'['.repeat(100)}${']'.repeat(100)}]`,
  ])('%s', (text) => {
    expect(readRecord(text)).toBeNull();
  });
});

describe('records are found', () => {
  const LIST = ' [ {"a": "]},{\\"["} , [1, [2]],\n{"b": {}}]\n';
  it('in a list, by number, wherever the text is cut', () => {
    const wanted = [
      ['{"a": "]},{\\"["}', 1],
      ['[1, [2]]', 2],
      ['{"b": {}}', 3],
    ];
    for (let cut = 0; cut <= LIST.length; cut++) {
      const found: unknown[] = [];
      const splitter = new ListSplitter((text, place) => void found.push([text, place]));
      splitter.push(LIST.slice(0, cut), false);
      splitter.push(LIST.slice(cut), true);
      expect([found, splitter.fault, splitter.pending]).toEqual([wanted, null, 0]);
    }
  });

  it('by line, wherever the text is cut', () => {
    const text = '{"a":1}\n\n  \n[2]\nbroken';
    for (let cut = 0; cut <= text.length; cut++) {
      const found: unknown[] = [];
      const splitter = new LineSplitter((record, place) => void found.push([record, place]));
      splitter.push(text.slice(0, cut), false);
      splitter.push(text.slice(cut), true);
      expect(found).toEqual([
        ['{"a":1}', 1],
        ['[2]', 4],
        ['broken', 5],
      ]);
    }
  });

  it.each([
    ['[{"a":1},{"a"', { place: 2, isCut: true }],
    ['[{"a":1}', { place: 1, isCut: true }],
    ['[{"a":1}{"a":2}]', { place: 1, isCut: false }],
    ['[{"a":1},]', { place: 1, isCut: false }],
    ['[{"a":1}] x', { place: 1, isCut: false }],
    ['[{"a":1}, 2]', { place: 1, isCut: false }],
    ['[]', null],
  ])('%s ends with %j', (text, fault) => {
    const splitter = new ListSplitter(() => undefined);
    splitter.push(text, true);
    expect(splitter.fault).toEqual(fault);
  });
});
