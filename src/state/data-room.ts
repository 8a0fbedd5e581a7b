// Longer than other files: every question to the files in one class over what it holds; what each takes stands in the files it calls.
import dictionary from '../../data/fields.json';
import type { CoverageBy } from '../../scoring/quality/format';
import { ledgerPageAny, rawCellsAny } from '../ingest/any-file';
import { expandArchive } from '../ingest/archive';
import { sourceColumns, sourceTable } from '../engine/source-table';
import { tablePiece } from '../engine/table-pieces';
import { blobSource, type ByteSource } from '../ingest/byte-source';
import { checkRecipe } from '../ingest/check-recipe';
import { fingerprintOf } from '../ingest/fingerprint';
import { ledgerOf } from '../ingest/ledger-of';
import { fieldEntry } from '../ingest/own-fields';
import { buildPanel, giversOf, type BuiltPanel } from '../ingest/panel';
import { proposeRecipe } from '../ingest/propose';
import { fitRecipe, parseRecipe } from '../ingest/recipe-json';
import { sheetAsked } from '../ingest/sheet-of';
import { tableAsked } from '../ingest/table-of';
import { traceCell } from '../ingest/trace';
import type { FieldEntry, Recipe } from '../model/recipe';
import type { Dialect, FileProblem, FoundFile, LedgerLine, LoadedFile, Origin } from '../model/source';
import type { StartAside } from './aside';
import { besideOf } from './beside';
import { Doubts, MARKS } from './doubts';
import type { Progress } from './face';
import { ReadingAhead } from './reading-ahead';
import type { DataRoomFace, Decisions, DistrictAsk, Expanded, LoadAnswer, LookAnswer, WantedSource } from './rooms';

const DICTIONARY = dictionary as readonly FieldEntry[];

type Named = Blob & { readonly name: string };
interface Open {
  readonly file: Named;
  readonly source: ByteSource;
  readonly found: FoundFile;
}
/** A source as it stands in memory. `bytes` null: its columns were kept, the file itself is gone. */
export interface Part {
  readonly name: string;
  readonly bytes: Blob | null;
  readonly file: LoadedFile;
  readonly recipe: Recipe;
}
/** Where files and their columns wait between visits. */
export interface Shelf {
  original(sha256: string): Promise<Blob | null>;
  columns(sha256: string, reading: string): Promise<LoadedFile | null>;
}
interface Held {
  readonly parts: readonly Part[];
  readonly built: BuiltPanel;
  readonly doubts: Doubts;
}

/** The choices of a recipe that decide what is read from the bytes; the others only decide how files are joined. */
export function readingOf({ dialect, sheet, columns, nulls, currency }: Recipe): string {
  return JSON.stringify([dialect, sheet ?? null, columns, nulls, currency]);
}

/** Files and the way back to them: looks, loads, joins, and afterwards answers where a number came from and what is doubtful. Runs in a worker. */
export class DataRoom implements DataRoomFace {
  readonly #open = new Map<number, Open>();
  /** Files once read in this visit, by digest: undo may want them again. A file costs nothing until it is read. */
  readonly #files = new Map<string, Blob>();
  readonly #shelf: Shelf | null;
  readonly #ahead: ReadingAhead;
  #held: Held | null = null;
  #loads = 0;
  #stop: AbortController | null = null;

  /** `aside` starts another worker for a file; without one everything is found out here. */
  constructor(shelf: Shelf | null = null, aside: StartAside | null = null) {
    this.#shelf = shelf;
    this.#ahead = new ReadingAhead(aside, readingOf);
  }

  async look(id: number, file: Named, hints: Partial<Dialect>): Promise<LookAnswer> {
    const found = await this.#look(id, file, hints);
    if (found.problems.some(({ severity }) => severity === 'error')) return { found, recipe: null, problems: found.problems };
    const { recipe, problems } = proposeRecipe(found, DICTIONARY);
    return { found, recipe, problems: [...found.problems, ...problems] };
  }

