import { sqlStatements, type SqlStatement } from './sql-statements';
import type { SqlToken } from './sql-tokens';

/**
 * `empty`: no statement. `several`: more than one. `open`: a quote or comment is not closed. `brackets`: one without its other half. `sign`: a sign no text
 * has. `changes`: would change data, settings or the engine. `start`: begins with nothing that reads. `function`: one that changes the engine or hides what is
 * run. `files`: one that reads files or addresses. `parameter`: a place for a value that nobody gave.
 */
export type RefusalCode = 'empty' | 'several' | 'open' | 'brackets' | 'sign' | 'changes' | 'start' | 'function' | 'files' | 'parameter';

/** Why a text is not run, what it is about, and where that stands. */
export interface SqlRefusal {
  readonly code: RefusalCode;
  readonly given: string;
  readonly from: number;
  readonly to: number;
}

const READS = new Set('select with from values table describe desc show summarize pivot unpivot explain'.split(' '));
/** What can be explained: a question, not a question about one. */
const QUESTIONS = new Set('select with from values table pivot unpivot'.split(' '));
const CHANGES = new Set(
  (
    'insert update delete merge truncate create alter drop comment copy export import attach detach use install load set reset pragma call execute prepare ' +
    'deallocate begin start commit end rollback abort checkpoint force vacuum analyze analyse'
  ).split(' '),
);
/** Words that may stand in brackets as a part of something that changes data. */
const WRITES = new Set('insert update delete merge create drop alter copy truncate'.split(' '));
/** They change settings, logs, files or the order of chance, read memory by its address, or run a text nobody has looked at. */
const FUNCTIONS = new Set(
  (
    'checkpoint force_checkpoint enable_logging disable_logging truncate_duckdb_logs write_log set_config nextval setseed query arrow_scan arrow_scan_dumb ' +
    'seq_scan json_execute_serialized_sql from_substrait from_substrait_json'
  ).split(' '),
);
const FILES =
  /^(read_\w+|\w*(csv|parquet|json|delta|iceberg|xlsx)_(auto|scan|metadata|schema)|parquet_\w+|sniff_csv|glob|st_read\w*|load_aws_credentials)$/;

/**
 * Why a text may not be run as a question, null where it may. It stands before the engine, which by itself would let through a temporary table, a setting
 * of the session or a second statement; the engine is asked in a transaction that cannot write all the same (`Engine.read`).
 */
export function sqlRefusal(text: string): SqlRefusal | null {
  const statements = sqlStatements(text);
  const [statement, second] = statements;
  if (!statement) return { code: 'empty', given: '', from: 0, to: text.length };
  if (second) return { code: 'several', given: '', from: second.from, to: second.to };
  const { code, from } = statement;
  const wordOf = ({ from: at, to }: SqlToken): string => statement.text.slice(at, to);
  const refuse = (why: RefusalCode, token: SqlToken): SqlRefusal => ({
    code: why,
    given: wordOf(token).slice(0, 60),
    from: from + token.from,
    to: from + token.to,
  });
  const found = unclosed(code, wordOf) ?? wrongStart(code, wordOf) ?? wrongInside(code, wordOf);
  return found && refuse(found.code, found.token);
}

/** Whether a statement asks how it would be run. */
export function isExplained({ text, code }: SqlStatement): boolean {
  return lower(code[0], ({ from, to }) => text.slice(from, to)) === 'explain';
}

/** The tokens of a statement behind `explain` and its settings; null where it is not explained. */
function explained(code: readonly SqlToken[], wordOf: WordOf): readonly SqlToken[] | null {
  if (lower(code[0], wordOf) !== 'explain') return null;
  let at = 1;
  if (lower(code[at], wordOf) === 'analyze') at++;
  if (code[at] && wordOf(code[at]!) === '(' && !isQuestion(code[at + 1], wordOf)) {
    const end = code.findIndex((token, index) => index > at && wordOf(token) === ')');
    at = end < 0 ? code.length : end + 1;
  }
  return code.slice(at);
}

interface Fault {
  readonly code: RefusalCode;
  readonly token: SqlToken;
}
type WordOf = (token: SqlToken) => string;

function unclosed(code: readonly SqlToken[], wordOf: WordOf): Fault | null {
  const depths: SqlToken[] = [];
  for (const token of code) {
    if (token.kind === 'open') return { code: 'open', token };
    if (token.kind !== 'sign') continue;
    const sign = wordOf(token);
    if (sign < ' ' || sign === '\u007f') return { code: 'sign', token };
    if (sign === '(') depths.push(token);
    else if (sign === ')' && !depths.pop()) return { code: 'brackets', token };
  }
  const left = depths.at(-1);
  return left ? { code: 'brackets', token: left } : null;
}

function wrongStart(code: readonly SqlToken[], wordOf: WordOf): Fault | null {
  const behind = explained(code, wordOf);
  const first = behind ? behind[0] : code[0];
  if (!first) return { code: 'start', token: code[0]! };
  const word = lower(first, wordOf);
  if (CHANGES.has(word)) return { code: 'changes', token: first };
  if (!(behind ? isQuestion(first, wordOf) : READS.has(word) || wordOf(first) === '(')) return { code: 'start', token: first };
  return word === 'with' ? wrongMain(behind ?? code, wordOf) : null;
}

/** What stands behind the named parts of a `with`: the first word outside of brackets that can be its verb. */
function wrongMain(code: readonly SqlToken[], wordOf: WordOf): Fault | null {
  let depth = 0;
  for (const token of code.slice(1)) {
    const word = wordOf(token).toLowerCase();
    if (token.kind === 'sign') depth += word === '(' ? 1 : word === ')' ? -1 : 0;
    if (depth > 0 || token.kind !== 'word') continue;
    if (WRITES.has(word)) return { code: 'changes', token };
    if (QUESTIONS.has(word)) return null;
  }
  return null;
}

function wrongInside(code: readonly SqlToken[], wordOf: WordOf): Fault | null {
  for (const [at, token] of code.entries()) {
    if (token.kind === 'parameter') return { code: 'parameter', token };
    const next = code[at + 1];
    if (wordOf(token) === '(' && next?.kind === 'word' && WRITES.has(lower(next, wordOf)) && isWord(code[at + 2]))
      return { code: 'changes', token: next };
    if (!isWord(token) || !next || wordOf(next) !== '(') continue;
    const name = (token.kind === 'name' ? wordOf(token).slice(1, -1).replaceAll('""', '"') : wordOf(token)).toLowerCase();
    if (FUNCTIONS.has(name)) return { code: 'function', token };
    if (FILES.test(name)) return { code: 'files', token };
  }
  return null;
}

function isQuestion(token: SqlToken | undefined, wordOf: WordOf): boolean {
  return token !== undefined && (wordOf(token) === '(' || QUESTIONS.has(lower(token, wordOf)));
}

function isWord(token: SqlToken | undefined): boolean {
  return token?.kind === 'word' || token?.kind === 'name';
}

function lower(token: SqlToken | undefined, wordOf: WordOf): string {
  return token?.kind === 'word' ? wordOf(token).toLowerCase() : '';
}
