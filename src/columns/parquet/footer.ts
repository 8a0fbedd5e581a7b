import { parquetMetadata, type FileMetaData } from 'hyparquet';
import { ParquetFault } from './fault';
import { ThriftReader } from './thrift';

/** A file as far as it is needed here: byte ranges. */
export interface RangeSource {
  readonly name: string;
  readonly size: number;
  read(from: number, to: number): Promise<Uint8Array>;
}

const TAIL = 64 << 10;
const LARGEST_FOOTER = 256 << 20;

/** The metadata of a Parquet file, and where they begin: chunks end before. The library reads them only once their structure is known to be sound. */
export async function readFooter(source: RangeSource): Promise<{ metadata: FileMetaData; end: number }> {
  if (source.size < 12) throw new ParquetFault(String(source.size), '', 'parquet_cut');
  const tail = await source.read(Math.max(0, source.size - TAIL), source.size);
  const magic = String.fromCharCode(...tail.subarray(-4));
  if (magic === 'PARE') throw new ParquetFault('', '', 'parquet_encrypted');
  if (magic !== 'PAR1') throw new ParquetFault(String(source.size), '', 'parquet_cut');
  const length = new DataView(tail.buffer, tail.byteOffset + tail.length - 8, 4).getUint32(0, true);
  const end = source.size - 8 - length;
  if (end < 4 || length > LARGEST_FOOTER) throw new ParquetFault(`metadata of ${length} bytes`);
  const footer = length + 8 <= tail.length ? tail.slice(tail.length - length - 8) : (await source.read(end, source.size)).slice();
  const check = new ThriftReader(footer.subarray(0, length));
  check.struct();
  return { metadata: parsed(footer), end };
}

function parsed(footer: Uint8Array): FileMetaData {
  try {
    return parquetMetadata(footer, { geoparquet: false });
  } catch (error) {
    throw new ParquetFault(error instanceof Error ? error.message : String(error));
  }
}
