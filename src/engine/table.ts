/** A table the engine can be given again after it was rebuilt: what it must hold, and where it comes from. */
export interface EngineTable {
  readonly name: string;
  readonly rows: number;
  /** Names in order. DuckDB compares them without regard to case. */
  readonly columns: readonly string[];
  /** Left out of a rebuild where its pieces are no longer to be had: whoever asks of it looks first whether it is there. */
  readonly isSpare?: boolean;
  /** Arrow IPC streams, rows in order, made anew at every call; the first makes the table, so even an empty table has one. */
  pieces(): Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
}
