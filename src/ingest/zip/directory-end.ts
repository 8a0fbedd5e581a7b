import type { ByteSource } from '../byte-source';

/** Where the central directory of a zip lies. */
export interface ZipEnd {
  readonly entries: number;
  readonly at: number;
  readonly size: number;
  /** Bytes before the zip (a self-extracting program), to be added to every offset in it. */
  readonly shift: number;
}

const END = 22;
const END_SIGNATURE = 0x06054b50;
const WIDE_LOCATOR = 20;
const WIDE_LOCATOR_SIGNATURE = 0x07064b50;
const WIDE_END = 56;
const WIDE_END_SIGNATURE = 0x06064b50;
const LONGEST_REMARK = 0xffff;

/** Finds the end record of a zip, with zip64 where the plain record says so; else what is wrong, in a few words. */
export async function findEnd(source: ByteSource): Promise<ZipEnd | string> {
  const from = Math.max(0, source.size - END - LONGEST_REMARK - WIDE_LOCATOR);
  const tail = await source.read(from, source.size);
  const view = new DataView(tail.buffer, tail.byteOffset, tail.byteLength);
  let at = tail.length - END;
  // The remark behind it may hold the signature too: the record is the one whose remark ends with the file.
  while (at >= 0 && !(view.getUint32(at, true) === END_SIGNATURE && at + END + view.getUint16(at + 20, true) === tail.length)) at--;
  if (at < 0) return 'no end record';
  const [disk, entries, size, offset] = [view.getUint16(at + 4, true), view.getUint16(at + 10, true), ...pair(view, at + 12)];
  const wide = at >= WIDE_LOCATOR && view.getUint32(at - WIDE_LOCATOR, true) === WIDE_LOCATOR_SIGNATURE;
  if (wide && (disk === 0xffff || entries === 0xffff || size === 0xffffffff || offset === 0xffffffff))
    return await wideEnd(source, Number(view.getBigUint64(at - WIDE_LOCATOR + 8, true)), from + at - WIDE_LOCATOR);
  if (disk !== 0 || view.getUint16(at + 6, true) !== 0 || view.getUint16(at + 8, true) !== entries) return 'a part of several';
  return placed(entries, size, offset, from + at);
}

function pair(view: DataView, at: number): [number, number] {
  return [view.getUint32(at, true), view.getUint32(at + 4, true)];
}

/** The end record of zip64, which stands before its locator. */
async function wideEnd(source: ByteSource, said: number, before: number): Promise<ZipEnd | string> {
  // Behind a program the place it names is wrong by the program's length; the record then ends at its locator.
  for (const at of [said, before - WIDE_END]) {
    if (!(at >= 0 && at + WIDE_END <= before)) continue;
    const bytes = await source.read(at, at + WIDE_END);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (view.getUint32(0, true) !== WIDE_END_SIGNATURE) continue;
    if (view.getUint32(16, true) !== 0 || view.getUint32(20, true) !== 0) return 'a part of several';
    const [entries, size, offset] = [32, 40, 48].map((field) => Number(view.getBigUint64(field, true))) as [number, number, number];
    return placed(entries, size, offset, at);
  }
  return 'no zip64 end record';
}

/** The directory ends where its end record begins. */
function placed(entries: number, size: number, offset: number, end: number): ZipEnd | string {
  const at = end - size;
  const shift = at - offset;
  return at >= 0 && shift >= 0 ? { entries, at, size, shift } : 'directory out of place';
}
