import { readNaming } from '../scheme/read-parts';
import type { JsonObject, Reader } from '../scheme/reader';
import { TRAJECTORIES, type Condition, type ConditionFacts, type Operator } from './format';
import type { MeasureId } from '../distribution/format';

const FACTS = ['id', 'name', 'is'];
const OPTIONAL = ['ask', 'when'];
const KINDS = ['at', 'growth', 'holds', 'trajectory', 'manual', 'all', 'any', 'count'] as const;
const OPERATORS: readonly Operator[] = ['>=', '>', '<=', '<'];
/** Most parts of one condition: their number is counted in small figures, row by row. */
const MOST_PARTS = 50;
const MOST_YEARS = 20;
const ASK = 500;
const FORMULA = 20_000;
const FIGURE = { least: -1e15, most: 1e15 };
const FIELD = /^(?!(?:constructor|prototype)$)[a-z][a-z0-9_]{0,63}$/;
const MEASURE = /^(?:score|(?:group|points|figure):[A-Za-z][A-Za-z0-9_.-]{0,63}|field:[a-z][a-z0-9_]{0,63}|formula:[\s\S]{1,20000})$/;

/** The form of a condition with its parts; of what cannot be read a harmless one, after noting why. */
export function readCondition(reader: Reader, value: unknown, path: string): Condition {
  const is = nameOf(value);
  const open = (keys: readonly string[], optional: readonly string[] = []): JsonObject =>
    reader.object(value, path, [...FACTS, ...keys], [...OPTIONAL, ...optional]) ?? {};
  const parts = (object: JsonObject): Condition[] =>
    reader.field(object, 'of', path, [], (list, at) =>
      reader.list(list, at, [1, MOST_PARTS], (part, here) => readCondition(reader, part, here)),
    );
  switch (is) {
    case 'at':
      return readAt(reader, open(['measure', 'operator', 'threshold'], ['as']), path);
    case 'growth':
      return readGrowth(reader, open(['field', 'years', 'operator', 'rate'], ['floor']), path);
    case 'holds': {
      const object = open(['formula']);
      const formula = reader.field(object, 'formula', path, '', (text, at) => reader.text(text, at, FORMULA));
      return { ...facts(reader, object, path), is, formula };
    }
    case 'trajectory': {
      const object = open(['field', 'of']);
      const of = reader.field(object, 'of', path, [], (list, at) =>
        reader.list(list, at, [1, TRAJECTORIES.length], (type, here) => reader.choice(type, here, TRAJECTORIES)),
      );
      return { ...facts(reader, object, path), is, field: fieldOf(reader, object, path), of };
    }
    case 'manual':
      return { ...facts(reader, open([]), path), is };
    case 'all':
    case 'any': {
      const object = open(['of']);
      return { ...facts(reader, object, path), is, of: parts(object) };
    }
    case 'count': {
      const object = open(['atLeast', 'of']);
      const of = parts(object);
      return { ...facts(reader, object, path), is, atLeast: whole(reader, object, 'atLeast', path, MOST_PARTS), of };
    }
    default:
      return refused(reader, value, is, path);
  }
}

function nameOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'is') ? (value as JsonObject)['is'] : undefined;
}

function refused(reader: Reader, value: unknown, is: unknown, path: string): Condition {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) reader.object(value, path, []);
  else if (is === undefined) reader.fault('missing_key', path, 'is');
  else reader.choice(is, `${path}/is`, KINDS);
  return { id: '', name: { zh: '', en: '' }, ask: null, when: null, is: 'manual' };
}

function facts(reader: Reader, object: JsonObject, path: string): ConditionFacts {
  return {
    id: reader.field(object, 'id', path, '', reader.id),
    name: reader.field(object, 'name', path, { zh: '', en: '' }, (name, at) => readNaming(reader, name, at)),
    ask: reader.optional(object, 'ask', path, null, (ask, at) =>
      reader.orNull(ask, at, (given, here) => readNaming(reader, given, here, ASK)),
    ),
    when: reader.optional(object, 'when', path, null, (when, at) =>
      reader.orNull(when, at, (given, here) => readCondition(reader, given, here)),
    ),
  };
}

function readAt(reader: Reader, object: JsonObject, path: string): Condition {
  const as = reader.optional(object, 'as', path, 'figure' as const, (given, at) =>
    reader.choice(given, at, ['figure', 'percentile', 'share'] as const),
  );
  const bounds = as === 'figure' ? FIGURE : { least: 0, most: 1 };
  const measure = reader.field(object, 'measure', path, 'score', (given, at) => reader.pattern(given, at, MEASURE)) as MeasureId;
  if (as === 'share' && !/^(?:group|points):/.test(measure)) reader.fault('bad_choice', `${path}/as`, 'share');
  return {
    ...facts(reader, object, path),
    is: 'at',
    measure,
    as,
    operator: reader.field<Operator>(object, 'operator', path, '>=', (given, at) => reader.choice(given, at, OPERATORS)),
    threshold: reader.field(object, 'threshold', path, 0, (given, at) => reader.number(given, at, bounds)),
  };
}

function readGrowth(reader: Reader, object: JsonObject, path: string): Condition {
  return {
    ...facts(reader, object, path),
    is: 'growth',
    field: fieldOf(reader, object, path),
    years: whole(reader, object, 'years', path, MOST_YEARS),
    operator: reader.field<'>' | '>='>(object, 'operator', path, '>=', (given, at) => reader.choice(given, at, ['>', '>='] as const)),
    rate: reader.field(object, 'rate', path, 0, (given, at) => reader.number(given, at, { above: -1, most: 1000 })),
    floor: reader.optional(object, 'floor', path, null, (given, at) =>
      reader.orNull(given, at, (figure, here) => reader.number(figure, here, FIGURE)),
    ),
  };
}

function fieldOf(reader: Reader, object: JsonObject, path: string): string {
  return reader.field(object, 'field', path, '', (given, at) => reader.pattern(given, at, FIELD));
}

/** A whole number from 1 to `most`. */
function whole(reader: Reader, object: JsonObject, key: string, path: string, most: number): number {
  return reader.field(object, key, path, 1, (given, at) => {
    const number = reader.number(given, at, { least: 1, most });
    if (!Number.isInteger(number)) reader.fault('bad_choice', at, number);
    return number;
  });
}
