import type { FileProblem, FoundSheet } from '../../model/source';
import type { ByteSource } from '../byte-source';
import { dropKept } from './package';
import type { OpenSheet } from './sheet-rows';
import { type Survey, surveyOf } from './survey';
import { openWorkbook, type SheetPart, type Workbook } from './workbook';

/** A workbook with one of its sheets open, and what a person should know of it. */
export interface ChosenSheet extends OpenSheet {
  readonly problems: readonly FileProblem[];
}

interface Surveyed {
  readonly sheet: SheetPart;
  readonly survey: Survey | FileProblem;
}

/**
 * Opens the sheet of this name, or, where none is named, the visible one with the most cells: a page of explanations often stands first. Hidden sheets are
 * only taken where no visible one holds anything. All sheets are surveyed.
 */
export async function chooseSheet(
  source: ByteSource,
  name: string | undefined,
  signal?: AbortSignal,
): Promise<{ readonly sheets: readonly FoundSheet[]; readonly open: ChosenSheet | FileProblem }> {
  const workbook = await openWorkbook(source);
  if ('code' in workbook) return { sheets: [], open: workbook };
  const all: Surveyed[] = [];
  for (const sheet of workbook.sheets) all.push({ sheet, survey: await surveyOf(workbook, sheet, signal) });
  const sheets = all.map(({ sheet: { name, hidden }, survey }) => ({ name, hidden, rows: 'code' in survey ? 0 : survey.rows }));
  const chosen = name === undefined ? fullest(all) : all.find(({ sheet }) => sheet.name === name);
  if (!chosen) return { sheets, open: missing(workbook, name ?? '') };
  const { sheet, survey } = chosen;
  dropKept(workbook.pack, sheet.path);
  if ('code' in survey) return { sheets, open: survey };
  const others = all.filter((one) => one !== chosen);
  return {
    sheets,
    open: { workbook, sheet, survey, problems: [...damaged(source.name, others), ...notesOf(source.name, workbook, survey)] },
  };
}

/** Opens the sheet of this name without a look at the others; where none is named, the one that is chosen by itself. */
export async function openSheet(source: ByteSource, name: string | undefined, signal?: AbortSignal): Promise<ChosenSheet | FileProblem> {
  if (name === undefined) return (await chooseSheet(source, name, signal)).open;
  const workbook = await openWorkbook(source);
  if ('code' in workbook) return workbook;
  const sheet = workbook.sheets.find((one) => one.name === name);
  if (!sheet) return missing(workbook, name);
  const survey = await surveyOf(workbook, sheet, signal);
  return 'code' in survey ? survey : { workbook, sheet, survey, problems: notesOf(source.name, workbook, survey) };
}

function missing({ pack, sheets }: Workbook, name: string): FileProblem {
  const given = sheets.map((sheet) => sheet.name).join(', ');
  return { code: 'sheet_missing', source: pack.source.name, where: name, given, severity: 'error' };
}

function fullest(all: readonly Surveyed[]): Surveyed | undefined {
  const cellsOf = ({ survey }: Surveyed): number => ('code' in survey ? 0 : survey.cells);
  const visible = all.filter(({ sheet }) => !sheet.hidden);
  const offered = visible.some((one) => cellsOf(one) > 0) ? visible : all;
  return offered.reduce<Surveyed | undefined>((best, one) => (best && cellsOf(best) >= cellsOf(one) ? best : one), undefined);
}

function damaged(source: string, all: readonly Surveyed[]): readonly FileProblem[] {
  return all.flatMap(({ sheet, survey }) =>
    'code' in survey ? [{ code: 'sheet_unreadable', source, where: sheet.name, given: survey.given, severity: 'warning' as const }] : [],
  );
}

/** What a person should know of the rows of a sheet, though nothing of it is wrong. */
function notesOf(source: string, { isUncalculated }: Workbook, { formulas, hiddenRows }: Survey): readonly FileProblem[] {
  const notes: FileProblem[] = [];
  const note = (code: string, count: number): void => {
    if (count > 0) notes.push({ code, source, where: '', given: String(count), severity: 'warning' });
  };
  note('hidden_rows', hiddenRows);
  if (isUncalculated) note('formulas_not_calculated', formulas);
  else note('formulas_as_stored', formulas);
  return notes;
}
