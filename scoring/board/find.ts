import { wordAt } from '../column';
import type { Panel } from '../panel';
import { rowsOfFirm } from '../year-rows';
import { eachHit, fold, textIndex, type TextIndex } from './text-index';

export interface FoundFirm {
  readonly firm: string;
  readonly name: string;
}

const MOST = 20;
/** How good a hit is, best first: the whole word, its beginning, somewhere inside. Then the shorter word, then by text. */
interface Hit {
  readonly grade: 0 | 1 | 2;
  readonly text: string;
  readonly word: number;
}

function isBetter(a: Hit, b: Hit): boolean {
  if (a.grade !== b.grade) return a.grade < b.grade;
  if (a.text.length !== b.text.length) return a.text.length < b.text.length;
  return a.text < b.text;
}

/** The best hits of one dictionary, at most 20. */
function bestHits(index: TextIndex, folded: string): Hit[] {
  const best: Hit[] = [];
  eachHit(index, folded, (word, at) => {
    const from = index.starts[word]!;
    const length = index.starts[word + 1]! - 1 - from;
    const grade = at > 0 ? 2 : length === folded.length ? 0 : 1;
    const worst = best[MOST - 1];
    // Most hits of a common word end here, before their text is cut out.
    if (worst && (grade > worst.grade || (grade === worst.grade && length > worst.text.length))) return;
    const hit: Hit = { grade, text: index.text.slice(from, from + length), word };
    let to = best.length;
    while (to > 0 && isBetter(hit, best[to - 1]!)) to--;
    best.splice(to, 0, hit);
    if (best.length > MOST) best.pop();
  });
  return best;
}

/**
 * Firms whose key or name, of any year, holds the text; case and width do not count. Best first, at most 20: whole, then beginning, then
 * inside. The name given is the latest one, the key where a firm never had a name.
 */
export function findFirms(panel: Panel, text: string): FoundFirm[] {
  const folded = fold(text.trim());
  if (folded === '') return [];
  const names = bestHits(textIndex(panel.name.words), folded);
  const hits: (Hit & { readonly firms: readonly number[] })[] = bestHits(textIndex(panel.firmKeys), folded).map((hit) => ({
    ...hit,
    firms: [hit.word],
  }));
  const firmsOf = firmsNamed(
    panel,
    names.map(({ word }) => word),
  );
  for (const hit of names) hits.push({ ...hit, firms: firmsOf.get(hit.word)! });
  hits.sort((a, b) => (isBetter(a, b) ? -1 : isBetter(b, a) ? 1 : 0));
  const firms = new Set(hits.flatMap((hit) => hit.firms));
  return [...firms].slice(0, MOST).map((firm) => ({ firm: wordAt(panel.firmKeys, firm), name: latestName(panel, firm) }));
}

/** Name word → firms that bore it, by key. */
function firmsNamed(panel: Panel, words: readonly number[]): Map<number, number[]> {
  const firms = new Map<number, Set<number>>(words.map((word) => [word, new Set()]));
  const { codes } = panel.name;
  if (firms.size > 0) for (let row = 0; row < panel.rows; row++) firms.get(codes[row]!)?.add(panel.firm[row]!);
  const key = (firm: number): string => wordAt(panel.firmKeys, firm);
  return new Map([...firms].map(([word, list]) => [word, [...list].sort((a, b) => (key(a) < key(b) ? -1 : 1))]));
}

function latestName(panel: Panel, firm: number): string {
  const named = rowsOfFirm(panel, firm).findLast((row) => panel.name.reasons[row] === 0);
  return named === undefined ? wordAt(panel.firmKeys, firm) : wordAt(panel.name.words, panel.name.codes[named]!);
}
