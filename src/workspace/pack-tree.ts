/** Kinds of buffers a pack can hold. The names stand in files: append only. */
const BUFFERS = {
  f64: Float64Array,
  f32: Float32Array,
  i32: Int32Array,
  u32: Uint32Array,
  i16: Int16Array,
  u16: Uint16Array,
  i8: Int8Array,
  u8: Uint8Array,
} as const;
export type BufferKind = keyof typeof BUFFERS;
export type Buffer = InstanceType<(typeof BUFFERS)[BufferKind]>;

/** Marks of what JSON has no word for. No key of ours begins with NUL, and names from files are keys of maps, never of objects. */
const BUFFER = '\0b';
const MAP = '\0m';
const NUMBER = '\0n';

/** A value as JSON with numbered buffers in place of its typed arrays, each array once. Maps and numbers that are not finite are kept. Anything else throws. */
export function strip(value: unknown, buffers: Map<Buffer, number>): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0) ? value : { [NUMBER]: textOf(value) };
  if (ArrayBuffer.isView(value)) {
    const buffer = value as Buffer;
    if (!buffers.has(buffer)) buffers.set(buffer, buffers.size);
    return { [BUFFER]: buffers.get(buffer) };
  }
  if (Array.isArray(value)) return value.map((item) => strip(item, buffers));
  if (value instanceof Map) return { [MAP]: [...value].map(([key, part]) => [strip(key, buffers), strip(part, buffers)]) };
  if (typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype)
    throw new TypeError(`a pack cannot hold ${String(value)}`);
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  const marked = entries.find(([key]) => key.startsWith('\0'));
  if (marked) throw new TypeError(`a pack cannot hold the key ${JSON.stringify(marked[0])}`);
  return Object.fromEntries(entries.map(([key, part]) => [key, strip(part, buffers)]));
}

const textOf = (value: number): string => (Object.is(value, -0) ? '-0' : String(value));

/** The value a stripped one was made from. */
export function dress(json: unknown, buffers: readonly Buffer[]): unknown {
  if (Array.isArray(json)) return json.map((item) => dress(item, buffers));
  if (typeof json !== 'object' || json === null) return json;
  const entries = Object.entries(json);
  const [key, part] = entries[0] ?? ['', null];
  if (key === BUFFER) return buffers[part as number];
  if (key === NUMBER) return Number(part);
  if (key === MAP) return new Map((part as [unknown, unknown][]).map(([one, other]) => [dress(one, buffers), dress(other, buffers)]));
  return Object.fromEntries(entries.map(([name, inner]) => [name, dress(inner, buffers)]));
}

export function kindOf(buffer: Buffer): BufferKind {
  const found = (Object.keys(BUFFERS) as BufferKind[]).find((kind) => buffer.constructor === BUFFERS[kind]);
  if (!found) throw new TypeError(`a pack cannot hold a ${buffer.constructor.name}`);
  return found;
}

/** A view of `length` items on bytes that are there already. */
export function viewOf(kind: BufferKind, bytes: ArrayBufferLike, at: number, length: number): Buffer {
  return new BUFFERS[kind](bytes as ArrayBuffer, at, length);
}

/** Bytes of one item; null for a kind that is none of ours. */
export function widthOf(kind: string): number | null {
  return Object.hasOwn(BUFFERS, kind) ? BUFFERS[kind as BufferKind].BYTES_PER_ELEMENT : null;
}
