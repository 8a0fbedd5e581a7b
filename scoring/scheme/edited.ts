import { diffSchemes } from './changes';
import type { Pass, Provenance, Scheme } from './format';

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
    if (at === 'pass' && saysSame(parent.pass?.anyOf, draft.pass?.anyOf, parent.pass, draft.pass)) continue;
    if (key === 'rule' && saysSame(optionsOf(parent, id!), optionsOf(draft, id!), null, null)) continue;
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
    pass: markedPass(parent.pass, draft.pass),
  };
}

/** Whether two lists of named things inside a part differ in their names alone, and the parts in nothing else. */
function saysSame(a: readonly object[] | undefined, b: readonly object[] | undefined, partA: object | null, partB: object | null): boolean {
  const said = (list: readonly object[], part: object | null): string =>
    JSON.stringify([{ ...part, anyOf: null }, list.map((item) => Object.entries(item).filter(([key]) => !WORDS.has(key)))]);
  return a !== undefined && b !== undefined && said(a, partA) === said(b, partB);
}

function optionsOf({ indicators }: Scheme, id: string): readonly object[] | undefined {
  const rule = indicators.find((one) => one.id === id)?.rule;
  return rule?.is === 'best-of' ? rule.options : undefined;
}

/** The same of the shortcuts of the pass line, which stand inside it. */
function markedPass(parent: Pass | null, draft: Pass | null): Pass | null {
  if (!draft?.anyOf) return draft;
  const anyOf = draft.anyOf.map((item) => {
    const before = parent?.anyOf?.find(({ id }) => id === item.id);
    return { ...item, provenance: before?.formula === item.formula ? before.provenance : ('illustrative' as const) };
  });
  return { ...draft, anyOf };
}
