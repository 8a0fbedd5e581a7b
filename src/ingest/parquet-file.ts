import { gunzipSync } from 'fflate';
import { readParquet } from '../columns/parquet-read';
import type { ByteSource } from './byte-source';
import { typedFile } from './typed-file';

/** Whether a source begins like a Parquet file; `PARE` is one whose metadata are encrypted. */
export async function isParquet(source: ByteSource): Promise<boolean> {
  const head = String.fromCharCode(...(await source.read(0, 4)));
  return head === 'PAR1' || head === 'PARE';
}

/** Parquet files. */
export const parquetFile = { is: isParquet, ...typedFile((source, reading) => readParquet(source, { ...reading, gunzip })) };

/** A page packed by gzip, into exactly the room it claims: one that holds more is cut there, and then has another length than the page says. */
function gunzip(packed: Uint8Array, size: number): Uint8Array {
  try {
    return gunzipSync(packed, { out: new Uint8Array(size) });
  } catch (error) {
    // The decompressor's own errors carry a number.
    if (error instanceof Error && 'code' in error && typeof error.code === 'number') return new Uint8Array(0);
    throw error;
  }
}
