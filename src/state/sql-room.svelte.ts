// Longer than other files: from a text to its answers, with everything a person may do meanwhile, in one class; what is asked of the engine is in sql-questions.
import { isExplained, sqlRefusal } from '../engine/sql-refusal';
import { sqlStatementAt, sqlStatements, type SqlStatement } from '../engine/sql-statements';
import type { Leaving } from './face';
import type { Rooms } from './rooms';
import {
  isFirmColumn,
  SQL_ROWS,
  type SqlDraft,
  type SqlFace,
  type SqlFirms,
  type SqlMeasure,
  type SqlResult,
  type SqlRun,
  type SqlTable,
  type SqlTotal,
} from './sql-face';
import { plainFault, refusalFault } from './sql-fault';
import { sqlFile } from './sql-file';
import { sqlLeaving } from './sql-leaving';
import { SqlFailure, SqlQuestions, type SqlQuestionsOutside } from './sql-questions';
import { ratiosOf, SCORE_TABLE, UNCOUNTED } from './sql-tables';

/** What the room needs of the workbench. */
export interface SqlOutside extends SqlQuestionsOutside {
  readonly rooms: SqlQuestionsOutside['rooms'] & { readonly score: Pick<Rooms['score'], 'reads'> };
  /** Resolves when there are data to ask about. */
  ready(): Promise<void>;
  /** ISO time. */
  now(): string;
}

/** Answers that keep their rows; of older runs only the text stays. */
const KEPT = 12;
const REMEMBERED = 200;
/** Signs of a cell on screen while there are few rows, while there are many, and in a file: what a cell of a spreadsheet holds. */
const CUT = { few: 1000, many: 200, file: 32_000 } as const;

/** The console: asks what a person wrote, and keeps what was asked as long as the page stands. */
export class SqlRoom implements SqlFace {
  tables: readonly SqlTable[] = $state.raw([SCORE_TABLE]);
  measures: readonly SqlMeasure[] = $state.raw([]);
  missing: ReadonlyMap<string, number> = $state.raw(UNCOUNTED);
  draft: SqlDraft | null = $state.raw(null);
  runs: readonly SqlRun[] = $state.raw([]);
  fetching: string | null = $state.raw(null);
  #shown: number | null = $state.raw(null);
  #working = $state.raw(0);
  #text = '';
  #last = 0;
  #looked: string | null = null;
  #stop = new AbortController();
  readonly #outside: SqlOutside;
  readonly #questions: SqlQuestions;

  constructor(outside: SqlOutside) {
    this.#outside = outside;
    this.#questions = new SqlQuestions(outside);
  }

