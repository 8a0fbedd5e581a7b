import { WorkspaceFault } from './fault';
import type { Head, Place } from './outside';

/** What every shelf asks before it adds: that this build still owns the store (null: nobody does since it was cleared), and that the stored head is the one the writer knows. */
export function refuseOthers(owner: string | null, head: Head, stored: Head | null, after: Place['after']): void {
  if (owner !== null && owner !== head.build) throw new WorkspaceFault('newer_build', owner);
  if ((stored?.n ?? 0) !== (after?.n ?? 0) || (stored?.hash ?? '') !== (after?.hash ?? ''))
    throw new WorkspaceFault('written_elsewhere', stored ? `${stored.n} ${stored.hash.slice(0, 12)}` : '');
}
