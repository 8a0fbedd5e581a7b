/** Credit codes to be searched for one that differs in a single character. Of three parts of a code two are then equal, so it is found by pairs of parts. */
export class NearCodes {
  readonly #codes: readonly string[];
  readonly #byParts = new Map<string, number[]>();

  constructor(codes: readonly string[]) {
    this.#codes = codes;
    codes.forEach((code, at) => {
      for (const key of partsOf(code)) {
        const list = this.#byParts.get(key);
        if (list) list.push(at);
        else this.#byParts.set(key, [at]);
      }
    });
  }

  /** Positions of the codes that differ from this one in one character, ascending; none for a code of another length. */
  find(code: string): readonly number[] {
    if (code.length !== 18) return [];
    const found = new Set(partsOf(code).flatMap((key) => this.#byParts.get(key) ?? []));
    return [...found].filter((at) => isOneOff(code, this.#codes[at]!)).sort((a, b) => a - b);
  }
}

function partsOf(code: string): readonly string[] {
  const [place, first, last] = [code.slice(0, 8), code.slice(8, 13), code.slice(13)];
  return [`${place}|${first}`, `${place}||${last}`, `|${first}|${last}`];
}

/** Whether two codes differ in exactly one character. */
export function isOneOff(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  let differ = 0;
  for (let at = 0; at < one.length; at++) if (one.charCodeAt(at) !== other.charCodeAt(at)) differ++;
  return differ === 1;
}
