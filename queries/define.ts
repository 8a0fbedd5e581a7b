/** What may be handed to a query. `ident` names a column of table `panel`; a list takes any number of values, none included. */
export type ParamType = 'int' | 'real' | 'text' | 'int?' | 'real?' | 'text?' | 'int[]' | 'real[]' | 'text[]' | 'ident';
/** What a query answers; `?` allows missing values. */
export type AnswerType = 'int' | 'real' | 'text' | 'int?' | 'real?' | 'text?';

/** One question: its text, and the same facts as the header of the `.sql` file states. */
export interface Query<
  Params extends Readonly<Record<string, ParamType>> = Readonly<Record<string, ParamType>>,
  Columns extends Readonly<Record<string, AnswerType>> = Readonly<Record<string, AnswerType>>,
> {
  /** File name without `.sql`; named in every error. */
  readonly name: string;
  readonly sql: string;
  readonly params: Params;
  /** In the order of the select list. */
  readonly columns: Columns;
}

interface Given {
  int: number;
  real: number;
  text: string;
  'int?': number | null;
  'real?': number | null;
  'text?': string | null;
  'int[]': readonly number[];
  'real[]': readonly number[];
  'text[]': readonly string[];
  ident: string;
}

/** The arguments a query takes, inferred from its descriptor. */
export type ParamsOf<Q extends Query> = { readonly [Name in keyof Q['params']]: Given[Q['params'][Name]] };

/** Describes a query with its types kept literal, so that arguments and answers are checked where it is asked. */
export function define<const Params extends Record<string, ParamType>, const Columns extends Record<string, AnswerType>>(
  query: Query<Params, Columns>,
): Query<Params, Columns> {
  return query;
}
