import { SAYS, VERDICTS, type Condition, type Verdict } from './format';

type Whole = Extract<Condition, { is: 'all' | 'any' | 'count' }>;
/** A condition without parts. */
export type LeafCondition = Exclude<Condition, Whole>;

export function isWhole(condition: Condition): condition is Whole {
  return condition.is === 'all' || condition.is === 'any' || condition.is === 'count';
}

/** The conditions without parts, in order of reading: those of a `when` before what they guard. */
export function leavesOf(condition: Condition): LeafCondition[] {
  const guards = condition.when ? leavesOf(condition.when) : [];
  return [...guards, ...(isWhole(condition) ? condition.of.flatMap(leavesOf) : [condition])];
}

/** The leaves that stand in a `when`: they say who is asked, not what is asked. */
export function guardsOf(condition: Condition): LeafCondition[] {
  const guards = condition.when ? leavesOf(condition.when) : [];
  return [...guards, ...(isWhole(condition) ? condition.of.flatMap(guardsOf) : [])];
}

/** What a rule says once its leaves are known, row by row. */
export interface Settled {
  readonly verdicts: Uint8Array;
  /** In the order of `leavesOf`: as given, but `not_applicable` where a `when` around the leaf is not met. */
  readonly leaves: readonly Uint8Array[];
}

/**
 * Puts leaves together, three-valued after Kleene with two values more. Parts that do not apply are left out; where none is left the whole does not apply.
 * `all` and `any` ask for all parts and for one, `count` for so many: that many met is met; too few even if all that is open were met is unmet, if
 * only one of them is sure to apply; else unknown where anything is unknown, else review. Knowing more therefore never changes a met or an unmet. A `when` that is open leaves what it guards open.
 */
export function settle(condition: Condition, leaves: readonly Uint8Array[]): Settled {
  const rows = leaves[0]?.length ?? 0;
  const shown = leaves.slice();
  let next = 0;
  const combine = (part: Whole, parts: readonly Uint8Array[]): Uint8Array =>
    part.is === 'count' ? enough(part.atLeast, parts, rows) : together(part.is, parts, rows);
  const walk = (part: Condition): Uint8Array => {
    const guard = part.when ? walk(part.when) : null;
    const from = next;
    const own = isWhole(part) ? combine(part, part.of.map(walk)) : leaves[next++]!;
    if (!guard) return own;
    for (let at = from; at < next; at++) shown[at] = shownBehind(guard, shown[at]!);
    return guarded(guard, own);
  };
  return { verdicts: walk(condition), leaves: shown };
}

/** Of two parts the one named first wins: what settles the whole, then what is open, then what settles nothing; what does not apply says nothing. */
const WINS: Readonly<Record<'all' | 'any', readonly Verdict[]>> = {
  all: ['unmet', 'unknown', 'review', 'met', 'not_applicable'],
  any: ['met', 'unknown', 'review', 'unmet', 'not_applicable'],
};
/** Verdict of two parts at 5 · first + second. */
const TABLES = { all: tableOf(WINS.all), any: tableOf(WINS.any) };

function tableOf(wins: readonly Verdict[]): Uint8Array {
  return Uint8Array.from(VERDICTS.flatMap((one) => VERDICTS.map((other) => SAYS[wins.indexOf(one) <= wins.indexOf(other) ? one : other])));
}

function together(is: 'all' | 'any', [first, ...more]: readonly Uint8Array[], rows: number): Uint8Array {
  const table = TABLES[is];
  const found = first?.slice() ?? new Uint8Array(rows).fill(SAYS.not_applicable);
  for (const part of more) for (let row = 0; row < rows; row++) found[row] = table[5 * found[row]! + part[row]!]!;
  return found;
}

/** What one part adds to a row's counts, by what it says: met, unknown and review in a byte each, those that apply in the last. At most 255 parts. */
const ADDS = Uint32Array.from(VERDICTS, (says) => {
  const own = { unmet: 0, met: 1, unknown: 1 << 8, review: 1 << 16, not_applicable: 0 }[says];
  return says === 'not_applicable' ? 0 : own + (1 << 24);
});

function enough(atLeast: number, parts: readonly Uint8Array[], rows: number): Uint8Array {
  const counts = new Uint32Array(rows);
  for (const part of parts) for (let row = 0; row < rows; row++) counts[row]! += ADDS[part[row]!]!;
  const { met, unmet, unknown, review, not_applicable } = SAYS;
  return Uint8Array.from(counts, (count) => {
    const yes = count & 255;
    const open = (count >>> 8) & 255;
    const asked = open + ((count >>> 16) & 255);
    const apply = count >>> 24;
    if (apply === 0) return not_applicable;
    if (yes >= atLeast) return met;
    // Where all that apply are open, the guards among them may still take the last one out, and the whole with it.
    return yes + asked < atLeast && asked < apply ? unmet : open > 0 ? unknown : review;
  });
}

/** A guard that is met lets through; unmet or not applicable it takes what it guards out; open it leaves it open. */
function guarded(guard: Uint8Array, own: Uint8Array): Uint8Array {
  const found = new Uint8Array(own.length);
  for (let row = 0; row < found.length; row++) {
    const by = guard[row]!;
    if (by === SAYS.met || own[row] === SAYS.not_applicable) found[row] = own[row]!;
    else found[row] = by === SAYS.unmet ? SAYS.not_applicable : by;
  }
  return found;
}

/** A leaf as it is shown behind a guard: what is open about the guard is shown of the guard. */
function shownBehind(guard: Uint8Array, leaf: Uint8Array): Uint8Array {
  const found = leaf.slice();
  for (let row = 0; row < found.length; row++)
    if (guard[row] === SAYS.unmet || guard[row] === SAYS.not_applicable) found[row] = SAYS.not_applicable;
  return found;
}
