// Longer than other files: the door itself, with its rebuilds; each verb is a few lines.
import { type ParamsOf, type Query } from '../../queries/define';
import { type Frame, framedStream } from '../columns/frame';
import { type Answer, answerOf } from './answer';
import { bind } from './bind';
import { EngineError } from './failure';
import { type StartHost } from './host';
import { type Sandbox, type SandboxReport } from './sandbox';
import { type Limits, LIMITS, Session } from './session';
import { sqlRefusal } from './sql-refusal';
import { type ReadAsk, wrapped } from './sql-wrap';
import { type EngineTable } from './table';

export type EngineState = 'booting' | 'ready' | 'busy' | 'rebuilding' | 'failed';

export interface EngineOptions {
  readonly start: StartHost;
  readonly sandbox: Sandbox;
  readonly onstate?: (state: EngineState) => void;
  readonly limits?: Partial<Limits>;
  /** Waiting before each new try after a start that failed, ms; their number is the number of tries. */
  readonly patience?: readonly number[];
}
export interface AskOptions {
  readonly signal?: AbortSignal;
  /** Deadline of this question, ms. */
  readonly limit?: number;
}

/**
 * The only door to DuckDB. It is a cache: tables put in are put in again when the engine had to be rebuilt. Calls made while it boots wait; a call that was
 * running when the engine died by somebody else's fault runs once more; one that broke it, or ran out of time, fails.
 */
export class Engine {
  readonly #options: EngineOptions;
  readonly #limits: Limits;
  readonly #tables = new Map<string, EngineTable>();
  #session: Promise<Session>;
  #open: Session | null = null;
  #running = 0;
  #generation = 0;
  #stopped = false;
  #state: EngineState = 'booting';

  constructor(options: EngineOptions) {
    this.#options = options;
    this.#limits = { ...LIMITS, ...options.limits };
    this.#session = this.#boot();
  }

  get state(): EngineState {
    return this.#state;
  }
  /** How many hosts have been started; 1 until the first rebuild. */
  get generation(): number {
    return this.#generation;
  }
  /** What the sandbox's self-test found, null until it ran. */
  get sandbox(): SandboxReport | null {
    return this.#open?.report ?? null;
  }
  /** Names of the tables put in. */
  get tables(): readonly string[] {
    return [...this.#tables.keys()];
  }

  /** Settles when the engine can be asked; rejects where it cannot be started. */
  async ready(): Promise<void> {
    await this.#session;
  }

  /** Asks one question. An `ident` argument must be a column of table `panel`. */
  ask<Q extends Query>(query: Q, params: ParamsOf<Q>, { signal, limit = this.#limits.ask }: AskOptions = {}): Promise<Answer<Q>> {
    return this.#call(query.name, signal, async (session) => {
      const bytes = await session.ask(query.name, bind(query, params, new Set(session.tables.get('panel')?.columns)), limit, signal);
      try {
        return answerOf(query, bytes);
      } catch (error) {
        throw new EngineError('answer', query.name, error);
      }
    });
  }

  /**
   * Asks something of a statement a person wrote. What is not a single question (`sqlRefusal`) never gets here: that throws. Cells come as text or in DOUBLE,
   * so that no digit is lost.
   */
  async read(statement: string, ask: ReadAsk, { signal, limit = this.#limits.ask }: AskOptions = {}): Promise<Frame> {
    const refusal = sqlRefusal(statement);
    if (refusal) throw new Error(`statement is refused: ${refusal.code} ${refusal.given}`);
    return this.#call('sql', signal, async (session) => {
      const bytes = await session.read('sql', wrapped(statement, ask), limit, signal);
      try {
        return framedStream(bytes);
      } catch (error) {
        throw new EngineError('answer', 'sql', error);
      }
    });
  }

  /** Puts a table in, in place of one of the same name, which stays as it was when this fails. Kept for rebuilds once it is in. */
  insert(table: EngineTable): Promise<void> {
    return this.#call(table.name, undefined, async (session) => {
      await session.insert(table);
      this.#tables.set(table.name, table);
    });
  }

  /** Takes a table out; no fault where there is none. */
  drop(name: string): Promise<void> {
    this.#tables.delete(name);
    return this.#call(name, undefined, (session) => session.drop(name));
  }

  /** Starts anew after `failed`. */
  restart(): void {
    if (this.#state !== 'failed' || this.#stopped) return;
    this.#show('rebuilding');
    this.#session = this.#boot();
  }

  /** Ends the engine for good; what is running rejects with `stopped`. */
  stop(): void {
    this.#stopped = true;
    this.#open?.end(new EngineError('stopped', 'engine'));
  }

  async #call<T>(name: string, signal: AbortSignal | undefined, work: (session: Session) => Promise<T>, again = true): Promise<T> {
    const session = await unlessAborted(this.#living(name), name, signal);
    this.#running++;
    this.#show('busy');
    try {
      return await work(session);
    } catch (error) {
      if (!again || !(error instanceof EngineError) || error.code !== 'died') throw error;
    } finally {
      this.#running--;
      if (this.#running === 0 && session === this.#open && !session.over) this.#show('ready');
    }
    return this.#call(name, signal, work, false);
  }

  /** The session in force; waits for one while the engine boots. */
  async #living(name: string): Promise<Session> {
    for (;;) {
      const session = await this.#session;
      if (this.#stopped) throw new EngineError('stopped', name);
      if (!session.over) return session;
      this.#rebuild(session);
    }
  }

  #boot(): Promise<Session> {
    const session = this.#tryBoot();
    session.catch(() => undefined);
    return session;
  }

  async #tryBoot(): Promise<Session> {
    const patience = this.#options.patience ?? [0, 500, 2000];
    let last: unknown;
    for (const wait of patience) {
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      try {
        return await this.#openSession();
      } catch (error) {
        if (this.#stopped) throw error;
        last = error;
      }
    }
    this.#show('failed');
    throw new EngineError('failed', 'engine', last);
  }

  async #openSession(): Promise<Session> {
    if (this.#stopped) throw new EngineError('stopped', 'engine');
    this.#generation++;
    const session = new Session(this.#options.start, this.#limits);
    this.#open = session;
    try {
      await session.open(this.#options.sandbox);
      for (const table of this.#tables.values()) await this.#putBack(session, table);
    } catch (error) {
      session.end(error instanceof EngineError ? error : new EngineError('failed', 'engine', error));
      throw error;
    }
    void session.lost.then(() => this.#rebuild(session));
    this.#show(this.#running > 0 ? 'busy' : 'ready');
    return session;
  }

  async #putBack(session: Session, table: EngineTable): Promise<void> {
    try {
      await session.insert(table);
    } catch (error) {
      if (!table.isSpare || session.over) throw error;
      this.#tables.delete(table.name);
    }
  }

  #rebuild(lost: Session): void {
    if (this.#stopped || this.#open !== lost) return;
    this.#show('rebuilding');
    this.#session = this.#boot();
  }

  #show(state: EngineState): void {
    if (this.#stopped || state === this.#state) return;
    this.#state = state;
    this.#options.onstate?.(state);
  }
}

async function unlessAborted<T>(work: Promise<T>, name: string, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work;
  let stop!: () => void;
  const aborted = new Promise<never>((_, reject) => (stop = () => reject(new EngineError('cancelled', name))));
  signal.addEventListener('abort', stop);
  if (signal.aborted) stop();
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
