import { type AnswerType, type Query } from '../../queries/define';
import { type NumberColumn, type TextColumn } from '../../scoring/column';
import { framedStream } from '../columns/frame';

type ColumnOf<Type extends AnswerType> = Type extends 'text' | 'text?' ? TextColumn : NumberColumn;

/** What a query answers: columns under the names of its descriptor. */
export interface Answer<Q extends Query> {
  readonly rows: number;
  readonly columns: { readonly [Name in keyof Q['columns']]: ColumnOf<Q['columns'][Name]> };
}

/** Arrow bytes → answer. Throws where names, types or missing values are not those the query promised. */
export function answerOf<Q extends Query>(query: Q, stream: Uint8Array): Answer<Q> {
  const frame = framedStream(stream);
  const wanted = Object.entries(query.columns);
  const found = [...frame.types.keys()];
  if (found.join('\n') !== wanted.map(([name]) => name).join('\n')) throw new Error(`columns are ${found.join(', ')}`);
  for (const [name, promised] of wanted) {
    const type = frame.types.get(name)!;
    if (type !== promised.replace('?', '')) throw new Error(`column ${name} is ${type}, promised was ${promised}`);
    const gap = promised.endsWith('?') ? -1 : frame.columns.get(name)!.reasons.findIndex((reason) => reason !== 0);
    if (gap >= 0) throw new Error(`column ${name} is missing in row ${gap}, promised was ${promised}`);
  }
  // The loop above has just proven this shape name by name, which the compiler cannot follow.
  return { rows: frame.rows, columns: Object.fromEntries(frame.columns) as unknown as Answer<Q>['columns'] };
}
