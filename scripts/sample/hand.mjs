import { Stream } from './random.mjs';

/** How likely a firm of a size leaves a cell of average difficulty blank. */
const BLANK = { 大型: 0.006, 中型: 0.018, 小型: 0.05, 微型: 0.1 };

/** @param {string} text @returns {string} the same in full-width digits */
function fullWidth(text) {
  return text.replace(/[0-9.]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
}

/** @param {string} text @returns {string} with a comma after every three digits of the whole part */
function withThousands(text) {
  const [whole = '', part] = text.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return part === undefined ? grouped : `${grouped}.${part}`;
}

/**
 * The hand of the person who fills in the form of one firm and year: leaves cells blank, the more so the smaller the firm, and now and
 * then writes a figure in a way of their own. A figure that is written is always the true one.
 */
export class Hand {
  #draw;
  #size;

  /** @param {string} name of the stream @param {keyof typeof BLANK} size */
  constructor(name, size) {
    this.#draw = new Stream(name);
    this.#size = size;
  }

  /**
   * A figure as written; '' or a word where it is missing, now and then one that no reader can know.
   * @param {number} value
   * @param {number} difficulty 0 is always filled in, 1 average
   * @returns {string}
   */
  figure(value, difficulty) {
    const blank = this.#draw.chance(difficulty * BLANK[this.#size]);
    const whim = this.#draw.unit();
    if (blank) return whim < 0.04 ? '暂无' : whim < 0.06 ? '—' : whim < 0.063 ? '见附表' : '';
    const text = String(value);
    if (whim < 0.0006) return fullWidth(text);
    if (whim < 0.003 && value < 0) return `(${text.slice(1)})`;
    if (whim < 0.003 && value >= 1000) return withThousands(text);
    return text;
  }

  /** A word as written; '' where it is missing. @param {string} word @param {number} difficulty @returns {string} */
  word(word, difficulty) {
    return this.#draw.chance(difficulty * BLANK[this.#size]) ? '' : word;
  }

  /** Whether the whole form is not handed in. @returns {boolean} */
  skips() {
    return this.#draw.chance(0.12 * BLANK[this.#size]);
  }
}
