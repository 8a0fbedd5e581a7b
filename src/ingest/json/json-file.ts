import type { Recipe } from '../../model/recipe';
import type { Dialect, FileProblem, FoundFile, LedgerLine, LoadedFile } from '../../model/source';
import type { ByteSource } from '../byte-source';
import type { Reading } from '../decode';
import { ledgerPage } from '../ledger';
import { LEDGER } from '../ledger-reasons';
import { type Loaded, loadBy, type Loading } from '../load';
import { lookAtRows, nothingFound } from '../look-rows';
import type { ReadTable } from '../papa-reader';
import type { RawRow, RowsAgain } from '../raw-cells';
import { RowTable } from '../row-table';
import { RowBuffer } from '../xlsx/row-buffer';
import type { JsonRecord } from './record';
import { jsonShape } from './shape';
import { eachRecord, type JsonSurvey, placed, surveyJson } from './survey';

/** What stands for the marks of a JSON file, which is split by its own grammar. */
const MARKS = { delimiter: '', quote: '' } as const;
/** The keys of objects stand for a header above the first record. */
const KEYS: Dialect['header'] = { line: 0, lines: 1 };

const surveys = new WeakMap<ByteSource, { readonly encoding: string; readonly survey: JsonSurvey }>();

/** The survey of a source, made once for as long as the source is held. */
async function surveyOf(
  source: ByteSource,
  encoding: Dialect['encoding'] | undefined,
  reading: Reading,
): Promise<JsonSurvey | FileProblem> {
  const known = surveys.get(source);
  if (known && known.encoding === (encoding ?? known.encoding)) return known.survey;
  const shape = await jsonShape(source);
  if (!shape) throw new Error(`${source.name} is no JSON`);
  const survey = await surveyJson(source, shape, encoding, reading);
  if (!('code' in survey)) surveys.set(source, { encoding: survey.encoding, survey });
  return survey;
}

async function look(source: ByteSource, hints: Partial<Dialect> = {}, reading: Reading = {}): Promise<FoundFile> {
  const survey = await surveyOf(source, hints.encoding, reading);
  if ('code' in survey) return nothingFound(source, { encoding: 'utf-8', ...MARKS, header: KEYS }, [survey]);
  const { shape, columns, rows, further, encoding, certain, problems } = survey;
  const opened = { dialect: { encoding, ...MARKS }, certain, problems };
  if (!shape.isObjects) return withLists(lookAtRows(source, opened, { rows, further }, hints.header), survey);
  const head = { line: 0, cells: [...columns.keys()], stray: false };
  const sheet = { width: columns.size, isUsed: () => true };
  return withLists(lookAtRows(source, opened, { rows: [head, ...rows], further, sheet, isOneTable: true }, KEYS), survey);
}

/** Lists of words are sets, however few of them hold several. */
function withLists(found: FoundFile, { lists }: JsonSurvey): FoundFile {
  const columns = found.columns.map((column) =>
    lists.has(column.at) && column.kind === 'text' ? { ...column, kind: 'set' as const } : column,
  );
  return { ...found, columns };
}

async function load(source: ByteSource, recipe: Recipe, reading: Loading = {}): Promise<Loaded> {
  return loadBy(readTable, source, recipe, reading);
}

async function readTable(source: ByteSource, given: Recipe, reading: Reading): Promise<ReadTable | FileProblem> {
  const survey = await surveyOf(source, given.dialect.encoding, { signal: reading.signal });
  if ('code' in survey) return survey;
  const { isObjects } = survey.shape;
  const recipe = isObjects ? { ...given, dialect: { ...given.dialect, header: KEYS } } : given;
  const table = new RowTable(recipe, () => survey.records, isObjects);
  const buffer = new RowBuffer(table.isFigure);
  if (isObjects) table.take(buffer, buffer.space, 0);
  const take = (record: JsonRecord | null, place: number): void => {
    if (!record) return table.leave(place, LEDGER.bad_record);
    fill(buffer, record, survey);
    table.take(buffer, buffer.space, place);
  };
  const answer = await eachRecord(source, survey.shape, survey.encoding, take, reading);
  if ('code' in answer) return answer;
  return { ...table.finish(answer), problems: survey.problems };
}

const encoder = new TextEncoder();

function fill(buffer: RowBuffer, { keys, cells, nested }: JsonRecord, { columns }: JsonSurvey): void {
  buffer.clear();
  for (let index = 0; index < cells.length; index++) {
    const at = keys ? columns.get(keys[index]!)! : index;
    const bytes = encoder.encode(cells[index]);
    buffer.put(at, bytes, 0, bytes.length);
    if (nested.has(index)) buffer.mark(at, LEDGER.nested_value);
  }
}

/** Rows found again by reading the file from its beginning; the rows of one pass are kept, as a ledger asks for neighbours. */
class RecordsAgain implements RowsAgain {
  readonly #source: ByteSource;
  readonly #survey: JsonSurvey;
  #rows = new Map<number, RawRow>();
  static readonly KEPT = 5000;

  constructor(source: ByteSource, survey: JsonSurvey) {
    this.#source = source;
    this.#survey = survey;
  }

  async at(line: number): Promise<RawRow> {
    const row = this.#rows.get(line) ?? (await this.#from(line)).get(line);
    if (!row) throw new RangeError(`${this.#source.name} has no record on line ${line}`);
    return row;
  }

  async #from(line: number): Promise<Map<number, RawRow>> {
    this.#rows = new Map();
    const { shape, encoding, columns } = this.#survey;
    const take = (record: JsonRecord | null, place: number, text: string): void => {
      if (place < line || this.#rows.size === RecordsAgain.KEPT) return;
      const ats = record?.cells.map((_, index) => (record.keys ? columns.get(record.keys[index]!)! : index)) ?? [];
      const cells = record ? placed(record.cells, ats) : [];
      this.#rows.set(place, { cells, text: text.trim() });
    };
    await eachRecord(this.#source, shape, encoding, take, {});
    return this.#rows;
  }
}

async function recordsOf(source: ByteSource, { dialect }: Pick<LoadedFile, 'dialect'>): Promise<RecordsAgain> {
  const survey = await surveyOf(source, dialect.encoding, {});
  if ('code' in survey) throw new Error(`${source.name} is no longer what was loaded: ${survey.code}`);
  return new RecordsAgain(source, survey);
}

/**
 * JSON: a record a line, or all in a list. Keys are headers in the order in which they first appear; arrays are rows of a table, their header found as in a
 * text. Lines are lines of the file, or the numbers of the records of a list. A line that cannot be read is rejected; a list that breaks is refused whole.
 */
export const jsonFile = {
  is: async (source: ByteSource): Promise<boolean> => (await jsonShape(source)) !== null,
  look,
  load,
  cells: async (source: ByteSource, loaded: Pick<LoadedFile, 'dialect'>, line: number): Promise<string[]> => [
    ...(await (await recordsOf(source, loaded)).at(line)).cells,
  ],
  ledger: async (source: ByteSource, loaded: LoadedFile, recipe: Recipe, offset: number, count: number): Promise<LedgerLine[]> =>
    ledgerPage(source, loaded, recipe, offset, count, await recordsOf(source, loaded)),
};
