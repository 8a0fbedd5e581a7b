/** English words for problems, one line a code: long because there are many codes, kept whole so that a code is found in one place. */
import type { Say, zhProblems } from './zh-problems';

const file: Readonly<Record<string, Say>> = {
  empty_file: (_, given) => `The file is empty (${given} bytes). Check that the export is complete, then choose it again.`,
  header_only: (_, given) =>
    `There is a header (${given}) but no row of data. Check that data were selected for export, or move the header line.`,
  no_rows: () => 'Not one row can be loaded. Check header line and delimiter, then see in the ledger why each row was skipped.',
  file_too_large: (_, given) => `The file has ${given} bytes, above the limit of 2 GB. Split it by year or district.`,
  arrow_unreadable: (_, given) =>
    `It does not read as an Arrow file (${given === '' ? 'not that format' : given}). Export it again, or use CSV.`,
  arrow_cut: () => 'The Arrow file has no end, so download or copy was probably incomplete. Get the file again.',
  arrow_type: (where, given) =>
    `${where}: the type ${given} cannot be read, so this column was left out. If you need it, export it as numbers, text, dates or truth values.`,
  arrow_integer_too_large: (where, given) =>
    `${where}: the integer ${given} is too large to be held exactly. Export columns of codes as text.`,
  parquet_unreadable: (where, given) =>
    `${where}: the Parquet file is damaged or not of that format (${given}). Export it again, or use CSV.`,
  parquet_cut: () => 'The Parquet file lacks its beginning or its end, so download or copy was probably incomplete. Get the file again.',
  parquet_codec: (where, given) =>
    `${where}: the Parquet file is packed with ${given}, which cannot be read here. Export it with Snappy, Gzip or no compression.`,
  parquet_encrypted: () => 'The Parquet file is encrypted and cannot be read. Export it without encryption.',
  parquet_type: (where, given) =>
    `${where}: the type ${given} cannot be read, so this column was left out. If you need it, export it as numbers, text, dates, truth values or lists of text.`,
  parquet_too_large: (_, given) =>
    `Unpacked, the Parquet file does not fit into memory (${given}). Split it by year or district, or export fewer columns.`,
  json_cut: (where) => `${where}: the JSON file stops in this record, so download or copy was probably incomplete. Get the file again.`,
  json_broken: (where) =>
    `${where}: from this record on the JSON list breaks the grammar, and nothing tells the records behind it apart. Mend it, or write a record a line.`,
  json_no_records: (where, given) =>
    `${where}: from here ${given} line(s) are no JSON records. Write one record a line, or put all records into one list.`,
  json_bad_records: (where, given) =>
    `${where}: from here ${given} JSON record(s) cannot be read and are rejected, all of them in the ledger. Mend them and load again.`,
  json_too_many_keys: (_, given) =>
    `The records have ${given} different keys, more than 16,384 columns. Where firm codes and the like are keys, write a record a firm instead.`,
  zip_unreadable: () =>
    `The zip (or Excel file) is incomplete or damaged. Get the file again, or unpack it first and choose the tables in it.`,
  zip_too_many: (_, given) => `The zip holds ${given} files, above the limit of 2,000, and was not unpacked. Pack only the tables needed.`,
  zip_too_large: (_, given) =>
    `Unpacked, the zip would have ${given} bytes, above the limit, and was not unpacked. Unpack it first and choose the tables needed.`,
  zip_ratio: (where, given) =>
    `${where}: packed so strangely tight (${given} bytes) that it may be hostile; it was not unpacked. Ask who sent it.`,
  zip_encrypted: (where) => `${where}: this file in the zip is encrypted and cannot be read. Unpack it first, then choose it.`,
  zip_method: (where, given) =>
    `${where}: compression method ${given} cannot be read. Pack it again as an ordinary zip (Deflate), or unpack it first.`,
  zip_damaged: (where, given) => `${where}: this file in the zip is damaged (${given}) and was left out. Get the zip again.`,
  zip_path: (where) => `${where}: this path points outside the zip, so the file was left out. Ask who sent it.`,
  zip_nested: (where) => `${where}: a zip inside the zip is not opened. Unpack it first, then choose the files.`,
  zip_no_table: (where) => `${where}: this is no table of data and was left out. If you need it, choose it on its own.`,
  zip_system_files: (_, given) => `Files the system or an office program keeps for itself were left out: ${given}.`,
  zip_nothing: (_, given) => `None of the ${given} file(s) in the zip is a table that can be read. Check that it is the right file.`,
  binary_file: (_, given) =>
    `This is not a text table but ${given}. Save it from its own program as CSV (UTF-8 or GB18030 will both do) or as an Arrow file.`,
  xls_old: () => 'this is a workbook of the old kind (.xls), which is not read. Open it in Excel or WPS, save it as xlsx, and choose that.',
  file_encrypted: () =>
    'the workbook has a password, so it cannot be read. Open it in Excel or WPS, take the password off, save it as xlsx, and choose that.',
  xlsb_file: () => 'this is a binary workbook (.xlsb), which is not read. Save it as xlsx in Excel, and choose that.',
  ods_file: () => 'this is an OpenDocument sheet (.ods), which is not read. Save it as xlsx in LibreOffice or WPS, and choose that.',
  markup_table: () =>
    'the file is really a web page or an XML table under the name of a workbook. Open it in Excel or WPS, save it as xlsx, and choose that.',
  xlsx_damaged: (where, given) =>
    `the workbook is damaged or incomplete (${where}, ${given}), so download or copy was probably incomplete. Get it again; if it opens, save a copy and choose that.`,
  xlsx_broken: (where, given) =>
    `${where}: the workbook breaks its own format (${given}). Open it in Excel or WPS, save it as xlsx, and choose that.`,
  xlsx_dtd: (where) =>
    `${where}: the workbook declares a document type, which is not allowed, so it is not read. Save it as xlsx in Excel or WPS; do not open a file you do not trust.`,
  xlsx_too_large: (where, given) =>
    `${where}: unpacked it is too large, or packed beyond all reason (${given}), so it is not read. If it is data, split it into several files or save it as CSV.`,
  xlsx_no_sheet: (_, given) =>
    `the workbook has no sheet of cells (${given === '' ? 'none at all' : given}). Choose another file, or put the data on an ordinary sheet.`,
  sheet_missing: (where, given) => `there is no sheet ${where}; there are: ${given}. Choose another sheet.`,
  sheet_unreadable: (where, given) =>
    `sheet ${where} cannot be read (${given}); the others can. If you need it, save the file as xlsx in Excel or WPS, and choose that.`,
  sheet_too_large: (where, given) =>
    `${where}: the sheet is too large (at most ${given} cells). Split it into several files, or save it as CSV.`,
  sheet_not_of_recipe: (where, given) =>
    `sheet ${where} of recipe ${given} is not in the file; another one is used. Check the chosen sheet.`,
  hidden_rows: (_, given) =>
    `${given} rows are hidden or filtered away in the sheet and are read all the same. If they do not belong, delete them there and choose the file again.`,
  formulas_as_stored: (_, given) => `${given} cells are formulas; their results are taken as the file has them, nothing is calculated.`,
  formulas_not_calculated: (_, given) =>
    `${given} formulas have results that no spreadsheet calculated, so they may be wrong. Open the file in Excel or WPS, save it, and choose it again.`,
  cut_character: (where, given) =>
    `${where}: the file stops in the middle of a character (${given}), so download or copy was probably incomplete. Get the file again.`,
  encoding_mismatch: (where, given) => `${where}: bytes that do not belong to the chosen encoding (${given}). Choose another encoding.`,
  damaged_character: (where, given) =>
    `${where}: damaged bytes (${given}). Mend or export the file again; if it is in another encoding, choose that by hand.`,
  encoding_unsure: (where, given) =>
    given === 'mixed'
      ? `${where}: two encodings seem to be mixed; none reads the whole file. Take the sources apart and save each as UTF-8.`
      : `The encoding is not certain; shown as ${given} for now. If the characters in the preview look right, confirm it, else choose another.`,
  row_too_long: (where) => `${where}: this row is longer than 16 MB, so the file is hardly a table of lines. Export it again as CSV.`,
  stray_quotes: (where, given) =>
    `${where}: from here ${given} row(s) have a quote that does not close: those with the right number of cells are read as they stand, the others rejected, all of them in the ledger. Mend the quotes, or set “quote” to none.`,
  same_name: (_, given) => `A file of this name (${given}) is here already. Traces and ledger tell sources apart by name.`,

  source_bytes_gone: (_, given) =>
    `The file “${given}” is no longer on this machine, so it cannot be joined again. Choose the file once more.`,
  no_firm_key: () =>
    'No column of firm keys was found, nor one of names. Say which column holds the credit code, registration number, firm number or name.',
  keyed_by_name: (where) =>
    `No key column: firms are looked for in the other files by name (${where}); see the match report. Where no file has codes, firms of one name become one firm. If there is a key column, choose it.`,
  dated_titles: (where, given) =>
    `${where}: looks like a list of titles with dates${given === '' ? '' : ` (${given})`}. A title counts in each year on whose 31 December it is valid; the list adds no firm-years. Change it if that is wrong.`,
  dated_support: (where, given) =>
    `${where}: looks like support records${given === '' ? '' : ` (${given})`}, one a row: times, amounts and kinds count in the year of the day; the list adds no firm-years. Change it if that is wrong.`,
  dated_without_title: () => 'This list of titles has no column that names them. Choose that column, or give the title of the whole list.',
  title_twice: (_, given) => `There is a column that names titles and also the title “${given}” for the whole list. Keep one of them.`,
  dated_and_events: (_, given) => `The file is set both as a list with dates and as events to be counted (${given}). Keep one of them.`,
  dated_with_years: (where, given) =>
    `${where}: a list with dates cannot have years in its headers as well (${given}). Give up one of them.`,
  word_without_flag: (where, given) =>
    `${where}: only a yes/no column taken as titles can be about one title (${given}). Change its kind or its field.`,
  bad_tolerance: (_, given) => `The tolerance ${given} is not within 0 and 1 (0.01 is 1 %). Correct it.`,
  match_twice: (_, given) => `“${given}” is matched twice by decision. Keep one of them.`,
  no_year: () => 'No year was found. Give one year for the whole file, or choose a year column.',
  bad_year: (where, given) => `${where}: year “${given}” is not within 1900–2100. Change it.`,
  year_twice: (where, given) => `There is a year column (${where}) and also the year ${given} for the whole file. Keep one of them.`,
  year_unreadable: (where) => `${where}: the year column does not read as years. Set its kind to “year”, or choose another column.`,
  year_in_header_and_column: (where, given) =>
    `${where}: a year in the header, and another year in the file (${given}). It is read under each row's own year; if the header is right, change where the year comes from.`,
  year_proposed: (where, given) => `The year ${given} was taken from the text ${where}. Check it, and change it if it is wrong.`,
  undated_column: (where, given) => `${where}: no year in the header; read as ${given}, the latest year of the file. Check it.`,

  unit_unknown: (where, given) => `${where} (${given}): an amount without a unit. Choose one; nothing is scored before that.`,
  unit_unreadable: (where, given) => `${where}: the unit “${given}” is not known. Choose one from the list.`,
  bad_currency: (_, given) => `“${given}” is not a currency code of three letters (such as CNY, USD, EUR). Correct it.`,
  currency_assumed: (where, given) => `${where}: the file names no currency; read as ${given} for now. Check it.`,
  percent_guessed: (where, given) =>
    `${where}: looks like percentages (such as ${given}) and was read as %. If they are plain ratios, set the unit to none.`,
  text_in_number_field: (where, given) =>
    `${where}: the header looks like ${given} but the content is not numbers, so it was not taken as that field. Check the column.`,
  empty_column: (where) => `${where}: the whole column is blank and is not taken. If it should not be, check the export.`,
  field_claimed_twice: (where, given) =>
    `${where}: looks like ${given} too, but another column fits better; this one is kept as a field of its own. Change it if that is wrong.`,
  field_twice: (where, given) =>
    `${where}: gives the same field and year as another column (${given}). Keep one, or make one of them another field.`,
  unknown_field: (where, given) => `${where}: there is no field “${given}”. Choose another from the list, or make it a field of its own.`,
  kind_differs: (where, given) => `${where}: its kind does not fit the field (${given}). Change the kind, or choose another field.`,
  no_such_column: (where, given) =>
    `The recipe takes column ${where} (${given}), which the file does not have. Choose another column, or another recipe.`,
  column_changed: (where, given) => `The recipe says column ${where}; the file has “${given}” there. Check, and point to the column again.`,
  column_not_in_file: (where, given) =>
    `The recipe ${given} takes column ${where}, which the file does not have. Say which column stands for it, or do not take it.`,
  column_drifted: (where, given) =>
    `The recipe takes column ${where}, which the file does not have. It may be: ${given}. Say which column stands for it, or do not take it.`,
  column_lost: (where) => `The recipe takes a column ${where}, which this file has not. Which column stands for it?`,
  column_renamed: (where, given) => `The recipe's column ${where} is called “${given}” in the file and was read from there. Check it.`,
  column_not_in_recipe: (where, given) =>
    `Column ${where} is not in the recipe ${given} and is not taken. Choose a field for it if you need it.`,

  recipe_not_json: (_, given) => `The recipe is not valid JSON (${given}). Choose a recipe file downloaded from this page.`,
  recipe_too_large: (_, given) => `The recipe has ${given} characters, which is too many. Choose a recipe file downloaded from this page.`,
  recipe_wrong_type: (where, given) =>
    `In the recipe, ${where}: the value ${given} does not fit the format. Correct it; see docs/data-format.md.`,
  recipe_unknown_key: (where, given) => `In the recipe, ${where}: the key “${given}” is not known. Remove it or correct its spelling.`,
  recipe_missing_key: (where, given) => `In the recipe, ${where}: the key “${given}” is missing. Add it; see docs/data-format.md.`,

  duplicate_rows: (_, given) => `${given} firm-year(s) have more than one row. Decide: take the first, take the last, or take none.`,
  duplicate_key: (where, given) =>
    `${given} has more than one row (${where}). Decide which to take; on the command line, set duplicates in the recipe.`,
  keys_do_not_meet: (where) =>
    `Not one of its firms is in another file (${where}), so the keys are probably of another sort. Check the key column.`,
  credit_code_fault: (where, given) =>
    `${where}: credit codes that fail GB 32100 (${given}); they are used as keys as they stand. Check for typing errors.`,
  currencies_differ: (where, given) =>
    `Its currency differs from that of the file ${where} (${given}). Bring them to one currency before loading them together.`,
  field_kind_differs: (where, given) => `${where}: one field has different kinds in different files (${given}). Make them the same.`,
  field_unit_differs: (where, given) => `${where}: one field has a unit in one file and none in another (${given}). State the unit.`,
  own_field_clash: (where, given) =>
    `${where}: the same field id as a different column of another file (${given}). Change one of the headers or ids.`,
  values_conflict: (_, given) =>
    `The files disagree in ${given} place(s); where nobody decided, the stronger file is taken. Check them under “Conflicts”, or set which file wins and the tolerance.`,
  decisions_stale: (_, given) =>
    `${given} earlier decision(s) about conflicts meet no conflict now (the sources changed or agree) and had no effect. Take back what is no longer needed.`,
  matches_undecided: (_, given) =>
    `${given} firm(s) match only likely; their rows are not in the panel. Decide on each in the match report.`,
  firms_not_found: (_, given) =>
    `${given} firm(s) were found in no file with credit codes; their rows are not in the panel, the ledger lists them. Check names or numbers.`,
  match_firm_gone: (_, given) => `Firms matched by an earlier decision are not there now (${given}); they stand undecided. Decide again.`,
  only_dated_lists: () =>
    'Only lists of titles or support: there is no firm-year to which they could belong. Load the data files of the firms as well.',
  titles_open_ended: (_, given) =>
    `${given} title(s) have only one of their days: without an end they count to the last year, without a beginning from the first. Check them.`,
  titles_respelled: (_, given) =>
    `One title is spelled in several ways in the files and was made one (${given}). Check that it is the same title.`,
  support_undated: (_, given) =>
    `${given} support record(s) have no readable day: they count in no year and are only listed with the firm, which is never said to have had no support. Add the days.`,
  support_kind_unknown: (_, given) =>
    `Kinds of support that are not known count as “other” (${given}). In the file, use policy, loan, project, platform, talent or investment.`,

  no_storage: () =>
    'This window cannot save (a private window, most likely). All is gone when it closes: save a .miaopu file from time to time.',
  storage_full: (_, given) =>
    `The browser has no more room${given === '' ? '' : ` (${given})`}. Whatever was shown as saved is still there. Clear files that are not used, or save a .miaopu file.`,
  storage_lost: (_, given) =>
    `The browser took this page's storage away${given === '' ? '' : ` (${given})`}. All is still in this page: try again, or save a .miaopu file.`,
  storage_busy: (_, given) =>
    `The storage is in use by another tab${given === '' ? '' : ` (${given})`}. Try again in a moment, or close other tabs.`,
  storage_blocked: (_, given) => `An old tab holds the database (${given}). Close the other tabs of Miaopu, then reload this one.`,
  storage_failed: (_, given) =>
    `Not saved (${given}). Whatever was shown as saved is still there. Try again; if that fails, save a .miaopu file.`,
  not_read_back: (_, given) =>
    `What was read back is not what was written (step ${given}), so it does not count as saved. Try again; if that fails, save a .miaopu file.`,
  open_elsewhere: (_, given) => `Open in another tab${given === '' ? '' : ` (${given})`}. Go on there, or close it first.`,
  written_elsewhere: (_, given) =>
    `Another tab has written something else (step ${given}). This page writes no more. Save it as a .miaopu file, then reload and compare.`,
  newer_build: (_, given) =>
    `Miaopu was updated${given === '' ? '' : ` (${given})`}; this old page writes no more. Reload; save what is not saved as a .miaopu file first.`,
  newer_store: (_, given) =>
    `The storage was made by a newer Miaopu${given === '' ? '' : ` (${given})`}; this version does not write to it. Reload to the new version, or save a .miaopu file first.`,
  import_running: () => 'Files are being loaded. Wait until that is done, or cancel it, then clear.',
  file_changed: (_, given) =>
    `The bytes are not those of the file that was read (${given}); nothing was saved. Choose the original file again; if it is a new version, load it anew.`,
  file_unreadable: (_, given) =>
    `The file can no longer be read; it may have been moved, renamed or changed${given === '' ? '' : ` (${given})`}. Choose it again.`,
  document_gone: (_, given) =>
    `The workspace “${given}” is no longer here; it may have been removed elsewhere. Choose another from the list, or open its .miaopu file.`,
  document_evicted: (_, given) => `The browser has cleared the record of the workspace “${given}”. Open the last .miaopu file you saved.`,
  document_damaged: (where, given) =>
    `${where}: the stored workspace is damaged (${given}); it was neither opened nor changed. Open the last .miaopu file you saved.`,
  document_rolled_back: (_, given) =>
    `The stored document is older than what was last shown as saved (steps: ${given}); the browser may have restored old data. Check it, or open a newer .miaopu file.`,
  history_damaged: (where, given) =>
    `${where}: the history is damaged here (${given}); the state is whole and was opened as a new workspace, the old record is untouched. Check and go on, or open the last .miaopu file.`,
  files_evicted: (_, given) =>
    `The original files of these sources are no longer in the storage: ${given}. Choose them again, or open the last .miaopu file you saved.`,
  project_not_json: (where, given) => `${where}: the project is not valid JSON (${given}). Take a file nobody changed.`,
  project_newer: (_, given) =>
    `The project was written by a newer Miaopu (format ${given}); this version cannot read it and will not guess. Reload to the new version, then open it.`,
  project_too_large: (_, given) => `The project is too large (${given} characters). Take a file nobody changed.`,
  project_too_deep: (where, given) => `${where}: the project is nested deeper than ${given}. Take a file nobody changed.`,
  project_forbidden_key: (where, given) => `${where}: the key “${given}” is not allowed in a project. Take a file nobody changed.`,
  project_not_finite: (where, given) => `${where}: ${given} is not a finite number. Take a file nobody changed.`,
  project_unknown_key: (where, given) =>
    `${where}: the project has an unknown key “${given}”. Take a file nobody changed, or open it with the version that wrote it.`,
  project_missing_key: (where, given) => `${where}: the project lacks “${given}”. Take a file nobody changed.`,
  project_wrong_value: (where, given) => `${where}: the project's value ${given} does not fit the format. Take a file nobody changed.`,
  project_recipe: (where, given) =>
    `${where}: a source's recipe cannot be read (${given}). Open it with the version that wrote it and export it again.`,
  project_scheme: (where, given) =>
    `${where}: a scheme in it cannot be read (${given}). Open it with the version that wrote it and export it again.`,
  project_step_differs: (where, given) =>
    `${where}: from this step on the history does not hold (${given}); the file was changed or is damaged. Take a file nobody changed.`,
  project_state_differs: (where, given) =>
    `${where}: the state is not the one its ${given} steps lead to; the file was changed or is damaged. Take a file nobody changed.`,
  bundle_not_one: (where, given) =>
    `${where}: this is no Miaopu workspace${given === '' ? '' : ` (${given})`}. Choose a .miaopu file; open an ordinary zip by loading files.`,
  bundle_newer: (_, given) =>
    `The workspace file was written by a newer Miaopu (format ${given}). Reload to the new version, then open it.`,
  bundle_too_large: (_, given) =>
    `The workspace has ${given} bytes, above the 4 GB one .miaopu file can hold. Remove sources that are not used, or split it.`,
  bundle_member_missing: (where, given) =>
    `The workspace file lacks ${where}${given === '' ? '' : ` (${given})`}. Ask whoever gave it for a whole one; the rest can be opened meanwhile.`,
  bundle_member_differs: (where, given) =>
    `${where} in the workspace file is not what its manifest says (${given}): damaged or changed. Ask whoever gave it for another copy.`,
  bundle_member_unknown: (where) =>
    `The workspace file also holds ${where}, which its manifest does not name, so it was not read. Check where the file comes from.`,
};

