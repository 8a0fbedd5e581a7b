import { readArrow } from '../columns/arrow-read';
import type { ByteSource } from './byte-source';
import { typedFile } from './typed-file';

/** Whether a source begins like an Arrow file or stream. */
export async function isArrow(source: ByteSource): Promise<boolean> {
  const head = await source.read(0, 6);
  return String.fromCharCode(...head) === 'ARROW1' || (head.length > 3 && head.subarray(0, 4).every((byte) => byte === 0xff));
}

/** Arrow files and streams. */
export const arrowFile = { is: isArrow, ...typedFile(async (source) => readArrow(await source.read(0, source.size), source.name)) };
