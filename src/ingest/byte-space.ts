/** Bytes together with a view that reads four of them at once from any place. At least four bytes behind the last used one must belong to it. */
export interface ByteSpace {
  readonly bytes: Uint8Array;
  readonly view: DataView;
}

/** A new space of this many bytes, and what is needed behind them. */
export function byteSpace(size: number): ByteSpace {
  const bytes = new Uint8Array(size + 8);
  return { bytes, view: new DataView(bytes.buffer) };
}

/** The space, or a larger copy of it, with room for bytes up to `size`. */
export function spaceFor(space: ByteSpace, size: number): ByteSpace {
  if (size + 8 <= space.bytes.length) return space;
  const larger = byteSpace(Math.ceil(Math.max(size, space.bytes.length * 1.5)));
  larger.bytes.set(space.bytes);
  return larger;
}

/** A space that holds a copy of some bytes. */
export function spaceOf(bytes: Uint8Array): ByteSpace {
  const space = byteSpace(bytes.length);
  space.bytes.set(bytes);
  return space;
}
