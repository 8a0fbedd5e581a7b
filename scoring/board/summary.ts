import { wordCount } from '../column';
import { panelYears, type Panel } from '../panel';

/** What a panel holds, in a few lines. `Entry` is an entry of the field dictionary. */
export interface PanelSummary<Entry> {
  readonly firms: number;
  readonly rows: number;
  /** Years that have a board, ascending. */
  readonly years: readonly number[];
  /** All years, ascending: those before the first board are there to be compared with. */
  readonly allYears: readonly number[];
  readonly currency: string;
  /** Fields present, in dictionary order, the files' own last. */
  readonly fields: readonly (Entry & { readonly own: boolean })[];
}

/** `own` are entries of fields the dictionary does not have. Years before `boardsFrom` are read for growth and comparison, but have no board. */
export function summarise<Entry extends { readonly id: string }>(
  panel: Panel,
  dictionary: readonly Entry[],
  own: readonly Entry[],
  boardsFrom: number | null,
): PanelSummary<Entry> {
  const allYears = panelYears(panel);
  const present = (entry: Entry) => panel.fields.has(entry.id);
  return {
    firms: wordCount(panel.firmKeys),
    rows: panel.rows,
    years: allYears.filter((year) => boardsFrom === null || year >= boardsFrom),
    allYears,
    currency: panel.currency,
    fields: [
      ...dictionary.filter(present).map((entry) => ({ ...entry, own: false })),
      ...own.filter(present).map((entry) => ({ ...entry, own: true })),
    ],
  };
}
