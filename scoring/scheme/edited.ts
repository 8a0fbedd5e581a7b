import { diffSchemes } from './changes';
import type { Provenance, Scheme } from './format';

/** What may change without the numbers being other numbers. */
const WORDS: ReadonlySet<string> = new Set(['name', 'note', 'source', 'unit', 'provenance']);
const LISTS = ['groups', 'indicators', 'stages', 'deductions', 'gates', 'vetoes'] as const;
type Marked = { readonly id: string; readonly provenance?: Provenance };

/**
 * A draft with honest marks of origin: an item whose numbers are no longer those of its parent is illustrative, and so is the scheme, whatever its parent
 * was; an item put back as it was has its parent's mark again. Who answers for the new numbers says so when the version is frozen.
 */
export function asEdited(parent: Scheme, draft: Scheme): Scheme {
  const moved = new Set<string>();
  const gone = new Set<string>();
  let isOther = false;
  for (const { at } of diffSchemes(parent, draft)) {
    const [list, id, key] = at.split('/');
    if (!LISTS.some((one) => one === list))
      isOther ||= !['name', 'note', 'sources', 'effective', 'provenance', 'stageProvenance'].includes(at);
    else if (id === undefined || (key !== undefined && WORDS.has(key))) continue;
    else {
      moved.add(`${list}/${id}`);
      gone.add(list!);
    }
  }
  const mark = <T extends Marked>(list: (typeof LISTS)[number], items: readonly T[]): T[] =>
    items.map((item) => {
      const before = (parent[list] as readonly Marked[]).find(({ id }) => id === item.id);
      const provenance = moved.has(`${list}/${item.id}`) ? 'illustrative' : (before?.provenance ?? 'illustrative');
      return item.provenance === provenance ? item : { ...item, provenance };
    });
  return {
    ...draft,
    provenance: isOther || moved.size > 0 ? 'illustrative' : parent.provenance,
    stageProvenance: gone.has('stages') ? 'illustrative' : parent.stageProvenance,
    groups: mark('groups', draft.groups),
    indicators: mark('indicators', draft.indicators),
    deductions: mark('deductions', draft.deductions),
    gates: mark('gates', draft.gates),
    vetoes: mark('vetoes', draft.vetoes),
  };
}
