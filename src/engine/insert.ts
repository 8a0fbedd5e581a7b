import { framedStream } from '../columns/frame';
import { unpackWords } from '../../scoring/column';
import { quoteName } from '../../queries/build/quote';
import { isFatal } from './failure';
import { type Host } from './host';
import { type EngineTable } from './table';

/**
 * Why these bytes are not a whole Arrow IPC stream, or null. DuckDB takes garbage, a cut stream and the Arrow file format without
 * a word and makes no table; so this is asked first, and the table is counted afterwards.
 */
export function streamFault(bytes: Uint8Array): string | null {
  if (bytes.length < 16) return `${bytes.length} bytes are no arrow stream`;
  if ([65, 82, 82, 79, 87, 49].every((byte, at) => bytes[at] === byte)) return 'arrow file format, a stream is wanted';
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== 0xffffffff) return 'no arrow stream: no continuation mark at its start';
  const length = view.getInt32(4, true);
  if (length <= 0 || length > bytes.length - 16) return `arrow stream is cut: its schema has ${length} bytes`;
  if (view.getUint32(bytes.length - 8, true) !== 0xffffffff || view.getUint32(bytes.length - 4, true) !== 0)
    return 'arrow stream is cut: no end mark';
  return null;
}

/**
 * The insert gate. The new table is filled under another name, on a fresh connection for each piece, counted, and only then takes the place of an old one,
 * so a fault leaves the old table as it was. Throws when rows or columns that arrived are not those that were sent.
 */
export async function insertTable(host: Host, table: EngineTable): Promise<void> {
  const coming = `${table.name} (coming)`;
  const clear = `drop table if exists ${quoteName(coming)}`;
  await alone(host, (connection) => host.run(connection, clear, []));
  try {
    await fill(host, coming, table);
    await alone(host, async (connection) => {
      await arrived(host, connection, coming, table);
      await host.run(connection, `drop table if exists ${quoteName(table.name)}`, []);
      await host.run(connection, `alter table ${quoteName(coming)} rename to ${quoteName(table.name)}`, []);
    });
  } catch (error) {
    if (!isFatal(error)) await alone(host, (connection) => host.run(connection, clear, []));
    throw error;
  }
}

async function fill(host: Host, coming: string, table: EngineTable): Promise<void> {
  let create = true;
  for await (const piece of table.pieces()) {
    const fault = streamFault(piece);
    if (fault !== null) throw new Error(`table ${table.name}: ${fault}`);
    await alone(host, (connection) => host.insert(connection, coming, piece, create));
    create = false;
  }
  if (create) throw new Error(`table ${table.name}: no piece came`);
}

async function arrived(host: Host, connection: number, name: string, table: EngineTable): Promise<void> {
  await host.run(connection, 'set variable given_table = $1::VARCHAR', [name]);
  const described = framedStream(
    await host.send(
      connection,
      "select column_name from duckdb_columns() where table_name = getvariable('given_table')::VARCHAR order by column_index",
    ),
  ).columns.get('column_name');
  if (described?.kind !== 'text' || described.codes.length === 0) throw new Error(`table ${table.name} did not arrive`);
  const words = unpackWords(described.words);
  const names = Array.from(described.codes, (code) => words[code]!);
  if (names.join('\n') !== table.columns.join('\n'))
    throw new Error(`table ${table.name} arrived with columns ${names.join(', ')}, sent were ${table.columns.join(', ')}`);
  const counted = framedStream(await host.send(connection, `select cast(count(*) as double) as rows from ${quoteName(name)}`)).columns.get(
    'rows',
  );
  const rows = counted?.kind === 'number' ? counted.values[0] : NaN;
  if (rows !== table.rows) throw new Error(`table ${table.name} arrived with ${rows} rows, sent were ${table.rows}`);
}

/** A connection of its own: after a bad stream the next insert on the same one silently makes no table. */
async function alone<T>(host: Host, work: (connection: number) => Promise<T>): Promise<T> {
  const connection = await host.connect();
  try {
    return await work(connection);
  } finally {
    await host.disconnect(connection);
  }
}
