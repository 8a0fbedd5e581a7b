/**
 * A piece of a statement. `word`: keyword or bare name; `name`: in double quotes; `text`: a string of any kind; `note`: a comment. `open`: a quote or
 * comment that is never closed; it reaches to the end.
 */
export interface SqlToken {
  readonly kind: 'word' | 'name' | 'text' | 'number' | 'parameter' | 'sign' | 'note' | 'open';
  readonly from: number;
  readonly to: number;
}

/** DuckDB takes every sign beyond ASCII for a letter, but for the spaces of other scripts, which it takes for a space outside of quotes. */
const SPACES = '\\t\\n\\f\\r \\u00a0\\u2000-\\u200b\\u202f\\u205f\\u2060\\u3000\\ufeff';
const LETTER = `(?:[A-Za-z_]|(?![${SPACES}])[\\u0080-\\uffff])`;
const SPACE = new RegExp(`[${SPACES}]+`, 'y');
/** A prefix stands right before its quote. `e` is the one kind of string in which a backslash takes the meaning of the next sign away. */
const QUOTE = /(?:[bBeExXnN]|[uU]&)?'|"/y;
const DOLLAR = new RegExp(`\\$(?:${LETTER}(?:${LETTER}|[0-9])*)?\\$`, 'y');
const PLAIN: readonly (readonly [SqlToken['kind'], RegExp])[] = [
  ['note', /--[^\n\r]*/y],
  ['word', new RegExp(`${LETTER}(?:${LETTER}|[0-9$])*`, 'y')],
  ['number', /(?:[0-9][0-9_]*(?:\.(?!\.)[0-9_]*)?|\.[0-9][0-9_]*)(?:[eE][+-]?[0-9]+)?/y],
  ['parameter', new RegExp(`\\$(?:[0-9]+|${LETTER}(?:${LETTER}|[0-9])*)|\\?`, 'y')],
];

/** Cuts a text into what DuckDB's own reader would, spaces left out. Never throws: what is not closed is one `open` piece to the end. */
export function sqlTokens(text: string): SqlToken[] {
  const tokens: SqlToken[] = [];
  for (let at = 0; at < text.length;) {
    const space = matched(SPACE, text, at);
    if (space !== '') at += space.length;
    else {
      const token = tokenAt(text, at);
      tokens.push(token);
      at = token.to;
    }
  }
  return tokens;
}

function tokenAt(text: string, from: number): SqlToken {
  if (text.startsWith('/*', from)) return closed('note', from, noteEnd(text, from), text);
  const quote = matched(QUOTE, text, from);
  if (quote !== '') {
    const end = quoteEnd(text, from + quote.length, quote.at(-1)!, /^e/i.test(quote));
    return closed(quote === '"' ? 'name' : 'text', from, end, text);
  }
  const dollar = matched(DOLLAR, text, from);
  if (dollar !== '') {
    const end = text.indexOf(dollar, from + dollar.length);
    return closed('text', from, end < 0 ? -1 : end + dollar.length, text);
  }
  for (const [kind, pattern] of PLAIN) {
    const found = matched(pattern, text, from);
    if (found !== '') return { kind, from, to: from + found.length };
  }
  return { kind: 'sign', from, to: from + 1 };
}

function closed(kind: SqlToken['kind'], from: number, end: number, text: string): SqlToken {
  return end < 0 ? { kind: 'open', from, to: text.length } : { kind, from, to: end };
}

/** Where a quote ends; −1 where it never does. Doubled, a quote is a sign of what is quoted. */
function quoteEnd(text: string, from: number, quote: string, escapes: boolean): number {
  for (let at = from; at < text.length; at++) {
    if (escapes && text[at] === '\\') at++;
    else if (text[at] === quote) {
      if (text[at + 1] !== quote) return at + 1;
      at++;
    }
  }
  return -1;
}

/** A comment between slashes may hold others of its kind. */
function noteEnd(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length - 1; at++) {
    const two = text.slice(at, at + 2);
    if (two !== '/*' && two !== '*/') continue;
    depth += two === '/*' ? 1 : -1;
    at++;
    if (depth === 0) return at + 1;
  }
  return -1;
}

function matched(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}
