import list from '../../../data/segments/titles.json';
import { REASON, type SetColumn } from '../../../scoring/column';
import { foldHeader } from '../heading';
import type { Given } from './merge';
import { titleColumns } from './place-titles';
import type { Placed } from './placed';
import { listWords, WordList } from './words';

const TITLE_OF = new Map(list.items.flatMap(({ zh, also }) => [zh, ...also].map((word) => [foldHeader(word), zh] as const)));

/** The title a word means, as data/segments/titles.json names it; null where it is none of them. */
export function titleNamed(word: string): string | null {
  return TITLE_OF.get(foldHeader(word)) ?? null;
}

/** The one title a text speaks of (`2023年度高新技术企业名单`), the longest where one name holds another; null where there is none or several. */
export function titleIn(text: string): string | null {
  const folded = foldHeader(text);
  const words = [...TITLE_OF.keys()].filter((word) => folded.includes(word));
  const whole = words.filter((word) => !words.some((other) => other !== word && other.includes(word)));
  const titles = new Set(whole.map((word) => TITLE_OF.get(word)!));
  return titles.size === 1 ? [...titles][0]! : null;
}

/** Whether a part is a list of titles with dates. */
export function isTitleList({ part }: Placed): boolean {
  return part.recipe.dated?.is === 'titles';
}

/** What lists of titles give each firm-year, as sets over the rows of the panel; rows no list speaks of are not placed. */
export function titlesHeld(placed: readonly Placed[], rows: number): Given<SetColumn>[] {
  return placed.flatMap((one, part): Given<SetColumn>[] => {
    if (!isTitleList(one) || !one.dated) return [];
    const { title } = titleColumns(one.part);
    const { dated } = one.part.recipe;
    const words = new WordList();
    const numbers = title ? words.addAll(title.words) : null;
    const whole = dated?.is === 'titles' && dated.title !== null ? dated.title : '';
    const all = numbers ? 0 : words.add(whole);
    const width = Math.max(1, Math.ceil(words.size / 32));
    const bits = new Uint32Array(rows * width);
    const targets = new Int32Array(rows).fill(-1);
    const reasons = new Uint8Array(rows).fill(REASON.present);
    one.dated.targets.forEach((target, index) => {
      const bit = numbers && title ? numbers[title.codes[one.dated!.fileRows[index]!]!]! : all;
      bits[target * width + (bit >>> 5)]! |= 1 << (bit & 31);
      targets[target] = target;
    });
    return [{ part, column: { kind: 'set', bits, width, words: words.pack(), reasons }, rows: targets, whole: false, tolerance: 0 }];
  });
}

/**
 * A title that stands under two spellings (高企, 高新技术企业) is one: its name in data/segments/titles.json takes the place of both. Words that stand under
 * one spelling only stay as the files have them. Says which spellings were changed.
 */
export function unifyTitles(column: SetColumn): { readonly column: SetColumn; readonly respelled: readonly string[] } {
  const words = listWords(column.words);
  const spellings = new Map<string, string[]>();
  for (const word of words) {
    const title = titleNamed(word);
    if (title !== null) spellings.set(title, [...(spellings.get(title) ?? []), word]);
  }
  const renamed = new Map(
    [...spellings].filter(([, list]) => list.length > 1).flatMap(([title, list]) => list.map((word) => [word, title] as const)),
  );
  if (renamed.size === 0) return { column, respelled: [] };
  const named = new WordList();
  const numbers = words.map((word) => named.add(renamed.get(word) ?? word));
  const rows = new Int32Array(column.reasons.length).map((_, row) => row);
  const width = Math.max(1, Math.ceil(named.size / 32));
  const bits = new Uint32Array(rows.length * width);
  for (const row of rows)
    for (let index = 0; index < column.width; index++)
      for (let rest = column.bits[row * column.width + index]!; rest !== 0; rest &= rest - 1) {
        const bit = numbers[index * 32 + 31 - Math.clz32(rest & -rest)]!;
        bits[row * width + (bit >>> 5)]! |= 1 << (bit & 31);
      }
  const respelled = [...renamed].filter(([word, title]) => word !== title).map(([word, title]) => `${word} → ${title}`);
  return { column: { kind: 'set', bits, width, words: named.pack(), reasons: column.reasons }, respelled };
}
