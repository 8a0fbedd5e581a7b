// Engines may differ in the last bit of Math.exp. This one uses + − × ÷ only, so the sample has the same bytes everywhere.
const LN2 = 0.6931471805599453;

/** e to the power x, for |x| up to 700.
 * @param {number} x
 * @returns {number} */
export function exp(x) {
  const halvings = Math.round(x / LN2);
  const rest = x - halvings * LN2;
  let term = 1;
  let sum = 1;
  for (let n = 1; n <= 16; n++) {
    term = (term * rest) / n;
    sum += term;
  }
  for (let n = 0; n < halvings; n++) sum *= 2;
  for (let n = 0; n > halvings; n--) sum /= 2;
  return sum;
}

/** @param {number} value @param {number} low @param {number} high @returns {number} */
export function clamp(value, low, high) {
  return value < low ? low : value > high ? high : value;
}

/** Rounds to two decimals.
 * @param {number} value
 * @returns {number} */
export function cents(value) {
  return Math.round(value * 100) / 100;
}
