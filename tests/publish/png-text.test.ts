import { crc32 } from 'node:zlib';
import { expect, it } from 'vitest';
import { withPngTexts } from '../../src/publish/png-text';

/** One white pixel, as written by a drawing program. */
const PIXEL = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII='),
  (sign) => sign.charCodeAt(0),
);

interface Chunk {
  readonly type: string;
  readonly body: Uint8Array;
}
/** The chunks of a PNG, read by the letter of the specification. */
function chunksOf(png: Uint8Array): Chunk[] {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const found: Chunk[] = [];
  for (let at = 8; at < png.length;) {
    const length = view.getUint32(at);
    const typed = png.subarray(at + 4, at + 8 + length);
    expect(view.getUint32(at + 8 + length)).toBe(crc32(typed));
    found.push({ type: String.fromCharCode(...typed.subarray(0, 4)), body: typed.subarray(4) });
    at += 12 + length;
  }
  return found;
}

it('texts stand behind the head, in UTF-8, and the picture is as it was', () => {
  const chunks = chunksOf(withPngTexts(PIXEL, { Title: '研发强度', Source: '合成数据' }));
  expect(chunks.map(({ type }) => type)).toEqual(['IHDR', 'iTXt', 'iTXt', 'IDAT', 'IEND']);
  expect(new TextDecoder().decode(chunks[1]!.body)).toBe('Title\0\0\0\0\0研发强度');
  expect(chunks[3]!.body).toEqual(chunksOf(PIXEL)[1]!.body);
});

it('a NUL ends no text early', () => {
  expect(new TextDecoder().decode(chunksOf(withPngTexts(PIXEL, { Title: 'a\0b' }))[1]!.body)).toBe('Title\0\0\0\0\0ab');
});

it.each(['', '题', 'x'.repeat(80), ' x', 'x '])('key %j has no place in a PNG', (key) => {
  expect(() => withPngTexts(PIXEL, { [key]: 'text' })).toThrow('has no place in a PNG');
});

it('what is no PNG is refused', () => {
  expect(() => withPngTexts(new Uint8Array(60), {})).toThrow('picture of 60 bytes is no PNG');
});
