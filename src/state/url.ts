import { DIMENSIONS, type Dimension, type Draft, type Segment, type SortKey } from '../../scoring/board/format';
import { DEFAULTS, SCHEME_PAGES, type Spec } from './spec';
import { compareEntries, readCompare } from './compare-spec';
import { firmnessEntries, readFirmness } from './firmness-spec';

/** What a link said that could not be read; the rest of it holds. */
export interface LinkProblem {
  readonly code: 'link_unknown_value';
  readonly given: string;
}

const VIEWS = ['boards', 'data', 'scheme', 'distributions', 'seedlings', 'sql'] as const;
/** Keys of the distribution and the seedling room, carried as they are: only the room itself reads them. */
const SPREAD_KEYS = /^(canvas|chart|sel|pin|years|tab\.sort)$/;
const SEEDLING_KEYS = /^(sd|bt)\./;
const HIDEABLE = ['change', 'overall', 'groups', 'history', 'coverage'] as const;
const SHORT_SORTS = ['rank', 'change', 'name', 'score', 'coverage'] as const;

/**
 * The fragment of an address → what to show. Never throws: what it cannot read is dropped and reported, unknown keys are ignored.
 * Keys: view year in.<dimension> tree q sort cols hide firm scheme draft w p page edit of cmp cmp.<a b k from> fm.<how share draws seed k> canvas chart sel pin years tab.sort sd.<…> bt.<…> lang theme rise keys data.
 */