  get text(): string {
    return this.#text;
  }
  get shown(): SqlRun | null {
    return this.runs.find(({ id }) => id === this.#shown) ?? null;
  }
  get isBusy(): boolean {
    return this.#working > 0;
  }

  write(text: string): void {
    this.#text = text;
  }
  open(text: string): void {
    this.#text = text;
    this.draft = { text, number: (this.draft?.number ?? 0) + 1 };
  }
  show(id: number): void {
    this.#shown = id;
  }
  cancel(): void {
    this.#stop.abort();
  }

  async look(): Promise<void> {
    try {
      await this.#outside.ready();
      const { data } = this.#outside.bench;
      if (!data || this.#looked === data.fingerprint) return;
      this.#looked = data.fingerprint;
      this.missing = UNCOUNTED;
      this.measures = ratiosOf(data.derived);
      const tables = await this.#questions.tables(data);
      if (this.#looked !== data.fingerprint) return;
      this.tables = tables;
      const missing = await this.#questions.missing(tables[0]!, data.rows);
      if (this.#looked === data.fingerprint) this.missing = missing;
    } catch {
      // Whatever does not answer is said by the first statement that asks it; the next look tries again.
      this.#looked = null;
    }
  }

  async runAll(): Promise<void> {
    await this.#runThese(sqlStatements(this.#text));
  }
  async runAt(cursor: number): Promise<void> {
    const statement = sqlStatementAt(this.#text, cursor);
    await this.#runThese(statement ? [statement] : []);
  }

  async more(): Promise<void> {
    const run = this.shown;
    if (!run?.result) return;
    const { columns, most } = run.result;
    await this.#during((signal) =>
      this.#orFault(run, async () => {
        await this.#fetchAgain(run, signal);
        const { rows, cells } = await this.#questions.rows(run.text, columns.length, most, CUT.many, signal);
        this.#change(run.id, { status: 'done', fault: null, result: { ...run.result!, rows, cells, cut: CUT.many } });
      }),
    );
  }

  async file(what: 'csv' | 'tsv') {
    const run = this.shown;
    if (!run?.result) throw new Error('no answer is on screen');
    const { columns } = run.result;
    const most = Math.min(SQL_ROWS.file, Math.floor(SQL_ROWS.fileCells / columns.length));
    const limit = what === 'tsv' ? run.result.rows : most;
    const scheme = await this.#fetchAgain(run, undefined);
    const { rows, cells } = await this.#questions.rows(run.text, columns.length, limit, CUT.file, undefined);
    const counted = run.result.total.is === 'known' ? run.result.total.rows : null;
    const total = rows < limit ? rows : (counted ?? (await this.#questions.count(run.text, undefined).catch(() => null)));
    const { data, spec } = this.#outside.bench;
    const leaving = await this.leaving();
    return sqlFile(what, {
      text: run.text,
      scheme,
      columns,
      rows,
      cells,
      total,
      cut: CUT.file,
      leaving,
      data,
      now: this.#outside.now(),
      language: spec.language,
    });
  }

  async leaving(): Promise<Leaving | null> {
    const statement = this.shown && sqlStatements(this.shown.text)[0];
    const { bench, rooms } = this.#outside;
    return statement ? sqlLeaving(statement, this.tables, bench.project, await rooms.score.reads()) : null;
  }

  async takeFirms(): Promise<SqlFirms | null> {
    const run = this.shown;
    const columns = run?.result?.columns ?? [];
    const at = columns.findIndex(isFirmColumn);
    if (!run || at < 0) return null;
    await this.#fetchAgain(run, undefined);
    return this.#questions.firms(run.text, columns.length, at);
  }

  async #runThese(statements: readonly SqlStatement[]): Promise<void> {
    if (statements.length === 0) this.#begin('', 0, { status: 'failed', fault: plainFault('empty') });
    await this.#during(async (signal) => {
      for (const statement of statements) if (!(await this.#run(statement, signal))) return;
    });
  }

  /** One after another: what still goes, the count of an answer too, gives way. */
  async #during(work: (signal: AbortSignal) => Promise<unknown>): Promise<void> {
    this.#stop.abort();
    const stop = (this.#stop = new AbortController());
    this.#working += 1;
    try {
      await work(stop.signal);
    } finally {
      this.#working -= 1;
    }
  }

  /** Whether it was answered, so that the next may be asked. */
  async #run(statement: SqlStatement, signal: AbortSignal): Promise<boolean> {
    const { text, from } = statement;
    const refusal = sqlRefusal(text);
    const run = this.#begin(text, from, refusal ? { status: 'failed', fault: refusalFault(text, refusal) } : {});
    if (refusal) return false;
    const start = performance.now();
    return this.#orFault(run, async () => {
      await this.#outside.ready();
      const data = this.#fingerprint();
      const scheme = await this.#fetch(run, signal);
      const result = isExplained(statement) ? await this.#explained(text, signal) : await this.#answered(text, signal);
      if (data !== this.#fingerprint()) throw new SqlFailure(plainFault('other_data'), null);
      this.#change(run.id, { status: 'done', took: performance.now() - start, data, scheme, result });
      this.#letGo();
      if (result.total.is === 'counting') void this.#count(run.id, text, signal);
    });
  }

  async #explained(text: string, signal: AbortSignal): Promise<SqlResult> {
    const plan = await this.#questions.plan(text, signal);
    return { columns: [], rows: 0, cells: [], cut: 0, total: { is: 'known', rows: 1 }, most: 0, plan };
  }
  async #answered(text: string, signal: AbortSignal): Promise<SqlResult> {
    const columns = await this.#questions.columns(text, signal);
    const { length } = columns;
    if (length > SQL_ROWS.columns) throw new SqlFailure(plainFault('too_many_columns', String(length), String(SQL_ROWS.columns)), null);
    const most = Math.min(SQL_ROWS.most, Math.floor(SQL_ROWS.cells / length / 100) * 100);
    const { rows, cells } = await this.#questions.rows(text, length, SQL_ROWS.first, CUT.few, signal);
    const total: SqlTotal = rows < SQL_ROWS.first ? { is: 'known', rows } : { is: 'counting' };
    return { columns, rows, cells, cut: CUT.few, total, most, plan: null };
  }
  async #count(id: number, text: string, signal: AbortSignal): Promise<void> {
    const total = await this.#questions.count(text, signal).then(
      (rows): SqlTotal => ({ is: 'known', rows }),
      (error: unknown): SqlTotal => ({ is: error instanceof SqlFailure ? (NOT_COUNTED[error.fault.code] ?? 'failed') : 'failed' }),
    );
    this.#changeResult(id, { total });
  }

  async #fetch(run: SqlRun, signal: AbortSignal | undefined): Promise<string | null> {
    try {
      signal?.throwIfAborted();
      return await this.#questions.fetch(sqlStatements(run.text)[0]!, (table) => (this.fetching = table));
    } catch (error) {
      if (signal?.aborted) throw new SqlFailure(plainFault('engine_cancelled'), error);
      throw error;
    } finally {
      this.fetching = null;
    }
  }

  /** An answer is of the data it was asked of: other data need another run. */
  async #fetchAgain(run: SqlRun, signal: AbortSignal | undefined): Promise<string | null> {
    if (run.data !== this.#fingerprint()) throw new SqlFailure(plainFault('other_data'), null);
    return this.#fetch(run, signal);
  }

  /** Whether the work came through; a failure is written to its run. */
  async #orFault(run: SqlRun, work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      const said = error instanceof Error ? error.message : String(error);
      const told = error instanceof SqlFailure ? error.fault : { ...plainFault('engine_failed'), said };
      this.#change(run.id, { status: 'failed', fault: told });
      return false;
    }
  }

  #begin(text: string, from: number, part: Partial<SqlRun>): SqlRun {
    const id = ++this.#last;
    const at = this.#outside.now();
    const run: SqlRun = {
      id,
      text,
      from,
      at,
      status: 'running',
      took: null,
      result: null,
      fault: null,
      data: this.#fingerprint(),
      scheme: null,
      ...part,
    };
    this.runs = [run, ...this.runs].slice(0, REMEMBERED);
    this.#shown = id;
    return run;
  }
  #change(id: number, part: Partial<SqlRun>): void {
    this.runs = this.runs.map((run) => (run.id === id ? { ...run, ...part } : run));
  }
  #changeResult(id: number, part: Partial<SqlResult>): void {
    const result = this.runs.find((run) => run.id === id)?.result;
    if (result) this.#change(id, { result: { ...result, ...part } });
  }
  #letGo(): void {
    let kept = 0;
    this.runs = this.runs.map((run) => (run.result && run.id !== this.#shown && ++kept >= KEPT ? { ...run, result: null } : run));
  }
  #fingerprint(): string {
    return this.#outside.bench.data?.fingerprint ?? '';
  }
}

const NOT_COUNTED: Readonly<Record<string, 'late' | 'stopped'>> = { engine_deadline: 'late', engine_cancelled: 'stopped' };