  /** What was mapped by hand stays where the file, read otherwise, still has the columns. */
  async relook(id: number, hints: Partial<Dialect>, recipe: Recipe | null): Promise<LookAnswer> {
    const { file } = this.#file(id);
    const fresh = await this.look(id, file, hints);
    if (!fresh.recipe || !fresh.found || !recipe) return fresh;
    const fitted = fitRecipe({ ...recipe, dialect: fresh.recipe.dialect }, fresh.found, DICTIONARY);
    if (!fitted.recipe || fitted.problems.length > 0) return fresh;
    return { ...fresh, recipe: fitted.recipe, problems: await this.check(id, fitted.recipe) };
  }

  async reopen(id: number, sha256: string, name: string, hints: Partial<Dialect>): Promise<FoundFile | null> {
    const bytes = await this.#bytes(sha256);
    return bytes && this.#look(id, new File([bytes], name), hints);
  }

  async check(id: number, recipe: Recipe): Promise<readonly FileProblem[]> {
    const { found } = this.#file(id);
    return [...found.problems, ...checkRecipe(found, recipe, DICTIONARY)];
  }

  /** Columns are found by header, so that last year's recipe reads this year's file. */
  async parseRecipe(id: number, json: string): Promise<LookAnswer> {
    const { file, source, found: before } = this.#file(id);
    const read = parseRecipe(json, source.name);
    if (!read.recipe) return { found: before, recipe: null, problems: [...before.problems, ...read.problems] };
    const sheet = sheetAsked(read.recipe, before);
    let found = sheet === null ? before : await this.#look(id, file, { sheet });
    const header = tableAsked(read.recipe, found);
    if (header) found = await this.#look(id, file, { ...(sheet === null ? {} : { sheet }), header });
    const fitted = fitRecipe(read.recipe, found, DICTIONARY);
    return {
      found,
      recipe: fitted.recipe,
      problems: [...found.problems, ...fitted.problems, ...checkRecipe(found, fitted.recipe, DICTIONARY)],
      lost: fitted.lost,
    };
  }

  /** Another name for a file that waits: two sources may be tables of one file. */
  async rename(id: number, name: string): Promise<void> {
    const { file, found } = this.#file(id);
    this.#ahead.drop(id);
    const named = new File([file], name);
    this.#open.set(id, { file: named, source: blobSource(name, named), found: { ...found, source: name } });
  }

  async copy(id: number, next: number, name: string): Promise<void> {
    this.#open.set(next, this.#file(id));
    await this.rename(next, name);
  }

  async forget(id: number): Promise<void> {
    this.#ahead.drop(id);
    this.#open.delete(id);
  }

  async expand(file: Named): Promise<Expanded> {
    return expandArchive(file);
  }