export function parseSpec(fragment: string): { readonly spec: Spec; readonly problems: readonly LinkProblem[] } {
  const given = new URLSearchParams(fragment.replace(/^#/, ''));
  const problems: LinkProblem[] = [];
  const refuse = (key: string, value: string): null => {
    problems.push({ code: 'link_unknown_value', given: `${key}=${value}` });
    return null;
  };
  const one = <T extends string>(key: string, allowed: readonly T[], fallback: T): T => {
    const value = given.get(key);
    if (value === null) return fallback;
    return allowed.includes(value as T) ? (value as T) : (refuse(key, value) ?? fallback);
  };
  const list = <T extends string>(key: string, allowed: readonly T[]): T[] =>
    (given.get(key)?.split(',') ?? []).filter((value): value is T => allowed.includes(value as T) || refuse(key, value) !== null);

  const tree = list('tree', DIMENSIONS);
  const spec: Spec = {
    view: one('view', VIEWS, DEFAULTS.view),
    compare: readCompare(given, refuse),
    spread: carried(given, SPREAD_KEYS),
    seedling: carried(given, SEEDLING_KEYS),
    firmness: readFirmness(given, refuse),
    year: readYear(given.get('year'), refuse),
    segment: readSegment(given),
    tree: tree.length > 0 ? tree : DEFAULTS.tree,
    search: given.get('q') ?? DEFAULTS.search,
    sort: readSort(given.get('sort'), refuse),
    fields: given.get('cols')?.split(',').filter(isFieldId) ?? DEFAULTS.fields,
    hidden: given.has('hide') ? list('hide', HIDEABLE) : DEFAULTS.hidden,
    firm: given.get('firm'),
    scheme: given.get('scheme'),
    draft: readDraft(given, refuse),
    page: one('page', SCHEME_PAGES, DEFAULTS.page),
    edit: given.get('edit'),
    indicator: given.get('of'),
    language: one('lang', ['zh', 'en'], DEFAULTS.language),
    theme: one('theme', ['light', 'dark', 'system'], DEFAULTS.theme),
    rise: one('rise', ['red', 'green'], DEFAULTS.rise),
    keys: given.get('keys') !== 'off',
    data: given.get('data'),
  };
  return { spec, problems };
}

/** What is shown → the fragment, without `#`. Only what differs from the defaults, in a fixed order; readable, values percent-encoded where needed. */
export function formatSpec(spec: Spec): string {
  const out: string[] = [];
  const put = (key: string, value: string) => out.push(`${key}=${encodeURIComponent(value).replaceAll('%2C', ',').replaceAll('%3A', ':')}`);
  if (spec.view !== DEFAULTS.view) put('view', spec.view);
  for (const [key, value] of [...compareEntries(spec.compare), ...firmnessEntries(spec.firmness)]) put(key, value);
  for (const [key, value] of new URLSearchParams(`${spec.spread}&${spec.seedling}`)) put(key, value);
  if (spec.year !== null) put('year', String(spec.year));
  for (const dimension of DIMENSIONS) {
    const value = spec.segment[dimension];
    if (value !== undefined) put(`in.${dimension}`, value);
  }
  if (spec.tree.join() !== DEFAULTS.tree.join()) put('tree', spec.tree.join());
  if (spec.search !== '') put('q', spec.search);
  if (spec.sort.key !== 'rank' || spec.sort.down) put('sort', `${spec.sort.down ? '-' : ''}${spec.sort.key}`);
  if (spec.fields.length > 0) put('cols', spec.fields.join());
  if (spec.hidden.length > 0) put('hide', spec.hidden.join());
  if (spec.firm !== null) put('firm', spec.firm);
  if (spec.scheme !== null) put('scheme', spec.scheme);
  if (spec.draft !== null) {
    put('draft', spec.draft.name);
    const weights = Object.entries(spec.draft.weights).flatMap(([id, weight]) =>
      typeof weight === 'number' ? [`${id}:${weight}`] : Object.entries(weight).map(([stage, part]) => `${id}/${stage}:${part}`),
    );
    if (weights.length > 0) put('w', weights.join());
    const points = Object.entries(spec.draft.points).map(([place, value]) => `${place}:${value}`);
    if (points.length > 0) put('p', points.join());
  }
  if (spec.page !== DEFAULTS.page) put('page', spec.page);
  if (spec.edit !== null) put('edit', spec.edit);
  if (spec.indicator !== null) put('of', spec.indicator);
  if (spec.language !== DEFAULTS.language) put('lang', spec.language);
  if (spec.theme !== DEFAULTS.theme) put('theme', spec.theme);
  if (spec.rise !== DEFAULTS.rise) put('rise', spec.rise);
  if (!spec.keys) put('keys', 'off');
  if (spec.data !== null) put('data', spec.data);
  return out.join('&');
}

type Refuse = (key: string, value: string) => null;

function carried(given: URLSearchParams, keys: RegExp): string {
  return new URLSearchParams([...given].filter(([key]) => keys.test(key))).toString();
}

function readYear(text: string | null, refuse: Refuse): number | null {
  if (text === null) return null;
  return /^[12]\d{3}$/.test(text) ? Number(text) : refuse('year', text);
}

function readSegment(given: URLSearchParams): Segment {
  const segment: Partial<Record<Dimension, string>> = {};
  for (const dimension of DIMENSIONS) {
    const value = given.get(`in.${dimension}`);
    if (value !== null) segment[dimension] = value;
  }
  return segment;
}

function isFieldId(text: string): boolean {
  return /^[a-z][a-z0-9_]*$/.test(text);
}

function readSort(text: string | null, refuse: Refuse): Spec['sort'] {
  if (text === null) return DEFAULTS.sort;
  const down = text.startsWith('-');
  const key = down ? text.slice(1) : text;
  const known =
    SHORT_SORTS.some((short) => short === key) || /^group:\w+$/.test(key) || (key.startsWith('field:') && isFieldId(key.slice(6)));
  if (!known) refuse('sort', text);
  return known ? { key: key as SortKey, down } : DEFAULTS.sort;
}

function readDraft(given: URLSearchParams, refuse: Refuse): Draft | null {
  const name = given.get('draft');
  if (name === null) return null;
  const weights = new Map<string, number | Record<string, number>>();
  for (const [place, value] of readPairs('w', given.get('w'), refuse)) {
    const [id, stage] = place.split('/') as [string, string?];
    if (stage === undefined) weights.set(id, value);
    else {
      const before = weights.get(id);
      weights.set(id, { ...(typeof before === 'object' ? before : {}), [stage]: value });
    }
  }
  return { name, weights: Object.fromEntries(weights), points: Object.fromEntries(readPairs('p', given.get('p'), refuse)) };
}

function readPairs(key: string, text: string | null, refuse: Refuse): [string, number][] {
  return (text?.split(',') ?? []).flatMap((pair): [string, number][] => {
    const match = /^([\w/-]+):(-?\d+(?:\.\d+)?)$/.exec(pair);
    if (!match || match[1] === '__proto__') {
      refuse(key, pair);
      return [];
    }
    return [[match[1]!, Number(match[2])]];
  });
}
