import type { Account, LedgerStore } from '../model/source';
import { actionOf } from './ledger-reasons';

/** Collects the ledger of one file and its account while the rows go by. */
export class LedgerWriter {
  #lines = new Uint32Array(256);
  #ats = new Int32Array(256);
  #reasons = new Uint8Array(256);
  #total = 0;
  #read = 0;
  #loaded = 0;
  #counts = { 'rejected row': 0, 'skipped row': 0, 'rejected cell': 0, 'changed cell': 0 };

  /** A row that is loaded. */
  row(): void {
    this.#read++;
    this.#loaded++;
  }

  /** A row that is not loaded, and why. */
  leftRow(line: number, reason: number): void {
    this.#read++;
    this.#add(line, -1, reason);
  }

  /** A cell that is changed or refused. */
  cell(line: number, at: number, reason: number): void {
    this.#add(line, at, reason);
  }

  #add(line: number, at: number, reason: number): void {
    if (this.#total === this.#lines.length) this.#grow();
    this.#lines[this.#total] = line;
    this.#ats[this.#total] = at;
    this.#reasons[this.#total] = reason;
    this.#total++;
    this.#counts[actionOf(reason)]++;
  }

  #grow(): void {
    const size = this.#total * 2;
    const [lines, ats, reasons] = [new Uint32Array(size), new Int32Array(size), new Uint8Array(size)];
    lines.set(this.#lines);
    ats.set(this.#ats);
    reasons.set(this.#reasons);
    [this.#lines, this.#ats, this.#reasons] = [lines, ats, reasons];
  }

  account(): Account {
    return {
      read: this.#read,
      loaded: this.#loaded,
      rejected: this.#counts['rejected row'],
      skipped: this.#counts['skipped row'],
      changedCells: this.#counts['changed cell'],
      rejectedCells: this.#counts['rejected cell'],
    };
  }

  store(source: string): LedgerStore {
    const total = this.#total;
    return { source, total, lines: this.#lines.slice(0, total), ats: this.#ats.slice(0, total), reasons: this.#reasons.slice(0, total) };
  }
}
