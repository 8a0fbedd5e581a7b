import type { FileProblem } from '../../model/source';
import type { ConflictBook } from './conflicts';
import type { Part } from './parts';
import { openEnded } from './place-titles';
import type { Placed } from './placed';
import { supportDoubts, supportLists } from './support';

/** A problem of a whole file. */
export function problem(code: string, { file }: Part, given: string, severity: FileProblem['severity']): FileProblem {
  return { code, source: file.source, where: '', given, severity };
}

/** What a person should see of a panel that was joined: differences between sources, decisions that met nothing, doubts about dated lists. */
export function joinProblems(
  placed: readonly Placed[],
  conflicts: ConflictBook,
  stale: number,
  respelled: readonly string[],
): readonly FileProblem[] {
  return [...conflictProblems(conflicts, stale), ...titleProblems(placed, respelled), ...supportProblems(placed)];
}

function conflictProblems({ total }: ConflictBook, stale: number): readonly FileProblem[] {
  const say = (code: string, count: number): FileProblem[] =>
    count === 0 ? [] : [{ code, source: '', where: '', given: String(count), severity: 'warning' }];
  return [...say('values_conflict', total), ...say('decisions_stale', stale)];
}

function titleProblems(placed: readonly Placed[], respelled: readonly string[]): readonly FileProblem[] {
  const open = placed.flatMap(({ part }) => {
    const count = part.recipe.dated?.is === 'titles' ? openEnded(part) : 0;
    return count > 0 ? [problem('titles_open_ended', part, String(count), 'warning')] : [];
  });
  if (respelled.length === 0) return open;
  return [...open, { code: 'titles_respelled', source: '', where: '', given: respelled.join(', '), severity: 'warning' }];
}

function supportProblems(placed: readonly Placed[]): readonly FileProblem[] {
  return supportLists(placed).flatMap((one) => {
    const { undated, unknownKinds } = supportDoubts(one);
    return [
      ...(undated > 0 ? [problem('support_undated', one.part, String(undated), 'warning')] : []),
      ...(unknownKinds.length > 0 ? [problem('support_kind_unknown', one.part, unknownKinds.slice(0, 5).join(', '), 'warning')] : []),
    ];
  });
}
