import type { SqlOutside, SqlRoom } from './sql-room.svelte';

/** Opens the console's room. It stands between, so that the names of all its parts do not travel with the first paint. */
export async function openSqlRoom(outside: SqlOutside): Promise<SqlRoom> {
  const { SqlRoom } = await import('./sql-room.svelte');
  return new SqlRoom(outside);
}
