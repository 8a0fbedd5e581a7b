import { tableToIPC } from 'apache-arrow';
import { Table, Float64, Utf8, vectorFromArray } from 'apache-arrow';
import { type Bindable, type Host } from '../../src/engine/host';

/** Arrow bytes of one column of numbers, or of words. */
export function answer(name: string, cells: readonly (number | string)[]): Uint8Array {
  const vector = cells.every((cell) => typeof cell === 'number')
    ? vectorFromArray(cells as number[], new Float64())
    : vectorFromArray(cells as string[], new Utf8());
  return tableToIPC(new Table({ [name]: vector }), 'stream');
}

/** A host made of literals: it refuses what a sandbox refuses, holds tables by name, and does wrong when told to. */
export class FakeHost implements Host {
  ready: Promise<void> = Promise.resolve();
  die!: (why: string) => void;
  readonly died = new Promise<string>((resolve) => (this.die = resolve));
  readonly tables = new Map<string, number>();
  readonly ran: string[] = [];
  terminated = false;
  open = 0;
  /** What a question is answered with; by default a number, so that the descriptor `one` fits. */
  onsend: (sql: string) => Promise<Uint8Array> = async () => answer('one', [1]);
  onrun: (sql: string) => Promise<void> = async () => undefined;
  #cancels = new Map<number, (error: Error) => void>();
  #variable: Bindable = null;
  heedsCancel = true;

  async connect(): Promise<number> {
    return ++this.open;
  }
  async disconnect(): Promise<void> {}
  async run(_: number, sql: string, values: readonly Bindable[]): Promise<void> {
    this.ran.push(sql);
    if (/sandbox-trial|httpfs|glob|external_access = true|3GB/.test(sql)) throw new Error('Permission Error: refused');
    if (values.length > 0) this.#variable = values[0]!;
    const rename = /alter table "(.*)" rename to "(.*)"/.exec(sql);
    if (rename) this.tables.set(rename[2]!, this.tables.get(rename[1]!)!);
    return this.onrun(sql);
  }
  async check(): Promise<void> {}
  send(connection: number, sql: string): Promise<Uint8Array> {
    if (sql.includes('duckdb_columns'))
      return Promise.resolve(answer('column_name', this.tables.has(String(this.#variable)) ? ['firm'] : ['']));
    const counted = /count\(\*\).*from "(.*)"/.exec(sql);
    if (counted) return Promise.resolve(answer('rows', [this.tables.get(counted[1]!) ?? 0]));
    return new Promise((resolve, reject) => {
      this.#cancels.set(connection, reject);
      this.onsend(sql).then(resolve, reject);
    });
  }
  async cancel(connection: number): Promise<void> {
    if (this.heedsCancel) this.#cancels.get(connection)?.(new Error('query was canceled'));
  }
  async insert(_: number, table: string): Promise<void> {
    this.tables.set(table, (this.tables.get(table) ?? 0) + 2);
  }
  terminate(): void {
    this.terminated = true;
  }
}
