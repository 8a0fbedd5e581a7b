/** Edges as typed: numbers in stored units, ascending, or what cannot be read. */
export type BandEdges =
  | { readonly edges: readonly number[]; readonly problem: null }
  | { readonly edges: null; readonly problem: 'none' | 'unreadable' | 'descending' | 'too_many'; readonly given: string };

/** More bands than this are no cut a person reads. */
export const MOST_EDGES = 12;

const SIZES: Readonly<Record<string, number>> = { 千: 1e3, 万: 1e4, 百万: 1e6, 千万: 1e7, 亿: 1e8, k: 1e3, m: 1e6, bn: 1e9 };
const PARTS = /[，,、;；\s–—~～至]+|(?<=[\d%千百万亿元])-/;
const EDGE = /^([+-]?\d+(?:\.\d+)?)(千万|百万|千|万|亿|k|m|bn)?(元|%)?$/i;

/**
 * Reads edges such as `0–500万–2000万–1亿` or `3%, 5%, 10%`. A bare number is in the stored unit, of ratios a per cent; 千, 万, 亿, k, m
 * and bn say their own size.
 */
export function readBandEdges(text: string, isRatio: boolean): BandEdges {
  const parts = text.split(PARTS).filter((part) => part !== '');
  if (parts.length === 0) return { edges: null, problem: 'none', given: '' };
  if (parts.length > MOST_EDGES) return { edges: null, problem: 'too_many', given: String(parts.length) };
  const edges: number[] = [];
  for (const part of parts) {
    const edge = readEdge(part, isRatio);
    if (edge === null) return { edges: null, problem: 'unreadable', given: part };
    if (edges.length > 0 && edge <= edges.at(-1)!) return { edges: null, problem: 'descending', given: part };
    edges.push(edge);
  }
  return { edges, problem: null };
}

function readEdge(text: string, isRatio: boolean): number | null {
  const match = EDGE.exec(text);
  if (!match) return null;
  const [, digits, size, unit] = match;
  const value = Number(digits);
  if (size !== undefined) return isRatio || unit === '%' ? null : value * SIZES[size.toLowerCase()]!;
  if (isRatio ? unit === '元' : unit === '%') return null;
  // Divided and not multiplied by 0.01: 7 % is 0.07 exactly.
  return isRatio ? value / 100 : value;
}
