/** More fields than this, nested ones counted, no table has; metadata that share tables could name the same one without end. */
const MOST_FIELDS = 100_000;
const DEEPEST = 32;

/**
 * Throws where the metadata of an Arrow file or stream name more than they hold. The library makes room for as many fields, children and buffers as a
 * spoilt number says, and reads on until there is no memory left. Positions of tables after Schema.fbs, Message.fbs and File.fbs of the Arrow format.
 */
export function checkMetadata(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes[0] !== 0xff) return checkFile(bytes, view);
  for (let at = 0; at + 8 <= bytes.length;) {
    const length = view.getInt32(at + 4, true);
    if (length === 0) return;
    at = checkMessage(bytes, at + 8, length);
  }
}

function checkFile(bytes: Uint8Array, view: DataView): void {
  const length = view.getInt32(bytes.length - 10, true);
  const from = bytes.length - 10 - length;
  if (length < 8 || from < 8) throw new Error(`footer of ${length} bytes`);
  const footer = new Flat(bytes.subarray(from, from + length));
  const root = footer.root();
  new Fields(footer).schema(footer.child(root, 1));
  for (const position of [2, 3]) {
    const { start, count } = footer.vector(root, position, 24);
    for (let block = 0; block < count; block++) {
      const offset = footer.long(start + block * 24);
      const head = view.getInt32(offset, true) === -1 ? 8 : 4;
      checkMessage(bytes, offset + head, footer.int(start + block * 24 + 8) - head);
    }
  }
}

/** Checks a message whose metadata begin at a place; answers where the next one begins. */
function checkMessage(bytes: Uint8Array, from: number, length: number): number {
  if (length < 8 || from + length > bytes.length) throw new Error(`message of ${length} bytes`);
  const flat = new Flat(bytes.subarray(from, from + length));
  const root = flat.root();
  const type = flat.byte(root, 1);
  const header = flat.child(root, 2);
  if (type === 1) new Fields(flat).schema(header);
  else if (type === 2 || type === 3) checkBatch(flat, type === 2 ? flat.child(header, 1) : header);
  const body = flat.longField(root, 3);
  if (body < 0 || from + length + body > bytes.length) throw new Error(`body of ${body} bytes`);
  return from + length + body;
}

function checkBatch(flat: Flat, batch: number): void {
  flat.vector(batch, 1, 16);
  flat.vector(batch, 2, 16);
}

/** Walks the fields of a schema. */
class Fields {
  readonly #flat: Flat;
  #count = 0;

  constructor(flat: Flat) {
    this.#flat = flat;
  }

  schema(table: number): void {
    this.#facts(table, 2);
    this.#each(table, 1, 0);
  }

  #each(table: number, position: number, depth: number): void {
    const { start, count } = this.#flat.vector(table, position, 4);
    this.#count += count;
    if (this.#count > MOST_FIELDS || depth > DEEPEST) throw new Error(`${this.#count} fields`);
    for (let index = 0; index < count; index++) {
      const field = this.#flat.at(start + index * 4);
      this.#flat.vector(field, 0, 1);
      this.#facts(field, 6);
      this.#each(field, 5, depth + 1);
    }
  }

  /** Key and value of each entry of the metadata. */
  #facts(table: number, position: number): void {
    const { start, count } = this.#flat.vector(table, position, 4);
    for (let index = 0; index < count; index++) {
      const entry = this.#flat.at(start + index * 4);
      this.#flat.vector(entry, 0, 1);
      this.#flat.vector(entry, 1, 1);
    }
  }
}

/** A flatbuffer: tables of fields found through offsets. A DataView throws beyond its end; what it cannot know is checked here. */
class Flat {
  readonly #view: DataView;

  constructor(bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  root(): number {
    return this.at(0);
  }

  /** Where the offset at a place leads. */
  at(place: number): number {
    return place + this.#view.getUint32(place, true);
  }

  int(place: number): number {
    return this.#view.getInt32(place, true);
  }

  long(place: number): number {
    return Number(this.#view.getBigInt64(place, true));
  }

  /** Place of a field of a table; 0 where it has none. */
  #field(table: number, position: number): number {
    const fields = table - this.#view.getInt32(table, true);
    const size = this.#view.getUint16(fields, true);
    const offset = 4 + position * 2 < size ? this.#view.getUint16(fields + 4 + position * 2, true) : 0;
    return offset === 0 ? 0 : table + offset;
  }

  byte(table: number, position: number): number {
    const place = this.#field(table, position);
    return place === 0 ? 0 : this.#view.getUint8(place);
  }

  longField(table: number, position: number): number {
    const place = this.#field(table, position);
    return place === 0 ? 0 : this.long(place);
  }

  /** A table another one holds. */
  child(table: number, position: number): number {
    const place = this.#field(table, position);
    if (place === 0) throw new Error(`no field ${position}`);
    return this.at(place);
  }

  /** Items of a list, of `size` bytes each; a list that is not there has none. */
  vector(table: number, position: number, size: number): { readonly start: number; readonly count: number } {
    const place = this.#field(table, position);
    if (place === 0) return { start: 0, count: 0 };
    const start = this.at(place) + 4;
    const count = this.#view.getUint32(start - 4, true);
    if (start + count * size > this.#view.byteLength) throw new Error(`list of ${count}`);
    return { start, count };
  }
}
