import type { Keeping, Project } from '../../src/model/project';
import { Keeper } from '../../src/workspace/keeper';
import { MemoryShelf } from '../../src/workspace/memory-shelf';
import { MemoryStore } from '../../src/workspace/memory-store';
import type { Outside, Release, Shelf, Store, Writing } from '../../src/workspace/outside';
import { checks, nodeSha256 } from './given';

class Disk extends MemoryShelf {
  override readonly lasts: boolean = true;
}
class Drive extends MemoryStore {
  override readonly kind: Store['kind'] = 'opfs';
}

/** How the n-th call goes wrong: it does nothing, it does its work and the answer is lost, or it does nothing and neither does any call after it (the tab died). */
export type Harm = 'before' | 'after' | 'dead';
export interface Plan {
  readonly n: number;
  readonly harm: Harm;
  readonly error: () => Error;
}

/** One machine: what lies on its disk, who holds which lock, and a clock. Tabs come and go; a tab that dies lets its locks go. */
export class World {
  shelf: MemoryShelf = new Disk();
  store: MemoryStore = new Drive();
  readonly marks = new Map<string, string>();
  readonly #held = new Map<string, { tab: Tab; shared: boolean }[]>();
  readonly #waiting: { name: string; shared: boolean; tab: Tab; grant: (release: Release) => void }[] = [];
  #time = Date.parse('2026-11-22T08:00:00Z');
  #ids = 0;

  now = (): string => new Date((this.#time += 1000)).toISOString();
  id = (): string => `workspace-${String(++this.#ids).padStart(4, '0')}`;

  take(tab: Tab, name: string, shared: boolean): Release | null {
    const holders = this.#held.get(name) ?? [];
    if (holders.length > 0 && !(shared && holders.every((one) => one.shared))) return null;
    const mine = { tab, shared };
    this.#held.set(name, [...holders, mine]);
    return async () => this.#drop(name, (one) => one === mine);
  }

  wait(tab: Tab, name: string, shared: boolean, signal?: AbortSignal): Promise<Release> {
    const now = this.take(tab, name, shared);
    if (now) return Promise.resolve(now);
    return new Promise((grant, reject) => {
      const entry = { name, shared, tab, grant };
      this.#waiting.push(entry);
      signal?.addEventListener('abort', () => {
        const at = this.#waiting.indexOf(entry);
        if (at >= 0) this.#waiting.splice(at, 1);
        reject(signal.reason as Error);
      });
    });
  }

  bury(tab: Tab): void {
    for (const name of this.#held.keys()) this.#drop(name, (one) => one.tab === tab);
  }

  #drop(name: string, which: (one: { tab: Tab; shared: boolean }) => boolean): void {
    this.#held.set(
      name,
      (this.#held.get(name) ?? []).filter((one) => !which(one)),
    );
    for (const entry of [...this.#waiting]) {
      const release = entry.name === name ? this.take(entry.tab, name, entry.shared) : null;
      if (!release) continue;
      this.#waiting.splice(this.#waiting.indexOf(entry), 1);
      entry.grant(release);
    }
  }
}

/** One tab of the page, with a keeper. Every call that leaves it is counted and can go wrong. */
export class Tab {
  readonly keeper: Keeper;
  readonly outside: Outside;
  /** All that was told, with how many steps the workspace had at that moment. */
  readonly told: { readonly keeping: Keeping; readonly project: Project | null }[] = [];
  readonly projects: Project[] = [];
  readonly calls: string[] = [];

  constructor(
    readonly world: World,
    public plan: Plan | null = null,
    readonly build = 'build-1',
  ) {
    this.outside = this.#outside();
    this.keeper = new Keeper(this.outside, checks, {
      keeping: (keeping) => void this.told.push({ keeping, project: this.keeper?.project ?? null }),
      project: (project) => void this.projects.push(project),
    });
  }

  get last(): Keeping {
    return this.told.at(-1)!.keeping;
  }

  die(): void {
    this.world.bury(this);
  }

  async #call<T>(name: string, work: () => Promise<T>): Promise<T> {
    this.#count(name);
    const answer = await work();
    if (this.plan?.harm === 'after' && this.calls.length === this.plan.n) throw this.plan.error();
    return answer;
  }

  #count(name: string): void {
    this.calls.push(name);
    const { plan } = this;
    if (!plan || plan.harm === 'after') return;
    if (plan.harm === 'dead' ? this.calls.length >= plan.n : this.calls.length === plan.n) throw plan.error();
  }

  #outside(): Outside {
    const { world } = this;
    return {
      shelf: this.#shelf(),
      store: this.#store(),
      locks: {
        hold: (name, { shared, wait, signal }) =>
          this.#call(`lock ${name}`, async () => (wait ? world.wait(this, name, shared, signal) : world.take(this, name, shared))),
      },
      marks: {
        all: () => this.#call('marks.all', async () => new Map(world.marks)),
        put: (id, text) => this.#call('marks.put', async () => void world.marks.set(id, text)),
        remove: (id) => this.#call('marks.remove', async () => void world.marks.delete(id)),
      },
      room: {
        estimate: () => this.#call('estimate', async () => ({ used: 1, quota: 2 })),
        persist: () => this.#call('persist', async () => false),
      },
      sha256: nodeSha256,
      now: world.now,
      id: world.id,
      build: this.build,
    };
  }

  #shelf(): Shelf {
    const { world } = this;
    const call = this.#call.bind(this);
    return {
      get lasts() {
        return world.shelf.lasts;
      },
      onlost: null,
      claim: (build, schema) => call('claim', () => world.shelf.claim(build, schema)),
      heads: () => call('heads', () => world.shelf.heads()),
      head: (id) => call('head', () => world.shelf.head(id)),
      read: (id) => call('read', () => world.shelf.read(id)),
      append: (head, steps, place) => call('append', () => world.shelf.append(head, steps, place)),
      remove: (id) => call('remove', () => world.shelf.remove(id)),
      imports: () => call('imports', () => world.shelf.imports()),
      putImport: (record) => call('putImport', () => world.shelf.putImport(record)),
      endImport: (id) => call('endImport', () => world.shelf.endImport(id)),
      close: () => undefined,
    };
  }

  #store(): Store {
    const { world } = this;
    const call = this.#call.bind(this);
    const writing = (inner: Writing): Writing => ({
      push: (bytes) => {
        this.#count('push');
        inner.push(bytes);
      },
      finish: (proof) => call('finish', () => inner.finish(proof)),
      drop: () => call('drop', () => inner.drop()),
    });
    return {
      get kind() {
        return world.store.kind;
      },
      write: (key) => call(`write ${key}`, async () => writing(await world.store.write(key))),
      read: (key) => call('store.read', () => world.store.read(key)),
      open: (key) => call('store.open', () => world.store.open(key)),
      list: () => call('store.list', () => world.store.list()),
      remove: (key) => call('store.remove', () => world.store.remove(key)),
      sweep: () => call('sweep', () => world.store.sweep()),
    };
  }
}

/** An error as a browser throws it. */
export function browserError(name: string): Error {
  return Object.assign(new Error(`the browser says ${name}`), { name });
}
