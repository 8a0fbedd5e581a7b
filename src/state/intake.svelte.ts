// Longer than other files: everything that happens to a waiting file, one verb each.
import type { Recipe } from '../model/recipe';
import type { Dialect, FileProblem, FoundFile } from '../model/source';
import type { Duplicate, Incoming, Progress } from './face';
import type { DataRoomFace, LoadAnswer, LookAnswer } from './rooms';

/** What fitting says of a column the file has not; the page asks with `column_lost`, which has its own controls. */
const LOST: readonly string[] = ['column_not_in_file', 'column_drifted', 'column_lost'];

/** Files on their way in: looked at, mapped, loaded together. What was on screen stays until a load has succeeded. */
export class Intake {
  incoming: readonly Incoming[] = $state.raw([]);
  duplicates: readonly Duplicate[] = $state.raw([]);
  /** What stands against joining but belongs to no file that waits: members of an archive left out, sources loaded before. */
  refused: readonly FileProblem[] = $state.raw([]);
  progress: Progress | null = $state.raw(null);
  readonly #room: DataRoomFace;
  #next: number;

  /** `firstId`: files are numbered from here, so that two intakes never share a number in the room. */
  constructor(room: DataRoomFace, firstId: number) {
    this.#room = room;
    this.#next = firstId;
  }

  async open(files: readonly (Blob & { readonly name: string })[], refused: readonly FileProblem[] = []): Promise<void> {
    this.refused = refused;
    const added = files.map((file) => ({ file, id: this.#next++ }));
    this.incoming = [
      ...this.incoming,
      ...added.map(({ file, id }): Incoming => ({
        id,
        name: file.name,
        size: file.size,
        found: { status: 'busy' },
        recipe: null,
        problems: [],
      })),
    ];
    this.#markSameNames();
    await Promise.all(added.map(({ file, id }) => this.#look(id, () => this.#room.look(id, file, {}))));
  }

  async reread(id: number, dialect: Partial<Dialect>): Promise<void> {
    const recipe = this.incoming.find((file) => file.id === id)?.recipe ?? null;
    await this.#look(id, () => this.#room.relook(id, dialect, recipe));
  }

  async edit(id: number, recipe: Recipe): Promise<void> {
    this.#replace(id, { recipe });
    const problems = await this.#room.check(id, recipe);
    this.#replace(id, { problems: [...problems, ...this.#stillLost(id)] });
    this.#markSameNames();
  }

  letGo(id: number, header: string): void {
    const file = this.incoming.find((one) => one.id === id);
    if (!file?.lost) return;
    this.#replace(id, { lost: file.lost.filter(({ column }) => column.header !== header) });
    const stays = this.#stillLost(id).map(({ where }) => where);
    this.#replace(id, { problems: file.problems.filter(({ code, where }) => !LOST.includes(code) || stays.includes(where)) });
  }

  /** Lost columns are asked for until another column gives their field: an edit elsewhere answers nothing. */
  #stillLost(id: number): readonly FileProblem[] {
    const { lost = [], recipe, name } = this.incoming.find((one) => one.id === id)!;
    return lost
      .filter(({ column: { field, year } }) => !recipe?.columns.some((one) => one.field === field && one.year === year))
      .map(({ column }) => ({ code: 'column_lost', source: name, where: column.header, given: '', severity: 'question' }));
  }

  async applyRecipe(id: number, json: string): Promise<void> {
    const answer = await this.#room.parseRecipe(id, json);
    if (answer.recipe === null) this.#replace(id, { problems: answer.problems });
    else {
      const others = answer.problems.filter(({ code }) => !LOST.includes(code));
      // A recipe may ask for another sheet or table than was looked at.
      const found = answer.found ? { found: { status: 'ready', value: answer.found } as const } : {};
      this.#replace(id, { ...found, recipe: answer.recipe, lost: answer.lost ?? [] });
      this.#replace(id, { problems: [...others, ...this.#stillLost(id)] });
    }
    this.#markSameNames();
  }

  /** Gives a file a name that neither another waiting one nor a loaded source bears, so that both stand side by side. */
  async rename(id: number, loaded: readonly string[]): Promise<void> {
    const file = this.incoming.find((one) => one.id === id);
    if (!file) return;
    const name = freeName(file.name, [...loaded, ...this.incoming.map((one) => one.name)]);
    await this.#room.rename(id, name);
    const { recipe, found } = file;
    this.#replace(id, {
      name,
      recipe: recipe && { ...recipe, source: name },
      found: found.status === 'ready' ? { status: 'ready', value: { ...found.value, source: name } } : found,
      problems: file.problems.map((problem) => ({ ...problem, source: name })),
    });
    this.#markSameNames();
  }

  /** The same file once more as a source of its own, read by another dialect: another of its tables or sheets. Its number; null where the file is gone. */
  async alsoRead(id: number, dialect: Partial<Dialect>, loaded: readonly string[]): Promise<number | null> {
    const at = this.incoming.findIndex((one) => one.id === id);
    const file = this.incoming[at];
    if (!file) return null;
    const next = this.#next++;
    const name = freeName(file.name, [...loaded, ...this.incoming.map((one) => one.name)]);
    const added: Incoming = { id: next, name, size: file.size, found: { status: 'busy' }, recipe: null, problems: [] };
    this.incoming = this.incoming.toSpliced(at + 1, 0, added);
    await this.#look(next, async () => {
      await this.#room.copy(id, next, name);
      return this.#room.relook(next, dialect, null);
    });
    return next;
  }

