import type { ByteSource } from '../byte-source';
import { wideOrder } from '../refused-source';
import { readRecord } from './record';

/** How a JSON file holds its records: one a line or all in a list, as objects (their keys are the headers) or as arrays (rows of a table). */
export interface JsonShape {
  readonly isList: boolean;
  readonly isObjects: boolean;
}

const HEAD = 64 << 10;

/** The shape of a source by its first characters; null where it is no JSON. A text that only happens to begin with a bracket is none. */
export async function jsonShape(source: ByteSource): Promise<JsonShape | null> {
  const head = await source.read(0, HEAD);
  return shapeOf(new TextDecoder(wideOrder(head) ?? 'utf-8').decode(head));
}

function shapeOf(head: string): JsonShape | null {
  const text = head.trimStart();
  if (/^\{\s*(?:"|\}|$)/.test(text)) return { isList: false, isObjects: true };
  if (!text.startsWith('[')) return null;
  const next = text.slice(1).trimStart()[0] ?? '';
  if (next === '{' || next === '[' || next === ']') return { isList: true, isObjects: next === '{' };
  const [line = ''] = text.split('\n', 1);
  return line.length < text.length && readRecord(line.trimEnd()) ? { isList: false, isObjects: false } : null;
}
