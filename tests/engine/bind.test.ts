import { describe, expect, it } from 'vitest';
import { define } from '../../queries/define';
import { bind } from '../../src/engine/bind';

const none = new Set<string>();
const asked = (sql: string, params: Parameters<typeof define>[0]['params'] = {}) => define({ name: 'asked', sql, params, columns: {} });

describe('bind', () => {
  it('sets each value by a bound statement and leaves none in the text', () => {
    const query = asked('select * from panel where year = $year and name <> $name', { year: 'int', name: 'text' });
    expect(bind(query, { year: 2024, name: `'; drop table panel; --` }, none)).toEqual({
      set: [
        { sql: 'set variable given_year = $1::INTEGER', values: [2024] },
        { sql: 'set variable given_name = $1::VARCHAR', values: [`'; drop table panel; --`] },
      ],
      sql: "select * from panel where year = getvariable('given_year')::INTEGER and name <> getvariable('given_name')::VARCHAR",
    });
  });

  it.each([
    [[], 'set variable given_list = []::VARCHAR[]'],
    [['a'], 'set variable given_list = [$1]::VARCHAR[]'],
    [['a', 'b'], 'set variable given_list = [$1, $2]::VARCHAR[]'],
  ])('a list %j is one placeholder an item', (list, sql) => {
    expect(bind(asked('select len($list)', { list: 'text[]' }), { list }, none).set).toEqual([{ sql, values: list }]);
  });

  it('a missing value is bound as missing', () => {
    expect(bind(asked('select $name', { name: 'text?' }), { name: null }, none).set[0]!.values).toEqual([null]);
  });

  it('comments, texts and quoted names keep their dollar signs', () => {
    const sql = `-- $comment\nselect '$text''$text', "$name""$name", $year`;
    expect(bind(asked(sql, { year: 'int' }), { year: 1 }, none).sql).toBe(
      `-- $comment\nselect '$text''$text', "$name""$name", getvariable('given_year')::INTEGER`,
    );
  });

  it('a parameter may be used twice, and one name may begin with another', () => {
    const { sql, set } = bind(asked('select $a, $a_b, $a', { a: 'int', a_b: 'real' }), { a: 1, a_b: 0.5 }, none);
    expect(sql).toBe("select getvariable('given_a')::INTEGER, getvariable('given_a_b')::DOUBLE, getvariable('given_a')::INTEGER");
    expect(set).toHaveLength(2);
  });

  it('an ident is quoted, and must be a loaded column', () => {
    const query = asked('select $field from panel', { field: 'ident' });
    expect(bind(query, { field: 'a"b' }, new Set(['a"b'])).sql).toBe('select "a""b" from panel');
    expect(() => bind(query, { field: 'secret' }, new Set(['a']))).toThrow('column of $field in asked is not loaded: secret');
    expect(() => bind(query, {}, new Set(['a']))).toThrow('column of $field in asked is not loaded: undefined');
  });

  it.each<[string, Record<string, 'int' | 'text[]'>, Record<string, unknown>, string]>([
    ['select $yaer', { year: 'int' }, { year: 1 }, 'parameter $yaer of asked is not declared'],
    ['select 1', { year: 'int' }, { year: 1 }, 'parameter $year of asked is not used'],
    ['select $year', { year: 'int' }, { year: 1, extra: 2 }, 'parameter $extra of asked is not declared'],
    ['select $year', { year: 'int' }, {}, 'parameter $year of asked wants int, given undefined'],
    ['select $year', { year: 'int' }, { year: null }, 'parameter $year of asked wants int, given null'],
    ['select $year', { year: 'int' }, { year: 1.5 }, 'parameter $year of asked wants int, given 1.5'],
    ['select $year', { year: 'int' }, { year: 2 ** 31 }, 'parameter $year of asked wants int, given 2147483648'],
    ['select $year', { year: 'int' }, { year: '2024' }, 'parameter $year of asked wants int, given 2024'],
    ['select $list', { list: 'text[]' }, { list: 'a' }, 'parameter $list of asked wants a list, given a'],
    ['select $list', { list: 'text[]' }, { list: ['a', 1] }, 'parameter $list of asked wants text[], given 1'],
  ])('%s with %j and %j throws', (sql, params, given, said) => {
    expect(() => bind(asked(sql, params), given, none)).toThrow(said);
  });

  it('NaN and infinity are no real', () => {
    const query = asked('select $x', { x: 'real' });
    expect(() => bind(query, { x: NaN }, none)).toThrow('wants real');
    expect(() => bind(query, { x: Infinity }, none)).toThrow('wants real');
  });
});
