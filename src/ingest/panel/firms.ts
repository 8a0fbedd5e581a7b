import type { TextColumn, Words } from '../../../scoring/column';
import type { FileProblem } from '../../model/source';
import { creditCodeFault } from '../credit-code';
import type { Part } from './parts';
import { listWords, WordList } from './words';

/** Firms of all parts, numbered once. */
export interface Firms {
  readonly keys: Words;
  /** Part → row → number of the firm; −1 where the key is missing. */
  readonly codes: readonly Int32Array[];
  readonly problems: readonly FileProblem[];
}

/** How many examples a problem names. */
const EXAMPLES = 5;

/** Numbers the firms. A single part whose keys need no folding keeps its dictionary, so that nothing is copied. */
export function numberFirms(parts: readonly Part[]): Firms {
  const lists = parts.map(({ key }) => listWords(key.words));
  const folded = parts.map((part, at) => (part.keyField === 'uscc' ? lists[at]!.map(foldCode) : lists[at]!));
  const problems = parts.flatMap((part, at) => checkCodes(part, folded[at]!));
  const only = parts.length === 1 ? parts[0]! : null;
  if (only && folded[0]!.every((word, code) => word === lists[0]![code] && word !== '')) {
    return { keys: only.key.words, codes: [only.key.codes], problems };
  }
  const all = new WordList();
  const codes = parts.map(({ key }, at) =>
    renumbered(
      key,
      Int32Array.from(folded[at]!, (word) => (word === '' ? -1 : all.add(word))),
    ),
  );
  return { keys: all.pack(), codes, problems: [...problems, ...strangers(parts, codes, all.size)] };
}

/** Credit codes differ by neither width nor case nor spaces. */
function foldCode(word: string): string {
  return /^[0-9A-Z]*$/.test(word) ? word : word.normalize('NFKC').replace(/\s+/g, '').toUpperCase();
}

function renumbered({ codes, reasons }: TextColumn, numbers: Int32Array): Int32Array {
  return codes.map((code, row) => (reasons[row] === 0 ? numbers[code]! : -1));
}

/** Codes that fail GB 32100 are loaded as keys all the same, with a warning: a mistyped code is still that firm's key in its file. */
function checkCodes({ keyField, key, file, recipe }: Part, words: readonly string[]): readonly FileProblem[] {
  if (keyField !== 'uscc') return [];
  const wrong = words.filter((word) => word !== '' && creditCodeFault(word) !== null);
  if (wrong.length === 0) return [];
  const where = recipe.columns.find(({ field }) => field === keyField)?.header ?? '';
  const examples = wrong.slice(0, EXAMPLES).join(', ');
  return [
    {
      code: 'credit_code_fault',
      source: file.source,
      where,
      given: `${wrong.length} / ${key.words.ends.length}: ${examples}`,
      severity: 'warning',
    },
  ];
}

/** A file none of whose firms another file knows was most likely keyed by something else. */
function strangers(parts: readonly Part[], codes: readonly Int32Array[], firms: number): readonly FileProblem[] {
  if (parts.length < 2) return [];
  // Firm → the one part that has it, −1 none yet, −2 several.
  const partOf = new Int32Array(firms).fill(-1);
  codes.forEach((list, part) => {
    for (const firm of list) if (firm >= 0 && partOf[firm] !== part) partOf[firm] = partOf[firm] === -1 ? part : -2;
  });
  const own = new Set(partOf);
  const met = codes.map((list) => list.some((firm) => firm >= 0 && partOf[firm] === -2));
  return parts.flatMap(({ file, keyField }, at) =>
    own.has(at) && !met[at]
      ? [{ code: 'keys_do_not_meet', source: file.source, where: keyField, given: '', severity: 'warning' as const }]
      : [],
  );
}
