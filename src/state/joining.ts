import type { KeptSource, ProjectState, SourceFacts } from '../model/project';
import type { Recipe } from '../model/recipe';
import type { Incoming, Loaded } from './face';
import type { Joined, WantedSource } from './rooms';

const NO_FACTS: SourceFacts = { owner: '', received: '', basis: '', use: '' };
/** Parts of the state that change what the panel holds. */
const JOINED = ['sources', 'findings', 'conflicts'] as const;

/** What a state's panel is made of, from bytes read before. */
export function wantedOf({ sources }: ProjectState): readonly WantedSource[] {
  return sources.map(({ name, sha256, recipe }) => ({ name, from: { sha256 }, recipe }));
}

/** New readings take the place of sources of their name; the others come last, so that what was there keeps its strength. */
export function merged(held: readonly WantedSource[], read: readonly WantedSource[]): readonly WantedSource[] {
  const names = new Map(read.map((one) => [one.name, one]));
  const known = new Set(held.map(({ name }) => name));
  return [...held.map((one) => names.get(one.name) ?? one), ...read.filter(({ name }) => !known.has(name))];
}

/** Sources as joined, with what people said of them before. A source read anew has a new time of loading. */
export function keptSources(
  joined: readonly Joined[],
  before: readonly KeptSource[],
  read: readonly string[],
  now: string,
): readonly KeptSource[] {
  const known = new Map(before.map((one) => [one.name, one]));
  return joined.map(({ name, sha256, bytes, recipe, account }) => {
    const earlier = known.get(name);
    const loaded = earlier && !read.includes(name) ? earlier.loaded : now;
    return { name, sha256, bytes, loaded, recipe, account, facts: earlier?.facts ?? NO_FACTS };
  });
}

/** The parts of a state that differ from another's. */
export function changes(before: ProjectState, after: ProjectState): Partial<ProjectState> {
  const keys = Object.keys(after) as (keyof ProjectState)[];
  return Object.fromEntries(keys.filter((key) => !same(before[key], after[key])).map((key) => [key, after[key]]));
}

/** Whether going from one state to another needs the files joined again. Facts and accounts of a source do not. */
export function needsJoining(before: ProjectState, after: ProjectState): boolean {
  return JOINED.some((key) => {
    if (key !== 'sources') return !same(before[key], after[key]);
    return !same(wantedOf(before), wantedOf(after));
  });
}

function same(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

/** Fields of which any source is marked internal: nothing of them leaves in a public output. */
export function internalFields(of: {
  readonly givers: ReadonlyMap<string, readonly string[]>;
  readonly sources: readonly KeptSource[];
}): readonly string[] {
  const internal = new Set(of.sources.filter(({ facts }) => facts.use === 'internal').map(({ name }) => name));
  return [...of.givers].filter(([, names]) => names.some((name) => internal.has(name))).map(([field]) => field);
}

/** Before anything is joined. */
export const NO_GIVERS: ReadonlyMap<string, readonly string[]> = new Map();

/** The sources of a state, with what the last joining said of each. */
export function loadedSources(sources: readonly KeptSource[], joined: readonly Joined[]): readonly Loaded[] {
  const said = new Map(joined.map((one) => [one.name, one.problems]));
  return sources.map(({ name, ...rest }) => ({ source: name, ...rest, problems: said.get(name) ?? [] }));
}

/** What is ready to be read; null while a question is open. */
export function readsOf(
  incoming: readonly Incoming[],
  ready: readonly { readonly id: number; readonly recipe: Recipe }[] | null,
): readonly WantedSource[] | null {
  const names = new Map(incoming.map(({ id, name }) => [id, name]));
  return ready?.map(({ id, recipe }) => ({ name: names.get(id)!, from: { id }, recipe })) ?? null;
}