const ledger: Readonly<Record<string, string>> = {
  above_header: 'above the header',
  blank_line: 'blank line',
  total_row: 'row of totals',
  too_few_cells: 'fewer cells than the header',
  too_many_cells: 'more cells than the header',
  stray_quote: 'a quote that does not close',
  quotes_as_text: 'a quote that does not close; the row is read without quoting, the quotes stay in the text',
  merged_cell: 'merged cell: filled from the first of those merged',
  formula_without_value: 'a formula without a stored result',
  error_value: 'the cell is an error value',
  no_firm_key: 'no firm key',
  no_year: 'no year',
  duplicate_key: 'a second row of the firm and year, left out as decided',
  no_such_firm_year: 'listed firm and year not in any other file',
  match_undecided: 'its firm matches only likely and waits for a decision',
  no_match: 'its firm is in no file with credit codes',
  no_such_firm: 'listed firm not in any other file',
  bad_dates: 'days that cannot be read, or an end before the beginning',
  no_title: 'which title it is about is not said',
  no_figures: 'no figure for this year',
  null_word: 'read as missing',
  spaces_trimmed: 'spaces trimmed',
  full_width: 'full-width characters made half-width',
  minus_sign: 'minus sign made plain',
  thousands_separator: 'thousands separators removed',
  currency_sign: 'currency sign removed',
  percent_sign: 'per cent converted',
  unit_in_cell: 'unit of the column removed',
  unit_override: 'converted by the cell’s own unit',
  parentheses_negative: 'parentheses read as negative',
  digits_rounded: 'more digits than can be held, nearest number taken',
  day_assumed: 'year and month only, day 1 taken',
  time_dropped: 'time dropped, date kept',
  year_of_date: 'year taken from a date',
  unreadable: 'does not read as the kind of its column',
  number_range: 'number too large or too small to hold',
  unit_mismatch: 'unit does not fit the column',
  other_currency: 'another currency than the file’s',
  ambiguous_date: 'date that can be read two ways',
  impossible_date: 'no such day in the calendar',
  digits_lost: 'code written in scientific notation, digits lost',
  bad_record: 'not a JSON record',
  nested_value: 'an object or a list of lists where a value belongs',
  repeated_header: 'the header once more',
  other_table: 'belongs to another table in the same file',
  short_row: 'fewer cells than the header: they can only be missing at the end, and are read as empty',
  not_a_year: 'not a year',
  out_of_range: 'outside what the field can be',
};

