// Longer than other files: every call to one living host, each with its deadline and its end, in one class.
import { quoteName } from '../../queries/build/quote';
import { type Bound } from './bind';
import { within } from './deadline';
import { EngineError, isFatal, messageOf } from './failure';
import { type Host, type StartHost } from './host';
import { insertTable } from './insert';
import { lockDown, type Sandbox, type SandboxReport, selfTest } from './sandbox';
import { type EngineTable } from './table';

/** How long each kind of call may take, in ms. */
export interface Limits {
  readonly boot: number;
  /** Short calls: connect, set a variable. */
  readonly call: number;
  readonly ask: number;
  readonly insert: number;
  /** From a cancel to the hard end of a host that does not heed it. */
  readonly grace: number;
}
export const LIMITS: Limits = { boot: 60_000, call: 30_000, ask: 60_000, insert: 120_000, grace: 3_000 };

const READ_ONLY: Bound['set'] = [{ sql: 'begin transaction read only', values: [] }];

/** One life of the engine: a started host, its connections and tables, until it is lost. Whoever asks later needs another session. */
export class Session {
  readonly #host: Host;
  readonly #limits: Limits;
  readonly #idle: number[] = [];
  readonly #waiting = new Set<(why: EngineError) => void>();
  #lose!: (error: EngineError) => void;
  /** Resolves, with the reason, when this life is over. Every pending call rejects with it. */
  readonly lost: Promise<EngineError>;
  #over: EngineError | null = null;
  #inserting: Promise<unknown> = Promise.resolve();
  readonly tables = new Map<string, EngineTable>();
  report: SandboxReport | null = null;

  constructor(start: StartHost, limits: Limits) {
    this.#limits = limits;
    this.lost = new Promise((resolve) => (this.#lose = resolve));
    this.#host = start();
    void this.#host.died.then((why) => this.end(new EngineError('died', 'engine', why)));
  }

  get over(): boolean {
    return this.#over !== null;
  }

  /** Boots, closes the sandbox and tries it. A sandbox with a hole is an engine that does not start. */
  async open(sandbox: Sandbox): Promise<void> {
    await this.#guarded('engine', this.#limits.boot, async () => {
      await this.#host.ready;
      const connection = await this.#host.connect();
      await lockDown(this.#host, connection, sandbox);
      this.report = await selfTest(this.#host, connection);
      await this.#host.disconnect(connection);
    });
    if (this.report?.closed) return;
    const open = this.report?.trials.filter(({ refused }) => !refused).map(({ trial, said }) => `${trial}: ${said}`);
    throw this.end(new EngineError('failed', 'sandbox', `not closed: ${open?.join('; ')}`));
  }

  /** Puts a table in, through the gate, one after another. */
  insert(table: EngineTable): Promise<void> {
    const turn = this.#inserting.then(() => this.#insert(table));
    this.#inserting = turn.catch(() => undefined);
    return turn;
  }

  async #insert(table: EngineTable): Promise<void> {
    try {
      await this.#guarded(table.name, this.#limits.insert, () => insertTable(this.#host, table));
    } catch (error) {
      throw error instanceof EngineError ? error : new EngineError('insert', table.name, error);
    }
    this.tables.set(table.name, table);
  }

  async drop(name: string): Promise<void> {
    const connection = await this.#connection(name, this.#idle.pop() ?? null, []);
    await this.#guarded(name, this.#limits.call, () => this.#host.run(connection, `drop table if exists ${quoteName(name)}`, []));
    this.#idle.push(connection);
    this.tables.delete(name);
  }

  /** Runs a bound question; the answer as Arrow bytes. Ends at once for the caller on a cancel or the deadline, and for the host within `grace`. */
  async ask(name: string, bound: Bound, limit: number, signal: AbortSignal | undefined): Promise<Uint8Array> {
    if (signal?.aborted) throw new EngineError('cancelled', name);
    const connection = await this.#connection(name, this.#idle.pop() ?? null, bound.set);
    const bytes = await this.#send(name, connection, () => this.#host.send(connection, bound.sql), limit, signal);
    this.#idle.push(connection);
    return bytes;
  }

  /**
   * The same for a text a person had a part in: on a connection of its own that is given up afterwards, inside a transaction that cannot write, and only if
   * it is one single statement, which would else end that transaction.
   */
  async read(name: string, sql: string, limit: number, signal: AbortSignal | undefined): Promise<Uint8Array> {
    if (signal?.aborted) throw new EngineError('cancelled', name);
    const connection = await this.#connection(name, null, READ_ONLY);
    const work = (): Promise<Uint8Array> => this.#host.check(connection, sql).then(() => this.#host.send(connection, sql));
    const bytes = await this.#send(name, connection, work, limit, signal);
    this.#dispose(connection);
    return bytes;
  }

  async #send(
    name: string,
    connection: number,
    begin: () => Promise<Uint8Array>,
    limit: number,
    signal: AbortSignal | undefined,
  ): Promise<Uint8Array> {
    let stop!: () => void;
    const cancelled = new Promise<never>((_, reject) => (stop = () => reject(new EngineError('cancelled', name))));
    signal?.addEventListener('abort', stop);
    if (signal?.aborted) stop();
    const work = begin();
    try {
      return await this.#alive(name, Promise.race([within(work, limit, () => new EngineError('deadline', name)), cancelled]));
    } catch (error) {
      if (error instanceof EngineError) {
        if (error.code === 'cancelled' || error.code === 'deadline') this.#abandon(connection, work);
        throw error;
      }
      throw this.#judged(name, error, connection);
    } finally {
      signal?.removeEventListener('abort', stop);
    }
  }

