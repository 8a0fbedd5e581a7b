import { expect, it, describe } from 'vitest';
import { sqlStatementAt, sqlStatements } from '../../src/engine/sql-statements';
import { sqlTokens } from '../../src/engine/sql-tokens';

const cut = (text: string) => sqlTokens(text).map(({ kind, from, to }) => [kind, text.slice(from, to)]);

describe('a text is cut as DuckDB cuts it', () => {
  it.each([
    [
      "select 'a;''b' as x",
      [
        ['word', 'select'],
        ['text', "'a;''b'"],
        ['word', 'as'],
        ['word', 'x'],
      ],
    ],
    [
      '"a""b;" . c',
      [
        ['name', '"a""b;"'],
        ['sign', '.'],
        ['word', 'c'],
      ],
    ],
    [
      "e'\\'; drop' n'a' E'b\\\\'",
      [
        ['text', "e'\\'; drop'"],
        ['text', "n'a'"],
        ['text', "E'b\\\\'"],
      ],
    ],
    // A prefix is one only right before its quote, and not at the end of a longer word.
    [
      "name'a\\' e 'b\\'",
      [
        ['word', 'name'],
        ['text', "'a\\'"],
        ['word', 'e'],
        ['text', "'b\\'"],
      ],
    ],
    [
      '$$a;b$$ $tag$a$$b$tag$',
      [
        ['text', '$$a;b$$'],
        ['text', '$tag$a$$b$tag$'],
      ],
    ],
    // Inside a bare name a dollar is a letter.
    [
      'a$$b $1 $year ?',
      [
        ['word', 'a$$b'],
        ['parameter', '$1'],
        ['parameter', '$year'],
        ['parameter', '?'],
      ],
    ],
    [
      '1 -- a;\n2 /* b /* c */ ; */ 3',
      [
        ['number', '1'],
        ['note', '-- a;'],
        ['number', '2'],
        ['note', '/* b /* c */ ; */'],
        ['number', '3'],
      ],
    ],
    [
      '1.5e-3 .5 1_000 7..9',
      [
        ['number', '1.5e-3'],
        ['number', '.5'],
        ['number', '1_000'],
        ['number', '7'],
        ['sign', '.'],
        ['number', '.9'],
      ],
    ],
    [
      "1e'\\'x'",
      [
        ['number', '1'],
        ['text', "e'\\'x'"],
      ],
    ],
    [
      '研发费用 𠮷\u3000x\u00a0y',
      [
        ['word', '研发费用'],
        ['word', '𠮷'],
        ['word', 'x'],
        ['word', 'y'],
      ],
    ],
    ["'a", [['open', "'a"]]],
    ['"a', [['open', '"a']]],
    ['/* a /* b */', [['open', '/* a /* b */']]],
    ['$a$ b $c$', [['open', '$a$ b $c$']]],
    ['', []],
  ] as const)('%s', (text, wanted) => expect(cut(text)).toEqual(wanted));

  it('a string of a million signs is no trouble', () => {
    expect(sqlTokens(`'${'a'.repeat(1e6)}'`)).toEqual([{ kind: 'text', from: 0, to: 1e6 + 2 }]);
  });
});

describe('statements are parted by semicolons that part', () => {
  it.each([
    ["select ';' ; select 2;", ["select ';'", 'select 2']],
    ['-- a; b\nselect 1; -- end', ['-- a; b\nselect 1']],
    [' ;; \n', []],
    ['-- only a comment', []],
    ['select $$;$$; /* ; */ select 2', ['select $$;$$', '/* ; */ select 2']],
  ] as const)('%s', (text, wanted) => {
    expect(sqlStatements(text).map((one) => one.text)).toEqual(wanted);
    for (const one of sqlStatements(text)) expect(text.slice(one.from, one.to)).toBe(one.text);
  });

  it.each([
    [0, 'select 1'],
    [8, 'select 1'],
    [9, 'select 1'],
    [10, 'select 2'],
    [99, 'select 2'],
  ] as const)('at %d stands the cursor in %s', (at, wanted) => {
    expect(sqlStatementAt('select 1; select 2; -- end', at)?.text).toBe(wanted);
  });
  it('before the first it stands in the first; without one in none', () => {
    expect(sqlStatementAt('   select 1', 0)?.text).toBe('select 1');
    expect(sqlStatementAt(' -- nothing', 3)).toBeNull();
  });
});
