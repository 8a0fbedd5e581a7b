import type { Provenance, Scheme } from './format';
import { PROVENANCES, prose, readCondition, readDeduction, readGroup, readIndicator, readNaming, readPass, readStage } from './read-parts';
import { readMeans } from './read-means';
import type { JsonObject, Reader } from './reader';

const NEEDED = ['format', 'id', 'version', 'name', 'provenance', 'groups', 'indicators'];
const OPTIONAL = [
  ...['effective', 'currency', 'comparison', 'stages', 'defaultStage', 'stageProvenance', 'deductions', 'deductionCap'],
  ...['gates', 'vetoes', 'pass', 'cap', 'fullMark', 'minimumCoverage', 'minimumGroupCoverage', 'means', 'sources', 'note'],
];
const VERSION = /^[\p{L}\p{N}][\p{L}\p{N}._ -]{0,39}$/u;
const DAY = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;
const CURRENCY = /^[A-Z]{3}$/;
const COMPARISONS = ['year', 'year*stage', 'year*industry', 'all'] as const;

/** The form of a whole scheme, defaults filled in: what an item leaves out of its provenance it has from its group, and that from the scheme. */
export function readScheme(reader: Reader, json: unknown): Scheme {
  const part = reader.object(json, '', NEEDED, OPTIONAL) ?? {};
  const provenance = reader.field<Provenance>(part, 'provenance', '', 'illustrative', (given, at) => reader.choice(given, at, PROVENANCES));
  const list = <T>(key: string, least: number, most: number, read: (item: unknown, path: string) => T): T[] =>
    reader.optional(part, key, '', [], (given, at) => reader.list(given, at, [least, most], read));
  if (Object.hasOwn(part, 'format') && part['format'] !== 1) reader.fault('bad_choice', '/format', part['format']);
  const groups = list('groups', 1, 50, (item, path) => readGroup(reader, item, path, provenance));
  const stages = list('stages', 0, 20, (item, path) => readStage(reader, item, path));
  return {
    format: 1,
    id: reader.field(part, 'id', '', '', reader.id),
    version: reader.field(part, 'version', '', '', (given, at) => reader.pattern(given, at, VERSION)),
    name: reader.field(part, 'name', '', { zh: '', en: '' }, (given, at) => readNaming(reader, given, at)),
    effective: reader.optional(part, 'effective', '', { from: null, to: null }, (given, at) => readEffective(reader, given, at)),
    currency: reader.optional(part, 'currency', '', 'CNY', (given, at) => reader.pattern(given, at, CURRENCY)),
    comparison: reader.optional(part, 'comparison', '', 'year', (given, at) => reader.choice(given, at, COMPARISONS)),
    stages,
    defaultStage: reader.optional(part, 'defaultStage', '', null, (given, at) => reader.orNull(given, at, reader.id)),
    stageProvenance: reader.optional(part, 'stageProvenance', '', stages.length > 0 ? provenance : null, (given, at) =>
      reader.orNull(given, at, (item, here) => reader.choice(item, here, PROVENANCES)),
    ),
    groups,
    indicators: list('indicators', 1, 200, (item, path) => readIndicator(reader, item, path, groups, provenance)),
    deductions: list('deductions', 0, 100, (item, path) => readDeduction(reader, item, path, provenance)),
    deductionCap: ceiling(reader, part, 'deductionCap'),
    gates: list('gates', 0, 100, (item, path) => readCondition(reader, item, path, provenance)),
    vetoes: list('vetoes', 0, 100, (item, path) => readCondition(reader, item, path, provenance)),
    pass: reader.optional(part, 'pass', '', null, (given, at) =>
      reader.orNull(given, at, (item, here) => readPass(reader, item, here, provenance)),
    ),
    cap: ceiling(reader, part, 'cap'),
    ...fullMarkOf(reader, part),
    minimumCoverage: reader.optional(part, 'minimumCoverage', '', 0, (given, at) => reader.number(given, at, { least: 0, most: 1 })),
    ...readMeans(reader, part),
    provenance,
    sources: list('sources', 0, 100, (item, path) => reader.text(item, path, 1000)),
    ...prose(reader, part, '', 'note'),
  };
}

function readEffective(reader: Reader, value: unknown, path: string): Scheme['effective'] {
  const part = reader.object(value, path, ['from', 'to']) ?? {};
  const day = (key: string): string | null =>
    reader.field(part, key, path, null, (given, at) => reader.orNull(given, at, (text, here) => reader.pattern(text, here, DAY)));
  return { from: day('from'), to: day('to') };
}

function ceiling(reader: Reader, part: JsonObject, key: string): number | null {
  return reader.optional(part, key, '', null, (given, at) =>
    reader.orNull(given, at, (number, here) => reader.number(number, here, { above: 0, most: 1e6 })),
  );
}

function fullMarkOf(reader: Reader, part: JsonObject): { fullMark?: number } {
  const fullMark = reader.optional(part, 'fullMark', '', undefined, (given, at) => reader.number(given, at, { above: 0, most: 1e6 }));
  return fullMark === undefined ? {} : { fullMark };
}