  /** Ends this life; the first reason counts. */
  end(error: EngineError): EngineError {
    if (this.#over) return error;
    this.#over = error;
    this.#host.terminate();
    for (const reject of this.#waiting) reject(error);
    this.#waiting.clear();
    this.#lose(error);
    return error;
  }

  /** A connection, a new one unless given, on which these statements have been run. */
  async #connection(name: string, given: number | null, statements: Bound['set']): Promise<number> {
    let connection = given;
    try {
      return await this.#guarded(name, this.#limits.call, async () => {
        connection ??= await this.#host.connect();
        for (const { sql, values } of statements) await this.#host.run(connection, sql, values);
        return connection;
      });
    } catch (error) {
      throw error instanceof EngineError ? error : this.#judged(name, error, connection);
    }
  }

  /** A call that cannot be cancelled: past its deadline only the end of the host is left. */
  async #guarded<T>(name: string, limit: number, work: () => Promise<T>): Promise<T> {
    if (this.#over) throw lostBy(name, this.#over);
    try {
      return await this.#alive(
        name,
        within(work(), limit, () => new EngineError('deadline', name)),
      );
    } catch (error) {
      if (error instanceof EngineError && error.code === 'deadline') throw this.end(error);
      if (!(error instanceof EngineError) && isFatal(error)) throw this.end(new EngineError('fatal', name, error));
      throw error;
    }
  }

  /** The work, or the loss of this session while it runs. */
  #alive<T>(name: string, work: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const gone = (why: EngineError) => reject(lostBy(name, why));
      this.#waiting.add(gone);
      work.finally(() => this.#waiting.delete(gone)).then(resolve, reject);
    });
  }

  /** What an error of the engine means: the end, or a failed statement whose connection is given up. */
  #judged(name: string, error: unknown, connection: number | null): EngineError {
    if (isFatal(error)) return this.end(new EngineError('fatal', name, error));
    if (connection !== null) this.#dispose(connection);
    return new EngineError('query', name, error);
  }

  /** Cancels what still runs on a connection; a host that does not heed it in time is ended. */
  #abandon(connection: number, work: Promise<Uint8Array>): void {
    const settled = work.then(
      () => undefined,
      (error: unknown) => void (isFatal(error) && this.end(new EngineError('fatal', 'cancel', error))),
    );
    const quit = Promise.all([this.#host.cancel(connection), settled]);
    within(quit, this.#limits.grace, () => new Error('cancel was not heeded')).then(
      () => this.#dispose(connection),
      (error: unknown) => this.end(new EngineError('died', 'cancel', messageOf(error))),
    );
  }

  /** A connection that saw an error may hold a broken transaction: it is not used again. */
  #dispose(connection: number): void {
    this.#guarded('disconnect', this.#limits.call, () => this.#host.disconnect(connection)).catch((error: unknown) => {
      this.end(new EngineError('died', 'disconnect', error));
    });
  }
}

/** The same loss, told to each call under its own name. */
function lostBy(name: string, why: EngineError): EngineError {
  return new EngineError(why.code === 'stopped' ? 'stopped' : 'died', name, why);
}
