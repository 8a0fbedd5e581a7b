import type { MatchWhy } from '../../model/joined';
import type { Aliases } from './aliases';
import { foldNumber } from './aliases';
import { foldName } from './fold-name';
import type { Register } from './register';

/** A firm a key may be, and why. */
export interface Candidate {
  readonly firm: number;
  readonly why: MatchWhy;
  readonly likeness: number;
}
/** `by` says what a sure match rests on: a number is stronger than a name. */
export type KeyFound =
  | { readonly is: 'sure'; readonly firm: number; readonly why: MatchWhy; readonly by: 'number' | 'name' }
  | { readonly is: 'likely'; readonly candidates: readonly Candidate[] }
  | { readonly is: 'none' };

/** Most candidates a person is shown. */
const MOST = 5;
/** One character of eighteen. */
const ONE_OFF = 17 / 18;
const NONE: KeyFound = { is: 'none' };

/**
 * Finds the firm of a number or a name. Sure is what leads to one firm and nothing speaks against: its number, its name, a former name, the folded
 * name, in this order. A number whose firm bears another name, a name of several firms, and a name whose firm has another registration number need a
 * person; so do similar names.
 */
export function findKey(key: string, keyField: string, aliases: Aliases, register: Register): KeyFound {
  const numbered = keyField === 'firm_name' ? [] : register.byNumber(foldNumber(key));
  const named = byNames(aliases, register);
  if (numbered.length === 1) {
    const firm = numbered[0]!;
    const known = aliases.names.length > 0 && register.hasName(firm) && !isCalled(firm, named, aliases, register);
    if (!known) return { is: 'sure', firm, why: 'old_number', by: 'number' };
  }
  if (numbered.length > 0) return likely([...numbered.map((firm) => candidate(firm, 'old_number', 1)), ...candidatesOf(named)]);
  if (named && named.firms.length === 1) {
    const firm = named.firms[0]!;
    const doubted = keyField === 'reg_no' && register.isRegistered(firm);
    return doubted ? likely(candidatesOf(named)) : { is: 'sure', firm, why: named.why, by: 'name' };
  }
  if (named) return likely(candidatesOf(named));
  return likely(similarTo(aliases, register));
}

/**
 * Finds the firm behind a credit code that cannot be right. An old registration number or organisation code in its place is sure; a right code one
 * character off under the same or a similar name, or under no name at all, and the same name under another code are likely. Only firms `elsewhere`
 * come into question: inside one file the code is told apart from its neighbours by its own author.
 */
export function findFaultyCode(key: string, aliases: Aliases, register: Register, elsewhere: (firm: number) => boolean): KeyFound {
  const asNumber = /^(?:\d{13}|\d{15}|[0-9A-Z]{8}-?[0-9X])$/.test(key) ? findKey(key, 'reg_no', aliases, register) : NONE;
  if (asNumber.is === 'sure') return asNumber;
  const named = byNames(aliases, register);
  const off = register.oneOff(key).filter(elsewhere);
  const alike = new Set([...(named?.firms ?? []), ...(off.length > 0 ? similarTo(aliases, register).map(({ firm }) => firm) : [])]);
  const typos = off.filter((firm) => aliases.names.length === 0 || !register.hasName(firm) || alike.has(firm));
  const others = candidatesOf(named).filter(({ firm }) => !typos.includes(firm) && elsewhere(firm));
  return likely([
    ...typos.map((firm) => candidate(firm, 'code_typo', ONE_OFF)),
    ...others,
    ...(asNumber.is === 'likely' ? asNumber.candidates : []),
  ]);
}

interface Named {
  readonly firms: readonly number[];
  readonly why: MatchWhy;
}

/** The firms a key's names lead to, by the surest kind of name that leads anywhere; null where none does. */
function byNames({ names, formerNames }: Aliases, register: Register): Named | null {
  const all = (lookUp: (name: string) => readonly number[], list: readonly string[]): readonly number[] =>
    list.length === 1 ? lookUp(list[0]!) : [...new Set(list.flatMap(lookUp))];
  const now = all((name) => register.byName(name), names);
  const once = all((name) => register.byFormerName(name), names);
  // A name that one firm bears and another bore is nobody's for sure.
  if (now.length > 0) return { firms: once.length === 0 ? now : [...new Set([...now, ...once])], why: 'same_name' };
  if (once.length > 0) return { firms: once, why: 'former_name' };
  const before = all((name) => [...register.byName(name), ...register.byFormerName(name)], formerNames);
  if (before.length > 0) return { firms: before, why: 'former_name' };
  const folded = all((name) => register.byFoldedName(foldName(name)), [...names, ...formerNames]);
  return folded.length > 0 ? { firms: folded, why: 'folded_name' } : null;
}

/** Whether one of the given names is the firm's, or nearly. */
function isCalled(firm: number, named: Named | null, aliases: Aliases, register: Register): boolean {
  return (named?.firms.includes(firm) ?? false) || similarTo(aliases, register).some((one) => one.firm === firm);
}

function similarTo({ names, formerNames }: Aliases, register: Register): readonly Candidate[] {
  return [...names, ...formerNames].flatMap((name) =>
    register.similar(foldName(name), MOST).map(({ firm, likeness }) => candidate(firm, 'similar_name', likeness)),
  );
}

function candidate(firm: number, why: MatchWhy, likeness: number): Candidate {
  return { firm, why, likeness };
}

function candidatesOf(named: Named | null): readonly Candidate[] {
  return (named?.firms ?? []).map((firm) => candidate(firm, named!.why, 1));
}

/** Each firm once, best first; nothing to show is no match. */
function likely(candidates: readonly Candidate[]): KeyFound {
  const best = new Map<number, Candidate>();
  for (const one of candidates) if (!((best.get(one.firm)?.likeness ?? -1) >= one.likeness)) best.set(one.firm, one);
  const sorted = [...best.values()].sort((a, b) => b.likeness - a.likeness || a.firm - b.firm).slice(0, MOST);
  return sorted.length > 0 ? { is: 'likely', candidates: sorted } : NONE;
}
