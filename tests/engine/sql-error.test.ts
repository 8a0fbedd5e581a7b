import { describe, expect, it } from 'vitest';
import { sqlError, sqlErrorIn } from '../../src/engine/sql-error';

/** What DuckDB 1.4.3 says, word for word, of the texts it was sent. */
const pointed = (message: string, sent: string) => {
  const { place } = sqlError(message, sent);
  return place && sent.slice(place.from, place.to);
};

describe('an error points at the word it is about', () => {
  it.each([
    [
      'select * from (\nselect nope from panel\n)',
      'Binder Error: Referenced column "nope" not found in FROM clause!\nCandidate bindings: "name"\n\nLINE 2: select nope from panel\n               ^',
      'nope',
    ],
    [
      'select * from (\nselect firm, 研发 + 1 from panel\n)',
      'Binder Error: Referenced column "研发" not found in FROM clause!\n\nLINE 2: select firm, 研发 + 1 from panel\n                     ^',
      '研发',
    ],
    // Two columns a wide sign, none a tab.
    [
      "select * from (\nselect '𠮷研', nope from panel\n)",
      "Binder Error: x\n\nLINE 2: select '𠮷研', nope from panel\n                       ^",
      'nope',
    ],
    ['select * from (\n\tselect nope from panel\n)', 'Binder Error: x\n\nLINE 2: \tselect nope from panel\n               ^', 'nope'],
    // The reader's own errors count signs from the begin, whatever their width.
    [
      'select * from (\nselect firm, 研发 + from panel\n)',
      '{"exception_type":"Parser","exception_message":"syntax error at or near \\"from\\"\\n\\nLINE 2: select firm, 研发 + from panel\\n                         ^","error_subtype":"SYNTAX_ERROR","position":"34"}',
      'from',
    ],
    [
      "select * from (\nselect '𠮷𠮷', + from panel\n)",
      '{"exception_type":"Parser","exception_message":"syntax error at or near \\"from\\"","error_subtype":"SYNTAX_ERROR","position":"31"}',
      'from',
    ],
    // A long line is shown cut at both ends.
    [
      "select * from (\nselect '研发费用研发费用研发费用研发费用研发费用研发费用研发费用研发费用研发费用研发费用', nope, firm, firm, firm, firm, firm, firm, firm, firm, firm, firm from panel\n)",
      "Binder Error: x\n\nLINE 2: ...研发费用研发费用研发费用研发费用研发费用研发费用研发费用', nope, firm, firm, firm, firm, firm, firm, firm, firm, firm...\n                                                                      ^",
      'nope',
    ],
    ['select 1', 'Conversion Error: date field value out of range: "2024-13-01"', null],
    ['select 1', 'Binder Error: x\n\nLINE 9: nothing of the kind\n         ^', null],
    ['select 1', '{"exception_type": broken', null],
  ])('%s', (sent, message, wanted) => expect(pointed(message, sent)).toBe(wanted));
});

it('says what the engine says, without its kind and without the picture of the line', () => {
  expect(
    sqlError(
      'Binder Error: Referenced column "nope" not found in FROM clause!\nCandidate bindings: "name"\n\nLINE 1: select nope\n               ^',
      'select nope',
    ),
  ).toMatchObject({
    kind: 'binder',
    said: 'Referenced column "nope" not found in FROM clause!\nCandidate bindings: "name"',
  });
  expect(sqlError('Out of Memory Error: could not allocate', 'select 1')).toMatchObject({ kind: 'out', said: 'could not allocate' });
  expect(
    sqlError('{"exception_type":"Parser","exception_message":"syntax error at end of input","position":"8"}', 'select 1'),
  ).toMatchObject({
    kind: 'parser',
    said: 'syntax error at end of input',
  });
  expect(sqlError('malloc of size 900000192 failed', 'select 1')).toEqual({
    kind: '',
    said: 'malloc of size 900000192 failed',
    place: null,
  });
});

describe('about a statement in brackets', () => {
  it('places count from its own begin', () => {
    expect(
      sqlErrorIn('Binder Error: x\n\nLINE 3:   nope from panel\n          ^', 'select firm,\n  nope from panel', { is: 'count' }).place,
    ).toEqual({ from: 15, to: 19 });
  });
  it('what is missing at its end is said of its last word, not of our bracket', () => {
    const json = '{"exception_type":"Parser","exception_message":"syntax error at or near \\")\\"","position":"45"}';
    // "describe select * from (" and its line end are 25 signs; the bracket behind the statement is the 45th.
    expect(sqlErrorIn(json, 'select firm from   ', { is: 'shape' }).place).toEqual({ from: 12, to: 16 });
  });
  it('what is explained stands as it is', () => {
    expect(
      sqlErrorIn('Binder Error: x\n\nLINE 1: explain select nope\n                       ^', 'explain select nope', { is: 'plan' }).place,
    ).toEqual({ from: 15, to: 19 });
  });
});
