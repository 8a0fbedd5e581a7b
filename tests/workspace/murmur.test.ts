import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { Murmur } from '../../src/workspace/murmur';

const bytesOf = (text: string) => new TextEncoder().encode(text);
function digest(...pieces: Uint8Array[]): string {
  const hash = new Murmur();
  for (const piece of pieces) hash.push(piece);
  return hash.finish();
}

// MurmurHash3_x86_128, seed 0, as the tests of MurmurHash-Swift (D. Taniguchi) list them: under one block, one block, two blocks, two and a rest.
it.each([
  ['', '00000000000000000000000000000000'],
  ['H', 'f69feb5df45637a0f45637a0f45637a0'],
  ['Hello World!', '6bee9883eb1be4f59dfb7172ae3fbea9'],
  ['Hello World! Hel', '82475db0161f88d8850474822a76794a'],
  ['Hello World! Hello World! Hello ', '4855a598c76f875e7760fe307dcc7b58'],
  ['Hello World! Hello World! Hello Wor', '39ac02d0185658e57e1daf6b7b1ccf52'],
  ['メロスは激怒'.slice(0, 4), '8d560049dbf2279ad4419805533fd567'],
])('the digest of "%s"', (text, wanted) => {
  expect(digest(bytesOf(text))).toBe(wanted);
});

it('does not depend on how the stream is cut, nor on where in memory it lies', () => {
  const random = createHash('sha512').update('seed').digest();
  const bytes = Uint8Array.from({ length: 150_000 }, (_, at) => random[at % 64]! ^ (at >>> 6));
  const whole = digest(bytes);
  for (const cut of [1, 3, 15, 16, 17, 33, 65_537, 149_999]) expect(digest(bytes.subarray(0, cut), bytes.subarray(cut))).toBe(whole);
  for (const shift of [1, 2, 3]) {
    const moved = new Uint8Array(bytes.length + shift);
    moved.set(bytes, shift);
    expect(digest(moved.subarray(shift))).toBe(whole);
  }
});
