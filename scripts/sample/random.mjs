import { exp } from './arithmetic.mjs';

/** Four 32-bit words from a text: FNV-1a from four starts, then avalanched.
 * @param {string} text
 * @returns {[number, number, number, number]} */
function seedWords(text) {
  const word = (/** @type {number} */ start) => {
    let hash = start;
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
    hash = Math.imul(hash ^ (hash >>> 16), 2246822507);
    hash = Math.imul(hash ^ (hash >>> 13), 3266489909);
    return (hash ^ (hash >>> 16)) >>> 0;
  };
  return [word(2166136261), word(1779033703), word(3144134277), word(1013904242)];
}

/**
 * A stream of random draws named by a text: the same text gives the same draws on every machine. Generator: sfc32 of PractRand
 * (public domain design by C. Doty-Humphrey). Each firm and topic has a stream of its own, so a new draw in one shifts no other.
 */
export class Stream {
  #a;
  #b;
  #c;
  #counter;

  /** @param {string} name */
  constructor(name) {
    [this.#a, this.#b, this.#c, this.#counter] = seedWords(name);
    for (let i = 0; i < 15; i++) this.unit();
  }

  /** Uniform in [0, 1). @returns {number} */
  unit() {
    const sum = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (this.#c << 21) | (this.#c >>> 11);
    this.#c = (this.#c + sum) | 0;
    return (sum >>> 0) / 4294967296;
  }

  /** Uniform between two bounds. @param {number} low @param {number} high @returns {number} */
  between(low, high) {
    return low + (high - low) * this.unit();
  }

  /** Close to standard normal: twelve uniforms less six (so within ±6). @returns {number} */
  normal() {
    let sum = -6;
    for (let i = 0; i < 12; i++) sum += this.unit();
    return sum;
  }

  /** @param {number} probability @returns {boolean} */
  chance(probability) {
    return this.unit() < probability;
  }

  /** A whole number from 0 to below the bound. @param {number} bound @returns {number} */
  below(bound) {
    return Math.floor(this.unit() * bound);
  }

  /** @template T @param {readonly T[]} list @returns {T} */
  pick(list) {
    const item = list[this.below(list.length)];
    if (item === undefined) throw new Error('pick from an empty list');
    return item;
  }

  /** One of the pairs' first members, by the weights in their second. @template T @param {readonly (readonly [T, number])[]} pairs @returns {T} */
  weighted(pairs) {
    let left = this.unit() * pairs.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [item, weight] of pairs) {
      left -= weight;
      if (left < 0) return item;
    }
    const last = pairs.at(-1);
    if (!last) throw new Error('weighted pick from an empty list');
    return last[0];
  }

  /** A count with the given mean: Poisson below 30 (Knuth's product), rounded normal above. @param {number} mean @returns {number} */
  count(mean) {
    if (mean <= 0) return 0;
    if (mean > 30) return Math.max(0, Math.round(mean + Math.sqrt(mean) * this.normal()));
    const floor = exp(-mean);
    let product = this.unit();
    let count = 0;
    while (product > floor) {
      product *= this.unit();
      count++;
    }
    return count;
  }
}
