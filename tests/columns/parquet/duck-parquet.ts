import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

/** What DuckDB's own Parquet writer makes of a query: a program that has nothing to do with our reader. */
export async function duckParquet(select: string, options = ''): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'parquet-'));
  const connection = await (await DuckDBInstance.create()).connect();
  try {
    const path = join(folder, 'a.parquet');
    await connection.run("set force_mbedtls_unsafe = 'true'");
    await connection.run("pragma add_parquet_key('key', '0123456789abcdef')");
    await connection.run(`copy (${select}) to '${path}' (format parquet${options === '' ? '' : `, ${options}`})`);
    return new Uint8Array(readFileSync(path));
  } finally {
    connection.closeSync();
    rmSync(folder, { recursive: true });
  }
}

/** The rows DuckDB reads from a Parquet file, as JSON values. */
export async function duckRows(path: string, select: string): Promise<unknown[][]> {
  const connection = await (await DuckDBInstance.create()).connect();
  try {
    return (await connection.runAndReadAll(select.replace('$file', `'${path}'`))).getRowsJson();
  } finally {
    connection.closeSync();
  }
}
