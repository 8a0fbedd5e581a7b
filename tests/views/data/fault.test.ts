import { expect, it } from 'vitest';
import { faultWords } from '../../../src/views/data/fault';

/** As it comes back over a worker's border: an Error with the name it had there. */
const crossed = (name: string, message: string): Error => Object.assign(new Error(message), { name });

it('a file that can no longer be read is said in the reader’s language, not in the browser’s', () => {
  const gone = crossed('NotReadableError', 'The requested file could not be read, typically due to permission problems');
  expect(faultWords(gone, 'zh')).toBe('文件读不出来了，可能被移动、改名或改动。请重新选择。');
  expect(faultWords(gone, 'en')).toBe('The file can no longer be read; it may have been moved, renamed or changed. Choose it again.');
});
it('what has no known name keeps its own words', () => {
  expect(faultWords(crossed('TypeError', 'x is not a function'), 'zh')).toBe('x is not a function');
  expect(faultWords('odd', 'zh')).toBe('odd');
});
