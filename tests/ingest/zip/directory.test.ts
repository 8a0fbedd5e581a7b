import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../../src/ingest/byte-source';
import { crc32 } from '../../../src/columns/crc32';
import { readZipDirectory, type ZipEntry, type ZipLimits } from '../../../src/ingest/zip/directory';
import { entryBytes, inflateEntry } from '../../../src/ingest/zip/inflate-entry';
import { gb18030 } from '../given';
import { type Given, zipOf } from './zip-bytes';

const LIMITS: ZipLimits = { entries: 100, total: 1 << 20, ratio: 200, ratioFrom: 1 << 16 };
const text = (words: string) => new TextEncoder().encode(words);
const base64 = (words: string) => Uint8Array.from(Buffer.from(words, 'base64'));
const source = (bytes: Uint8Array) => bytesSource('a.zip', bytes);

async function entriesOf(bytes: Uint8Array): Promise<readonly ZipEntry[]> {
  const found = await readZipDirectory(source(bytes), LIMITS);
  if ('code' in found) throw new Error(`${found.code} ${found.given}`);
  return found.entries;
}
async function faultOf(bytes: Uint8Array, limits = LIMITS) {
  const found = await readZipDirectory(source(bytes), limits);
  return 'code' in found ? [found.code, found.where, found.given] : 'none';
}
async function contents(bytes: Uint8Array): Promise<unknown[]> {
  const unpacked = await Promise.all((await entriesOf(bytes)).map((entry) => entryBytes(source(bytes), entry, LIMITS)));
  return unpacked.map((one) => ('code' in one ? [one.code, one.where, one.given] : new TextDecoder().decode(one)));
}

// Written by Python's zipfile (3.12): names flagged as UTF-8, one entry deflated, one stored.
const PYTHON =
  'UEsDBBQAAAgIAIMYIlgzNJesDQAAAKAAAAARAAAA6YOo6ZeoL+S8geS4mi5jc3ZL1EniMtQx4kocpDQAUEsDBBQAAAAAAIMYIliDFtyMAQAAAAEAAAAFAAAAYi50eHR4UEsBAhQDFAAACAgAgxgiWDM0l6wNAAAAoAAAABEAAAAAAAAAAAAAAIABAAAAAOmDqOmXqC/kvIHkuJouY3N2UEsBAhQDFAAAAAAAgxgiWIMW3IwBAAAAAQAAAAUAAAAAAAAAAAAAAIABPAAAAGIudHh0UEsFBgAAAAACAAIAcgAAAGAAAAAAAA==';
// `zip -e` (Info-ZIP 3.0).
const LOCKED =
  'UEsDBAoACQAAAIAYIljl6KJcEgAAAAYAAAAFAAAAcy5jc3YkpckSGQyKKLqBVKnGEnk7XBRQSwcI5eiiXBIAAAAGAAAAUEsBAh4DCgAJAAAAgBgiWOXoolwSAAAABgAAAAUAAAAAAAAAAQAAAKSBAAAAAHMuY3N2UEsFBgAAAAABAAEAMwAAAEUAAAAAAA==';

it('reads what another program packed', async () => {
  expect((await entriesOf(base64(PYTHON))).map(({ name, size, packed, method }) => [name, size, packed, method])).toEqual([
    ['部门/企业.csv', 160, 13, 8],
    ['b.txt', 1, 1, 0],
  ]);
  expect(await contents(base64(PYTHON))).toEqual(['a,b\n1,2\n'.repeat(20), 'x']);
});

it('names an encrypted entry and does not unpack it', async () => {
  expect((await entriesOf(base64(LOCKED))).map(({ name, encrypted }) => [name, encrypted])).toEqual([['s.csv', true]]);
  expect(await contents(base64(LOCKED))).toEqual([['zip_encrypted', 's.csv', '']]);
});

describe('names', () => {
  it.each<[string, Omit<Given, 'bytes'>, string]>([
    ['GB18030 where no flag is set, as Chinese Windows writes them', { name: [...gb18030('科技局/企业.csv')] }, '科技局/企业.csv'],
    ['UTF-8 without the flag, as macOS writes them', { name: '科技局.csv' }, '科技局.csv'],
    ['UTF-8 with it', { name: '税务.csv', flags: 0x800 }, '税务.csv'],
    ['backslashes', { name: 'a\\b.csv' }, 'a/b.csv'],
    ['bytes of no encoding', { name: [0xff, 0x2e, 0x63] }, 'ÿ.c'],
  ])('%s', async (_, given, name) => {
    expect((await entriesOf(zipOf([given]))).map((entry) => entry.name)).toEqual([name]);
  });

  it('the Unicode field counts while its sum fits the name', async () => {
    const field = (sum: number) => {
      const words = [...text('企业.csv')];
      const head = [1, sum & 255, (sum >>> 8) & 255, (sum >>> 16) & 255, sum >>> 24];
      return [0x75, 0x70, head.length + words.length, 0, ...head, ...words];
    };
    const right = { name: '__.csv', extra: field(crc32(text('__.csv'))) };
    expect((await entriesOf(zipOf([right, { ...right, name: 'b.csv' }]))).map(({ name }) => name)).toEqual(['企业.csv', 'b.csv']);
  });
});

it('CRC-32 of "123456789" is the check value of the standard, in one piece or two', () => {
  expect(crc32(text('123456789'))).toBe(0xcbf43926);
  expect(crc32(text('6789'), crc32(text('12345')))).toBe(0xcbf43926);
});

it('a zip behind a program is read', async () => {
  expect(await contents(zipOf([{ name: 'a.csv', bytes: text('a\n1\n') }], [1, 2, 3, 4, 5]))).toEqual(['a\n1\n']);
});

