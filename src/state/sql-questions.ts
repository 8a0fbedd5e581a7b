import { quoteName } from '../../queries/build/quote';
import { unpackWords } from '../../scoring/column';
import type { Frame } from '../columns/frame';
import type { SqlStatement } from '../engine/sql-statements';
import type { ReadAsk } from '../engine/sql-wrap';
import type { DataSummary, WorkbenchFace } from './face';
import type { Piece, Rooms } from './rooms';
import { SQL_LIMITS, SQL_ROWS, type SqlColumn, type SqlFault, type SqlFirms, type SqlTable } from './sql-face';
import { plainFault, sqlFault } from './sql-fault';
import { mentioned, panelTable, SCORE_TABLE, sourceTablesOf } from './sql-tables';

/** What can be asked, and of what. */
export interface SqlQuestionsOutside {
  readonly rooms: {
    readonly engine: Pick<Rooms['engine'], 'put' | 'read'>;
    readonly score: Pick<Rooms['score'], 'scoreShape' | 'scorePiece'>;
    readonly data: Pick<Rooms['data'], 'sourceTables' | 'sourcePiece'>;
  };
  readonly bench: Pick<WorkbenchFace, 'data' | 'spec' | 'project'>;
}
/** A question that failed, with what is to be said of it. */
export class SqlFailure extends Error {
  readonly fault: SqlFault;
  constructor(fault: SqlFault, cause: unknown) {
    super(`${fault.code}: ${fault.said}`, { cause });
    this.fault = fault;
  }
}
/** Cells by column, as text. */
export interface SqlRows {
  readonly rows: number;
  readonly cells: readonly (readonly (string | null)[])[];
}

/** Asks the engine about a statement, piece by piece, and brings in the tables it speaks of. Every failure is a `SqlFailure`. */
export class SqlQuestions {
  readonly #outside: SqlQuestionsOutside;

  constructor(outside: SqlQuestionsOutside) {
    this.#outside = outside;
  }

