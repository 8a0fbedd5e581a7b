import stated from '../../data/stated-sql.json';
import { type Cell, separatedText } from '../columns/csv';
import type { DataSummary, Leaving } from './face';
import type { SqlColumn } from './sql-face';
import { workspaceName } from './workspace-name';

interface Answer {
  readonly text: string;
  /** Scheme of table `score`, null where it was not asked. */
  readonly scheme: string | null;
  readonly columns: readonly SqlColumn[];
  readonly rows: number;
  readonly cells: readonly (readonly (string | null)[])[];
  /** null: not known. */
  readonly total: number | null;
  readonly cut: number;
  readonly leaving: Leaving | null;
  readonly data: DataSummary | null;
  /** ISO time. */
  readonly now: string;
  readonly language: 'zh' | 'en';
}

/** Excel reads a CSV as UTF-8 only when it begins with this mark. */
const BOM = '\uFEFF';
/** An answer as a file. Above its header stand the query, what it was asked of, and how much of it this is, one cell a line; for the clipboard only the table. */
export function sqlFile(what: 'csv' | 'tsv', answer: Answer): { readonly name: string; readonly bytes: Uint8Array; readonly type: string } {
  const { columns, data, language } = answer;
  const [separator, type] = what === 'csv' ? ([',', 'text/csv'] as const) : (['\t', 'text/tab-separated-values'] as const);
  const names = columns.map(({ name }) => name);
  const table = separatedText(names, lines(answer), separator);
  const above = what === 'csv' ? statedLines(answer).map((line) => separatedText([line], [], separator)) : [];
  const base = workspaceName(data?.name ?? 'miaopu', stated[language].sample).replace(/\.[^.]+$/, '');
  const name = `${base}_sql_${answer.now.slice(0, 10).replaceAll('-', '')}`.replace(/[\\/:*?"<>|]/g, '-');
  return { name: `${name}.${what}`, bytes: new TextEncoder().encode((what === 'csv' ? BOM : '') + above.join('') + table), type };
}

function* lines({ columns, rows, cells, cut }: Answer): Iterable<readonly Cell[]> {
  for (let row = 0; row < rows; row++) yield columns.map((column, at) => cellOf(cells[at]![row]!, column, cut));
}

/** A number where a double holds all of its digits; else the digits as text, so that none is lost. */
function cellOf(text: string | null, { kind, type }: SqlColumn, cut: number): Cell {
  if (text === null) return null;
  const isHeld = kind === 'number' && (type === 'DOUBLE' || type === 'FLOAT' || text.replace(/\D/g, '').length <= 15);
  const value = isHeld ? Number(text) : NaN;
  return Number.isFinite(value) ? value : text.slice(0, cut);
}

function statedLines({ text, scheme, rows, cells, total, cut, leaving, data, now, language }: Answer): string[] {
  const words = stated[language];
  const long = cells.reduce((sum, column) => sum + column.filter((cell) => cell !== null && cell.length > cut).length, 0);
  const sources = leaving?.internal.map(({ source }) => source).join(language === 'zh' ? '、' : ', ');
  const rowWords = total === null ? words.uncounted : total === rows ? words.whole : words.part;
  return [
    filled(words.query, { query: text }),
    filled(words.data, { name: workspaceName(data?.name ?? '', words.sample), data: data?.fingerprint ?? '', time: now }),
    ...(scheme === null ? [] : [filled(words.score, { scheme })]),
    filled(rowWords, { rows: String(rows), total: String(total) }),
    ...(long === 0 ? [] : [filled(words.cut, { cells: String(long), signs: String(cut) })]),
    ...(sources === undefined ? [] : [filled(words.internal, { sources })]),
  ];
}

/** Each place once, whatever stands in the values. */
function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole);
}
