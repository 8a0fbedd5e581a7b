import type { Scheme } from './format';

/** Keys in the order people read a scheme. Objects keyed by ids (weights by stage, minima of groups) keep the order of the ids' own text. */
const ORDER = [
  ...[
    'format',
    'id',
    'version',
    'name',
    'zh',
    'en',
    'kind',
    'effective',
    'currency',
    'comparison',
    'stages',
    'defaultStage',
    'stageProvenance',
  ],
  ...[
    'groups',
    'indicators',
    'group',
    'formula',
    'when',
    'rule',
    'is',
    'unit',
    'tiers',
    'options',
    'from',
    'fromOpen',
    'to',
    'toClosed',
    'target',
    'within',
    'least',
    'low',
    'high',
  ],
  ...[
    'full',
    'perUnit',
    'points',
    'of',
    'weight',
    'direction',
    'missing',
    'treatment',
    'winsorise',
    'log',
    'source',
    'deductions',
    'deductionCap',
    'gates',
    'vetoes',
    'pass',
    'total',
  ],
  ...[
    'exceed',
    'positive',
    'anyOf',
    'cap',
    'fullMark',
    'minimumCoverage',
    'minimumGroupCoverage',
    'means',
    'power',
    'floor',
    'provenance',
    'sources',
    'note',
  ],
];
const BY_ID: ReadonlySet<string> = new Set(['weight']);

/** A checked scheme as JSON text of one spelling: keys in a fixed order, two spaces, a newline at the end. Checking it again gives the same scheme. */
export function schemeToJson(scheme: Scheme): string {
  return `${JSON.stringify(ordered(scheme, ''), null, 2)}\n`;
}

function ordered(value: unknown, under: string): unknown {
  if (Array.isArray(value)) return value.map((item) => ordered(item, under));
  if (typeof value !== 'object' || value === null) return value;
  const isMap = BY_ID.has(under) || under === 'pass/groups';
  const keys = Object.keys(value).filter((key) => (value as Record<string, unknown>)[key] !== undefined);
  keys.sort(isMap ? byText : (a, b) => place(a) - place(b) || byText(a, b));
  return Object.fromEntries(
    keys.map((key) => [key, ordered((value as Record<string, unknown>)[key], under === 'pass' && key === 'groups' ? 'pass/groups' : key)]),
  );
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function place(key: string): number {
  const at = ORDER.indexOf(key);
  if (at < 0) throw new RangeError(`${key} has no place in a scheme`);
  return at;
}
