import { PEER_GROUPS, type BestOption, type Peers, type Rule, type Tier } from './format';
import { readNaming } from './read-parts';
import type { Bounds, JsonObject, Reader } from './reader';
import { UNITS } from './units';

const PLAIN_RULES = [
  'tiers',
  'linear',
  'log',
  'per-unit',
  'goalposts',
  'min-max',
  'percentile',
  'flag',
  'ratio',
  'z-score',
  'target',
] as const;
const RULES = [...PLAIN_RULES, 'best-of'] as const;
const VALUE: Bounds = { least: -1e15, most: 1e15 };
const POINTS: Bounds = { least: 0, most: 1e6 };
/** A standard score: ten deviations are further than any firm stands. */
const SCORE: Bounds = { least: -10, most: 10 };
const PEER_KEYS = ['within', 'least'] as const;
const ABOVE_ZERO: Bounds = { above: 0, most: 1e15 };

/** The form of a rule. A rule of an unknown name is read as a flag, after noting it. */
export function readRule(reader: Reader, value: unknown, path: string): Rule {
  const is = nameOf(value);
  if (is === 'best-of') {
    const rule = reader.object(value, path, ['is', 'options']) ?? {};
    return {
      is,
      options: reader.field(rule, 'options', path, [], (list, at) =>
        reader.list(list, at, [1, 20], (option, here) => readOption(reader, option, here)),
      ),
    };
  }
  return readPlainRule(reader, value, path, RULES);
}

function nameOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'is') ? (value as JsonObject)['is'] : undefined;
}

function readOption(reader: Reader, value: unknown, path: string): BestOption {
  const option = reader.object(value, path, ['id', 'name', 'formula', 'rule']) ?? {};
  return {
    id: reader.field(option, 'id', path, '', reader.id),
    name: reader.field(option, 'name', path, { zh: '', en: '' }, (name, at) => readNaming(reader, name, at)),
    formula: reader.field(option, 'formula', path, '', (text, at) => reader.text(text, at, 20_000)),
    rule: reader.field(option, 'rule', path, { is: 'flag' }, (rule, at) => readPlainRule(reader, rule, at, PLAIN_RULES)),
  };
}

function readPlainRule(reader: Reader, value: unknown, path: string, choices: readonly string[]): BestOption['rule'] {
  const number = (rule: JsonObject, key: string, bounds: Bounds): number =>
    reader.field(rule, key, path, 0, (given, at) => reader.number(given, at, bounds));
  const open = (keys: readonly string[], optional: readonly string[] = ['unit']): JsonObject =>
    reader.object(value, path, ['is', ...keys], optional) ?? {};
  const is = nameOf(value);
  switch (is) {
    case 'tiers': {
      const rule = open(['tiers']);
      const list = reader.field(rule, 'tiers', path, [], (tiers, at) =>
        reader.list(tiers, at, [1, 100], (tier, here) => readTier(reader, tier, here)),
      );
      return { is, ...unitOf(reader, rule, path), tiers: list };
    }
    case 'linear': {
      const rule = open(['from', 'to']);
      return { is, ...unitOf(reader, rule, path), from: number(rule, 'from', VALUE), to: number(rule, 'to', VALUE) };
    }
    case 'log': {
      const rule = open(['full']);
      return { is, ...unitOf(reader, rule, path), full: number(rule, 'full', ABOVE_ZERO) };
    }
    case 'per-unit': {
      const rule = open(['perUnit'], ['unit', 'cap']);
      const cap = reader.optional(rule, 'cap', path, undefined, (given, at) => reader.number(given, at, { above: 0, most: 1e6 }));
      return { is, ...unitOf(reader, rule, path), perUnit: number(rule, 'perUnit', ABOVE_ZERO), ...(cap === undefined ? {} : { cap }) };
    }
    case 'goalposts': {
      const rule = open(['low', 'high']);
      return { is, ...unitOf(reader, rule, path), low: number(rule, 'low', VALUE), high: number(rule, 'high', VALUE) };
    }
    case 'min-max':
    case 'percentile':
    case 'ratio':
      return { is, ...peersOf(reader, open([], PEER_KEYS), path) };
    case 'z-score': {
      const rule = open(['from', 'to'], PEER_KEYS);
      return { is, from: number(rule, 'from', SCORE), to: number(rule, 'to', SCORE), ...peersOf(reader, rule, path) };
    }
    case 'target': {
      const rule = open(['target'], ['unit', ...PEER_KEYS]);
      return { is, ...unitOf(reader, rule, path), target: number(rule, 'target', VALUE), ...peersOf(reader, rule, path) };
    }
    case 'flag':
      open([], []);
      return { is };
    default:
      if (typeof value !== 'object' || value === null || Array.isArray(value)) reader.object(value, path, []);
      else if (is === undefined) reader.fault('missing_key', path, 'is');
      else reader.choice(is, `${path}/is`, choices);
      return { is: 'flag' };
  }
}

/** The peer group of a relative rule; how many it needs says nothing without one. */
function peersOf(reader: Reader, rule: JsonObject, path: string): Peers {
  const within = reader.optional(rule, 'within', path, undefined, (given, at) => reader.choice(given, at, PEER_GROUPS));
  const least = reader.optional(rule, 'least', path, undefined, (given, at) => reader.number(given, at, { least: 2, most: 10_000 }));
  if (least !== undefined && !Object.hasOwn(rule, 'within')) reader.fault('least_without_within', `${path}/least`, least);
  return { ...(within === undefined ? {} : { within }), ...(least === undefined ? {} : { least }) };
}

function unitOf(reader: Reader, rule: JsonObject, path: string): { unit?: string } {
  const unit = reader.optional(rule, 'unit', path, undefined, (given, at) => reader.choice(given, at, [...UNITS.keys()]));
  return unit === undefined ? {} : { unit };
}

function readTier(reader: Reader, value: unknown, path: string): Tier {
  const tier = reader.object(value, path, ['from', 'to', 'points'], ['fromOpen', 'toClosed']) ?? {};
  const end = (key: string): number | null =>
    reader.field(tier, key, path, null, (given, at) => reader.orNull(given, at, (number, here) => reader.number(number, here, VALUE)));
  const points = (given: unknown, at: string): number | [number, number] => {
    if (!Array.isArray(given)) return reader.number(given, at, POINTS);
    const [low = 0, high = 0] = reader.list(given, at, [2, 2], (number, here) => reader.number(number, here, POINTS));
    return [low, high];
  };
  const fromOpen = reader.optional(tier, 'fromOpen', path, undefined, (given, at) => reader.truth(given, at));
  const toClosed = reader.optional(tier, 'toClosed', path, undefined, (given, at) => reader.truth(given, at));
  return {
    from: end('from'),
    to: end('to'),
    ...(fromOpen === undefined ? {} : { fromOpen }),
    ...(toClosed === undefined ? {} : { toClosed }),
    points: reader.field<Tier['points']>(tier, 'points', path, 0, points),
  };
}
