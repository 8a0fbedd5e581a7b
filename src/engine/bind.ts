import { type ParamType, type Query } from '../../queries/define';
import { quoteName } from '../../queries/build/quote';

/** What is run for one question: variables set by bound values first, then the text, which holds no value. */
export interface Bound {
  readonly set: readonly { readonly sql: string; readonly values: readonly (string | number | null)[] }[];
  readonly sql: string;
}

const SQL_TYPE = { int: 'INTEGER', real: 'DOUBLE', text: 'VARCHAR' } as const;
/** Comments, strings and quoted names are stepped over; what is left of `$name` is a parameter. */
const TOKEN = /--[^\n]*|'(?:[^']|'')*'|"(?:[^"]|"")*"|\$([A-Za-z_][A-Za-z0-9_]*)/g;

/**
 * Binds named arguments. duckdb-wasm takes positional values in prepared statements only, and those cannot be cancelled; so each value
 * is bound into a session variable (`set variable year = $1::INTEGER`) and the text reads it. A list is one placeholder an item, so `[]`
 * means what it says. An `ident` must be one of `columns`. Our own mistakes (unknown, unused, ill-typed names) throw.
 */
export function bind(query: Query, params: Readonly<Record<string, unknown>>, columns: ReadonlySet<string>): Bound {
  const used = new Set<string>();
  const sql = query.sql.replace(TOKEN, (whole, name: string | undefined) => {
    if (name === undefined) return whole;
    const type = query.params[name];
    if (type === undefined) throw new Error(`parameter $${name} of ${query.name} is not declared`);
    used.add(name);
    if (type !== 'ident') return `getvariable('${variable(name)}')::${sqlType(type)}`;
    const column = params[name];
    if (typeof column !== 'string' || !columns.has(column))
      throw new Error(`column of $${name} in ${query.name} is not loaded: ${String(column)}`);
    return quoteName(column);
  });
  for (const name of Object.keys(params))
    if (!(name in query.params)) throw new Error(`parameter $${name} of ${query.name} is not declared`);
  const set: Bound['set'][number][] = [];
  for (const [name, type] of Object.entries(query.params)) {
    if (!used.has(name)) throw new Error(`parameter $${name} of ${query.name} is not used`);
    if (type === 'ident') continue;
    const items = type.endsWith('[]') ? (params[name] as unknown) : [params[name]];
    if (!Array.isArray(items)) throw new Error(`parameter $${name} of ${query.name} wants a list, given ${String(items)}`);
    const values = items.map((value) => checked(query.name, name, type, value));
    const placed = values.map((_, index) => `$${index + 1}`).join(', ');
    set.push({ sql: `set variable ${variable(name)} = ${type.endsWith('[]') ? `[${placed}]` : placed}::${sqlType(type)}`, values });
  }
  return { set, sql };
}

/** Prefixed, so that a parameter may have the name of a keyword. */
function variable(name: string): string {
  return `given_${name}`;
}

function sqlType(type: Exclude<ParamType, 'ident'>): string {
  const plain = type.replace(/\[\]|\?/, '') as keyof typeof SQL_TYPE;
  return SQL_TYPE[plain] + (type.endsWith('[]') ? '[]' : '');
}

function checked(query: string, name: string, type: ParamType, value: unknown): string | number | null {
  if (value === null && type.endsWith('?')) return null;
  const fits = type.startsWith('text')
    ? typeof value === 'string'
    : typeof value === 'number' &&
      (type.startsWith('real') ? Number.isFinite(value) : Number.isInteger(value) && Math.abs(value) < 2 ** 31);
  if (!fits) throw new Error(`parameter $${name} of ${query} wants ${type}, given ${String(value)}`);
  return value as string | number;
}
