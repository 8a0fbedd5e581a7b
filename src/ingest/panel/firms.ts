import { wordAt, type Words } from '../../../scoring/column';
import type { MatchReport } from '../../model/joined';
import type { FileProblem } from '../../model/source';
import { matchPart, NO_KEY, NOT_FOUND, rowsOf, UNDECIDED } from '../match/match-part';
import { Register } from '../match/register';
import { joinNames, type Looked } from './join-names';
import { keyWord, numberKeys, readKeys, soughtIn, type Keys } from './keys';
import { KEY_FIELDS, type KeyField, type Part } from './parts';
import { WordList } from './words';

/** Firms of all parts, numbered once. */
export interface Firms {
  readonly keys: Words;
  /** Part → row → number of the firm; below 0 where there is none (`src/ingest/match/match-part.ts`). */
  readonly codes: readonly Int32Array[];
  /** One for each part whose keys had to be looked for. */
  readonly matches: readonly MatchReport[];
  readonly problems: readonly FileProblem[];
}

/** How many examples a problem names. */
const EXAMPLES = 5;

/**
 * Numbers the firms. The surest kind of key that any part has makes the firms; parts keyed by anything else, and credit codes that cannot be right, are
 * looked for among them. A single part whose keys need no folding keeps its dictionary, so that nothing is copied.
 */
export function numberFirms(parts: readonly Part[]): Firms {
  const keys = parts.map(readKeys);
  const only = parts.length === 1 ? keys[0]! : null;
  if (only && only.folded.size === 0)
    return { keys: only.part.key.words, codes: [only.part.key.codes], matches: [], problems: codeProblems(only, null) };
  const anchor = KEY_FIELDS.find((field) => parts.some(({ keyField }) => keyField === field))!;
  const all = new WordList();
  const sought = parts.length > 1 && keys.some(({ part, faulty }) => part.keyField !== anchor || faulty.includes(1));
  const looked = anchor === 'firm_name' ? joinNames(keys, all) : sought ? lookFor(keys, anchor, all) : numberAll(keys, all);
  const codes = keys.map(({ part, firms }) => part.key.codes.map((code, row) => (part.key.reasons[row] === 0 ? firms[code]! : NO_KEY)));
  const told = looked.flatMap(({ report, gone }) => matchProblems(report, gone, anchor));
  return {
    keys: all.pack(),
    codes,
    matches: parts.length > 1 ? looked.map(({ report }) => report) : [],
    problems: [...keys.flatMap((one) => codeProblems(one, all)), ...told, ...strangers(parts, codes, all.size)],
  };
}

function numberAll(keys: readonly Keys[], all: WordList): readonly Looked[] {
  for (const one of keys) numberKeys(one, all, () => true);
  return [];
}

/**
 * First the sure keys make the firms, then credit codes that cannot be right are looked for among them and kept as firms of their own where nothing is
 * like them, then the parts keyed by something less sure. What those leave unfound is a firm only where no part has credit codes at all.
 */
function lookFor(keys: readonly Keys[], anchor: KeyField, all: WordList): readonly Looked[] {
  const register = new Register(all);
  const anchored = keys.filter(({ part }) => part.keyField === anchor);
  for (const one of anchored) {
    numberKeys(one, all, (code) => one.faulty[code] === 0);
    register.enter(one.part, one.firms);
  }
  const looked = lookForFaulty(anchored, register, all);
  const kindOf = new Map<number, KeyField>();
  for (const one of keys.filter(({ part }) => part.keyField !== anchor)) {
    const wanted = wantedKeys(one, () => true);
    const matched = matchPart(soughtIn(one, wanted, 0), register, all, () => true);
    settle(one, wanted, matched.firms);
    if (anchor !== 'uscc') keepUnfound(one, wanted, all, kindOf);
    looked.push(matched);
  }
  return looked;
}

