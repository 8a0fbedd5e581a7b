import type { Completion, CompletionContext, CompletionResult, CompletionSource } from '@codemirror/autocomplete';
import { sqlName, sqlStatementAt } from '../../../state/sql-text';
import type { SqlMeasure, SqlName, SqlTable } from '../../../state/sql-face';
import { findColumns, likenessOf } from '../find-names';

/** Offers a person the names that fit, not all there are. */
const MOST = 60;

/** What the words of the person say of a name and of a table. */
export interface NameWords {
  readonly language: 'zh' | 'en';
  readonly kindOf: (column: SqlName) => string;
  readonly noteOf: (table: SqlTable) => string;
}

/** What can be named. */
export interface Names {
  readonly tables: readonly SqlTable[];
  readonly measures: readonly SqlMeasure[];
}

/**
 * Completes names of tables and columns from the dictionary. Typed may be an id, a Chinese or English name, or pinyin initials; what is put in is the id, quoted
 * where it must be, or for a usual ratio its expression. Behind `alias.` only that table's columns are offered, else those of the tables the statement speaks of, of the panel where it names none.
 */
export function nameCompletion(there: () => Names, words: () => NameWords): CompletionSource {
  return (context) => {
    const typed = context.matchBefore(/[\p{L}\p{N}_$]*/u);
    if (!typed || (typed.text === '' && !context.explicit && !/[.]$/.test(before(context, typed.from)))) return null;
    return offered(context, typed, there(), words());
  };
}

function offered(
  context: CompletionContext,
  typed: { readonly from: number; readonly text: string },
  { tables, measures }: Names,
  { language, kindOf, noteOf }: NameWords,
): CompletionResult | null {
  const quote = before(context, typed.from).endsWith('"') ? 1 : 0;
  const from = typed.from - quote;
  const statement = sqlStatementAt(context.state.doc.toString(), context.pos)?.text ?? '';
  const owner = /((?:"(?:[^"]|"")+"|[\p{L}_][\p{L}\p{N}_$]*))\.$/u.exec(before(context, from))?.[1] ?? null;
  const asked = owner === null ? spokenOf(statement, tables) : tablesCalled(owner, statement, tables);
  const columns = findColumns(typed.text, unique(asked.flatMap((table) => table.columns)));
  const options: Completion[] = columns.slice(0, MOST).map((column) => ({
    label: column.name,
    detail: [column[language], kindOf(column)].filter((part) => part !== column.name).join(' · '),
    apply: sqlName(column.name),
    type: 'property',
    boost: likenessOf(typed.text, column),
  }));
  if (owner === null) {
    for (const measure of asked.some(({ is }) => is === 'panel') && quote === 0 ? findColumns(typed.text, measures) : [])
      options.push({
        label: measure.name,
        detail: measure[language],
        apply: measure.expression,
        type: 'function',
        boost: likenessOf(typed.text, measure),
      });
    for (const table of tables) {
      const likeness = likenessOf(typed.text, { name: table.name, zh: table.name, en: table.name, kind: 'text', unit: '' });
      if (likeness > 0)
        options.push({ label: table.name, detail: noteOf(table), apply: sqlName(table.name), type: 'class', boost: likeness });
    }
  }
  options.sort((one, other) => (other.boost ?? 0) - (one.boost ?? 0));
  const to = quote === 1 && context.state.sliceDoc(context.pos, context.pos + 1) === '"' ? context.pos + 1 : context.pos;
  return options.length === 0 ? null : { from, to, options, filter: false };
}

/** The line up to a place: enough to see what stands right before it. */
function before(context: CompletionContext, at: number): string {
  return context.state.sliceDoc(Math.max(0, at - 200), at);
}

/** Tables a statement speaks of; where none, the panel. */
function spokenOf(statement: string, tables: readonly SqlTable[]): readonly SqlTable[] {
  const found = tables.filter(({ name }) => referenceOf(name).test(statement));
  return found.length > 0 ? found : tables.filter(({ is }) => is === 'panel');
}

/** The table of a name or alias: `panel.`, `p.` behind `panel as p`. All the statement speaks of where it cannot be told. */
function tablesCalled(owner: string, statement: string, tables: readonly SqlTable[]): readonly SqlTable[] {
  const name = bare(owner);
  const own = tables.filter((table) => {
    if (table.name.toLowerCase() === name) return true;
    const alias = new RegExp(`${referenceOf(table.name).source}\\s+(?:as\\s+)?("(?:[^"]|"")+"|[\\p{L}_][\\p{L}\\p{N}_$]*)`, 'giu');
    return [...statement.matchAll(alias)].some((found) => bare(found[1]!) === name);
  });
  return own.length > 0 ? own : spokenOf(statement, tables);
}

function referenceOf(name: string): RegExp {
  const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const quoted = escape(`"${name.replaceAll('"', '""')}"`);
  return /^\w+$/.test(name)
    ? new RegExp(`(?:${quoted}|(?<![\\p{L}\\p{N}_$."'])${escape(name)}(?![\\p{L}\\p{N}_$"']))`, 'iu')
    : new RegExp(quoted, 'iu');
}

function bare(name: string): string {
  return (name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name).toLowerCase();
}

function unique(columns: readonly SqlName[]): readonly SqlName[] {
  const seen = new Map<string, SqlName>();
  for (const column of columns) if (!seen.has(column.name.toLowerCase())) seen.set(column.name.toLowerCase(), column);
  return [...seen.values()];
}
