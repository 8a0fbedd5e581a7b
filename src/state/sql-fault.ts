import { EngineError, messageOf } from '../engine/failure';
import { sqlErrorIn } from '../engine/sql-error';
import type { SqlRefusal } from '../engine/sql-refusal';
import { sqlTokens } from '../engine/sql-tokens';
import type { ReadAsk } from '../engine/sql-wrap';
import type { SqlFault } from './sql-face';

/** What DuckDB says, and what that means in words of ours. The first that fits counts. */
const MEANINGS: readonly (readonly [code: string, pattern: RegExp])[] = [
  ['no_extension', /exists in the (\w+) extension|required extension '(\w+)'/],
  ['no_table', /^Table with name "?(.+?)"? does not exist/],
  ['no_column', /^Referenced (?:column|table) "(.+?)" (?:not found|was not found)/],
  ['no_column', /does not have a column named "(.+?)"/],
  ['no_function', /Function with name "?(.+?)"? does not exist/],
  ['wrong_types', /^No function matches the given name and argument types '(.+?)'/],
  ['group_by', /^column "(.+?)" must appear in the GROUP BY/],
  ['ambiguous', /^Ambiguous reference to column name "(.+?)"/],
  ['pivot_values', /^Cannot prepare multiple statements/],
  ['syntax', /^syntax error at or near "([\s\S]*)"/],
  ['syntax_end', /^syntax error at end of input/],
  ['no_files', /operations are disabled by configuration|^Cannot access (?:file|directory)/],
  ['memory', /^could not allocate|malloc of size|bad_alloc|^failed to (?:allocate|offload)/],
  ['conversion', /^Could not (?:convert|cast)|field value out of range|invalid \w+ field format|^Conversion/],
];
/** Signs that Chinese input methods write and no statement can hold outside of quotes. */
const FULL_WIDTH = /[，；（）“”‘’。：＝＜＞＊、]/;
const CONFUSED = new Set(['syntax', 'syntax_end', 'no_column', 'no_table', 'no_function', 'brackets']);

/** A fault that needs no more than its code. */
export function plainFault(is: string, ...given: readonly string[]): SqlFault {
  return { code: is, given, said: '', place: null };
}

/** What went wrong when a statement was asked, as a value. */
export function sqlFault(error: unknown, statement: string, ask: ReadAsk): SqlFault {
  if (!(error instanceof EngineError) || error.code !== 'query') {
    return { ...plainFault(`engine_${error instanceof EngineError ? error.code : 'failed'}`), said: messageOf(error) };
  }
  const { kind, said, place } = sqlErrorIn(messageOf(error.cause), statement, ask);
  for (const [code, pattern] of MEANINGS) {
    const found = pattern.exec(said);
    if (found) return fullWidth(statement, { code, given: [found[1] ?? found[2] ?? ''].map(shortened), said, place });
  }
  return { ...plainFault(kind === 'conversion' ? kind : 'other'), said, place };
}

/** Why a statement was not run. */
export function refusalFault(statement: string, { code, given, from, to }: SqlRefusal): SqlFault {
  return fullWidth(statement, { code, given: [given], said: '', place: { from, to } });
}

/** A sign of full width where one of half width was meant explains most of what looks like something else. */
function fullWidth(statement: string, fault: SqlFault): SqlFault {
  if (!CONFUSED.has(fault.code)) return fault;
  for (const { kind, from, to } of sqlTokens(statement)) {
    if (kind === 'text' || kind === 'name' || kind === 'note') continue;
    const at = statement.slice(from, to).search(FULL_WIDTH);
    if (at < 0) continue;
    const place = { from: from + at, to: from + at + 1 };
    return { ...plainFault('full_width', statement[place.from]!), said: fault.said, place };
  }
  return fault;
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
