import { type CorrelationMatrix, pairAt } from './correlation-matrix';

/** A step of clustering: the members of the two clusters joined, and how far apart they were, 0…1. */
export interface ClusterStep {
  readonly left: readonly number[];
  readonly right: readonly number[];
  readonly distance: number;
}

/** Columns laid so that like stands beside like, and the steps that led there. */
export interface ClusterOrder {
  readonly order: readonly number[];
  readonly steps: readonly ClusterStep[];
}

/**
 * Orders the columns of a correlation matrix by average linkage (Sokal & Michener 1958; R's `hclust(method = "average")`) on the distance 1 − |r|: what
 * goes against another is as near to it as what goes along. A pair without a number is at distance 1. Of equal distances the lowest columns go first;
 * joined clusters are turned so that the nearest of their ends meet. O(k³), k columns.
 */
export function clusterOrder(matrix: CorrelationMatrix): ClusterOrder {
  const apart = (i: number, j: number): number => 1 - Math.abs(pairAt(matrix, i, j).value ?? 0);
  let clusters: (readonly number[])[] = Array.from({ length: matrix.size }, (_, at) => [at]);
  let distances = clusters.map((_, i) => clusters.map((__, j) => (i === j ? 0 : apart(i, j))));
  const steps: ClusterStep[] = [];
  while (clusters.length > 1) {
    const [i, j] = nearest(distances);
    const [left, right] = [clusters[i]!, clusters[j]!];
    steps.push({ left, right, distance: distances[i]![j]! });
    // The average over all pairs of members, from the averages of the two parts.
    const joined = distances.map((row) => (row[i]! * left.length + row[j]! * right.length) / (left.length + right.length));
    distances.forEach((row, at) => (row[i] = joined[at]!));
    distances[i] = joined.map((distance, at) => (at === i ? 0 : distance));
    distances = distances.filter((_, at) => at !== j).map((row) => row.filter((_, at) => at !== j));
    clusters = clusters.map((cluster, at) => (at === i ? meeting(left, right, apart) : cluster)).filter((_, at) => at !== j);
  }
  return { order: clusters[0] ?? [], steps };
}

/** The first of the nearest pairs of clusters; i < j. */
function nearest(distances: readonly (readonly number[])[]): readonly [number, number] {
  let [bestI, bestJ] = [0, 1];
  for (let i = 0; i < distances.length; i++) {
    for (let j = i + 1; j < distances.length; j++) if (distances[i]![j]! < distances[bestI]![bestJ]!) [bestI, bestJ] = [i, j];
  }
  return [bestI, bestJ];
}

/** Both clusters in one row, each turned round or not so that the ends that meet are the nearest. */
function meeting(left: readonly number[], right: readonly number[], apart: (i: number, j: number) => number): number[] {
  const ways = [left, left.toReversed()].flatMap((a) => [right, right.toReversed()].map((b) => ({ a, b, gap: apart(a.at(-1)!, b[0]!) })));
  const { a, b } = ways.reduce((best, way) => (way.gap < best.gap ? way : best));
  return [...a, ...b];
}
