import type { Draft } from '../../scoring/board/format';
import type { Scheme } from '../../scoring/scheme/format';

/** Tells one draft or tried scheme from every other; null where the scheme in force stands as it is. Made alike on both sides of the worker. */
export function draftKey(draft: Draft | null, trial: { readonly scheme: Scheme; readonly name: string } | null): string | null {
  if (trial) return JSON.stringify([trial.name, trial.scheme]);
  return draft && JSON.stringify(draft);
}
