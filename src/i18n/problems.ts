import dictionary from '../../data/fields.json';
import type { FormulaProblem } from '../../scoring/formula/tree';
import type { SchemeProblem } from '../../scoring/scheme/format';
import type { FileProblem } from '../model/source';
import { enProblems } from './en-problems';
import type { Language } from './index';
import { zhProblems } from './zh-problems';

const ALL = { zh: zhProblems, en: enProblems } as const;
const FIELDS = new Map(dictionary.map(({ id, zh, en }) => [id, { zh, en }]));

/** What a file, a recipe or the joining of files got wrong: file, place, given value, next step, and what stays as it was. */
export function sayFileProblem(problem: FileProblem, language: Language): string {
  const words = ALL[language];
  const text = words.kept_join(sayFileFault(problem, language), words.file_kept[problem.severity]);
  return problem.source === '' ? text : words.of_source(problem.source, text);
}

/** The same without the file's name and without what is kept, for a list that says both once. */
export function sayFileFault({ code, where, given }: FileProblem, language: Language): string {
  const words = ALL[language];
  const say = ownText(words.file, code);
  const place = placeInFile(where, language);
  return say ? say(place, withFieldNames(given, language)) : words.unknown(code, place, given);
}

/** What a scheme got wrong: place in words and as JSON pointer, given value, next step, and what stays as it was. */
export function saySchemeProblem(problem: SchemeProblem, language: Language): string {
  const words = ALL[language];
  return words.kept_join(saySchemeFault(problem, language), words.scheme_kept[problem.severity]);
}

/** The same without what is kept. */
export function saySchemeFault({ code, path, given, formula }: SchemeProblem, language: Language): string {
  const words = ALL[language];
  const place = placeInScheme(path, language);
  if (formula) return words.formula_in(place, sayFormulaProblem(formula, language));
  const say = ownText(words.scheme, code);
  return say ? say(place, withFieldNames(given, language)) : words.unknown(code, place, given);
}

/** What a formula got wrong; the place counts characters from 1. */
export function sayFormulaProblem({ code, at, given }: FormulaProblem, language: Language): string {
  const words = ALL[language];
  const place = words.place_at(String(at + 1));
  const say = ownText(words.formula, code);
  return say ? say(place, given) : words.unknown(code, place, given);
}

/** Why a row was left out or a cell read otherwise than it stands. */
export function sayLedgerReason(code: string, language: Language): string {
  const words = ALL[language];
  return ownText(words.ledger, code) ?? words.unknown_ledger(code);
}

/** A field by its name and id; one the dictionary does not know by its id. */
export function sayField(id: string, language: Language): string {
  const name = FIELDS.get(id)?.[language];
  return name === undefined ? id : ALL[language].field(name, id);
}

function ownText<T>(texts: Readonly<Record<string, T>>, code: string): T | undefined {
  return Object.hasOwn(texts, code) ? texts[code] : undefined;
}

/** `line 12, byte 345`, `column 5`, `#5`, a pointer into a recipe, or a header as it stands. */
function placeInFile(where: string, language: Language): string {
  const words = ALL[language];
  if (where === '') return words.whole;
  const line = /^line (\d+)(?:, byte (\d+))?$/.exec(where);
  if (line) return line[2] === undefined ? words.place_line(line[1]!) : words.place_line_byte(line[1]!, line[2]);
  const column = /^(?:column |#)(\d+)$/.exec(where);
  if (column) return words.place_column(column[1]!);
  if (where === 'events') return words.place_events;
  return where.startsWith('/') ? placeInScheme(where, language) : words.place_header(where);
}

/** `/indicators/3/rule/tiers/1/from` → 第 4 个指标 · 规则 · 第 2 个档 · 起点（/indicators/3/rule/tiers/1/from）. */
function placeInScheme(pointer: string, language: Language): string {
  const words = ALL[language];
  if (pointer === '') return words.whole_scheme;
  const parts: string[] = [];
  for (const key of pointer.slice(1).split('/')) {
    const before = parts.at(-1);
    if (/^\d+$/.test(key) && before !== undefined) parts[parts.length - 1] = words.path_item(before, String(Number(key) + 1));
    else parts.push(ownText(words.path, key) ?? key.replaceAll('~1', '/').replaceAll('~0', '~'));
  }
  return words.path_with(parts.join(words.path_join), pointer);
}

/** A given value that begins with a field's id is said with its name. */
function withFieldNames(given: string, language: Language): string {
  const id = /^[a-z][a-z0-9_]*(?=$|: | \()/.exec(given)?.[0];
  return id !== undefined && FIELDS.has(id) ? sayField(id, language) + given.slice(id.length) : given;
}
