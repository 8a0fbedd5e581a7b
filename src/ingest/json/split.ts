/** Takes the text of a record and its place: its line, or its number from 1 in a list. */
export type TakeRecord = (text: string, place: number) => void;

/** Cuts a text that comes in pieces into the texts of its records. */
export interface RecordSplitter {
  /** False once nothing more can be read. */
  push(text: string, last: boolean): boolean;
  /** Characters of the record that is not whole yet. */
  readonly pending: number;
  /** Where and how the file ceases to be a list of records; null while it is one. */
  readonly fault: { readonly place: number; readonly isCut: boolean } | null;
}

/** A record a line; blank lines are nothing. A broken line is handed on like any other: it spoils itself alone. */
export class LineSplitter implements RecordSplitter {
  readonly fault = null;
  #rest = '';
  #line = 1;
  readonly #take: TakeRecord;

  constructor(take: TakeRecord) {
    this.#take = take;
  }

  get pending(): number {
    return this.#rest.length;
  }

  push(text: string, last: boolean): boolean {
    if (!last && !text.includes('\n')) {
      this.#rest += text;
      return true;
    }
    const lines = (this.#rest + text).split('\n');
    this.#rest = last ? '' : lines.pop()!;
    for (const line of lines) {
      if (line.trim() !== '') this.#take(line, this.#line);
      this.#line++;
    }
    return true;
  }
}

type State = 'before' | 'item' | 'record' | 'behind item' | 'behind';

/** A list of records between `[` and `]`. Where it breaks, nothing tells where the next record begins: that is a fault of the whole file. */
export class ListSplitter implements RecordSplitter {
  fault: RecordSplitter['fault'] = null;
  #state: State = 'before';
  #record = '';
  #number = 0;
  #depth = 0;
  #inText = false;
  #escaped = false;
  readonly #take: TakeRecord;

  constructor(take: TakeRecord) {
    this.#take = take;
  }

  get pending(): number {
    return this.#record.length;
  }

  push(text: string, last: boolean): boolean {
    let from = 0;
    for (let at = 0; at < text.length && this.fault === null; at++) {
      if (this.#state !== 'record') {
        this.#between(text[at]!);
        from = at;
        continue;
      }
      if (!this.#ends(text.charCodeAt(at))) continue;
      this.#take(this.#record + text.slice(from, at + 1), this.#number);
      this.#record = '';
      this.#state = 'behind item';
    }
    if (this.#state === 'record') this.#record += text.slice(from);
    if (last && this.#state !== 'behind') this.fault ??= { place: Math.max(1, this.#number), isCut: true };
    return this.fault === null;
  }

  #between(character: string): void {
    if (/\s/.test(character)) return;
    const next = this.#next(character);
    if (next === null) this.fault = { place: Math.max(1, this.#number), isCut: false };
    else this.#state = next;
  }

  #next(character: string): State | null {
    if (this.#state === 'before') return character === '[' ? 'item' : null;
    if (this.#state === 'behind') return null;
    if (character === ']') return this.#state === 'behind item' || this.#number === 0 ? 'behind' : null;
    if (this.#state === 'behind item') return character === ',' ? 'item' : null;
    if (character !== '{' && character !== '[') return null;
    this.#number++;
    this.#depth = 1;
    return 'record';
  }

  /** Whether a character closes the record. */
  #ends(code: number): boolean {
    if (this.#inText) {
      if (this.#escaped) this.#escaped = false;
      else if (code === 0x5c) this.#escaped = true;
      else if (code === 0x22) this.#inText = false;
      return false;
    }
    if (code === 0x22) this.#inText = true;
    else if (code === 0x7b || code === 0x5b) this.#depth++;
    else if (code === 0x7d || code === 0x5d) this.#depth--;
    return this.#depth === 0;
  }
}
