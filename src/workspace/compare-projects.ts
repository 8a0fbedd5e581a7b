import type { FindingDecision } from '../../scoring/quality/format';
import type { Scheme } from '../../scoring/scheme/format';
import type { ConflictDecision, KeptSource, Project, SavedCanvas, SavedSelection, SchemeDraft } from '../model/project';
import { same } from './splice';

/** One way in which another person's workspace differs from mine. null where one of them has none. */
export type Difference =
  | { readonly is: 'name' | 'deadline'; readonly mine: string; readonly theirs: string }
  | { readonly is: 'scheme_chosen'; readonly mine: string | null; readonly theirs: string | null }
  | { readonly is: 'source_only_mine' | 'source_only_theirs'; readonly name: string; readonly source: KeptSource }
  | { readonly is: 'source_renamed'; readonly name: string; readonly theirs: string }
  | { readonly is: 'source_bytes'; readonly name: string; readonly mine: KeptSource; readonly theirs: KeptSource }
  /** `parts`: keys of the recipe that differ. */
  | { readonly is: 'source_recipe'; readonly name: string; readonly parts: readonly string[] }
  | { readonly is: 'source_facts'; readonly name: string; readonly mine: KeptSource['facts']; readonly theirs: KeptSource['facts'] }
  /** Of the sources both have, in the order in which they win. */
  | { readonly is: 'source_order'; readonly mine: readonly string[]; readonly theirs: readonly string[] }
  | { readonly is: 'finding'; readonly finding: string; readonly mine: FindingDecision | null; readonly theirs: FindingDecision | null }
  | { readonly is: 'conflict'; readonly mine: ConflictDecision | null; readonly theirs: ConflictDecision | null }
  | { readonly is: 'draft'; readonly mine: SchemeDraft | null; readonly theirs: SchemeDraft | null }
  | { readonly is: 'canvas'; readonly mine: SavedCanvas | null; readonly theirs: SavedCanvas | null }
  | { readonly is: 'selection'; readonly mine: SavedSelection | null; readonly theirs: SavedSelection | null }
  | { readonly is: 'scheme'; readonly id: string; readonly version: string; readonly mine: Scheme | null; readonly theirs: Scheme | null };

/** Everything in which another project's state differs from mine, in a fixed order; empty where they say the same. When things were done does not count. */
export function compareProjects({ state: mine }: Project, { state: theirs }: Project): readonly Difference[] {
  const found: Difference[] = [];
  if (mine.name !== theirs.name) found.push({ is: 'name', mine: mine.name, theirs: theirs.name });
  found.push(...sourceDifferences(mine.sources, theirs.sources));
  for (const [a, b] of paired(mine.findings, theirs.findings, findingKey))
    if (!same(a, b)) found.push({ is: 'finding', finding: (a ?? b)!.finding, mine: a, theirs: b });
  for (const [a, b] of paired(mine.conflicts, theirs.conflicts, ({ firm, year, field }) => `${firm}\n${year}\n${field}`))
    if (!same(a, b)) found.push({ is: 'conflict', mine: a, theirs: b });
  for (const [a, b] of paired(mine.schemes, theirs.schemes, ({ id, version }) => `${id}\n${version}`))
    if (!same(a, b)) found.push({ is: 'scheme', id: (a ?? b)!.id, version: (a ?? b)!.version, mine: a, theirs: b });
  for (const [a, b] of paired(mine.drafts, theirs.drafts, ({ id }) => id)) if (!same(a, b)) found.push({ is: 'draft', mine: a, theirs: b });
  for (const [a, b] of paired(mine.canvases, theirs.canvases, ({ id }) => id))
    if (!same(a, b)) found.push({ is: 'canvas', mine: a, theirs: b });
  for (const [a, b] of paired(mine.selections, theirs.selections, ({ id }) => id))
    if (!same(a, b)) found.push({ is: 'selection', mine: a, theirs: b });
  if (mine.scheme !== theirs.scheme) found.push({ is: 'scheme_chosen', mine: mine.scheme, theirs: theirs.scheme });
  if (mine.deadline !== theirs.deadline) found.push({ is: 'deadline', mine: mine.deadline, theirs: theirs.deadline });
  return found;
}

/** One finding can hold several decisions, on different firm-years. */
function findingKey({ finding, only }: FindingDecision): string {
  return JSON.stringify([finding, only]);
}

/** Sources go together by name, which is theirs alone in a workspace; those left over by their bytes. */
function sourceDifferences(mine: readonly KeptSource[], theirs: readonly KeptSource[]): Difference[] {
  const found: Difference[] = [];
  const left = new Set(theirs.filter(({ name }) => !mine.some((one) => one.name === name)));
  const shared: string[] = [];
  const nameOf = new Map<string, string>();
  for (const source of mine) {
    const named = theirs.find(({ name }) => name === source.name);
    const other = named ?? [...left].find(({ sha256 }) => sha256 === source.sha256);
    if (!other) {
      found.push({ is: 'source_only_mine', name: source.name, source });
      continue;
    }
    left.delete(other);
    shared.push(source.name);
    nameOf.set(other.name, source.name);
    if (!named) found.push({ is: 'source_renamed', name: source.name, theirs: other.name });
    found.push(...oneSource(source, other));
  }
  for (const source of left) found.push({ is: 'source_only_theirs', name: source.name, source });
  const order = theirs.flatMap(({ name }) => nameOf.get(name) ?? []);
  if (!same(shared, order)) found.push({ is: 'source_order', mine: shared, theirs: order });
  return found;
}

function oneSource(mine: KeptSource, theirs: KeptSource): Difference[] {
  const found: Difference[] = [];
  const { name } = mine;
  if (mine.sha256 !== theirs.sha256) found.push({ is: 'source_bytes', name, mine, theirs });
  const parts = differingKeys({ ...mine.recipe, source: '' }, { ...theirs.recipe, source: '' });
  if (parts.length > 0) found.push({ is: 'source_recipe', name, parts });
  if (!same(mine.facts, theirs.facts)) found.push({ is: 'source_facts', name, mine: mine.facts, theirs: theirs.facts });
  return found;
}

function differingKeys(mine: object, theirs: object): string[] {
  const [a, b] = [mine as Record<string, unknown>, theirs as Record<string, unknown>];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((key) => !same(a[key], b[key])).sort();
}

/** Items of two lists by key, mine first in their order; the last of several with one key counts, as it does in force. */
function paired<T>(mine: readonly T[], theirs: readonly T[], keyOf: (item: T) => string): [T | null, T | null][] {
  const [a, b] = [new Map(mine.map((item) => [keyOf(item), item])), new Map(theirs.map((item) => [keyOf(item), item]))];
  return [...new Set([...a.keys(), ...b.keys()])].map((key) => [a.get(key) ?? null, b.get(key) ?? null]);
}
