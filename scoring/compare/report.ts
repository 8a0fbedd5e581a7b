import { comparesFirms } from './alone';
import { absences, type Comparison, summarise } from './comparison';
import type { CompareHead, CompareReport, ShiftPoints } from './format';
import { countsOf } from './median';
import { type Side, rankedOnBoth } from './pairs';
import { type Part, PARTS } from './score-split';

/** Most points a picture gets: beyond that they hide each other. */
const DRAWN = 1500;
/** Of these, the farthest moved: none of them may be lost to a sample. */
const FARTHEST = 300;

/** Everything about two boards but the rows. */
export function compareReport(comparison: Comparison, k: number): CompareReport {
  const { a, b, segment, pairs } = comparison;
  return {
    a: headOf(a),
    b: headOf(b),
    segment,
    summary: summarise(pairs, k),
    points: shiftPoints(comparison),
    onlyA: absences(comparison, 'b'),
    onlyB: absences(comparison, 'a'),
    ...meanParts(comparison),
  };
}

function headOf({ ranked, year }: Side): CompareHead {
  const { id, version, name, provenance, indicators } = ranked.scheme;
  const isRelative = indicators.some(({ rule }) => comparesFirms(rule));
  return { id, version, name, provenance, hash: ranked.schemeHash, draft: ranked.draft, year, isRelative };
}

/** Former rank and shift of the firms ranked on both: all, or the farthest moved and every so manieth of the others by firm key, which knows nothing of ranks. */
function shiftPoints({ pairs }: Comparison): ShiftPoints {
  const { a, b } = rankedOnBoth(pairs);
  const n = a.length;
  const shift = a.map((rank, i) => rank - b[i]!);
  if (n <= DRAWN) return { rankA: a, shift, of: n };
  const least = farMove(shift);
  const step = Math.ceil(n / (DRAWN - FARTHEST));
  const drawn: number[] = [];
  for (let i = 0; i < n; i++) if (Math.abs(shift[i]!) >= least || i % step === 0) drawn.push(i);
  const most = Int32Array.from(drawn);
  return { rankA: most.map((i) => a[i]!), shift: most.map((i) => shift[i]!), of: n };
}

/** The least move that no more than `FARTHEST` firms have made. */
function farMove(shift: Int32Array): number {
  const counts = countsOf(shift.map(Math.abs));
  let farther = 0;
  let move = counts.length;
  while (move > 0 && farther + counts[move - 1]! <= FARTHEST) farther += counts[--move]!;
  return move;
}

/** Mean size of each part, signs aside: how much of what moved is of the weights and how much of the values. */
function meanParts({ split }: Comparison): Pick<CompareReport, 'parts' | 'scored'> {
  let scored = 0;
  for (let i = 0; i < split.change.length; i++) if (!Number.isNaN(split.change[i]!)) scored++;
  const mean = (of: Float64Array): number => {
    let sum = 0;
    for (let i = 0; i < of.length; i++) if (!Number.isNaN(of[i]!)) sum += Math.abs(of[i]!);
    return scored === 0 ? 0 : sum / scored;
  };
  const parts = Object.fromEntries((['change', ...PARTS] as const).map((part) => [part, mean(split[part])]));
  return { parts: parts as Record<Part | 'change', number>, scored };
}