const formula: Readonly<Record<string, Say>> = {
  empty: () => 'the formula is empty. Write what to compute.',
  too_long: (_, given) => `the formula has ${given} characters, more than 20 000. Split it into several indicators.`,
  too_deep: (_, given) => `nested deeper than ${given}. Simplify it.`,
  unclosed_text: (where, given) => `${where}: the text ${given} has no closing quote. Add it.`,
  unexpected_character: (where, given) => `${where}: “${given}” cannot stand in a formula. Remove or rewrite it.`,
  upper_case: (where, given) => `${where}: write “${given}” in small letters.`,
  bad_number: (where, given) => `${where}: “${given}” is not a number. Rewrite it.`,
  unknown_unit: (where, given) => `${where}: the unit “${given}” is not known. Use 元, 万元, 亿元, %, 件, 人 …`,
  expected_value: (where, given) => `${where}: a field, number or function is needed, not “${given}”. Add it.`,
  expected_literal: (where, given) => `${where}: a list holds texts or numbers only, not “${given}”.`,
  expected_field: (where, given) => `${where}: a field name is needed, not “${given}”. growth, previous … take a field only.`,
  expected_years: (where, given) => `${where}: a number of years (such as 3) is needed, not “${given}”.`,
  expected_closing: (where, given) => `${where}: a closing parenthesis is missing (found “${given}”). Add it.`,
  expected_opening: (where, given) => `${where}: an opening parenthesis is missing (found “${given}”). Add it.`,
  expected_missing: (where, given) => `${where}: after “is” comes “missing” or “not missing”, not “${given}”.`,
  unexpected_piece: (where, given) => `${where}: “${given}” is too much; the formula is complete before it. Remove it or add an operator.`,
  chained_comparison: (where, given) => `${where}: comparisons cannot be chained (“${given}”). Write a < b and b < c.`,
  unknown_function: (where, given) => `${where}: there is no function “${given}”.`,
  wrong_arity: (where, given) => `${where}: ${given} has the wrong number of arguments.`,
  bad_years: (where, given) => `${where}: “${given}” years must be a whole number from 1 to 20.`,
  unknown_field: (where, given) =>
    `${where}: there is no field “${given}” (after an arrow: the nearest name there is). Use a field that exists.`,
  needs_number: (where, given) => `${where}: “${given}” must be a number.`,
  needs_truth: (where, given) => `${where}: “${given}” must be true or false.`,
  needs_text: (where, given) => `${where}: “${given}” must be a text.`,
  needs_set: (where, given) => `${where}: “${given}” must be a set (such as the types of a firm).`,
  different_kinds: (where, given) => `${where}: the two sides of “${given}” are of different kinds. Make them the same.`,
  set_not_value: (where, given) => `${where}: “${given}” is a set, which can only be asked with “in” and “is missing”.`,
};

