import type { Dialect } from '../../model/source';
import type { WorkbenchFace } from '../../state/face';

/**
 * What of a file's reading was chosen by hand. A new look is told all of it, since it finds whatever it is not told; kept beside the workbench, so that
 * going to another view and back forgets nothing.
 */
const kept = new WeakMap<object, Map<number, Partial<Dialect>>>();

/** The choices made for a file so far. */
export function handChosen(workbench: object, id: number): Partial<Dialect> {
  return kept.get(workbench)?.get(id) ?? {};
}

/** Another table or sheet of a waiting file as a source of its own; what was chosen for it is remembered as chosen by hand. */
export async function alsoRead(workbench: WorkbenchFace, id: number, part: Partial<Dialect>): Promise<void> {
  const next = await workbench.alsoRead(id, part);
  if (next !== null) chooseByHand(workbench, next, part);
}

/** Adds a choice. A header line counts rows as they were split, so another encoding, delimiter or quote lets it be found again. */
export function chooseByHand(workbench: object, id: number, part: Partial<Dialect>): Partial<Dialect> {
  const { header, ...others } = handChosen(workbench, id);
  const next: Partial<Dialect> = { ...others, ...(header && 'header' in part ? { header } : {}), ...part };
  const files = kept.get(workbench) ?? new Map<number, Partial<Dialect>>();
  kept.set(workbench, files.set(id, next));
  return next;
}
