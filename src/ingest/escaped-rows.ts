import type { LowParser, Step } from './text-rows';

/**
 * Splits text in which a backslash takes the meaning of a quote, a delimiter, a line end or itself away, as databases export it; `\N` alone is an empty
 * cell. Before any other letter it stays, as in a path. Row by row like the other parser: the last row is what stands behind the last line end.
 */
export class EscapedParser implements LowParser {
  readonly #delimiter: string;
  readonly #quote: string;
  readonly #step: (result: Step) => void;
  #stopped = false;

  constructor(delimiter: string, quote: string, step: (result: Step) => void) {
    this.#delimiter = delimiter;
    this.#quote = quote;
    this.#step = step;
  }

  abort(): void {
    this.#stopped = true;
  }

  parse(text: string): void {
    for (let at = 0; !this.#stopped;) {
      const row = this.#row(text, at);
      this.#step({ data: [row.cells], errors: row.bad ? ['quotes'] : [], meta: { cursor: row.end } });
      if (row.isLast) return;
      at = row.end;
    }
  }

  /** The row that begins at a place, and where the next one does. Bad where a quote does not close, or text stands behind one that did. */
  #row(text: string, from: number): { cells: string[]; end: number; bad: boolean; isLast: boolean } {
    const cells: string[] = [];
    let bad = false;
    let at = from;
    for (;;) {
      const isQuoted = this.#quote !== '' && text[at] === this.#quote;
      const cell = isQuoted ? this.#quoted(text, at + 1) : this.#bare(text, at);
      bad ||= cell.bad;
      cells.push(cell.text === '\\N' && !isQuoted ? '' : cell.text);
      at = cell.end;
      if (at >= text.length) return { cells, end: text.length, bad, isLast: true };
      if (text[at] === '\n') return { cells, end: at + 1, bad, isLast: false };
      at += this.#delimiter.length;
    }
  }

  #bare(text: string, from: number): { text: string; end: number; bad: boolean } {
    let cell = '';
    let at = from;
    while (at < text.length && text[at] !== '\n' && !text.startsWith(this.#delimiter, at)) {
      const escaped = this.#escaped(text, at);
      cell += escaped ?? text[at];
      at += escaped === null ? 1 : escaped.length + 1;
    }
    return { text: cell, end: at, bad: false };
  }

  #quoted(text: string, from: number): { text: string; end: number; bad: boolean } {
    let cell = '';
    let at = from;
    while (at < text.length && text[at] !== this.#quote) {
      const escaped = this.#escaped(text, at);
      cell += escaped ?? text[at];
      at += escaped === null ? 1 : escaped.length + 1;
    }
    if (at >= text.length) return { text: cell, end: at, bad: true };
    const end = at + 1;
    const isClean = end >= text.length || text[end] === '\n' || text.startsWith(this.#delimiter, end);
    return isClean ? { text: cell, end, bad: false } : { ...this.#bare(text, end), text: cell, bad: true };
  }

  /** What a backslash at a place stands before, where that is a mark; else null. */
  #escaped(text: string, at: number): string | null {
    if (text[at] !== '\\') return null;
    const next = text[at + 1];
    if (next === '\\' || next === '\n' || (next !== undefined && next === this.#quote)) return next;
    return text.startsWith(this.#delimiter, at + 1) ? this.#delimiter : null;
  }
}
