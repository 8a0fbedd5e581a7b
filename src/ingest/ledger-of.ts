import type { LedgerLine, LedgerStore } from '../model/source';
import { actionOf } from './ledger-reasons';

const known = new WeakMap<LedgerStore, Map<LedgerLine['action'], LedgerStore>>();

/** The lines of a ledger that tell of one action, in the order of the file: six refused cells are not to be looked for among thousands of rewritten ones. */
export function ledgerOf(store: LedgerStore, action: LedgerLine['action']): LedgerStore {
  const made = known.get(store) ?? new Map<LedgerLine['action'], LedgerStore>();
  known.set(store, made);
  let part = made.get(action);
  if (!part) {
    const at: number[] = [];
    for (let index = 0; index < store.total; index++) if (actionOf(store.reasons[index]!) === action) at.push(index);
    part = {
      source: store.source,
      total: at.length,
      lines: Uint32Array.from(at, (index) => store.lines[index]!),
      ats: Int32Array.from(at, (index) => store.ats[index]!),
      reasons: Uint8Array.from(at, (index) => store.reasons[index]!),
    };
    made.set(action, part);
  }
  return part;
}
