import type { SegmentRow, SegmentsAnswer } from '../../../../scoring/distribution/format';
import type { Locale } from '../../../i18n';
import { brief, byName, measureName, partName } from './names';
import { type PanelAbout, SMALL } from './panel';
import { writtenOf, type Written } from './written';

/** How figures of this chart are written: as the medians of its rows ask for. */
export function segmentsWritten({ measure, rows, total }: SegmentsAnswer, { currency }: PanelAbout, locale: Locale): Written {
  return writtenOf(measure, [total.figures.p50, ...rows.map(({ figures }) => figures.p50)], currency, locale);
}

/** A row with a median. */
interface Middle {
  readonly row: SegmentRow;
  readonly median: number;
}

/** How far medians lie apart, and whether firms of one segment lie further apart than that. */
export function segmentsFinding(answer: SegmentsAnswer, about: PanelAbout, locale: Locale): string {
  const { t, format } = locale;
  const written = segmentsWritten(answer, about, locale);
  const by = byName(answer.by, locale);
  const nameOf = (row: SegmentRow): string => brief(partName(answer.by, row, locale));
  const all = middlesOf(answer.rows);
  if (all.length === 0) return t.distribution_segments_none(by);
  if (all.length === 1) return t.distribution_segments_one(nameOf(all[0]!.row), written.said(all[0]!.median));
  if (answer.by === 'year') return yearsFinding(all, written, measureName(answer.measure, locale), locale);
  const sound = all.filter(({ row }) => row.figures.n >= SMALL);
  if (sound.length < 2) {
    const most = all.reduce((a, b) => (b.row.figures.n > a.row.figures.n ? b : a));
    return t.distribution_segments_small(by, String(SMALL), nameOf(most.row), written.said(most.median));
  }
  const { low, high, within, between } = apartness(sound);
  if (low === high) return t.distribution_segments_equal(by, written.said(low));
  const word = t.distribution_segments_within[compared(within, between)];
  const times = answer.spreadOfMedians;
  if (times !== null && times >= 1.1) return t.distribution_segments_times(by, format.short(times, times < 10 ? 1 : 0), word);
  return t.distribution_segments_span(by, written.span(low, high), word);
}

function yearsFinding(all: readonly Middle[], written: Written, name: string, { t }: Locale): string {
  const [first, last] = [all[0]!, all.at(-1)!];
  const is = last.median > first.median ? 'up' : last.median < first.median ? 'down' : 'same';
  const [a, b] = written.pair(first.median, last.median);
  return t.distribution_segments_years[is](name, first.row.value, last.row.value, a, b);
}

function middlesOf(rows: readonly SegmentRow[]): readonly Middle[] {
  return rows.flatMap((row) => (row.figures.p50 === null ? [] : [{ row, median: row.figures.p50 }]));
}

/** Between: highest less lowest median. Within: the middle of the spans from P10 to P90. */
function apartness(rows: readonly Middle[]): { low: number; high: number; between: number; within: number } {
  const medians = rows.map(({ median }) => median);
  const spans = rows.map(({ row: { figures } }) => (figures.p90 ?? 0) - (figures.p10 ?? 0)).sort((a, b) => a - b);
  const half = spans.length / 2;
  const within = (spans[Math.floor(half - 0.5)]! + spans[Math.floor(half)]!) / 2;
  const [low, high] = [Math.min(...medians), Math.max(...medians)];
  return { low, high, between: high - low, within };
}

/** A tenth more or less is called alike. */
function compared(within: number, between: number): 'more' | 'alike' | 'less' {
  return within > between * 1.1 ? 'more' : within < between * 0.9 ? 'less' : 'alike';
}

/** The chart in sentences, for who does not see it. */
export function segmentsSummary(answer: SegmentsAnswer, about: PanelAbout, locale: Locale): string {
  const { t, format } = locale;
  const written = segmentsWritten(answer, about, locale);
  const by = byName(answer.by, locale);
  const all = middlesOf(answer.rows);
  if (all.length === 0) return t.distribution_segments_none(by);
  const sorted = all.toSorted((a, b) => b.median - a.median);
  const [first, last] = [sorted[0]!, sorted.at(-1)!];
  const nameOf = ({ row }: Middle): string => brief(partName(answer.by, row, locale));
  const sound = all.filter(({ row }) => row.figures.n >= SMALL);
  const apart = sound.length < 2 ? null : apartness(sound);
  return t.distribution_sentences([
    t.distribution_segments_summary(
      by,
      format.number(answer.rows.length),
      nameOf(first),
      written.said(first.median),
      nameOf(last),
      written.said(last.median),
    ),
    ...(apart ? [t.distribution_segments_summary_within(by, written.apart(apart.within), written.apart(apart.between))] : []),
  ]);
}
