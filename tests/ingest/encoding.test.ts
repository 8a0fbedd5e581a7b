import { expect, it } from 'vitest';
import { bytesSource } from '../../src/ingest/byte-source';
import { decodeAll } from '../../src/ingest/decode';
import { findEncoding } from '../../src/ingest/encoding';
import { LineCounter } from '../../src/ingest/line-counter';
import { Utf8Check } from '../../src/ingest/utf8-check';
import { gb18030, utf16 } from './given';

const TEXT =
  '企业名称,统一社会信用代码,营业收入（万元）,所在地区\n示例科技有限公司,91510000000000001X,1200.5,示例市高新区\n示例机械制造有限公司,91510000000000002X,80,示例县城关镇\n';
const utf8 = (text: string) => new TextEncoder().encode(text);
const found = async (bytes: Uint8Array) => {
  const { encoding, certain, problem } = await findEncoding(bytesSource('a.csv', bytes));
  return [encoding, certain, problem?.code ?? null];
};
const joined = (...parts: readonly Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));

it('the helper writes GB18030 as iconv does', () => {
  expect([...gb18030('企业,1')]).toEqual([0xc6, 0xf3, 0xd2, 0xb5, 0x2c, 0x31]);
});

it.each([
  ['ASCII', utf8('a,b\n1,2\n'), 'utf-8'],
  ['UTF-8', utf8(TEXT), 'utf-8'],
  ['UTF-8 with a mark', utf8('\ufeff' + TEXT), 'utf-8'],
  ['GB18030', gb18030(TEXT), 'gb18030'],
  ['UTF-16 LE with a mark', utf16(TEXT, 'le', true), 'utf-16le'],
  ['UTF-16 BE with a mark', utf16(TEXT, 'be', true), 'utf-16be'],
  ['UTF-16 LE without one', utf16(TEXT, 'le', false), 'utf-16le'],
  ['UTF-16 BE without one', utf16(TEXT, 'be', false), 'utf-16be'],
])('%s is certain', async (_name, bytes, encoding) => {
  expect(await found(bytes)).toEqual([encoding, true, null]);
});

it('nine megabytes of ASCII and one Chinese row in GB18030 at the end', async () => {
  const ascii = new Uint8Array(9 << 20).fill(0x61);
  for (let at = 40; at < ascii.length; at += 41) ascii[at] = 10;
  const bytes = new Uint8Array(ascii.length + 40);
  bytes.set(ascii);
  bytes.set(gb18030('\n合计示例公司,1\n'), ascii.length);
  expect(await found(bytes.subarray(0, ascii.length + 18))).toEqual(['gb18030', true, null]);
});

// 「企業名稱,營業收入\n示例科技,台北市」 in Big5, by iconv.
const BIG5 = Uint8Array.from(
  'a5f8 b77e a657 bad9 2c c0e7 b77e a6ac a44a 0a a5dc a8d2 acec a7de 2c a578 a55f a5ab 0a'
    .split(' ')
    .flatMap((pair) => pair.match(/../g)!.map((byte) => parseInt(byte, 16))),
);

it('Big5 is asked about, and proposed', async () => {
  expect(await found(BIG5)).toEqual(['big5', false, 'encoding_unsure']);
});

it('a Latin-1 file is asked about', async () => {
  expect(await found(Uint8Array.from('Société,Müller\n1,2\n', (letter) => letter.charCodeAt(0)))).toEqual([
    'windows-1252',
    false,
    'encoding_unsure',
  ]);
});

it('a few GB18030 characters that happen to be UTF-8 too are asked about', async () => {
  // 示 is ca be, which UTF-8 reads as a half ring above.
  expect(await found(gb18030('a,b\n示,1\n'))).toEqual(['utf-8', false, 'encoding_unsure']);
  expect(await found(utf8('é,Я\n1,2\n'))).toEqual(['utf-8', true, null]);
});

it('UTF-8 and GB18030 put together fit nothing and are asked about', async () => {
  expect(await found(joined(utf8(TEXT), gb18030(TEXT)))).toEqual(['utf-8', false, 'encoding_unsure']);
});

