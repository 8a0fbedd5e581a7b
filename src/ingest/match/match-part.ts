import type { LikelyMatch, MatchReport } from '../../model/joined';
import type { Part } from '../panel/parts';
import type { WordList } from '../panel/words';
import { aliasesOf, type Aliases } from './aliases';
import { findFaultyCode, findKey, type Candidate, type KeyFound } from './find-key';
import type { Register } from './register';

/** Firm numbers that are none: a row without a key, one whose firm waits for a person, one whose firm is nowhere. */
export const NO_KEY = -1;
export const UNDECIDED = -2;
export const NOT_FOUND = -3;
/** How many keys found nowhere are listed. */
const LISTED = 1000;

/** A part whose keys are to be found among the firms of other parts. */
export interface Sought {
  readonly part: Part;
  /** Key words as the file gives them, by key code. */
  readonly words: readonly string[];
  /** The same as they are compared. */
  readonly folded: readonly string[];
  /** 1 by key code: in use, and not sure by itself. */
  readonly wanted: Uint8Array;
  /** Keys sure by themselves. */
  readonly sure: number;
}

/** What became of the wanted keys: by key code the firm, `UNDECIDED` or `NOT_FOUND`; and what a person is told. */
export interface Matched {
  readonly firms: Int32Array;
  readonly report: MatchReport;
  /** Decisions that name a firm no file has. */
  readonly gone: readonly string[];
}

/** Finds every wanted key. What a person decided goes before everything. `elsewhere`: whether a firm stands in another part too. */
export function matchPart(sought: Sought, register: Register, firmOf: WordList, elsewhere: (firm: number) => boolean): Matched {
  const { part, words, folded, wanted } = sought;
  const firms = new Int32Array(words.length).fill(NOT_FOUND);
  const aliases = aliasesOf(part, words, wanted);
  const decided = new Map((part.recipe.matches ?? []).map(({ given, firm }) => [given, firm]));
  const gone: string[] = [];
  const found = new Map<number, KeyFound>();
  for (const [key, its] of aliases) {
    const decision = decided.get(words[key]!);
    const firm = decision === null || decision === undefined ? undefined : firmOf.find(decision);
    if (firm !== undefined) firms[key] = firm;
    else if (decision !== null) {
      if (decision !== undefined) gone.push(words[key]!);
      const isCode = part.keyField === 'uscc';
      found.set(key, isCode ? findFaultyCode(folded[key]!, its, register, elsewhere) : findKey(folded[key]!, part.keyField, its, register));
    }
  }
  if (part.keyField !== 'firm_name') doubtShared(found);
  for (const [key, one] of found) firms[key] = one.is === 'sure' ? one.firm : one.is === 'likely' ? UNDECIDED : NOT_FOUND;
  return { firms, report: reportOf(sought, aliases, found, firms, register), gone };
}

/** Two numbers of one file that lead to one firm by its name alone are two firms of one name, as far as anyone knows. */
function doubtShared(found: Map<number, KeyFound>): void {
  const first = new Map<number, number>();
  for (const [key, one] of found) {
    if (one.is !== 'sure' || one.by !== 'name') continue;
    const before = first.get(one.firm);
    if (before === undefined) first.set(one.firm, key);
    else for (const each of [before, key]) found.set(each, { is: 'likely', candidates: [{ firm: one.firm, why: one.why, likeness: 1 }] });
  }
}

function reportOf(
  { part, words, wanted, sure }: Sought,
  aliases: ReadonlyMap<number, Aliases>,
  found: ReadonlyMap<number, KeyFound>,
  firms: Int32Array,
  register: Register,
): MatchReport {
  const known: MatchReport['known'][number][] = [];
  const likely: LikelyMatch[] = [];
  const none: string[] = [];
  const rows = rowsOf(part, wanted.length);
  let exact = sure;
  let nowhere = 0;
  for (const [key, its] of aliases) {
    const one = found.get(key);
    const given = words[key]!;
    if (one?.is === 'sure' && part.keyField === 'firm_id' && one.by === 'number') exact++;
    else if (one?.is === 'sure') known.push({ given, firm: register.keyOf(one.firm), name: register.nameOf(one.firm), why: one.why });
    else if (one?.is === 'likely')
      likely.push({ given, name: its.names[0] ?? '', rows: rows[key]!, candidates: named(one.candidates, register) });
    else if (firms[key] === NOT_FOUND) {
      nowhere++;
      if (none.length < LISTED) none.push(given);
    }
  }
  return { source: part.file.source, by: part.keyField, exact, known, likely, none: { count: nowhere, given: none } };
}

function named(candidates: readonly Candidate[], register: Register): LikelyMatch['candidates'] {
  return candidates.map(({ firm, why, likeness }) => ({ firm: register.keyOf(firm), name: register.nameOf(firm), why, likeness }));
}

/** How many rows each key has. */
export function rowsOf({ key }: Part, keys: number): Int32Array {
  const rows = new Int32Array(keys);
  for (let row = 0; row < key.codes.length; row++) if (key.reasons[row] === 0) rows[key.codes[row]!]!++;
  return rows;
}
