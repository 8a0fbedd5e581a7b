import type { Encoding, FileProblem, LineIndex } from '../../model/source';
import type { ByteSource } from '../byte-source';
import { decodeAll, type Reading } from '../decode';
import { findEncoding } from '../encoding';
import { LEDGER } from '../ledger-reasons';
import { LineCounter } from '../line-counter';
import { LONGEST_ROW, rowTooLong } from '../papa-reader';
import type { SampleRow } from '../sample';
import { MOST_COLUMNS } from '../xlsx/row-buffer';
import { type JsonRecord, readRecord } from './record';
import type { JsonShape } from './shape';
import { LineSplitter, ListSplitter } from './split';

/** What a whole JSON file holds, found by reading it once. */
export interface JsonSurvey {
  readonly shape: JsonShape;
  readonly encoding: Encoding;
  readonly certain: boolean;
  /** Key → column, in the order in which keys first appear; empty for arrays. */
  readonly columns: ReadonlyMap<string, number>;
  /** Columns some of whose values are lists. */
  readonly lists: ReadonlySet<number>;
  /** Records, those that cannot be read among them. */
  readonly records: number;
  readonly rows: readonly SampleRow[];
  readonly further: readonly SampleRow[];
  readonly problems: readonly FileProblem[];
}

const SAMPLED = 1000;
const FURTHER = 900;

/** Takes a record, or null for one that cannot be read, its place and its text. */
type TakeJson = (record: JsonRecord | null, place: number, text: string) => void;

/** Reads the records of a file in order. Answers where lines begin, or why the file cannot be read. */
export async function eachRecord(
  source: ByteSource,
  { isList, isObjects }: JsonShape,
  encoding: Encoding,
  take: TakeJson,
  reading: Reading,
): Promise<LineIndex | FileProblem> {
  const problem = (code: string, place: number): FileProblem => ({
    code,
    source: source.name,
    where: `line ${place}`,
    given: '',
    severity: 'error',
  });
  const read = (text: string, place: number): void => {
    const record = readRecord(text);
    take(record && (record.keys !== null) === isObjects && (isObjects || record.cells.length <= MOST_COLUMNS) ? record : null, place, text);
  };
  const splitter = isList ? new ListSplitter(read) : new LineSplitter(read);
  const counter = new LineCounter(encoding);
  const broken = await decodeAll(
    source,
    encoding,
    counter,
    (text, last) => splitter.push(text, last) && splitter.pending <= LONGEST_ROW,
    reading,
  );
  if (broken) return broken;
  if (splitter.fault) return problem(splitter.fault.isCut ? 'json_cut' : 'json_broken', splitter.fault.place);
  return splitter.pending > LONGEST_ROW ? rowTooLong(source.name, counter.line) : counter.notes.index();
}

/** Reads a file whole to know its columns; an encoding given is taken as chosen by hand. */
export async function surveyJson(
  source: ByteSource,
  shape: JsonShape,
  chosen: Encoding | undefined,
  reading: Reading,
): Promise<JsonSurvey | FileProblem> {
  const found = chosen ? { encoding: chosen, certain: true, problem: null } : await findEncoding(source, reading);
  if (found.problem?.severity === 'error') return found.problem;
  const survey = new Survey();
  const answer = await eachRecord(source, shape, found.encoding, (record, place) => survey.take(record, place), reading);
  if ('code' in answer) return answer;
  const problem = (code: string, where: string, given: number, severity: FileProblem['severity']): FileProblem => ({
    code,
    source: source.name,
    where,
    given: String(given),
    severity,
  });
  const { columns, lists, records, rows, further, bad, firstBad } = survey;
  if (columns.size > MOST_COLUMNS) return problem('json_too_many_keys', '', columns.size, 'error');
  // One object over many lines, or text that only begins like JSON.
  if (bad * 2 > records) return problem('json_no_records', `line ${firstBad}`, bad, 'error');
  const problems = found.problem ? [found.problem] : [];
  if (bad > 0) problems.push(problem('json_bad_records', `line ${firstBad}`, bad, 'warning'));
  return { shape, encoding: found.encoding, certain: found.certain, columns, lists, records, rows, further, problems };
}

/** What is found while the records go by. */
class Survey {
  readonly columns = new Map<string, number>();
  readonly lists = new Set<number>();
  readonly rows: SampleRow[] = [];
  readonly further: SampleRow[] = [];
  records = 0;
  bad = 0;
  firstBad = 0;
  #step = 16;

  take(record: JsonRecord | null, place: number): void {
    this.records++;
    if (!record) {
      this.bad++;
      this.firstBad ||= place;
      return;
    }
    for (const key of record.keys ?? []) if (!this.columns.has(key)) this.columns.set(key, this.columns.size);
    for (const index of record.lists) this.lists.add(record.keys ? this.columns.get(record.keys[index]!)! : index);
    if (this.rows.length < SAMPLED) this.rows.push(sampleRow(record, place, this.columns));
    else if (this.records % this.#step === 0) this.#keep(sampleRow(record, place, this.columns));
  }

  /** Rows from all of the file, however long it is: when there are enough, every other one goes. */
  #keep(row: SampleRow): void {
    this.further.push(row);
    if (this.further.length < FURTHER) return;
    this.further.splice(0, FURTHER, ...this.further.filter((_, index) => index % 2 === 1));
    this.#step *= 2;
  }
}

function sampleRow({ keys, cells, nested }: JsonRecord, line: number, columns: ReadonlyMap<string, number>): SampleRow {
  const ats = cells.map((_, index) => (keys ? columns.get(keys[index]!)! : index));
  const marks = nested.size > 0 ? { marks: new Map([...nested].map((index) => [ats[index]!, LEDGER.nested_value])) } : {};
  return { line, cells: placed(cells, ats), stray: false, ...marks };
}

/** Cells at their columns, '' between them. */
export function placed(cells: readonly string[], ats: readonly number[]): string[] {
  const row = new Array<string>(ats.length === 0 ? 0 : Math.max(...ats) + 1).fill('');
  cells.forEach((cell, index) => (row[ats[index]!] = cell));
  return row;
}
