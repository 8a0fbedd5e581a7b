import { sqlTokens } from './sql-tokens';
import { placeBefore, type ReadAsk, wrapped } from './sql-wrap';

/** An error of the engine about a text: what it says, without the picture of the line, and where in the text it points; null where it does not say. */
export interface SqlError {
  /** First word of DuckDB's kind of error, in lower case: `parser`, `binder`, `catalog`, `conversion` … '' where it names none. */
  readonly kind: string;
  readonly said: string;
  readonly place: { readonly from: number; readonly to: number } | null;
}

/** Signs as wide as two, as far as DuckDB counts them so when it sets its mark under a line. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const LINE = /^LINE (\d+): (.*)\n( *)\^/m;

/** The same about a statement that was asked in brackets (`wrapped`): places count from its own begin; an error about our part of the text has none. */
export function sqlErrorIn(message: string, statement: string, ask: ReadAsk): SqlError {
  const error = sqlError(message, wrapped(statement, ask));
  if (!error.place) return error;
  const from = error.place.from - placeBefore(ask);
  // Past its end stands our bracket: the reader missed something at the end.
  const last = from >= statement.length ? sqlTokens(statement).at(-1) : null;
  if (last) return { ...error, place: { from: last.from, to: last.to } };
  return { ...error, place: from < 0 ? null : { from, to: Math.min(statement.length, error.place.to - placeBefore(ask)) } };
}

/**
 * Reads what DuckDB says about `sent`. It gives the reader's own errors as JSON with a place counted in signs, all others as a line and a mark under it, the line
 * cut at both ends where it is long.
 */
export function sqlError(message: string, sent: string): SqlError {
  const json = fromJson(message, sent);
  const text = json?.text ?? message;
  const kind = json?.kind ?? /^(\w+)(?: \w+)* Error: /.exec(text)?.[1]?.toLowerCase() ?? '';
  const at = json ? json.at : markedPlace(text, sent);
  const said = text
    .replace(/\n*LINE \d+: [^\n]*\n *\^/, '')
    .replace(/^(?:\w+ )+Error: /, '')
    .trim();
  return { kind, said, place: at === null ? null : tokenAround(at, sent) };
}

function fromJson(message: string, sent: string): { readonly kind: string; readonly text: string; readonly at: number | null } | null {
  if (!message.startsWith('{')) return null;
  try {
    const given: unknown = JSON.parse(message);
    const read = (key: string): string => {
      const value: unknown = Reflect.get(Object(given), key);
      return typeof value === 'string' ? value : '';
    };
    const at = read('position');
    return {
      kind: read('exception_type').toLowerCase(),
      text: read('exception_message'),
      at: /^\d+$/.test(at) ? offsetOf(Number(at), sent) : null,
    };
  } catch {
    // Not JSON after all: it is read as it stands.
    return null;
  }
}

/** Signs beyond the first plane count once there and twice in a string of ours. */
function offsetOf(signs: number, sent: string): number {
  let at = 0;
  for (let left = signs; left > 0 && at < sent.length; left--) at += sent.codePointAt(at)! > 0xffff ? 2 : 1;
  return at;
}

function markedPlace(text: string, sent: string): number | null {
  const found = LINE.exec(text);
  if (!found) return null;
  const [, number = '', shown = '', before = ''] = found;
  const lines = sent.split('\n');
  const line = lines[Number(number) - 1];
  if (line === undefined) return null;
  const start = lines.slice(0, Number(number) - 1).reduce((sum, one) => sum + one.length + 1, 0);
  const mark = before.length - `LINE ${number}: `.length;
  const inShown = columnOf(shown, mark);
  if (line === shown) return start + inShown;
  const cutBefore = shown.startsWith('...') ? 3 : 0;
  const body = shown.slice(cutBefore).replace(/\.\.\.$/, '');
  const at = line.indexOf(body);
  return at < 0 ? null : start + Math.min(line.length, at + inShown - cutBefore);
}

/** The sign over which a mark stands, so many columns from the left. */
function columnOf(shown: string, mark: number): number {
  let width = 0;
  let at = 0;
  for (const sign of shown) {
    if (width >= mark) break;
    width += sign < ' ' ? 0 : WIDE.test(sign) ? 2 : 1;
    at += sign.length;
  }
  return at;
}

/** The whole word, name or string at a place, or the last one before it. */
function tokenAround(at: number, sent: string): { readonly from: number; readonly to: number } {
  const { from, to } = sqlTokens(sent).findLast((token) => token.from <= at) ?? { from: 0, to: sent.length };
  return { from, to };
}
