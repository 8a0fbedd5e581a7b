import type { BackTestAsk, SeedlingSetting } from '../../scoring/seedlings/format';
import { DETECTORS } from '../../scoring/seedlings/format';
import { DEFAULT_SETTING } from '../../scoring/seedlings/setting';

/** What is asked of the past; the setting and the segment are those of the list. */
export type BackTestChoice = Pick<BackTestAsk, 'outcome' | 'k' | 'embargo'> & {
  /** null: the last of the years the data allow. */
  readonly asOf: readonly number[] | null;
  /** null: three years, or as many as leave a year before the choice. */
  readonly horizon: number | null;
};

/** The seedling room, as the address keeps it. */
export interface SeedlingSpec {
  readonly setting: SeedlingSetting;
  /** Ids of the rules shown as columns; null: the usual ones. */
  readonly rules: readonly string[] | null;
  /** Key of the firm whose reasons are shown. */
  readonly firm: string | null;
  readonly backTest: BackTestChoice;
}

const NO_BACK_TEST: BackTestChoice = {
  asOf: null,
  horizon: null,
  outcome: { is: 'high_growth', field: DEFAULT_SETTING.field, rate: 0.2 },
  k: 50,
  embargo: false,
};

export const SEEDLING_DEFAULTS: SeedlingSpec = { setting: DEFAULT_SETTING, rules: null, firm: null, backTest: NO_BACK_TEST };

type Refuse = (key: string, value: string) => null;

/**
 * The room's part of an address → what it keeps. Keys `sd.<field years floor growth tech group top least>`, `sd.gate` and `sd.rule` (repeated; one empty rule: none), `sd.firm`,
 * `bt.<asof horizon outcome k embargo>`. Cuts and shares are ratios, `median` takes the peers'; `none` asks for no floor. What cannot be read is refused and
 * falls back.
 */
export function readSeedlingText(text: string, refuse: Refuse): SeedlingSpec {
  const given = new URLSearchParams(text);
  const usual = SEEDLING_DEFAULTS;
  const read = <T>(key: string, from: (text: string) => T | undefined, fallback: T): T => {
    const said = given.get(key);
    if (said === null) return fallback;
    const found = from(said);
    if (found === undefined) refuse(key, said);
    return found ?? fallback;
  };
  /** A number in its bounds, or the word that stands for null. */
  const orNull = (key: string, word: string, low: number, high: number, fallback: number | null): number | null => {
    const said = given.get(key);
    return said === word ? null : read(key, numberIn(low, high), fallback);
  };
  const { setting, backTest } = usual;
  const rules = given.getAll('sd.rule').filter((id) => id !== '');
  return {
    setting: {
      field: read('sd.field', fieldId, setting.field),
      years: read('sd.years', wholeIn(1, 10), setting.years),
      floor: orNull('sd.floor', 'none', 0, 1e15, setting.floor),
      growthCut: orNull('sd.growth', 'median', -0.99, 100, setting.growthCut),
      technologyCut: orNull('sd.tech', 'median', 0, 1, setting.technologyCut),
      technology: given.get('sd.group'),
      topShare: read('sd.top', numberIn(0, 1), setting.topShare),
      atLeast: read('sd.least', wholeIn(1, DETECTORS.length), setting.atLeast),
      gates: given.getAll('sd.gate'),
    },
    rules: given.has('sd.rule') ? rules : null,
    firm: given.get('sd.firm'),
    backTest: {
      asOf: read('bt.asof', years, null),
      horizon: read<number | null>('bt.horizon', wholeIn(1, 10), backTest.horizon),
      outcome: read('bt.outcome', outcome, backTest.outcome),
      k: read('bt.k', wholeIn(1, 10_000), backTest.k),
      embargo: given.get('bt.embargo') === 'on',
    },
  };
}

/** The same back as text: only what differs from the defaults. */
export function seedlingText({ setting, rules, firm, backTest }: SeedlingSpec): string {
  const usual = SEEDLING_DEFAULTS;
  const out: [string, string][] = [];
  const put = (key: string, value: string | number | null, usually: string | number | null, word = ''): void => {
    if (value !== usually) out.push([key, value === null ? word : String(value)]);
  };
  put('sd.field', setting.field, usual.setting.field);
  put('sd.years', setting.years, usual.setting.years);
  put('sd.floor', setting.floor, usual.setting.floor, 'none');
  put('sd.growth', setting.growthCut, usual.setting.growthCut, 'median');
  put('sd.tech', setting.technologyCut, usual.setting.technologyCut, 'median');
  put('sd.group', setting.technology, null);
  put('sd.top', setting.topShare, usual.setting.topShare);
  put('sd.least', setting.atLeast, usual.setting.atLeast);
  for (const gate of setting.gates) out.push(['sd.gate', gate]);
  for (const rule of rules?.length === 0 ? [''] : (rules ?? [])) out.push(['sd.rule', rule]);
  put('sd.firm', firm, null);
  put('bt.asof', backTest.asOf?.join(',') ?? null, null);
  put('bt.horizon', backTest.horizon, usual.backTest.horizon);
  put('bt.outcome', outcomeText(backTest.outcome), outcomeText(usual.backTest.outcome));
  put('bt.k', backTest.k, usual.backTest.k);
  put('bt.embargo', backTest.embargo ? 'on' : '', '');
  return new URLSearchParams(out).toString();
}

function numberIn(low: number, high: number): (text: string) => number | undefined {
  return (text) => (/^-?\d+(\.\d+)?(e[+-]?\d+)?$/.test(text) && Number(text) >= low && Number(text) <= high ? Number(text) : undefined);
}
function wholeIn(low: number, high: number): (text: string) => number | undefined {
  return (text) => (/^\d+$/.test(text) ? numberIn(low, high)(text) : undefined);
}
function fieldId(text: string): string | undefined {
  return /^[a-z][a-z0-9_]*$/.test(text) ? text : undefined;
}
function years(text: string): readonly number[] | undefined {
  const found = text.split(',');
  return found.every((year) => /^[12]\d{3}$/.test(year)) ? [...new Set(found.map(Number))].sort((a, b) => a - b) : undefined;
}

type Outcome = BackTestAsk['outcome'];

function outcomeText(outcome: Outcome): string {
  switch (outcome.is) {
    case 'high_growth':
      return `high_growth;${outcome.rate};${outcome.field}`;
    case 'title':
      return `title;${outcome.title}`;
    case 'score_rise':
      return `score_rise;${outcome.points}`;
  }
}
function outcome(text: string): Outcome | undefined {
  const [is = '', ...parts] = text.split(';');
  const rest = parts.join(';');
  if (is === 'title') return rest === '' ? undefined : { is, title: rest };
  const number = numberIn(-1, 1000)(parts[0] ?? '');
  if (number === undefined) return undefined;
  if (is === 'score_rise') return { is, points: number };
  const field = fieldId(parts[1] ?? '');
  return is === 'high_growth' && field !== undefined ? { is, rate: number, field } : undefined;
}
