/** Words of what leaves and enters the data room beside the usual: several tables of one file, sources of one name, internal sources, lost columns. */
export const zhSources = {
  source_tables_title: (count: string) => `这个文件里有 ${count} 张表，读入选中的一张`,
  source_table_more: (names: string) => `${names} 等`,
  source_table_place: (line: string, rows: string) => `第 ${line} 行起，看到 ${rows} 行`,
  source_table_also: '另取为一个来源',
  source_tables_note:
    '没选中的表，它们的行逐行记入台账：“属于同一文件里的另一张表”。要两张都用，点“另取为一个来源”，或把文件再拖进来一次。',
  source_sheet_also: '另取为一个来源',
  source_sheet_pick: '选一张工作表…',
  source_keep_both: '两个都留',
  source_keep_both_note: '同名文件只能有一个名字：点“两个都留”给它改名（加序号），例如同一文件里的另一张表。',
};
