import type { Dimension, Draft, Segment, SortKey } from '../../scoring/board/format';
import { COMPARE_DEFAULTS, type CompareSpec } from './compare-spec';
import { FIRMNESS_DEFAULTS, type FirmnessSettings } from './firmness-spec';

/** Pages of the scheme room, in the order in which they are offered. */
export const SCHEME_PAGES = ['read', 'edit', 'compare', 'firmness', 'consistency'] as const;
export type SchemePage = (typeof SCHEME_PAGES)[number];

/** What the user wants to see: all of it, and only it, stands in the address (`url.ts`). Defaults that depend on data are null. */
export interface Spec {
  readonly view: 'boards' | 'data' | 'scheme' | 'distributions' | 'seedlings' | 'sql';
  readonly compare: CompareSpec;
  /** What the distribution room keeps, as it stands in the address; read by `spread-spec`. */
  readonly spread: string;
  /** What the seedling room keeps, likewise; read by `seedling-spec`. */
  readonly seedling: string;
  readonly firmness: FirmnessSettings;
  /** null: the latest year. */
  readonly year: number | null;
  readonly segment: Segment;
  /** Order of the segment tree, outermost first. */
  readonly tree: readonly Dimension[];
  readonly search: string;
  readonly sort: { readonly key: SortKey; readonly down: boolean };
  /** Fields shown as extra columns. */
  readonly fields: readonly string[];
  /** Hidden standard columns. */
  readonly hidden: readonly ('change' | 'overall' | 'groups' | 'history' | 'coverage')[];
  /** Key of the firm in the drawer. */
  readonly firm: string | null;
  /** null: the first shipped scheme, or the quick scheme for other data. */
  readonly scheme: string | null;
  readonly draft: Draft | null;
  /** Page of the scheme room. */
  readonly page: SchemePage;
  /** Id of the scheme draft that is open: every view shows its result. */
  readonly edit: string | null;
  /** Indicator being edited or looked at in the scheme room. */
  readonly indicator: string | null;
  readonly language: 'zh' | 'en';
  readonly theme: 'light' | 'dark' | 'system';
  /** Colour of a rise: red in Chinese custom, or green. */
  readonly rise: 'red' | 'green';
  /** Single-key shortcuts on. */
  readonly keys: boolean;
  /** Fingerprint (12 characters) of the data a link was made on; null: whatever is open. */
  readonly data: string | null;
}

export const DEFAULTS: Spec = {
  view: 'boards',
  compare: COMPARE_DEFAULTS,
  spread: '',
  seedling: '',
  firmness: FIRMNESS_DEFAULTS,
  year: null,
  segment: {},
  tree: ['industry', 'type'],
  search: '',
  sort: { key: 'rank', down: false },
  fields: [],
  hidden: [],
  firm: null,
  scheme: null,
  draft: null,
  page: 'read',
  edit: null,
  indicator: null,
  language: 'zh',
  theme: 'system',
  rise: 'red',
  keys: true,
  data: null,
};