/** Looks for the faulty codes of every part before any is kept, so that the order of the parts does not matter. */
function lookForFaulty(anchored: readonly Keys[], register: Register, all: WordList): Looked[] {
  const partOf = partsOf(anchored, all.size);
  const faulty = anchored.filter((one) => one.faulty.includes(1));
  const found = faulty.map((one) => {
    const wanted = wantedKeys(one, (code) => one.faulty[code] === 1);
    const sure = wantedKeys(one, (code) => one.faulty[code] === 0).reduce((sum, each) => sum + each, 0);
    const at = anchored.indexOf(one);
    return { one, wanted, matched: matchPart(soughtIn(one, wanted, sure), register, all, (firm) => partOf[firm] !== at) };
  });
  for (const { one, wanted, matched } of found) {
    settle(one, wanted, matched.firms);
    wanted.forEach((is, code) => {
      if (is === 1 && one.firms[code] === NOT_FOUND) one.firms[code] = all.add(keyWord(one, code));
    });
  }
  const looked = found.map(({ one, matched }) => ({ ...matched, report: withKept(one, matched.report, all) }));
  for (const one of faulty) register.enter(one.part, one.firms);
  return looked;
}

/** Keys in use that are to be looked for, 1 by code. */
function wantedKeys({ part, firms, empty }: Keys, isWanted: (code: number) => boolean): Uint8Array {
  return Uint8Array.from(rowsOf(part, firms.length), (rows, code) => (rows > 0 && code !== empty && isWanted(code) ? 1 : 0));
}

function settle({ firms }: Keys, wanted: Uint8Array, found: Int32Array): void {
  wanted.forEach((is, code) => {
    if (is === 1) firms[code] = found[code]!;
  });
}

/** A code kept as a firm by one part is the same firm in another, whatever it looked like there. */
function withKept(keys: Keys, report: MatchReport, all: WordList): MatchReport {
  const { firms, faulty } = keys;
  const kept = new Set<string>();
  firms.forEach((firm, code) => {
    const own = faulty[code] === 1 && firm === UNDECIDED ? all.find(keyWord(keys, code)) : undefined;
    if (own === undefined) return;
    firms[code] = own;
    kept.add(wordAt(keys.part.key.words, code));
  });
  if (kept.size === 0) return report;
  return { ...report, exact: report.exact + kept.size, likely: report.likely.filter(({ given }) => !kept.has(given)) };
}

/** Without credit codes anywhere a key found nowhere is a firm, unless a key of another kind reads the same: that is nobody's for sure. */
function keepUnfound(keys: Keys, wanted: Uint8Array, all: WordList, kindOf: Map<number, KeyField>): void {
  const { part, firms } = keys;
  wanted.forEach((is, code) => {
    if (is === 0 || firms[code] !== NOT_FOUND) return;
    const before = all.find(keyWord(keys, code));
    if (before !== undefined && kindOf.get(before) !== part.keyField) return;
    const firm = all.add(keyWord(keys, code));
    kindOf.set(firm, part.keyField);
    firms[code] = firm;
  });
}

/** Firm → the one part that has it, −2 where several have. */
function partsOf(keys: readonly Keys[], firms: number): Int32Array {
  const partOf = new Int32Array(firms).fill(-1);
  keys.forEach(({ firms: own }, part) => {
    for (const firm of own) if (firm >= 0 && partOf[firm] !== part) partOf[firm] = partOf[firm] === -1 ? part : -2;
  });
  return partOf;
}

/** Codes that fail GB 32100 and lead to no firm are keys all the same, with a warning: a mistyped code is still that firm's key in its file. */
function codeProblems(keys: Keys, all: WordList | null): readonly FileProblem[] {
  const { part, faulty, firms } = keys;
  if (!faulty.includes(1)) return [];
  const wrong: string[] = [];
  faulty.forEach((is, code) => {
    const word = is === 1 ? keyWord(keys, code) : '';
    if (is === 1 && (all === null || firms[code] === all.find(word))) wrong.push(word);
  });
  if (wrong.length === 0) return [];
  const where = part.recipe.columns.find(({ field }) => field === part.keyField)?.header ?? '';
  const given = `${wrong.length} / ${firms.length}: ${wrong.slice(0, EXAMPLES).join(', ')}`;
  return [{ code: 'credit_code_fault', source: part.file.source, where, given, severity: 'warning' }];
}

function matchProblems({ source, likely, none, by }: MatchReport, gone: readonly string[], anchor: KeyField): readonly FileProblem[] {
  const problems: FileProblem[] = [];
  const say = (code: string, given: string): void => void problems.push({ code, source, where: '', given, severity: 'warning' });
  if (likely.length > 0) say('matches_undecided', String(likely.length));
  if (none.count > 0 && anchor === 'uscc' && by !== 'uscc') say('firms_not_found', String(none.count));
  if (gone.length > 0) say('match_firm_gone', gone.slice(0, EXAMPLES).join(', '));
  return problems;
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
