/** What can be asked of a statement a person wrote. */
export type ReadAsk =
  /** Its columns: `column_name`, `column_type`. */
  | { readonly is: 'shape' }
  /** Its first rows, each cell as text of at most `cut` signs, in columns `c0`, `c1` … */
  | { readonly is: 'rows'; readonly columns: number; readonly limit: number; readonly cut: number }
  /** How many rows it has, in column `rows`. */
  | { readonly is: 'count' }
  /** The distinct keys in its column number `at` that table `panel` has, in column `firm`. */
  | { readonly is: 'firms'; readonly columns: number; readonly at: number; readonly limit: number }
  /** How many rows have no such key there, in column `rows`: with the rows of `firms` they are all. */
  | { readonly is: 'strays'; readonly columns: number; readonly at: number }
  /** How the engine would run it; the statement is an `explain`. */
  | { readonly is: 'plan' };

/** Where the statement itself begins once it is wrapped. */
export function placeBefore(ask: ReadAsk): number {
  return ask.is === 'plan' ? 0 : wrapped('', ask).indexOf('\n') + 1;
}

/**
 * A statement as a table in brackets, where only a question can stand, with what is asked of it around. Its lines stay lines of their own, so that a comment at
 * its end does not reach the closing bracket and an error's line is found again. Columns are renamed by place: a result may have one name twice.
 */
export function wrapped(statement: string, ask: ReadAsk): string {
  const from = `from (\n${statement}\n)`;
  switch (ask.is) {
    case 'shape':
      return `describe select * ${from}`;
    case 'rows': {
      const cells = names(ask.columns).map((name) => `left(cast(${name} as varchar), ${ask.cut}) as ${name}`);
      return `select ${cells.join(', ')} ${from} as t(${names(ask.columns).join(', ')}) limit ${ask.limit}`;
    }
    case 'count':
      return `select cast(count(*) as double) as "rows" ${from}`;
    case 'strays': {
      const key = `cast(c${ask.at} as varchar)`;
      const unknown = `count(*) filter (where ${key} is null or ${key} not in (select firm from panel))`;
      return `select cast(${unknown} as double) as "rows" ${from} as t(${names(ask.columns).join(', ')})`;
    }
    case 'firms': {
      const key = `cast(c${ask.at} as varchar)`;
      const columns = names(ask.columns).join(', ');
      return `select distinct ${key} as firm ${from} as t(${columns}) where ${key} in (select firm from panel) order by 1 limit ${ask.limit}`;
    }
    case 'plan':
      return statement;
  }
}

function names(columns: number): string[] {
  return Array.from({ length: columns }, (_, at) => `c${at}`);
}