  remove(id: number): void {
    this.incoming = this.incoming.filter((file) => file.id !== id);
    this.duplicates = [];
    void this.#room.forget(id);
    this.#markSameNames();
  }

  /** Every file with a recipe and no open question; null where one is missing. */
  get ready(): readonly { readonly id: number; readonly recipe: Recipe }[] | null {
    const parts: { id: number; recipe: Recipe }[] = [];
    for (const { id, recipe, problems } of this.incoming) {
      if (recipe === null || problems.some((problem) => problem.severity !== 'warning')) return null;
      parts.push({ id, recipe });
    }
    return parts.length > 0 ? parts : null;
  }

  /** Reports on a joining while it runs, and holds what it asks of the files. */
  async during(join: (report: (progress: Progress) => void) => Promise<LoadAnswer>): Promise<LoadAnswer> {
    this.progress = { doing: 'reading', source: this.incoming[0]?.name ?? '', done: 0, of: 1, speed: 0 };
    this.duplicates = [];
    try {
      const answer = await join((progress) => {
        if (this.progress) this.progress = progress;
      });
      if (!answer.ok) {
        this.duplicates = answer.duplicates;
        this.refused = answer.problems.filter(({ source }) => this.incoming.every(({ name }) => name !== source));
        for (const file of this.incoming) {
          const own = answer.problems.filter((problem) => problem.source === file.name);
          if (own.length > 0) this.#replace(file.id, { problems: own });
        }
      }
      return answer;
    } finally {
      this.progress = null;
    }
  }

  /** A loaded source among the incoming again; what waited under its name gives way. */
  async putBack(file: Pick<Incoming, 'id' | 'name' | 'size'> & { readonly found: FoundFile; readonly recipe: Recipe }): Promise<void> {
    const { id, name, size, found, recipe } = file;
    const others = this.incoming.filter((one) => one.name !== name);
    this.incoming = [...others, { id, name, size, found: { status: 'ready', value: found }, recipe, problems: [] }];
    await this.edit(id, recipe);
  }

  clear(): void {
    for (const { id } of this.incoming) void this.#room.forget(id);
    this.incoming = [];
    this.duplicates = [];
    this.refused = [];
  }

  async #look(id: number, ask: () => Promise<LookAnswer>): Promise<void> {
    this.#replace(id, { found: { status: 'busy' } });
    try {
      const { found, recipe, problems } = await ask();
      this.#replace(id, { ...(found ? { found: { status: 'ready', value: found } as const } : {}), recipe, problems, lost: [] });
      this.#markSameNames();
    } catch (error) {
      this.#replace(id, { found: { status: 'failed', error } });
    }
  }

  #replace(id: number, part: Partial<Incoming>): void {
    this.incoming = this.incoming.map((file) => (file.id === id ? { ...file, ...part } : file));
  }

  /** Ledger and traces name files, so two files may not share a name. */
  #markSameNames(): void {
    this.incoming = this.incoming.map((file, at, all) => {
      const others = file.problems.filter((problem) => problem.code !== 'same_name');
      const again = all.slice(0, at).some((earlier) => earlier.name === file.name);
      const problem: FileProblem = { code: 'same_name', source: file.name, where: '', given: file.name, severity: 'error' };
      return again || others.length !== file.problems.length ? { ...file, problems: again ? [...others, problem] : others } : file;
    });
  }
}

/** `财务.csv` → `财务 (2).csv`, or the next number that is free. */
function freeName(name: string, taken: readonly string[]): string {
  const dot = name.lastIndexOf('.');
  const [base, end] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  for (let turn = 2; ; turn++) if (!taken.includes(`${base} (${turn})${end}`)) return `${base} (${turn})${end}`;
}
