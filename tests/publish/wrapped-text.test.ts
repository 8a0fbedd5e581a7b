import { expect, it } from 'vitest';
import { wrappedText } from '../../src/publish/wrapped-text';

// At size 10 a wide sign is 10 wide, any other 5.8.
it.each<[string, number, string[]]>([
  ['', 100, []],
  ['  两 边  ', 100, ['两 边']],
  ['一二三四五六', 30, ['一二三', '四五六']],
  ['一二三，四五', 30, ['一二', '三，四', '五']],
  ['one two three', 45, ['one two', 'three']],
  ['abcdefghij', 30, ['abcde', 'fghij']],
  ['研发 R&D 强度', 45, ['研发 R&D', '强度']],
])('%j in %i', (text, width, wanted) => {
  expect(wrappedText(text, width, 10)).toEqual(wanted);
});
