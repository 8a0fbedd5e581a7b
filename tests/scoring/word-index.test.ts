import { expect, it } from 'vitest';
import { packWords } from '../../scoring/column';
import { wordIndex } from '../../scoring/word-index';

it.each([
  [['甲', '乙', '丙'], '乙', 1],
  [['ab', 'a', 'b'], 'a', 1],
  [['a', 'a'], 'a', 0],
  [['', 'a'], '', 0],
  [['甲'], '乙', -1],
  [[], 'a', -1],
])('in %j, %j is number %d', (words, text, number) => {
  expect(wordIndex(packWords(words), text)).toBe(number);
});
