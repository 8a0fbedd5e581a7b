import type { SqlStatement } from '../engine/sql-statements';
import type { Leaving, ProjectFace } from './face';
import { internalFields } from './joining';
import type { SqlTable } from './sql-face';
import { mentioned } from './sql-tables';

/**
 * What of sources marked internal the answer to a statement may show; null where no such source can have a part in it. Fields the statement names are listed, or
 * all where it names none of them: a star, a whole row or a summary shows every field. Scores are made of what the scheme reads.
 */
export function sqlLeaving(
  statement: SqlStatement,
  tables: readonly SqlTable[],
  { state, givers }: Pick<ProjectFace, 'state' | 'givers'>,
  reads: readonly string[],
): Leaving | null {
  const internal = state.sources.filter(({ facts }) => facts.use === 'internal').map(({ name }) => name);
  if (internal.length === 0) return null;
  const ofSource = new Map(
    tables.flatMap(({ name, source }) => (source !== null && internal.includes(source) ? [[name, source] as const] : [])),
  );
  const asked = mentioned(statement, ['panel', 'score', ...ofSource.keys()]);
  const read = new Set(asked.map((name) => ofSource.get(name)));
  const given = internalFields({ sources: state.sources, givers });
  const named = mentioned(statement, given);
  const fields = [
    ...(asked.includes('panel') ? (named.length > 0 && !hasStar(statement) ? named : given) : []),
    ...(asked.includes('score') ? reads.filter((field) => given.includes(field)) : []),
  ];
  const found = internal
    .map((source) => ({ source, fields: [...new Set(fields)].filter((field) => givers.get(field)?.includes(source)) }))
    .filter((one) => one.fields.length > 0 || read.has(one.source));
  return found.length === 0 ? null : { internal: found, leftOut: [], holds: 'answer' };
}

/** `count(*)` counts rows and shows none. */
function hasStar({ text, code }: SqlStatement): boolean {
  const signs = code.map(({ from, to }) => text.slice(from, to));
  return signs.some((sign, at) => sign === '*' && (signs[at - 1] !== '(' || signs[at + 1] !== ')'));
}
