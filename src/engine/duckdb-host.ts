import { type Host } from './host';

type Later<T> = T | Promise<T>;

/** What both builds of duckdb-wasm 1.32 give under the same names: the browser's answers later, Node's at once. */
export interface Bindings {
  runQuery(connection: number, sql: string): Later<Uint8Array>;
  startPendingQuery(connection: number, sql: string, stream: boolean): Later<Uint8Array | null>;
  pollPendingQuery(connection: number): Later<Uint8Array | null>;
  cancelPendingQuery(connection: number): Later<boolean>;
  fetchQueryResults(connection: number): Later<Uint8Array | null>;
  createPrepared(connection: number, sql: string): Later<number>;
  runPrepared(connection: number, statement: number, values: unknown[]): Later<Uint8Array>;
  closePrepared(connection: number, statement: number): Later<void>;
  disconnect(connection: number): Later<void>;
  insertArrowFromIPCStream(connection: number, stream: Uint8Array, options: { name: string; schema: string; create: boolean }): Later<void>;
}

/** Continuation mark and length 0: where an Arrow IPC stream ends. */
const END = [255, 255, 255, 255, 0, 0, 0, 0];

/** The calls of a host that are the same wherever duckdb-wasm runs. `yielding` lets a cancel in between two slices. */
export function overBindings(
  bindings: () => Bindings,
  yielding: () => Promise<void>,
): Pick<Host, 'disconnect' | 'run' | 'check' | 'send' | 'cancel' | 'insert'> {
  return {
    disconnect: async (connection) => bindings().disconnect(connection),
    async run(connection, sql, values) {
      if (values.length === 0) {
        await bindings().runQuery(connection, sql);
        return;
      }
      const statement = await bindings().createPrepared(connection, sql);
      try {
        await bindings().runPrepared(connection, statement, [...values]);
      } finally {
        await bindings().closePrepared(connection, statement);
      }
    },
    async check(connection, sql) {
      await bindings().closePrepared(connection, await bindings().createPrepared(connection, sql));
    },
    async send(connection, sql) {
      let schema = await bindings().startPendingQuery(connection, sql, false);
      while (schema === null) {
        await yielding();
        schema = await bindings().pollPendingQuery(connection);
      }
      const parts = [schema];
      for (;;) {
        const part = await bindings().fetchQueryResults(connection);
        if (part === null) await yielding();
        else if (part.length === 0) return joined(parts);
        else parts.push(part);
      }
    },
    async cancel(connection) {
      await bindings().cancelPendingQuery(connection);
    },
    insert: async (connection, name, stream, create) =>
      bindings().insertArrowFromIPCStream(connection, stream, { name, schema: 'main', create }),
  };
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, END.length));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  bytes.set(END, at);
  return bytes;
}
