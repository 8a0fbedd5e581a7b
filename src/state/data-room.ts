import dictionary from '../../data/fields.json';
import type { Panel } from '../../scoring/panel';
import { ledgerPageAny, loadAny, lookAny, rawCellsAny } from '../ingest/any-file';
import { blobSource, type ByteSource } from '../ingest/byte-source';
import { checkRecipe } from '../ingest/check-recipe';
import { fieldEntry } from '../ingest/own-fields';
import { buildPanel, type Origins } from '../ingest/panel';
import { proposeRecipe } from '../ingest/propose';
import { fitRecipe, parseRecipe } from '../ingest/recipe-json';
import { traceCell } from '../ingest/trace';
import type { FieldEntry, Recipe } from '../model/recipe';
import type { Dialect, FileProblem, FoundFile, LedgerLine, LoadedFile, Origin } from '../model/source';
import { fingerprintOf } from '../ingest/fingerprint';
import type { Progress } from './face';
import type { DataRoomFace, LoadAnswer, LookAnswer } from './rooms';

const DICTIONARY = dictionary as readonly FieldEntry[];

interface Open {
  readonly source: ByteSource;
  readonly found: FoundFile | null;
}
interface Part {
  readonly source: ByteSource;
  readonly file: LoadedFile;
  readonly recipe: Recipe;
}

/** What a trace and a page of the ledger need. */
interface Held {
  readonly parts: readonly Part[];
  readonly panel: Panel;
  readonly origins: Origins;
  readonly joined: readonly LedgerLine[];
}

/** Files and the way back to them: looks, loads, builds the panel, and afterwards answers where a number came from. Runs in a worker. */
export class DataRoom implements DataRoomFace {
  readonly #open = new Map<number, Open>();
  #loaded: Held | null = null;
  #stop: AbortController | null = null;

  async look(id: number, file: Blob & { readonly name: string }, hints: Partial<Dialect>): Promise<LookAnswer> {
    const source = blobSource(file.name, file);
    const found = await lookAny(source, hints);
    this.#open.set(id, { source, found });
    if (found.problems.some(({ severity }) => severity === 'error')) return { found, recipe: null, problems: found.problems };
    const { recipe, problems } = proposeRecipe(found, DICTIONARY);
    return { found, recipe, problems: [...found.problems, ...problems] };
  }

  async check(id: number, recipe: Recipe): Promise<readonly FileProblem[]> {
    const { found } = this.#file(id);
    return found ? [...found.problems, ...checkRecipe(found, recipe, DICTIONARY)] : [];
  }

  /** Columns are found by header, so that last year's recipe reads this year's file. */
  async parseRecipe(id: number, json: string): Promise<LookAnswer> {
    const { source, found } = this.#file(id);
    const read = parseRecipe(json, source.name);
    if (!found || !read.recipe) return { found, recipe: null, problems: [...(found?.problems ?? []), ...read.problems] };
    const fitted = fitRecipe(read.recipe, found);
    return {
      found,
      recipe: fitted.recipe,
      problems: [...found.problems, ...fitted.problems, ...checkRecipe(found, fitted.recipe, DICTIONARY)],
    };
  }

  async forget(id: number): Promise<void> {
    this.#open.delete(id);
  }

  async load(
    wanted: readonly { readonly id: number; readonly recipe: Recipe }[],
    report: (progress: Progress) => void,
  ): Promise<LoadAnswer> {
    this.#stop?.abort(new DOMException('another load began', 'AbortError'));
    const stop = (this.#stop = new AbortController());
    try {
      return await this.#load(wanted, report, stop.signal);
    } finally {
      if (this.#stop === stop) this.#stop = null;
    }
  }

  async cancel(): Promise<void> {
    this.#stop?.abort(new DOMException('cancelled', 'AbortError'));
  }

  async #load(
    wanted: readonly { readonly id: number; readonly recipe: Recipe }[],
    report: (progress: Progress) => void,
    signal: AbortSignal,
  ): Promise<LoadAnswer> {
    const parts: Part[] = [];
    const problems: FileProblem[] = [];
    for (const { id, recipe } of wanted) {
      const { source } = this.#file(id);
      const start = performance.now();
      const answer = await loadAny(source, recipe, {
        signal,
        report: (done, of) =>
          report({ doing: 'reading', source: source.name, done, of, speed: (done / Math.max(1, performance.now() - start)) * 1000 }),
      });
      if (answer.ok) parts.push({ source, file: answer.file, recipe });
      else problems.push(...answer.problems);
    }
    if (problems.length > 0) return { ok: false, problems, duplicates: [] };
    report({ doing: 'joining', source: '', done: 0, of: 1, speed: 0 });
    const built = buildPanel(parts, DICTIONARY);
    signal.throwIfAborted();
    if (!built.panel) return { ok: false, problems: built.problems, duplicates: built.duplicates };
    this.#loaded = { parts, panel: built.panel, origins: built.origins, joined: built.ledger };
    return {
      ok: true,
      panel: built.panel,
      own: ownFields(built.panel, parts),
      sources: parts.map(({ source, file, recipe }, at) => ({
        source: source.name,
        sha256: file.sha256,
        bytes: source.size,
        account: built.accounts[at]!,
        recipe,
        problems: [...file.problems, ...built.problems.filter((problem) => problem.source === source.name)],
      })),
      fingerprint: await fingerprintOf(parts),
    };
  }

  async trace(row: number, field: string, back: number): Promise<readonly Origin[]> {
    if (!this.#loaded) throw new Error(`trace of ${field}: no file is loaded`);
    const { parts, panel, origins } = this.#loaded;
    return traceCell(origins, panel, row, field, back, (_name, line, sha256) => {
      const part = parts.find(({ file }) => file.sha256 === sha256)!;
      return rawCellsAny(part.source, part.file, line);
    });
  }

  /** A page of one file's ledger, or of all of them one after the other; what joining did comes last. */
  async ledger(
    source: string | null,
    offset: number,
    count: number,
  ): Promise<{ readonly total: number; readonly lines: readonly LedgerLine[] }> {
    const lines: LedgerLine[] = [];
    let skip = offset;
    let total = 0;
    const books = this.#books(source);
    for (const { size, page } of books) {
      total += size;
      if (skip < size && lines.length < count) lines.push(...(await page(skip, Math.min(count - lines.length, size - skip))));
      skip = Math.max(0, skip - size);
    }
    return { total, lines };
  }

  #books(
    source: string | null,
  ): readonly { readonly size: number; readonly page: (offset: number, count: number) => Promise<readonly LedgerLine[]> }[] {
    if (!this.#loaded) return [];
    const { parts, joined } = this.#loaded;
    const wanted = parts.filter((part) => source === null || part.source.name === source);
    const rest = joined.filter((line) => source === null || line.source === source);
    return [
      ...wanted.map(({ source: from, file, recipe }) => ({
        size: file.ledger.total,
        page: (offset: number, count: number) => ledgerPageAny(from, file, recipe, offset, count),
      })),
      { size: rest.length, page: async (offset, count) => rest.slice(offset, offset + count) },
    ];
  }

  #file(id: number): Open {
    const open = this.#open.get(id);
    if (!open) throw new Error(`file ${id} is not open`);
    return open;
  }
}

/** Entries of fields that only these files have. */
function ownFields(panel: Panel, parts: readonly Part[]): readonly FieldEntry[] {
  const known = new Set(DICTIONARY.map(({ id }) => id));
  const recipes = parts.map(({ recipe }) => recipe);
  return [...panel.fields.keys()].filter((id) => !known.has(id)).flatMap((id) => fieldEntry(id, recipes, DICTIONARY) ?? []);
}
