import { industryAt, type Level } from '../industry-code';
import type { Panel } from '../panel';
import type { ComparisonSet } from '../scheme/format';
import { comparisonAmong, comparisonOf, type Comparison } from './comparison';
import type { PeerGroup } from './relative';
import { industriesAt, type Span, widerIndustries } from './wider-industries';

/** The firms of a wider industry, and who may be compared with them: 1 where it holds all of the row's own industry. */
export interface WiderComparison extends Comparison {
  readonly holds: Uint8Array;
}

/** Whom rows are compared with. */
export interface Comparing {
  /** The scheme's comparison set, or a peer group inside it. */
  readonly comparison: (within?: PeerGroup) => Comparison;
  /** The same peer group with the industry taken at a wider level; null where it reads no industry, where the set itself is one, or the data know no wider one. */
  readonly wider: (within: PeerGroup, level: Level) => WiderComparison | null;
}

/** Whom the rows of a panel are compared with under a comparison set, each kind of set found when it is first asked for. `rows`: some rows only, by their places. */
export function comparing(panel: Panel, kind: ComparisonSet, stage: Int16Array, rows?: Int32Array): Comparing {
  const sets = new Map<string, Comparison>();
  const widerSets = new Map<string, WiderComparison | null>();
  return {
    comparison: (within) =>
      remember(sets, within ?? '', () => {
        const all = comparisonOf(panel, kind, stage, within);
        return rows ? comparisonAmong(all, rows) : all;
      }),
    wider: (within, level) =>
      remember(widerSets, `${within} ${level}`, () => {
        if (!within.includes('industry') || kind.includes('industry')) return null;
        return widerAt(panel, kind, stage, within, level, rows);
      }),
  };
}

function widerAt(
  panel: Panel,
  kind: ComparisonSet,
  stage: Int16Array,
  within: PeerGroup,
  level: Level,
  rows: Int32Array | undefined,
): WiderComparison | null {
  const known = widerIndustries(panel, spanOf(kind));
  const industries = known && industriesAt(panel, known, level);
  if (!industries) return null;
  const all = comparisonOf(panel, kind, stage, within, industries);
  const holdsAll = (row: number): number => {
    const code = all.set[row]! >= 0 ? known.holding(row) : null;
    return code !== null && industryAt(code, level) !== null ? 1 : 0;
  };
  const some = rows ?? Int32Array.from({ length: panel.rows }, (_, row) => row);
  return { ...(rows ? comparisonAmong(all, rows) : all), holds: Uint8Array.from(some, holdsAll) };
}

/** Whose industry codes tell what holds an industry: rows of another year matter only where they are compared, too. */
export function spanOf(kind: ComparisonSet): Span {
  return kind === 'all' ? 'all' : 'year';
}

function remember<T>(known: Map<string, T>, key: string, find: () => T): T {
  if (!known.has(key)) known.set(key, find());
  return known.get(key)!;
}
