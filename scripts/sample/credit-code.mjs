const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CODE_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/**
 * Check character of an organisation code (GB 11714): modulo 11, letters count from 10, 10 is X and 11 is 0.
 * @param {string} body eight characters
 * @returns {string}
 */
export function organisationCheck(body) {
  const sum = ORGANISATION_WEIGHTS.reduce((total, weight, i) => total + weight * parseInt(body.charAt(i), 36), 0);
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : check === 11 ? '0' : String(check);
}

/**
 * Check character of a unified social credit code (GB 32100): modulo 31 over an alphabet without I, O, S, V, Z.
 * @param {string} body seventeen characters
 * @returns {string}
 */
export function creditCheck(body) {
  const sum = CODE_WEIGHTS.reduce((total, weight, i) => total + weight * ALPHABET.indexOf(body.charAt(i)), 0);
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

/**
 * A credit code that cannot be a real firm's: the area is 000000. The organisation part is MA and six characters made from the serial
 * number by a step that meets every one of the 31⁶ once, so no two serials share a code.
 * @param {number} serial from 0
 * @returns {string} eighteen characters
 */
export function syntheticCode(serial) {
  let left = (serial * 611953 + 480131) % 887503681;
  let body = '';
  for (let i = 0; i < 6; i++) {
    body = ALPHABET.charAt(left % 31) + body;
    left = Math.floor(left / 31);
  }
  const organisation = `MA${body}`;
  const first = `91000000${organisation}${organisationCheck(organisation)}`;
  return first + creditCheck(first);
}
