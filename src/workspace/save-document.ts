import type { StepKind } from '../model/project';
import { faultOf, WorkspaceFault } from './fault';
import { digestOf } from './hash';
import { chainStart, type KeptStep } from './kept-steps';
import type { Head, Outside, StepRecord } from './outside';
import type { Saved, Session } from './session';
import { stableJson } from './stable-json';

/** Steps with which a load ends. */
export const LOADS: readonly StepKind[] = ['sources_loaded', 'recipe_changed'];

/**
 * Writes the steps that are not on the shelf yet, and the new head, in one strict transaction; then reads the head again and compares number and hashes.
 * Answers what is on the shelf now. Where the shelf holds another head than thought, it goes on only if that head is an earlier end of this very chain (a
 * write whose answer was lost) or is gone altogether (then all is written again); anything else was written by somebody else.
 */
export async function saveDocument(outside: Outside, session: Session): Promise<Saved> {
  const kept = [...session.kept];
  const head = headOf(outside, session);
  try {
    await append(outside, head, kept, session.saved);
  } catch (error) {
    if (faultOf(error).code !== 'written_elsewhere') throw error;
    const stored = await outside.shelf.head(head.id);
    const isOurs = stored === null || kept[stored.n - 1]?.hash === stored.hash;
    if (!isOurs) throw error;
    await append(outside, head, kept, stored);
  }
  const back = await outside.shelf.head(head.id);
  if (!back || back.n !== head.n || back.hash !== head.hash || digestOf(back.state, outside.sha256()) !== head.stateHash)
    throw new WorkspaceFault('not_read_back', `${head.n}`);
  return { n: head.n, hash: head.hash };
}

async function append(outside: Outside, head: Head, kept: readonly KeptStep[], after: Saved | null): Promise<void> {
  const steps = kept.slice(after?.n ?? 0).map((step): StepRecord => ({ id: head.id, n: step.n, text: stableJson(step) }));
  const endsImport = kept.slice(after?.n ?? 0).some(({ kind }) => LOADS.includes(kind));
  await outside.shelf.append(head, steps, { after: after && { n: after.n, hash: after.hash }, endsImport });
}

function headOf(outside: Outside, { project, kept }: Session): Head {
  const state = stableJson(project.state);
  return {
    id: project.id,
    format: project.format,
    build: outside.build,
    created: project.created,
    name: project.state.name,
    at: outside.now(),
    bytes: project.state.sources.reduce((sum, { bytes }) => sum + bytes, 0),
    n: project.steps.length,
    hash: kept.at(-1)?.hash ?? chainStart(project, outside.sha256),
    state,
    stateHash: digestOf(state, outside.sha256()),
  };
}
