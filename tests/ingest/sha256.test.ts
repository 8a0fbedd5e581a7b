import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { bytesSource } from '../../src/ingest/byte-source';
import { Sha256, sha256 } from '../../src/ingest/sha256';

// NIST, "Descriptions of SHA-256", examples "abc" and the two-block message.
it.each([
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  ['abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq', '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1'],
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
])('the digest of "%s"', async (text, digest) => {
  const bytes = new TextEncoder().encode(text);
  const hash = new Sha256();
  for (const byte of bytes) hash.push(Uint8Array.of(byte));
  expect([hash.finish(), await sha256(bytesSource('a', bytes))]).toEqual([digest, digest]);
});

it('every length up to three blocks agrees with an independent program', () => {
  for (let length = 0; length <= 192; length++) {
    const bytes = Uint8Array.from({ length }, (_, at) => (at * 7 + length) & 255);
    const hash = new Sha256();
    hash.push(bytes.subarray(0, length >> 1));
    hash.push(bytes.subarray(length >> 1));
    expect(hash.finish()).toBe(createHash('sha256').update(bytes).digest('hex'));
  }
});