it('zip64: sizes in the extra field, the directory by the wide end record', async () => {
  const packed = deflateRawSync(text('a,b\n1,2\n'));
  // Header says "look in the extra field" for both sizes.
  const wide = zipOf([
    {
      name: 'w.csv',
      bytes: text('a,b\n1,2\n'),
      packed,
      method: 8,
      extra: [1, 0, 16, 0, 8, ...Array(7).fill(0), packed.length, ...Array(7).fill(0)],
    },
  ]);
  const view = new DataView(wide.buffer);
  const end = wide.length - 22;
  const [size, at] = [view.getUint32(end + 12, true), view.getUint32(end + 16, true)];
  view.setUint32(at + 20, 0xffffffff, true);
  view.setUint32(at + 24, 0xffffffff, true);
  const record = new DataView(new ArrayBuffer(56 + 20));
  record.setUint32(0, 0x06064b50, true);
  record.setBigUint64(4, 44n, true);
  record.setBigUint64(24, 1n, true);
  record.setBigUint64(32, 1n, true);
  record.setBigUint64(40, BigInt(size), true);
  record.setBigUint64(48, BigInt(at), true);
  record.setUint32(56, 0x07064b50, true);
  record.setBigUint64(56 + 8, BigInt(end), true);
  record.setUint32(56 + 16, 1, true);
  view.setUint16(end + 8, 0xffff, true);
  view.setUint16(end + 10, 0xffff, true);
  view.setUint32(end + 12, 0xffffffff, true);
  view.setUint32(end + 16, 0xffffffff, true);
  const whole = Uint8Array.from([...wide.subarray(0, end), ...new Uint8Array(record.buffer), ...wide.subarray(end)]);
  expect(await contents(whole)).toEqual(['a,b\n1,2\n']);
});

describe('refused', () => {
  const file = { name: 'a.csv', bytes: text('a\n1\n') };
  it.each<[string, Uint8Array, unknown[]]>([
    ['no zip', text('no zip at all'), ['zip_unreadable', '', 'no end record']],
    ['a cut zip', zipOf([file]).subarray(0, 60), ['zip_unreadable', '', 'no end record']],
    ['too many entries', zipOf(Array.from({ length: 101 }, (_, at) => ({ name: `${at}` }))), ['zip_too_many', '', '101']],
    ['too much declared', zipOf([{ ...file, size: 1 << 21 }]), ['zip_too_large', '', String(1 << 21)]],
    ['a bomb by its ratio', zipOf([{ ...file, size: 1 << 18 }]), ['zip_ratio', 'a.csv', '4 → 262144']],
  ])('%s', async (_, bytes, fault) => {
    expect(await faultOf(bytes)).toEqual(fault);
  });

  it('entries that overlap', async () => {
    const bytes = zipOf([file, { ...file, name: 'b.csv' }]);
    const view = new DataView(bytes.buffer);
    // The second entry of the directory is pointed at the first entry's bytes.
    const at = view.getUint32(bytes.length - 6, true) + 46 + 5;
    view.setUint32(at + 42, 0, true);
    expect(await faultOf(bytes)).toEqual(['zip_unreadable', 'a.csv', 'overlapping entries']);
  });

  it('a directory that ends early', async () => {
    const bytes = zipOf([file]);
    new DataView(bytes.buffer).setUint16(bytes.length - 12, 2, true);
    new DataView(bytes.buffer).setUint16(bytes.length - 14, 2, true);
    expect(await faultOf(bytes)).toEqual(['zip_unreadable', '', 'entry 2 of 2']);
  });
});

describe('an entry that lies', () => {
  const bytes = text('a,b\n'.repeat(1000));
  const packed = deflateRawSync(bytes);
  it.each<[string, Partial<Given>, string]>([
    ['about its size, too small', { size: 3999 }, 'size'],
    ['about its size, too large', { size: 4001 }, 'size'],
    ['about its sum', { crc: 1 }, 'checksum'],
    ['by being cut', { packed: packed.subarray(0, packed.length - 4) }, 'unexpected EOF'],
    ['by being garbage', { packed: Uint8Array.from([255, 255, 255, 255]) }, 'invalid block type'],
  ])('%s', async (_, lie, given) => {
    expect(await contents(zipOf([{ name: 'a.csv', bytes, packed, method: 8, ...lie }]))).toEqual([['zip_damaged', 'a.csv', given]]);
  });

  it('a method that is not read is named by its number', async () => {
    expect(await contents(zipOf([{ name: 'a.csv', bytes, method: 14 }]))).toEqual([['zip_method', 'a.csv', '14']]);
  });

  it('a small declared size stops a bomb of 400 MB before it unfolds', async () => {
    const bomb = deflateRawSync(new Uint8Array(400 << 20), { level: 9 });
    const zip = zipOf([{ name: 'a.csv', bytes: new Uint8Array(0), packed: bomb, method: 8, size: 5000 }]);
    const [entry] = await entriesOf(zip);
    let handed = 0;
    const fault = await inflateEntry(source(zip), entry!, LIMITS, (chunk) => void (handed += chunk.length));
    expect([fault?.code, fault?.given, handed]).toEqual(['zip_damaged', 'size', 0]);
  });
});

it('stops early when told, and by a signal', async () => {
  const bytes = zipOf([{ name: 'a.csv', bytes: text('x'.repeat(3 << 20).slice(0, 900_000)) }]);
  const [entry] = await entriesOf(bytes);
  expect(await inflateEntry(source(bytes), entry!, LIMITS, () => false)).toBeNull();
  await expect(inflateEntry(source(bytes), entry!, LIMITS, () => true, AbortSignal.abort('enough'))).rejects.toBe('enough');
});
