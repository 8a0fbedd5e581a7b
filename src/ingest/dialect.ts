import type { Dialect } from '../model/source';
import { sampleRows } from './sample';

export type Marks = Pick<Dialect, 'delimiter' | 'quote' | 'escape'>;

/** In the order of preference: where two shape a text equally well, the first is meant. */
const DELIMITERS = [',', '\t', ';', '|', '，', ', ', '; ', ' '] as const;
const ROWS = 150;
/** Words part texts too: a space is a delimiter only where it shapes nearly all rows, or half of them where nothing else shapes any. */
const SPACE_SHARE = 0.8;
const SPACE_ALONE = 0.5;

/**
 * Finds delimiter, quote and escape: those under which most rows have as many cells as their neighbours, more cells counting more. A row whose quotes are broken
 * under them counts against them. One column: comma.
 */
export function findMarks(head: string, hints: Partial<Marks> = {}): Marks {
  const text = firstLines(head.slice(0, 256 << 10), ROWS);
  const quote = hints.quote ?? findQuote(text);
  const delimiters = hints.delimiter === undefined ? DELIMITERS.filter((delimiter) => text.includes(delimiter)) : [hints.delimiter];
  const escapes = hints.escape === undefined && text.includes('\\') ? [undefined, '\\' as const] : [hints.escape];
  const tried = delimiters.flatMap((delimiter) =>
    escapes.map((escape) => fit(text, { delimiter, quote, ...(escape === undefined ? {} : { escape }) })),
  );
  const shaped = tried.filter(({ cells }) => cells > 1);
  const sure = shaped.filter(({ share, marks }) => marks.delimiter !== ' ' || share >= SPACE_SHARE);
  const usable = sure.length > 0 ? sure : shaped.filter(({ share }) => share >= SPACE_ALONE);
  if (usable.length === 0) return { delimiter: hints.delimiter ?? ',', quote };
  // Of `a;b` above `1,5;2,5` the semicolon shapes the first line too, the decimal comma does not.
  const first = Math.min(...usable.map(({ firstAt }) => firstAt));
  // Of two rows of different lengths the share is nothing, and still one delimiter is the likelier.
  const score = ({ share, cells, firstAt, marks }: Fit) =>
    Math.max(share, 0.05) ** 2 * Math.log(cells) * (firstAt > first ? 0.5 : 1) * (marks.delimiter === ' ' ? 0.5 : 1);
  const bestOf = (list: readonly Fit[]): Fit | undefined =>
    list.length === 0 ? undefined : list.reduce((before, next) => (score(next) > score(before) ? next : before));
  const best = bestOf(usable)!;
  return (bestOf(usable.filter((one) => isSpaced(one, best))) ?? best).marks;
}

/** Whether marks are the best ones but for a space that stands behind each delimiter. Only under them quotes begin where cells do, so that broken ones count. */
function isSpaced(one: Fit, best: Fit): boolean {
  return (
    one.marks.delimiter === `${best.marks.delimiter} ` && best.spaced > 0.9 && one.cells === best.cells && one.share > best.share * 0.7
  );
}

function firstLines(text: string, lines: number): string {
  let end = -1;
  for (let line = 0; line < lines; line++) {
    const next = text.indexOf('\n', end + 1);
    if (next === -1) return text;
    end = next;
  }
  return text.slice(0, end + 1);
}

interface Fit {
  readonly marks: Marks;
  /** The most frequent number of cells, and the first row with it. */
  readonly cells: number;
  readonly firstAt: number;
  /** The share of rows with as many cells as the row above or below: of a file of several tables, each in its own width, it is high too. */
  readonly share: number;
  /** Of the cells behind a delimiter, the share that begins with a space. */
  readonly spaced: number;
}

function fit(text: string, marks: Marks): Fit {
  const rows = sampleRows(text, marks, ROWS).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const counts = rows.map(({ cells, stray }) => (stray ? -1 : cells.length));
  const often = new Map<number, number>();
  for (const count of counts) if (count > 0) often.set(count, (often.get(count) ?? 0) + 1);
  const [cells] = [...often].reduce((best, next) => (next[1] > best[1] ? next : best), [0, 0]);
  const even = counts.filter((count, at) => count > 1 && (counts.length === 1 || count === counts[at - 1] || count === counts[at + 1]));
  const behind = rows.flatMap((row) => row.cells.slice(1));
  return {
    marks,
    cells,
    share: rows.length === 0 ? 0 : even.length / rows.length,
    firstAt: counts.indexOf(cells),
    spaced: behind.length === 0 ? 0 : behind.filter((cell) => cell.startsWith(' ')).length / behind.length,
  };
}

/** The quote is `'` only where cells stand between such marks and none between `"`. */
function findQuote(text: string): Dialect['quote'] {
  if (/(?:^|[,\t;|，\n ])"/.test(text)) return '"';
  const cells = text.match(/(?:^|(?<=[,\t;|，\n ]))'(?:[^']|''|\\'){0,200}'(?=[,\t;|，\n ]|$)/g) ?? [];
  // One such cell may be a manner of speaking, unless it needs its quotes.
  return cells.length > 1 || cells.some((cell) => /[,\t;|，\n]|''|\\'/.test(cell.slice(1, -1))) ? "'" : '"';
}
