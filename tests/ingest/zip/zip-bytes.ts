import { crc32 } from 'node:zlib';

/** Bytes as given; numbers of 2 or 4 bytes, little end first. */
const two = (value: number) => [value & 255, (value >>> 8) & 255];
const four = (value: number) => [...two(value & 0xffff), ...two(value >>> 16)];

export interface Given {
  readonly name: string | readonly number[];
  readonly bytes?: Uint8Array;
  /** What the headers say where it is not the truth. */
  readonly size?: number;
  readonly crc?: number;
  readonly flags?: number;
  readonly method?: number;
  /** Bytes as they stand in the file, where they are not stored as they are. */
  readonly packed?: Uint8Array;
  readonly extra?: readonly number[];
}

/** A zip written by hand after APPNOTE 6.3, so that the reader is not tested by the library it uses. */
export function zipOf(entries: readonly Given[], before: readonly number[] = []): Uint8Array {
  const body: number[] = [...before];
  const directory: number[] = [];
  for (const { name, bytes = new Uint8Array(0), packed = bytes, flags = 0, method = 0, extra = [], ...said } of entries) {
    const letters = typeof name === 'string' ? [...new TextEncoder().encode(name)] : [...name];
    const [size, crc] = [said.size ?? bytes.length, said.crc ?? crc32(bytes)];
    const facts = [...two(flags), ...two(method), ...four(0), ...four(crc), ...four(packed.length), ...four(size), ...two(letters.length)];
    const offset = body.length - before.length;
    for (const byte of [...four(0x04034b50), ...two(20), ...facts, ...two(0), ...letters]) body.push(byte);
    for (const byte of packed) body.push(byte);
    directory.push(
      ...four(0x02014b50),
      ...two(20),
      ...two(20),
      ...facts,
      ...two(extra.length),
      ...two(0),
      ...two(0),
      ...two(0),
      ...four(0),
    );
    directory.push(...four(offset), ...letters, ...extra);
  }
  const end = [
    ...four(0x06054b50),
    ...two(0),
    ...two(0),
    ...two(entries.length),
    ...two(entries.length),
    ...four(directory.length),
    ...four(body.length - before.length),
    ...two(0),
  ];
  return Uint8Array.from([...body, ...directory, ...end]);
}
