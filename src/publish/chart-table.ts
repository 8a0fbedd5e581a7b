import type { ChartAnswer } from '../../scoring/distribution/format';
import { separatedText } from '../columns/csv';
import type { FileTable, TableAbout } from './chart-sheet';
import type { Stated } from './chart-stated';
import { tableOfHeat, tableOfMatrix } from './table-of-cells';
import { tableOfChange } from './table-of-change';
import { tableOfConcentration } from './table-of-concentration';
import { tableOfGroups } from './table-of-groups';
import { tableOfRelation } from './table-of-relation';
import { tableOfSegments } from './table-of-segments';
import { tableOfSpread } from './table-of-spread';

/** Excel reads a CSV as UTF-8 only when it begins with this mark. */
const BOM = '\uFEFF';

/** All numbers of an answer as one table, in stored units (ratios in per cent), units in the heads; what a guard has hidden is empty and named in the note of its line. */
export function chartTable(answer: ChartAnswer, about: TableAbout): FileTable {
  switch (answer.is) {
    case 'spread':
      return tableOfSpread(answer, about);
    case 'segments':
      return tableOfSegments(answer, about);
    case 'groups':
      return tableOfGroups(answer, about);
    case 'change':
      return tableOfChange(answer, about);
    case 'concentration':
      return tableOfConcentration(answer, about);
    case 'relation':
      return tableOfRelation(answer, about);
    case 'matrix':
      return tableOfMatrix(answer, about);
    case 'heat':
      return tableOfHeat(answer, about);
  }
}

/** A table as CSV with its byte-order mark; what it rests on stands in every line, so that no line parts from it. */
export function tableCsv({ heads, rows }: FileTable, stated: readonly Stated[]): string {
  const texts = stated.map(({ text }) => text);
  return BOM + separatedText([...heads, ...stated.map(({ head }) => head)], linesOf(rows, texts));
}

function* linesOf(rows: FileTable['rows'], texts: readonly string[]): Iterable<FileTable['rows'][number]> {
  for (const row of rows) yield [...row, ...texts];
}
