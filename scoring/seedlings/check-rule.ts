import type { ValueKind } from '../formula/tree';
import { comparesMoneyBare, type UnitOf } from '../scheme/dimension';
import { duplicateKey } from '../scheme/duplicate-key';
import type { Provenance, SchemeProblem } from '../scheme/format';
import { isDay } from '../scheme/check-links';
import { schemeError, schemeWarning } from '../scheme/problems';
import { PROVENANCES, readNaming } from '../scheme/read-parts';
import { Reader } from '../scheme/reader';
import { LARGEST_SCHEME, unsafe } from '../scheme/safety';
import { checkConditionFormula, isOwnField } from './condition-formula';
import { isWhole } from './condition-tree';
import { RULE_KINDS, type Condition, type SeedlingRule } from './format';
import { readCondition } from './read-condition';

const NEEDED = ['id', 'kind', 'name', 'short', 'provenance', 'condition'];
const OPTIONAL = ['from', 'to', 'sources', 'note'];
const DAY = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;
const SHORT = 16;
/** Most conditions of a rule, parts and guards counted. */
const MOST_CONDITIONS = 200;

/** What is known of fields: their kind (null: no such field) and stored unit. */
interface KnownFields {
  readonly kindOf: (field: string) => ValueKind | null;
  readonly unitOf: UnitOf;
}

export interface CheckedRule {
  /** null where there is an error; a warning leaves the rule usable. Built field by field, defaults filled in. */
  readonly rule: SeedlingRule | null;
  /** As those of schemes: code, JSON pointer, what was given. */
  readonly problems: readonly SchemeProblem[];
}

/** The closed check of a rule (docs/seedling-rules.md): form first, then, where the form is right, meaning: days, ids, formulas, and what must be asked. */
export function checkRule(json: unknown, kindOf: KnownFields['kindOf'], unitOf: UnitOf): CheckedRule {
  const fault = unsafe(json);
  if (fault) return { rule: null, problems: [fault] };
  const reader = new Reader();
  const rule = readRule(reader, json);
  if (reader.problems.length > 0) return { rule: null, problems: reader.problems };
  const problems = [...checkDays(rule), ...checkConditions(rule.condition, { kindOf, unitOf })];
  return { rule: problems.some(({ severity }) => severity === 'error') ? null : rule, problems };
}

/** The same from the text of a file: also refuses what is no JSON and a key written twice, of which JSON would silently keep the last. */
export function checkRuleText(text: string, kindOf: KnownFields['kindOf'], unitOf: UnitOf): CheckedRule {
  if (text.length > LARGEST_SCHEME) return { rule: null, problems: [schemeError('too_big', '', String(LARGEST_SCHEME))] };
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return { rule: null, problems: [schemeError('not_json', '', error instanceof Error ? error.message : '')] };
  }
  const twice = duplicateKey(text);
  return twice ? { rule: null, problems: [schemeError('duplicate_key', twice.path, twice.key)] } : checkRule(json, kindOf, unitOf);
}

function readRule(reader: Reader, json: unknown): SeedlingRule {
  const part = reader.object(json, '', NEEDED, OPTIONAL) ?? {};
  const naming = (key: string, most: number): SeedlingRule['name'] =>
    reader.field(part, key, '', { zh: '', en: '' }, (given, at) => readNaming(reader, given, at, most));
  const day = (key: string): string | null =>
    reader.optional(part, key, '', null, (given, at) => reader.orNull(given, at, (text, here) => reader.pattern(text, here, DAY)));
  return {
    id: reader.field(part, 'id', '', '', reader.id),
    kind: reader.field<SeedlingRule['kind']>(part, 'kind', '', 'own', (given, at) => reader.choice(given, at, RULE_KINDS)),
    name: naming('name', 200),
    short: naming('short', SHORT),
    from: day('from'),
    to: day('to'),
    provenance: reader.field<Provenance>(part, 'provenance', '', 'illustrative', (given, at) => reader.choice(given, at, PROVENANCES)),
    sources: reader.optional(part, 'sources', '', [], (list, at) =>
      reader.list(list, at, [0, 100], (text, here) => reader.text(text, here, 1000)),
    ),
    note: reader.optional(part, 'note', '', null, (given, at) =>
      reader.orNull(given, at, (note, here) => readNaming(reader, note, here, 2000)),
    ),
    condition: reader.field<Condition>(
      part,
      'condition',
      '',
      { id: '', name: { zh: '', en: '' }, ask: null, when: null, is: 'manual' },
      (given, at) => readCondition(reader, given, at),
    ),
  };
}

function checkDays({ from, to }: SeedlingRule): SchemeProblem[] {
  const bad = Object.entries({ from, to }).flatMap(([key, day]) =>
    day === null || isDay(day) ? [] : [schemeError('bad_date', `/${key}`, day)],
  );
  if (bad.length === 0 && from !== null && to !== null && from > to) bad.push(schemeError('dates_reversed', '', `${from} → ${to}`));
  return bad;
}

function checkConditions(condition: Condition, fields: KnownFields): SchemeProblem[] {
  const seen = new Set<string>();
  const problems: SchemeProblem[] = [];
  let count = 0;
  const walk = (part: Condition, path: string): void => {
    if (++count === MOST_CONDITIONS + 1) problems.push(schemeError('too_many_items', '/condition', String(MOST_CONDITIONS)));
    if (seen.has(part.id)) problems.push(schemeError('duplicate_id', `${path}/id`, part.id));
    seen.add(part.id);
    if (part.when) walk(part.when, `${path}/when`);
    if (isWhole(part)) part.of.forEach((one, at) => walk(one, `${path}/of/${at}`));
    problems.push(...checkMeaning(part, path, fields));
  };
  walk(condition, '/condition');
  return problems;
}

function checkMeaning(condition: Condition, path: string, fields: KnownFields): SchemeProblem[] {
  switch (condition.is) {
    case 'at': {
      const { measure } = condition;
      const text = /^(?:field|formula):([\s\S]*)$/.exec(measure)?.[1];
      return text === undefined ? [] : checkText(text, 'number', condition, `${path}/measure`, fields);
    }
    case 'growth':
    case 'trajectory':
      return checkText(condition.field, 'number', condition, `${path}/field`, fields);
    case 'holds':
      return checkText(condition.formula, 'truth', condition, `${path}/formula`, fields);
    case 'manual':
      return condition.ask ? [] : [schemeError('missing_key', path, 'ask')];
    case 'count':
      return condition.atLeast <= condition.of.length
        ? []
        : [schemeError('too_large_number', `${path}/atLeast`, `${condition.atLeast} → ${condition.of.length}`)];
    default:
      return [];
  }
}

/** What no dictionary knows must say what to ask, or nobody could ever answer it. */
function checkText(
  text: string,
  wanted: 'number' | 'truth',
  condition: Condition,
  path: string,
  { kindOf, unitOf }: KnownFields,
): SchemeProblem[] {
  const { tree, kind, problems, fields } = checkConditionFormula(text, wanted, kindOf);
  const found = problems.map((problem): SchemeProblem => ({ ...schemeError('formula', path, problem.given), formula: problem }));
  if (found.length === 0 && kind !== wanted) found.push(schemeError('formula_kind', path, `${wanted} → ${kind}`));
  if (found.length > 0 || !tree) return found;
  if (condition.ask === null && fields.some((field) => isOwnField(field) && kindOf(field) === null))
    found.push(schemeError('missing_key', path.slice(0, path.lastIndexOf('/')), 'ask'));
  if (comparesMoneyBare(tree, unitOf)) found.push(schemeWarning('money_without_unit', path, text));
  return found;
}
