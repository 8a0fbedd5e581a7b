import type { Words } from '../../i18n';
import type { SqlFault } from '../../state/sql-face';

/** What is wrong, in one sentence; the engine's own text stands beside it. */
export function faultWords({ code, given }: SqlFault, t: Pick<Words, 'sql_fault'>): string {
  const texts: Readonly<Record<string, (...given: string[]) => string>> = t.sql_fault;
  return (Object.hasOwn(texts, code) ? texts[code]! : t.sql_fault.other)(...given);
}
