/** A value as DuckDB binds it. */
export type Bindable = string | number | null;

/** Where the database runs: a browser worker, a Node process, or a literal in a test. Knows nothing of queries, tables or recovery. */
export interface Host {
  /** Settled once the database is open; rejects where it cannot be. */
  readonly ready: Promise<void>;
  /** Resolves, with a word why, when the host has died by itself. Never rejects. */
  readonly died: Promise<string>;
  connect(): Promise<number>;
  disconnect(connection: number): Promise<void>;
  /** Runs a short statement with bound values and drops its answer. Cannot be cancelled: nothing a person waits on goes here. */
  run(connection: number, sql: string, values: readonly Bindable[]): Promise<void>;
  /** Binds a statement without running it; rejects what cannot be bound, and a text of more than one statement. */
  check(connection: number, sql: string): Promise<void>;
  /** Runs a statement in slices and answers an Arrow IPC stream with its end mark. Other connections are served in between. */
  send(connection: number, sql: string): Promise<Uint8Array>;
  /** Makes the running `send` of this connection reject. */
  cancel(connection: number): Promise<void>;
  /** Adds an Arrow IPC stream to a table, which is made first when `create`. Takes the buffer away. The answer proves nothing: see insert.ts. */
  insert(connection: number, table: string, stream: Uint8Array, create: boolean): Promise<void>;
  /** Ends the host at once, whatever it does. Nothing pending is settled after it. */
  terminate(): void;
}

/** Starts a host; returns at once, `ready` follows. */
export type StartHost = () => Host;
