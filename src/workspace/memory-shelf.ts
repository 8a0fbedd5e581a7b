import { WorkspaceFault } from './fault';
import type { Head, Importing, Place, Shelf, StepRecord } from './outside';
import { refuseOthers } from './refuse-others';

/** A shelf that ends with the page. It keeps to the same rules as the one that lasts. */
export class MemoryShelf implements Shelf {
  readonly lasts: boolean = false;
  onlost: Shelf['onlost'] = null;
  readonly #heads = new Map<string, Head>();
  readonly #steps = new Map<string, readonly StepRecord[]>();
  readonly #imports = new Map<string, Importing>();
  #owner: { readonly build: string; readonly schema: number } | null = null;

  async claim(build: string, schema: number): Promise<void> {
    if (this.#owner && this.#owner.schema > schema) throw new WorkspaceFault('newer_store', `${this.#owner.schema} > ${schema}`);
    this.#owner = { build, schema };
  }

  async heads(): Promise<readonly Head[]> {
    return [...this.#heads.values()];
  }

  async head(id: string): Promise<Head | null> {
    return this.#heads.get(id) ?? null;
  }

  async read(id: string) {
    const head = this.#heads.get(id);
    return head ? { head, steps: this.#steps.get(id) ?? [] } : null;
  }

  async append(head: Head, steps: readonly StepRecord[], { after, endsImport }: Place): Promise<void> {
    refuseOthers(this.#owner?.build ?? null, head, this.#heads.get(head.id) ?? null, after);
    this.#steps.set(head.id, [...(after ? (this.#steps.get(head.id) ?? []) : []), ...steps]);
    this.#heads.set(head.id, head);
    if (endsImport) this.#imports.delete(head.id);
  }

  async remove(id: string): Promise<void> {
    this.#heads.delete(id);
    this.#steps.delete(id);
    this.#imports.delete(id);
  }

  async imports(): Promise<readonly Importing[]> {
    return [...this.#imports.values()];
  }

  async putImport(record: Importing): Promise<void> {
    this.#imports.set(record.id, record);
  }

  async endImport(id: string): Promise<void> {
    this.#imports.delete(id);
  }

  close(): void {
    this.onlost = null;
  }
}
