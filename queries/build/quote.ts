/** The one place where a name becomes an SQL identifier. A NUL cannot be quoted and is refused. */
export function quoteName(name: string): string {
  if (name === '' || name.includes('\0')) throw new Error(`identifier ${JSON.stringify(name)} cannot be quoted`);
  return `"${name.replaceAll('"', '""')}"`;
}

/** The one place where a text constant of ours (a scheme's id, a path of our own) becomes an SQL literal. Values of users are bound instead. */
export function quoteText(text: string): string {
  if (text.includes('\0')) throw new Error(`text ${JSON.stringify(text)} cannot be quoted`);
  return `'${text.replaceAll("'", "''")}'`;
}