  async load(wanted: readonly WantedSource[], decisions: Decisions, report: (progress: Progress) => void): Promise<LoadAnswer> {
    this.#stop?.abort(new DOMException('another load began', 'AbortError'));
    const stop = (this.#stop = new AbortController());
    try {
      return await this.#load(wanted, decisions, report, stop.signal);
    } finally {
      if (this.#stop === stop) this.#stop = null;
    }
  }

  async cancel(): Promise<void> {
    this.#stop?.abort(new DOMException('cancelled', 'AbortError'));
  }

  async close(): Promise<void> {
    await this.cancel();
    this.#held = null;
    this.#ahead.drop();
    this.#open.clear();
    this.#files.clear();
  }

  async #load(
    wanted: readonly WantedSource[],
    decisions: Decisions,
    report: (progress: Progress) => void,
    signal: AbortSignal,
  ): Promise<LoadAnswer> {
    const parts: Part[] = [];
    const problems: FileProblem[] = [];
    for (const one of wanted) {
      const read = await this.#part(one, report, signal);
      if ('file' in read) parts.push(read);
      else problems.push(...read.problems);
    }
    if (problems.length > 0) return { ok: false, problems, duplicates: [] };
    report({ doing: 'joining', source: '', done: 0, of: 1, speed: 0 });
    const built = buildPanel(parts, DICTIONARY, { conflicts: decisions.conflicts });
    signal.throwIfAborted();
    if (!built.panel) return { ok: false, problems: built.problems, duplicates: built.duplicates };
    const own = ownFields(built.panel, parts);
    const doubts = new Doubts(built.panel, built, own, decisions.findings);
    this.#held = { parts, built, doubts };
    this.#loads += 1;
    return {
      ok: true,
      panel: doubts.panel,
      own: doubts.panel.fields.has(MARKS.id) ? [...own, MARKS] : own,
      sources: parts.map(({ name, bytes, file, recipe }, at) => ({
        name,
        sha256: file.sha256,
        bytes: bytes?.size ?? 0,
        account: built.accounts[at]!,
        recipe,
        problems: [...file.problems, ...built.problems.filter((problem) => problem.source === name)],
      })),
      fingerprint: await fingerprintOf(parts, { ...decisions }),
      synthetic: isSynthetic(built.panel),
      matches: built.matches,
      conflicts: built.conflicts.total,
      givers: giversOf(built.origins),
    };
  }

  /** One source's columns: as they stand in memory, as they were kept, or read from its bytes. */
  async #part({ name, from, recipe }: WantedSource, report: (progress: Progress) => void, signal: AbortSignal): Promise<Part | Refused> {
    if ('sha256' in from) {
      const { sha256 } = from;
      const reading = readingOf(recipe);
      const held = this.#held?.parts.find(
        (part) => part.file.sha256 === sha256 && part.name === name && readingOf(part.recipe) === reading,
      );
      if (held) return { ...held, recipe };
      const kept = await this.#shelf?.columns(sha256, reading);
      const bytes = await this.#bytes(sha256);
      if (kept) return { name, bytes, file: { ...kept, source: name }, recipe };
      if (!bytes) return { problems: [{ code: 'source_bytes_gone', source: name, where: '', given: name, severity: 'error' }] };
      return this.#read(name, null, bytes, recipe, report, signal);
    }
    return this.#read(name, from.id, this.#file(from.id).file, recipe, report, signal);
  }

  async #read(
    name: string,
    id: number | null,
    bytes: Blob,
    recipe: Recipe,
    report: (progress: Progress) => void,
    signal: AbortSignal,
  ): Promise<Part | Refused> {
    const following = {
      signal,
      report: (done: number, of: number, speed: number) => report({ doing: 'reading', source: name, done, of, speed }),
    };
    const reading = this.#ahead.read(id, { source: blobSource(name, bytes), file: bytes }, recipe, following);
    const answer = await reading.catch((error: unknown) => unreadable(name, error));
    if (!answer.ok) return { problems: answer.problems };
    this.#files.set(answer.file.sha256, bytes);
    return { name, bytes, file: answer.file, recipe };
  }

  async trace(row: number, field: string, back: number): Promise<readonly Origin[]> {
    const { parts, built, doubts } = this.#there(`trace of ${field}`);
    return traceCell(built.origins, built.panel!, doubts.builtRow(row), field, back, async (name, line, sha256) => {
      const part = parts.find(({ file }) => file.sha256 === sha256 && file.source === name)!;
      return part.bytes ? rawCellsAny(blobSource(part.name, part.bytes), part.file, line) : [];
    });
  }

  /** A page of one file's ledger, or of all of them one after the other; what joining did comes last. */
  async ledger(
    source: string | null,
    offset: number,
    count: number,
    action?: LedgerLine['action'],
  ): Promise<{ readonly total: number; readonly lines: readonly LedgerLine[] }> {
    const lines: LedgerLine[] = [];
    let skip = offset;
    let total = 0;
    for (const { size, page } of this.#books(source, action)) {
      total += size;
      if (skip < size && lines.length < count) lines.push(...(await page(skip, Math.min(count - lines.length, size - skip))));
      skip = Math.max(0, skip - size);
    }
    return { total, lines };
  }

  async conflictPage(offset: number, count: number) {
    return this.#there('conflicts').built.conflicts.page(offset, count);
  }
  async findings() {
    return this.#there('findings').doubts.lines();
  }
  async findingPage(finding: string, offset: number, count: number) {
    return this.#there(finding).doubts.page(finding, offset, count);
  }
  async finding(finding: string) {
    return this.#there(finding).doubts.open(finding);
  }
  async coverage(by: CoverageBy, year: number | null) {
    return this.#there('coverage').doubts.coverage(by, year);
  }
  async districts(ask: DistrictAsk) {
    return this.#there('districts').doubts.districts(ask);
  }
  async beside(firm: string, year: number) {
    const { built } = this.#there('what stands beside a firm');
    return besideOf(built, firm, year);
  }
  async support(firm: string) {
    return this.#there('support').built.support.of(firm);
  }

  async sourceTables() {
    const stamp = this.#loads;
    return (this.#held?.parts ?? []).map(({ name, file, recipe }) => ({
      source: name,
      stamp,
      rows: file.rows,
      columns: sourceColumns(file, recipe),
    }));
  }
  async sourcePiece(source: string, stamp: number, from: number) {
    const part = this.#there(source).parts.find(({ name }) => name === source);
    if (stamp !== this.#loads || !part) throw new Error(`source ${source} of load ${stamp} has given way to load ${this.#loads}`);
    return tablePiece(sourceTable(part.file, part.recipe), from);
  }

  /** The bytes and columns a document stands on, for keeping them; several where sources are tables or sheets of one file. */
  partsOf(sha256: string): readonly Part[] {
    return this.#held?.parts.filter((part) => part.file.sha256 === sha256) ?? [];
  }

  #books(
    source: string | null,
    action: LedgerLine['action'] | undefined,
  ): readonly { readonly size: number; readonly page: (offset: number, count: number) => Promise<readonly LedgerLine[]> }[] {
    if (!this.#held) return [];
    const { parts, built } = this.#held;
    const wanted = parts.filter((part) => source === null || part.name === source);
    const rest = built.ledger.filter((line) => (source === null || line.source === source) && (!action || line.action === action));
    const part = (file: LoadedFile): LoadedFile => (action ? { ...file, ledger: ledgerOf(file.ledger, action) } : file);
    return [
      ...wanted.map(({ name, bytes, file, recipe }) => ({
        size: bytes ? part(file).ledger.total : 0,
        page: (offset: number, count: number) => ledgerPageAny(blobSource(name, bytes!), part(file), recipe, offset, count),
      })),
      { size: rest.length, page: async (offset, count) => rest.slice(offset, offset + count) },
    ];
  }

  async #look(id: number, file: Named, hints: Partial<Dialect>): Promise<FoundFile> {
    const source = blobSource(file.name, file);
    const found = await this.#ahead.look(id, { source, file }, hints, readyRecipe);
    this.#open.set(id, { file, source, found });
    return found;
  }
  async #bytes(sha256: string): Promise<Blob | null> {
    return this.#files.get(sha256) ?? (await this.#shelf?.original(sha256)) ?? null;
  }
  #file(id: number): Open {
    const open = this.#open.get(id);
    if (!open) throw new Error(`file ${id} is not open`);
    return open;
  }
  #there(what: string): Held {
    if (!this.#held) throw new Error(`${what}: no file is loaded`);
    return this.#held;
  }
}

