import type { MatchReport } from '../../model/joined';
import { foldName } from '../match/fold-name';
import { NO_KEY } from '../match/match-part';
import type { Keys } from './keys';
import { listWords, type WordList } from './words';

/** What was found out about one part's keys. */
export interface Looked {
  readonly report: MatchReport;
  /** Decisions that name a firm no file has. */
  readonly gone: readonly string[];
}

/**
 * Firms told apart by name alone, in every file. Spellings that fold to one name are one firm, called as the first file has it, unless one file has two of
 * them: those may be two firms, and then every spelling is its own. Exact are names the files share as they stand.
 */
export function joinNames(keys: readonly Keys[], all: WordList): readonly Looked[] {
  const lists = keys.map(({ part }) => listWords(part.key.words));
  const folded = lists.map((words) => words.map((word) => (word === '' ? '' : foldName(word))));
  const apart = new Set<string>();
  const first = new Map<string, string>();
  lists.forEach((words, at) => {
    const here = new Map<string, string>();
    words.forEach((word, code) => {
      const fold = folded[at]![code]!;
      if (here.has(fold) && here.get(fold) !== word) apart.add(fold);
      here.set(fold, word);
      if (!first.has(fold)) first.set(fold, word);
    });
  });
  return keys.map(({ part, firms }, at) => {
    const known: MatchReport['known'][number][] = [];
    let exact = 0;
    lists[at]!.forEach((word, code) => {
      if (word === '') return void (firms[code] = NO_KEY);
      const fold = folded[at]![code]!;
      const name = apart.has(fold) ? word : first.get(fold)!;
      if (name !== word) known.push({ given: word, firm: name, name, why: 'folded_name' });
      else if (at > 0 && all.find(name) !== undefined) exact++;
      firms[code] = all.add(name);
    });
    return { report: { source: part.file.source, by: 'firm_name', exact, known, likely: [], none: { count: 0, given: [] } }, gone: [] };
  });
}
