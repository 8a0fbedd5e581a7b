import {
  REASON,
  type Column,
  type NumberColumn,
  type SetColumn,
  type TextColumn,
  type TruthColumn,
  type Words,
} from '../../../scoring/column';
import type { FieldEntry } from '../../model/recipe';
import type { FieldKind } from '../../model/source';
import { foldName } from '../match/fold-name';
import { fillAbsence } from './absence';
import type { FieldConflicts } from './conflicts';
import { applyDecisions, type FieldDecisions } from './decide';
import { Marks } from './marks';
import { mergeField, uniteSets, type Given, type SameText } from './merge';
import type { Taken } from './parts';
import type { Placed } from './placed';
import { strongestFirst } from './strength';
import { titlesHeld } from './titles-held';

/** Fields merged, where sources differ, and how many decisions were of use. */
export interface Merged {
  readonly fields: Map<string, Column>;
  readonly name: TextColumn;
  readonly conflicts: readonly FieldConflicts[];
  readonly used: number;
}

/** What merging needs besides the files. */
export interface MergeAsk {
  readonly rows: number;
  readonly firm: Int32Array;
  readonly keys: Words;
  readonly dictionary: readonly FieldEntry[];
  readonly decisions: ReadonlyMap<string, FieldDecisions>;
}

const FIGURES: ReadonlySet<FieldKind> = new Set(['number', 'money', 'count', 'ratio']);

/** Every field with what the files give for it, strongest first. Lists of events give their count; lists of titles and yes/no columns add to the set. */
export function mergeFields(placed: readonly Placed[], ask: MergeAsk): Merged {
  const merger = new Merger(placed, ask);
  const { plain, adding } = givensOf(placed, ask);
  const fields = new Map<string, Column>();
  for (const field of new Set([...plain.keys(), ...adding.keys()])) {
    const base = plain.get(field);
    const more = adding.get(field) ?? [];
    const merged = base ? merger.merge(field, base) : null;
    if (more.length === 0) fields.set(field, merged!);
    else if (!merged && more.length === 1 && more[0]!.whole) fields.set(field, more[0]!.column);
    else fields.set(field, uniteSets([...(merged?.kind === 'set' ? [wholePanel(merged, ask.rows)] : []), ...more], ask.rows));
  }
  return { fields, name: merger.name(), conflicts: merger.conflicts, used: merger.used };
}

function wholePanel(column: SetColumn, rows: number): Given<SetColumn> {
  return { part: -1, column, rows: new Int32Array(rows).map((_, row) => row), whole: true, tolerance: 0 };
}

interface Givens {
  readonly plain: ReadonlyMap<string, readonly Given[]>;
  /** Sets that add to what others give. */
  readonly adding: ReadonlyMap<string, readonly Given<SetColumn>[]>;
}

function givensOf(placed: readonly Placed[], { rows, dictionary }: MergeAsk): Givens {
  const plain = new Map<string, Given[]>();
  const adding = new Map<string, Given<SetColumn>[]>();
  const add = <C extends Column>(to: Map<string, Given<C>[]>, field: string, one: Given<C>): void => {
    const list = to.get(field);
    if (list) list.push(one);
    else to.set(field, [one]);
  };
  placed.forEach(({ part, placements, dated }, at) => {
    if (dated) return;
    const { events, tolerance } = part.recipe;
    if (events) {
      const isFlag = dictionary.find(({ id }) => id === events.field)?.kind === 'flag';
      return add(plain, events.field, { part: at, whole: false, tolerance: tolerance ?? 0, ...counted(placements[0]!.rows, rows, isFlag) });
    }
    for (const { field, column, said } of part.taken) {
      for (const { year, rows: targets, whole } of placements) {
        if (said.year !== null && said.year !== year) continue;
        const one = { part: at, rows: targets, whole, tolerance: FIGURES.has(said.kind) ? (tolerance ?? 0) : 0 };
        if (said.word !== undefined && column.kind === 'set') add(adding, field, { ...one, column });
        else add(plain, field, { ...one, column });
      }
    }
  });
  for (const one of titlesHeld(placed, rows)) add(adding, 'titles', one);
  return { plain, adding };
}

