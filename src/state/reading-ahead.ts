import { loadAny, lookAny } from '../ingest/any-file';
import type { ByteSource } from '../ingest/byte-source';
import type { Loaded } from '../ingest/load';
import { findEncoding } from '../ingest/encoding';
import { sha256 } from '../ingest/sha256';
import type { Recipe } from '../model/recipe';
import type { Dialect, FoundFile } from '../model/source';
import type { Aside, StartAside } from './aside';

/** From this size on a second worker is worth starting; what is smaller is read in less than half a second. */
const LARGE = 32 << 20;

/** A file as the reader and as the browser sees it. */
export interface Named {
  readonly source: ByteSource;
  readonly file: Blob;
}
/** How a reading is followed and stopped. `speed`: bytes a second. */
export interface Following {
  readonly report: (done: number, of: number, speed: number) => void;
  readonly signal: AbortSignal;
}
interface Begun {
  readonly id: number;
  /** Its name, and how it is read. */
  readonly reading: string;
  readonly answer: Promise<Loaded>;
  readonly stop: AbortController;
  readonly aside: Aside;
  follow(following: Following): void;
}

/**
 * A large file is read while it is still looked at, and while a person looks at what was found in it: when they say how it is to be read, mostly as proposed,
 * it is read already. One at a time, as what is read waits in memory. Without a second worker nothing is read ahead.
 */
export class ReadingAhead {
  readonly #start: StartAside | null;
  readonly #readingOf: (recipe: Recipe) => string;
  #begun: Begun | null = null;

  /** `readingOf`: what of a recipe decides how bytes are read. */
  constructor(start: StartAside | null, readingOf: (recipe: Recipe) => string) {
    this.#start = start;
    this.#readingOf = readingOf;
  }

  /** Looks at a file. `propose` gives the recipe by which it can be read, null while something is to be answered first. */
  async look(
    id: number,
    { source, file }: Named,
    hints: Partial<Dialect>,
    propose: (found: FoundFile) => Recipe | null,
  ): Promise<FoundFile> {
    this.drop(id);
    if (!this.#start || file.size < LARGE || this.#begun) return lookAny(source, hints);
    const aside = this.#start({ name: source.name, file, wants: 'both' });
    const ahead = { expected: null as FoundFile | null, begun: null as Begun | null };
    const found = await lookAny(source, hints, {
      encodingOf: () => aside.encoding().catch(() => findEncoding(source)),
      expect: (early) => {
        ahead.expected = early;
        const recipe = propose(early);
        if (recipe && !this.#begun) this.#begun = ahead.begun = this.#begin(id, source, recipe, aside);
      },
    });
    if (found !== ahead.expected) this.drop(id);
    if (!ahead.begun) aside.end();
    return found;
  }

  /** Reads a file by a recipe: what was read ahead, where it was read so. `id` null: not one of those looked at. */
  async read(id: number | null, { source, file }: Named, recipe: Recipe, following: Following): Promise<Loaded> {
    const begun = this.#begun;
    if (begun !== null && begun.id === id) {
      if (begun.reading === this.#key(source, recipe)) {
        this.#begun = null;
        begun.follow(following);
        return begun.answer;
      }
      this.drop();
    }
    const aside = this.#start && file.size >= LARGE ? this.#start({ name: source.name, file, wants: 'digest' }) : null;
    try {
      const told = new Told();
      told.follow(following);
      return await loadAny(source, recipe, {
        report: told.report,
        signal: following.signal,
        digest: digestBy(aside, source, following.signal),
      });
    } finally {
      aside?.end();
    }
  }

  /** Gives up what was read of a file; of any file without `id`. */
  drop(id?: number): void {
    const begun = this.#begun;
    if (!begun || (id !== undefined && begun.id !== id)) return;
    this.#begun = null;
    begun.stop.abort(new DOMException('not wanted any more', 'AbortError'));
    begun.aside.end();
  }

  #begin(id: number, source: ByteSource, recipe: Recipe, aside: Aside): Begun {
    const stop = new AbortController();
    const { signal } = stop;
    const told = new Told();
    const answer = loadAny(source, recipe, { report: told.report, signal, digest: digestBy(aside, source, signal) });
    answer.catch(() => undefined); // Whoever takes it over hears of it.
    const follow = (following: Following): void => {
      told.follow(following);
      const give = (): void => stop.abort(following.signal.reason);
      if (following.signal.aborted) give();
      else following.signal.addEventListener('abort', give);
    };
    return { id, reading: this.#key(source, recipe), answer, stop, aside, follow };
  }

  #key({ name }: ByteSource, recipe: Recipe): string {
    return `${name}\n${this.#readingOf(recipe)}`;
  }
}

function digestBy(aside: Aside | null, source: ByteSource, signal: AbortSignal): (() => Promise<string>) | undefined {
  return aside ? () => aside.digest().catch(() => sha256(source, { signal })) : undefined;
}

/** Reports of a reading, to whoever follows it. */
class Told {
  readonly #start = performance.now();
  #following: Following | null = null;

  follow(following: Following): void {
    this.#following = following;
  }

  readonly report = (done: number, of: number): void => {
    this.#following?.report(done, of, (done / Math.max(1, performance.now() - this.#start)) * 1000);
  };
}
