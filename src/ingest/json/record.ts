/** One record of a JSON file as cells of text, written as in the file: `1.10` and 18-digit codes keep every digit. */
export interface JsonRecord {
  /** Keys of an object, in its order; null for an array. */
  readonly keys: readonly string[] | null;
  readonly cells: readonly string[];
  /** Places of lists of plain values. */
  readonly lists: ReadonlySet<number>;
  /** Places of values that are no cell (objects, lists of lists): their text is in `cells`. */
  readonly nested: ReadonlySet<number>;
}

/** What stands for a known empty list among texts that are read as sets. */
const NO_MEMBERS = '无';
const DEEPEST = 64;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
/** Python writes the last three for figures that are none; they are refused as such by the column they stand in. */
const WORD = /true|false|null|NaN|Infinity|-Infinity/y;
const SPACE = /[ \t\n\r]*/y;

class Fault extends Error {}

/** Reads a text that holds one object or array and nothing else; null where it is none. `null` is an empty cell, a list of plain values one cell parted by `;`. */
export function readRecord(text: string): JsonRecord | null {
  try {
    return new RecordReader(text).read();
  } catch (error) {
    if (error instanceof Fault) return null;
    throw error;
  }
}

class RecordReader {
  #at = 0;
  readonly #text: string;
  readonly #cells: string[] = [];
  readonly #lists = new Set<number>();
  readonly #nested = new Set<number>();

  constructor(text: string) {
    this.#text = text;
  }

  read(): JsonRecord {
    this.#space();
    const isObject = this.#text[this.#at] === '{';
    if (!isObject && this.#text[this.#at] !== '[') throw new Fault();
    const keys: string[] = [];
    this.#each(isObject ? '}' : ']', () => {
      if (isObject) keys.push(this.#key());
      this.#cells.push(this.#cell());
    });
    this.#space();
    // A key twice in one object: nobody can say which value is meant.
    if (this.#at !== this.#text.length || new Set(keys).size !== keys.length) throw new Fault();
    return { keys: isObject ? keys : null, cells: this.#cells, lists: this.#lists, nested: this.#nested };
  }

  /** Passes `[a, b]` or `{a, b}`, calling for each item. */
  #each(end: string, item: () => void): void {
    this.#at++;
    this.#space();
    if (this.#take(end)) return;
    for (;;) {
      item();
      this.#space();
      if (this.#take(end)) return;
      if (!this.#take(',')) throw new Fault();
      this.#space();
    }
  }

  #key(): string {
    const key = this.#string();
    this.#space();
    if (!this.#take(':')) throw new Fault();
    this.#space();
    return key;
  }

  #cell(): string {
    const first = this.#text[this.#at];
    if (first === '"') return this.#string();
    if (first !== '[' && first !== '{') return this.#scalar();
    const from = this.#at;
    const list = first === '[' ? this.#list() : null;
    if (list) {
      this.#lists.add(this.#cells.length);
      return list.length === 0 ? NO_MEMBERS : list.join(';');
    }
    this.#at = from;
    this.#skip(0);
    this.#nested.add(this.#cells.length);
    return this.#text.slice(from, this.#at);
  }

  /** A list of plain values that can be told apart once joined; null for any other. */
  #list(): string[] | null {
    const words: string[] = [];
    let plain = true;
    this.#each(']', () => {
      const first = this.#text[this.#at];
      if (first === '[' || first === '{') {
        plain = false;
        this.#skip(1);
      } else words.push(first === '"' ? this.#string() : this.#scalar());
    });
    return plain && words.every((word) => !/[;；]/.test(word)) ? words.filter((word) => word !== '') : null;
  }

  #scalar(): string {
    const word = this.#match(NUMBER) ?? this.#match(WORD);
    if (word === null || /[\w.+-]/.test(this.#text[this.#at] ?? '')) throw new Fault();
    return word === 'null' ? '' : word;
  }

  /** Passes any value. */
  #skip(depth: number): void {
    if (depth > DEEPEST) throw new Fault();
    const first = this.#text[this.#at];
    if (first === '"') this.#string();
    else if (first === '[') this.#each(']', () => this.#skip(depth + 1));
    else if (first === '{')
      this.#each('}', () => {
        this.#key();
        this.#skip(depth + 1);
      });
    else this.#scalar();
  }

  #string(): string {
    if (!this.#take('"')) throw new Fault();
    const from = this.#at;
    let escaped = false;
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      if (Number.isNaN(code)) throw new Fault();
      if (code === 0x22) break;
      escaped ||= code === 0x5c;
      this.#at += code === 0x5c ? 2 : 1;
    }
    const raw = this.#text.slice(from, this.#at++);
    const word = escaped ? unescaped(raw) : raw;
    // Half of a surrogate pair is no character and would be lost on the way.
    if (/[\ud800-\udfff]/u.test(word)) throw new Fault();
    return word;
  }

  #space(): void {
    SPACE.lastIndex = this.#at;
    SPACE.test(this.#text);
    this.#at = SPACE.lastIndex;
  }

  #match(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0] ?? null;
    if (found !== null) this.#at += found.length;
    return found;
  }

  #take(character: string): boolean {
    if (this.#text[this.#at] !== character) return false;
    this.#at++;
    return true;
  }
}

/** Only a text between quotes comes here, so that no number loses digits. Control characters stand bare in many files. */
function unescaped(raw: string): string {
  try {
    return JSON.parse(`"${raw.replace(/[\0-\x1f]/g, (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`)}"`) as string;
  } catch (error) {
    if (error instanceof SyntaxError) throw new Fault();
    throw error;
  }
}
