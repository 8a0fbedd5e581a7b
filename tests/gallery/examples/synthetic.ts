import type { BarCounts, Bars, Box, Curve, Letters, MeasureFacts, Pin, Quantiles } from '../../../scoring/distribution/format';
import type { Answer } from '../../../scoring/statistics/answer';
import { randomOf } from '../../fixtures/random';

// Invented figures and what a page would be told of them. Only good enough to be looked at: the real ones are made and tested in scoring.

/** About normal: the sum of twelve draws, which is the same on every machine. */
export function normals(seed: number, count: number, mean: number, deviation: number): number[] {
  const next = randomOf(seed);
  return Array.from(
    { length: count },
    () => mean + deviation * (Array.from({ length: 12 }, next).reduce((sum, draw) => sum + draw, 0) - 6),
  );
}

/** Skewed to the right, like spending: a square and a bit of a normal, not below 0. */
export function skewed(seed: number, count: number, size: number): number[] {
  return normals(seed, count, 0, 1).map(
    (z) => Math.round(size * (0.12 + (z + 2.6) ** 2 * 0.14 + Math.max(0, z) ** 5 * 0.12) * 1000) / 1000,
  );
}

export function sorted(figures: readonly number[]): number[] {
  return [...figures].sort((a, b) => a - b);
}

/** Of type 7. */
export function quantile(ascending: readonly number[], p: number): number {
  const place = (ascending.length - 1) * p;
  const [low, high] = [ascending[Math.floor(place)]!, ascending[Math.ceil(place)]!];
  return low + (high - low) * (place - Math.floor(place));
}

export function quantilesOf(figures: readonly number[], missing = 0): Quantiles {
  const all = sorted(figures);
  const at = (p: number): number | null => (all.length === 0 ? null : quantile(all, p));
  return {
    n: all.length,
    missing,
    zero: all.filter((figure) => figure === 0).length,
    p5: at(0.05),
    p10: at(0.1),
    p25: at(0.25),
    p50: at(0.5),
    p75: at(0.75),
    p90: at(0.9),
    p95: at(0.95),
    mean: all.length === 0 ? null : all.reduce((sum, figure) => sum + figure, 0) / all.length,
    pooled: null,
  };
}

/** Counts of figures in bins, zeros in a bar of their own where that is asked. */
export function countsOf(figures: readonly number[], edges: readonly number[], missing: number, zeroApart: boolean): BarCounts {
  const bins = Array.from({ length: edges.length - 1 }, () => 0);
  let [zero, below, above] = [0, 0, 0];
  for (const figure of figures) {
    if (zeroApart && figure === 0) zero++;
    else if (figure < edges[0]!) below++;
    else if (figure > edges.at(-1)!) above++;
    else {
      const at = edges.findIndex((edge, place) => figure < edge && place > 0) - 1;
      bins[at < 0 ? bins.length - 1 : at]!++;
    }
  }
  return { bins, missing, zero, below, above };
}

export interface BarsOf {
  readonly figures: readonly number[];
  readonly edges: readonly number[];
  readonly missing?: number;
  readonly isLog?: boolean;
  readonly zeroApart?: boolean;
  readonly selected?: readonly number[];
  readonly selectedMissing?: number;
}

export function barsOf({ figures, edges, missing = 0, isLog = false, zeroApart = false, selected, selectedMissing = 0 }: BarsOf): Bars {
  return {
    edges,
    isLog,
    rule: 'freedman-diaconis',
    ruleWidth: edges[1]! - edges[0]!,
    zeroApart,
    all: countsOf(figures, edges, missing, zeroApart),
    selected: selected ? countsOf(selected, edges, selectedMissing, zeroApart) : null,
  };
}

export function evenly(from: number, to: number, bins: number): number[] {
  return Array.from({ length: bins + 1 }, (_, at) => from + ((to - from) * at) / bins);
}

/** Edges that lie evenly on log10(1 + figure). */
export function evenlyOnLog(from: number, to: number, bins: number): number[] {
  return evenly(Math.log1p(from), Math.log1p(to), bins).map((edge) => Math.expm1(edge));
}

export function ecdfOf(figures: readonly number[]): Curve {
  const all = sorted(figures);
  const at = [...new Set(all)];
  let used = 0;
  const height = at.map((value) => {
    while (used < all.length && all[used]! <= value) used++;
    return used / all.length;
  });
  return { at, height };
}

/** A kernel density with Epanechnikov's kernel on 101 places. */
export function densityOf(figures: readonly number[], from: number, to: number, bandwidth: number): Curve {
  const at = evenly(from, to, 100);
  const height = at.map((place) => {
    let sum = 0;
    for (const figure of figures) {
      const away = (place - figure) / (bandwidth * 2.236);
      if (Math.abs(away) < 1) sum += 0.75 * (1 - away * away);
    }
    return sum / (figures.length * bandwidth * 2.236);
  });
  return { at, height };
}

export function boxOf(figures: readonly number[]): Box {
  const all = sorted(figures);
  const [q1, median, q3] = [quantile(all, 0.25), quantile(all, 0.5), quantile(all, 0.75)];
  const within = all.filter((figure) => figure >= q1 - 1.5 * (q3 - q1) && figure <= q3 + 1.5 * (q3 - q1));
  const [low, high] = [within[0]!, within.at(-1)!];
  return {
    q1,
    median,
    q3,
    low,
    high,
    beyondLow: all.filter((figure) => figure < low).length,
    beyondHigh: all.filter((figure) => figure > high).length,
  };
}

export function lettersOf(figures: readonly number[]): Letters {
  const all = sorted(figures);
  const tails = [0.5, 0.25, 0.125, 0.0625, 0.03125, 0.015625].slice(0, Math.max(1, Math.floor(Math.log2(all.length / 7.68)) + 1));
  return { lower: tails.map((tail) => quantile(all, tail)), upper: tails.map((tail) => quantile(all, 1 - tail)) };
}

export function pinAt(name: string, value: number | null, segment: string | null = null): Pin {
  return {
    firm: name,
    name,
    value,
    percentile: value === null ? null : 0.95,
    rank: value === null ? null : 18,
    n: 407,
    segment,
    next: null,
  };
}

export function found(value: number, n: number): Answer {
  return { value, reason: null, n };
}
export function refused(reason: Exclude<Answer['reason'], null>, n: number): Answer {
  return { value: null, reason, n };
}

export function measure(id: string, zh: string): MeasureFacts {
  return { id: `field:${id}`, name: { zh, en: id }, kind: 'number', unit: '', logUnit: 1, definition: null };
}
