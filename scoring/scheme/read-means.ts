import type { Indicator, Mean, Scheme, Treatment } from './format';
import type { Bounds, JsonObject, Reader } from './reader';

const SHARE: Bounds = { least: 0, most: 1 };
/** Below a millionth a floor would no longer keep a zero from ending a mean. */
const FLOOR: Bounds = { least: 1e-6, most: 1 };

/** How levels are added up and how much of a group must be there, each left out where the file leaves it out. */
export function readMeans(reader: Reader, scheme: JsonObject): Pick<Scheme, 'means' | 'minimumGroupCoverage'> {
  const means = reader.optional(scheme, 'means', '', undefined, (given, path) => {
    const part = reader.object(given, path, [], ['indicators', 'groups']) ?? {};
    const mean = (key: string): Mean | undefined => reader.optional(part, key, path, undefined, (item, at) => readMean(reader, item, at));
    const [indicators, groups] = [mean('indicators'), mean('groups')];
    return { ...(indicators ? { indicators } : {}), ...(groups ? { groups } : {}) };
  });
  const least = reader.optional(scheme, 'minimumGroupCoverage', '', undefined, (given, at) => reader.number(given, at, SHARE));
  return { ...(least === undefined ? {} : { minimumGroupCoverage: least }), ...(means ? { means } : {}) };
}

/** A mean: one that a zero would end says from where on it counts. Of an unknown name it is read as arithmetic, after noting it. */
function readMean(reader: Reader, value: unknown, path: string): Mean {
  const is = typeof value === 'object' && value !== null && Object.hasOwn(value, 'is') ? (value as JsonObject)['is'] : undefined;
  const number = (part: JsonObject, key: string, bounds: Bounds): number =>
    reader.field(part, key, path, 1, (given, at) => reader.number(given, at, bounds));
  if (is === 'geometric' || is === 'harmonic') {
    const part = reader.object(value, path, ['is', 'floor']) ?? {};
    return { is, floor: number(part, 'floor', FLOOR) };
  }
  if (is === 'power') {
    const part = reader.object(value, path, ['is', 'power', 'floor']) ?? {};
    return { is, power: number(part, 'power', { least: -20, most: 20 }), floor: number(part, 'floor', SHARE) };
  }
  const part = reader.object(value, path, ['is']) ?? {};
  reader.field(part, 'is', path, 'arithmetic', (given, at) => reader.choice(given, at, ['arithmetic', 'geometric', 'harmonic', 'power']));
  return { is: 'arithmetic' };
}

/** What is done to an indicator's values before a relative rule; an empty treatment is a fault. */
export function readTreatment(reader: Reader, indicator: JsonObject, path: string): Pick<Indicator, 'treatment'> {
  const treatment = reader.optional(indicator, 'treatment', path, undefined, (given, at): Treatment => {
    const part = reader.object(given, at, [], ['winsorise', 'log']) ?? {};
    if (Object.keys(part).length === 0) reader.fault('empty_treatment', at, '');
    const winsorise = reader.optional(part, 'winsorise', at, undefined, (ends, here): [number, number] => {
      const [low = 0, high = 1] = reader.list(ends, here, [2, 2], (end, there) => reader.number(end, there, SHARE));
      return [low, high];
    });
    const log = reader.optional(part, 'log', at, undefined, (truth, here) => reader.choice(truth as true, here, [true]));
    return { ...(winsorise ? { winsorise } : {}), ...(log ? { log } : {}) };
  });
  return treatment ? { treatment } : {};
}
