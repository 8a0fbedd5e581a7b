import type { Dialect } from '../model/source';
import { sampleRows } from './sample';

type Marks = Pick<Dialect, 'delimiter' | 'quote'>;

const DELIMITERS = [',', '\t', ';', '|', '，'] as const;
const ROWS = 150;

/** Finds delimiter and quote: the pair under which most rows have the same number of cells, more cells counting more. One column: comma. */
export function findMarks(head: string, hints: Partial<Marks> = {}): Marks {
  const text = firstLines(head.slice(0, 256 << 10), ROWS);
  const quotes = hints.quote === undefined ? [findQuote(text)] : [hints.quote];
  const delimiters = hints.delimiter === undefined ? DELIMITERS : [hints.delimiter];
  const tried = delimiters.flatMap((delimiter) => quotes.map((quote) => fit(text, { delimiter, quote })));
  const usable = tried.filter(({ cells }) => cells > 1);
  if (usable.length === 0) return { delimiter: hints.delimiter ?? ',', quote: quotes[0]! };
  // Of `a;b` above `1,5;2,5` the semicolon shapes the first line too, the decimal comma does not.
  const first = Math.min(...usable.map(({ firstAt }) => firstAt));
  const score = ({ share, cells, firstAt }: Fit) => share * share * Math.log(cells) * (firstAt > first ? 0.5 : 1);
  return usable.reduce((best, next) => (score(next) > score(best) ? next : best)).marks;
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
  /** The most frequent number of cells, the share of rows with it, and the first of these. */
  readonly cells: number;
  readonly share: number;
  readonly firstAt: number;
}

function fit(text: string, marks: Marks): Fit {
  const counts = sampleRows(text, marks, ROWS)
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .map(({ cells }) => cells.length);
  const often = new Map<number, number>();
  for (const count of counts) often.set(count, (often.get(count) ?? 0) + 1);
  const [cells, rows] = [...often].reduce(
    (best, next) => (next[1] > best[1] || (next[1] === best[1] && next[0] > best[0]) ? next : best),
    [0, 0],
  );
  return { marks, cells, share: counts.length === 0 ? 0 : rows / counts.length, firstAt: counts.indexOf(cells) };
}

/** The quote is `'` only where cells stand between such marks and none between `"`. */
function findQuote(text: string): Dialect['quote'] {
  if (/(?:^|[,\t;|，\n])"/.test(text)) return '"';
  const single = text.match(/(?:^|[,\t;|，\n])'[^'\n]*'(?=[,\t;|，\n]|$)/g)?.length ?? 0;
  return single > 1 && single >= text.split('\n').length / 4 ? "'" : '"';
}
