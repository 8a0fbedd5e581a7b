import { sqlTokens, type SqlToken } from './sql-tokens';

/** One statement of a text. Comments before its first word belong to it; `code` is without them. */
export interface SqlStatement {
  readonly text: string;
  /** Where it stands in the text, without the spaces around it and the `;` behind it. */
  readonly from: number;
  readonly to: number;
  /** What is not comment, at least one; places count from the begin of `text`. */
  readonly code: readonly SqlToken[];
}

/** The statements of a text, parted by `;` outside of quotes and comments; what is empty or only comment is none. */
export function sqlStatements(text: string): SqlStatement[] {
  const parts: SqlToken[][] = [[]];
  for (const token of sqlTokens(text)) {
    if (token.kind === 'sign' && text[token.from] === ';') parts.push([]);
    else parts.at(-1)!.push(token);
  }
  return parts.flatMap((tokens) => {
    const [first, last] = [tokens[0], tokens.at(-1)];
    if (!first || !last || tokens.every(({ kind }) => kind === 'note')) return [];
    const { from } = first;
    const code = tokens.filter(({ kind }) => kind !== 'note').map((token) => ({ ...token, from: token.from - from, to: token.to - from }));
    return [{ text: text.slice(from, last.to), from, to: last.to, code }];
  });
}

/** The statement in which the cursor stands, else the last before it, else the first; null where there is none. */
export function sqlStatementAt(text: string, at: number): SqlStatement | null {
  const statements = sqlStatements(text);
  return statements.findLast(({ from }) => from <= at) ?? statements[0] ?? null;
}