it('UTF-8 cut within its last character is said, with byte and line', async () => {
  const bytes = utf8(TEXT + '示例').subarray(0, -1);
  const { encoding, problem } = await findEncoding(bytesSource('a.csv', bytes));
  expect([encoding, problem?.code, problem?.where]).toEqual(['utf-8', 'cut_character', `line 4, byte ${bytes.length - 2}`]);
});

it('one broken character within UTF-8 is damage, with byte and line', async () => {
  const text = TEXT.repeat(3);
  const bytes = utf8(text);
  const at = utf8(text.slice(0, text.indexOf('机械'))).length;
  bytes[at + 1] = 0x20;
  const { encoding, problem } = await findEncoding(bytesSource('a.csv', bytes));
  expect([encoding, problem?.code, problem?.where]).toEqual(['utf-8', 'damaged_character', `line 3, byte ${at}`]);
});

it('GB18030 cut within its last character is said', async () => {
  const bytes = gb18030(TEXT + '示').subarray(0, -1);
  const { encoding, problem } = await findEncoding(bytesSource('a.csv', bytes));
  expect([encoding, problem?.code, problem?.where]).toEqual(['gb18030', 'cut_character', `line 4, byte ${bytes.length - 1}`]);
});

it('text that is decoded as what it is not stops at the place', async () => {
  const bytes = gb18030('a,b\r\nc,d\r\n企业,1\r\n');
  const problem = await decodeAll(bytesSource('a.csv', bytes), 'utf-8', new LineCounter('utf-8'), () => true);
  expect(problem).toEqual({
    code: 'encoding_mismatch',
    source: 'a.csv',
    where: 'line 3, byte 10',
    given: 'utf-8: c6 f3 d2 b5',
    severity: 'error',
  });
});

it.each(['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const)(
  'line ends and characters of %s survive a file of several pieces',
  async (encoding) => {
    const text = '甲,𠮷'.replace(encoding === 'gb18030' ? '𠮷' : '', encoding === 'gb18030' ? '乙' : '') + '\r\n丙,丁\r戊,己\n';
    const many = text.repeat(9000);
    const bytes =
      encoding === 'utf-8' ? utf8(many) : encoding === 'gb18030' ? gb18030(many) : utf16(many, encoding.endsWith('le') ? 'le' : 'be', true);
    const counter = new LineCounter(encoding);
    let decoded = '';
    const problem = await decodeAll(bytesSource('a', bytes), encoding, counter, (piece) => void (decoded += piece));
    expect([problem, decoded === many.replace(/\r\n?/g, '\n'), counter.line]).toEqual([null, true, 27001]);
  },
);

// Unicode Standard 15, table 3-7, and its table of ill-formed sequences.
it.each([
  ['c0 af', 0],
  ['61 e0 9f 80', 1],
  ['ed a0 80', 0],
  ['f4 91 92 93', 0],
  ['e4 bd', -1],
  ['e4 bd a0', -1],
  ['f0 9f 98 80 80', 4],
  ['41 ff', 1],
])('the first bad byte of %s is at %d', (hex, at) => {
  const bytes = Uint8Array.from(hex.split(' '), (byte) => parseInt(byte, 16));
  const check = new Utf8Check();
  check.push(bytes);
  const bytewise = new Utf8Check();
  for (const byte of bytes) bytewise.push(Uint8Array.of(byte));
  expect([check.firstBad, bytewise.firstBad, bytewise.bad === check.bad, bytewise.good === check.good]).toEqual([at, at, true, true]);
});

it('the check agrees with the strict decoder on random bytes', () => {
  let seed = 7;
  for (let turn = 0; turn < 4000; turn++) {
    const bytes = Uint8Array.from({ length: 9 }, () => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      return [0x41, 0xe4, 0xbd, 0xa0, 0xc3, 0xa9, 0xf0, 0x9f, 0xed, 0x80, 0xef][(seed >>> 16) % 11]!;
    });
    const check = new Utf8Check();
    check.push(bytes);
    let strict = true;
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      strict = false;
    }
    expect(check.bad === 0 && !check.cut).toBe(strict);
  }
});
