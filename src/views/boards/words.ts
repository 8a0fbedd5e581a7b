import { DIMENSIONS, type BoardRow, type BoardSlice, type Change, type Dimension, type Segment } from '../../../scoring/board/format';
import type { Naming } from '../../../scoring/scheme/format';
import { byCode, type Locale } from '../../i18n';

/** How a board writes that a firm's segment is missing. */
const UNKNOWN_SEGMENT = '?';

/** A segment value as it is read: the known "none" has a word of its own, a stage of the scheme and a chosen group their names. */
export function segmentName(dimension: Dimension, value: string, locale: Locale, name?: Naming): string {
  if (name) return locale.name(name);
  if (value === UNKNOWN_SEGMENT) return locale.t.dimension_unknown;
  if (value === '') return locale.t.dimension_none[dimension];
  // An id without a name is a group of another workspace.
  return dimension === 'chosen' ? locale.t.dimension_lost : value;
}

/** What values that are ids are called. */
export type SegmentNames = Pick<BoardSlice, 'stages' | 'chosen'>;

/** A segment, value by value, stages and chosen groups by their names. */
export function segmentWords(segment: Segment, { stages, chosen }: SegmentNames, locale: Locale): [Dimension, string][] {
  return DIMENSIONS.flatMap((dimension): [Dimension, string][] => {
    const value = segment[dimension];
    if (value === undefined) return [];
    const stage = dimension === 'stage' ? stages.find(({ id }) => id === value)?.name : undefined;
    const group = dimension === 'chosen' ? chosen?.find(({ id }) => id === value)?.name : undefined;
    return [[dimension, group ?? segmentName(dimension, value, locale, stage)]];
  });
}

/** Year and segments, as the head of a board. */
export function boardTitle(slice: BoardSlice, locale: Locale): string {
  const { t } = locale;
  return t.board_title_join([t.board_title_year(slice.year), ...segmentWords(slice.segment, slice, locale).map(([, words]) => words)]);
}

/** A cause as it is read: of a new firm it speaks of the year `before`, else of `now`. */
export function causeWords(cause: string, of: 'before' | 'now', locale: Locale): string {
  return byCode(of === 'before' ? locale.t.board_cause_before : locale.t.board_cause_now, cause, locale.t.board_cause_other);
}

/** A change in full, as read out and shown on hover. */
export function changeWords(change: Change, locale: Locale): string {
  switch (change.is) {
    case 'up':
      return locale.t.board_change_up(change.by);
    case 'down':
      return locale.t.board_change_down(change.by);
    case 'same':
      return locale.t.board_change_same;
    case 'new':
      return locale.t.board_change_new_because(causeWords(change.cause, 'before', locale));
    case 'none':
      return locale.t.board_change_none(causeWords(change.cause, 'now', locale));
  }
}

/** The contribution bar in words: each group with what it earned and lost, then the deduction. */
export function stackWords(row: BoardRow, groups: BoardSlice['groups'], locale: Locale): string {
  const { format, t } = locale;
  const parts = groups.map((group, at) => {
    const lost = row.lost[at] ?? 0;
    return t.board_cell_group(locale.name(group.name), format.score(row.groups[at] ?? 0), lost > 0 ? format.score(lost) : '');
  });
  if (row.deduction > 0) parts.push(t.board_cell_deduction(format.score(row.deduction)));
  return t.board_cell_history(parts);
}

/** The counts of the lead sentence that are not zero, in the order they are read. */
export function leadCounts(slice: BoardSlice, locale: Locale): string[] {
  const { t, format } = locale;
  const { counts } = slice;
  const said: [number, (n: string) => string][] = [
    [counts.vetoed, t.board_lead_vetoed],
    [counts.insufficient_data, t.board_lead_insufficient],
    [counts.not_scored, t.board_lead_gated],
    [counts.no_stage, t.board_lead_stageless],
    [counts.failed, t.board_lead_failed],
    [counts.unchecked, t.board_lead_unchecked],
  ];
  return [t.board_lead_ranked(format.number(counts.ranked)), ...said.flatMap(([n, words]) => (n > 0 ? [words(format.number(n))] : []))];
}
