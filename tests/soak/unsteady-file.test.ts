import { expect, it } from 'vitest';
import { lookAny, loadAny } from '../../src/ingest/any-file';
import { bytesSource, type ByteSource } from '../../src/ingest/byte-source';
import { proposeRecipe } from '../../src/ingest/propose';
import { chanceAt } from '../fixtures/seed';
import { dictionary } from '../ingest/dictionary';

const rows = Array.from({ length: 400_000 }, (_, at) => `9151000000000${1000 + (at % 9000)}X,${at},2023`);
const bytes = new TextEncoder().encode(`统一社会信用代码,营业收入（万元）,年度\n${rows.join('\n')}\n`);
const whole = bytesSource('年报.csv', bytes);

/** A share of the file that only the seed knows. */
function anywhere(place: number): number {
  return chanceAt(place).between(1, 999) / 1000;
}

/** The file from some byte on: gone, as a browser tells it, or shorter than it was. */
function unsteady(from: number, how: 'gone' | 'shorter'): ByteSource {
  return {
    ...whole,
    read: async (start, end) => {
      if (end <= from) return whole.read(start, end);
      if (how === 'gone') throw new DOMException('The requested file could not be read', 'NotReadableError');
      return whole.read(start, Math.max(start, Math.min(end, from)));
    },
  };
}

async function loading(source: ByteSource): Promise<string> {
  const { recipe } = proposeRecipe(await lookAny(whole), dictionary);
  try {
    const answer = await loadAny(source, recipe);
    return answer.ok ? `${answer.file.rows} rows` : answer.problems.map(({ code }) => code).join();
  } catch (error) {
    return error instanceof Error ? error.name : String(error);
  }
}

it('a steady file loads all its rows', async () => {
  expect(await loading(whole)).toBe('400000 rows');
});

it.each([0, 0.3, 0.99, anywhere(1)])('a file that is gone after %d of it is never taken for a shorter one', async (share) => {
  expect(await loading(unsteady(Math.floor(bytes.length * share), 'gone'))).toBe('NotReadableError');
});

it.each([0.3, 0.99, anywhere(2)])('a file that became shorter after %d of it is refused', async (share) => {
  expect(await loading(unsteady(Math.floor(bytes.length * share), 'shorter'))).toBe('RangeError');
});
