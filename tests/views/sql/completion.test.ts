import { CompletionContext, type Completion } from '@codemirror/autocomplete';
import { EditorState } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import type { SqlName, SqlTable } from '../../../src/state/sql-face';
import { nameCompletion } from '../../../src/views/sql/editor/completion';

const column = (name: string, zh: string, en: string): SqlName => ({ name, zh, en, kind: 'money', unit: '元' });
const table = (name: string, is: SqlTable['is'], columns: readonly SqlName[]): SqlTable => ({ name, is, source: null, rows: 1, columns });
const tables = [
  table('panel', 'panel', [
    column('firm', '企业代码', 'Firm code'),
    column('rd_expense', '研发费用', 'R&D expense'),
    column('order', '次序', 'Order'),
  ]),
  table('score', 'score', [column('firm', '企业代码', 'Firm code'), column('rank', '名次', 'Rank')]),
  table('税务.csv', 'source', [column('tax_paid', '实缴税款', 'Tax paid')]),
];
const measures = [{ ...column('rd_intensity', '研发强度', 'R&D intensity'), expression: 'rd_expense / nullif(revenue, 0)' }];
const source = nameCompletion(
  () => ({ tables, measures }),
  () => ({ language: 'zh', kindOf: ({ kind }) => kind, noteOf: ({ is }) => is }),
);

/** What is offered with the cursor at `|`, and the text once the first is taken. */
function at(text: string, explicit = false) {
  const pos = text.indexOf('|');
  const doc = text.replace('|', '');
  const state = EditorState.create({ doc });
  const found = source(new CompletionContext(state, pos, explicit)) as { from: number; to?: number; options: readonly Completion[] } | null;
  const first = found?.options[0];
  return {
    labels: found?.options.map(({ label }) => label) ?? null,
    taken: first && found ? doc.slice(0, found.from) + String(first.apply) + doc.slice(found.to ?? pos) : null,
    details: found?.options.map(({ detail }) => detail),
  };
}

describe('a name is completed', () => {
  it.each([
    ['select yffy| from panel', 'select rd_expense from panel'],
    ['select 研发费| from panel', 'select rd_expense from panel'],
    ['select R&D| from panel', null],
    ['select expen| from panel', 'select rd_expense from panel'],
    ['select yfqd| from panel', 'select rd_expense / nullif(revenue, 0) from panel'],
    // A word DuckDB keeps for itself, and a name of a file, are quoted; a quote that stands there already is used.
    ['select cx| from panel', 'select "order" from panel'],
    ['select "cx|" from panel', 'select "order" from panel'],
    ['select * from 税|', 'select * from "税务.csv"'],
    ['select * from "税|', 'select * from "税务.csv"'],
    ['select sjsk| from "税务.csv"', 'select tax_paid from "税务.csv"'],
    ['select s.mc| from panel as p join score s using (firm)', 'select s.rank from panel as p join score s using (firm)'],
    ['select panel.yf| from panel', 'select panel.rd_expense from panel'],
    ['select 1; select ran| from score', 'select 1; select rank from score'],
  ])('%s becomes %s', (text, wanted) => expect(at(text).taken).toBe(wanted));

  it('behind a name and a dot only that table’s columns are offered', () => {
    expect(at('select s.| from panel as p join score as s using (firm)').labels).toEqual(['firm', 'rank']);
    expect(at('select p.| from panel as p join score as s using (firm)').labels).toEqual(['firm', 'rd_expense', 'order']);
  });
  it('of a statement that names no table the panel’s columns are offered; a column of two tables once', () => {
    expect(at('select |', true).labels).toEqual(['firm', 'rd_expense', 'order', 'rd_intensity', 'panel', 'score', '税务.csv']);
    expect(at('select fir| from panel join score using (firm)').labels).toEqual(['firm']);
  });
  it('nothing is offered unasked where nothing was typed, and nothing for what nobody is called', () => {
    expect(at('select |').labels).toBeNull();
    expect(at('select zzzzz| from panel').labels).toBeNull();
  });
  it('each says what it is called and what it is', () => expect(at('select yffy| from panel').details).toEqual(['研发费用 · money']));
});