  async tables(data: DataSummary): Promise<readonly SqlTable[]> {
    const names = await this.#read('from panel', { is: 'shape' }, undefined);
    const sources = sourceTablesOf(await this.#outside.rooms.data.sourceTables(), data.fields);
    return [panelTable(shapeOf(names), data.fields, data.rows), SCORE_TABLE, ...sources];
  }

  /** Column → firm-years without a value. */
  async missing({ columns }: SqlTable, of: number): Promise<ReadonlyMap<string, number>> {
    const counts = columns.map(({ name }) => `count(${quoteName(name)})`).join(', ');
    const { cells } = await this.rows(`select ${counts} from panel`, columns.length, 1, 20, undefined);
    return new Map(columns.map(({ name }, at) => [name, of - Number(cells[at]![0])]));
  }

  /**
   * Puts in what the statement speaks of and the engine has not: `score` and the sources, each only when it is first asked for. `told` hears which is on its way.
   * Answers the scheme the scores are of, null where none are asked for.
   */
  async fetch(statement: SqlStatement, told: (table: string) => void): Promise<string | null> {
    const { engine, data: files } = this.#outside.rooms;
    const sources = sourceTablesOf(await files.sourceTables(), this.#outside.bench.data?.fields ?? []);
    let scheme: string | null = null;
    for (const name of mentioned(statement, ['score', ...sources.map((one) => one.name)])) {
      told(name);
      const source = sources.find((one) => one.name === name)?.from;
      if (!source) scheme = await this.#fetchScores();
      else {
        const pieces = () => piecesOf((from) => files.sourcePiece(source.source, source.stamp, from));
        const columns = ['line', ...source.columns.map((column) => column.name)];
        await engine
          .put({ name, rows: source.rows, columns, isSpare: true, pieces }, `${source.stamp} ${source.source}`)
          .catch((error: unknown) => failed(error, statement.text, { is: 'plan' }));
      }
    }
    return scheme;
  }

  async columns(text: string, signal: AbortSignal | undefined): Promise<readonly SqlColumn[]> {
    return shapeOf(await this.#read(text, { is: 'shape' }, signal)).map(({ name, type }) => ({ name, type, kind: kindOf(type) }));
  }

  /** A cell of more than `cut` signs comes with one more, by which it is known. */
  async rows(text: string, columns: number, limit: number, cut: number, signal: AbortSignal | undefined): Promise<SqlRows> {
    const frame = await this.#read(text, { is: 'rows', columns, limit, cut: cut + 1 }, signal);
    return { rows: frame.rows, cells: Array.from({ length: columns }, (_, at) => wordsOf(frame, `c${at}`)) };
  }

  async count(text: string, signal: AbortSignal | undefined): Promise<number> {
    return countOf(await this.#read(text, { is: 'count' }, signal));
  }

  async plan(text: string, signal: AbortSignal | undefined): Promise<string> {
    return wordsOf(await this.#read(text, { is: 'plan' }, signal), 'explain_value').join('\n');
  }

  async firms(text: string, columns: number, at: number): Promise<SqlFirms> {
    const frame = await this.#read(text, { is: 'firms', columns, at, limit: SQL_ROWS.firms + 1 }, undefined);
    const firms = wordsOf(frame, 'firm').map(String);
    const strays = countOf(await this.#read(text, { is: 'strays', columns, at }, undefined));
    return { firms: firms.slice(0, SQL_ROWS.firms), isWhole: firms.length <= SQL_ROWS.firms, strays };
  }

  async #fetchScores(): Promise<string> {
    const { engine, score } = this.#outside.rooms;
    const shape = await score.scoreShape();
    if (!shape) throw new SqlFailure(plainFault('no_scheme'), null);
    const { stamp, rows, columns, scheme, draft } = shape;
    const pieces = () => piecesOf((from) => score.scorePiece(stamp, from));
    await engine
      .put({ name: 'score', rows, columns, isSpare: true, pieces }, String(stamp))
      .catch((error: unknown) => failed(error, 'score', { is: 'plan' }));
    return [`${scheme.name[this.#outside.bench.spec.language]} ${scheme.version}`, ...(draft === null ? [] : [draft])].join(' · ');
  }

  async #read(text: string, ask: ReadAsk, signal: AbortSignal | undefined): Promise<Frame> {
    const limit = ask.is === 'count' ? SQL_LIMITS.count : SQL_LIMITS.run;
    const { engine } = this.#outside.rooms;
    return engine.read(text, ask, { limit, ...(signal ? { signal } : {}) }).catch((error: unknown) => failed(error, text, ask));
  }
}

function failed(error: unknown, text: string, ask: ReadAsk): never {
  throw new SqlFailure(sqlFault(error, text, ask), error);
}

function countOf({ columns }: Frame): number {
  const column = columns.get('rows');
  if (column?.kind !== 'number') throw new Error('rows were not counted in numbers');
  return column.values[0]!;
}

function shapeOf(frame: Frame): readonly { readonly name: string; readonly type: string }[] {
  const types = wordsOf(frame, 'column_type');
  return wordsOf(frame, 'column_name').map((name, at) => ({ name: name ?? '', type: types[at] ?? '' }));
}

function wordsOf(frame: Frame, name: string): readonly (string | null)[] {
  const column = frame.columns.get(name);
  if (column?.kind !== 'text') throw new Error(`column ${name} did not come as text`);
  const words = unpackWords(column.words);
  return Array.from(column.codes, (code) => (code < 0 ? null : words[code]!));
}

function kindOf(type: string): SqlColumn['kind'] {
  if (/^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|U?HUGEINT|DOUBLE|FLOAT|REAL|DECIMAL\(.*\))$/.test(type)) return 'number';
  if (type === 'BOOLEAN') return 'truth';
  if (/^(DATE|TIME|TIMESTAMP)( |$|_)/.test(type)) return 'time';
  return type === 'VARCHAR' || type.startsWith('ENUM') ? 'text' : 'other';
}

async function* piecesOf(piece: (from: number) => Promise<Piece | null>): AsyncIterable<Uint8Array> {
  for (let one = await piece(0); one; one = await piece(one.next)) yield one.bytes;
}
