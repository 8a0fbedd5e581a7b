/** Words of what leaves and enters the data room beside the usual: several tables of one file, sources of one name, internal sources, lost columns. */
export const enSources = {
  source_tables_title: (count: string) => `This file holds ${count} tables; the chosen one is read`,
  source_table_more: (names: string) => `${names} …`,
  source_table_place: (line: string, rows: string) => `from line ${line}, ${rows} rows seen`,
  source_table_also: 'Take as a source of its own too',
  source_tables_note:
    'Rows of the tables not chosen stay in the ledger one by one: “belongs to another table in the same file”. To use both, take the other as a source of its own, or drop the file again.',
  source_sheet_also: 'Take another as a source of its own',
  source_sheet_pick: 'Choose a sheet…',
  source_sheet_of: (source: string, sheet: string) => `${source} · sheet “${sheet}”`,
  source_no_district: '(firms that name no district)',
  source_said: (what: string, how: string) => `${what}: ${how}`,
  source_scheme_version: (name: string, version: string) => `${name} (version ${version})`,
  source_recipe_parts: {
    dialect: 'encoding and header',
    sheet: 'sheet',
    columns: 'mapping and units',
    year: 'year',
    duplicates: 'repeated rows',
    currency: 'currency',
    nulls: 'words for missing',
    absence: 'meaning of absence',
    events: 'counted events',
    dated: 'dated list',
    wins: 'fields that win',
    tolerance: 'tolerance',
    matches: 'decided firms',
  },
  source_keep_both: 'Keep both',
  source_keep_both_note:
    'Two sources cannot share a name: “Keep both” gives this one a number, for another table of the same file for instance.',
};
