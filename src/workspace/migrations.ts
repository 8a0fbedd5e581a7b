import type { FileProblem } from '../model/source';
import { projectProblem } from './fault';

/** Brings a document of one format to the next; must leave what it is given untouched. Number i takes format i + `FIRST_FORMAT`. */
export type Migration = (json: Readonly<Record<string, unknown>>) => Record<string, unknown>;

const FIRST_FORMAT = 1;

/** From format 1 on, in order. Format 1 is the first, so there is none yet. */
export const MIGRATIONS: readonly Migration[] = [];

/** A document of today's format, from one of this format or an older one; a newer one is refused, for what it holds cannot be known here. */
export function migrated(json: unknown, migrations: readonly Migration[]): { readonly json: unknown } | { readonly problem: FileProblem } {
  const given = typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : {};
  const format = given['format'];
  const newest = FIRST_FORMAT + migrations.length;
  if (typeof format !== 'number' || !Number.isInteger(format) || format < FIRST_FORMAT)
    return { problem: projectProblem('project_wrong_value', '/format', (JSON.stringify(format) ?? '').slice(0, 60)) };
  if (format > newest) return { problem: projectProblem('project_newer', '/format', `${format} > ${newest}`) };
  return { json: migrations.slice(format - FIRST_FORMAT).reduce((document, migrate) => migrate(document), given) };
}