const scheme: Readonly<Record<string, Say>> = {
  not_json: (_, given) => `Not valid JSON (${given}). Check brackets, commas and quotes.`,
  too_big: (_, given) => `The scheme has more than ${given} characters. Shorten it.`,
  too_deep: (where, given) => `${where}: nested deeper than ${given}. Simplify it.`,
  forbidden_key: (where, given) => `${where}: the key “${given}” is not allowed. Remove it.`,
  not_finite: (where, given) => `${where}: ${given} is not a finite number. Correct it.`,
  duplicate_key: (where, given) => `${where}: the key “${given}” is written twice. Keep one.`,
  wrong_kind: (where, given) => `${where}: wrong kind (wanted → found: ${given}). Correct it.`,
  unknown_key: (where, given) => `${where}: the key “${given}” is not known. Remove it or correct its spelling.`,
  missing_key: (where, given) => `${where}: “${given}” is missing. Add it.`,
  bad_choice: (where, given) => `${where}: “${given}” is not one of the values allowed. See docs/scheme-format.md.`,
  bad_id: (where, given) => `${where}: the id “${given}” must begin with a letter and hold only letters, digits, _ . -, at most 64.`,
  bad_pattern: (where, given) =>
    `${where}: “${given}” is not written as it must be (a date as 2024-01-31, a currency as CNY, a version in letters, digits and . _ - only). Correct it.`,
  empty_text: (where) => `${where}: the text is empty. Fill it in.`,
  long_text: (where, given) => `${where}: the text has more than ${given} characters. Shorten it.`,
  too_small: (where, given) => `${where}: too small (given → least: ${given}). Raise it.`,
  too_large_number: (where, given) => `${where}: too large (given → most: ${given}). Lower it.`,
  too_few_items: (where, given) => `${where}: at least ${given} item(s) are needed. Add them.`,
  too_many_items: (where, given) => `${where}: at most ${given} item(s) are allowed. Remove some.`,
  zero_of: (where, given) =>
    `${where}: the full points of an indicator must be above 0, at least 0.000001 (given → least: ${given}). Correct it.`,
  points_or_per_unit: (where, given) =>
    `${where}: a deduction needs exactly one of points and perUnit (it has: ${given === '' ? 'neither' : given}). Correct it.`,
  cap_without_per_unit: (where) => `${where}: only a deduction per item (perUnit) can have a cap. Remove the cap or use perUnit.`,
  formula_missing: (where) => `${where}: the indicator has no formula. Add one.`,
  formula_not_here: (where) => `${where}: in a best-of indicator each option has its own formula. Move it there.`,
  exceed_without_total: (where) => `${where}: exceed without a total. Add the total or remove exceed.`,
  empty_pass: (where) => `${where}: a pass line without any condition. Add one, or set it to null.`,
  empty_treatment: (where) => `${where}: a treatment of nothing. Add winsorise or log, or remove it.`,
  least_without_within: (where, given) => `${where}: at least ${given} firms of no peer group. Add within, or remove least.`,
  formula: (where, given) => `${where}: the formula is wrong (${given}). Correct it.`,
  formula_kind: (where, given) => `${where}: the formula yields the wrong kind (wanted → found: ${given}). Rewrite it.`,
  bad_date: (where, given) => `${where}: there is no day ${given} in the calendar. Correct it.`,
  dates_reversed: (where, given) => `${where}: the start is after the end (${given}). Swap them.`,
  duplicate_id: (where, given) => `${where}: the id “${given}” is taken. Choose another.`,
  empty_group: (where, given) => `${where}: no indicator is in the group “${given}”. Add one or remove the group.`,
  unknown_group: (where, given) => `${where}: there is no group “${given}”. Correct the id.`,
  unknown_stage: (where, given) => `${where}: there is no stage “${given}”. Correct the id.`,
  unknown_indicator: (where, given) => `${where}: there is no indicator “${given}”. Correct the id.`,
  stage_weight_missing: (where, given) => `${where}: no weight for the stage “${given}”. Add it.`,
  weights_without_stages: (where, given) =>
    `${where}: weights by stage (${given}) in a scheme without stages. Add stages, or give one number.`,
  comparison_without_stages: (where, given) =>
    `${where}: compared within ${given} in a scheme without stages. Add stages, or change the comparison set.`,
  tiers_overlap: (where, given) => `${where}: two tiers overlap (${given}). Let one end where the next begins.`,
  tiers_hole: (where, given) => `${where}: a hole between two tiers (${given}); values in it have no points. Close it.`,
  tiers_boundary_twice: (where, given) => `${where}: the boundary belongs to two tiers (${given}). Open one side.`,
  tiers_boundary_never: (where, given) => `${where}: the boundary belongs to no tier (${given}). Close one side.`,
  tier_empty: (where, given) => `${where}: no number is in this tier (${given}). Change its start or end.`,
  interval_reversed: (where, given) => `${where}: the interval of points runs from high to low (${given}). Swap its ends.`,
  equal_bounds: (where, given) => `${where}: start and end are equal (${given}), which cannot be scored. Change one.`,
  bounds_reversed: (where, given) =>
    `${where}: the low bound is above the high one (${given}). Swap them; use direction for “less is better”.`,
  quantiles_reversed: (where, given) => `${where}: the two quantiles are equal or from high to low (${given}). Put the lower one first.`,
  treatment_not_here: (where, given) =>
    `${where}: a treatment before rule ${given}, which compares with nobody. Remove it, or take a rule that compares.`,
  log_not_here: (where, given) => `${where}: a logarithm before rule ${given} means nothing. Take it with min-max or z-score only.`,
  power_zero: (where) => `${where}: the mean of power 0, or nearer to 0 than 0.01, is the geometric one. Write geometric.`,
  floor_needed: (where, given) =>
    `${where}: a mean of a negative power ends at a zero, and the floor is ${given}. Give one of 0.000001 or more.`,
  direction_contradicts: (where, given) => `${where}: the direction contradicts the numbers of the rule (${given}). Change one of them.`,
  points_above_of: (where, given) => `${where}: the tier gives more than the indicator's full points (${given}). Change one of them.`,
  unit_dimension: (where, given) => `${where}: the unit does not fit what the formula yields (${given}). Change the unit.`,
  weights_do_not_add_up: (where, given) =>
    `${where}: the weights do not add up to the full mark stated (sum → stated: ${given}). Scored as written; check it.`,
  full_marks_differ: (where, given) => `${where}: the full mark differs by stage (${given}). Scored as written; check it.`,
  no_full_points: (where, given) => `${where}: no tier reaches full points (best → full: ${given}). Scored as written; check it.`,
  money_without_unit: (where, given) => `${where}: a threshold on money has no unit and is read as 元 (${given}). State the unit.`,
  version_taken: (_, given) =>
    `A version “${given}” of this scheme is here already and says something else. A version never changes once it exists; give another name.`,
  currency: (where, given) =>
    `${where}: thresholds in another currency than the data's (scheme → data: ${given}); nothing is converted or scored. Use a scheme in that currency.`,
  field_not_loaded: (where, given) =>
    `${where}: the loaded data have no field ${given}; this part is missing throughout, never zero. Add a file that has it.`,
};

