/** Type of a column of table `panel`. A yes/no is a boolean, a set a list. */
export type PanelType = 'double' | 'varchar' | 'boolean' | 'varchar[]';

export interface PanelColumn {
  readonly name: string;
  readonly type: PanelType;
}

const TYPE_OF = { number: 'double', truth: 'boolean', text: 'varchar', set: 'varchar[]' } as const;

/** Columns every panel has, so that a question about segments always binds: NULL throughout where the data have none. */
export const STANDING: readonly PanelColumn[] = [
  { name: 'firm', type: 'varchar' },
  { name: 'year', type: 'double' },
  { name: 'name', type: 'varchar' },
  { name: 'industry', type: 'varchar' },
  { name: 'district', type: 'varchar' },
  { name: 'stage', type: 'varchar' },
  { name: 'size_class', type: 'varchar' },
  { name: 'titles', type: 'varchar[]' },
  { name: 'chain', type: 'varchar[]' },
];

/**
 * Columns of table `panel`, in order: the standing ones, then the fields as the data have them. A field of a standing name gives that column its type.
 * Throws on two names that differ only in case, which DuckDB holds for one.
 */
export function panelColumns(fields: Iterable<readonly [id: string, kind: keyof typeof TYPE_OF]>): PanelColumn[] {
  const found = new Map(STANDING.map((column) => [column.name, column]));
  for (const [name, kind] of fields) found.set(name, { name, type: TYPE_OF[kind] });
  const folded = new Map<string, string>();
  for (const name of found.keys()) {
    const other = folded.get(name.toLowerCase());
    if (other !== undefined) throw new Error(`fields ${other} and ${name} are one column to the engine`);
    folded.set(name.toLowerCase(), name);
  }
  return [...found.values()];
}