/** The recipe a file is proposed, where nothing of it is left to be asked. */
function readyRecipe(found: FoundFile): Recipe | null {
  const { recipe, problems } = proposeRecipe(found, DICTIONARY);
  return [...found.problems, ...problems].every(({ severity }) => severity === 'warning') ? recipe : null;
}

/** A file that was moved, renamed or changed since it was chosen is a fault of that file, said by its name; anything else is thrown on. */
function unreadable(source: string, error: unknown): { readonly ok: false } & Refused {
  if (!(error instanceof Error) || !GONE.includes(error.name)) throw error;
  return { ok: false, problems: [{ code: 'file_unreadable', source, where: '', given: '', severity: 'error' }] };
}
const GONE: readonly string[] = ['NotReadableError', 'NotFoundError'];

interface Refused {
  readonly problems: readonly FileProblem[];
}

/** Entries of fields that only these files have. */
function ownFields({ fields }: NonNullable<BuiltPanel['panel']>, parts: readonly Part[]): readonly FieldEntry[] {
  const known = new Set(DICTIONARY.map(({ id }) => id));
  const recipes = parts.map(({ recipe }) => recipe);
  return [...fields.keys()].filter((id) => !known.has(id)).flatMap((id) => fieldEntry(id, recipes, DICTIONARY) ?? []);
}

/** Area 000000 belongs to no place, so that a made-up firm can never be taken for a real one. */
function isSynthetic({ firmKeys }: NonNullable<BuiltPanel['panel']>): boolean {
  const words = new TextDecoder().decode(firmKeys.bytes);
  const { ends } = firmKeys;
  for (let at = 0, from = 0; at < ends.length; from = ends[at++]!)
    if (ends[at]! - from !== 18 || words.slice(from + 2, from + 8) !== '000000') return false;
  return ends.length > 0;
}