const path: Readonly<Record<string, string>> = {
  indicators: 'indicator',
  groups: 'group',
  stages: 'stage',
  deductions: 'deduction',
  gates: 'gate',
  vetoes: 'veto',
  pass: 'pass line',
  anyOf: 'shortcut',
  positive: 'indicator above 0',
  rule: 'rule',
  options: 'option',
  tiers: 'tier',
  from: 'start',
  to: 'end',
  points: 'points',
  formula: 'formula',
  when: 'condition',
  weight: 'weight',
  of: 'full points',
  unit: 'unit',
  name: 'name',
  id: 'id',
  group: 'group',
  direction: 'direction',
  missing: 'missing policy',
  effective: 'effective dates',
  currency: 'currency',
  comparison: 'comparison set',
  cap: 'cap',
  columns: 'column',
  dialect: 'way of reading',
};

export const enProblems: typeof zhProblems = {
  file,
  ledger,
  formula,
  scheme,
  path,
  file_kept: {
    error: 'The file is not loaded; what was there before stays.',
    question: 'The file is not loaded before this is answered; what was there before stays.',
    warning: '',
  },
  scheme_kept: { error: 'The scheme is not in force; earlier results stay.', warning: '' },
  unknown: (code, where, given) => `${where}: a problem not in the list, ${code} (${given}). Please report this text with the file.`,
  unknown_ledger: (code) => `a reason not in the list, ${code}`,
  of_source: (source, text) => `“${source}”: ${text}`,
  whole: 'The whole file',
  whole_scheme: 'The whole scheme',
  place_header: (header) => `“${header}”`,
  place_line: (line) => `Line ${line}`,
  place_line_byte: (line, byte) => `Line ${line} (byte ${byte})`,
  place_column: (column) => `Column ${column}`,
  place_events: 'List of events',
  place_at: (at) => `at character ${at}`,
  path_item: (part, number) => `${part} ${number}`,
  path_with: (words, pointer) => `${words} (${pointer})`,
  path_join: ' · ',
  formula_in: (where, text) => `${where}: formula, ${text}`,
  field: (name, id) => `${name} (${id})`,
  kept_join: (text, kept) => (kept === '' ? text : `${text} ${kept}`),
};
