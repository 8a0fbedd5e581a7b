/** The page's language is not that of whoever unpacks the file, so both stand here. Part of the format: the same in every file. */
export const BUNDLE_README = `苗圃工作区 / Miaopu workspace

这是一个“苗圃”工作区文件（.miaopu，实为 zip）。在苗圃中打开即可继续工作，也可以用其他工具读取其中内容：
  project.json    项目文档：来源、配方、判定、方案，以及全部操作记录（只增不减，撤销也是一步）
  files/          原始文件，一字未改；文件名前的 64 位字符是其 SHA-256
  panel.parquet 或 panel.arrow    汇通后的总表，一行一个企业年度；空值即缺失，不是 0
  manifest.json   其余各文件的 SHA-256，用来核对有无损坏或改动
请勿改动其中的文件后再打包：打开时会核对，不符的会指出来。文件里可能有企业内部数据，请按来源的使用范围传递。

This is a workspace of Miaopu (.miaopu, a zip). Open it in Miaopu to go on working, or read its parts with other tools:
  project.json    the project: sources, recipes, decisions, schemes, and every step ever done (never shortened; an undo is a step too)
  files/          the original files, unchanged; the 64 characters before each name are its SHA-256
  panel.parquet or panel.arrow    the joined panel, a row a firm and year; null is missing, never 0
  manifest.json   the SHA-256 of every other file, to see whether one was damaged or changed
Do not change files in here and pack them again: opening compares, and says which differ. Files may be internal to an office; hand them on as their sources permit.
`;
