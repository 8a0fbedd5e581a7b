import { expect, it } from 'vitest';
import { creditCodeFault } from '../../src/ingest/credit-code';

// Two published codes, one synthetic (area 000000), and spoilt ones: GB 32100-2015, weights 3^i mod 31 over an alphabet without I O S V Z.
it.each([
  ['91110000802100433B', null],
  ['91440300708461136T', null],
  ['91000000000000000K', null],
  ['91110000802100433A', 'check_digit'],
  ['91440300708461136I', 'character'],
  ['9111000O802100433B', 'character'],
  ['9111000080210043', 'length'],
  ['', 'length'],
  ['９1110000802100433B', 'character'],
])('the fault of %s is %s', (code, fault) => {
  expect(creditCodeFault(code)).toBe(fault);
});
