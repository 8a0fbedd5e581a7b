import type { ProjectFace } from '../../state/face';

/** What still waits for a person: firms that match only likely, differing values and doubts nobody has decided. */
export function openMatters({ matches, conflicts, findings, state }: Pick<ProjectFace, 'matches' | 'conflicts' | 'findings' | 'state'>): {
  readonly likely: number;
  readonly conflicts: number;
  readonly findings: number;
} {
  const lines = findings.status === 'ready' ? findings.value : findings.status === 'idle' ? [] : (findings.last ?? []);
  return {
    likely: matches.reduce((sum, { likely }) => sum + likely.length, 0),
    conflicts: Math.max(0, conflicts - state.conflicts.length),
    findings: lines.filter(({ decision }) => decision === null).length,
  };
}