/** Events a firm-year: a count, or for a flag field that there are any. */
function counted(
  targets: Int32Array,
  rows: number,
  flag: boolean,
): { readonly column: NumberColumn | TruthColumn; readonly rows: Int32Array } {
  const counts = new Float64Array(rows);
  for (const target of targets) if (target !== -1) counts[target] = flag ? 1 : counts[target]! + 1;
  const own = Int32Array.from(counts, (count, row) => (count > 0 ? row : -1));
  return { column: { kind: flag ? 'truth' : 'number', values: counts, reasons: new Uint8Array(rows) }, rows: own };
}

/** Merges field by field, keeping account of conflicts and decisions. */
class Merger {
  readonly conflicts: FieldConflicts[] = [];
  used = 0;
  readonly #placed: readonly Placed[];
  readonly #ask: MergeAsk;

  constructor(placed: readonly Placed[], ask: MergeAsk) {
    this.#placed = placed;
    this.#ask = ask;
  }

  merge(field: string, given: readonly Given[], sameText?: SameText): Column {
    const { rows, decisions } = this.#ask;
    const marks = new Marks(rows);
    const sorted = strongestFirst(given, field, ({ part }) => this.#placed[part]!.part.recipe);
    const merged = mergeField(sorted, rows, marks, sameText);
    if (marks.count === 0) return merged;
    const list = marks.list();
    const { column, decided, used } = applyDecisions(merged, list, decisions.get(field), sorted);
    this.conflicts.push({ field, rows: list, decided });
    this.used += used;
    return column;
  }

  /** Names as the files give them that year. Where no file has a name column the key is the name. */
  name(): TextColumn {
    const { firm, keys, rows } = this.#ask;
    const given = this.#placed.flatMap(({ part, placements }, at) =>
      part.name === null
        ? []
        : placements.map((one): Given => ({ part: at, column: part.name!, rows: one.rows, whole: one.whole, tolerance: 0 })),
    );
    if (given.length === 0) return { kind: 'text', codes: firm, words: keys, reasons: new Uint8Array(rows).fill(REASON.present) };
    const merged = this.merge('firm_name', given, (one, other) => foldName(one) === foldName(other));
    if (merged.kind !== 'text') throw new TypeError(`firm_name came out as ${merged.kind}`);
    return merged;
  }
}

/** For each file that does not stand for every firm-year: what its silence means for its flags, counts and sets. */
export function fillFromLists(fields: Map<string, Column>, placed: readonly Placed[], year: Int32Array): void {
  for (const { part, placements, dated } of placed) {
    if (placements.some(({ whole }) => whole) || part.recipe.dated?.is === 'support') continue;
    const listed = new Uint8Array(year.length);
    for (const targets of dated ? [dated.targets] : placements.map(({ rows }) => rows))
      for (const target of targets) if (target !== -1) listed[target] = 1;
    if (listed.every((one) => one === 1)) continue;
    for (const field of answeredBy(part.recipe.absence.means, part.taken, dated ? 'titles' : part.recipe.events?.field)) {
      const column = fields.get(field);
      if (column && column.kind !== 'text') fields.set(field, fillAbsence(column, { part, listed }, year, fields.get('district')));
    }
  }
}

/**
 * Fields that a file answers by who stands in it. A table of heads that misses a firm has not collected it; only a list of events, flags or titles has an
 * absence to interpret.
 */
export function answeredBy(means: 'none' | 'unknown', taken: readonly Taken[], only: string | undefined): ReadonlySet<string> {
  const kinds: readonly FieldKind[] = means === 'none' ? ['flag', 'count', 'set'] : ['flag'];
  return new Set(only === undefined ? taken.filter(({ said }) => kinds.includes(said.kind)).map(({ field }) => field) : [only]);
}
