import type { SchemeProblem } from './format';
import { schemeError, shown, type SchemeProblemCode } from './problems';

export type JsonObject = Readonly<Record<string, unknown>>;

const ID = /^(?!(?:constructor|prototype)$)[A-Za-z][A-Za-z0-9_.-]{0,63}$/;

/** Bounds of a number; `above` excludes the bound itself. */
export interface Bounds {
  readonly least?: number;
  readonly above?: number;
  readonly most?: number;
}

/** Reads a JSON value into typed parts. A fault is noted with its JSON pointer and a harmless value returned, so that all faults are found in one pass; the result counts only when none was noted. */
export class Reader {
  readonly problems: SchemeProblem[] = [];

  /** Notes an error. */
  fault(code: SchemeProblemCode, path: string, given: unknown): void {
    this.problems.push(schemeError(code, path, given));
  }

  /** The object itself, after noting unknown and missing keys; null for anything else. */
  object(value: unknown, path: string, required: readonly string[], optional: readonly string[] = []): JsonObject | null {
    if (!this.#is(value, 'object', path)) return null;
    for (const key of Object.keys(value as object)) {
      if (!required.includes(key) && !optional.includes(key)) this.fault('unknown_key', `${path}/${escaped(key)}`, key);
    }
    for (const key of required) if (!Object.hasOwn(value as object, key)) this.fault('missing_key', path, key);
    return value as JsonObject;
  }

  /** A field of an object read by `read`, or `fallback` where the key is left out. */
  optional<T, F>(object: JsonObject, key: string, path: string, fallback: F, read: (value: unknown, path: string) => T): T | F {
    return Object.hasOwn(object, key) ? read(object[key], `${path}/${key}`) : fallback;
  }

  /** A field that must be there; where it is not, `object` has noted so and the harmless value is read without a second note. */
  field<T>(object: JsonObject, key: string, path: string, harmless: T, read: (value: unknown, path: string) => T): T {
    return Object.hasOwn(object, key) ? read(object[key], `${path}/${key}`) : harmless;
  }

  readonly id = (value: unknown, path: string): string => {
    if (!this.#is(value, 'string', path)) return '';
    if (!ID.test(value as string)) this.fault('bad_id', path, value);
    return value as string;
  };

  text(value: unknown, path: string, most: number): string {
    if (!this.#is(value, 'string', path)) return '';
    const text = value as string;
    if (text === '') this.fault('empty_text', path, text);
    // Characters, not UTF-16 units, as JSON Schema counts them; the first test spares the count for plainly long texts.
    if (text.length > 2 * most || [...text].length > most) this.fault('long_text', path, String(most));
    return text;
  }

  pattern(value: unknown, path: string, pattern: RegExp): string {
    if (!this.#is(value, 'string', path)) return '';
    if (!pattern.test(value as string)) this.fault('bad_pattern', path, value);
    return value as string;
  }

  number(value: unknown, path: string, { least, above, most }: Bounds, code: SchemeProblemCode = 'too_small'): number {
    if (!this.#is(value, 'number', path)) return 0;
    const number = value as number;
    if (least !== undefined && !(number >= least)) this.fault(code, path, `${number} → ${least}`);
    if (above !== undefined && !(number > above)) this.fault(code, path, `${number} → ${above}`);
    if (most !== undefined && !(number <= most)) this.fault('too_large_number', path, `${number} → ${most}`);
    return number;
  }

  truth(value: unknown, path: string): boolean {
    return this.#is(value, 'boolean', path) && value === true;
  }

  choice<T extends string | true>(value: unknown, path: string, choices: readonly T[]): T {
    if (!choices.includes(value as T)) this.fault('bad_choice', path, value);
    return value as T;
  }

  list<T>(value: unknown, path: string, [least, most]: readonly [number, number], read: (item: unknown, path: string) => T): T[] {
    if (!this.#is(value, 'array', path)) return [];
    const items = value as readonly unknown[];
    if (items.length < least) this.fault('too_few_items', path, String(least));
    if (items.length > most) {
      this.fault('too_many_items', path, String(most));
      return [];
    }
    return items.map((item, at) => read(item, `${path}/${at}`));
  }

  /** An object used as a map from ids; built entry by entry. */
  map<T>(value: unknown, path: string, read: (item: unknown, path: string) => T): Record<string, T> {
    if (!this.#is(value, 'object', path)) return {};
    const entries = Object.entries(value as object);
    if (entries.length === 0) this.fault('too_few_items', path, '1');
    return Object.fromEntries(
      entries.map(([key, item]) => [this.id(key, `${path}/${escaped(key)}`), read(item, `${path}/${escaped(key)}`)]),
    );
  }

  /** null, or what `read` makes of the value. */
  orNull<T>(value: unknown, path: string, read: (value: unknown, path: string) => T): T | null {
    return value === null ? null : read(value, path);
  }

  #is(value: unknown, wanted: string, path: string): boolean {
    const found = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
    if (found !== wanted) this.fault('wrong_kind', path, `${wanted} → ${found === 'object' || found === 'array' ? found : shown(value)}`);
    return found === wanted;
  }
}

/** A key as a part of a JSON pointer (RFC 6901). */
function escaped(key: string): string {
  const part = key.replaceAll('~', '~0').replaceAll('/', '~1');
  return part.length > 80 ? `${part.slice(0, 79)}…` : part;
}
