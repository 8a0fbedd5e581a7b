import list from '../../../data/segments/support-kinds.json';
import { SUPPORT_KINDS, type SupportKind } from '../../model/recipe';
import { foldHeader } from '../heading';
import type { Part } from './parts';
import { listWords } from './words';

/** The word of each kind in the panel, as data/segments/support-kinds.json has it. */
export const KIND_WORDS = Object.fromEntries(list.items.map(({ id, zh }) => [id, zh])) as Readonly<Record<SupportKind, string>>;

/** The kind a text speaks of: named, or the only one of whose words one stands in it; null where it speaks of none or of several. */
export function kindIn(text: string): SupportKind | null {
  const folded = foldHeader(text);
  const named = list.items.find(({ id, zh, en }) => [id, zh, en].some((name) => foldHeader(name) === folded));
  const spoken = named ? [named] : list.items.filter(({ also }) => also.some((word) => folded.includes(foldHeader(word))));
  return spoken.length === 1 ? SUPPORT_KINDS.find((kind) => kind === spoken[0]!.id)! : null;
}

/** The kind of each row of a list of support, and the words that name none. Without a word it is the kind of the whole list. */
export function kindReader(part: Pick<Part, 'taken' | 'recipe'>): {
  readonly kindOf: (row: number) => SupportKind;
  readonly unknown: readonly string[];
} {
  const { dated } = part.recipe;
  const whole = (dated?.is === 'support' ? dated.kind : null) ?? 'other';
  const column = part.taken.find(({ field }) => field === 'support_kind')?.column;
  if (column?.kind !== 'text') return { kindOf: () => whole, unknown: [] };
  const words = listWords(column.words);
  const kinds = words.map(kindIn);
  return {
    kindOf: (row) => (column.reasons[row] === 0 ? (kinds[column.codes[row]!] ?? 'other') : whole),
    unknown: words.filter((_, code) => kinds[code] === null),
  };
}
